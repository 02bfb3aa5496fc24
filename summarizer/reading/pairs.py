"""Stretches of a text beside those of the source that say the same."""

import json
import re
from collections.abc import Iterable, Iterator

from summarizer.reading.visible import SHOWN, UNSEEN, Run, VisibleText
from summarizer.types import Span

__all__ = ["Pair", "shown_pairs", "spelled", "spelled_pairs"]

#: `[start, end)` of a text and of the source; the source's is wider for an entity
Pair = tuple[int, int, int, int]
#: characters that JSON spells as they are, as many as possible, or one that it may not
_SPELLED = re.compile(r"[ !#-\[\]-~]+|.", re.DOTALL)


def shown_pairs(start: int, text: str, visible: VisibleText, span: Span) -> Iterator[Pair]:
    """The pairs of `text`, which the page shows at `span`; they count `text` from `start` on."""
    return _steps(_pairs(start, text, visible, span))


def spelled_pairs(start: int, text: str, place: int, *, ascii_only: bool) -> Iterator[Pair]:
    """The pairs of `text`, which JSON spells at `place` of the source."""
    return _steps(_spelled_stretches(start, text, place, ascii_only=ascii_only))


def spelled(text: str, *, ascii_only: bool) -> str:
    """The text as a string of JSON, without its quotation marks."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _spelled_stretches(start: int, text: str, place: int, *, ascii_only: bool) -> Iterator[Pair]:
    for match in _SPELLED.finditer(text):
        end = place + len(spelled(match.group(), ascii_only=ascii_only))
        yield start + match.start(), start + match.end(), place, end
        place = end


def _steps(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """As few pairs as say the same: one where all corresponds character by character."""
    start = end = given_start = given_end = -1
    for first, last, given_first, given_last in pairs:
        shift = given_start - start
        if shift == given_end - end == given_first - first == given_last - last and start >= 0:
            end, given_end = last, given_last
            continue
        if start >= 0:
            yield start, end, given_start, given_end
        start, end, given_start, given_end = first, last, given_first, given_last
    if start >= 0:
        yield start, end, given_start, given_end


def _pairs(start: int, text: str, visible: VisibleText, span: Span) -> Iterator[Pair]:
    """The words of `text` beside those of the source, as many as possible at a time."""
    at = 0
    source = visible.source
    for run in visible.runs(span.start, span.end):
        at = _skip(text, at)
        if not run.entity and text.startswith(source[run.start : run.end], at):
            end = at + run.end - run.start
            yield start + at, start + end, run.start, run.end
            at = end
            continue
        for word in visible.words(run):
            for first, last, given_start, given_end in _word(text, at, word):
                yield start + first, start + last, given_start, given_end
                at = last


def _word(text: str, at: int, word: Run) -> Iterator[Pair]:
    """A word of the source, which the text may have in several pieces."""
    done = 0
    while done < word.length:
        start = at = _skip(text, at)
        shown = SHOWN.match(text, start, start + word.length - done)
        if shown is None:
            return
        at = shown.end()
        if word.entity:
            yield start, at, word.start, word.end
        else:
            yield start, at, word.start + done, word.start + done + at - start
        done += at - start


def _skip(text: str, at: int) -> int:
    """The next place where something is shown."""
    match = UNSEEN.match(text, at)
    return at if match is None else match.end()
