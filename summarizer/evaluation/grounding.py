"""How well the support score tells summaries that people found faithful from others."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.bootstrap import RESAMPLES, SEED
from summarizer.evaluation.checker_training import Lesson, held_out_models, lessons
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.judged import JudgedSummary, article_numbers, claims, evidence
from summarizer.evaluation.judging import CHECKED, JUDGED, scores_with_judge
from summarizer.evaluation.roc import Area, area, areas, resampled
from summarizer.grounding.support import Support, prepare_support, summary_score, supports
from summarizer.grounding.support.model import SupportModel, shipped_model
from summarizer.grounding.support.words import read_words
from summarizer.protocols import Judge
from summarizer.text.languages import detect

__all__ = [
    "GroundingReport",
    "GroundingScore",
    "PartScore",
    "copied_trigrams",
    "evaluate_grounding",
]

_BASELINE = "trigrams copied"
TOGETHER = "together"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingScore:
    """The area under the ROC curve that a score reaches, and how much that is over the baseline."""

    score: str
    area: Area
    #: on the same resamples; None for the baseline
    difference: Area | None
    #: of `check` with a judge, how much that is over `check` without it; None for all others
    added: Area | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScore:
    """The scores on the summaries of one data set, or of all together."""

    dataset: str
    summaries: int
    articles: int
    faithful: int
    scores: tuple[GroundingScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundingReport:
    """What the scores reach on one file."""

    data: Data
    folds: int
    #: of articles
    resamples: int
    seed: int
    parts: tuple[PartScore, ...]
    #: for a summary, the preparation of its article included
    milliseconds: float
    #: the judge that was asked; None where none was
    judge: dict[str, str | int | float | bool | None] | None = None


def evaluate_grounding(
    summaries: Sequence[JudgedSummary],
    data: Data,
    *,
    folds: int = 0,
    judge: Judge | None = None,
) -> GroundingReport:
    """The areas by data set and together, of the baseline and of the support score.

    With `folds`, also of models fitted without the article that they are seen on. With a `judge`,
    also of its own verdict, and of what `check` tells with it and without.
    UnreadableInputError where no part has both kinds of summaries.
    """
    started = time.perf_counter()
    shipped = [_answered(each) for each in summaries]
    spent = (time.perf_counter() - started) / max(1, len(summaries))
    scores = {
        _BASELINE: np.array([copied_trigrams(each) for each in summaries]),
        "support": np.array(shipped),
    }
    if folds:
        taught = lessons(summaries)
        models = held_out_models(summaries, taught, folds)
        held_out = [_score(one, model) for one, model in zip(taught, models, strict=True)]
        scores[f"support, {folds} folds"] = np.array(held_out)
    if judge is not None:
        scores |= scores_with_judge(summaries, judge)
    parts = tuple(_parts(summaries, scores))
    if not parts:
        raise UnreadableInputError(", ".join(data.names), "has no faithful summary, or no other")
    return GroundingReport(
        data=data,
        folds=folds,
        resamples=RESAMPLES,
        seed=SEED,
        parts=parts,
        milliseconds=1000 * spent,
        judge=None if judge is None else dict(judge.info),
    )


def copied_trigrams(judged: JudgedSummary) -> float:
    """The share of a summary's word trigrams that stand in its article; 0 when it has none."""
    own, theirs = _trigrams(judged.summary), set(_trigrams(judged.article))
    return sum(each in theirs for each in own) / len(own) if own else 0.0


def _trigrams(text: str) -> list[tuple[str, ...]]:
    """Runs of three words; read as for support, so that a tokenizer's marks do not count."""
    forms = [each.form for each in read_words(text, detect(text))]
    return [tuple(forms[start : start + 3]) for start in range(len(forms) - 2)]


def _answered(judged: JudgedSummary) -> float:
    """The score that the product gives."""
    sources = prepare_support(evidence(judged.article))
    return summary_score(supports(claims(judged), sources, model=shipped_model()))


def _score(lesson: Lesson, model: SupportModel) -> float:
    found = [Support(score=model.score(row), best=()) for row in lesson.signals]
    return summary_score(found)


def _parts(summaries: Sequence[JudgedSummary], scores: Mapping[str, Floats]) -> list[PartScore]:
    """Those that have faithful summaries and others; all together last, where there are several."""
    datasets = np.array([each.dataset for each in summaries], dtype=object)
    faithful = np.array([each.faithful for each in summaries], dtype=bool)
    groups = np.array(article_numbers(summaries))
    chosen = {name: datasets == name for name in dict.fromkeys(datasets.tolist())}
    if len(chosen) != 1 or "" in chosen:
        chosen = {name: own for name, own in chosen.items() if name}
        chosen[TOGETHER] = np.ones(len(summaries), dtype=bool)
    return [
        PartScore(
            dataset=name,
            summaries=int(own.sum()),
            articles=len(set(groups[own].tolist())),
            faithful=int(faithful[own].sum()),
            scores=_scores(
                {label: found[own] for label, found in scores.items()},
                faithful[own],
                groups[own].tolist(),
            ),
        )
        for name, own in chosen.items()
        if 0 < faithful[own].sum() < own.sum()
    ]


def _scores(
    scores: Mapping[str, Floats], faithful: NDArray[np.bool_], groups: Sequence[int]
) -> tuple[GroundingScore, ...]:
    weights = resampled(groups)
    found = {label: areas(each, faithful, weights) for label, each in scores.items()}
    return tuple(
        GroundingScore(
            score=label,
            area=area(each),
            difference=None if label == _BASELINE else area(each - found[_BASELINE]),
            added=area(each - found[CHECKED]) if label == JUDGED else None,
        )
        for label, each in found.items()
    )
