"""What the lines around a plain text tell about it: when it appeared, where, at which address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from summarizer.reading.dates import (
    LABELLED_DATE,
    dates_of_lines,
    find_dates,
    is_date_line,
    strip_date,
    tells_when,
)
from summarizer.reading.header_words import BYLINE, FILLING, LABEL
from summarizer.reading.page import Page
from summarizer.types import DateReading

__all__ = ["Header", "read_header", "source_of_url"]

_SKIP = re.compile(r"\bskip to more (.{2,40}?) sites\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,5}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]{0,5}(?:by )?"
    r"([A-Z][\w'’&-]*(?:\.[\w-]+)*(?: [A-Z&][\w'’&-]*){0,4})"
)
_COMPANY = re.compile(
    r"(?:,? (?:Ltd|Inc|LLC|GmbH|AG|PLC|plc|Limited|Corporation|Corp|S|SA|SL|SpA|BV|NV|All"
    r"|All Rights))+$"
)
_FOLLOW = re.compile(r"^Follow (?!us\b|@)([A-Z][\w ]{2,40})$")
_PARTS = re.compile(r"\s[|»–—-]\s")
#: a header is no longer than this many lines above or below the headline
_REACH = 12
#: a byline or a label stands within so many lines of the headline or the text
_NEAR = 3
#: rules that do not say what a line is, only that it is no article
_UNTOLD = ("link", "line-model", "outside", "section-label", "subhead")
#: a name, alone: no clock, no stray mark ("Meridian Wire", "L’Équipe", "Smith & Sons", "France 24")
_NAME = re.compile(r"[^\W\d_][\w.'’&-]*(?: (?:&|[^\W\d_][\w.'’&-]*))*(?: \d{1,2})?")
#: first parts of host names that name no publisher
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|p|amp|mobile|edition|news|rss|feeds?)\.")
#: words that newspapers, agencies and magazines put in their names
_PUBLISHERS = re.compile(
    r"\b(?:Post|Times|Review|Courier|Herald|Ledger|Observer|Wire|Tribune|Gazette|Journal|Guardian"
    r"|Telegraph|Chronicle|Dispatch|Daily|Press|Mail|Globe|Star|Standard|Independent|Agency|Magazine"
    r"|Weekly|Inquirer|Examiner|Register|Sentinel|Bulletin|Mirror|Zeitung|Rundschau|Tageblatt|Monde"
    r"|Figaro|Presse|Diario|Corriere|Giornale)\b"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w.]+(?: \w+)?)? \(([A-Z][^()/]{1,30})\) (?:[—–-]|--)"
)
_NUMBERED = re.compile(r"\[\d{1,4}\]|\s\s")
#: what stands in capitals above a text and names nobody
_SHOUTED = re.compile(r"\b(?:FOR|RELEASE|NEWS|BREAKING|UPDATE|URGENT|EXCLUSIVE|LIVE|STATEMENT)\b")
#: of a notice of copyright
_LONGEST_NOTICE = 300
_SECTIONS = frozenset(
    "news world politics business sport sports opinion culture asia europe africa americas"
    " home science technology tech health travel video weather economy environment top stories"
    " administration".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What was found; `dates` come best first."""

    source: str | None = None
    url: str | None = None
    dates: tuple[DateReading, ...] = ()


def read_header(page: Page) -> Header:
    """What the page's lines that are not running text say about the article."""
    first, _ = page.body()
    title = next((i for i in page.marks if page.marks[i] == "title"), first)
    near = range(max(0, min(first, title) - _REACH), min(len(page.lines), first + _REACH))
    around = [i for i in [*range(min(3, near.start)), *near] if page.marked(i)]
    addresses = (page.lines[i].text.strip("<>") for i in around if page.marked(i, "address"))
    dated = [i for i in around if _is_dated(page, i, (title, first))]
    return Header(
        source=next(_sources(page), None),
        url=next((url for url in addresses if url.startswith("http")), None),
        dates=tuple(_dates(page, dated, title)),
    )


