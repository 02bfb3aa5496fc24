"""The checker's score against what people said of summaries: area under the ROC curve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.evaluation.bootstrap import RESAMPLES, SEED, Interval, draws
from summarizer.evaluation.checker_training import fit, folds_of, scores
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.judged import JudgedSummary, measured, trigram_copies
from summarizer.grounding.support import shipped_scale

__all__ = ["GroundingReport", "GroundingScore", "evaluate_grounding", "trained_checker"]

Floats = NDArray[np.float64]
_COPIES = "copied trigrams"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingScore:
    """How well a score tells faithful summaries from others."""

    scorer: str
    dataset: str
    summaries: int
    faithful: int
    #: area under the ROC curve: how often a faithful summary has the larger score; ties half
    auc: Interval
    #: beside the share of copied trigrams, on the same draws; None for that itself
    difference: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingReport:
    """The scores of all scorers, dataset by dataset, then together."""

    data: Data
    folds: int
    scores: tuple[GroundingScore, ...]
    #: mean over summaries
    milliseconds: float
    resamples: int = RESAMPLES
    seed: int = SEED


def evaluate_grounding(
    summaries: Sequence[JudgedSummary], data: Data, *, folds: int
) -> GroundingReport:
    """The shipped scale and, with `folds`, scales fitted without the article that they score.

    Intervals are bootstrapped over articles.
    """
    found = measured(summaries)
    told = {_COPIES: np.array([trigram_copies(each) for each in summaries])}
    if folds:
        told[f"support, {folds} folds"] = _held_out(summaries, folds)
    told["support, as shipped"] = scores(shipped_scale(), found)
    datasets = list(dict.fromkeys(each.dataset for each in summaries))
    groups = [[each] for each in datasets] + ([datasets] if len(datasets) > 1 else [])
    rows: list[GroundingScore] = []
    for group in groups:
        chosen = np.array([each.dataset in group for each in summaries])
        rows += _scored(summaries, chosen, told, " + ".join(group))
    return GroundingReport(
        data=data,
        folds=folds,
        scores=tuple(rows),
        milliseconds=float(np.mean([each.milliseconds for each in found])),
    )


def trained_checker(
    summaries: Sequence[JudgedSummary], data: Data, *, terms: str = "", folds: int = 0
) -> str:
    """The file of the scale that is fitted to all summaries; the same files give the same file."""
    options = (f" --terms {terms!r}" if terms else "") + f" --folds {folds}"
    held_out = None
    if folds:
        found = _held_out(summaries, folds)
        faithful = np.array([each.faithful for each in summaries])
        names = np.array([each.dataset for each in summaries])
        held_out = {
            "folds": folds,
            "by": "article",
            "AUC": {
                name: round(_auc(found[names == name], faithful[names == name]), 3)
                for name in dict.fromkeys(names.tolist())
            },
        }
    card = {
        "what": "where the signals of support lie, and the middle between true and false; used by"
        " the checker",
        "method": "means, deviations, and a logistic curve over their equally weighted mean",
        "data": {"names": list(data.names), "sha256": data.sha256, "summaries": data.items},
        "terms": terms,
        "command": f"summarizer train-checker {' '.join(data.names)}{options}",
        "seed": "none: the likelihood is concave, the fit starts at one place",
        "held out": held_out,
    }
    return fit(measured(summaries)).to_json(card)


def _held_out(summaries: Sequence[JudgedSummary], folds: int) -> Floats:
    """[n] the score of each summary by a scale that was fitted without its article."""
    found = measured(summaries)
    numbers = folds_of([each.article for each in summaries], folds)
    told = np.zeros(len(found))
    for fold in range(folds):
        inside = np.flatnonzero(numbers == fold)
        scale = fit([found[place] for place in np.flatnonzero(numbers != fold)])
        told[inside] = scores(scale, [found[place] for place in inside])
    return told


def _scored(
    summaries: Sequence[JudgedSummary],
    chosen: NDArray[np.bool_],
    told: Mapping[str, Floats],
    dataset: str,
) -> list[GroundingScore]:
    inside = [each for each, here in zip(summaries, chosen, strict=True) if here]
    faithful = np.array([each.faithful for each in inside])
    if faithful.all() or not faithful.any():
        return []
    numbers = {article: n for n, article in enumerate(dict.fromkeys(e.article for e in inside))}
    articles = np.array([numbers[each.article] for each in inside])
    drawn = draws(len(numbers))[:, articles]
    sampled = {name: _aucs(values[chosen], faithful, drawn) for name, values in told.items()}
    return [
        GroundingScore(
            scorer=name,
            dataset=dataset,
            summaries=len(inside),
            faithful=int(faithful.sum()),
            auc=_interval(_auc(told[name][chosen], faithful), found),
            difference=None
            if name == _COPIES
            else _interval(
                _auc(told[name][chosen], faithful) - _auc(told[_COPIES][chosen], faithful),
                found - sampled[_COPIES],
            ),
        )
        for name, found in sampled.items()
    ]


def _auc(values: Floats, faithful: NDArray[np.bool_]) -> float:
    return float(_aucs(values, faithful, np.ones((1, len(values))))[0])


def _aucs(values: Floats, faithful: NDArray[np.bool_], weights: Floats) -> Floats:
    """[resamples] the area under the curve with [resamples, n] weights; NaN without both kinds."""
    true, false = values[faithful], values[~faithful]
    better = np.sign(true[:, None] - false[None, :]) / 2 + 0.5
    heavy, light = weights[:, faithful], weights[:, ~faithful]
    with np.errstate(invalid="ignore"):
        areas = ((heavy @ better) * light).sum(axis=1) / (heavy.sum(axis=1) * light.sum(axis=1))
    return np.asarray(areas)


def _interval(value: float, sampled: Floats) -> Interval:
    low, high = np.nanpercentile(sampled, (2.5, 97.5))
    return Interval(mean=value, low=float(low), high=float(high))
