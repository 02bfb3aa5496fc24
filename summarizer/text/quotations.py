"""Which sentences hold a part of a quotation that others hold the rest of."""

import re
from collections.abc import Sequence

__all__ = ["quoted_parts", "without_speaker"]

Span = tuple[int, int]

#: what opens or closes a quotation; ' and ’ are apostrophes more often than not
_MARK = re.compile(r"[\"“”„«»]")
#: the marks that close what a mark opens: “ closes in German what „ opens, « what » opens
_CLOSED_BY = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«"}
_CLOSES = "”»"
_OPENS = '"“„«'
#: a quotation and nothing else
_WHOLE = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»][.,]?")
#: behind a number a straight mark is one of inches or seconds: 5'10", 24"
_MEASURE = re.compile(r"\d['’]?\d*$")
#: where only the end of a quotation shows, it began so many sentences before at most, and where
#: only its beginning does, it reaches no further than that
_FAR = 8


def quoted_parts(text: str, spans: Sequence[Span]) -> list[tuple[bool, bool]]:
    """For each sentence whether it begins inside a quotation, and whether it ends inside one.

    A quotation of several paragraphs opens each of them again: what a paragraph leaves open goes on
    in the next only where that closes more than it opens. A closing mark without any opening one
    tells that its sentence begins inside, as far as is known.
    """
    begins, ends = [False] * len(spans), [False] * len(spans)
    closing, opened = "", 0
    for place, (start, end) in enumerate(spans):
        if place and "\n" in text[spans[place - 1][1] : start]:
            closing = ""
        if closing and place - opened > _FAR:
            # its end was forgotten, and nobody knows where
            closing = ""
            begins[opened + 1 : place] = ends[opened + 1 : place] = [False] * (place - opened - 1)
        begins[place] = bool(closing)
        for mark in _MARK.finditer(text, start, end):
            if not closing and _only_closes(text, mark.start(), start):
                _trace_back(begins, ends, place)
            else:
                opened = opened if closing else place
                closing = _after(closing, mark.group(), text[start : mark.start()])
        ends[place] = bool(closing)
    return list(zip(begins, ends, strict=True))


def without_speaker(
    text: str, spans: Sequence[Span], parts: Sequence[tuple[bool, bool]]
) -> set[int]:
    """The sentences with which a quotation begins that holds nothing but what was said: who said it
    stands in the sentence before.
    """
    found = set()
    for place, (inside, open_) in enumerate(parts):
        start, end = spans[place]
        if inside or text[start] not in _OPENS:
            continue
        if open_:
            after = range(place + 1, len(parts))
            end = spans[next((p for p in after if not parts[p][1]), place)][1]
        if _WHOLE.fullmatch(text, start, end):
            found.add(place)
    return found


def _after(closing: str, mark: str, before: str) -> str:
    """The marks that close what is open behind `mark`; empty when nothing is."""
    if closing:
        return "" if mark in closing else closing
    if mark == '"' and _MEASURE.search(before[-6:]):
        return ""
    return _CLOSED_BY.get(mark, "")


def _only_closes(text: str, at: int, start: int) -> bool:
    """Whether the mark ends a quotation by its looks: behind a word or a stop, before a gap."""
    before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2]
    if text[at] == "»" and (before.isspace() or before == "\u00a0"):
        return True
    behind = bool(before) and not before.isspace() and before not in "([—–-"
    return (
        behind
        and (not after or not after.isalnum())
        and (
            text[at] in _CLOSES
            or (text[at] == '"' and not _MEASURE.search(text[max(start, at - 6) : at]))
        )
    )


def _trace_back(begins: list[bool], ends: list[bool], place: int) -> None:
    """Count the sentences from the last one that left a quotation open up to `place` as inside."""
    begins[place] = True
    first = next((p for p in range(place - 1, max(-1, place - _FAR), -1) if ends[p]), None)
    for inside in range(place, place if first is None else first, -1):
        begins[inside] = ends[inside - 1] = True
