"""Lines that are told by their own words: menus, buttons, links to other pages."""

import re

from summarizer.reading.page import Page
from summarizer.reading.rules.signs import Sign, take_signed

__all__ = ["take_furniture"]

_MORE = (
    r"(?:read|see|hear|find out) (?:also|more)|also read|more on this|full story|lesen sie auch"
    r"|mehr zum thema|lire aussi|lea también|leer más|leggi anche|lees ook|leia (?:também|mais)"
    r"|читайте также"
)
_MORE_HINTS = (
    "more", "also", "full story", "lesen sie", "lire aussi", "lea ", "leer m", "leggi", "lees ook",
    "leia", "читайте",
)  # fmt: skip
_NETWORKS = (
    "bluesky|copy link|delicious|digg|e-?mail|facebook|flipboard|gmail|instagram|linkedin|mastodon"
    "|messenger|newsvine|pinterest|pocket|print|reddit|rss|share|sms|stumbleupon|telegram|threads"
    "|tumblr|tweet|twitter|whatsapp|x|xing|youtube"
)

_SIGNS = {
    "skip-link": Sign(
        words=12,
        pattern=re.compile(
            r"^(?:\d+\.|[*•-])?\s*(?:skip|jump) (?:to|over|navigation)\b[^.]*$", re.IGNORECASE
        ),
    ),
    "address": Sign(
        words=40,
        hints=("www.", "://"),
        pattern=re.compile(r"^<?(?:https?://|www\.)\S+>?$", re.IGNORECASE),
    ),
    "read-more": Sign(
        words=30,
        hints=_MORE_HINTS,
        pattern=re.compile(
            rf"^[\W_]*(?i:{_MORE})\s*(?:$|[:|»›>…\-–—]|\.\.\.|(?=[A-Z0-9\"'“‘¿¡])|\xa0|\s(?=[A-Z\"'“‘]))"
        ),
    ),
    "share": Sign(
        words=12,
        silent=True,
        pattern=re.compile(
            r"^(?:share|tweet|e-?mail|print|bookmark|post|send|recommend)\b(?: or \w+)?"
            r"(?: (?:this|on|to|via|with|it|page|story|article|friends?|a|the|your|link|facebook"
            r"|twitter|whatsapp|linkedin|e-?mail|reddit|pinterest))*\s*[:.!]?$"
            r"|^[\d.,]+[km]?\s+(?:shares?|tweets?|retweets?|likes?|views?)$"
            r"|^follow (?:us|@\w+|[A-Z][\w. ]{2,40})(?: on [\w ,&]+)?[.!]?$"
            r"|^(?:follow|like|join|find) (?:us|the [\w ]{2,30}|@\w+)\b.{0,40}"
            r"\b(?:twitter|facebook|instagram|youtube|telegram|whatsapp)\b.{0,30}$",
            re.IGNORECASE,
        ),
    ),
    "comments": Sign(
        words=12,
        pattern=re.compile(
            r"^\(?\d[\d.,]* (?:readers? )?comments?\)?[.:]?$"
            r"|^comments?\s*(?:\([^()]{1,24}\)|:|\d+)?$"
            r"|^comments? (?:are|is) (?:now )?(?:closed|disabled|off|open)\b.{0,40}$"
            r"|^comments? (?:on|about|for) (?:this|the) (?:article|story|post|page)\W*$"
            r"|^comments? (?:guidelines|policy|viewing options|rules|from readers)\W*$"
            r"|^no comments(?: (?:yet|posted|so far))?\W*$"
            r"|^(?:view|show|read|see|hide) (?:the |all |\d+ )*(?:comments|discussion)\b.{0,30}$"
            r"|^(?:leave|add|post|write)(?: a| your)? (?:comment|reply)\b.{0,30}$"
            r"|^(?:have your say|join the (?:conversation|discussion|debate))\b.{0,40}$",
            re.IGNORECASE,
        ),
    ),
    "advertisement": Sign(
        words=10,
        pattern=re.compile(
            r"^[\W_]*(?:advertisements?|sponsored(?: content| links?)?|anzeige|publicité"
            r"|publicidad)"
            r"(?:[\s\W].{0,50})?$|^(?:story|article|text) continues (?:below|after)\b.{0,40}$",
            re.IGNORECASE,
        ),
    ),
    "links": Sign(
        words=10,
        pattern=re.compile(
            r"^(?:www[ -]links?|audios? and videos? on the topic|related (?:topics|articles|stories"
            r"|links|content|news|subjects|coverage)|related|topics?|tags?|keywords?"
            r"|more in the .{1,30}"
            r"|most (?:read|popular|viewed|e?mailed|commented)|also on the web"
            r"|more (?:news|stories) from .{1,30}|more from .{1,30}|recommended(?: for you)?"
            r"|you (?:may|might) also like"
            r"|downloads?|date|print page|send us your feedback|feedback)\s*[:.]?$",
            re.IGNORECASE,
        ),
    ),
    "tags": Sign(
        words=40,
        hints=("topic", "tag", "keyword", "filed"),
        silent=True,
        pattern=re.compile(r"^(?:topics?|tags?|keywords?|filed under)\s*:\s*\S", re.IGNORECASE),
    ),
    "feed-tail": Sign(
        words=40,
        hints=("the post",),
        pattern=re.compile(
            r"^the post .{1,300} (?:appeared first|first appeared) on .{1,80}$", re.IGNORECASE
        ),
    ),
    "interaction": Sign(
        words=14,
        pattern=re.compile(
            r"^click (?:here|on|to)\b[^.]*[.!]?$|^(?:please )?(?:log ?in|sign in)(?: \S+){0,5}$"
            r"|^loading\W*$|^(?:enable|turn on) javascript\b.*$|^(?:back|go) to (?:the )?top\W*$"
            r"|^for more (?:information|news|stories)\b.{0,60}\b(?:visit|click|see|go to)\b.*$"
            r"|^(?:close|menu|search|home|read|more|next|previous)\W*$",
            re.IGNORECASE,
        ),
    ),
}

_NETWORK_ROW = re.compile(rf"(?:{_NETWORKS})(?:\s+(?:on|via|to|this)\b)?", re.IGNORECASE)
_ROW_FILLING = re.compile(
    r"[\W\d_]+|\b(?:share|on|via|to|and|or|this|copy|link|save|comments?|more|k)\b", re.IGNORECASE
)


def take_furniture(page: Page) -> None:
    """Take out every line that is furniture by its own words."""
    take_signed(page, _SIGNS)
    page.mark((i for i, line in page.open() if _is_share_row(line.text, line.words)), "share")


def _is_share_row(text: str, words: int) -> bool:
    """Whether the line holds names of networks and buttons, and hardly anything else."""
    if words > 20:
        return False
    names = _NETWORK_ROW.findall(text)
    rest = _ROW_FILLING.sub("", _NETWORK_ROW.sub("", text))
    return len(names) >= 2 and not rest
