"""Numbers with the unit that they measure in, so that 26 miles and 42 kilometres can be compared.

English. Units are those that news uses; a pound is money here, an inch a matter of fashion.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.text.quantities import Quantity, quantities

__all__ = ["Measure", "measures"]

#: dimension -> unit -> how many of the first unit it has
_UNITS: dict[str, dict[str, float]] = {
    "time": {
        "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800,
        "month": 2_629_800, "year": 31_557_600, "decade": 315_576_000,
    },
    "length": {
        "metre|meter": 1, "centimetre|centimeter|cm": 0.01, "kilometre|kilometer|km": 1000,
        "mile": 1609.344, "foot|feet|ft": 0.3048, "yard": 0.9144, "inch": 0.0254,
    },
    "weight": {"kilogram|kilo|kg": 1, "gram": 0.001, "tonne|ton": 1000},
    "area": {
        "square kilometre|square kilometer|sq km": 1, "square mile": 2.59, "hectare": 0.01,
        "acre": 0.00405,
    },
    "volume": {"litre|liter": 1, "gallon": 3.785, "barrel": 159},
    "speed": {"km/h|kph|kilometres per hour|kilometers per hour": 1, "mph|miles per hour": 1.609},
}  # fmt: skip
_BY_NAME = {
    name: (dimension, size)
    for dimension, units in _UNITS.items()
    for names, size in units.items()
    for name in names.split("|")
}
_NAMES = "|".join(sorted(_BY_NAME, key=len, reverse=True))
_UNIT = re.compile(
    rf"[ \xa0-]?(?P<name>{_NAMES})(?:e?s)?\b(?P<half> and a half\b)?(?![ -]old)", re.IGNORECASE
)
_TIMES = "|".join(_UNITS["time"])
_HEDGE = (
    r"(?:(?P<under>nearly|almost|just under|less than|under|up to)"
    r"|(?P<over>more than|over|at least|well over)|(?P<about>about|around|roughly|some)) "
)
#: "almost an hour", "half an hour", "an hour and a half": no number stands there
_UNCOUNTED = re.compile(
    rf"(?:\b{_HEDGE})?\b(?P<amount>half )?an? (?P<name>{_TIMES})\b(?P<half> and a half\b)?",
    re.IGNORECASE,
)
#: "$20 an hour", "twice a day", "60 miles an hour": what something is counted by
_RATE = re.compile(r"(?:[\d%s]|\b(?:once|twice|many|much|times?)) $")
_AFTERWARDS = re.compile(r" (?:ago|later|earlier|before|after|away|since)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number and its unit: `text[start:end]` holds both."""

    start: int
    end: int
    dimension: str
    #: how many of the dimension's first unit, with its bound
    amount: Quantity


def measures(text: str, numbers: Sequence[Quantity] | None = None) -> tuple[Measure, ...]:
    """The measures of an English text in order; `numbers` are its quantities where known."""
    known = quantities(text) if numbers is None else numbers
    found = [*_counted(text, known), *_uncounted(text)]
    return tuple(sorted(found, key=lambda each: each.start))


def _counted(text: str, numbers: Sequence[Quantity]) -> Iterator[Measure]:
    for number in numbers:
        match = None if number.unit else _UNIT.match(text, number.end)
        if match is None:
            continue
        dimension, size = _BY_NAME[match["name"].lower()]
        value = number.value + (0.5 if match["half"] else 0.0)
        amount = replace(number, value=value * size, step=number.step * size, loose=False)
        yield Measure(start=number.start, end=match.end(), dimension=dimension, amount=amount)


def _uncounted(text: str) -> Iterator[Measure]:
    for match in _UNCOUNTED.finditer(text):
        begin = match.start("amount") if match["amount"] else _article(match)
        if _RATE.search(text, max(0, begin - 8), begin) or _AFTERWARDS.match(text, match.end()):
            continue
        size = _UNITS["time"][match["name"].lower()]
        value = (0.5 if match["amount"] else 1.0) + (0.5 if match["half"] else 0.0)
        amount = Quantity(
            start=begin,
            end=match.end(),
            value=value * size,
            step=size / 2,
            unit="",
            bound=next((b for b in ("under", "over", "about") if match[b]), ""),
        )
        yield Measure(start=begin, end=match.end(), dimension="time", amount=amount)


def _article(match: re.Match[str]) -> int:
    """Where "an hour" begins behind its hedge."""
    hedge = next((match[name] for name in ("under", "over", "about") if match[name]), None)
    return match.start() + (len(hedge) + 1 if hedge else 0)
