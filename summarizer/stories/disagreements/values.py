"""The values of a sentence: counts, sums of money, shares, measures, times and days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.stories.disagreements.concepts import CONCEPTS, concept
from summarizer.stories.disagreements.counted import counted_after, is_part
from summarizer.stories.disagreements.reports import Report
from summarizer.text.measures import Measure, measures
from summarizer.text.numbers_and_dates import numbers_and_dates
from summarizer.text.quantities import CURRENCIES, Quantity
from summarizer.text.stemmed import Token, stemmed
from summarizer.text.tokens import stem
from summarizer.types import DateMention

__all__ = ["Key", "Read", "Value", "read_values"]

#: what kind of value it is, and of what: only values of one key are compared
Key = tuple[str, str]

#: in more words two things are told, or what is told is no prose but a list of entries
_LONGEST = 55
#: how far back the words that belong to a number are looked for
_BACK, _FAR_BACK = 30, 90
#: "at 6:20 p.m." is when it happened; a bare time heads an entry, and "by noon" is when it was told
_AT = re.compile(
    r"\b(?:at|around|about|shortly after|just after|just before|it was)(?: about)? $",
    re.IGNORECASE,
)
#: moves by the minute: two figures of one day are both true
_PRICE = re.compile(r"\b(?:shares?|stocks?|index|markets?|trading|futures|Nasdaq|Dow|FTSE)\b")
#: "within two days", "in the three months": how soon, not how long
_SOON = re.compile(
    r"\b(?:within|after|in|in just|in the|the (?:last|past|next|first)) $", re.IGNORECASE
)
#: "21 June 2010 09.18 BST": when an entry was written
_STAMP = re.compile(r",? \d{1,2}[.:]\d\d\b")
#: "two hours later": between two events, not how long one lasted
_APART = re.compile(r" (?:later|earlier|after|before|ago|old|into)\b")
#: "for nine years after a trial"
_LASTED = re.compile(r"\b(?:for|to|of|last\w*) (?:about |over |nearly |almost )?$", re.IGNORECASE)
_UNIT = re.compile(
    r"[ \xa0-]?(?:%|per[ \xa0]?cent\b|pct\b|(?:U\.?S\.? |American )?"
    r"(?:dollar|euro|pound|yen|rupee)s?\b)"
)
#: "rose by 2 percent" is no level
_BY = re.compile(
    r"\b(?:rose|rise[ns]?|fell|fall(?:en|s)?|gr[eo]wn?|increased?|decreased?|dropped|declined|climbed"
    r"|jumped|reduced|shr[aiu]nk|up|down)\b[^,;.]{0,20}\bby (?:\w+ )?$"
)
_POINTS = re.compile(r"[ -]?(?:percentage|per ?cent|%)?[ -]?points?\b")
_CHANGED: frozenset[str] = frozenset(("change",))
#: what a number that stands without a noun is of
_NUMBERED = re.compile(
    r"\b(?P<what>toll|turnout|magnitude|depth|crowd|attendance|number of (?P<noun>\w+))\b[^,;:.]*$",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"[ \xa0-]magnitude\b")
#: "the quake measured 6.1"
_MEASURED = re.compile(r"\b(?:earth)?quake\b[^,;:.]*\bmeasur\w+ $", re.IGNORECASE)
_OF_PEOPLE = frozenset("toll turnout crowd attendance".split())


@dataclass(frozen=True, slots=True)
class Value:
    """A value: `text[start:end]` of its sentence, with its unit."""

    start: int
    end: int
    amount: Quantity | DateMention
    key: Key
    #: what narrows down what is counted
    narrowed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Read:
    """A sentence with what was read in it."""

    report: Report
    tokens: tuple[Token, ...]
    numbers: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    values: tuple[Value, ...]


def read_values(report: Report) -> Read | None:
    """The values of an English sentence; None where there are none, or it asks something."""
    text = report.text
    if report.language not in (None, "en") or text.rstrip("\"”’'").endswith("?"):
        return None
    if len(text.split()) > _LONGEST:
        return None
    numbers, dates = numbers_and_dates(text, published=report.published, language="en")
    tokens = stemmed(text, "en")
    known = measures(text, numbers)
    values = (*_measured(text, known), *_numbers(text, tokens, numbers, known), *_day(text, dates))
    if not values:
        return None
    return Read(report=report, tokens=tokens, numbers=numbers, dates=dates, values=values)


def _measured(text: str, known: tuple[Measure, ...]) -> Iterator[Value]:
    for measure in known:
        apart = measure.dimension == "time" and (
            _before(_SOON, text, measure.start)
            or (_APART.match(text, measure.end) and not _before(_LASTED, text, measure.start))
        )
        if not apart and not is_part(text, measure.start, measure.end):
            key = ("measure", measure.dimension)
            yield Value(measure.start, measure.end, measure.amount, key)


def _numbers(
    text: str,
    tokens: tuple[Token, ...],
    numbers: tuple[Quantity, ...],
    known: tuple[Measure, ...],
) -> Iterator[Value]:
    for number in numbers:
        if any(each.start < number.end and number.start < each.end for each in known):
            continue
        if number.unit in CURRENCIES or number.unit in ("%", "clock"):
            yield from _with_unit(text, number)
        elif not (number.unit or number.loose or is_part(text, number.start, number.end)):
            yield from _count(text, tokens, number)


def _with_unit(text: str, number: Quantity) -> Iterator[Value]:
    end = number.end
    unit = _UNIT.match(text, end)
    end = unit.end() if unit else end
    if number.unit == "%" and _PRICE.search(text):
        return
    if number.unit == "clock" and not _before(_AT, text, number.start):
        return
    if number.unit == "%" and _POINTS.match(text, number.end):
        return
    if not is_part(text, number.start, end, share=number.unit == "%"):
        kind = "money" if number.unit in CURRENCIES else number.unit
        changed = _CHANGED if _before(_BY, text, number.start) else frozenset()
        yield Value(number.start, end, number, (kind, number.unit), changed)


def _count(text: str, tokens: tuple[Token, ...], number: Quantity) -> Iterator[Value]:
    counted = counted_after(tokens, text, number.end)
    if _MAGNITUDE.match(text, number.end):
        yield Value(number.start, number.end, number, ("count", "magnitude"))
    elif counted is not None:
        yield Value(number.start, number.end, number, ("count", counted.head), counted.narrowed)
    elif found := _NUMBERED.search(text, max(0, number.start - _FAR_BACK), number.start):
        what = found["what"].lower()
        if found["noun"]:
            head = concept(stem(found["noun"], "en"))
            head = "people" if head in CONCEPTS else head
        else:
            head = "people" if what in _OF_PEOPLE else what
        yield Value(number.start, number.end, number, ("count", head))
    elif _MEASURED.search(text, max(0, number.start - _FAR_BACK), number.start):
        yield Value(number.start, number.end, number, ("count", "magnitude"))


def _day(text: str, dates: tuple[DateMention, ...]) -> Iterator[Value]:
    """The only day that the sentence names in full: of several, it does not say of what each is."""
    days = [each for each in dates if each.precision == "day" and each.origin != "inferred"]
    if len(days) != 1 or _STAMP.match(text, days[0].end):
        return
    if re.search(r"\d", days[0].text):
        yield Value(days[0].start, days[0].end, days[0], ("date", ""))


def _before(pattern: re.Pattern[str], text: str, at: int) -> bool:
    return bool(pattern.search(text, max(0, at - _BACK), at))
