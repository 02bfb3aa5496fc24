"""`read`, `ingest` and `embed`: articles as they are read, and articles into the store."""

from collections import Counter
from typing import Annotated

import typer

from summarizer.cli.options import AsJson, Database, Paths, settings
from summarizer.errors import UnreadableInputError
from summarizer.types import IngestOutcome, IngestStatus

__all__ = ["embed", "ingest", "read"]


def read(
    paths: Paths = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show articles as they are read: title, date, sentences, and what was removed and why."""
    from summarizer.cli.output import article_as_read, article_lines, json_line, print_lines
    from summarizer.reading import read_paths

    failed = False
    for item in read_paths(_given(paths), max_bytes=settings().max_body_bytes):
        if isinstance(item, UnreadableInputError):
            failed = True
            if as_json:
                typer.echo(json_line({"id": item.name, "error": item.reason}))
            typer.echo(f"summarizer: {item}", err=True)
        elif as_json:
            typer.echo(json_line(article_as_read(item)))
        else:
            print_lines(article_lines(item))
    raise typer.Exit(int(failed))


def ingest(
    paths: Paths = None,
    *,
    database: Database = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Bring deleted articles back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Keep articles in the store. Running it again changes nothing that is there already."""
    from summarizer.cli.output import watched
    from summarizer.factory import build_summarizer
    from summarizer.reading import read_paths

    chosen = settings(database)
    summarizer = build_summarizer(chosen)
    articles = watched(read_paths(_given(paths), max_bytes=chosen.max_body_bytes))
    counts: Counter[IngestStatus] = Counter()
    for outcome in summarizer.ingest(articles, restore=restore):
        counts[outcome.status] += 1
        _tell(outcome, as_json=as_json)
    if not as_json:
        typer.echo(summary_of(counts))
    raise typer.Exit(int(counts["failed"] > 0))


def embed(*, database: Database = None, as_json: AsJson = False) -> None:
    """Give stored articles that have none a vector of the model in SUMMARIZER_EMBEDDER.

    `ingest` does so for what it keeps. This is for what was kept without that model: before it was
    set, or while it failed. It can be interrupted, and goes on where it was.
    """
    from summarizer.cli.output import counted, json_line
    from summarizer.factory import build_summarizer

    counts = build_summarizer(settings(database)).embed()
    done = max(counted(counts, "{} articles embedded"), default=0)
    typer.echo(json_line({"embedded": done}) if as_json else f"articles: {done} embedded")


def summary_of(counts: Counter[IngestStatus]) -> str:
    """One line that says what became of the articles."""
    known: tuple[IngestStatus, ...] = ("added", "updated", "unchanged", "skipped", "failed")
    parts = [f"{counts[status]} {status}" for status in known if counts[status]]
    hint = " (deleted before; --restore brings them back)" if counts["skipped"] else ""
    return f"articles: {', '.join(parts) or 'none found'}{hint}"


def _tell(outcome: IngestOutcome, *, as_json: bool) -> None:
    from summarizer.cli.output import as_dict, json_line

    if as_json:
        typer.echo(json_line(as_dict(outcome)))
    if outcome.status == "failed":
        typer.echo(f"summarizer: {outcome.name}: {outcome.error}", err=True)
    for notice in outcome.warnings:
        # of all the articles, where the others are of this one's text
        if notice.code == "embedder-failed":
            typer.echo(f"summarizer: {notice.message}", err=True)


def _given(paths: list[str] | None) -> list[str]:
    if not paths:
        raise typer.BadParameter("name files or folders, or - for standard input")
    return paths
