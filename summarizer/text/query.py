"""The stems that a query asks for, beginnings of words among them."""

import re
from collections.abc import Callable, Iterable

import numpy as np

from summarizer.prepared import Hashes
from summarizer.text.tokens import stem_hashes, words

__all__ = ["query_stems"]

#: three letters or more before a star at the end of a word, as the search reads it
_BEGINNING = re.compile(r"([^\W_]{3,})\*(?!\S)")

#: texts with their languages
Texts = Iterable[tuple[str, str | None]]


def query_stems(query: str, languages: Iterable[str | None], texts: Callable[[], Texts]) -> Hashes:
    """The distinct stems of `query` in the languages, sorted; a beginning of words ("nucl*") stands
    for those words of the texts that begin so. Texts are asked for only where there is one.
    """
    stems = [stem_hashes(query, language) for language in languages]
    beginnings = tuple(each.casefold() for each in _BEGINNING.findall(query))
    if beginnings:
        for text, language in texts():
            begun = {
                word for word in words(text, language) if word.casefold().startswith(beginnings)
            }
            stems.append(stem_hashes(" ".join(sorted(begun)), language))
    return np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *stems]))
