"""Takes out of a parsed page, in place, what is never its article."""

from lxml import etree
from lxml.html import HtmlElement

from summarizer.reading.elements import NO_TEXT

__all__ = ["is_hidden", "lighten", "prune"]

#: the names that publishing systems give to what stands around an article
_ASIDE = frozenset(
    "aside nav-menu newsletter related-articles related-content pullquote pull-quote"
    " pull_quote related most-read mostread most-popular share social-share sharing social"
    " comments comment-list disqus_thread cookie cookie-banner cookie-notice consent"
    " breadcrumb breadcrumbs byline author author-bio author-box tags topics tag-list"
    " read-more readmore promo teaser advertisement ad ad-slot recirculation subscribe"
    " subscription support donation".split()
)
_TAGS = frozenset(
    "aside figcaption form button dialog amp-ad amp-consent amp-sidebar amp-sticky-ad".split()
)
#: what has a name or a style, or is one of these: the others need no look
_CANDIDATES = etree.XPath(
    "//*[@class or @id or @hidden or @style or @aria-hidden"
    f" or {' or '.join(f'self::{tag}' for tag in sorted(_TAGS))}]"
)
_KEPT = frozenset(("article", "body", "html"))
_LONGEST_ATTRIBUTE = 1_000


def lighten(tree: HtmlElement) -> None:
    """Drop what holds no text, and attributes that are pictures: copies of the tree cost less."""
    etree.strip_elements(tree, *sorted(NO_TEXT), with_tail=False)
    etree.strip_tags(tree, "embed")  # the parser lets it hold what stands behind it
    for value in tree.xpath(f"//@*[string-length() > {_LONGEST_ATTRIBUTE}]"):
        element = value.getparent()
        if element is not None and value.attrname in element.attrib:
            del element.attrib[value.attrname]


def prune(tree: HtmlElement) -> None:
    """Drop what the markup calls something else than the article, and what it hides."""
    for element in [each for each in _CANDIDATES(tree) if _is_outside(each)]:
        if element.getparent() is not None:
            element.drop_tree()


def is_hidden(element: HtmlElement) -> bool:
    """Whether no reader sees the element."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return str(attributes.get("hidden", "")) != "until-found"
    style = str(attributes.get("style", "")).replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _is_outside(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in _TAGS:
        return True
    attributes = element.attrib
    if not attributes or tag in _KEPT:
        return False
    names = attributes.get("class")
    if names is not None and not _ASIDE.isdisjoint(names.split()):
        return True
    return attributes.get("id") in _ASIDE or is_hidden(element)
