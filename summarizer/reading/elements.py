"""What names in markup tell: which elements hold paragraphs, no text, or what stands beside."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

__all__ = ["AROUND", "BLOCKS", "NO_TEXT", "following", "is_aside", "names"]

#: a paragraph begins and ends with these
BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav"
    " noframes noscript ol option p pre section select summary table tbody td tfoot th thead tr"
    " ul".split()
)
#: code, drawings, frames and what stands in for them: no text of the page, and most of its bytes
NO_TEXT = frozenset("audio canvas iframe math object script style svg template video".split())
#: these stand around an article, or between its paragraphs
AROUND = frozenset("aside button dialog figcaption footer nav".split())
#: what publishing systems call a thing that is not the article of the page, as part of a name
_ASIDE = (
    "aside",
    "comment",
    "footer",
    "most-read",
    "promo",
    "recommend",
    "related",
    "sidebar",
    "teaser",
    "ticker",
)


def following(element: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """The elements behind the element, in their order; only those of `tags` when there are any."""
    for around in (element, *element.iterancestors()):
        for sibling in around.itersiblings():
            yield from sibling.iter(*tags)


def names(element: HtmlElement, levels: int) -> str:
    """Tag, class, id and property of the element and of `levels` around it, in small letters."""
    around = [element, *islice(element.iterancestors(), levels)]
    return " ".join(
        f"{e.tag} {e.get('class') or ''} {e.get('id') or ''} {e.get('itemprop') or ''}"
        for e in around
    ).lower()


def is_aside(element: HtmlElement, levels: int) -> bool:
    """Whether the element, or one of `levels` around it, is called something beside the article."""
    around = names(element, levels)
    return any(word in around for word in _ASIDE)
