"""Numbers of a running English text, in digits and in words, with what they count and how surely.

text2num was tried and left: it gives no offsets in the text, and reads neither "2.3 million" nor
"more than a dozen". Other languages have numbers in digits only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.text.number_words import SCALES, VAGUE, number_in_words

__all__ = ["CURRENCIES", "Bound", "Quantity", "quantities"]

Bound = Literal["", "about", "over", "under"]

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
CURRENCIES = frozenset(_SIGNS.values())
_SIGN = r"(?P<sign>(?:US|A|C|HK)?\$|[€£¥₹])[ \xa0]?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[ \xa0-](?P<scale>dozen|hundred|thousand|million|billion|trillion)s?\b)"
_SHORT = r"(?:[ \xa0]?(?P<short>bn|mn|tn|m|k)\b)"
_NUMBER = re.compile(
    rf"(?<![^\W_])(?<![\d.,]\b)(?:{_SIGN})?(?P<digits>{_DIGITS})"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|{_SCALE}|{_SHORT})?(?![^\W_]?\d)"
)
_CLOCK = re.compile(
    r"(?<![\w:.,])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?"
    r"(?:[ \xa0]?(?P<half>[ap])\.?[ \xa0]?m\b\.?|[ \xa0]o[’']clock\b)"
    r"|(?<![\w:.,])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\w:])",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[ \xa0-]?(?:(?P<percent>%|per[ \xa0]?cent\b|pct\b)|percentage point"
    r"|(?:U\.?S\.? |American )?(?P<money>dollar|euro|pound|yen|rupee)s?\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<over>more than|over|at least|above|exceeding|upwards of|greater than|no fewer than"
    r"|no less than|not less than)"
    r"|(?P<under>less than|fewer than|under|below|up to|at most|nearly|almost|just under"
    r"|no more than|close to)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated|estimated))"
    r" (?:as (?:many|much) as )?(?:an? |the )?$",
    re.IGNORECASE,
)
_SHORTS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text; `text[start:end]` holds it with its sign and scale."""

    start: int
    end: int
    value: float
    #: the least step that the number as written tells apart: 100,000 for "2.3 million"
    step: float
    #: "%", "dollar", …, "clock" (minutes since midnight), "ordinal"; empty for what it does not say
    unit: str
    bound: Bound = ""
    #: "one", "first", "dozens": words that are often no number, or none in particular
    loose: bool = False


def quantities(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    """The numbers of `text` in order, without overlap."""
    english = language in (None, "en")
    found = list(_clocks(text))
    found += [each for each in _digits(text, english=english) if not _overlaps(each, found)]
    if english:
        found += [each for each in _words(text) if not _overlaps(each, found)]
    return tuple(sorted(found, key=lambda each: each.start))


def _clocks(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"] or match["hour24"])
        minute = int(match["minute"] or match["minute24"] or 0)
        if (match["half"] or "").lower() == "p" and hour < 12:
            hour += 12
        start, end = match.span()
        if not match.group().endswith(".m."):
            end -= len(match.group()) - len(match.group().rstrip(". \xa0"))
        yield Quantity(start=start, end=end, value=60.0 * hour + minute, step=1, unit="clock")


def _digits(text: str, *, english: bool) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        digits = match["digits"].replace(",", "")
        if not english and re.search(r"[.,]", match["digits"]):
            # 1.234 is a thousand and more in German: taken as it is written
            digits = match["digits"].replace(",", "").replace(".", "")
        sign, short = match["sign"], match["short"]
        if short and not sign and short not in ("bn", "mn"):
            short = None
        scale = SCALES.get(match["scale"] or "", _SHORTS.get(short or "", 1.0))
        end = match.end() if short == match["short"] else match.start("short")
        whole = digits.split(".")
        step = scale * (10.0 ** -len(whole[1]) if len(whole) > 1 else 1.0)
        unit = _SIGNS[sign[-1]] if sign else "ordinal" if match["ordinal"] else ""
        yield _with_unit(text, match.start(), end, float(digits) * scale, step, unit)


def _words(text: str) -> Iterator[Quantity]:
    for start, end, value, step, kind in number_in_words(text):
        found = _with_unit(text, start, end, value, step, "ordinal" if kind == "ordinal" else "")
        loose = kind == VAGUE or (value <= 2 and (kind == "ordinal" or value <= 1) and step <= 1)
        yield Quantity(
            start=found.start,
            end=found.end,
            value=value,
            step=step,
            unit=found.unit,
            bound=found.bound,
            loose=loose and not found.unit.startswith(("%", "dollar", "euro", "pound")),
        )


def _with_unit(  # noqa: PLR0917  (what the two readers of numbers have found, in their order)
    text: str, start: int, end: int, value: float, step: float, unit: str
) -> Quantity:
    after = None if unit else _UNIT.match(text, end)
    if after is not None:
        unit = "%" if not after["money"] else after["money"].lower()
    before = _BEFORE.search(text, max(0, start - 40), start)
    bound: Bound = ""
    if before is not None:
        bound = "over" if before["over"] else "under" if before["under"] else "about"
    return Quantity(start=start, end=end, value=value, step=step, unit=unit, bound=bound)


def _overlaps(quantity: Quantity, others: list[Quantity]) -> bool:
    return any(each.start < quantity.end and quantity.start < each.end for each in others)
