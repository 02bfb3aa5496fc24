"""Timelines that people wrote, with the articles that they are of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.datasets import Data, read_items
from summarizer.types import DateRange, Document, TimelineRequest

__all__ = ["ReferenceTimeline", "read_stop_words", "read_timelines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceTimeline:
    """Articles, the words of their topic, and a timeline that a person wrote."""

    id: str
    documents: tuple[Document, ...]
    keywords: tuple[str, ...]
    days: Mapping[date, Sequence[str]]

    @property
    def request(self) -> TimelineRequest:
        """The question that the reference answers."""
        sentences = sum(len(each) for each in self.days.values())
        return TimelineRequest(
            keywords=self.keywords,
            dates=DateRange.between(min(self.days), max(self.days)),
            days=len(self.days),
            sentences_per_date=max(1, round(sentences / len(self.days))),
        )


def read_timelines(paths: Iterable[Path]) -> tuple[list[ReferenceTimeline], Data]:
    """The timelines of files of `{"id", "articles", "keywords", "timelines"}`."""
    items, data = read_items(paths, {"articles": list, "timelines": list})
    found = []
    for number, item in enumerate(items, start=1):
        name = str(item.get("id") or number)
        several = len(item["timelines"]) > 1
        for place, timeline in enumerate(item["timelines"], start=1):
            found.append(
                ReferenceTimeline(
                    id=f"{name}-{place}" if several else name,
                    documents=tuple(_document(each) for each in item["articles"]),
                    keywords=tuple(str(each) for each in item.get("keywords") or ()),
                    days=_days(timeline, name),
                )
            )
    return found, data


def read_stop_words(path: Path) -> frozenset[str]:
    """The words of a file, one a line."""
    try:
        return frozenset(path.read_text(encoding="utf-8").lower().split())
    except OSError as error:
        raise UnreadableInputError.of_system(str(path), error) from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(str(path), f"is not UTF-8 (byte {error.start})") from error


def _document(item: Any) -> Document:
    fields = item if isinstance(item, dict) else {}
    kept = {
        name: fields[name]
        for name in ("id", "title", "text", "html", "date", "source", "url")
        if isinstance(fields.get(name), str)
    }
    return Document(**kept)


def _days(timeline: Any, name: str) -> dict[date, tuple[str, ...]]:
    try:
        days = {
            date.fromisoformat(day): tuple(str(each) for each in sentences)
            for day, sentences in timeline
        }
    except (TypeError, ValueError) as error:
        raise UnreadableInputError(name, "has no timeline of days and sentences") from error
    if not days:
        raise UnreadableInputError(name, "has a timeline without a day")
    return days
