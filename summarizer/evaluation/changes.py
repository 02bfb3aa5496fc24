"""True sentences made false by one change: of a number, a date, a negation, a name and so on.

The rules know nothing of how the checker reads: what it overlooks must stay visible.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.text.date_mentions import date_mentions
from summarizer.text.function_words import function_words
from summarizer.text.people import DAYS, TITLES
from summarizer.text.verbs import PAST

__all__ = ["CHANGES", "Change", "Sources"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a changed sentence may take its new words from."""

    #: the whole text of the cluster, and of another one
    cluster: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change; `make` returns None where a sentence has nothing to change."""

    kind: str
    make: Callable[[str, Sources, random.Random], str | None]


_WORDS = (
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
)
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/]|[.,]\d|-\d)"
    rf"|(?<![\w-])(?P<word>{'|'.join(_WORDS)})(?= [a-z])"
)
_MONTH = "January February March April May June July August September October November December"
_DATE = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?! (?:Night|Times))"
    rf"|\b(?P<month>{_MONTH.replace(' ', '|')}) (?P<day>\d{{1,2}})\b(?![,:]\d| ?%)"
    r"|(?<=\b[Ii]n )(?P<year>(?:19|20)\d\d)\b|(?P<word>\byesterday\b|\btomorrow\b|\blast year\b)"
)
_CALENDAR = re.compile(
    r"\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2})?\b"
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_OTHER_DAY = {"yesterday": "tomorrow", "tomorrow": "yesterday", "last year": "next year"}
_NAME = re.compile(
    r"(?<=[a-z,] )(?P<name>[A-Z][a-zà-ÿ]+(?:-[A-Za-z]+)?(?: [A-Z][a-zà-ÿ]+(?:-[A-Za-z]+)?){0,2})"
    r"(?=[ ,.;]|['’]s )"
)
#: between two names these make a list of equals, or one name
_LIST = re.compile(
    r"\b(?:and|or|between|with)\b|[,&]"
    r"|^(?:['’]s)?(?: (?:of|for|on|in|at|the|de|del|di|[A-Z][\w.]*))* ?$"
)
_AUXILIARY = re.compile(
    r"\b(?P<aux>is|are|was|were|will|would|could|should|has|have|had)"
    r"(?= (?:\w+ed|been|be|\w+ing)\b)"
    r"(?! (?:\w+ )?(?:not|no|never|nothing|nobody|none)\b)"
)
_NOT = re.compile(r"\b(?P<aux>is|are|was|were|will|would|could|did|do|does|has|have|had)"
                  r"(?: not|n['’]t)(?= [a-z])(?! (?:only|just)\b)")  # fmt: skip
_FLIPS = {
    "confirmed": "denied", "denied": "confirmed", "accepted": "rejected", "rejected": "accepted",
    "approved": "rejected", "increased": "decreased", "rose": "fell", "fell": "rose",
    "supported": "opposed", "opposed": "supported", "won": "lost", "lost": "won",
    "without": "with", "agreed to": "refused to", "refused to": "agreed to",
}  # fmt: skip
_FLIP = re.compile(rf"\b(?:{'|'.join(_FLIPS)})\b(?!['’])")
_MODAL = re.compile(
    r"(?<=[a-z] )(?P<modal>will|may|might|could|must|should|would)(?= (?!not\b)[a-z])"
)
_OTHER_MODAL = {
    "will": ("may", "might"), "would": ("might", "must"), "may": ("will", "must"),
    "might": ("will",), "could": ("will", "must"), "must": ("may",), "should": ("may", "will"),
}  # fmt: skip
_WILL = re.compile(r"\b(?:will|may|might) (?P<verb>[a-z]+)\b")
_QUOTED = re.compile(r"“[^“”]{5,}”|(?<![\w\"])\"(?=\w)[^\"]{5,}[^\s\"]\"(?!\w)")
_WORD = re.compile(r"\b[a-z]{4,}\b")


def _number(sentence: str, sources: Sources, chance: random.Random) -> str | None:
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
    return _put(sentence, place, new) if new not in held else None


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


def _swapped_numbers(sentence: str, _: Sources, chance: random.Random) -> str | None:
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
    return _swap(sentence, *chance.choice(pairs)) if pairs else None


def _date(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """One date becomes another; never one that the sentence names as well."""
    places = list(_DATE.finditer(sentence))
    if not places:
        return None
    place = chance.choice(places)
    if place["weekday"]:
        new = chance.choice([day for day in _WEEKDAYS if day not in sentence] or _WEEKDAYS)
    elif place["word"]:
        new = _OTHER_DAY[place["word"]]
    elif place["year"]:
        new = str(int(place["year"]) + chance.choice((-11, -3, -2, -1, 1, 2, 10)))
    elif chance.random() < 0.5:
        day = chance.choice([d for d in range(1, 29) if d != int(place["day"])])
        new = f"{place['month']} {day}"
    else:
        month = chance.choice([m for m in _MONTH.split() if m != place["month"]])
        new = f"{month} {place['day']}"
    if int(place["day"] or 1) > 28 and place["month"]:
        return None
    changed = _put(sentence, place, new)
    return changed if new not in sentence and _days(changed) != _days(sentence) else None


def _days(sentence: str) -> set[object]:
    from datetime import date

    nominal = date(2015, 7, 15)
    return {(m.value, m.precision) for m in date_mentions(sentence, published=nominal)}


def _negation(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """A "not" put in or left out, or a verb turned into its opposite."""
    made = [_put(sentence, m, f"{m['aux']} not") for m in _AUXILIARY.finditer(_unquoted(sentence))][
        :1
    ]
    made += [_put(sentence, m, m["aux"]) for m in _NOT.finditer(_unquoted(sentence))] * 2
    made += [_put(sentence, m, _FLIPS[m.group()]) for m in _FLIP.finditer(_unquoted(sentence))]
    return chance.choice(made) if made else None


def _modality(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """What will or may be becomes what may, will or must be, or what was."""
    plain = _unquoted(sentence)
    made = [
        _put(sentence, m, chance.choice(_OTHER_MODAL[m["modal"]])) for m in _MODAL.finditer(plain)
    ]
    made += [_put(sentence, m, PAST[m["verb"]]) for m in _WILL.finditer(plain) if m["verb"] in PAST]
    return chance.choice(made) if made else None


def _quotation(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A word in a quotation is replaced by one of the articles, or left out."""
    places = [
        (match, word)
        for match in _QUOTED.finditer(sentence)
        for word in _WORD.finditer(sentence, match.start(), match.end())
    ]
    if not places:
        return None
    quoted, word = chance.choice(places)
    # what a quotation leaves out at its ends it still quotes
    before, after = sentence[quoted.start() : word.start()], sentence[word.end() : quoted.end()]
    if re.search(r"\w", before) and re.search(r"\w", after) and chance.random() < 0.25:
        return sentence[: word.start()] + sentence[word.end() :].lstrip()
    others = sorted({w for w in _WORD.findall(sources.cluster) if w[:4] != word.group()[:4]})
    return _put(sentence, word, chance.choice(others)) if others else None


