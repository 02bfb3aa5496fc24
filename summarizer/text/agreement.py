"""Whether two sentences that share words can be saying the same. English; elsewhere numbers only.

Sharing words is not agreeing: "more than a million marched" and "nearly two million marched" share
most of theirs. What numbers, negation and modality tell apart is apart; the rest may agree.
"""

import re

from summarizer.text.tokens import WORD

__all__ = ["may_agree"]

_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_SCALES = frozenset(
    "dozen dozens hundred hundreds thousand thousands million millions billion".split()
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|unknown|unlikely|denied|denies|"
    r"refused|refuses|failed|fails|\w+n['’]t)\b",
    re.IGNORECASE,
)
_MODALITY = re.compile(
    r"\b(?:will|would|may|might|could|should|can|must|shall|wants?|plans?|hopes?|expected|"
    r"likely|if|to be held|is to|are to)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”’']*$")


def may_agree(one: str, other: str) -> bool:
    """False when numbers, a negation, a modal verb or a question mark tell the two apart."""
    return (
        _compatible(_numbers(one), _numbers(other))
        and bool(_NEGATION.search(one)) == bool(_NEGATION.search(other))
        and bool(_MODALITY.search(one)) == bool(_MODALITY.search(other))
        and bool(_QUESTION.search(one)) == bool(_QUESTION.search(other))
    )


def _numbers(sentence: str) -> frozenset[str]:
    """The numbers in digits, with their scales: "two million" is "2 million"."""
    found: list[str] = []
    before = ""
    for word in (word.casefold() for word in WORD.findall(sentence)):
        value = _NUMBER_WORDS.get(word, word)
        if word in _SCALES:
            counted = bool(found) and found[-1] == _NUMBER_WORDS.get(before, before)
            found.append(f"{found.pop() if counted else 1} {word.removesuffix('s')}")
        elif value[0].isdigit():
            found.append(value)
        before = word
    return frozenset(found)


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """One report may leave numbers out, but not give others."""
    return one <= other or other <= one
