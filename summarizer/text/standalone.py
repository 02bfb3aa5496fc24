"""Whether a sentence can be understood without the one before it."""

import re

from summarizer.text.backward_words import backward

__all__ = ["is_dangling", "opening_word"]

_OPENING = re.compile(r"[\W_]*(\w+)(?:['’](\w+))?")
#: an adverbial or a clause that opens a sentence, and how far behind it a subject may be
_ADVERBIAL = re.compile(
    r"(?:on|in|at|by|during|since|until|from|after|before|earlier|later|yesterday|today|tonight|"
    r"last|early|late|then|once|now|next|(?P<clause>when|while|as|if))\b",
    re.IGNORECASE,
)
_EARLY = 40
#: "A keen reader, he was quick"
_APPOSED = re.compile(r"an?\b[^,]{3,60}, (?:he|she|they)\b", re.IGNORECASE)
_NAME_OR_PRONOUN = re.compile(
    r"(?P<pronoun>\b(?:he|she|they|him|her|them|his|their)\b)|"
    r"(?P<name>\b(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|"
    r"June|July|August|September|October|November|December)\b)[A-Z]\w+)"
)
#: "No request had come, however."
_ASIDE = re.compile(r",\s(?:however|though|too|therefore|instead)(?:,|[.!]?$)", re.IGNORECASE)
#: "The water was the first.": of 25 short sentences that end so, none could be understood alone
_ELLIPSIS = re.compile(
    r"^.{1,60}\b(?:is|are|was|were|be|become|became|said|do|did|in|of|to|by|not) the (?:"
    r"alternative|first|former|latter|last|next|opposite|others?|reverse|same|second|third)[.!]?$"
)
_QUOTES = "\"“‘'„«»"


def opening_word(sentence: str) -> str:
    """The first word in lower case; empty when there is none."""
    match = _OPENING.match(sentence)
    return match.group(1).lower() if match else ""


def is_dangling(sentence: str, language: str | None = None) -> bool:
    """True for a sentence that points back to what another one says.

    It begins with such a word ("He", "But", "Also"), phrase ("Three days later") or report of what
    was just told ("The decision was"), with an adverbial or a clause and a pronoun before any name
    ("On Friday he blamed …"), is short and ends with such a word ("Kim was the first."), or is said
    by a pronoun ("…,” he said"). "It is clear that" points at nothing. What a quotation begins with
    tells nothing, and neither does "The office also said": of 25 of these, 22 could be understood
    when read alone.

    False in a language that we do not know; adverbials, clauses and ends are known in English only.
    """
    known = backward(language)
    if known is None:
        return False
    if known.speaker.search(sentence):
        return True
    if sentence[:1] in _QUOTES:
        return False
    text = sentence.lstrip("([ \t—–-")
    if known.harmless.match(text):
        return False
    if known.phrases.match(text) or opening_word(text) in known.words:
        return True
    return language in (None, "en") and (
        any(pattern.search(text) for pattern in (_ASIDE, _ELLIPSIS)) or _opens_with_pronoun(text)
    )


def _opens_with_pronoun(text: str) -> bool:
    opening = _ADVERBIAL.match(text)
    if opening is None:
        return _APPOSED.match(text) is not None
    first = _NAME_OR_PRONOUN.search(text, opening.end(), _EARLY)
    if first is None or first["pronoun"] is None:
        return False
    # "As she awaited the results, Sinema threw a party"
    named = opening["clause"] and any(
        each["name"] for each in _NAME_OR_PRONOUN.finditer(text, first.end())
    )
    return not named
