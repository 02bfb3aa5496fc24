"""The day in the dateline that opens a text: "SEOUL, June 30 (Agency) -".

It tells when the text was filed, often without a year; then it dates an article only where
something else tells the year.
"""

import re
from collections.abc import Iterable
from datetime import date

from summarizer.reading.calendar_words import MONTHS, WEEKDAYS
from summarizer.types import DateReading

__all__ = ["read_dateline"]

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_PLACE = r"[^\W\d_][^\n()\d:;!?]{1,50}"
_AGENCY = r"(?:\s?[(/\[][^()\[\]/\n]{2,40}[)/\]])"
_DAY = (
    rf"(?:(?:{_WEEKDAY})\.?,?\s)?(?:(?P<n>{_MONTH})\.?\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:\.|er|º)?"
    rf"\s(?:de\s)?(?P<n2>{_MONTH})\.?)\b(?:,?\s(?:de\s)?(?P<y>(?:19|20)\d\d))?"
)
#: a place or an agency makes it a dateline, and so does the dash behind
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}?){_AGENCY}?,\s|(?P<agency>\({_PLACE}?\))\s)?{_DAY}(?P<behind>{_AGENCY})?"
    r"[.,]?\s?(?:[—–-]{1,2}|:)\s",
    re.IGNORECASE,
)
#: a dateline is short, and stands at the beginning of a paragraph
_LONGEST = 120
#: below a standfirst
_PARAGRAPHS = 3


def read_dateline(text: str, known: Iterable[DateReading] = ()) -> list[DateReading]:
    """The day of the dateline in the first paragraphs; `known` readings lend it a year."""
    for paragraph in text.split("\n", _PARAGRAPHS)[:_PARAGRAPHS]:
        match = _DATELINE.match(paragraph[:_LONGEST])
        if match is not None and (match["place"] or match["agency"] or match["behind"]):
            value = _day(match, known)
            return [] if value is None else [_reading(value)]
    return []


def _day(match: re.Match[str], known: Iterable[DateReading]) -> date | None:
    month, day = MONTHS[(match["n"] or match["n2"]).casefold()], int(match["d"] or match["d2"])
    years = {int(match["y"])} if match["y"] else {reading.value.year for reading in known}
    try:
        return date(years.pop(), month, day) if len(years) == 1 else None
    except ValueError:
        return None


def _reading(value: date) -> DateReading:
    return DateReading(value=value, precision="day", origin="dateline")
