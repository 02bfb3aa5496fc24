"""What words find and what meaning finds, in one order."""

from collections.abc import Sequence

from summarizer.prepared import Prepared
from summarizer.protocols import Store
from summarizer.service.chosen import Chosen, Wanted
from summarizer.service.meaning import Meaning, fused
from summarizer.service.named import holds, names_of
from summarizer.service.stored import prepared_forms
from summarizer.types import ArticleInfo, Notice

__all__ = ["with_meaning"]


def with_meaning(
    store: Store, wanted: Wanted, by_words: Chosen, meaning: Meaning, *, limit: int
) -> Chosen:
    """Those found by words, and of the `limit` nearest those that tell of the topic in other words.

    One that words did not find must hold every name of the topic.
    """
    topic = wanted.topic or ""
    found = meaning.near(
        store,
        topic,
        dates=wanted.dates,
        language=wanted.language,
        limit=limit,
    )
    forms = _forms(by_words.articles, by_words.prepared)
    others = [info for info in found.near.articles if info.id not in forms]
    names = names_of(store, topic, wanted.language) if others else ()
    rescued = {
        article_id: form
        for article_id, form in _forms(others, prepared_forms(store, others)).items()
        if holds(form, names)
    }
    forms |= rescued
    best = fused(by_words.articles, [info for info in found.near.articles if info.id in forms])
    return Chosen(
        articles=tuple(best),
        prepared=tuple(forms[info.id] for info in best),
        warnings=(
            *found.warnings,
            *_rescued([info.id for info in best[: wanted.limit] if info.id in rescued]),
        ),
        parameters=found.parameters,
    )


def _forms(articles: Sequence[ArticleInfo], prepared: Sequence[Prepared]) -> dict[str, Prepared]:
    return {info.id: form for info, form in zip(articles, prepared, strict=True)}


def _rescued(articles: Sequence[str]) -> tuple[Notice, ...]:
    if not articles:
        return ()
    message = f"Found by what they mean, without enough of the topic's words: {len(articles)}."
    return (Notice(code="found-by-meaning", message=message, articles=tuple(articles)),)
