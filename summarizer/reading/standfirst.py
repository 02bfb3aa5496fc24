"""The standfirst of a page, which trafilatura often takes for a part of the header."""

from collections.abc import Iterator

from lxml.html import HtmlElement

__all__ = ["find_standfirst"]

_OUTSIDE = frozenset(
    "aside button figcaption figure footer form nav table template script style".split()
)
_NOT_TEXT = (
    "author",
    "byline",
    "caption",
    "comment",
    "consent",
    "cookie",
    "credit",
    "newsletter",
    "share",
)


def find_standfirst(tree: HtmlElement, first: str) -> list[str]:
    """The prose between the headline and the paragraph that begins with `first`; mostly none."""
    headline = tree.find(".//h1")
    if headline is None:
        return []
    wanted = "".join(first.split())[:60]
    found: list[str] = []
    for element in _following(headline):
        text = " ".join("".join(element.itertext()).split())
        if "".join(text.split()).startswith(wanted):
            return found
        if len(text.split()) >= 8 and text.endswith((".", "!", "?", "”", '"')):
            found.append(text)
    return []


def _following(headline: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs after the headline that are not part of something else."""
    for element in headline.xpath("following::*[self::p or self::h2][position() <= 40]"):
        around = [element, *element.iterancestors()]
        names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}".lower() for e in around[:4])
        outside = any(e.tag in _OUTSIDE for e in around)
        if not outside and not any(word in names for word in _NOT_TEXT):
            yield element
