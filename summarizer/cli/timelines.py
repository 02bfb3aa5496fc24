"""`timeline`: a story by its dates, for a person, or a line of answer for every line."""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Database, Paths, Zone, date_range, settings
from summarizer.cli.summaries import From, Language, To, Topic, read_articles
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.types import Notice, Timeline, TimelineEntry, TimelineRequest

if TYPE_CHECKING:
    from summarizer.reading import ClusterDocuments

__all__ = ["TimelineJob", "TimelineLine", "timeline"]

_AUTO = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """The answer to a line: days with their sentences, and all entries with their evidence."""

    timeline: tuple[tuple[dt.date, tuple[str, ...]], ...]
    entries: tuple[TimelineEntry, ...]
    warnings: tuple[Notice, ...]

    @classmethod
    def of(cls, timeline: Timeline) -> "TimelineLine":
        """The timeline; days that one entry tells together have its sentences each."""
        days = tuple(
            (entry.date + dt.timedelta(days=after), tuple(each.text for each in entry.sentences))
            for entry in timeline.entries
            if entry.precision == "day"
            for after in range((entry.until - entry.date).days + 1)
        )
        return cls(timeline=days, entries=timeline.entries, warnings=timeline.warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineJob:
    """A timeline of every line; what a line does not say is as in `request`."""

    request: TimelineRequest
    max_bytes: int

    def answer(self, cluster: "ClusterDocuments") -> tuple[str, object]:
        """The cluster's id, and its timeline."""
        from summarizer.reading import read_cluster
        from summarizer.service import Summarizer

        request = _asked(cluster.id, cluster.fields, self.request)
        read = read_cluster(cluster)
        found = Summarizer().timeline(request, read.articles, warnings=read.warnings)
        return read.id, TimelineLine.of(found)


def timeline(  # noqa: PLR0913  (a command's parameters are its options)
    paths: Paths = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Of JSON lines: where the answers go, a line each."),
    ] = None,
    dates: Annotated[
        str, typer.Option(help="How many days are told; auto tells those that stand out.")
    ] = _AUTO,
    sentences_per_date: Annotated[int, typer.Option(min=1, help="Sentences of each date.")] = 1,
    topic: Topic = None,
    date_from: From = None,
    date_to: To = None,
    zone: Zone = None,
    language: Language = None,
    max_articles: Annotated[
        int | None, typer.Option(min=1, help="Most stored articles to read.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="With -o, processes \\[default: one for each core].")
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Tell files, or stored articles by topic and dates, by date: each entry cited, its date stated
    or inferred.

    With -o, PATH holds a cluster a line: {"id", "articles"}, and where they are to differ from the
    options "keywords", "dates" (how many), "sentences_per_date", "date_from" and "date_to".
    """
    chosen = settings(database)
    request = TimelineRequest(
        topic=topic,
        dates=date_range(date_from, date_to, zone or chosen.timezone),
        days=_how_many(dates),
        sentences_per_date=sentences_per_date,
        zone=zone or chosen.timezone,
        language=language,
        max_articles=max_articles or chosen.max_articles,
    )
    if output is not None:
        _answer_lines(request, paths or [], output, chosen, jobs=jobs, as_json=as_json)
    else:
        _answer(request, paths or [], chosen, as_json=as_json)


def _answer(request: TimelineRequest, paths: list[str], chosen: Settings, *, as_json: bool) -> None:
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.cli.timeline_output import timeline_lines
    from summarizer.factory import build_summarizer
    from summarizer.service import Summarizer

    if paths:
        articles, warnings = read_articles(paths, chosen.max_body_bytes)
        found = Summarizer().timeline(request, articles, warnings=warnings)
    elif request.topic is None and request.dates is None:
        raise InvalidRequestError("name files, or --topic, --from or --to to search the store")
    else:
        found = build_summarizer(chosen).timeline(request)
    if as_json:
        typer.echo(json_line(as_dict(found)))
    else:
        print_lines(timeline_lines(found))
    raise typer.Exit(int(any(each.code == "unusable-article" for each in found.warnings)))


def _answer_lines(
    request: TimelineRequest,
    paths: list[str],
    output: Path,
    chosen: Settings,
    *,
    jobs: int | None,
    as_json: bool,
) -> None:
    from summarizer.cli.batching import ended, run
    from summarizer.cli.output import as_dict, json_line

    if len(paths) != 1:
        raise InvalidRequestError("with -o, name one file of clusters, a line each")
    job = TimelineJob(request=request, max_bytes=chosen.max_body_bytes)
    counts = run(job, Path(paths[0]), output, jobs=jobs or os.cpu_count() or 1)
    if as_json:
        typer.echo(json_line(as_dict(counts)))
    raise ended(counts.failed, counts.clusters, output)


def _how_many(given: str) -> int | None:
    if given == _AUTO:
        return None
    if not given.isdecimal() or int(given) < 1:
        raise InvalidRequestError(f"--dates is auto, or how many: {given!r} is neither")
    return int(given)


def _asked(cluster: str, fields: Mapping[str, object], default: TimelineRequest) -> TimelineRequest:
    """The question of a line; `UnreadableInputError` for a value of another kind."""
    first, last = _text(cluster, fields, "date_from"), _text(cluster, fields, "date_to")
    try:
        dates = date_range(first, last, default.told_zone)
    except InvalidRequestError as error:
        raise UnreadableInputError(cluster, str(error)) from error
    auto = fields.get("dates") == _AUTO
    return replace(
        default,
        keywords=_keywords(cluster, fields),
        dates=dates or default.dates,
        days=None if auto else _count(cluster, fields, "dates") or default.days,
        sentences_per_date=_count(cluster, fields, "sentences_per_date")
        or default.sentences_per_date,
    )


def _text(cluster: str, fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableInputError(cluster, f"`{name}` must be a day, such as 2019-06-30")
    return value


def _count(cluster: str, fields: Mapping[str, object], name: str) -> int | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise UnreadableInputError(cluster, f"`{name}` must be a number from 1")
    return value


def _keywords(cluster: str, fields: Mapping[str, object]) -> tuple[str, ...]:
    value = fields.get("keywords") or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UnreadableInputError(cluster, "`keywords` must be a list of words")
    return tuple(value)
