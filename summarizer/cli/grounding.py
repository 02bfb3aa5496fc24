"""`evaluate grounding` and `train-checker`: the support score, on summaries that people judged."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.files import write_text
from summarizer.cli.options import AsJson, Files, Folds, JudgeFolder, settings
from summarizer.cli.reports import show, waiting

if TYPE_CHECKING:
    from summarizer.evaluation.grounding import PartScore
    from summarizer.evaluation.roc import Area

__all__ = ["grounding", "train_checker"]


def grounding(
    files: Files, *, folds: Folds = 5, judge: JudgeFolder = None, as_json: AsJson = False
) -> None:
    """Support against people's judgements: {"article", "summary", "factuality", "dataset"} a line.

    The area under the ROC curve: the chance that a summary found faithful (`factuality` 1) scores
    higher than another one. Intervals are bootstrapped over articles; differences are those of
    pairs. Folds never part the summaries of an article. With a judge also what it adds to `check`.
    """
    from summarizer.evaluation.grounding import evaluate_grounding
    from summarizer.evaluation.judged import read_judged
    from summarizer.factory import build_judges

    asked = next(iter(build_judges(settings(judge=judge))), None)
    summaries, data = read_judged(files)
    with waiting("checking, and fitting the score to the other folds"):
        report = evaluate_grounding(summaries, data, folds=folds, judge=asked)
    heads: tuple[str, ...] = (
        "data",
        "summaries",
        "faithful",
        "score",
        "AUC [95 %]",
        "− trigrams copied",
    )
    if asked is not None:
        heads += ("− without the judge",)
    rows = (row for part in report.parts for row in _rows(part, judged=asked is not None))
    show(report, heads, rows, as_json=as_json)
    if not as_json:
        typer.echo(
            f"{report.milliseconds:.1f} ms a summary; {report.resamples:,} resamples of articles,"
            f" seed {report.seed}"
        )


def train_checker(
    files: Files,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    terms: Annotated[str, typer.Option(help="Whose data these are, for the model's card.")] = "",
    folds: Folds = 5,
) -> None:
    """Fit the support score to summaries that people judged, and write its numbers and its card."""
    from summarizer.evaluation.checker_card import trained_checker
    from summarizer.evaluation.judged import read_judged

    summaries, data = read_judged(files)
    with waiting("fitting the score"):
        text = trained_checker(summaries, data, terms=terms, folds=folds)
    write_text(output, text)


def _rows(part: "PartScore", *, judged: bool) -> Iterator[tuple[object, ...]]:
    for each in part.scores:
        difference, added = (
            "" if found is None else _shown(found, sign="+")
            for found in (each.difference, each.added)
        )
        yield (
            part.dataset,
            f"{part.summaries} of {part.articles} articles",
            part.faithful,
            each.score,
            _shown(each.area),
            difference,
            *([added] if judged else []),
        )


def _shown(found: "Area", sign: str = "") -> str:
    area, low, high = (f"{end:{sign}.3f}" for end in (found.area, found.low, found.high))
    return f"{area} [{low}, {high}]"
