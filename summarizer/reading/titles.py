"""The title of a page without its publisher, and the publisher whom the title names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from summarizer.reading.blocks import page_lines
from summarizer.reading.elements import names
from summarizer.reading.linked import line

__all__ = ["Named", "Sites", "heading_of", "read_title"]

_SEPARATORS = (" | ", " – ", " — ", " - ", " » ", " :: ", " • ", " · ")
_SEPARATOR = re.compile("|".join(map(re.escape, _SEPARATORS)))
_MOST_HEADINGS = 10
#: in words: a publisher's name is no longer, what is left of a headline no shorter
_LONGEST_NAME = 5
_LEAST_HEADLINE = 3
#: what a site's own name, or its picture, is called in the markup
_LOGO = ("logo", "site-name", "site-title", "sitename", "sitetitle", "masthead", "brand")
#: what may stand inside a headline and is part of it
_INLINE = frozenset("a b br cite em i mark q strong sub sup u wbr".split())
#: words of which the names of publishers are made, or a host
_PRESS = re.compile(
    r"\b(?:News|Times|Post|Gazette|Herald|Guardian|Tribune|Chronicle|Journal|Mercury|Observer"
    r"|Telegraph|Daily|Mail|Press|Courier|Ledger|Dispatch|Wire|Review|Globe|Standard|Independent"
    r"|Magazine|Weekly|Examiner|Bulletin|Mirror|Zeitung|Nachrichten|Rundschau|Tageblatt|Anzeiger"
    r"|Monde|Figaro|Presse|País|Mundo|Diario|Corriere|Giornale|Gazzetta|Jornal|Folha|Krant"
    r"|BBC|CNN|NPR|AFP|Reuters)\b|^\w[\w-]*\.(?:com|org|net|info|[a-z]{2})$"
)
#: small words inside a name
_JOINING = frozenset(
    "and at das de del der des die du el en et for für in la las le les los of on the to und von"
    " y".split()
)


@dataclass(frozen=True, slots=True)
class Sites:
    """What the publisher of a page is called: in its markup, and by its host."""

    names: tuple[str, ...] = ()
    url: str | None = None

    def hold(self, name: str) -> bool:
        """Whether `name` is one of these, in whatever spelling."""
        host = _host(self.url)
        known = (*self.names, host, *host.split(".")[:-1])
        return _key(name) in {_key(each) for each in known} - {""}


@dataclass(frozen=True, slots=True)
class Named:
    """The title of a page, the publisher that stands beside it, and the headline's element."""

    title: str | None
    publisher: str | None
    headline: HtmlElement | None


def read_title(tree: HtmlElement, stated: str | None, sites: Sites) -> Named:
    """The title that is `stated`, or else shown, and the publisher that it or the window names."""
    window = line(tree.findtext(".//title"))
    element = _find_headline(tree, window or stated, sites)
    headline = None if element is None else _text(element)
    found = stated or headline or window
    if found is None:
        return Named(None, None, None)
    title, publisher = _split(found, headline, sites)
    if publisher is None and window is not None:
        publisher = _split(window, headline or title, sites)[1]
    return Named(title, publisher, element)


def heading_of(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """The heading that says the title, else the first one of the page."""
    first = next(tree.iter("h1"), None)
    if title is None:
        return first
    key = _key(title)
    headings = (each for tag in ("h1", "h2") for each in _headings(tree, tag))
    return next((element for element, text in headings if _key(text) == key), first)


def _text(element: HtmlElement) -> str | None:
    """What a heading says; of a kicker or a note inside it only where it says nothing else."""
    if all(child.tag in _INLINE for child in element):
        return line(" ".join(page_lines(element, whole=True)))
    return line(element.text) or line("".join(islice(element.itertext(), 100)))


def _find_headline(tree: HtmlElement, window: str | None, sites: Sites) -> HtmlElement | None:
    """The heading that is the headline and no logo; `window` is the page's title, or a stated one.

    Where there is no such `h1`, it is an `h2` that the title repeats.
    """
    firsts = [(h1, text) for h1, text in _headings(tree, "h1") if not sites.hold(text)]
    for element, text in firsts:
        if _begins(window, text):
            return element
    seconds = (element for element, text in _headings(tree, "h2") if _begins(window, text))
    second = next(seconds, None)
    for element, text in firsts:
        named = second is not None and text in _SEPARATOR.split(window or "")
        if not named and not _is_logo(element):
            return element
    return second


def _split(title: str, headline: str | None, sites: Sites) -> tuple[str, str | None]:
    """The title without what its page adds to the headline, and the publisher named there."""
    if headline and title.startswith(headline):
        told, *added = _SEPARATOR.split(title[len(headline) :])
        if added and not told and (sites.hold(added[-1]) or _is_name(added[-1])):
            return headline, added[-1]
    publisher = None
    for separator in _SEPARATORS:
        while (cut := _cut(title, separator, headline, sites)) is not None:
            title, name = cut
            publisher = publisher or name
    return title, publisher


def _cut(title: str, separator: str, headline: str | None, sites: Sites) -> tuple[str, str] | None:
    """The title without a publisher behind or before it, and that publisher; None without one.

    A part is one when it is known to be, when its name says so, or when it looks like a name and
    the rest is the headline, or a "|" stands between them.
    """
    head, found, tail = title.rpartition(separator)
    if found and _is_publisher(tail, head, headline, sites, bar=separator == " | "):
        return head.strip(), tail.strip()
    head, found, tail = title.partition(separator)
    if found and _is_publisher(head, tail, headline, sites, bar=False):
        return tail.strip(), head.strip()
    return None


def _is_publisher(name: str, rest: str, headline: str | None, sites: Sites, *, bar: bool) -> bool:
    if sites.hold(name):
        return True
    if headline is not None and _key(rest) == _key(headline):
        return _is_name(name)
    if len(rest.split()) < _LEAST_HEADLINE:
        return False
    return _is_label(name) if bar else _is_name(name) and _PRESS.search(name) is not None


def _is_name(text: str) -> bool:
    """Whether the text has the shape of a name: its words are capitalised, or it is a host."""
    words = text.split()
    small = [word for word in words if word[0].islower() and word not in _JOINING]
    if len(words) == 1 and _PRESS.search(text):
        return True
    return _is_label(text) and (not small or len(words) == 2)  # as in "Il giorno"


def _is_label(text: str) -> bool:
    """Whether the text may be a name: few words, and no sentence or the rest of one."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or text.endswith(("?", "!", ".", ":")):
        return False
    return not words[0][0].islower()


def _headings(tree: HtmlElement, tag: str) -> Iterator[tuple[HtmlElement, str]]:
    for element in islice(tree.iter(tag), _MOST_HEADINGS):
        text = _text(element)
        if text:
            yield element, text


def _begins(window: str | None, text: str) -> bool:
    """Whether the window's title is the text, or begins with it and it is no mere name."""
    key, whole = _key(text), _key(window or "")
    told = len(text.split()) >= _LEAST_HEADLINE or key == whole
    return bool(key) and told and whole.startswith(key)


def _is_logo(element: HtmlElement) -> bool:
    around = names(element, 1)
    return any(word in around for word in _LOGO)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
