"""Numbers that become others, or change places."""

import random
import re
from collections.abc import Sequence

from summarizer.evaluation.changes.kinds import Sources, put, swap

__all__ = ["change_number", "swap_numbers"]

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
)
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/]|[.,]\d|-\d)"
    rf"|(?<![\w-])(?P<word>{'|'.join(_WORDS)})(?= [a-z])"
)
_CALENDAR = re.compile(
    r"\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2})?\b"
)


def change_number(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """One number becomes another of its form, from the articles where they have one, or made up."""
    places = _numbers(sentence)
    if not places:
        return None
    place = chance.choice(places)
    held = {m.group() for m in places}
    others = {
        m.group()
        for m in _NUMBER.finditer(sources.cluster)
        if _form(m) == _form(place) and m.group() not in held and not _is_year(m)
    }
    new = (
        chance.choice(sorted(others))
        if others and chance.random() < 0.6
        else _made_up(place, chance)
    )
    return put(sentence, place, new) if new not in held else None


def swap_numbers(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """Two numbers of one form change places."""
    places = _numbers(sentence)
    pairs = [
        (one, other)
        for i, one in enumerate(places)
        for other in places[i + 1 :]
        if one.group() != other.group()
        and bool(one["word"]) == bool(other["word"])
        and not re.fullmatch(r" (?:and|or|to|by) |-", sentence[one.end() : other.start()])
    ]
    return swap(sentence, *chance.choice(pairs)) if pairs else None


def _numbers(sentence: str) -> list[re.Match[str]]:
    """Numbers that are no year and no day of a month."""
    taken = [match.span() for match in _CALENDAR.finditer(sentence)]
    found = _NUMBER.finditer(sentence)
    return [m for m in found if not _inside(m, taken) and not _is_year(m)]


def _form(match: re.Match[str]) -> tuple[bool, bool, bool, int]:
    """What makes two numbers look alike: words, separators, decimals and length."""
    shown = match.group()
    return bool(match["word"]), "," in shown, "." in shown, len(shown) if match["digits"] else 0


def _made_up(place: re.Match[str], chance: random.Random) -> str:
    if place["word"]:
        return chance.choice([word for word in _WORDS if word != place["word"]])
    digits = list(place["digits"])
    spot = chance.choice([i for i, digit in enumerate(digits) if digit.isdigit()])
    choices = [d for d in "123456789" if d != digits[spot]]
    digits[spot] = chance.choice(choices)
    return "".join(digits)


def _is_year(match: re.Match[str]) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", match.group()))


def _inside(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)
