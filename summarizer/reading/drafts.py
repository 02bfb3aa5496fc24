"""The text of a page before the plain-text rules clean it: as trafilatura, or as we find it."""

from dataclasses import dataclass

from summarizer.reading.blocks import page_lines
from summarizer.reading.entries import Entries, find_entries
from summarizer.reading.extraction import TOO_DEEP, extract_paragraphs, why_not_searched
from summarizer.reading.linked import is_article, is_locked, line
from summarizer.reading.metadata import Metadata
from summarizer.reading.parsing import Parsed, parse
from summarizer.reading.paywall import is_teaser
from summarizer.reading.prose import LEAST_ARTICLE, count_prose, is_prose
from summarizer.reading.pruning import lighten, prune
from summarizer.reading.standfirst import find_standfirst
from summarizer.reading.visible import VisibleText, compact, visibly
from summarizer.types import EntryDate, Notice

__all__ = ["Draft", "draft_of_article", "draft_of_page", "stated_text"]

_BREAK = "\n\n"
_WHOLE = "so all lines of prose on the page were cleaned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Paragraphs separated by blank lines."""

    text: str
    #: so much of `text` is the standfirst, which may look like a label
    lead: int = 0
    #: dated stretches of `text`
    entries: tuple[EntryDate, ...] = ()
    #: all of the page, and not what was found to be its article
    whole: bool = False
    notices: tuple[Notice, ...] = ()


def draft_of_article(parsed: Parsed, metadata: Metadata, visible: VisibleText) -> Draft:
    """What is found to be the article of a page. Takes what is not out of the tree."""
    tree = parsed.tree
    if not parsed.complete:
        return _whole([block.text for block in visible.blocks], TOO_DEEP)
    lighten(tree)
    reason = why_not_searched(tree)
    if reason is not None:
        return _whole([each for each in page_lines(tree) if is_prose(each)], reason)
    prune(tree)
    entries = find_entries(tree, metadata.linked, visible)
    paragraphs = extract_paragraphs(tree, size=len(visible.source))
    paragraphs = [each for each in paragraphs if not is_teaser(each)]
    lead = find_standfirst(tree, metadata.title, paragraphs)
    if lead:
        known = {compact(each) for each in lead}
        paragraphs = [each for each in paragraphs if compact(each) not in known]
    if entries is not None:
        return _of_entries(entries, [*lead, *paragraphs])
    return _draft([*lead, *paragraphs], lead=len(lead))


def draft_of_page(metadata: Metadata, visible: VisibleText) -> Draft:
    """All that a page shows, menus aside; where it shows nothing, the text in its linked data."""
    parsed = parse(visible.source, visible.wide)
    lines = [block.text for block in visible.blocks]
    if parsed is not None and parsed.complete:
        lighten(parsed.tree)
        shown = page_lines(parsed.tree)
        enough = count_prose(shown) >= LEAST_ARTICLE
        lines = shown if enough else page_lines(parsed.tree, whole=True)
    stated = stated_text(metadata)
    if count_prose(stated) > 2 * count_prose(lines):
        message = "the page does not show the article: its text is the one in the linked data"
        return _draft(stated, notices=(Notice(code="linked-data-text", message=message),))
    return _whole(lines, "the markup did not show the article")


def stated_text(metadata: Metadata) -> list[str]:
    """The paragraphs of the article in the linked data; none behind a paywall."""
    free = not any(is_locked(item) for item in metadata.linked)
    bodies = (item.get("articleBody") for item in metadata.linked if free and is_article(item))
    body = next((body for body in bodies if isinstance(body, str)), "")
    return [text for each in body.splitlines() if (text := line(each))]


def _whole(lines: list[str], reason: str) -> Draft:
    notice = Notice(code="page-text", message=f"{reason}, {_WHOLE}")
    return _draft(lines, whole=True, notices=(notice,))


def _draft(
    lines: list[str], *, lead: int = 0, whole: bool = False, notices: tuple[Notice, ...] = ()
) -> Draft:
    shown = [visibly(line) for line in lines]
    before = sum(len(line) + len(_BREAK) for line in shown[:lead])
    return Draft(text=_BREAK.join(shown), lead=before, whole=whole, notices=notices)


def _of_entries(found: Entries, paragraphs: list[str]) -> Draft:
    """What stands above the first entry, then the entries, each with its date."""
    inside = {line for entry in found.entries for line in entry.lines}
    text = visibly(_BREAK.join(_above(paragraphs, inside)))
    dated: list[EntryDate] = []
    for entry in found.entries:
        text += _BREAK * bool(text)
        start = len(text)
        text += visibly(_BREAK.join(entry.lines))
        if entry.date is not None:
            dated.append(EntryDate(start=start, end=len(text), date=entry.date))
    notices: list[Notice] = []
    if found.separate:
        message = f"the page holds {len(found.entries)} articles: they are read as one"
        notices.append(Notice(code="several-articles", message=message))
    return Draft(text=text, entries=tuple(dated), notices=tuple(notices))


def _above(paragraphs: list[str], inside: set[str]) -> list[str]:
    plain = {" ".join(line.split()) for line in inside}
    for place, paragraph in enumerate(paragraphs):
        if " ".join(paragraph.split()) in plain:
            return paragraphs[:place]
    return []
