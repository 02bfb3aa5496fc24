"""Names in a sentence, and when two are one: parts, acronyms, countries and their people."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.grounding.facts.casing import Casing
from summarizer.text.function_words import function_words
from summarizer.text.given_names import HE, NICKNAMES, SHE
from summarizer.text.people import DAYS, TITLES

__all__ = ["Name", "names", "names_in_small_letters", "one_name"]

_CAPITAL = (
    r"(?:[^\W\d_a-zà-öø-ÿ]\.(?:[^\W\d_a-zà-öø-ÿ]\.)*"
    r"|[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[’'][^\W\d_]+)*(?:-[a-zà-ÿ]+)*)"
)
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|dos|du|ibn|la|le|van|von)[ -])"
_OF = r"(?:(?:of|for|on)(?: the)? )"
#: capitalised words in a row, "of" between them; digits and stars of "M87*" aside
_RUN = re.compile(rf"(?<![^\W_]){_CAPITAL}(?:[ -](?:{_PARTICLE}|{_OF})?{_CAPITAL})*(?![^\W_])")
_SPLIT = re.compile(r"(?:[^\W\d_]\.)+(?![^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINTS = frozenset("of for the on and at".split())
#: a country, what belongs to it, and its capital, which news uses for its government
_COUNTRIES = """
    united_states us usa america american americans washington
    united_kingdom uk britain british great_britain london
    european_union eu brussels
    france french frenchman paris
    germany german germans berlin
    netherlands dutch
    spain spanish spaniards madrid
    ireland irish dublin
    denmark danish
    sweden swedish
    switzerland swiss
    poland polish
    turkey turkish ankara
    greece greek greeks athens
    wales welsh
    scotland scottish scots
    england english
    china chinese beijing
    russia russian russians moscow
    japan japanese tokyo
    north_korea north_korean north_koreans north pyongyang dprk
    south_korea south_korean south_koreans south seoul
    israel israeli israelis
    iraq iraqi baghdad
    iran iranian tehran
    syria syrian damascus
    thailand thai thais
    norway norwegian
    united_nations un u.n.
