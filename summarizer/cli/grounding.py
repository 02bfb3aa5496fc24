"""`evaluate grounding` and `train-checker`: the checker's score beside what people said."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Files, Folds
from summarizer.cli.reports import show, waiting
from summarizer.errors import InvalidRequestError

if TYPE_CHECKING:
    from summarizer.evaluation.bootstrap import Interval

__all__ = ["grounding", "train_checker"]


def grounding(files: Files, *, folds: Folds = 5, as_json: AsJson = False) -> None:
    """Judged summaries: {"article", "summary", "factuality", "dataset"} a line.

    The area under the ROC curve of a summary's score against `factuality` of 1, with intervals
    bootstrapped over articles, beside the share of trigrams that are copied. A summary's score is
    that of its weakest sentence. With folds the scale is also fitted without the article scored.
    """
    from summarizer.evaluation.grounding import evaluate_grounding
    from summarizer.evaluation.judged import read_judged

    summaries, data = read_judged(files)
    with waiting("checking"):
        report = evaluate_grounding(summaries, data, folds=folds)
    rows = (
        (
            each.dataset,
            each.scorer,
            f"{each.faithful} of {each.summaries}",
            _interval(each.auc),
            "" if each.difference is None else _interval(each.difference, sign="+"),
        )
        for each in report.scores
    )
    heads = ("data set", "score", "faithful", "AUC, 95 %", "− copied trigrams")
    show(report, heads, rows, as_json=as_json)
    if not as_json:
        typer.echo(
            f"{report.milliseconds:.1f} ms for a summary; {report.resamples:,} resamples of"
            f" articles, seed {report.seed}"
        )


def train_checker(
    files: Files,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    terms: Annotated[str, typer.Option(help="Whose data these are, for the card.")] = "",
    folds: Folds = 5,
) -> None:
    """Fit the scale of the support score to judged summaries, and write it with its card."""
    from summarizer.evaluation.grounding import trained_checker
    from summarizer.evaluation.judged import read_judged

    summaries, data = read_judged(files)
    with waiting("measuring and fitting"):
        text = trained_checker(summaries, data, terms=terms, folds=folds)
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidRequestError(f"cannot write {output}: {reason}") from error


def _interval(found: "Interval", sign: str = "") -> str:
    mean, low, high = (f"{end:{sign}.3f}" for end in (found.mean, found.low, found.high))
    return f"{mean} [{low}, {high}]"
