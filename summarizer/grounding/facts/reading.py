"""A sentence as facts are compared: its words with their stems, and the facts among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.grounding.facts.casing import Casing
from summarizer.grounding.facts.names import Name, names, names_in_small_letters
from summarizer.text.numbers_and_dates import numbers_and_dates
from summarizer.text.quantities import Quantity
from summarizer.text.stemmed import Token, stemmed
from summarizer.types import DateMention

__all__ = ["Item", "Reading", "Row", "read_sentence"]

#: stands for a fact among stems
_MARK = "*"


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
    tokens = stemmed(text, language)
    numbers, mentions = numbers_and_dates(text, published=published, language=language)
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
