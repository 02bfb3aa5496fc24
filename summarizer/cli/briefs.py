"""`brief`: the brief of a day, written once."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal

import typer

from summarizer.cli.options import (
    AsJson,
    Database,
    RankerOption,
    Zone,
    ranker_options,
    settings,
    shown_options,
)
from summarizer.errors import InvalidRequestError
from summarizer.types import Brief, BriefKey

__all__ = ["brief"]

Format = Literal["text", "markdown", "json"]


def brief(  # noqa: PLR0913  (a command's parameters are its options)
    *,
    day: Annotated[
        str | None,
        typer.Option("--date", help="The day; yesterday when left out.", show_default=False),
    ] = None,
    zone: Zone = None,
    topic: Annotated[str | None, typer.Option(help="Only articles about this.")] = None,
    words: Annotated[int, typer.Option(min=1, help="Words for each story.")] = 80,
    ranker_option: RankerOption = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Write a new edition from what is stored now.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = "text",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write the brief of a day from the store, once: a second run prints the saved one.

    A saved brief comes back whatever --words and --ranker-option say, with a note of how it was
    written. With --rebuild a new edition is written as they say.
    """
    from summarizer.briefs.rendering import as_markdown, as_text
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.factory import build_summarizer

    chosen = settings(database)
    key = BriefKey(
        day=_day(day, zone or chosen.timezone), zone=zone or chosen.timezone, topic=topic
    )
    started = datetime.now(UTC)
    written = build_summarizer(chosen).write_brief(
        key,
        words=words,
        ranker=chosen.ranker,
        ranker_options=ranker_options(ranker_option),
        rebuild=rebuild,
    )
    if as_json or form == "json":
        typer.echo(json_line(as_dict(written)))
    else:
        print_lines((as_markdown if form == "markdown" else as_text)(written).splitlines())
    if written.created < started:
        message = f"the saved brief ({_how_written(written)}); --rebuild writes a new one"
        typer.echo(f"summarizer: {message}", err=True)


def _how_written(saved: Brief) -> str:
    """Its edition, its time, and what the options of this run were in the run that wrote it."""
    told = [f"edition {saved.edition}, written {saved.created:%Y-%m-%d %H:%M} UTC"]
    # a day without articles has no brief, so the first story is there: all were written alike
    for manifest in (section.summary.manifest for section in saved.sections[:1]):
        told.append(f"ranker {manifest.ranker}, {manifest.budget.amount} words for each story")
        told += shown_options(manifest.parameters)
    return ", ".join(told)


def _day(given: str | None, zone: str) -> date:
    from summarizer.briefs.day import yesterday
    from summarizer.service.refusing import check_zone

    check_zone(zone)
    try:
        return yesterday(datetime.now(UTC), zone) if given is None else date.fromisoformat(given)
    except ValueError as error:
        raise InvalidRequestError(f"{given!r} is no day; write it as 2019-06-30") from error