"""
_ONE = {
    word.replace("_", " "): number
    for number, line in enumerate(_COUNTRIES.strip().splitlines())
    for word in line.split()
}
#: at the beginning of a sentence these have a capital
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million none nobody nothing everyone""".split()
)
_PEOPLE = ("n", "ns", "ese", "ish", "i", "is", "an", "ans")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a text."""

    start: int
    end: int
    #: in lower case, without accents, possessives, titles and single letters
    parts: tuple[str, ...]
    #: the first letters of its words
    initials: str
    #: whether it is written in capitals only
    acronym: bool
    #: a word at the beginning of a sentence that may be no name
    loose: bool = False


def names(text: str, casing: Casing) -> Iterator[Name]:
    """The names of a text in mixed case; `casing` tells words at its beginning from names."""
    for run in _RUN.finditer(text):
        words = list(_SPLIT.finditer(text, run.start(), run.end()))
        first = not text[: run.start()].strip(" \"“”‘’'(—–-…") or text[: run.start()].rstrip(
            " \"“‘'("
        ).endswith((".", "!", "?", ":", ";", "“", '"'))
        while words and _is_before(words[0].group(), first=first, casing=casing):
            words.pop(0)
            first = False
        loose = first and len(words) == 1 and not _is_known(words[0].group(), casing)
        while words and (words[-1].group() in DAYS or words[-1].group().lower() in _JOINTS):
            words.pop()
        for name in _parted(text, words):
            yield replace(name, loose=True) if loose else name


def names_in_small_letters(text: str, casing: Casing) -> Iterator[Name]:
    """The names of a text without capitals: words in a row that the evidence writes with one."""
    group: list[re.Match[str]] = []
    for word in _SPLIT.finditer(text):
        near = not group or text[group[-1].end() : word.start()] in (" ", "-")
        proper = _is_proper(_POSSESSIVE.sub("", word.group().lower()), casing)
        if group and not (near and proper):
            yield from (replace(name, loose=True) for name in _name(text, group))
            group = []
        if proper:
            group.append(word)
    yield from (replace(name, loose=True) for name in _name(text, group))


def _is_proper(word: str, casing: Casing) -> bool:
    shown = word.capitalize()
    other = shown in DAYS or shown in TITLES or word in function_words("en")
    return not other and casing.is_proper(word)


def _parted(text: str, words: list[re.Match[str]]) -> Iterator[Name]:
    """The names of a run: a possessive ends one ("Boeing's Muilenburg"), a day or a title too."""
    group: list[re.Match[str]] = []
    for word in words:
        shown = word.group()
        if shown in DAYS or (shown in TITLES and group):
            yield from _name(text, group)
            group = []
            continue
        group.append(word)
        if _POSSESSIVE.search(shown) and not shown.endswith("s'"):
            yield from _name(text, group)
            group = []
    yield from _name(text, group)


def _name(text: str, words: list[re.Match[str]]) -> Iterator[Name]:
    while words and words[-1].group().lower() in _JOINTS:
        words = words[:-1]
    while words and words[0].group().lower() in _JOINTS:
        words = words[1:]
    proper = [word for word in words if word.group().lower() not in _JOINTS]
    parts = tuple(_normal(word.group()) for word in proper)
    kept = tuple(part for part in parts if len(part) > 1) or parts
    if not any(kept) or all(part in _NUMBERS for part in kept):
        return
    start = words[0].start()
    end = words[-1].end() - (len(words[-1].group()) - len(_POSSESSIVE.sub("", words[-1].group())))
    written = text[start:end].replace(".", "")
    yield Name(
        start=start,
        end=end,
        parts=kept,
        initials="".join(part[0] for part in parts if part),
        acronym=written.isupper() and len(written) > 1 and " " not in written,
    )


def _is_before(word: str, *, first: bool, casing: Casing) -> bool:
    """Whether the word stands before a name and is no part of it."""
    lowered = word.lower().replace("’", "'")
    if word in TITLES or word in DAYS or lowered.split("'")[0] in function_words("en"):
        return True
    return first and casing.is_common(lowered)


def _is_known(word: str, casing: Casing) -> bool:
    return word in HE or word in SHE or casing.is_proper(word.lower())


def _normal(word: str) -> str:
    """The word as names are compared: "Córdova’s" is "cordova"."""
    plain = unicodedata.normalize(
        "NFKD", _POSSESSIVE.sub("", word.replace("’", "'")).replace(".", "")
    )
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def one_name(one: Name, other: Name) -> bool:
    """Whether both can name the same: one holds the other, or stands for it."""
    mine, theirs = set(one.parts), set(other.parts)
    if mine <= theirs or theirs <= mine or _glued(one) == _glued(other):
        return True
    if _stands_for(one, other) or _stands_for(other, one):
        return True
    if one.parts[-1] == other.parts[-1] and len(mine) > 1 and len(theirs) > 1:
        return NICKNAMES.get(one.parts[0], one.parts[0]) == NICKNAMES.get(
            other.parts[0], other.parts[0]
        )
    return _country(one) == _country(other) or _is_people(one, other) or _is_people(other, one)


def _glued(name: Name) -> str:
    return "".join(name.parts)


def _stands_for(short: Name, long: Name) -> bool:
    """Whether one is made of the other's first letters; of "DMZ" one stands inside a word."""
    letters = _glued(short)
    if not short.acronym or len(long.parts) < 2 or letters[0] != long.initials[0]:
        return False
    if letters == long.initials or letters[:-1] == long.initials:
        return True
    rest = iter(_glued(long))
    return len(letters) > 2 and long.initials[-1] == letters[-1] and all(c in rest for c in letters)


def _country(name: Name) -> object:
    joined = " ".join(name.parts)
    return _ONE.get(joined, joined)


def _is_people(people: Name, country: Name) -> bool:
    if len(people.parts) != len(country.parts) or people.parts[:-1] != country.parts[:-1]:
        return False
    theirs, land = people.parts[-1], country.parts[-1]
    stem = land[:-1] if len(land) > 4 else land
    return len(land) > 3 and theirs.startswith(stem) and theirs.endswith(_PEOPLE)
