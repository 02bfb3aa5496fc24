"""The words of a sentence with their places and stems, as sentences are compared word by word."""

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.function_words import function_words
from summarizer.text.tokens import WORD, stem
from summarizer.text.verbs import base_form

__all__ = ["Token", "stemmed"]

_CONTRACTION = re.compile(r"(?i)n['’]t$|['’](?:s|re|ve|ll|d|m)$")


class Token(NamedTuple):
    """A word. A tuple: many are made, and frozen dataclasses are slow to make."""

    text: str
    start: int
    end: int
    #: stem of its base form; what is compared
    stem: str
    light: bool


def stemmed(text: str, language: str | None) -> tuple[Token, ...]:
    """The words of `text` in reading order."""
    return tuple(_token(match, language) for match in WORD.finditer(text))


def _token(match: re.Match[str], language: str | None) -> Token:
    word = match.group()
    return Token(word, match.start(), match.end(), *_known(word.lower(), language))


@lru_cache(maxsize=100_000)
def _known(lowered: str, language: str | None) -> tuple[str, bool]:
    """The stem, and whether the word is light."""
    bare = _CONTRACTION.sub("", lowered)
    light = not bare or bare in function_words(language)
    english = language in (None, "en")
    found = stem(base_form(lowered) if english else lowered, language)
    return found, light
