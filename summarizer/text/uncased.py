"""Sentences of text without capital letters, as many models and data sets write it."""

import re

from summarizer.text.sentences import split
from summarizer.text.tokens import WORD

__all__ = ["has_capitals", "split_any_case"]

#: a stop that a tokenizer set apart, or one behind three letters, a digit or a closing mark: "u.s."
#: and "mr." end nothing
_END = re.compile(r"(?:(?<=\s[.!?])|(?<=[^\W_]{3}[.!?])|(?<=\d[.!?])|(?<=[”\"')][.!?]))\s+")


def has_capitals(text: str) -> bool:
    """Whether a word begins with a capital letter and goes on in small ones, or none is in small
    letters at all: then capitals mean nothing because of the script, or of a heading.
    """
    words = WORD.findall(text)
    return any(word.istitle() for word in words) or not any(word.islower() for word in words)


def split_any_case(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """The spans of the sentences: as `split` finds them where the text `has_capitals`; elsewhere a
    stop alone ends a sentence.
    """
    if has_capitals(text):
        return split(text, language)
    ends = [*(found.end() for found in _END.finditer(text)), len(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        part = text[start:end]
        if any(letter.isalnum() for letter in part):
            begins = start + len(part) - len(part.lstrip())
            spans.append((begins, start + len(part.rstrip())))
            start = end
        elif spans and part.strip():
            # marks alone belong to the sentence before them
            spans[-1] = (spans[-1][0], start + len(part.rstrip()))
            start = end
    return spans
