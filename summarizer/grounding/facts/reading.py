"""A sentence as facts are compared: its words with their stems, and the facts among them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.grounding.facts.casing import Casing
from summarizer.grounding.facts.names import Name, names, names_in_small_letters
from summarizer.text.date_mentions import date_mentions
from summarizer.text.function_words import function_words
from summarizer.text.quantities import Quantity, quantities
from summarizer.text.tokens import WORD, stem
from summarizer.text.verbs import base_form
from summarizer.types import DateMention

__all__ = ["Item", "Reading", "Row", "Token", "read_sentence"]

#: stands in for the day of publication where nobody knows it: days of the week keep their distance
NOWHERE = date(1804, 7, 4)
#: stands for a fact among stems
_MARK = "*"
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONTRACTION = re.compile(r"(?i)n['’]t$|['’](?:s|re|ve|ll|d|m)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word."""

    text: str
    start: int
    end: int
    #: stem of its base form; what is compared
    stem: str
    light: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A fact, and the tokens `[first, last)` that it is made of."""

    fact: Quantity | DateMention | Name
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """The stems of a sentence in a row, with whether they are light.

    Facts of one kind are each a single mark: what stands beside a fact may have been changed too.
    """

    stems: tuple[str, ...]
    light: tuple[bool, ...]
    #: token -> place in the row
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence that was read."""

    text: str
    tokens: tuple[Token, ...]
    #: as they stand, and with the facts of a kind marked
    row: Row
    rows: Mapping[str, Row]
    numbers: tuple[Item, ...]
    dates: tuple[Item, ...]
    names: tuple[Item, ...]
    #: whether its relative dates have a day to count from
    dated: bool


def read_sentence(
    text: str,
    *,
    language: str | None,
    published: date | None,
    casing: Casing,
) -> Reading:
    """The words and the facts of a sentence."""
    tokens = tuple(_token(match, language) for match in WORD.finditer(text))
    mentions = list(date_mentions(text, published=published or NOWHERE, language=language))
    taken = [(mention.start, mention.end) for mention in mentions]
    numbers = []
    for each in quantities(text, language):
        if any(start < each.end and each.start < end for start, end in taken):
            continue
        if _YEAR.fullmatch(text, each.start, each.end) and not each.unit:
            mentions.append(_year(each, text))
        else:
            numbers.append(each)
    items = {
        "number": _items(numbers, tokens),
        "date": _items(mentions, tokens),
        "name": _items(_names(text, language, casing), tokens),
    }
    return Reading(
        text=text,
        tokens=tokens,
        row=_row(tokens, ()),
        rows={kind: _row(tokens, found) for kind, found in items.items()},
        numbers=items["number"],
        dates=items["date"],
        names=items["name"],
        dated=published is not None,
    )


def _year(number: Quantity, text: str) -> DateMention:
    """A bare number that looks like a year: "the 2014 protests"."""
    return DateMention(
        start=number.start,
        end=number.end,
        text=text[number.start : number.end],
        value=date(int(number.value), 1, 1),
        precision="year",
        origin="stated",
    )


def _names(text: str, language: str | None, casing: Casing) -> tuple[Name, ...]:
    """English names; in other languages capitals and titles mean other things."""
    if language not in (None, "en"):
        return ()
    plain = text.islower() or text.isupper() or text[1:].islower()
    return tuple((names_in_small_letters if plain else names)(text, casing))


def _row(tokens: Sequence[Token], marked: Sequence[Item]) -> Row:
    within = {place: item.first for item in marked for place in range(item.first, item.last)}
    stems: list[str] = []
    light: list[bool] = []
    places: list[int] = []
    for place, token in enumerate(tokens):
        if within.get(place, place) == place:
            stems.append(_MARK if place in within else token.stem)
            light.append(token.light and place not in within)
        places.append(len(stems) - 1)
    return Row(tuple(stems), tuple(light), tuple(places))


def _token(match: re.Match[str], language: str | None) -> Token:
    word = match.group()
    lowered = word.lower()
    bare = _CONTRACTION.sub("", lowered)
    light = not bare or bare in function_words(language)
    english = language in (None, "en")
    found = stem(base_form(lowered) if english else lowered, language)
    return Token(word, match.start(), match.end(), found, light)


def _items(
    facts: Iterable[Quantity | DateMention | Name], tokens: Sequence[Token]
) -> tuple[Item, ...]:
    found = []
    for fact in facts:
        inside = [
            place
            for place, token in enumerate(tokens)
            if token.start < fact.end and fact.start < token.end
        ]
        if inside:
            found.append(Item(fact, inside[0], inside[-1] + 1))
    return tuple(found)
