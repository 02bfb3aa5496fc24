"""Whether a page shows its article, or a beginning and an offer to subscribe."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from summarizer.reading.linked import Linked, is_free, is_locked
from summarizer.reading.prose import has_words, is_closed
from summarizer.reading.visible import VisibleText, compact

__all__ = ["Wall", "find_wall", "is_teaser", "lines_below"]

#: `stub`: only a beginning is there. `passed`: the page says so, but there is a text.
Wall = Literal["stub", "passed"]

#: a beginning is shorter; as many words are an article, if a short one
_LEAST_WORDS = 120
#: an offer has no more characters, or it is a text that talks about offers
_LONGEST_OFFER = 300
#: the page's own menus and footers, not those of its article
_AROUND = etree.XPath(
    "//*[self::footer or self::nav or @role='contentinfo' or @role='navigation']"
    "[not(ancestor::article)]"
)
_OFFER = re.compile(
    r"\b(?:subscribe|sign in|log ?in|register|sign up|upgrade)\b[^.!?]{0,40}\bto (?:(?:continue"
    r"|keep)\b|(?:read|access|view|unlock|finish) (?:on\b|this\b|the (?:full|rest|whole|entire"
    r"|complete|article|story)))"
    r"|\bsubscribe (?:now )?to read\b(?! our)"
    r"|\bto (?:continue|keep|finish) reading\b|\bcontinue reading (?:with|by|for)\b"
    r"|\b(?:subscriber|member)s?[- ](?:only|exclusive) (?:article|stor|content)"
    r"|\b(?:article|story|content)\b[^.!?]{0,30}\b(?:only (?:available )?(?:to|for)|for|reserved"
    r" for|exclusive to|available to)\b[^.!?]{0,20}\b(?:subscribers|members)\b"
    r"|\byou(?:'|’)ve (?:reached|read|used)\b[^.!?]{0,40}\bfree (?:article|stor)"
    r"|\b(?:unlock|get full access to|read the rest of) this (?:article|story)\b"
    r"|\bweiterlesen (?:mit|nach|als)\b|\b(?:nur für|exklusiv für) (?:abonnent|mitglied)"
    r"|\bjetzt (?:abonnieren|freischalten) und weiterlesen\b"
    r"|\bdiesen artikel (?:freischalten|lesen sie mit)"
    r"|\b(?:article|contenu) (?:est )?réservé (?:à nos|aux) abonnés\b"
    r"|\bil vous reste \d+ ?% de cet article\b|\bla suite est réservée aux abonnés\b"
    r"|\b(?:contenido|artículo) (?:exclusivo|solo) para suscriptores\b"
    r"|\bsuscríbete para (?:seguir|continuar) leyendo\b|\babbonati per (?:continuare|leggere)\b"
    r"|\b(?:contenuto|articolo) riservato agli abbonati\b|\bassine para continuar lendo\b"
    r"|\bconteúdo exclusivo para assinantes\b|\blees verder met\b|\balleen voor abonnees\b"
    r"|\bтолько (?:для подписчиков|по подписке)",
    re.IGNORECASE,
)
#: such a line leads to another article, whoever may read that one
_ELSEWHERE = re.compile(
    r"\b(?:(?:read|see) (?:also|next)|lire (?:aussi|également)|lesen sie (?:auch|dazu)"
    r"|mehr zum thema|lee (?:también|además)|leer también|leggi anche|leia (?:também|mais)"
    r"|lees ook|читайте также)\b|\bread more:",
    re.IGNORECASE,
)
#: what an offer nearly always names: most lines of most pages need no search
_HINT = re.compile(
    r"subscri|member|sign|log ?in|register|upgrade|pay|reading|unlock|access|rest of|free"
    r"|weiter|abon|artikel|mitglied|réserv|reste|suscri|abbon|assin|lees|подпис",
    re.IGNORECASE,
)


def find_wall(
    linked: Sequence[Linked], tier: str | None, text: str, behind: Iterable[str]
) -> Wall | None:
    """Which wall stands before `text`, if one does.

    `tier` is the page's `article:content_tier`; `behind` are the lines below the text that belong
    to the article's own part of the page, and are looked at only where it matters.
    """
    locked = tier == "locked" or any(is_locked(item) for item in linked)
    free = not locked and (tier == "free" or any(is_free(item) for item in linked))
    short = not has_words(text, _LEAST_WORDS)
    if free or not (locked or short):
        return None
    if locked and short:
        return "stub"
    offered = any(_is_offer(line) for line in behind)
    return ("stub" if short else "passed") if offered else None


def lines_below(text: str, visible: VisibleText, tree: HtmlElement) -> Iterator[str]:
    """The last line of `text`, then what the page shows below it, menus and footers aside."""
    lines = text.split("\n")
    yield lines[-1]
    after = 0
    for line in lines:
        span = visible.find(line, after)
        after = after if span is None else span.end
    around = compact(" ".join("".join(each.itertext()) for each in _AROUND(tree)))
    for block in visible.blocks:
        if block.start >= after and compact(block.text) not in around:
            yield block.text


def is_teaser(line: str) -> bool:
    """Whether the line leads to another article, one for subscribers."""
    return not is_closed(line) and _names_offer(line) and _ELSEWHERE.search(line) is not None


def _is_offer(line: str) -> bool:
    return _names_offer(line) and _ELSEWHERE.search(line) is None


def _names_offer(line: str) -> bool:
    if len(line) > _LONGEST_OFFER or _HINT.search(line) is None:
        return False
    return _OFFER.search(line) is not None
