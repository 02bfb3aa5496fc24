"""The words of a topic that the search asks for."""

from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from summarizer.text.function_words import function_words

__all__ = ["search_terms"]

#: a whole article pasted as a topic still gives a quick answer
MOST_TERMS = 100


def search_terms(topic: str, language: str | None = None) -> tuple[str, ...]:
    """The distinct words of `topic`, as written, in order: at most 100; empty when it has none.

    Function words of `language` (English when unknown) stay out, unless there are no others ("The
    Who"). Words are runs of letters, digits and marks: nothing is left that could be an operator.
    Single ones in a row ("U.S.", "Q&A") are one term, to be found side by side.
    """
    spelled = (term for token in topic.split() for term in _split(token))
    distinct: dict[str, str] = {}
    for term in spelled:
        distinct.setdefault(term.casefold(), term)
    light = function_words(language)
    weighty = [term for folded, term in distinct.items() if folded not in light]
    return tuple((weighty or list(distinct.values()))[:MOST_TERMS])


def _split(token: str) -> Iterator[str]:
    spaced = "".join(char if category(char)[0] in "LNM" else " " for char in token)
    words = [word for word in spaced.split() if any(map(str.isalnum, word))]
    for single, run in groupby(words, key=lambda word: len(word) == 1):
        if single:
            yield " ".join(run)
        else:
            yield from run
