"""`train-ranker`: the coefficients of the default ranker, made from data that the user names."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.files import write_text
from summarizer.cli.options import Folds

__all__ = ["train_ranker"]


def train_ranker(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="Files of JSON lines of clusters with `summaries`. Each counts about the same, for"
            " summaries that retell or for such that condense, by their length.",
        ),
    ],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    terms: Annotated[str, typer.Option(help="Whose data these are, for the model's card.")] = "",
    folds: Folds = 5,
) -> None:
    """Fit the ranker to summaries that people wrote, and write its coefficients and its card.

    The card has scores by cross-validation, which need the extra `eval`, and files that share no
    cluster; --folds 0 leaves them out.
    """
    from summarizer.cli.output import progress_console
    from summarizer.evaluation.clusters import read_summarized_clusters
    from summarizer.evaluation.ranker_card import trained_ranker

    with progress_console().status("reading and fitting …"):
        found = [read_summarized_clusters([path]) for path in files]
        text = trained_ranker(found, terms=terms, folds=folds)
    write_text(output, text)
