"""How rare stems are in a language at large: what two articles cannot tell of their own words.

A table of the 40,000 commonest stems of each language that we know, made by
`benchmarks/background.py`; its first line is a card that names the data, their terms and the
command. Other stems are as rare as the rarest of them.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes
from summarizer.text.function_words import LANGUAGES

__all__ = ["background_idf"]

Floats = NDArray[np.float64]

#: of stems that the table lacks: names, mostly
RAREST = 10.0
#: of all stems of a language without a table: between common words and names
UNKNOWN = 7.0
#: the table keeps this much of a stem's hash: one stem in 100,000 is taken for another
_KEPT = np.uint64(0xFFFFFFFF)


def background_idf(stems: Hashes, *, language: str | None) -> Floats:
    """[s] -ln of the share of articles of 400 words that hold each stem; None counts as English."""
    spoken = language or "en"
    if spoken not in LANGUAGES:
        return np.full(len(stems), UNKNOWN)
    known, values = _table(spoken)
    short = (stems & _KEPT).astype(np.uint32)
    places = np.minimum(np.searchsorted(known, short), len(known) - 1)
    found: Floats = np.where(known[places] == short, values[places], RAREST)
    return found


@cache
def _table(language: str) -> tuple[NDArray[np.uint32], Floats]:
    """The stems' short hashes, sorted, and their idf."""
    content = files("summarizer.text").joinpath("background_idf", f"{language}.bin").read_bytes()
    line, _, body = content.partition(b"\n")
    levels: dict[str, int] = json.loads(line)["levels"]
    known = np.frombuffer(body, "<u4")
    values = np.repeat([float(level) for level in levels], list(levels.values()))
    order = np.argsort(known, kind="stable")
    return known[order], values[order]
