"""An HTML page as its running text: trafilatura finds the body, the plain-text rules finish it.

Where it finds none, the page's own lines are cleaned, and the page says so. Every paragraph kept is
traced back to the decoded source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from summarizer.reading.cleaning import Cleaned, clean
from summarizer.reading.dates import dates_of_lines, tells_when
from summarizer.reading.drafts import Draft, draft_of_article, draft_of_page, stated_text
from summarizer.reading.headers import Header
from summarizer.reading.metadata import Metadata, read_metadata
from summarizer.reading.parsing import Parsed, parse
from summarizer.reading.paywall import Wall, find_wall, lines_below
from summarizer.reading.prose import LEAST_ARTICLE, count_prose, has_words
from summarizer.reading.standfirst import keep_standfirst
from summarizer.reading.tracing import trace
from summarizer.reading.visible import VisibleText
from summarizer.types import DateReading, EntryDate, Notice

__all__ = ["Page", "header_of", "read_html"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: `cleaned.alignment` and `cleaned.removed` count in the HTML source."""

    cleaned: Cleaned
    metadata: Metadata
    #: dates in the lines right above the text
    shown_dates: tuple[DateReading, ...] = ()
    #: of a page of several dated parts
    entries: tuple[EntryDate, ...] = ()
    #: there is no article here, but there
    forward: str | None = None
    #: the text may be only a beginning
    wall: Wall | None = None
    notices: tuple[Notice, ...] = ()


def read_html(source: str, *, title: str | None = None) -> Page | None:
    """The article of a decoded HTML source; None when there is no markup to read at all."""
    visible = VisibleText(source)
    parsed = parse(source, visible.wide)
    if parsed is None:
        return None
    metadata = read_metadata(parsed.tree)
    title = title or metadata.title
    draft = draft_of_article(parsed, metadata, visible)
    cleaned = _clean(draft, title)
    wall = _wall(metadata, cleaned, visible, parsed)
    if wall is None and _is_failed(cleaned, visible, metadata):
        draft = draft_of_page(metadata, visible)
        cleaned = _clean(draft, title)
        wall = _wall(metadata, cleaned, visible, parsed)
    return Page(
        cleaned=trace(cleaned, draft.text, visible),
        metadata=metadata,
        shown_dates=() if draft.whole else tuple(_shown_dates(visible, cleaned.text)),
        entries=tuple(_entries(draft, cleaned)),
        wall=wall,
        forward=None if has_words(cleaned.text, LEAST_ARTICLE) else metadata.forward,
        notices=draft.notices,
    )


def _clean(draft: Draft, title: str | None) -> Cleaned:
    return keep_standfirst(clean(draft.text, title=title), draft.text, draft.lead)


def _wall(
    metadata: Metadata, cleaned: Cleaned, visible: VisibleText, parsed: Parsed
) -> Wall | None:
    below = lines_below(cleaned.text, visible, parsed.tree)
    return find_wall(metadata.linked, metadata.tier, cleaned.text, below)


def _is_failed(cleaned: Cleaned, visible: VisibleText, metadata: Metadata) -> bool:
    if has_words(cleaned.text, LEAST_ARTICLE):
        return False
    words = len(cleaned.text.split())
    shown = count_prose(block.text for block in visible.blocks)
    return words == 0 or max(shown, count_prose(stated_text(metadata))) > 1.5 * words


def _entries(draft: Draft, cleaned: Cleaned) -> Iterator[EntryDate]:
    """The draft's dated stretches, as far as cleaning kept them."""
    for stretch in draft.entries:
        inside = [p for p in cleaned.alignment if stretch.start <= p.given_start < stretch.end]
        if inside:
            yield replace(stretch, start=inside[0].start, end=inside[-1].end)


def _shown_dates(visible: VisibleText, text: str) -> Iterator[DateReading]:
    """The dates in the lines above the text, a standfirst aside, the nearest lines first."""
    places = [visible.find(line) for line in text.split("\n", 2)[:2]]
    until = max((place.start for place in places if place is not None), default=0)
    above = (block.text for block in reversed(visible.blocks) if block.end <= until)
    # Further up may stand the day on which the page was saved.
    for count in (6, 9):
        yield from dates_of_lines(filter(tells_when, islice(above, count)), "header")


def header_of(page: Page) -> Header:
    """What the page says about its article: markup first, then its visible lines."""
    header = page.cleaned.header
    return replace(
        header,
        source=page.metadata.source or header.source,
        url=page.metadata.url or header.url,
        dates=(*page.metadata.dates, *page.shown_dates, *header.dates) or _entry_date(page),
    )


def _entry_date(page: Page) -> tuple[DateReading, ...]:
    """The date of the first of several parts, which stands for the page."""
    first = next((entry.date for entry in page.entries), None)
    if first is None:
        return ()
    return (DateReading(value=first.value, precision=first.precision, origin=first.origin),)
