"""The headline, the lines around it, and the labels and subheads between paragraphs."""

import re

from summarizer.reading.dates import LABELLED_DATE, is_date_line, strip_date, tells_when
from summarizer.reading.lines import Line
from summarizer.reading.page import Page
from summarizer.reading.rules.headlines import above_standfirst, find_headline
from summarizer.text.marks import letters

__all__ = ["take_date_lines", "take_labels", "take_questions", "take_title"]

_SEPARATOR = re.compile(r"\s[|»›•·–—-]\s|::")
#: how far above the text a headline may stand
_REACH = 60
#: a line of so many words is no subhead when the model takes it for article (6 and 10: same F1)
_LEAST_TEXT = 10
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^(?:[•*·‣▪◦–-]|\d{1,2}[.)]|[a-z]\))\s")
#: parts of a trail, items of a list, tables, code, and what leads to something else
_NO_HEADLINE = re.compile(rf"{_SEPARATOR.pattern}|^[•*·‣▪◦+|]|\s{{3}}|[{{}};]|[:,]$")
#: lines that stand only where a page was saved, never in a text somebody typed
_PAGE_SIGNS = ("caption", "credit", "read-more", "video", "gallery", "skip-link", "share")


def take_date_lines(page: Page) -> None:
    """Take out lines that only say when the article appeared."""
    page.mark(
        (i for i, line in page.open() if line.words <= 16 and is_date_line(line.text)), "date"
    )
    first, _ = page.body()
    above = [(i, line) for i, line in page.open() if i < first]
    page.mark((i for i, line in above if _is_dated_masthead(line) or tells_when(line.text)), "date")


def _is_dated_masthead(line: Line) -> bool:
    """Whether the line is a publisher's name and a date."""
    name = strip_date(line.text) if line.words <= 10 and not line.closed else None
    words = (name or "").split()
    return 0 < len(words) <= 5 and all(not word[0].islower() for word in words)


def take_title(page: Page) -> None:
    """Find the headline, keep it as the page's title, and take out every line that repeats it."""
    first, _ = page.body()
    index = _take_headline(page, first)
    if index is not None:
        page.mark([index], "title")
    _take_echoes(page, first if index is None else max(first, index))


def _take_headline(page: Page, first: int) -> int | None:
    """Where the headline stands, after making it the page's title unless that is known."""
    if page.title is None and page.chances is not None:
        index, page.title = find_headline(page, first) or (None, None)
        return index
    index = _find_title(page, first)
    if page.title is None and index is not None:
        page.title = _headline(page.lines[index].text)
    elif page.title is None:
        index, page.title = find_headline(page, first) or (None, None)
    return index


def _find_title(page: Page, first: int) -> int | None:
    zone = [
        i
        for i in range(max(0, first - _REACH), min(first + 1, len(page.lines)))
        if not page.marked(i)
    ]
    scores = {i: (_title_score(page, i, first), page.lines[i].text) for i in zone}
    best = max(scores, default=None, key=lambda index: (scores[index][0], index))
    if best is None or scores[best][0] <= 0:
        return None
    return best if page.title is not None else above_standfirst(best, scores)[0]


def _title_score(page: Page, index: int, first: int) -> float:
    line = page.lines[index]
    text = _headline(line.text)
    if page.title is not None:
        return float(line.key == letters(page.title))
    near = max(0.0, 1.0 - (first - index) / 15)
    if _HEADING_MARK.match(line.text) and line.words <= 30 and index != first:
        return 4.0 + near
    if not 3 <= line.words <= 30 or _NO_HEADLINE.search(text) or _is_dated(text):
        return 0.0
    if line.closed and not (_is_asking(page, index) and index != first):
        return 0.0
    echoed = 2.0 if _is_echoed(page, index) else 0.0
    return 0.1 + echoed + near + 0.5 * (line.words >= 5)


def _is_dated(text: str) -> bool:
    return strip_date(text) is not None or tells_when(text)


def _is_asking(page: Page, index: int) -> bool:
    line = page.lines[index]
    return line.text.endswith(("?", "!")) and line.words <= 15 and page.alone(index)


