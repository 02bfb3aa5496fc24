"""The numbers in square brackets by which a generated sentence names its evidence."""

import re

__all__ = ["cited", "without_citations"]

# Three digits at most: "[2019]" is an editor's word in a quotation, and no prompt has 1,000 pieces.
_NUMBERS = r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*"
_BRACKET = rf"\[\s*{_NUMBERS}\s*\]"
_RUN = rf"{_BRACKET}(?:(?:\s*+[,;])?+\s*+{_BRACKET})*"
# It may start at the first of several spaces only, or a long row of them would take squared time.
_CITATION = rf"(?<!\s)\s*(?:\({_RUN}\)|{_RUN})"
_BEHIND_STOP = re.compile(rf"(?<=[.!?…。])({_CITATION})\s*\.(?!\w)")
_ANYWHERE = re.compile(_CITATION)
_IN_BRACKET = re.compile(rf"\[\s*({_NUMBERS})\s*\]")
_SPAN = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")


def without_citations(sentence: str) -> str:
    """The sentence as a reader sees it, without bracketed numbers; brackets with words stay."""
    # "It ended. [2]." has one full stop too many once the citation is gone.
    return _ANYWHERE.sub("", _BEHIND_STOP.sub("", sentence)).strip()


def cited(sentence: str) -> tuple[int, ...]:
    """The numbers that it cites, each once, in the order of mention; "[2–4]" cites 2, 3 and 4."""
    numbers: dict[int, None] = {}
    for bracket in _IN_BRACKET.finditer(sentence):
        for first, last in _SPAN.findall(bracket[1]):
            start, end = int(first), int(last or first)
            numbers.update(dict.fromkeys(range(start, end + 1) if start <= end else (start, end)))
    return tuple(numbers)
