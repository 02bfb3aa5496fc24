"""The words of a topic that the search asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import category

from summarizer.text.function_words import function_words

__all__ = ["Term", "search_terms"]

#: a whole article pasted as a topic still gives a quick answer
MOST_TERMS = 100
#: in one pair of straight or typographic quotation marks
_PHRASE = re.compile(r"\"([^\"]+)\"|[“„«]([^“”„«»]+)[”“»]")
_CAPITALS = re.compile(r"[A-Z]{2,}")
#: a name said twice ("Johnson & Johnson", "Duran Duran"), which is another than the name said once
_TWICE = re.compile(r"(?<!\S)([^\W\d_]{2,})(?: *& *| +)\1(?!\w)")
#: shorter beginnings of words would match half of a store
_LEAST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Term:
    """What an article may hold. Several words of one term stand side by side."""

    text: str
    #: any word that begins so
    prefix: bool = False
    #: an article without it does not match: it was asked for in quotation marks
    required: bool = False


def search_terms(topic: str, language: str | None = None) -> tuple[Term, ...]:
    """The distinct terms of `topic`, as written, in order: at most 100; empty when it has none.

    Words in quotation marks are a phrase that must be there, and so is a name said twice in a row
    ("Johnson & Johnson"). A word of three letters or more before a star is the beginning of words.
    Function words of `language` (English when unknown) stay out, unless there are no others and one
    is a name ("The Who", "WHO"). Words are runs of letters, digits and marks: nothing is left that
    could be an operator. Single ones in a row ("U.S.", "Q&A") are one term, to be found side by
    side.
    """
    distinct: dict[tuple[str, bool], Term] = {}
    for term in _spelled(topic):
        distinct.setdefault((term.text.casefold(), term.prefix), term)
    light = function_words(language)
    weighty = [
        term
        for (folded, prefix), term in distinct.items()
        if prefix or term.required or folded not in light
    ]
    return tuple((weighty or _named(list(distinct.values())))[:MOST_TERMS])


def _named(light: list[Term]) -> list[Term]:
    """The terms when one is written as a name is, with a capital that does not begin the topic."""
    names = any(each.text[0].isupper() for each in light[1:])
    return light if names or any(_CAPITALS.fullmatch(each.text) for each in light) else []


def _spelled(topic: str) -> Iterator[Term]:
    """Phrases first: they decide what matches at all."""
    for match in _PHRASE.finditer(topic):
        words = _words(match[1] or match[2])
        if words:
            yield Term(" ".join(words), required=True)
    bare = _PHRASE.sub(" ", topic)
    for match in _TWICE.finditer(bare):
        yield Term(f"{match[1]} {match[1]}", required=True)
    for token in _TWICE.sub(" ", bare).split():
        yield from _split(token)


def _split(token: str) -> Iterator[Term]:
    words = _words(token)
    starred = token.endswith("*") and bool(words) and len(words[-1]) >= _LEAST_PREFIX
    last = words.pop() if starred else None
    for single, run in groupby(words, key=lambda word: len(word) == 1):
        if single:
            yield Term(" ".join(run))
        else:
            yield from map(Term, run)
    if last is not None:
        yield Term(last, prefix=True)


def _words(written: str) -> list[str]:
    spaced = "".join(char if category(char)[0] in "LNM" else " " for char in written)
    return [word for word in spaced.split() if any(map(str.isalnum, word))]
