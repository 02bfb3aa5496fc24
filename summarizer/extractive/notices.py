"""What the reader of a summary should know about how it came about."""

from collections.abc import Iterator, Sequence

from summarizer.selection.outcome import Selection
from summarizer.selection.search import ENOUGH
from summarizer.types import ArticleInfo, Budget, Notice

__all__ = ["copy_notices", "loose_notices", "notices"]


def notices(
    articles: Sequence[ArticleInfo],
    groups: Sequence[int],
    selection: Selection,
    budget: Budget,
    *,
    update: bool = False,
) -> Iterator[Notice]:
    """Undated articles, copies, a budget too large or too small for what there is, sentences that
    cannot stand alone. An `update` tells what there is to add, which may be nothing or little.
    """
    yield from _undated(articles)
    yield from copy_notices(articles, groups)
    if update and not selection.available:
        message = "Nothing new: the articles since then add nothing to what was told before."
        yield Notice(code="nothing-new", message=message)
    elif not selection.available:
        yield Notice(code="no-sentences", message="The articles hold no sentence.")
    elif not selection.picks:
        yield Notice(
            code="nothing-fits",
            message=f"No sentence fits into {_amount(budget.amount, budget.unit)}; "
            f"the shortest has {_amount(selection.shortest, budget.unit)}.",
        )
    elif update:
        pass
    elif selection.everything and selection.available < budget.amount:
        yield Notice(
            code="short",
            message=f"Asked for {_amount(budget.amount, budget.unit)}, the articles hold "
            f"{selection.available}: every sentence is here.",
        )
    elif selection.spent < ENOUGH * budget.amount:
        yield Notice(
            code="short",
            message=f"Asked for {_amount(budget.amount, budget.unit)}, found {selection.spent}: "
            "the other sentences repeat these, are too short to tell anything, or do not fit.",
        )
    yield from loose_notices(sum(pick.loose for pick in selection.picks))


def loose_notices(loose: int) -> Iterator[Notice]:
    """A notice of how many sentences cannot stand alone, where some cannot."""
    if loose:
        yield Notice(
            code="not-standalone",
            message=f"{loose} {'sentence points' if loose == 1 else 'sentences point'} back to what"
            " is not told here, or to the rest of a quotation: little else was left to tell.",
        )


def _undated(articles: Sequence[ArticleInfo]) -> Iterator[Notice]:
    undated = [article for article in articles if article.date is None]
    seen = [article.id for article in undated if article.first_seen is not None]
    unknown = [article.id for article in undated if article.first_seen is None]
    if seen:
        yield Notice(
            code="undated",
            message=f"{_articles(len(seen))} undated: the time first seen stands in.",
            articles=tuple(sorted(seen)),
        )
    if unknown:
        yield Notice(
            code="undated",
            message=f"{_articles(len(unknown))} undated: sentences of unknown day come last.",
            articles=tuple(sorted(unknown)),
        )


def copy_notices(articles: Sequence[ArticleInfo], groups: Sequence[int]) -> Iterator[Notice]:
    """A notice of the articles that are copies of others, where some are."""
    # the same one as `Summary.articles` names, whatever the order in which they were given
    ordered = sorted(
        zip(articles, groups, strict=True), key=lambda pair: (pair[0].content_hash, pair[0].id)
    )
    first = {group: article.id for article, group in reversed(ordered)}
    copies = [
        article.id
        for article, group in zip(articles, groups, strict=True)
        if article.id != first[group]
    ]
    if copies:
        message = f"{_articles(len(copies))} a copy of another: each text counts as one source."
        if len(copies) > 1:
            message = (
                f"{len(copies)} articles are copies of others: each text counts as one source."
            )
        yield Notice(code="copies", message=message, articles=tuple(sorted(copies)))


def _articles(count: int) -> str:
    return "1 article is" if count == 1 else f"{count} articles are"


def _amount(count: int, unit: str) -> str:
    return f"{count} {unit.removesuffix('s') if count == 1 else unit}"
