"""What a publisher says to its readers about itself, its text and its terms."""

import re

from summarizer.reading.page import Page
from summarizer.reading.rules.signs import Sign, take_signed

__all__ = ["take_notices"]

_SIGNS = {
    "newsletter": Sign(
        words=50,
        hints=("sign up", "sign-up", "subscribe", "register", "inbox", "newsletter"),
        pattern=re.compile(
            r"(?:^|[.!?]\s+)(?:you can |please |click here to |just )?"
            r"(?:sign up|sign-up|subscribe|register)\b.{0,120}"
            r"\b(?:here|newsletters?|inbox|receive|e-?mails?|briefing|letter|free|updates|alerts)\b"
            r"|\bto (?:sign up|sign-up|subscribe|register)\b.{0,80}"
            r"\b(?:newsletters?|inbox|e-?mail updates|alerts|briefing)\b"
            r"|^(?:get|receive)\b.{0,80}\b(?:in|to) your inbox\b"
            r"|^(?:receive|join|get) our (?:free |daily |weekly )*(?:e-?)?newsletter\b",
            re.IGNORECASE,
        ),
    ),
    "copyright": Sign(
        words=60,
        hints=("©", "(c)", "copyright", "rights reserved", "may not be", "republi", "reproduc"),
        pattern=re.compile(
            r"©(?!\s[a-z])|\([cC]\)\s?\d{4}|^(?i:copyright)\b.{0,40}\d{4}"
            r"|\b(?i:all rights reserved)\b"
            r"|\b(?i:material|content|article|story|report|site|copy)s?\b[^.!?]{0,60}"
            r"\b(?i:may not be (?:published|reproduced|republished|copied|used))\b"
            r"|\b(?i:may not be published, (?:broadcast|rewritten|reproduced|copied|redistributed))"
            r"|^(?i:republication|reproduction) .{0,60}\b(?i:licen[cs]e|permission|prohibited)\b"
        ),
    ),
    "cookies": Sign(
        words=70,
        silent=True,
        hints=("cookie", "accept", "reject", "manage", "allow", "by continuing", "by using"),
        pattern=re.compile(
            r"\b(?:we|our partners|this (?:web)?site|this page)\b.{0,40}"
            r"\b(?:use|uses|using|set|store)s?\b"
            r".{0,30}\bcookies\b|^(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences)"
            r"|^by (?:continuing|using this (?:web)?site)\b.{0,80}"
            r"\b(?:agree|accept|cookies|terms)\b"
            r"|^(?:accept|reject|allow) all$|^cookie (?:settings|policy|notice)$",
            re.IGNORECASE,
        ),
    ),
    "support": Sign(
        words=70,
        silent=True,
        hints=("please", "consider", "support", "since you", "small favou"),
        pattern=re.compile(
            r"^(?:please )?consider (?:supporting|making a (?:contribution|donation))\b"
            r"|\bplease consider (?:supporting|donating|subscribing|making)\b"
            r"|\bplease (?:support|donate|subscribe)\b"
            r"(?=.{0,80}\b(?:us|our|this (?:site|page)|journalism|today|here)\b)"
            r"|^since you.re here\b"
            r"|\bwe have a small favou?r to ask\b"
            r"|^support (?:us\b|our (?:work|journalism|reporting)\b|independent journalism\b)",
            re.IGNORECASE,
        ),
    ),
    "editorial-note": Sign(
        words=60,
        hints=(
            "article",
            "story",
            "report",
            "post",
            "piece",
            "correction",
            "clarification",
            "editor",
            "views",
            "opinions",
            "standards",
            "artikel",
            "beitrag",
            "external",
        ),
        pattern=re.compile(
            r"^(?:this|the|an? (?:version|earlier version) of this)"
            r" (?:article|story|report|post|piece|interview)"
            r" (?:was|has been|is|first|originally|also) (?:originally |first |also |been |was )*"
            r"(?:published|amended|updated|corrected|republished|edited|appeared|adapted)\b"
            r"|^\W*(?:correction|clarification|editor.?s.? note|update)s?\s*[:(]"
            r".*\b(?:article|story|version|post|report|headline|editor|note|page)\b"
            r"|^the (?:views|opinions) expressed\b[^.]{0,80}\.?$|^our standards\s*:|^disclaimer\s*:"
            r"|^dieser (?:artikel|beitrag|text) (?:erschien|wurde)\b.{0,80}$"
            r"|^these are external links\b.*$",
            re.IGNORECASE,
        ),
    ),
    "web-archive": Sign(
        words=150,
        hints=("archive", "wayback"),
        pattern=re.compile(
            r"^these crawls are part of an effort to archive pages\b"
            r"|\bcrawl data to the internet archive\b"
            r"|\badded to the wayback machine after an embargo\b"
            r"|\bcollections? curated by\b.{0,60}\busing the archive-it service\b"
            r"|^crawls of supported\b.{0,30}\bno more 404\b"
            r"|^this data is currently not publicly accessible\.?$",
            re.IGNORECASE,
        ),
    ),
    "contact": Sign(
        words=20,
        silent=True,
        pattern=re.compile(
            r"^more (?:details|updates?|information|on this)?\b.{0,12}"
            r"(?:soon|to follow|follows)\W*$"
            r"|^(?:this is a )?(?:breaking|developing) (?:news )?story\b.{0,80}$"
            r"|^(?:have|got|do you have) a (?:news )?(?:tip|story)\?.{0,80}$"
            r"|^(?:e-?mail|contact|call|write to) (?:us|our newsroom|the (?:author|editor|reporter"
            r"|writer))\b(?!,).{0,100}$"
            r"|^.{0,60}\b(?:can be reached|may be (?:reached|contacted)) (?:at|by|on)\b"
            r".{0,80}(?:@|\d{3})\S*$"
            r"|^download (?:our|the) .{0,30}\bapps?\b.{0,60}$",
            re.IGNORECASE,
        ),
    ),
}


def take_notices(page: Page) -> None:
    """Take out every line in which the publisher speaks about itself."""
    take_signed(page, _SIGNS)
