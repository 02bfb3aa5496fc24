"""The dates of some sentences in a text that names them in the same words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from summarizer.types import DateMention

__all__ = ["named_again"]

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def named_again(text: str, mentions: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """`mentions`, the first of those in equal words, wherever `text` has these words, in the order
    of the text. None overlaps a longer one: "2 May" also stands in "2 May 2019".
    """
    known: dict[str, DateMention] = {}
    for mention in mentions:
        known.setdefault(mention.text, mention)
    found: list[DateMention] = []
    for words in sorted(known, key=lambda each: (-len(each), each)):
        for match in _bounded(words).finditer(text):
            start, end = match.span()
            if all(end <= other.start or other.end <= start for other in found):
                found.append(replace(known[words], start=start, end=end))
    return tuple(sorted(found, key=lambda each: each.start))


def _bounded(words: str) -> re.Pattern[str]:
    """The words where no letter goes on with their letter, and no digit with their number.

    A word boundary would be too much: scripts without spaces put a particle right behind a number.
    """
    before = _edge(words[0], digit=r"(?<!\d)(?<!\d[.,:])", letter=r"(?<![^\W\d_])")
    after = _edge(words[-1], digit=r"(?![.,:]?\d)", letter=r"(?![^\W\d_])")
    return re.compile(f"{before}{re.escape(words)}{after}")


def _edge(character: str, *, digit: str, letter: str) -> str:
    if _DIGIT.match(character):
        return digit
    return letter if _LETTER.match(character) else ""
