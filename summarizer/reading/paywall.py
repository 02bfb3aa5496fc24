"""Whether a page shows its article, or a beginning and an offer to subscribe."""

import re
from collections.abc import Iterable
from typing import Literal

from summarizer.reading.linked import Linked, is_article

__all__ = ["Wall", "find_wall"]

#: `stub`: only a beginning is there. `passed`: the page says so, but there is a text.
Wall = Literal["stub", "passed"]

#: a beginning is shorter; as many words are an article, if a short one
_LEAST_WORDS = 120
#: an offer is short, or it is a text that talks about offers
_LONGEST_OFFER = 40
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
#: what an offer nearly always names: most lines of most pages need no search
_HINT = re.compile(
    r"subscri|member|sign|log ?in|register|upgrade|pay|reading|unlock|access|rest of|free"
    r"|weiter|abon|artikel|mitglied|réserv|reste|suscri|abbon|assin|lees|подпис",
    re.IGNORECASE,
)


def find_wall(
    linked: Iterable[Linked], tier: str | None, text: str, shown: Iterable[str]
) -> Wall | None:
    """Which wall stands before `text`, if one does.

    `tier` is the page's `article:content_tier`, `shown` are all its lines.
    """
    stated = tier == "locked" or any(_is_locked(item) for item in linked)
    short = len(text.split()) < _LEAST_WORDS
    if stated and short:
        return "stub"
    if not (stated or short):
        return None
    *inside, _ = text.split("\n")
    offered = any(_is_offer(line) for line in shown if line not in inside)
    return ("stub" if short else "passed") if offered else None


def _is_locked(item: Linked) -> bool:
    return is_article(item) and str(item.get("isAccessibleForFree", "")).lower() == "false"


def _is_offer(line: str) -> bool:
    if _HINT.search(line, 0, 400) is None:
        return False
    return len(line.split()) <= _LONGEST_OFFER and _OFFER.search(line, 0, 400) is not None
