"""What the commands print: answers for a person, and lines of JSON for programs."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from summarizer.briefs.sources import disagreement_lines, numbered, sources, when
from summarizer.errors import UnreadableInputError
from summarizer.text.sentences import split
from summarizer.types import (
    Article,
    ArticleInfo,
    Choice,
    Summary,
    SummarySentence,
)

__all__ = [
    "article_as_read",
    "article_lines",
    "as_dict",
    "counted",
    "evidence_line",
    "json_line",
    "marks",
    "origin_line",
    "print_lines",
    "progress_console",
    "summary_lines",
    "watched",
    "wrapped",
]

_WIDTH = 88
#: building one takes ten milliseconds
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
#: would move the cursor or clear the screen of a terminal
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def as_dict(value: object) -> dict[str, Any]:
    """The dataclass as JSON-ready types."""
    kind = type(value)
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    result: dict[str, Any] = _ADAPTERS[kind].dump_python(value, mode="json")
    return result


def json_line(value: object) -> str:
    """One line of JSON; text stays readable."""
    return json.dumps(value, ensure_ascii=False)


def progress_console() -> Console:
    """Where progress is shown: standard error, so that it never mixes with answers."""
    return Console(stderr=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to standard output, without the control characters that an article may hold."""
    for line in lines:
        print(_CONTROL.sub("", line))  # noqa: T201  (the command line's own output)


