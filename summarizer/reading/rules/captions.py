"""Picture captions and their credits."""

import re

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["take_credited", "take_dated"]

_LABEL = r"(?:image|photo|picture|photograph|foto|bild|imagen|immagine|photographie|file photo)s?"
#: a word of who made a picture
_CREDITOR = r"[A-Z(©][^\s!?:]*:?"
#: a line that is a credit
_CREDIT = re.compile(
    rf"^(?:{_LABEL}|credit|video|illustration|graphic)s?(?: credits?)?"
    r"(?: by| courtesy(?: of)?)?\s?[:/©]\s?\S.{0,120}$"
    rf"|^{_LABEL} (?:by|courtesy(?: of)?) .{{2,80}}$"
    r"|^(?:getty images|getty|reuters|afp|ap photo|epa|dpa|ap|shutterstock|pa wire)"
    r"(?: ?[/|][^.]{1,60})?$"
    r"|^\(?[A-Z][\w .-]{1,40}/(?:getty images|getty|reuters|afp|ap|epa|dpa"
    r"|shutterstock|[A-Z]\. ?[A-Z][\w-]+)\)?$"
    r"|^\((?:[^()/]{1,40})/[^()]{1,50}\)$",
    re.IGNORECASE,
)
#: a line that ends with one
_CREDITED = re.compile(
    rf"(?:^|\s)\(?(?:{_LABEL}|photo credit|credit)(?: by| credit)?\s?[:/]\s?(?-i:{_CREDITOR})"
    rf"(?:\s(?-i:{_CREDITOR}|by|for|of|via|and|the|[/&|–-])){{0,7}}\)?\.?$"
    r"|\S\s\([^()/]{1,50}(?:/[^()/]{1,50})+\)$"
    r"|\S\s\((?:[^()]{0,40}\b)?(?:getty(?: images)?|reuters|afp|ap photo|associated press|epa"
    r"|file photo)\)$",
    re.IGNORECASE,
)
#: in characters
_LONGEST_CREDIT = 200
_CREDIT_HINTS = ("photo", "image", "imagen", "immagine", "picture", "foto", "bild", "credit")
#: a caption that says so
_LABELLED = re.compile(
    r"^(?:FILE|File) (?:-|–|—|PHOTO|photo)|^FILE PHOTO\b"
    r"|^(?:Image|Media|Picture|Photo) ?(?:caption|copyright|source)(?:\b|(?=[A-Z]))"
    r"|^In (?:this|these|an?) (?:[\w.,’' ]{0,60} )?(?:photos?|photograph|image|video grab)\b"
)
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|mar\.|april|apr\.|may|june|jun\.|july|jul\.|aug(?:ust|\.)?"
    r"|sept(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
#: a place and a full date at the very end, as photographers sign ("in Singapore June 12, 2018.")
_SIGNED = re.compile(
    rf"(?:^|\s)(\S+) (?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})\s?\.?$",
    re.IGNORECASE,
)
_LINKING = frozenset(
    "on since until till of by from before after and to for was the dated through between or is in"
    " around than as late early".split()
)
_TOLD = re.compile(
    r"[\"“”«»]|\b(?:said|says|told|tells|added|announced|according|confirmed|was|were|had|has|have|will"
    r"|would|could|may)\b",
    re.IGNORECASE,
)


def take_credited(page: Page) -> None:
    """Take out credits, and the caption and the label before each."""
    for index, line in list(page.open()):
        if line.words <= (5 if line.closed else 12) and _CREDIT.search(line.text):
            page.mark([index], "credit")
            _take_caption(page, index - 1, line.block)
        elif line.words <= 60 and (_is_credited(line.text) or _LABELLED.match(line.text)):
            page.mark([index], "caption")
            _take_label(page, index - 1, line.block)


def _is_credited(text: str) -> bool:
    """Whether a credit stands at the end; most lines of most texts need no search."""
    end = text[-_LONGEST_CREDIT:].lower()
    hinted = end[-2:].strip().endswith(")") or any(map(end.__contains__, _CREDIT_HINTS))
    return hinted and _CREDITED.search(text) is not None


def _take_caption(page: Page, index: int, block: int) -> None:
    """The line before a credit, in the same block, is the caption."""
    if index < 0 or page.marked(index) or page.lines[index].block != block:
        return
    line = page.lines[index]
    if not line.closed or (line.words <= 45 and _small_block(page, block)):
        page.mark([index], "caption")
        _take_label(page, index - 1, block)


def _take_label(page: Page, index: int, block: int) -> None:
    """The short line before a caption (names of those shown) belongs to it."""
    if index < 0 or page.marked(index):
        return
    line = page.lines[index]
    if line.block == block and not line.closed and line.words <= 8:
        page.mark([index], "caption")


def _small_block(page: Page, block: int) -> bool:
    """Whether blank lines set the block apart; a text without any is one large block."""
    return page.blocks[block] <= 5


def take_dated(page: Page) -> None:
    """Take out a caption without a credit: one sentence near the top, signed with place and date.

    News texts write "on June 12, 2018" and report in the past tense, or quote; a caption tells what
    is to be seen, and the day stands bare at its end.
    """
    prose = [index for index, line in page.open() if line.prose]
    for place, index in enumerate(prose[:4]):
        last = place == len(prose) - 1
        if not last and page.alone(index) and _is_signed(page.lines[index]):
            page.mark([index], "caption")


def _is_signed(line: Line) -> bool:
    found = _SIGNED.search(line.text) if line.words <= 45 else None
    if found is None or found.group(1).casefold() in _LINKING:
        return False
    return not _TOLD.search(line.text) and not line.ends_inside
