"""The prepared form of an article: everything that ranking needs, as arrays, without its text.

Made once, at ingest, by `summarizer.text.preparing`, and stored packed. Raise `VERSION` whenever
the arrays or what fills them change: what was stored before is then prepared again. A `Pool` is
the prepared articles of one question, stacked.
"""

import json
from dataclasses import dataclass
from enum import IntFlag
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

__all__ = [
    "VERSION",
    "Pool",
    "Prepared",
    "SentenceFlag",
    "TokenFlag",
    "pack",
    "unpack",
]

VERSION = 4

Ints = NDArray[np.int32]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.uint8]
Sketch = NDArray[np.uint32]


class SentenceFlag(IntFlag):
    """What is known of a sentence from its own words."""

    #: points back to another sentence ("He", "But", "The decision was"): cannot stand alone
    DANGLING = 1
    QUESTION = 2
    #: begins inside or with a quotation
    QUOTATION = 4
    #: holds quotation marks
    QUOTES = 8
    #: does not end like a sentence, or holds an address: may be something else
    UNFINISHED = 16
    #: begins inside a quotation that an earlier sentence opens
    INSIDE = 32
    #: ends inside a quotation that a later sentence closes
    OPEN = 64


class TokenFlag(IntFlag):
    """What is known of a token."""

    FUNCTION = 1
    CAPITALISED = 2
    NUMBER = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """The arrays of one article of n sentences and m tokens."""

    #: the article's content hash
    content_hash: str
    language: str | None
    #: [n, 2] half-open spans in the cleaned text
    spans: Ints
    #: [n] white-space tokens of each sentence
    words: Ints
    #: [n] index of the paragraph that holds it
    paragraphs: Ints
    #: [n] bits of SentenceFlag
    flags: Flags
    #: [n + 1] the tokens of sentence i are tokens[bounds[i]:bounds[i + 1]]
    bounds: Ints
    #: [m] 64-bit hashes of the stems, in reading order
    tokens: Hashes
    #: [m] bits of TokenFlag
    token_flags: Flags
    #: [n] hashes of the sentences' words as written, so that copies of one are known
    texts: Hashes
    #: [n, 5] of a sentence that could stand alone if its pronoun were explained: the span of what
    #: it stands for, the offset behind the pronoun, the last sentence before that names it, and how
    #: many words it has; -1 for others
    antecedents: Ints
    #: hashes of the title's stems
    title: Hashes
    #: MinHash values of the article's token shingles
    sketch: Sketch

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Pool:
    """The sentences of one question: n rows of a articles, in an order that no caller decides.

    Articles are sorted by content hash and sentences by index, so row order is the tie-break that
    the design asks for, and the order in which articles are given changes nothing but `given`.
    """

    #: [a] the place of each article in the order in which the caller gave them
    given: Ints
    #: [a] articles of one number are copies of one text: they count as one source
    group: Ints
    #: [n] row -> article
    article: Ints
    #: [n] index of the sentence in its article
    index: Ints
    #: [n] white-space tokens, characters, bits of SentenceFlag
    words: Ints
    characters: Ints
    flags: Flags
    #: [n] what it costs to tell in brackets what the row's pronoun stands for; 0 where not known
    bracket_words: Ints
    bracket_characters: Ints
    #: [n] how many of its words are light (function words), begin with a capital, are numbers; and
    #: how many there are, punctuation and white space aside
    light: Ints
    capitals: Ints
    numbers: Ints
    tokens: Ints
    #: [n] rows of one number are the same sentence, but for case and punctuation
    same: Ints
    #: [n, u] how often each row holds each stem, function words included
    unigrams: csr_array
    #: [u] the stems' hashes; [u] True for function words
    unigram_hashes: Hashes
    unigram_function: NDArray[np.bool_]
    #: [u] the share of its occurrences that begin with a capital; True for numbers
    unigram_capital: NDArray[np.float64]
    unigram_number: NDArray[np.bool_]
    #: [n, b] how often each row holds each pair of neighbouring stems
    bigrams: csr_array
    #: [b] the columns of the two stems in `unigrams`
    bigram_left: Ints
    bigram_right: Ints
    #: [a, u] True where an article's title holds a stem
    titles: csr_array

    def __len__(self) -> int:
        return len(self.article)

    @property
    def bigram_function(self) -> Ints:
        """[b] how many of the two stems are function words (0, 1, 2)."""
        light = self.unigram_function.astype(np.int32)
        both: Ints = light[self.bigram_left] + light[self.bigram_right]
        return both


_DTYPES: dict[str, str] = {
    "spans": "<i4",
    "words": "<i4",
    "paragraphs": "<i4",
    "flags": "|u1",
    "bounds": "<i4",
    "tokens": "<u8",
    "token_flags": "|u1",
    "texts": "<u8",
    "antecedents": "<i4",
    "title": "<u8",
    "sketch": "<u4",
}


def pack(prepared: Prepared) -> bytes:
    """The arrays as bytes: a JSON header of one line, then the arrays one after another.

    The same arrays give the same bytes, which `numpy.savez` does not promise across versions.
    """
    arrays = {
        name: np.ascontiguousarray(getattr(prepared, name), dtype)
        for name, dtype in _DTYPES.items()
    }
    header = {
        "version": VERSION,
        "content_hash": prepared.content_hash,
        "language": prepared.language,
        "lengths": [array.size for array in arrays.values()],
    }
    lines = [json.dumps(header).encode(), b"\n", *(array.tobytes() for array in arrays.values())]
    return b"".join(lines)


def unpack(packed: bytes) -> Prepared | None:
    """The prepared form behind `pack`; None when another version wrote it (prepare again)."""
    line, _, body = packed.partition(b"\n")
    header = json.loads(line)
    if header["version"] != VERSION:
        return None
    arrays: dict[str, Any] = {}
    offset = 0
    for (name, dtype), length in zip(_DTYPES.items(), header["lengths"], strict=True):
        arrays[name] = np.frombuffer(body, dtype, count=length, offset=offset)
        offset += arrays[name].nbytes
    arrays["spans"] = arrays["spans"].reshape(-1, 2)
    arrays["antecedents"] = arrays["antecedents"].reshape(-1, 5)
    return Prepared(content_hash=header["content_hash"], language=header["language"], **arrays)