def _dates(page: Page, indices: list[int], title: int) -> Iterator[DateReading]:
    """A date that is labelled as one, what stands below the headline, and what stands above it.

    At the top of a page stands the day on which it was saved.
    """
    labelled = [i for i in indices if LABELLED_DATE.match(page.lines[i].text)]
    below = [i for i in indices if i >= title and i not in labelled]
    above = [i for i in reversed(indices) if i < title and i not in labelled]
    for group in (labelled, below, above):
        yield from dates_of_lines((page.lines[i].text for i in group), "header")


def _is_dated(page: Page, index: int, around: tuple[int, int]) -> bool:
    """Whether the dates of a line that was taken out are those of the article."""
    rule, text = page.marks[index], page.lines[index].text
    if rule in ("date", "author") or (rule == "title" and _PARTS.search(text)):
        return True
    near = min(around) - _NEAR <= index <= max(around) + _NEAR
    return near and rule.startswith(_UNTOLD) and tells_when(text)


def _sources(page: Page) -> Iterator[str]:
    marked = [line for i, line in enumerate(page.lines) if page.marked(i)]
    for line in marked:
        yield from (match.group(1) for match in _SKIP.finditer(line.text))
    yield from _window_sources(page)
    for line in marked:
        match = _COPYRIGHT.search(line.text[:_LONGEST_NOTICE])
        if match is not None and match.group(1).lower() not in ("all", "all rights"):
            yield _COMPANY.sub("", match.group(1))
    for line in marked:
        yield from (match.group(1) for match in _FOLLOW.finditer(line.text))
    yield from _mastheads(page)
    for _, line in islice(page.open(), 2):
        yield from (match.group(1) for match in _DATELINE.finditer(line.text))


def _mastheads(page: Page) -> Iterator[str]:
    """Names of publishers that stand above the text, alone, in a menu, or beside a date."""
    first, _ = page.body()
    for index, line in enumerate(page.lines[:first]):
        if not page.marked(index, "section-label", "date"):
            continue
        if page.marked(index, "date") and not is_date_line(line.text):
            yield from filter(_is_name, [strip_date(line.text) or ""])
        if index == 0 and line.text.isupper() and 2 <= line.words <= 4 and _is_called(line.text):
            yield " ".join(word if len(word) <= 3 else word.title() for word in line.text.split())
        for name in _NUMBERED.split(line.text):
            words = name.split()
            named = (
                2 <= len(words) <= 4 and _PUBLISHERS.search(name) and not find_dates(name, "header")
            )
            if named and all(word[0].isupper() or len(word) <= 3 for word in words):
                yield name


def _is_called(line: str) -> bool:
    """Whether capitals above a text name a publisher, and shout nothing."""
    return _PUBLISHERS.search(line.title()) is not None or _SHOUTED.search(line) is None


def _is_name(text: str) -> bool:
    """Whether what a line says beside its date can be a publisher's name."""
    said = LABEL.search(text) or BYLINE.match(text) or text.rpartition(" ")[2] in FILLING
    return text[:1].isupper() and _NAME.fullmatch(text) is not None and not said


def _window_sources(page: Page) -> Iterator[str]:
    """The publisher in a window's title ("Headline | News | DW | 09.02.2019")."""
    for index, line in enumerate(page.lines[:3]):
        parts = [part.strip() for part in _PARTS.split(line.text)]
        if len(parts) < 2 or not page.marked(index, "title", "section-label"):
            continue
        names = parts[1:] if page.marked(index, "title") else [parts[0]]
        for name in reversed(names):
            if _may_be_publisher(name, piped="|" in line.text or "»" in line.text):
                yield name


def _may_be_publisher(name: str, *, piped: bool) -> bool:
    """Whether a part of a window's title can name the publisher; behind a dash it must say so."""
    words = name.split()
    named = all(not word[0].islower() or "." in word or len(word) <= 3 for word in words)
    other = find_dates(name, "header") or BYLINE.match(name) or name.endswith(("?", "!"))
    plain = len(words) <= 5 and not other
    shown = piped or "." in name or _PUBLISHERS.search(name) is not None
    return named and plain and shown and name.casefold() not in _SECTIONS


def source_of_url(url: str | None) -> str | None:
    """The publisher's host, without prefixes that name none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return _HOST_PREFIX.sub("", host) or None if host and "." in host else None
