"""Words of a text with their offsets, their stems, and 64-bit hashes of the stems.

Stems are Snowball's (Porter2 for English). Hashes stand for stems everywhere in the prepared form:
two stems collide with a probability of about n² / 2⁶⁵, once in 40,000 for a million stems.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np

from summarizer.prepared import Flags, Hashes, TokenFlag
from summarizer.text.function_words import function_words
from summarizer.text.nltk_parts import SnowballStemmer

__all__ = [
    "WORD",
    "Tokens",
    "count_words",
    "stem",
    "stem_hash",
    "stem_hashes",
    "surface_hash",
    "tokenize",
    "word_spans",
    "words",
]

#: abbreviations with inner stops, numbers with separators, words with inner apostrophes or hyphens
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+", re.UNICODE
)
#: in these languages an apostrophe ends a word: "l'homme" is two, "dell'anno" too
_ELIDING = frozenset(("fr", "it"))
_ELIDED_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\W_]+", re.UNICODE)
#: words and numbers, with the signs that change what a number means
_SURFACE = re.compile(r"(?<![^\W_])[-−]?\d+(?:[.,:]\d+)*|[^\W\d_]+|[$€£¥₹%‰°+]|\d+")
_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "ru": "russian",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tokens:
    """The words of a text: [m] hashes of their stems and [m] bits of `TokenFlag`."""

    hashes: Hashes
    flags: Flags

    def __len__(self) -> int:
        return len(self.hashes)


def count_words(text: str) -> int:
    """White-space tokens: the unit of every word budget."""
    return len(text.split())


def tokenize(text: str, language: str | None = None) -> Tokens:
    """The words of `text` in reading order; punctuation is left out."""
    known = [_token(word, language) for word in words(text, language)]
    return Tokens(
        hashes=np.array([number for number, _ in known], dtype=np.uint64),
        flags=np.array([flags for _, flags in known], dtype=np.uint8),
    )


def words(text: str, language: str | None = None) -> list[str]:
    """The words of `text` as they are written, in reading order."""
    return _pattern(language).findall(text)


def word_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """`[start, end)` of each of the `words`."""
    return [match.span() for match in _pattern(language).finditer(text)]


def stem_hashes(text: str, language: str | None = None) -> Hashes:
    """Hashes of the stems of the content words in `text` (of all its words when it has no other),
    without repetition, in reading order: what a query or a title is about.
    """
    tokens = tokenize(text, language)
    content = tokens.hashes[(tokens.flags & TokenFlag.FUNCTION) == 0]
    chosen = content if len(content) else tokens.hashes
    return np.array(list(dict.fromkeys(chosen.tolist())), dtype=np.uint64)


def stem(word: str, language: str | None = None) -> str:
    """The stem of one word in lower case; the word itself in a language without a stemmer."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    stemmer = _stemmer(language)
    return lowered if stemmer is None else str(stemmer.stem(lowered))


def stem_hash(stemmed: str) -> int:
    """A 64-bit hash that is the same on every machine and in every run."""
    return int.from_bytes(blake2b(stemmed.encode(), digest_size=8).digest(), "little")


def surface_hash(sentence: str) -> int:
    """A hash of the words, numbers and their signs as written, whatever case and punctuation.

    Equal for two prints of one sentence; not for "$5 million" and "€5 million". A sentence without
    any of these is like none but its own characters.
    """
    return stem_hash(" ".join(_SURFACE.findall(sentence.casefold())) or sentence)


def _pattern(language: str | None) -> re.Pattern[str]:
    return _ELIDED_WORD if language in _ELIDING else WORD


@lru_cache(maxsize=200_000)
def _token(word: str, language: str | None) -> tuple[int, int]:
    flags = TokenFlag(0)
    lowered = word.lower()
    if lowered.partition("'")[0].partition("’")[0] in function_words(language):
        flags |= TokenFlag.FUNCTION
    if word[0].isupper():
        flags |= TokenFlag.CAPITALISED
    if word[0].isdigit():
        flags |= TokenFlag.NUMBER
    return stem_hash(stem(word, language)), int(flags)


@cache
def _stemmer(language: str | None) -> SnowballStemmer | None:
    name = _STEMMERS.get(language or "en")
    return SnowballStemmer(name) if name else None
