"""Whether a sentence can be understood without the one before it."""

import re

__all__ = ["is_dangling", "opening_word"]

#: words that point back to something said before when a sentence begins with them
_PRONOUNS = "he she it they him her them his hers its their this that these those such".split()
_CONNECTIVES = """but and so also yet or nor then still thus therefore however moreover furthermore
    nevertheless nonetheless meanwhile besides instead likewise similarly otherwise consequently
    accordingly hence additionally""".split()
_PHRASES = re.compile(
    r"(?:in addition|as a result|for example|for instance|on the other hand|in contrast|"
    r"by contrast|at the same time|in turn|in fact|of course|after that|the former|the latter|"
    r"the same|the two|both of (?:them|those)|one of (?:them|those)|neither of)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\W_]*(\w+)(?:['’](\w+))?")
#: "it is believed that", "this week", "that day", "their summit in Seoul": nothing is missing
_HARMLESS = re.compile(
    r"(?:it (?:is|was|will be|has been|remains|would be|took|takes) \w+|"
    r"(?:this|that|these|those) (?:week|month|year|morning|afternoon|evening|summer|winter|"
    r"spring|autumn|fall|weekend))\b",
    re.IGNORECASE,
)
_BACKWARD = frozenset([*_PRONOUNS, *_CONNECTIVES])
_QUOTES = "\"“‘'„«"


def opening_word(sentence: str) -> str:
    """The first word in lower case; empty when there is none."""
    match = _OPENING.match(sentence)
    return match.group(1).lower() if match else ""


def is_dangling(sentence: str, language: str | None = None) -> bool:
    """True for a sentence that begins with a word that points back ("He", "But", "Also").

    English only: in other languages nothing is known and False comes back. A quotation speaks for
    itself ("“It is an honor,” Trump said"), and "It is clear that" points at nothing.
    """
    if language not in (None, "en") or sentence[:1] in _QUOTES:
        return False
    text = sentence.lstrip("([ \t—–-")
    if _PHRASES.match(text):
        return True
    return opening_word(text) in _BACKWARD and not _HARMLESS.match(text)
