"""`evaluate corruptions`: what the fact vetoes catch of false sentences, and of true ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson
from summarizer.cli.reports import show_data, show_table, waiting

if TYPE_CHECKING:
    from summarizer.evaluation.corruptions import Caught, CorruptionReport

__all__ = ["corruptions"]


def corruptions(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="JSON lines of clusters, or folders of articles."),
    ],
    *,
    most: Annotated[int, typer.Option(min=1, help="Sentences of each kind.")] = 300,
    seed: Annotated[int, typer.Option(help="For the choice of sentences and changes.")] = 1,
    half: Annotated[
        str, typer.Option(help="both, or the first or second half of the events.")
    ] = "both",
    paraphrases: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Also these: a JSON list of {quote, paraphrase}."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """False sentences made from true ones, and how many are caught; true ones, and how many are.

    A sentence of an article is held against all articles of its cluster, or folder: as it stands,
    after one change that makes it false, and both again after a paraphrase by rules.
    """
    from summarizer.cli.output import as_dict, json_line
    from summarizer.errors import UnknownNameError
    from summarizer.evaluation.corruptions import evaluate_corruptions
    from summarizer.evaluation.evidence_clusters import read_evidence

    if half not in ("both", "first", "second"):
        raise UnknownNameError("half", half, ("both", "first", "second"))
    with waiting("reading"):
        clusters, data = read_evidence(paths)
    with waiting("checking"):
        report = evaluate_corruptions(
            clusters,
            data,
            most=most,
            seed=seed,
            half=half,  # type: ignore[arg-type]
            paraphrases=paraphrases or (),
        )
    if as_json:
        typer.echo(json_line(as_dict(report)))
    else:
        _show(report)


def _show(report: "CorruptionReport") -> None:
    for head, told, flagged, rows in (
        ("made false", "share caught", "caught", report.false),
        ("true", "false alarms", "flagged", report.true),
    ):
        heads = (head, told, flagged, "certain", "after a paraphrase", flagged, "certain")
        show_table(heads, _rows(rows))
    halves = "both halves" if report.half == "both" else f"{report.half} half"
    typer.echo(f"seed {report.seed}, {halves} of the events")
    show_data(report.data)


def _rows(found: "tuple[Caught, ...]") -> list[tuple[object, ...]]:
    kinds = dict.fromkeys(each.kind for each in found)
    by_kind = {(each.kind, each.paraphrased): each for each in found}
    return [
        (kind, *_cells(by_kind.get((kind, False))), *_cells(by_kind.get((kind, True))))
        for kind in kinds
    ]


def _cells(caught: "Caught | None") -> tuple[object, ...]:
    if caught is None or not caught.made:
        return "", "", ""
    share = caught.caught / caught.made
    return share, f"{caught.caught} of {caught.made}", f"{caught.certain}"
