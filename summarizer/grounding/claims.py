"""The sentences of a summary, also of one that was tokenized and put in lower case."""

import re

from summarizer.text.uncased import split_any_case

__all__ = ["claim_spans"]

#: a stop between spaces is a tokenizer's: it ends a sentence, whatever case the next one begins in
_DETACHED = re.compile(r"(?<=\s[.!?])\s+")


def claim_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence that has a letter or a digit, in order."""
    found: list[tuple[int, int]] = []
    for start, end in split_any_case(text, language):
        stops = [each.span() for each in _DETACHED.finditer(text, start, end)]
        starts = [start, *(stop for _, stop in stops)]
        ends = [*(stop for stop, _ in stops), end]
        found += [
            span
            for span in zip(starts, ends, strict=True)
            if any(map(str.isalnum, text[slice(*span)]))
        ]
    return found
