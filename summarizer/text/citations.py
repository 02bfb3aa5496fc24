"""The numbers of evidence that a generated sentence cites."""

import re

__all__ = ["take_citations"]

#: Evidence is numbered up to 999: four digits are a year that the article itself put in brackets.
_NUMBERS = r"\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\d{1,3})*"
_MARK = rf"(?:\[\s*\^?{_NUMBERS}\s*\]|【\s*{_NUMBERS}\s*】)"
# Starting in the middle of many spaces would take squared time: models that got stuck write
# thousands of them (40,000 took 13 s).
_MARKS = re.compile(rf"(?<!\s)\s*{_MARK}(?:[\s,;]*{_MARK})*")
#: the last one of a text that was cut off in it
_TORN = re.compile(r"(?<!\s)\s*[\[【]\s*\^?[\d\s,;&–-]*$")
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)|(\d+)")
#: what "[2-9]" may stand for; a wider one cites nothing in particular
_WIDEST = 12


def take_citations(sentence: str) -> tuple[str, tuple[int, ...]]:
    """The sentence without its citations, and their numbers, each once, in the order of mention.

    Read are `[2][5]`, `[2, 5]`, `[2; 5]`, `[2 and 5]`, `[2–5]`, `[^2]` and `【2】`; one that is
    torn off at the end, such as `[2,`, counts for nothing and goes, too. Other brackets stay, and
    so does every character outside of citations and the spaces before them.
    """
    numbers: dict[int, None] = {}
    for marks in _MARKS.finditer(sentence):
        for first, last, single in _RANGE.findall(marks[0]):
            numbers |= dict.fromkeys(_span(first, last) if first else [int(single)])
    text = _TORN.sub("", _MARKS.sub("", sentence)).strip()
    return text, tuple(number for number in numbers if number > 0)


def _span(first: str, last: str) -> list[int]:
    """All numbers of a range; its ends when it runs backwards or far."""
    start, end = int(first), int(last)
    return list(range(start, end + 1)) if 0 <= end - start < _WIDEST else [start, end]
