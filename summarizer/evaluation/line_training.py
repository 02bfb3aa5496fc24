"""Fits the line model to dumped pages whose articles are known."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import InvalidRequestError
from summarizer.evaluation.chain import fit_chain
from summarizer.evaluation.datasets import DumpedPage
from summarizer.evaluation.ngrams import words
from summarizer.reading.cleaning import dumped_page
from summarizer.reading.columns import main_column
from summarizer.reading.line_features import NAMES, line_features
from summarizer.reading.line_model import LineModel
from summarizer.reading.lines import Line
from summarizer.text.marks import letters

__all__ = ["Example", "examples", "fit", "folds_of", "held_out_models", "to_json"]

#: of half the squared coefficients (10, 30, 100, 200, 300 tried: F1 within .007)
_PENALTY = 100.0
#: .2, .35, .4, .5, .65 tried: F1 within .02, best from .35 to .4
_THRESHOLD = 0.4
#: pages that share as many lines (of 12 letters or more) are of one publisher
_SHARED_LINES = 5
_LETTERS = 12
#: a line that stands on more pages than this names no publisher
_MOST_PAGES = 30

Matrix = NDArray[np.float64]
#: features and labels (1: article) of a page's lines
Example = tuple[Matrix, Matrix]


def examples(pages: Iterable[DumpedPage]) -> list[Example | None]:
    """What each page teaches; None for one that the model would not be asked about."""
    return [_example(page) for page in pages]


def fit(found: Iterable[Example | None]) -> LineModel:
    """The model that was fitted to the examples; its numbers have three decimals.

    Features are scaled for the fit, so that one penalty suits all, and the model gives the
    coefficients of the unscaled ones.
    """
    pages = [example for example in found if example is not None]
    if not pages:
        message = (
            "no page holds enough beside its article to fit the model to (20 lines that are no"
            " sentences): give more pages, or leave the fit out with --folds 0"
        )
        raise InvalidRequestError(message)
    lines = np.concatenate([features for features, _ in pages])
    mean, spread = lines.mean(axis=0), lines.std(axis=0)
    spread[spread == 0] = 1.0
    chain = fit_chain(
        [((features - mean) / spread, labels) for features, labels in pages], penalty=_PENALTY
    )
    weights = chain.weights / spread
    return LineModel(
        weights={name: _rounded(weight) for name, weight in zip(NAMES, weights, strict=True)},
        bias=_rounded(-float(weights @ mean)),
        first=_rounded(chain.first),
        enter=_rounded(chain.enter),
        stay=_rounded(chain.stay),
        threshold=_THRESHOLD,
    )


def held_out_models(pages: list[DumpedPage], count: int) -> list[LineModel]:
    """For each page the model that was fitted without the page's fold."""
    found = examples(pages)
    folds = folds_of(pages, count)
    models = {
        fold: fit(example for example, other in zip(found, folds, strict=True) if other != fold)
        for fold in sorted(set(folds))
    }
    return [models[fold] for fold in folds]


def _rounded(value: float) -> float:
    # Sums in another order, on another machine, differ beyond this.
    return round(float(value), 3) + 0.0


def _example(source: DumpedPage) -> Example | None:
    page = dumped_page(source.text)
    if page is None:
        return None
    _, column = main_column(page)
    return line_features(column), _labels(column.lines, source.gold)


def _labels(lines: list[Line], gold: str) -> Matrix:
    """1 for the lines of which at least half the words are aligned with the article, in order."""
    tokens: list[str] = []
    owners: list[int] = []
    for index, line in enumerate(lines):
        found = words(line.text)
        tokens += found
        owners += [index] * len(found)
    matcher = SequenceMatcher(None, tokens, words(gold), autojunk=False)
    hits = Counter(
        owners[place]
        for start, _, size in matcher.get_matching_blocks()
        for place in range(start, start + size)
    )
    totals = Counter(owners)
    return np.array([float(2 * hits[i] >= totals[i] > 0) for i in range(len(lines))])


def folds_of(pages: list[DumpedPage], count: int) -> list[int]:
    """The fold of each page; pages of one publisher share one, and the folds are of like size."""
    groups: dict[int, list[int]] = defaultdict(list)
    for index, publisher in enumerate(_by_publisher(pages)):
        groups[publisher].append(index)
    sizes = [0] * count
    folds = [0] * len(pages)
    for group in sorted(groups.values(), key=lambda group: (-len(group), pages[group[0]].id)):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(group)
        for index in group:
            folds[index] = fold
    return folds


def _by_publisher(pages: list[DumpedPage]) -> list[int]:
    """A number for each page: pages that share many lines, directly or by others, have the same."""
    holders: dict[str, set[int]] = defaultdict(set)
    for index, page in enumerate(pages):
        for line in page.text.splitlines():
            key = letters(line)
            if len(key) >= _LETTERS:
                holders[key].add(index)
    shared = Counter(
        pair
        for found in holders.values()
        if len(found) <= _MOST_PAGES
        for pair in combinations(sorted(found), 2)
    )
    groups = list(range(len(pages)))
    for (one, other), lines in sorted(shared.items()):
        if lines >= _SHARED_LINES:
            old, new = groups[other], groups[one]
            groups = [new if group == old else group for group in groups]
    return groups


def to_json(model: LineModel, card: Mapping[str, object]) -> str:
    """The file of the model."""
    numbers = {key: getattr(model, key) for key in ("bias", "first", "enter", "stay", "threshold")}
    value = {"version": 1, "card": dict(card), **numbers, "weights": dict(model.weights)}
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
