"""`evaluate` and `train-cleaner`: figures and coefficients from data that the user names."""

from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer.cli.corruptions import corruptions
from summarizer.cli.disagreements import disagreements
from summarizer.cli.extracts import mds
from summarizer.cli.files import write_text
from summarizer.cli.grounding import grounding
from summarizer.cli.options import AsJson, Files, Folds
from summarizer.cli.reports import show, waiting
from summarizer.cli.story_scores import story_scores
from summarizer.cli.timeline_scores import timeline

__all__ = ["app", "train_cleaner"]

app = typer.Typer(no_args_is_help=True, help="Measure a part of the product on data of yours.")
app.command("mds")(mds)
app.command("timeline")(timeline)
app.command("grounding")(grounding)
app.command("corruptions")(corruptions)
app.command("stories")(story_scores)
app.command("disagreements")(disagreements)


@app.command("cleaning")
def cleaning(files: Files, *, folds: Folds = 5, as_json: AsJson = False) -> None:
    """Dumped pages against the article alone: {"id", "dump", "text", "gold", "title"} a line.

    Precision, recall and F1 of word 4-grams are means over pages. The model of lines is fitted
    without the pages that it is scored on, and without all others of their publisher.
    """
    from summarizer.evaluation.cleaning import evaluate_cleaning
    from summarizer.evaluation.datasets import read_pages

    pages, data = read_pages(files)
    with waiting("cleaning, and fitting the model to the other folds"):
        report = evaluate_cleaning(pages, data, folds=folds)
    kinds = [kind.kind for kind in report.scores[0].kinds[1:]]
    heads = ("cleaner", "precision", "recall", "F1", *kinds, "title", "alike")
    rows = (
        (score.cleaner, *_figures(score.kinds[0].overlap),
         *(kind.overlap.f1 for kind in score.kinds[1:]),
         score.kinds[0].title_exact, score.kinds[0].title_alike)
        for score in report.scores
    )  # fmt: skip
    show(report, heads, rows, as_json=as_json)


def train_cleaner(
    files: Files,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    terms: Annotated[str, typer.Option(help="Whose data these are, for the model's card.")] = "",
    folds: Folds = 5,
) -> None:
    """Fit the model of lines to dumped pages, and write its coefficients and its card."""
    from summarizer.evaluation.datasets import read_pages
    from summarizer.evaluation.line_card import trained

    pages, data = read_pages(files)
    with waiting("fitting the model"):
        text = trained(pages, data, terms=terms, folds=folds)
    write_text(output, text)


@app.command("sentences")
def sentences(files: Files, *, as_json: AsJson = False) -> None:
    """Sentence boundaries: {"id", "text", "sentences"} a line.

    The end of a text is not counted as a boundary. Faithful splits are spans of the text, in order,
    that leave out nothing but white space.
    """
    from summarizer.evaluation.datasets import read_split_texts
    from summarizer.evaluation.sentences import evaluate_sentences

    report = evaluate_sentences(*read_split_texts(files))
    heads = ("splitter", "precision", "recall", "F1", "exact texts", "faithful", "s/MB")
    rows = (
        (s.splitter, *_figures(s), f"{s.exact} of {s.texts}",
         f"{s.texts - len(s.unfaithful)} of {s.texts}", f"{s.seconds_per_megabyte:.2f}")
        for s in report.scores
    )  # fmt: skip
    show(report, heads, rows, as_json=as_json)
    if not as_json:
        ours = report.scores[0]
        typer.echo(f"not exact ({ours.splitter}): {', '.join(ours.failing) or 'none'}")


def _figures(score: Any) -> tuple[float, float, float]:
    return score.precision, score.recall, score.f1