def _name_within(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A name becomes another of the same articles."""
    return _renamed(sentence, sources.cluster, chance)


def _name_elsewhere(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A name becomes one of articles about something else."""
    return _renamed(sentence, sources.elsewhere, chance)


def _renamed(sentence: str, pool: str, chance: random.Random) -> str | None:
    places = _names(sentence)
    if not places:
        return None
    place = chance.choice(places)
    length = len(place["name"].split())
    others = sorted(
        {
            other["name"]
            for other in _names(pool)
            if len(other["name"].split()) == length and _apart(other["name"], sentence)
        }
    )
    return _put(sentence, place, chance.choice(others)) if others else None


def _swapped_names(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """Two names that stand in no list change places."""
    places = _names(sentence)
    pairs = [
        (one, other)
        for i, one in enumerate(places)
        for other in places[i + 1 :]
        if _apart(one["name"], other["name"])
        and not _LIST.search(sentence[one.end() : other.start()])
    ]
    return _swap(sentence, *chance.choice(pairs)) if pairs else None


def _names(text: str) -> list[re.Match[str]]:
    """Runs of capitalised words inside a sentence, but for days, titles and "If"."""
    return [
        match
        for match in _NAME.finditer(text)
        if not set(match["name"].split()) & (DAYS | TITLES)
        and not {word.lower() for word in match["name"].split()} & function_words("en")
    ]


def _apart(name: str, text: str) -> bool:
    """Whether no word of the name, nor one that begins like it, stands in the text."""
    held = {word[:4].lower() for word in re.findall(r"\w+", text)}
    return not {word[:4].lower() for word in re.findall(r"\w+", name)} & held


def _unquoted(sentence: str) -> str:
    """The sentence with what it quotes blotted out: nothing but a quotation is changed there."""
    return re.sub(r"[“\"][^“”\"]*[”\"]", lambda match: "#" * len(match.group()), sentence)


def _inside(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _put(sentence: str, place: re.Match[str], new: str) -> str:
    return sentence[: place.start()] + new + sentence[place.end() :]


def _swap(sentence: str, one: re.Match[str], other: re.Match[str]) -> str:
    between = sentence[one.end() : other.start()]
    return sentence[: one.start()] + other.group() + between + one.group() + sentence[other.end() :]


CHANGES = (
    Change("number", _number),
    Change("numbers swapped", _swapped_numbers),
    Change("date", _date),
    Change("negation", _negation),
    Change("modality", _modality),
    Change("quotation", _quotation),
    Change("name of the articles", _name_within),
    Change("name from elsewhere", _name_elsewhere),
    Change("names swapped", _swapped_names),
)