def _is_echoed(page: Page, index: int) -> bool:
    """Whether another line near the top holds it: a window's title, a trail, the headline again."""
    key = page.lines[index].key
    if len(key) < 12:
        return False
    above = [*range(min(5, index)), *range(max(5, index - 10), index + 3)]
    near = [
        page.lines[i]
        for i in above
        if i != index and i < len(page.lines) and page.lines[i].words <= 40
    ]
    return any(
        line.key.startswith(key) or line.key.endswith(key) or key in _keys(line) for line in near
    )


def _keys(line: Line) -> set[str]:
    return {letters(part) for part in _SEPARATOR.split(LABELLED_DATE.sub("", line.text))}


def _take_echoes(page: Page, last: int) -> None:
    """Take out trails and window titles: short lines around the headline that contain it."""
    title = letters(page.title or "")
    if len(title) < 8:
        return
    for index, line in list(page.open()):
        if line.words > 40:
            continue
        exact = line.key == title and not (line.closed and index > last + 2)
        holding = index <= last + 2 and not line.prose
        if exact or (holding and (line.key.endswith(title) or title in _keys(line))):
            page.mark([index], "title")


def _headline(text: str) -> str:
    return _HEADING_MARK.sub("", text).strip()


def take_labels(page: Page) -> None:
    """Take out lines that are no sentences: section labels, subheads, lists of links."""
    first, end = page.body()
    if end == 0:
        return
    most = _longest_label(page)
    left = list(page.open())
    before: Line | None = None
    for (index, line), following in zip(left, [*left[1:], None], strict=True):
        after = following[1] if following is not None else None
        if line.closed or not (page.outside(index) or _is_label(line, most)):
            before = line
            continue
        if _is_likely_text(page, index, line) or _goes_on(line, after) or _is_item(line, before):
            before = line
            continue
        before = None
        page.mark(
            [index], "section-label" if index < first else "subhead" if index < end else "link"
        )


def _is_label(line: Line, most: int) -> bool:
    return (line.words <= most or _is_link_row(line)) and not _tells(line)


def _is_likely_text(page: Page, index: int, line: Line) -> bool:
    """Whether a model takes the line for article, and it is too long for a subhead."""
    return page.likely(index) and line.words >= _LEAST_TEXT


def _longest_label(page: Page) -> int:
    """How long a line without a sentence end may be to be no text: the page's habit tells."""
    long = [line for _, line in page.open() if line.words >= 10]
    closed = sum(line.closed for line in long)
    return 20 if long and closed >= 0.8 * len(long) else 9


def _tells(line: Line) -> bool:
    """Whether a sentence ends inside: a post, a quotation with its author behind it."""
    return line.words >= 8 and line.ends_inside


def _is_link_row(line: Line) -> bool:
    """Whether most words hold capitals: links side by side, or glued ("homeUK newsWorld")."""
    words = line.text.split()
    return sum(word[0].islower() and word.islower() for word in words) <= 0.25 * len(words)


def _goes_on(line: Line, after: Line | None) -> bool:
    """Whether the line leads to the next one: a list, a quotation."""
    if after is None or not line.text.endswith((":", ",", ";", "—", "–", "--")):
        return False
    quoted = after.text[0] in "\"“«„‘'"
    return line.words >= 4 and (quoted or bool(_BULLET.match(after.text)) or line.words >= 8)


def _is_item(line: Line, before: Line | None) -> bool:
    """Whether the line is an item of a list that running text leads to."""
    if before is None or not _BULLET.match(line.text):
        return False
    return bool(_BULLET.match(before.text)) or (before.text.endswith(":") and before.words >= 4)


def take_questions(page: Page) -> None:
    """Take out subheads that ask ("What comes next?"), on pages that show signs of being pages."""
    if not any(rule in _PAGE_SIGNS for rule in page.marks.values()):
        return
    first, end = page.body()
    for index, line in list(page.open()):
        asking = line.text.endswith("?") and line.words <= 6 and page.alone(index)
        if asking and first < index < end and line.text[0] not in "\"“«„‘'":
            page.mark([index], "subhead")
