"""What stands around the article on a whole page: menus with teasers before it, comments behind it.

A page that was dumped to text holds sentences that are not the article's. The article is the
stretch of lines where sentences follow one another: the one of largest sum, when a sentence counts
for its words and a line that is none counts against (Kadane's maximum subarray; the idea is that of
Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation",
WWW 2009).
"""

import re

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["COMMENT", "best_stretch", "is_dump", "take_surroundings"]

#: fewer lines that are no sentences than this, and the text is no page: all of it stays
_LEAST_LABELS = 20
#: the cost of a line that is no sentence, in words (6-24 on 240 dumps: same F1, recall falls)
_COST = 6.0
#: a long paragraph is no better proof than one of this many words
_MOST_WORDS = 60
_NEUTRAL = ("author", "caption", "credit", "date", "template-token")
COMMENT = re.compile(
    r"^(?:posted|submitted|reported|comment) by\b|^[\w .]{2,30} (?:wrote|says|said)(?:[:,]| on \d)"
    r"|^reply\b"
    r"|^(?:your|readers?'?|user|latest) comments?\b|^comments? from readers\b|^report abuse\b",
    re.IGNORECASE,
)


def is_dump(page: Page) -> bool:
    """Whether the text is a page that holds much beside an article."""
    labels = sum(not line.closed for line in page.lines)
    return labels >= _LEAST_LABELS and any(line.prose for _, line in page.open())


def take_surroundings(page: Page) -> None:
    """Take out what stands before and after the article, on pages that hold much else."""
    if not is_dump(page):
        return
    page.stretch = best_stretch(page)
    start, end = page.stretch
    outside = (i for i, line in page.open() if not start <= i < end and line.closed)
    page.mark(outside, "outside")


def _worth(page: Page, index: int, line: Line) -> float:
    if page.marked(index, *_NEUTRAL):
        return 0.0
    if page.marked(index) or not line.closed:
        return (
            -2 * _COST
            if page.marked(index, "comments", "links", "copyright") or COMMENT.search(line.text)
            else -_COST
        )
    return float(min(line.words, _MOST_WORDS)) - (0 if line.words >= 8 else _COST / 2)


def best_stretch(page: Page) -> tuple[int, int]:
    """The stretch `[start, end)` of the page's lines in which sentences follow one another."""
    worths = [_worth(page, i, line) for i, line in enumerate(page.lines)]
    best = total = 0.0
    stretch, start = (0, 0), 0
    for index, worth in enumerate(worths):
        if total <= 0:
            total, start = 0.0, index
        total += worth
        if total > best:
            best, stretch = total, (start, index + 1)
    return stretch
