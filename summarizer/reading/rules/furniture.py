"""Lines that are told by their own words: menus, buttons, pitches, notices."""

import re

from summarizer.reading.page import Page

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

#: rule -> most words of such a line, the pattern searched in it, and bits of which any line that it
#: fits holds one (in lower case): looking for these first saves most of the time
_PATTERNS: dict[str, tuple[int, re.Pattern[str], tuple[str, ...]]] = {
    "skip-link": (
        12,
        re.compile(
            r"^(?:\d+\.|[*•-])?\s*(?:skip|jump) (?:to|over|navigation)\b[^.]*$", re.IGNORECASE
        ),
        (),
    ),
    "address": (40, re.compile(r"^<?(?:https?://|www\.)\S+>?$", re.IGNORECASE), ("www.", "://")),
    "read-more": (
        30,
        re.compile(
            rf"^[\W_]*(?i:{_MORE})\s*(?:$|[:|»›>…\-–—]|\.\.\.|(?=[A-Z0-9\"'“‘¿¡])|\xa0|\s(?=[A-Z\"'“‘]))"
        ),
        _MORE_HINTS,
    ),
    "share": (
        12,
        re.compile(
            r"^(?:share|tweet|e-?mail|print|bookmark|post|send|recommend)\b(?: or \w+)?"
            r"(?: (?:this|on|to|via|with|it|page|story|article|friends?|a|the|your|link|facebook"
            r"|twitter|whatsapp|linkedin|e-?mail|reddit|pinterest))*\s*[:.!]?$"
            r"|^[\d.,]+[km]?\s+(?:shares?|tweets?|retweets?|likes?|views?)$"
            r"|^follow (?:us|@\w+|[A-Z][\w. ]{2,40})(?: on [\w ,&]+)?[.!]?$",
            re.IGNORECASE,
        ),
        (),
    ),
    "newsletter": (
        50,
        re.compile(
            r"(?:^|[.!?]\s+|\bto )(?:you can |please |click here to |just )?"
            r"(?:sign up|sign-up|subscribe|register)\b.{0,120}"
            r"\b(?:here|newsletters?|inbox|receive|e-?mails?|briefing|letter|free|updates|alerts)\b"
            r"|^(?:get|receive)\b.{0,80}\b(?:in|to) your inbox\b"
            r"|^(?:receive|join|get) our (?:free |daily |weekly )*(?:e-?)?newsletter\b",
            re.IGNORECASE,
        ),
        ("sign up", "sign-up", "subscribe", "register", "inbox", "newsletter"),
    ),
    "copyright": (
        60,
        re.compile(
            r"©|\(c\)\s?\d{4}|^copyright\b.{0,40}\d{4}|\ball rights reserved\b"
            r"|\bmay not be (?:published|reproduced|republished)\b"
            r"|^(?:republication|reproduction) .{0,60}\b(?:licen[cs]e|permission|prohibited)\b",
            re.IGNORECASE,
        ),
        ("©", "(c)", "copyright", "rights reserved", "may not be", "republication", "reproduction"),
    ),
    "cookies": (
        70,
        re.compile(
            r"\b(?:we|our partners|this (?:web)?site|this page)\b.{0,40}"
            r"\b(?:use|uses|using|set|store)s?\b"
            r".{0,30}\bcookies\b|^(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences)"
            r"|^by (?:continuing|using this (?:web)?site)\b.{0,80}"
            r"\b(?:agree|accept|cookies|terms)\b"
            r"|^(?:accept|reject|allow) all$|^cookie (?:settings|policy|notice)$",
            re.IGNORECASE,
        ),
        ("cookie", "accept", "reject", "manage", "allow", "by continuing", "by using"),
    ),
    "comments": (
        12,
        re.compile(
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
        (),
    ),
    "advertisement": (
        10,
        re.compile(
            r"^[\W_]*(?:advertisements?|sponsored(?: content| links?)?|anzeige|publicité"
            r"|publicidad)"
            r"(?:[\s\W].{0,50})?$|^(?:story|article) continues below.{0,40}$",
            re.IGNORECASE,
        ),
        (),
    ),
    "support": (
        70,
        re.compile(
            r"^(?:please )?consider (?:supporting|making a (?:contribution|donation))\b"
            r"|\bplease (?:consider )?(?:support(?:ing)?|donat(?:e|ing)|subscrib(?:e|ing))\b"
            r"|^since you.re here\b|^support (?:our|the) (?:work|journalism)\b",
            re.IGNORECASE,
        ),
        ("please", "consider", "support", "since you"),
    ),
    "links": (
        10,
        re.compile(
            r"^(?:www[ -]links?|audios? and videos? on the topic|related (?:topics|articles|stories"
            r"|links|content|news|subjects|coverage)|related|topics?|tags?|keywords?"
            r"|more in the .{1,30}"
            r"|most (?:read|popular|viewed|e?mailed|commented)|also on the web"
            r"|more (?:news|stories) from .{1,30}|more from .{1,30}|recommended(?: for you)?"
            r"|you (?:may|might) also like"
            r"|downloads?|date|print page|send us your feedback|feedback)\s*[:.]?$",
            re.IGNORECASE,
        ),
        (),
    ),
    "tags": (
        40,
        re.compile(r"^(?:topics?|tags?|keywords?|filed under)\s*:\s*\S", re.IGNORECASE),
        ("topic", "tag", "keyword", "filed"),
    ),
    "feed-tail": (
        40,
        re.compile(
            r"^the post .{1,300} (?:appeared first|first appeared) on .{1,80}$", re.IGNORECASE
        ),
        ("the post",),
    ),
    "contact": (
        14,
        re.compile(
            r"^more (?:details|updates?|information|on this)?\b.{0,12}"
            r"(?:soon|to follow|follows)\W*$"
            r"|^(?:this is a )?(?:breaking|developing) (?:news )?story\b.{0,80}$"
            r"|^(?:have|got|do you have) a (?:news )?(?:tip|story)\?.{0,80}$"
            r"|^contact (?:us|our newsroom|the (?:author|editor|reporter))\b.{0,80}$",
            re.IGNORECASE,
        ),
        (),
    ),
    "interaction": (
        14,
        re.compile(
            r"^click (?:here|on|to)\b[^.]*[.!]?$|^(?:please )?(?:log ?in|sign in)(?: \S+){0,5}$"
            r"|^loading\W*$|^(?:enable|turn on) javascript\b.*$|^(?:back|go) to (?:the )?top\W*$"
            r"|^for more (?:information|news|stories)\b.{0,60}\b(?:visit|click|see|go to)\b.*$"
            r"|^(?:close|menu|search|home|read|more|next|previous)\W*$",
            re.IGNORECASE,
        ),
        (),
    ),
}

_NETWORK_ROW = re.compile(rf"(?:{_NETWORKS})(?:\s+(?:on|via|to|this)\b)?", re.IGNORECASE)
_ROW_FILLING = re.compile(
    r"[\W\d_]+|\b(?:share|on|via|to|and|or|this|copy|link|save|comments?|more|k)\b", re.IGNORECASE
)


def take_furniture(page: Page) -> None:
    """Take out every line that is furniture by its own words."""
    for index, line in page.open():
        rule = _rule_of(line.text, line.words)
        if rule is not None:
            page.marks[index] = rule


def _rule_of(text: str, words: int) -> str | None:
    if words > 70:
        return None
    small = text.lower()
    for rule, (most, pattern, hints) in _PATTERNS.items():
        if words > most or (hints and not any(map(small.__contains__, hints))):
            continue
        if pattern.search(text):
            return rule
    return "share" if _is_share_row(text, words) else None


def _is_share_row(text: str, words: int) -> bool:
    """Whether the line holds names of networks and buttons, and hardly anything else."""
    if words > 20:
        return False
    names = _NETWORK_ROW.findall(text)
    rest = _ROW_FILLING.sub("", _NETWORK_ROW.sub("", text))
    return len(names) >= 2 and not rest
