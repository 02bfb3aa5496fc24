"""`evaluate disagreements`: reports that differ, told from those that only seem to."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Files
from summarizer.cli.reports import show, waiting

if TYPE_CHECKING:
    from summarizer.evaluation.disagreements import Share

__all__ = ["disagreements"]


def disagreements(
    files: Files,
    *,
    part: Annotated[str, typer.Option(help="all, tuned or held-out.")] = "all",
    as_json: AsJson = False,
) -> None:
    """Pairs of reports: a JSON list of {"kind", "expected", "values", "articles", "held_out"}.

    What is told of a pair is right when it is expected, of the expected kind (conflict, update,
    plan), and has the two values. Intervals are bootstrapped over pairs.
    """
    from summarizer.errors import UnknownNameError
    from summarizer.evaluation.disagreements import evaluate_disagreements, read_pairs

    known = ("all", "tuned", "held-out")
    if part not in known:
        raise UnknownNameError("part", part, known)
    pairs, data = read_pairs(files)
    with waiting("comparing"):
        report = evaluate_disagreements(pairs, data, part=part)  # type: ignore[arg-type]
    heads = ("kind", "disagree", "pairs", "as expected", "told wrongly")
    rows = (
        (each.kind, "yes" if each.disagree else "no", each.pairs, each.right, each.wrong)
        for each in report.kinds
    )
    show(report, heads, rows, as_json=as_json)
    if not as_json:
        typer.echo(
            f"{report.pairs} pairs ({part}): precision {_shown(report.precision)},"
            f" recall {_shown(report.recall)}"
        )
        for found in report.otherwise:
            typer.echo(f"expected {found.expected}, found {found.found}: {' / '.join(found.texts)}")


def _shown(share: "Share | None") -> str:
    return "none" if share is None else f"{share.share:.3f} [{share.low:.3f}, {share.high:.3f}]"
