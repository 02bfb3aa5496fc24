"""Who wrote it: agency tails, author lines, bylines."""

import re

from summarizer.reading.page import Page
from summarizer.text.marks import ends_sentence

__all__ = ["take_agency_tails", "take_author_lines"]

_TAILS = re.compile(
    # initials and agencies: "law,jcg/ng (Reuters, AP, dpa)"
    r"^[a-zäöü]{1,5}(?:[,/ ]{1,2}[a-zäöü]{1,5}){0,6}\s*\([^().]{2,60}\)\W*$"
    # initials alone
    r"|^[a-zäöü]{2,4}(?:,[a-zäöü]{2,4}){0,3}/[a-zäöü]{2,4}(?:,[a-zäöü]{2,4}){0,3}$"
    # agencies alone, in brackets
    r"|^[(\[—–-]\s?(?:[A-Z][\w/&-]+(?: [A-Z][\w/&-]+)?)"
    r"(?:, ?[\w/&-]+(?: [A-Z][\w/&-]+)?){0,5}[)\]]?$"
    r"|^(?:[A-Z][\w ]{1,30}), ?(?:with )?(?:AP|AFP|Reuters|dpa|AAP|Bloomberg)(?:, ?\w+){0,3}$"
    r"|^(?:with |source: ?)(?:files from |reporting by )?[A-Z][\w ,/&-]{1,60}$"
)
_LABELLED = re.compile(
    r"^(?:authors?|autor(?:en|in)?|auteurs?|editors?|reporters?|correspondents?|writers?)\s*:\s*\S.{0,150}$"
    r"|^\(?(?:edited|written|words|text|compiled|(?:additional |with )?reporting"
    r"|(?:additional )?writing) by\s*:?\s+(?-i:[A-Z])[^.]{0,150}\.?\)?$",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|da|di|van|von|der|den|la|le|al|bin|el)"
_BYLINE = re.compile(
    rf"^(?:by|BY|By|Von|Par|Por|Door)\s+{_NAME}(?:[ ,&]+(?:and |AND |und |et |y )?{_NAME})*"
    # behind the names come a role, a date, a publisher, or nothing
    r"\s*(?:$|[,;|(•·–—-]|\d|(?:for|in|at|of|from|with)\s+(?:the\s+)?[A-Z])"
)
_ROLE = re.compile(
    rf"^{_NAME}(?: {_NAME}){{0,3}}(?:,? (?:and|&) {_NAME}(?: {_NAME}){{0,3}})?,? "
    r"(?:in [A-Z][\w .]{2,30}|(?:[\w-]+ ){0,4}(?i:correspondent|reporter|editor|writer|columnist"
    r"|analyst|staff|bureau chief)s?)(?: in [A-Z][\w .]{2,30})?$"
)
_BIO = re.compile(
    rf"^{_NAME}(?: {_NAME}){{1,3}} (?:(?:reports?|writes?|covers?)(?! that\b)"
    r"|is (?:an?|the) (?:[\w-]+ ){0,5}"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|author))\b"
    r".{0,120}\b(?:for|at|with|of) (?:the )?[A-Z]"
    r"[\w.'’&-]*(?: (?:[A-Z&][\w.'’-]*|of|and|in|from|the))*\.?$"
)
_HELP = re.compile(
    r"^[A-Z(].{0,140}\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article))"
    r"[^.]{0,60}[.)]*$"
)
_STAFF = re.compile(
    r"^(?:by |from )?(?:our )?(?:own |staff |foreign ){0,3}"
    r"(?:staff|correspondents?|reporters?|writers?"
    r"|agencies)(?: and (?:news )?agencies)?(?: in [A-Z][\w .]{2,30})?$",
    re.IGNORECASE,
)


def take_agency_tails(page: Page) -> None:
    """Take out lines that only name agencies and editors' initials."""
    page.mark(
        (i for i, line in page.open() if line.words <= 12 and _TAILS.search(line.text)),
        "agency-tail",
    )


def take_author_lines(page: Page) -> None:
    """Take out lines that only say who wrote the article."""
    page.mark((i for i, line in page.open() if _is_author_line(line.text, line.words)), "author")


def _is_author_line(text: str, words: int) -> bool:
    if words > 25:
        return False
    if _LABELLED.search(text) and words <= 18:
        return True
    if _BIO.search(text) or _HELP.search(text):
        return True
    if words > 14 or text.endswith((":", '"', "”")) or ends_sentence(text):
        return False
    return bool(_BYLINE.search(text) or _STAFF.search(text) or (words <= 9 and _ROLE.search(text)))
