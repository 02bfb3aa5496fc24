"""Quotations in a claim, word for word in an article or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Quotation", "found_in", "nearest_words", "quotations", "words_of"]

_PAIRS = (
    re.compile(r"“([^“”]+)”"),
    re.compile(r'"([^"]+)"'),
    re.compile(r"«([^«»]+)»"),
    re.compile(r"„([^„“”]+)[“”]"),
    #: as tokenizers of treebanks write them
    re.compile(r"``\s?([^`]+?)\s?''"),
    re.compile(r"(?<!`)`\s?([^`]+?)\s?'(?![\w'])"),
    #: ‘…’ and '…' where the marks can be no apostrophes
    re.compile(r"(?<![\w])‘([^‘]+?)’(?![\w])"),
    re.compile(r"(?<![\w`'])'(?!(?:s|m|d|re|ve|ll|t)\b|\s)([^'`]+(?:'\w[^'`]*)*)(?<!\s)'(?![\w'])"),
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%$€£]")
#: before what a tokenizer has parted from its word
_PARTED = re.compile(r"\s+(?=n't\b|'(?:s|m|d|re|ve|ll)\b)")
#: words left out, or put in by the writer
_LEFT_OUT = re.compile(r"\.{3,}|(?:\. ){2,}\.|…|\[[^\]]*\]")
_INCHES = re.compile(r"\d$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, the marks included in `[start, end)`."""

    start: int
    end: int
    text: str


def words_of(text: str) -> str:
    """The words of a text as quotations are compared: no case, marks and kinds of apostrophe."""
    plain = text.casefold().replace("’", "'").replace("‘", "'")
    return " ".join(_WORD.findall(_PARTED.sub("", plain)))


def quotations(text: str) -> Iterator[Quotation]:
    """The quotations of a text that it opens and closes; those inside others are part of them."""
    taken: list[tuple[int, int]] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(s < end and start < e for s, e in taken) or _INCHES.search(text[:start]):
                continue
            if _WORD.search(match[1]):
                taken.append((start, end))
                yield Quotation(start, end, match[1])


def found_in(quotation: str, texts: Iterable[str]) -> bool:
    """Whether a text, as `words_of` gives it between spaces, holds the quotation in its order."""
    parts = [f" {words_of(part)} " for part in _LEFT_OUT.split(quotation) if words_of(part)]
    return any(_in_order(parts, words) for words in texts)


def _in_order(parts: list[str], words: str) -> bool:
    place = 0
    for part in parts:
        place = words.find(part, place)
        if place < 0:
            return False
        place += len(part) - 1
    return True


def nearest_words(quotation: str, text: str) -> int:
    """How many of the quotation's words a sentence holds, to show the nearest one."""
    return len(set(words_of(quotation).split()) & set(words_of(text).split()))
