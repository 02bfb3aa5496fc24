"""What a page shows and its article does not hold, with the rule that took it out."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Literal, TypeAlias

from summarizer.reading.cleaning import Cleaned
from summarizer.reading.lists import ITEM
from summarizer.reading.placing import Place, pairs_of
from summarizer.reading.visible import Block, VisibleText
from summarizer.types import RemovedText

__all__ = ["list_removed"]

_Fate: TypeAlias = Literal["kept", "cut", "left"]
#: the rule of what extraction left out
_LEFT_OUT = "html-boilerplate"
#: opened right before; a heading that is a link leads to another article
_HEADING = re.compile(r"<h[2-6]\b[^<>]*>(?:\s|<(?!/?(?:a|h[1-6])\b)[^<>]*>)*\Z", re.IGNORECASE)
#: characters of tags between the heading's own tag and its text
_TAGS = 300


def list_removed(
    cleaned: Cleaned, draft: str, places: Sequence[Place], visible: VisibleText
) -> list[RemovedText]:
    """What cleaning took out of the draft, and every block that extraction left out, in order.

    `cleaned` counts in the draft, what comes back in the source. Nothing is told twice.
    """
    stated = {_key(draft[each.start : each.end]) for each in places if each.kept and not each.span}
    told: set[int] = set()
    left_out = list(_left_out(cleaned, places, visible, stated=stated, told=told))
    known = [place for place in places if place.start not in told]
    return sorted([*_cut(cleaned, draft, known, visible), *left_out], key=lambda item: item.start)


def _cut(
    cleaned: Cleaned, draft: str, places: Sequence[Place], visible: VisibleText
) -> Iterator[RemovedText]:
    """What cleaning took out, as far as its place is known; nothing inside of what went, too."""
    ends = [place.end for place in places]
    found: list[tuple[int, RemovedText]] = []
    last = 0
    for item in cleaned.removed:
        end = item.start + len(item.text)
        number = bisect_right(ends, item.start)
        if end > last and number < len(places) and places[number].start < end:
            found.append((number, item))
            last = end
    for number, items in groupby(found, key=itemgetter(0)):
        yield from _given([item for _, item in items], places[number], draft, visible)


def _given(
    items: Sequence[RemovedText], place: Place, draft: str, visible: VisibleText
) -> Iterator[RemovedText]:
    """What cleaning took out of one paragraph, counted in the source, without marks of ours."""
    pairs = pairs_of(place, draft, visible)
    pair = next(pairs, None)
    for item in items:
        at = max(item.start, place.start)
        while pair is not None and pair[1] <= at:
            pair = next(pairs, None)
        if pair is None:
            return
        start, end, given_start, given_end = pair
        moved = max(at - start, 0) if end - start == given_end - given_start else 0
        marked = item.text.startswith(ITEM) and at == item.start + len(ITEM)
        text = item.text.removeprefix(ITEM) if marked else item.text
        yield replace(item, text=text, start=given_start + moved)


def _left_out(
    cleaned: Cleaned,
    places: Sequence[Place],
    visible: VisibleText,
    *,
    stated: Collection[str],
    told: set[int],
) -> Iterator[RemovedText]:
    """Every block that the draft does not hold; headings over kept text are subheads.

    Where cleaning cut the same words elsewhere, the rule that knew them is named. What the page
    shows of a text that was read from its linked data, `stated`, is not left out. The offsets of
    paragraphs that are in such a block are added to `told`.
    """
    rules = {_key(item.text): item.rule for item in cleaned.removed}
    begun = False
    waiting: list[RemovedText] = []
    for block, fate, inside in _fates(visible.blocks, places):
        if fate != "left":
            heads = begun and fate == "kept"
            yield from (replace(item, rule="subhead") if heads else item for item in waiting)
            waiting, begun = [], begun or fate == "kept"
            continue
        told.update(place.start for place in inside)
        key = _key(block.text)
        if key in stated:
            continue
        start, rule = visible.place(block.start), rules.get(key, _LEFT_OUT)
        waiting.append(RemovedText(text=block.text, rule=rule, start=start))
        if rule != _LEFT_OUT or not _is_heading(visible.source, start):
            yield from waiting
            waiting = []
    yield from waiting


def _fates(
    blocks: Sequence[Block], places: Sequence[Place]
) -> Iterator[tuple[Block, _Fate, Sequence[Place]]]:
    """What became of each block, and what the draft holds of it.

    It was kept, at least in part, or cut as a whole, or left out, at least in part.
    """
    drafted = [(span, place) for place in places if (span := place.span) is not None]
    number = 0
    for block in blocks:
        while number < len(drafted) and drafted[number][0].end <= block.start:
            number += 1
        until = number
        while until < len(drafted) and drafted[until][0].start < block.end:
            until += 1
        if until == number:
            yield block, "left", ()
            continue
        inside = drafted[number:until]
        covered = sum(min(s.end, block.end) - max(s.start, block.start) for s, _ in inside)
        cut: _Fate = "cut" if covered >= block.end - block.start else "left"
        fate = "kept" if any(place.kept for _, place in inside) else cut
        yield block, fate, [place for _, place in inside]


def _is_heading(source: str, start: int) -> bool:
    """Whether the markup makes a heading of what begins there: a subhead, if text follows it."""
    return _HEADING.search(source, max(0, start - _TAGS), start) is not None


def _key(text: str) -> str:
    return "".join(text.split())
