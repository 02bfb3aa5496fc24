"""The `<time>` element of a page that says when its article appeared."""

from itertools import islice

from lxml.html import HtmlElement

from summarizer.reading.dates import read_date
from summarizer.reading.elements import following, is_aside, names
from summarizer.reading.linked import line
from summarizer.reading.prose import LEAST_PROSE

__all__ = ["find_time"]

_MOST_TIMES = 100
#: paragraphs, divisions and times behind the headline among which its time stands
_REACH = 300
#: so many elements around a time say whose it is
_LEVELS = 6
_CHANGED = ("modified", "updat")
#: how sure a time that is not marked as the publication is, at best
_UNMARKED = 4


def find_time(tree: HtmlElement, headline: HtmlElement | None) -> str | None:
    """What the article's own `<time>` says; None without one.

    Lists of news and related articles are full of times: one counts where it is marked as the
    publication, below the headline, inside the article that holds the headline, or when the page
    has no other.
    """
    times = islice(tree.iter("time"), _MOST_TIMES)
    found = [(time, said) for time in times if (said := _said(time))]
    below = _times_below(headline) if found and headline is not None else []
    ranked = [
        (rank, said)
        for time, said in found
        if (rank := _rank(time, headline, below, alone=len(found) == 1)) is not None
    ]
    return min(ranked, key=lambda each: each[0])[1] if ranked else None


def _said(time: HtmlElement) -> str | None:
    """The date in its attribute, or the one that it shows."""
    values = (line(time.get("datetime")), line("".join(islice(time.itertext(), 20))))
    return next((value for value in values if value and read_date(value, "metadata")), None)


def _rank(
    time: HtmlElement, headline: HtmlElement | None, below: list[HtmlElement], *, alone: bool
) -> int | None:
    """How sure it is that the time is the article's, 0 for surest; None when it is another's."""
    if is_aside(time, _LEVELS) or any(word in names(time, _LEVELS) for word in _CHANGED):
        return None
    marked = time.get("pubdate") is not None or "publish" in (time.get("itemprop") or "").lower()
    places = (
        any(time is each for each in below),
        not _is_listed(time) and _is_inside(time, headline),
        not _is_listed(time) and alone,
        marked,
    )
    place = next((number for number, holds in enumerate(places) if holds), None)
    return place if marked or place is None else _UNMARKED + place


def _times_below(headline: HtmlElement) -> list[HtmlElement]:
    """Times between the headline and the first paragraph, or the second, below a standfirst."""
    found: list[HtmlElement] = []
    paragraphs = 0
    for element in islice(following(headline, "div", "p", "time"), _REACH):
        if element.tag == "time":
            found.append(element)
        elif element.tag == "p":
            paragraphs += _is_told("".join(islice(element.itertext(), 100)))
        elif element.tag == "div":
            paragraphs += _is_told(element.text or "")
        if paragraphs > 1:
            break
    return [time for time in found if not _is_in_text(time)]


def _is_inside(time: HtmlElement, headline: HtmlElement | None) -> bool:
    """Whether the time stands in the article or the header of the headline, outside its text."""
    if _is_in_text(time):
        return False
    own = list(headline.iterancestors("article", "header")) if headline is not None else []
    article = next(time.iterancestors("article"), None)
    header = next(time.iterancestors("header"), None)
    if any(around is each for around in (article, header) for each in own):
        return True
    alone = len(list(islice(time.getroottree().iter("article"), 2))) == 1
    return article is not None and alone and all(each.tag != "article" for each in own)


def _is_listed(time: HtmlElement) -> bool:
    """Whether it is one of several in a list."""
    return next(time.iterancestors("li", "nav"), None) is not None


def _is_in_text(time: HtmlElement) -> bool:
    """Whether a sentence of the text holds the time."""
    paragraph = next(time.iterancestors("p", "blockquote"), None)
    return paragraph is not None and _is_told("".join(islice(paragraph.itertext(), 100)))


def _is_told(text: str) -> bool:
    return len(text.split()) >= LEAST_PROSE