def watched(
    articles: Iterable[Article | UnreadableInputError],
) -> Iterator[Article | UnreadableInputError]:
    """The articles, counted on standard error while they come."""
    columns = (SpinnerColumn(), TextColumn("{task.completed} articles read"))
    with Progress(*columns, console=progress_console(), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for article in articles:
            yield article
            progress.advance(task)


def counted(counts: Iterable[int], told: str) -> Iterator[int]:
    """The counts, the last one shown on standard error: `told` has a place for it."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=progress_console(), transient=True) as progress:
        task = progress.add_task(told.format(0), total=None)
        for count in counts:
            progress.update(task, description=told.format(count))
            yield count


def article_as_read(article: Article) -> dict[str, Any]:
    """The article as `read --json` shows it: sentences, subheads and what was removed."""
    known = as_dict(article)
    sentences = [
        {"text": article.text[start:end], "start": start, "end": end}
        for start, end in split(article.text, article.language)
    ]
    if known["date"] is not None:
        known["date"] = _plain_date(known["date"])
    keys: tuple[str, ...] = (
        "id",
        "title",
        "text",
        "date",
        "language",
        "source",
        "url",
        "removed",
        "notices",
    )
    keys += ("entries",) if article.entries else ()
    headings = [as_dict(heading) for heading in article.headings]
    return {**{key: known[key] for key in keys}, "sentences": sentences, "headings": headings}


def _plain_date(date: dict[str, Any]) -> dict[str, Any]:
    """The date without a zone and an order where it has none, and so its alternatives."""
    known = {
        key: value
        for key, value in date.items()
        if value is not None or key not in ("offset_minutes", "order")
    }
    if "alternatives" in known:
        known["alternatives"] = [_plain_date(other) for other in known["alternatives"]]
    return known


def article_lines(article: Article) -> Iterator[str]:
    """The article as `read` shows it to a person."""
    yield f"{article.id}: {article.title or '(no title)'}"
    yield f"  {origin_line(article)}; language {article.language or 'unknown'}"
    headings = list(article.headings)
    for number, (start, end) in enumerate(split(article.text, article.language), start=1):
        while headings and headings[0].start < end:
            yield f"  --- {headings.pop(0).text}"
        yield from wrapped(article.text[start:end], f"  {number:3}  ", " " * 7)
    for notice in article.notices:
        yield f"  note: {notice.message}"
    for entry in article.entries:
        shown = textwrap.shorten(article.text[entry.start : entry.end], 60, placeholder=" …")
        yield f"  written {entry.date.value}: {shown}"
    if article.removed:
        yield f"  removed ({len(article.removed)}):"
    for item in article.removed:
        shown = textwrap.shorten(item.text, 60, placeholder=" …")
        yield f"    at {item.start:<6} {item.rule:<16} {shown}"
    yield ""


def summary_lines(summary: Summary) -> Iterator[str]:
    """The summary for a person: each sentence with its day, sources and exact place."""
    numbers = numbered(summary)
    for sentence in summary.sentences:
        yield from wrapped(f"{sentence.text} {marks(sentence, numbers)}", "", "")
        if sentence.citations:
            yield f"    {evidence_line(sentence, numbers)}"
        yield from (f"    {line}" for line in _judgement(sentence))
    yield ""
    if summary.disagreements:
        for line in disagreement_lines(summary):
            yield from wrapped(line, "", "    ")
        yield ""
    for number, info in sources(summary):
        yield f"[{number}] {info.title or info.id} ({origin_line(info)})"
    yield from (f"Note: {notice.message}" for notice in summary.warnings)
    if summary.explanation:
        yield from ("", *(line for c in summary.explanation for line in _choice_lines(c)))


def origin_line(article: ArticleInfo) -> str:
    """Who published the article, when, where that was found, and where it stands."""
    parts = [article.source or "source unknown", when(article)]
    if article.date is not None:
        parts[1] += f" ({article.date.origin})"
        parts += [f"or {other.value} ({other.origin})" for other in article.date.alternatives]
    return ", ".join([*parts, *([article.url] if article.url else [])])


def marks(sentence: SummarySentence, numbers: dict[str, int]) -> str:
    """The numbers of its sources: [1][2]."""
    return "".join(f"[{numbers[citation.article]}]" for citation in sentence.citations)


def evidence_line(sentence: SummarySentence, numbers: dict[str, int], *, dated: bool = True) -> str:
    """Where the sentence stands, its day when `dated`, and who says the same."""
    source = sentence.citations[0]
    parts = [f"characters {source.start}-{source.end} of [{numbers[source.article]}]"]
    places = [f"{each.citation.start}-{each.citation.end}" for each in sentence.added]
    if places:
        parts[0] += f", in brackets {', '.join(places)}"
    if dated and sentence.date is not None:
        parts.insert(0, f"{sentence.date.value:%Y-%m-%d} ({sentence.date.origin})")
    agreeing = [o.citation.article for o in sentence.also_in if o.independent]
    copies = [o.citation.article for o in sentence.also_in if not o.independent]
    if agreeing:
        parts.append("also said by " + "".join(f"[{numbers[a]}]" for a in agreeing))
    if copies:
        parts.append("also stands in " + "".join(f"[{numbers[a]}]" for a in copies))
    return "; ".join(parts)


def _judgement(sentence: SummarySentence) -> Iterator[str]:
    """What a model had to do with it, and what the checker found."""
    reasons = "; ".join(reason.message for reason in sentence.reasons)
    told = {"supported": "supported", "partly": "PARTLY SUPPORTED", "unsupported": "NOT SUPPORTED"}
    if sentence.origin == "generated" and sentence.verdict is not None:
        line = f"written by the model; {told[sentence.verdict]}, {sentence.support:.2f}"
        yield f"{line}: {reasons}" if reasons else line
    if sentence.origin == "replaced":
        yield f"in the place of a sentence without support: {reasons or 'no source says so'}"


def _choice_lines(choice: Choice) -> Iterator[str]:
    label = "kept" if choice.kept else "dropped"
    place = f"{choice.article}, sentence {choice.sentence + 1}"
    yield f"{label} {choice.rank}: {place}, score {choice.score:.2f}: {choice.reason}"
    yield from wrapped(textwrap.shorten(choice.text, 160, placeholder=" …"), "    ", "    ")


def wrapped(text: str, first: str, then: str) -> list[str]:
    """The text in lines, the first one indented by `first`, the others by `then`."""
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False
    )
