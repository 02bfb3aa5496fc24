"""`evaluate`: how well a part of the product does on data that the user names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer.cli.options import AsJson

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Measure a part of the product on data of yours.")

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", help="Files of JSON lines; their form: --help of the command."),
]


@app.command("cleaning")
def cleaning(files: Files, *, as_json: AsJson = False) -> None:
    """Dumped pages against the article alone: {"id", "dump", "text", "gold", "title"} a line.

    Precision, recall and F1 of word 4-grams are means over pages.
    """
    from summarizer.evaluation.cleaning import evaluate_cleaning
    from summarizer.evaluation.datasets import read_pages

    report = evaluate_cleaning(*read_pages(files))
    heads = ("cleaner", "dump", "pages", "precision", "recall", "F1", "title", "title alike")
    rows = (
        (score.cleaner, kind.kind, kind.pages, *_figures(kind.overlap), kind.title_exact,
         kind.title_alike)
        for score in report.scores
        for kind in score.kinds
    )  # fmt: skip
    _show(report, heads, rows, as_json=as_json)


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
    _show(report, heads, rows, as_json=as_json)
    if not as_json:
        ours = report.scores[0]
        typer.echo(f"not exact ({ours.splitter}): {', '.join(ours.failing) or 'none'}")


def _figures(score: Any) -> tuple[float, float, float]:
    return score.precision, score.recall, score.f1


def _show(
    report: Any, heads: tuple[str, ...], rows: Iterator[tuple[object, ...]], *, as_json: bool
) -> None:
    """Print the report as JSON, or its rows as a table with the data that they were measured on."""
    from summarizer.cli.output import as_dict, json_line

    if as_json:
        typer.echo(json_line(as_dict(report)))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*heads)
    for row in rows:
        table.add_row(*(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row))
    Console().print(table)
    data = report.data
    typer.echo(f"data: {', '.join(data.names)}, {data.items} lines, SHA-256 {data.sha256}")
