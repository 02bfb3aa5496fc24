"""`check`: texts from anywhere, sentence by sentence against their articles."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, JudgeFolder, Zone, settings
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, UnreadableInputError

if TYPE_CHECKING:
    from summarizer.reading import ClusterDocuments
    from summarizer.service import Summarizer

__all__ = ["CheckJob", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckJob:
    """A check of the `summary` of every line against its articles."""

    zone: str
    max_bytes: int
    settings: Settings

    def answer(self, cluster: "ClusterDocuments") -> tuple[str, object]:
        """The cluster's id, and the report."""
        text = cluster.fields.get("summary")
        if not isinstance(text, str):
            raise UnreadableInputError(cluster.id, "needs the text to check in `summary`")
        report = _summarizer(self.settings).check(
            text, cluster.documents, zone=self.zone, warnings=cluster.notices
        )
        return cluster.id, report


@cache
def _summarizer(settings: Settings) -> "Summarizer":
    """What checks, made once in a process: a judge takes seconds to load."""
    from summarizer.factory import build_judges
    from summarizer.service import Summarizer

    return Summarizer(judges=build_judges(settings))


def check(
    source: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", help="A cluster and a text a line; - for stdin.")
    ],
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where the verdicts go, a line each.")
    ] = None,
    zone: Zone = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes \\[default: one for each core].")
    ] = None,
    judge: JudgeFolder = None,
    as_json: AsJson = False,
) -> None:
    """Check summaries, from anywhere: {"id", "articles", "summary"} a line.

    Each sentence gets a verdict, a score in [0, 1], reasons, and the sentences of the articles that
    support it best; a summary the score of its weakest sentence. All of an article's text counts.
    A judge is loaded by every process: choose --jobs by the memory that it takes.
    """
    from summarizer.cli.batching import ended, run
    from summarizer.cli.output import as_dict, json_line
    from summarizer.factory import build_judges

    if as_json and output is None:
        raise InvalidRequestError("--json prints the counts: name a file for the verdicts with -o")
    chosen = settings(judge=judge)
    build_judges(chosen)  # what is wrong with it is said once, not in every line
    job = CheckJob(zone=zone or chosen.timezone, max_bytes=chosen.max_body_bytes, settings=chosen)
    counts = run(job, source, output, jobs=jobs or os.cpu_count() or 1)
    if as_json:
        typer.echo(json_line(as_dict(counts)))
    raise ended(counts.failed, counts.clusters, output)
