"""The headline of a dumped page: of the lines above the article, the one that speaks of it."""

import re
from dataclasses import dataclass
from itertools import islice

from summarizer.reading.dates import strip_date
from summarizer.reading.lines import Line
from summarizer.reading.page import Page
from summarizer.text.function_words import function_words
from summarizer.text.languages import detect
from summarizer.text.marks import letters

__all__ = ["above_standfirst", "find_headline"]

#: how many lines above the article a headline may stand
_REACH = 80
#: a window's title stands in one of so many lines at the top
_WINDOW = 5
_MARK = re.compile(r"^(#{1,6})\s+")
_SEPARATOR = re.compile(r"\s*[|»›]\s*|::")
#: stands in headlines, too: only a window's title, at the top, is split at it
_DASH = re.compile(r"\s[•·–—-]\s")
_NO_HEADLINE = re.compile(r"^[•*·‣▪◦+(]|\s{3}|[{}<>]|[,:;]$|^by\b|^https?:", re.IGNORECASE)
#: no headline scores less
_LEAST = 1.0
#: a standfirst has at least so many words, and may score so much more than the headline above it
_LEAST_STANDFIRST = 10
_CLOSE = 0.8
_WORD = re.compile(r"[^\W_]+")
#: words that begin alike count as one: "arrest" and "arrested"
_STEM = 5
#: so much of the article is compared with: the beginning tells what it is about
_LEAD_WORDS = 250


@dataclass(frozen=True, slots=True)
class _Article:
    #: the line that it begins in
    first: int
    #: of the words of its beginning
    stems: frozenset[str]
    language: str | None
    #: the keys of the lines among which a window's title stands
    heads: tuple[str, ...]


def find_headline(page: Page, first: int) -> tuple[int, str] | None:
    """Where the headline of the article that begins in line `first` stands, and what it says."""
    words = " ".join(line.text for _, line in islice(_article(page, first), 40)).split()
    lead = " ".join(words[:_LEAD_WORDS])
    language = detect(lead)
    heads = tuple(line.key for line in page.lines[:_WINDOW])
    article = _Article(first, frozenset(_stems(lead, language)), language, heads)
    scores: dict[int, tuple[float, str]] = {}
    for index in range(max(0, first - _REACH), min(first + 1, len(page.lines))):
        if not page.marked(index):
            texts = _candidates(page.lines[index], window=index < _WINDOW)
            found = [(_score(page, index, text, article), text) for text in texts]
            scores[index] = max(found, default=(0.0, ""), key=lambda pair: pair[0])
    best = max(scores, default=None, key=lambda index: (scores[index][0], index))
    return None if best is None or scores[best][0] <= _LEAST else above_standfirst(best, scores)


def above_standfirst(index: int, scores: dict[int, tuple[float, str]]) -> tuple[int, str]:
    """The headline right above a longer line that scores little better: a standfirst, that is."""
    score, text = scores[index]
    other, above = scores.get(index - 1, (0.0, ""))
    standfirst = len(text.split()) >= _LEAST_STANDFIRST > len(above.split())
    close = 0 < other >= score - _CLOSE
    return (index - 1, above) if standfirst and close else (index, text)


def _article(page: Page, first: int) -> list[tuple[int, Line]]:
    return [(i, line) for i, line in page.open() if i >= first and line.prose]


def _candidates(line: Line, *, window: bool) -> list[str]:
    """The line, or the parts of a window's title or a trail."""
    text = _MARK.sub("", line.text).strip("*_ \t")
    parts = _SEPARATOR.split(text)
    if window:
        parts = [piece for part in parts for piece in [part, *_DASH.split(part)]]
    found = [part.strip() for part in parts]
    return [text] if len(parts) == 1 else [part for part in found if len(part.split()) >= 3]


def _score(page: Page, index: int, text: str, article: _Article) -> float:
    line = page.lines[index]
    if index == article.first or not _may_be_headline(line, text):
        return 0.0
    if line.closed and page.chances is None and not page.alone(index):
        return 0.0  # on no page, a short sentence among others
    stems = _stems(text, article.language)
    shared = len(stems & article.stems) / (len(stems) + 1)
    mark = _MARK.match(line.text)
    heading = 0.0 if mark is None else 1.2 / len(mark.group(1))
    key = letters(text)
    window = len(key) >= 12 and any(
        key in head
        for place, head in enumerate(article.heads)
        if place != index and len(head) < 300
    )
    near = max(0.0, 1.0 - (article.first - index) / 25)
    whole = 0.4 if len(text) >= 0.9 * len(line.text) - 4 else 0.0
    return 3.0 * shared + heading + 1.2 * window + near + whole + 0.3 * (len(text.split()) >= 4)


def _may_be_headline(line: Line, text: str) -> bool:
    asking = text.endswith(("?", "!", "'", '"', "”", "’", "…", "..."))
    told = line.closed and not asking and not line.text.startswith("#")
    plain = 2 <= len(text.split()) <= 25 and not text[0].islower()
    return plain and not told and not _NO_HEADLINE.search(text) and strip_date(text) is None


def _stems(text: str, language: str | None) -> set[str]:
    common = function_words(language)
    return {
        word[:_STEM]
        for word in _WORD.findall(text.lower())
        if len(word) >= 3 and word not in common
    }
