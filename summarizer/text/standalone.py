"""Whether a sentence can be understood without the one before it. English only."""

import re

__all__ = ["is_dangling", "opening_word"]

#: words that point back to something said before when a sentence begins with them
_BACKWARD = frozenset(
    """he she it they him her them his hers its their this that these those such but and so also
    yet or nor then still thus therefore however moreover furthermore nevertheless nonetheless
    meanwhile besides instead likewise similarly otherwise consequently accordingly hence
    additionally because which both neither""".split()
)
#: the same, as phrases: each needs a day, an order or a pair that was named before
_PHRASES = re.compile(
    r"""(?:in\ addition|as\ a\ result|for\ example|for\ instance|on\ the\ other\ hand|in\ contrast|
    by\ contrast|at\ the\ (?:same\ )?time|in\ turn|in\ fact|of\ course|after\ that|
    (?:until|since|by)\ then|(?:on|at|in|by|for|from)\ (?:the\ same|that|this|these|those)|
    the\ (?:former|latter|same|others?|two)|
    (?:the|an?|one|two|three|four|five|six|some|several|\d+)\ (?:(?:next|following|previous)\ )?
    (?:hour|day|week|month|year)s?\ (?:later|earlier|before)|
    (?:on\ )?the\ (?:next|following|previous)\ (?:day|morning|evening|week|month|year)|
    (?:both|one|some|all|none|neither)\ of\ (?:them|those))\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: what only looks like pointing back: "It is believed that", "This week", "those who"
_HARMLESS = re.compile(
    r"(?:it (?:is|was|remains|has been|would be|will be) (?:not |still |also |now )?\w+ "
    r"(?:that|to|whether|if|how|what|who|why|when)\b|it (?:took|takes) |"
    r"(?:this|that|these|those) (?:week|month|year|morning|afternoon|evening|summer|winter|"
    r"spring|autumn|fall|weekend)\b|those (?:who|with|in|on)\b|that (?:the|a|an)\b|"
    r"(?:so|such|both) (?:far|as)\b|both (?-i:[A-Z])|because of\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\W_]*(\w+)(?:['’](\w+))?")
#: an adverbial that opens a sentence, and how far a pronoun behind it may be to be its subject
_ADVERBIAL = re.compile(
    r"(?:on|in|at|by|during|since|until|from|after|before|earlier|later|yesterday|today|tonight|"
    r"last|early|late|then|once|now)\b",
    re.IGNORECASE,
)
_EARLY = 40
_NAME_OR_PRONOUN = re.compile(
    r"(?P<pronoun>\b(?:he|she|they|him|them|his|their)\b)|"
    r"(?P<name>\b(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|"
    r"June|July|August|September|October|November|December)\b)[A-Z]\w+)"
)
#: "No request had come, however."
_ASIDE = re.compile(
    r",\s(?:however|though|too|meanwhile|therefore|instead)(?:,|[.!]?$)", re.IGNORECASE
)
_QUOTES = "\"“‘'„«"


def opening_word(sentence: str) -> str:
    """The first word in lower case; empty when there is none."""
    match = _OPENING.match(sentence)
    return match.group(1).lower() if match else ""


def is_dangling(sentence: str, language: str | None = None) -> bool:
    """True for a sentence that points back to what another one says.

    It begins with such a word ("He", "But", "Also") or phrase ("Three days later"), or with an
    adverbial and a pronoun before any name ("On Friday he blamed …"). Languages other than
    English are not known, and False comes back. A quotation speaks for itself ("“It is an honor,”
    Trump said"), and "It is clear that" points at nothing.
    """
    if language not in (None, "en") or sentence[:1] in _QUOTES:
        return False
    text = sentence.lstrip("([ \t—–-")
    if _ASIDE.search(text):
        return True
    if _HARMLESS.match(text):
        return False
    if _PHRASES.match(text) or opening_word(text) in _BACKWARD:
        return True
    adverbial = _ADVERBIAL.match(text)
    if adverbial is None:
        return False
    first = _NAME_OR_PRONOUN.search(text, adverbial.end(), _EARLY)
    return first is not None and first["pronoun"] is not None
