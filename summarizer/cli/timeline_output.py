"""Timelines for a person: the date, how it is known, the sentences, and where they stand."""

from collections.abc import Iterator

from summarizer.briefs.sources import numbered, sources
from summarizer.cli.output import evidence_line, marks, origin_line, wrapped
from summarizer.types import Timeline, TimelineEntry

__all__ = ["timeline_lines", "told_period"]

_QUARTERS = ("first", "second", "third", "fourth")


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """The entries, then their sources and the notes."""
    numbers = numbered(timeline)
    for entry in timeline.entries:
        yield f"{told_period(entry)} ({entry.known}: {entry.reason}{_texts(entry)})"
        for sentence in entry.sentences:
            yield from wrapped(f"{sentence.text} {marks(sentence, numbers)}", "    ", "    ")
            yield f"      {evidence_line(sentence, numbers, dated=False)}"
    if timeline.entries:
        yield ""
    for number, info in sources(timeline):
        yield f"[{number}] {info.title or info.id} ({origin_line(info)})"
    yield from (f"Note: {notice.message}" for notice in timeline.warnings)


def told_period(entry: TimelineEntry) -> str:
    """The date in words: 29 June 2019, 27–28 February 2019, June 2018, 2017."""
    first, last = entry.date, entry.until
    match entry.precision:
        case "month":
            return f"{first:%B} {first.year}"
        case "quarter":
            return f"{_QUARTERS[first.month // 3]} quarter of {first.year}"
        case "year":
            return f"{first.year}"
        case _:
            end = f"{last.day} {last:%B} {last.year}"
            if first == last:
                return end
            if (first.year, first.month) == (last.year, last.month):
                return f"{first.day}–{end}"
            return f"{first.day} {first:%B} {first.year} – {end}"


def _texts(entry: TimelineEntry) -> str:
    return "" if entry.texts < 2 else f"; {entry.texts} articles speak of it"
