"""A kind of change, what it may take its words from, and how words are put in their places."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Change", "Sources", "put", "swap"]


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


def put(sentence: str, place: re.Match[str], new: str) -> str:
    """The sentence with `new` in the place of a match."""
    return sentence[: place.start()] + new + sentence[place.end() :]


def swap(sentence: str, one: re.Match[str], other: re.Match[str]) -> str:
    """The sentence with two matches, the first one before the other, in each other's place."""
    between = sentence[one.end() : other.start()]
    return sentence[: one.start()] + other.group() + between + one.group() + sentence[other.end() :]
