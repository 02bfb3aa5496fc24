"""`timeline`: what happened on which day."""

import os
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.options import AsJson, Database, Paths, Zone, date_range, day, settings
from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.types import Timeline, TimelineRequest

if TYPE_CHECKING:
    from summarizer.reading import ClusterDocuments

__all__ = ["TimelineJob", "timeline"]

_WIDTH = 88


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineJob:
    """A timeline of every line, which may say how long, of which days, and about what."""

    request: TimelineRequest
    max_bytes: int

    def answer(self, cluster: "ClusterDocuments") -> tuple[str, object]:
        """The cluster's id, and its timeline: days with their sentences, and the entries."""
        from summarizer.reading import read_cluster
        from summarizer.service import Summarizer

        request = _asked(self.request, cluster)
        read = read_cluster(cluster)
        found = Summarizer().timeline(request, read.articles, warnings=read.warnings)
        return read.id, TimelineLine.of(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """What is written for a line: entries of single days once more in short."""

    timeline: tuple[tuple[str, tuple[str, ...]], ...]
    entries: tuple[Any, ...]
    warnings: tuple[Any, ...]

    @classmethod
    def of(cls, found: Timeline) -> "TimelineLine":
        """The line of a timeline."""
        return cls(
            timeline=tuple(
                (entry.date.isoformat(), tuple(sentence.text for sentence in entry.sentences))
                for entry in found.entries
                if entry.precision == "day"
            ),
            entries=found.entries,
            warnings=found.warnings,
        )


def timeline(  # noqa: PLR0913  (a command's parameters are its options)
    paths: Paths = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Of one JSON-lines file: a timeline for every cluster."
        ),
    ] = None,
    topic: Annotated[
        str | None, typer.Option(help="What to look for in the store, or to keep to in the files.")
    ] = None,
    keyword: Annotated[
        list[str] | None, typer.Option(help="Every sentence holds one of these; may be repeated.")
    ] = None,
    days: Annotated[
        int | None, typer.Option(min=1, help="How many \\[default: those that matter].")
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, help="Sentences of a day.")] = 2,
    date_from: Annotated[
        str | None, typer.Option("--from", help="First day of publication, in the store.")
    ] = None,
    date_to: Annotated[str | None, typer.Option("--to", help="Last day of publication.")] = None,
    first: Annotated[str | None, typer.Option(help="First day to tell.")] = None,
    last: Annotated[str | None, typer.Option(help="Last day to tell.")] = None,
    zone: Zone = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes, with -o.")] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Tell files, or stored articles by topic, day by day; each sentence with its place.

    Days are those that articles name, in dates or in words ("on Sunday"). With -o the file holds a
    cluster a line, which may say `keywords`, `dates` (how many), `sentences_per_date`, `date_from`
    and `date_to`.
    """
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.factory import build_summarizer

    chosen = settings(database)
    request = TimelineRequest(
        topic=topic,
        dates=date_range(date_from, date_to, zone or chosen.timezone),
        keywords=tuple(keyword or ()),
        days=days,
        sentences_per_day=sentences,
        first=day(first, "--first"),
        last=day(last, "--last"),
        zone=zone or chosen.timezone,
    )
    if output is not None:
        raise typer.Exit(_lines_of(paths or [], output, TimelineJob(
            request=request, max_bytes=chosen.max_body_bytes), jobs, as_json=as_json))  # fmt: skip
    if paths:
        found = _of_files(request, paths, chosen.max_body_bytes)
    elif request.topic is None and request.dates is None:
        raise InvalidRequestError("name files, or --topic, --from or --to to search the store")
    else:
        found = build_summarizer(chosen).timeline(request)
    if as_json:
        typer.echo(json_line(as_dict(found)))
    else:
        print_lines(timeline_lines(found))


def _lines_of(
    paths: Sequence[str], output: Path, job: TimelineJob, jobs: int | None, *, as_json: bool
) -> int:
    from summarizer.cli.batching import run
    from summarizer.cli.output import as_dict, json_line

    if len(paths) != 1:
        raise InvalidRequestError("-o goes with one JSON-lines file")
    counts = run(job, Path(paths[0]), output, jobs=jobs or os.cpu_count() or 1)
    if as_json:
        typer.echo(json_line(as_dict(counts)))
    return int(counts.failed > 0)


def _of_files(request: TimelineRequest, paths: Sequence[str], max_bytes: int) -> Timeline:
    from summarizer.cli.summaries import read_articles
    from summarizer.service import Summarizer

    articles, warnings = read_articles(paths, max_bytes)
    return Summarizer().timeline(request, articles, warnings=warnings)


def _asked(request: TimelineRequest, cluster: "ClusterDocuments") -> TimelineRequest:
    """The request with what the line says of its own."""
    fields = cluster.fields
    keywords = fields.get("keywords")
    if keywords is not None and not (
        isinstance(keywords, list) and all(isinstance(each, str) for each in keywords)
    ):
        raise UnreadableInputError(cluster.id, "`keywords` is no list of words")
    topic = fields.get("topic")
    return replace(
        request,
        topic=topic if isinstance(topic, str) and topic.strip() else request.topic,
        keywords=tuple(keywords) if keywords is not None else request.keywords,
        days=_count(cluster, "dates", request.days),
        sentences_per_day=_count(cluster, "sentences_per_date", request.sentences_per_day) or 1,
        first=_day(cluster, "date_from") or request.first,
        last=_day(cluster, "date_to") or request.last,
    )


def _count(cluster: "ClusterDocuments", name: str, default: int | None) -> int | None:
    value = cluster.fields.get(name)
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise UnreadableInputError(cluster.id, f"`{name}` is {value!r}: write a number from 1 on")
    return value


def _day(cluster: "ClusterDocuments", name: str) -> date | None:
    value = cluster.fields.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        reason = f"`{name}` is {value!r}: write a day as 2019-06-30"
        raise UnreadableInputError(cluster.id, reason) from error


def timeline_lines(found: Timeline) -> Iterator[str]:
    """The timeline for a person: each day, how it is known, its sentences and their places."""
    from summarizer.briefs.sources import when

    infos = [info for each in found.articles for info in (each.article, *each.copies)]
    cited = dict.fromkeys(
        citation.article
        for entry in found.entries
        for sentence in entry.sentences
        for citation in sentence.citations
    )
    numbers = {name: number for number, name in enumerate(cited, start=1)}
    for entry in found.entries:
        sources = "1 source names it" if entry.named == 1 else f"{entry.named} sources name it"
        known = f"{entry.basis}: {entry.reason}"
        yield f"{_told(entry.date, entry.precision)}  ({known}{f'; {sources}' * (entry.named > 0)})"
        for sentence in entry.sentences:
            citation = sentence.citations[0]
            mark = f"[{numbers[citation.article]}]"
            yield from textwrap.wrap(
                f"{sentence.text} {mark}", _WIDTH, initial_indent="  ", subsequent_indent="  "
            )
            yield f"      characters {citation.start}-{citation.end} of {mark}"
        yield ""
    by_id = {info.id: info for info in infos}
    for name, number in numbers.items():
        info = by_id[name]
        source = info.source or "source unknown"
        yield f"[{number}] {info.title or info.id} ({source}, {when(info)})"
    yield from (f"Note: {notice.message}" for notice in found.warnings)


def _told(first: date, precision: str) -> str:
    if precision == "day":
        return f"{first.day} {first:%B %Y}"
    if precision == "month":
        return f"{first:%B %Y}"
    if precision == "quarter":
        return f"quarter {(first.month - 1) // 3 + 1} of {first.year}"
    return str(first.year)
