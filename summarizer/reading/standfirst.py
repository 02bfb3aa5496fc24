"""The standfirst of a page, which extraction often takes for a header, and cleaning for a label."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from summarizer.reading.alignment import TextBuilder
from summarizer.reading.blocks import page_lines
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.dates import is_date_line
from summarizer.reading.elements import AROUND, following, names
from summarizer.reading.prose import LEAST_PROSE, has_words, is_closed
from summarizer.reading.titles import heading_of
from summarizer.reading.visible import compact
from summarizer.types import Piece

__all__ = ["find_standfirst", "keep_standfirst"]

#: rules that take a line for what it is not because of where it stands
_BY_PLACE = ("line-model", "link", "outside", "section-label", "subhead")

_OUTSIDE = AROUND | {"figure", "form", "table"}
_NOT_TEXT = re.compile(r"author|byline|caption|comment|consent|cookie|credit|newsletter|share")
#: what stands below a headline, too, and hardly ever is a sentence
_LABEL = re.compile(r"audio|breadcrumb|date|listen|meta|player|tag|tool|topic")
#: what publishing systems call a standfirst
_NAMES = re.compile(
    r"standfirst|subtitle|sub[-_]title|subhead|sub[-_]head|excerpt|entradilla|vorspann"
    r"|(?<![a-z])(?:abstract|chapo|dek|deck|intro|lead|lede|summary)(?![a-z])"
)
#: elements behind the headline among which the text begins
_REACH = 80
#: texts of an element that are looked at
_MOST_TEXTS = 60
#: a longer text without a full stop is none
_LONGEST = 80
#: a sentence has more words in small letters (of German, half are not)
_LEAST_SMALL = 1 / 3
_SEPARATED = re.compile(r"\s[|•·/]\s")


def find_standfirst(tree: HtmlElement, title: str | None, paragraphs: list[str]) -> list[str]:
    """The sentences between the headline and the text that `paragraphs` are; mostly none.

    They need no full stop at their end.
    """
    headline = heading_of(tree, title)
    wanted = compact(_opening(paragraphs))[:60]
    if headline is None or not wanted:
        return []
    found: list[str] = []
    for element in _following(headline):
        if compact(_text(element)).startswith(wanted):
            return found
        text = _standfirst(element)
        if text and not any(text in other for other in (*found, title or "")):
            found.append(text)
    return []


def keep_standfirst(cleaned: Cleaned, draft: str, lead: int) -> Cleaned:
    """The cleaned text with what of `draft[:lead]` was taken for a label because of its place."""
    above = [item for item in cleaned.removed if item.start < lead]
    mistaken = [item for item in above if item.rule.split()[0] in _BY_PLACE]
    if not mistaken:
        return cleaned
    kept = [piece for piece in cleaned.alignment if piece.given_start < lead]
    below = cleaned.alignment[len(kept) :]
    builder = TextBuilder(draft)
    stretches = [(item.start, item.start + len(item.text), item.text) for item in mistaken]
    stretches += [(p.given_start, p.given_end, cleaned.text[p.start : p.end]) for p in kept]
    last = 0
    for start, end, text in sorted(stretches):
        if "\n" in draft[last:start]:
            builder.separate()
        builder.replace(text, start, end)
        last = end
    builder.separate()
    shift = len(builder.text) - below[0].start if below else 0
    return replace(
        cleaned,
        text=f"{builder.text}{cleaned.text[below[0].start :]}" if below else builder.text.rstrip(),
        alignment=(*builder.pieces, *(_moved(piece, shift) for piece in below)),
        removed=tuple(item for item in cleaned.removed if item not in mistaken),
    )


def _moved(piece: Piece, shift: int) -> Piece:
    return replace(piece, start=piece.start + shift, end=piece.end + shift)


def _opening(paragraphs: list[str]) -> str:
    """The first paragraph that must be text."""
    first = ""
    for paragraph in paragraphs:
        if len(paragraph.split()) >= LEAST_PROSE:
            if is_closed(paragraph):
                return paragraph
            first = first or paragraph
    return first


def _following(headline: HtmlElement) -> Iterator[HtmlElement]:
    return islice(following(headline, "div", "h2", "h3", "p", "section", "span"), _REACH)


def _standfirst(element: HtmlElement) -> str | None:
    """What the element says, when that is a sentence and it is not part of something else."""
    around = names(element, 3)
    named = _NAMES.search(around) is not None
    if not named and element.tag not in ("h2", "p"):
        return None
    if _NOT_TEXT.search(around) or _is_elsewhere(element):
        return None
    text = " ".join(" ".join(page_lines(element)).split())
    if not has_words(text, LEAST_PROSE):
        return None
    return text if is_closed(text) or _is_open_sentence(text, around, named=named) else None


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether something else holds the element, or it holds paragraphs, or leads elsewhere."""
    if any(each.tag in _OUTSIDE for each in (element, *element.iterancestors())):
        return True
    if any(each is not element for each in islice(element.iter("p", "h1", "h2", "li"), 2)):
        return True
    said = sum(len(_text(link)) for link in islice(element.iter("a"), _MOST_TEXTS))
    return said > len(_text(element)) / 2


def _text(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), _MOST_TEXTS))


def _is_open_sentence(text: str, around: str, *, named: bool) -> bool:
    """Whether it is a sentence, though without a full stop: no date, list of names or label."""
    words = text.split()
    if len(words) > _LONGEST or is_date_line(text):
        return False
    small = sum(not word[0].isupper() and word[0].isalpha() for word in words)
    told = small >= _LEAST_SMALL * len(words) and not _SEPARATED.search(text)
    return named or (told and not _LABEL.search(around))
