"""Where one line of a dump holds several things: a time and a text, a menu and an article.

A seam is where a line is parted; what stands on each side of it is then a line of its own, which
the rules judge by its own words.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from summarizer.reading.calendar_words import MONTHS, WEEKDAYS, ZONES
from summarizer.text.function_words import function_words
from summarizer.text.languages import detect

__all__ = ["find_seams"]

#: a shorter line holds one thing
_LEAST_WORDS = 25
#: a headline and a time stand within so many characters
_HEAD = 320
#: a notice at the end begins within so many characters
_TAIL = 320
#: a page that was dumped to one line has as many words; what a person writes as one paragraph, and
#: what stands in the middle of a page, has fewer
_LEAST_PAGE = 120
#: so many words without a sentence are a menu
_LEAST_MENU = 12
#: the beginning of a sentence has at most so many capitalised words, a place and a date included
_LONGEST_OPENING = 10

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_DAY = (
    rf"(?:(?:{_WEEKDAY})\.?,?\s+)?(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?(?:{_MONTH})\.?,?\s+(?:de\s+)?\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})"
)
_TIME = (
    r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?|\s*Uhr\b|h\d{2})"
    rf"(?:\s*\(?(?-i:{_ZONE})\b\)?)?"
)
_LABEL = (
    r"(?<!\()(?-i:Posted|(?:First p|P)ublished|(?:Last u|U)pdated|(?:Last m|M)odified|Created)"
    r"(?:\s+on|\s+at)?\s*:?\s+"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_STAMP = re.compile(
    rf"(?P<label>{_LABEL})(?:{_TIME}[,\s|-]*(?:on\s+)?)?{_DAY}(?:[,\s|-]*(?:at\s+)?{_TIME})?"
    rf"|^{_DAY}[,\s|-]*(?:at\s+)?{_TIME}(?=\W*[A-Z\d])",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:By|BY)\s+[A-Z]")
_DATELINE = re.compile(
    r"(?<=\s)[A-Z]{3,}(?:[ -][A-Z]{2,})*(?:, (?:[A-Z][\w.]+,? ?){1,3}(?:\d{1,2})?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?[-—–]{1,2} ?(?=[A-Z\"“])"
)
_INSIDE_END = re.compile(r"[.!?]\s")
_NOTICE_WORDS = ("Copyright", "©", "(c)", "Read more", "READ MORE", "Click here", "All rights")
_NOTICE = re.compile(
    r"(?<=[.!?\"”'’)])\s*(?=(?:Copyright\b|©|\(c\)\s?\d{4}|Read more\b|READ MORE\b|Click here\b"
    r"|All rights reserved\b)[^.!?]{0,120}(?:[.!?]\W*|$)(?:[^.!?]{0,80}[.!?]?\W*)?$)"
)
#: at the beginning, an invitation or a note
_BIDDING = re.compile(
    r"^(?:Click here (?:to|for) [^.!?]{3,60}[.!?]"
    r"|[^.!?]{0,200}The (?:views|opinions) expressed are (?:his|her|their) own"
    r"\.?(?: ?(?:--|[—–]))?)"
    r" (?=[A-Z\"“])"
)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ\d])")
_ENDS = re.compile(r"[.!?…]\W*$")
_SEPARATORS = re.compile(r"[|»›©].*[|»›©]")
_TOKEN = re.compile(r"\S+")
#: so much of a line is enough to tell its language
_SAMPLE = 20_000


def find_seams(text: str) -> list[int]:
    """The offsets at which a line falls into parts; none for a line that is one thing."""
    if text.count(" ") < _LEAST_WORDS:
        return []
    found = {*_at_head(text), *_at_tail(text), *_around_sentences(text)}
    return sorted(at for at in found if 0 < at < len(text))


def _at_head(text: str) -> Iterator[int]:
    """Around a time of publication, and behind a byline, an invitation or a note."""
    stamp = _STAMP.search(text, 0, _HEAD) if _YEAR.search(text, 0, _HEAD) else None
    if stamp is not None:
        yield from stamp.span()
    bidding = _BIDDING.match(text)
    if bidding is not None:
        yield bidding.end()
    dateline = _DATELINE.search(text, 0, _HEAD) if _BYLINE.match(text) else None
    if dateline is not None and not _INSIDE_END.search(text, 0, dateline.start()):
        yield dateline.start()


def _at_tail(text: str) -> Iterator[int]:
    """Before a notice of copyright, or an invitation to read on."""
    tail = text[-_TAIL:]
    told = any(map(tail.__contains__, _NOTICE_WORDS))
    notice = _NOTICE.search(text, max(0, len(text) - _TAIL)) if told else None
    if notice is not None:
        yield notice.end()


def _around_sentences(text: str) -> Iterator[int]:
    """Where the sentences begin and end in a line that holds a whole page, its menus included."""
    if text.count(" ") < _LEAST_PAGE:
        return
    common = function_words(detect(text[:_SAMPLE]))
    borders = sorted({0, *_chunk_starts(text, common), len(text)})
    total = best = 0.0
    start = first = last = 0
    for at, until in pairwise(borders):
        if total <= 0:
            total, start = 0.0, at
        total += _worth(text[at:until], common)
        if total > best:
            best, first, last = total, start, until
    if best and _is_menu(text[:first], common):
        yield first
    if best and _is_menu(text[last:], common):
        yield last


def _is_menu(text: str, common: frozenset[str]) -> bool:
    """Whether so much of it is no sentence that it must be something else."""
    words = len(text.split())
    return words >= _LEAST_MENU and _worth(text, common) < 0


def _chunk_starts(text: str, common: frozenset[str]) -> Iterator[int]:
    """Where sentences begin, as far as marks tell, and where they begin behind a menu."""
    starts = [0, *(match.end() for match in _SENTENCE_BREAK.finditer(text)), len(text)]
    for at, until in pairwise(starts):
        yield at
        opening = _behind_menu(text, at, until, common)
        if opening is not None:
            yield opening


def _worth(chunk: str, common: frozenset[str]) -> float:
    """Its words, when it reads like a sentence; against it, when it reads like a menu."""
    words = chunk.split()
    light = sum(word.lower().strip(".,;:\"'") in common for word in words)
    lower = sum(word[0].islower() for word in words)
    if len(words) >= 4 and lower >= 0.5 * len(words) and light >= 0.15 * len(words):
        return float(len(words)) if _ENDS.search(chunk[-12:]) else 0.0
    menu = lower < 0.4 * len(words) or _SEPARATORS.search(chunk)
    return -float(max(len(words), 6)) if menu else 1.0


def _behind_menu(text: str, at: int, until: int, common: frozenset[str]) -> int | None:
    """Where a sentence begins behind a menu: the capitalised words before it are the more."""
    tokens = list(_TOKEN.finditer(text, at, until))
    if len(tokens) < 2 * _LEAST_MENU:
        return None
    signs = [-1 if token.group()[0].islower() else 1 for token in tokens]
    sums = list(accumulate(signs))
    peak = max(range(len(sums)), key=lambda place: (sums[place], -place))
    if sums[peak] < _LEAST_MENU or peak + 1 >= len(tokens):
        return None
    return _opening(text, tokens[max(0, peak + 1 - _LONGEST_OPENING) : peak + 1], common)


def _opening(text: str, capitalised: list[re.Match[str]], common: frozenset[str]) -> int:
    """Which of the capitalised words before a sentence's first small word belongs to it."""
    dateline = _DATELINE.search(
        text, max(0, capitalised[0].start() - 1), capitalised[-1].end() + 40
    )
    if dateline is not None:
        return dateline.start()
    light = [token for token in capitalised[-4:] if token.group().lower() in common]
    return (light or capitalised[-2:])[-1 if light else 0].start()
