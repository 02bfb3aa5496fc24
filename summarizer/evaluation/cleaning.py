"""How much of the articles is left of dumped pages, and how little else, beside baselines."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from summarizer.evaluation.datasets import Data, DumpedPage
from summarizer.evaluation.line_training import held_out_models
from summarizer.evaluation.ngrams import Overlap, gram_overlap, mean_overlap
from summarizer.reading.cleaning import clean_with
from summarizer.reading.line_model import LineModel, shipped_card, shipped_model
from summarizer.text.marks import letters

__all__ = [
    "CleanerScore",
    "CleaningReport",
    "KindScore",
    "evaluate_cleaning",
    "held_out_cleaner",
    "score_cleaner",
]

#: the page -> text and title
Cleaner = Callable[[DumpedPage], tuple[str, str | None]]

_CLOSED = re.compile(r"[.!?][\"”’')]*$")
_LONG_LINE = 15
#: how the kinds of dumps are called together
_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindScore:
    """What a cleaner reaches on one kind of dump: the mean over its pages."""

    kind: str
    pages: int
    overlap: Overlap
    #: share of the pages that have a title and got exactly it; of a title of several lines (a
    #: headline and what stands above or below it) one line will do
    title_exact: float
    #: the same, case and everything but letters and digits aside
    title_alike: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanerScore:
    """What one cleaner reaches, on all pages first and then by the kind of dump."""

    cleaner: str
    kinds: tuple[KindScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningReport:
    """The scores of all cleaners on one data set."""

    data: Data
    scores: tuple[CleanerScore, ...]


def evaluate_cleaning(pages: list[DumpedPage], data: Data, *, folds: int) -> CleaningReport:
    """The scores of every cleaner, the baselines first.

    The model is fitted anew without each fold, and scored on that; with no folds this is left out.
    """
    cleaners: dict[str, Cleaner] = {
        "as it stands": lambda page: (page.text, None),
        "long closed lines": lambda page: (_long_lines(page.text), None),
        "rules alone": lambda page: _cleaned(None, page),
    }
    if folds:
        cleaners[f"rules and model, {folds} folds"] = held_out_cleaner(pages, folds)
    seen = shipped_card().get("data", {}).get("sha256") == data.sha256
    shipped = f"as shipped, {'fitted on these pages' if seen else 'fitted on other pages'}"
    cleaners[shipped] = lambda page: _cleaned(shipped_model(), page)
    scores = tuple(score_cleaner(name, cleaner, pages) for name, cleaner in cleaners.items())
    return CleaningReport(data=data, scores=scores)


def held_out_cleaner(pages: list[DumpedPage], folds: int) -> Cleaner:
    """Cleans each of the pages by the model that was fitted without the page's fold."""
    models = dict(zip(map(id, pages), held_out_models(pages, folds), strict=True))
    return lambda page: _cleaned(models[id(page)], page)


def _long_lines(text: str) -> str:
    """The lines of at least fifteen words that end like a sentence."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(
        line for line in lines if len(line.split()) >= _LONG_LINE and _CLOSED.search(line)
    )


def _cleaned(model: LineModel | None, page: DumpedPage) -> tuple[str, str | None]:
    cleaned = clean_with(model, page.text)
    return cleaned.text, cleaned.title


def score_cleaner(name: str, cleaner: Cleaner, pages: list[DumpedPage]) -> CleanerScore:
    """What the cleaner reaches on the pages."""
    marked = [(page, *_marks(page, *cleaner(page))) for page in pages]
    kinds = sorted({page.dump for page in pages})
    groups = {_ALL: marked, **{k: [m for m in marked if m[0].dump == k] for k in kinds}}
    return CleanerScore(
        cleaner=name, kinds=tuple(_mean(kind, found) for kind, found in groups.items())
    )


def _marks(page: DumpedPage, text: str, title: str | None) -> tuple[Overlap, bool, bool]:
    overlap = gram_overlap(text, page.gold)
    expected = [page.title, *page.title.splitlines()]
    exact = " ".join((title or "").split()) in {" ".join(each.split()) for each in expected}
    alike = letters(title or "") in {letters(each) for each in expected}
    return overlap, exact, alike


def _mean(kind: str, marked: list[tuple[DumpedPage, Overlap, bool, bool]]) -> KindScore:
    titled = [mark for mark in marked if mark[0].title]
    return KindScore(
        kind=kind,
        pages=len(marked),
        overlap=mean_overlap(overlap for _, overlap, _, _ in marked),
        title_exact=_share(exact for _, _, exact, _ in titled),
        title_alike=_share(alike for _, _, _, alike in titled),
    )


def _share(marks: Iterable[bool]) -> float:
    found = list(marks)
    return sum(found) / max(1, len(found))
