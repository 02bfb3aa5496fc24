"""Dates named in a text, resolved against the day of its publication.

English, and numeric dates in any language. A mention keeps its place in the text and says whether
it names the day itself (`stated`) or needs the publication to be understood (`relative`).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from summarizer.types import DateMention, Precision

__all__ = ["date_mentions"]

_MONTHS = "January February March April May June July August September October November December"
_MONTH_NUMBERS = {
    key: number
    for number, name in enumerate(_MONTHS.split(), start=1)
    for key in {name.lower(), name[:3].lower(), "sept" if number == 9 else name.lower()}
}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS.split())}|(?:{_SHORT})\b\.?)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_SECOND = r"(?:\s?(?:-|–|&|and|to)\s?(?P<second>[0-3]?\d)\b(?!:))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_THEN_YEAR = rf"(?:,? {_YEAR}\b)?"
_WHICH = r"(?P<which>(?i:last|this|next|in|of|since|early|late|mid|by|until))[ -]"
_NAMES = "|".join(day.title() for day in _WEEKDAYS)
_PATTERNS = {
    "iso": re.compile(rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
    "numeric": re.compile(rf"(?<![\w.]){_DAY}\.(?P<month>[01]?\d)\.{_YEAR}\b"),
    "month_day": re.compile(rf"\b{_MONTH} {_DAY}\b{_SECOND}{_THEN_YEAR}"),
    "day_month": re.compile(rf"\b{_DAY}{_SECOND} (?:of )?{_MONTH}\b{_THEN_YEAR}"),
    "month": re.compile(rf"\b(?:{_WHICH}){_MONTH}(?!\w)(?! \d{{1,2}}\b){_THEN_YEAR}"),
    "month_year": re.compile(rf"\b{_MONTH},? {_YEAR}\b"),
    "weekday": re.compile(
        rf"(?<!Black )(?<!Bloody )(?<!Easter )(?<!Good )\b"
        rf"(?:(?P<which>(?i:last|next|this)) )?(?P<weekday>{_NAMES})\b(?! (?:Night|Times)\b)"
    ),
    "day_word": re.compile(r"\b(?P<word>today|tonight|yesterday|tomorrow)\b", re.IGNORECASE),
    "year": re.compile(rf"\b(?i:in|since|of|from|until|by) {_YEAR}\b(?!\s?%)"),
    "year_word": re.compile(r"\b(?P<which>last|this|next) year\b", re.IGNORECASE),
}
#: "Sunday, 30 June 2019", "30 June (Sunday)": the day is named twice
_DATE_AFTER = re.compile(r",? ?\(?")
_DATE_BEFORE = re.compile(r"(?:, | \(|, an? )$")
#: how far back to look for words that look ahead
_SENTENCE = 400
#: what follows in the sentence has not happened yet
_FUTURE = re.compile(
    r"\b(?:will|would|shall|is to|are to|plans? to|due|scheduled|expected|upcoming)\b"
)

Found = tuple[date, Precision, bool]


def date_mentions(
    text: str, *, published: date | None, language: str | None = "en"
) -> tuple[DateMention, ...]:
    """The dates that `text` names, in order, without overlap; offsets count from its start.

    Without `published` only mentions that need no other date are resolved. A month without a year
    is the one nearest to the publication, at most nine months before it or three after; a bare
    weekday is the last one, the day of publication included, unless the words before it look ahead.
    A weekday beside its date ("Sunday, 30 June") is part of that mention's evidence and no other
    mention, and a day that no calendar has ("31 June") is none.
    """
    names = _PATTERNS if language in (None, "en") else {k: _PATTERNS[k] for k in ("iso", "numeric")}
    found: list[DateMention] = []
    #: 1 for characters of a mention, 2 for those of a calendar day
    taken = bytearray(len(text))
    for kind, pattern in names.items():
        mark = 2 if _READERS[kind] is _calendar_day else 1
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]) or (kind == "weekday" and _beside_date(match, taken)):
                continue
            taken[start:end] = bytes([mark]) * (end - start)
            found.extend(_resolved(kind, match, published))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.value)))


def _beside_date(match: re.Match[str], taken: bytearray) -> bool:
    """True for the weekday of "Sunday, 30 June" and of "30 June, a Sunday"."""
    after = _DATE_AFTER.match(match.string, match.end())
    before = _DATE_BEFORE.search(match.string, max(0, match.start() - 5), match.start())
    follows = after is not None and taken[after.end() : after.end() + 1] == b"\2"
    return follows or (before is not None and taken[before.start() - 1 : before.start()] == b"\2")


def _resolved(kind: str, match: re.Match[str], published: date | None) -> Iterator[DateMention]:
    for value, precision, stated in _READERS[kind](match, published):
        yield DateMention(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            value=value,
            precision=precision,
            origin="stated" if stated else "relative",
        )


def _calendar_day(match: re.Match[str], published: date | None) -> Iterator[Found]:
    groups = match.groupdict()
    month = groups["month"].rstrip(".").lower()
    number = int(month) if month.isdigit() else _MONTH_NUMBERS[month]
    year = int(groups["year"]) if groups["year"] else None
    for day in (groups["day"], groups.get("second")):
        if day is None:
            continue
        value = _day(year, number, int(day), published)
        if value is not None:
            yield value, "day", year is not None


def _day(year: int | None, month: int, day: int, published: date | None) -> date | None:
    if year is None:
        if published is None:
            return None
        year = _nearest_year(month, published)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _nearest_year(month: int, published: date) -> int:
    ahead = (month - published.month) % 12
    return (
        published.year
        + (published.month + ahead > 12 if ahead <= 3 else 0)
        - (published.month - (12 - ahead) < 1 if ahead > 3 else 0)
    )


def _month(match: re.Match[str], published: date | None) -> Iterator[Found]:
    groups = match.groupdict()
    number = _MONTH_NUMBERS[groups["month"].rstrip(".").lower()]
    if groups["year"]:
        yield date(int(groups["year"]), number, 1), "month", True
    elif published is not None:
        yield date(_month_year(groups["which"], number, published), number, 1), "month", False


def _month_year(which: str, month: int, published: date) -> int:
    which = which.lower()
    if which == "last":
        return published.year - (month >= published.month)
    if which == "next":
        return published.year + (month <= published.month)
    if which == "this":
        return published.year
    return _nearest_year(month, published)


def _weekday(match: re.Match[str], published: date | None) -> Iterator[Found]:
    if published is None:
        return
    back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    least = max(0, match.start() - _SENTENCE)
    begin = max(least, *(match.string.rfind(stop, least, match.start()) for stop in (". ", "\n")))
    looks_ahead = _FUTURE.search(match.string, begin, match.start())
    which = (match["which"] or "").lower()
    if which == "last":
        back = back or 7
    elif which == "next" or (looks_ahead and back):
        back -= 7
    yield published - timedelta(days=back), "day", False


def _day_word(match: re.Match[str], published: date | None) -> Iterator[Found]:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    if published is not None:
        yield published + timedelta(days=shift), "day", False


def _year(match: re.Match[str], _: date | None) -> Iterator[Found]:
    yield date(int(match["year"]), 1, 1), "year", True


def _year_word(match: re.Match[str], published: date | None) -> Iterator[Found]:
    shift = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    if published is not None:
        yield date(published.year + shift, 1, 1), "year", False


_READERS: dict[str, Callable[[re.Match[str], date | None], Iterator[Found]]] = {
    "iso": _calendar_day,
    "numeric": _calendar_day,
    "month_day": _calendar_day,
    "day_month": _calendar_day,
    "month": _month,
    "month_year": _month,
    "weekday": _weekday,
    "day_word": _day_word,
    "year": _year,
    "year_word": _year_word,
}
