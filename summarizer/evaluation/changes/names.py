"""Names that become others, or change places."""

import random
import re

from summarizer.evaluation.changes.kinds import Sources, put, swap
from summarizer.text.function_words import function_words
from summarizer.text.people import DAYS, TITLES

__all__ = ["change_name_elsewhere", "change_name_within", "swap_names"]

_NAME = re.compile(
    r"(?<=[a-z,] )(?P<name>[A-Z][a-zà-ÿ]+(?:-[A-Za-z]+)?(?: [A-Z][a-zà-ÿ]+(?:-[A-Za-z]+)?){0,2})"
    r"(?=[ ,.;]|['’]s )"
)
#: between two names these make a list of equals, or one name
_LIST = re.compile(
    r"\b(?:and|or|between|with)\b|[,&]"
    r"|^(?:['’]s)?(?: (?:of|for|on|in|at|the|de|del|di|[A-Z][\w.]*))* ?$"
)


def change_name_within(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A name becomes another of the same articles."""
    return _renamed(sentence, sources.cluster, chance)


def change_name_elsewhere(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A name becomes one of articles about something else."""
    return _renamed(sentence, sources.elsewhere, chance)


def swap_names(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """Two names that stand in no list change places."""
    places = _names(sentence)
    pairs = [
        (one, other)
        for i, one in enumerate(places)
        for other in places[i + 1 :]
        if _apart(one["name"], other["name"])
        and not _LIST.search(sentence[one.end() : other.start()])
    ]
    return swap(sentence, *chance.choice(pairs)) if pairs else None


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
    return put(sentence, place, chance.choice(others)) if others else None


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
