"""The clause that a value stands in, and who is said to say it."""

import re
from dataclasses import dataclass

__all__ = ["Clause", "clause_around"]

#: "killed 12 people and injured 40": what one value is of ends where the next is told of
_BREAK = re.compile(
    r"[;:—–()\n]|(?<!\d),|,(?!\d)"
    r"|\b(?:and|but|while|although|though|whereas|including|because|that|which|who|whose"
    r"|compared|than|adding)\b"
)
_SAY = (
    r"(?:said|says|told|reported|reports|put|announced|estimated|confirmed|complained|added|found"
    r"|disclosed|ruled|warned|acknowledged|stated|revealed|noted|wrote|testified"
    # a storm that claimed nine lives says nothing
    r"|claimed(?![^,.;]{0,30}\blives\b))"
)
_WHO = (
    r"(?:(?!An? estimated)(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Ii]ts |[Tt]heir )?"
    r"[\w.’'-]+(?: [\w.’'-]+){0,6}?)"
)
#: "the company reported a profit" says what it made, not what it says
_NO_THING = r"(?:(?<=said)|(?! an? ))"
_ATTRIBUTIONS = (
    re.compile(rf", (?P<who>{_WHO}) {_SAY}\b[^,;]*$"),
    re.compile(rf", {_SAY} (?P<who>{_WHO})(?=[,.;]|$)"),
    re.compile(rf"\baccording to (?P<who>{_WHO})(?=[,.;:]|$)", re.IGNORECASE),
    re.compile(
        rf"^(?P<who>{_WHO})(?<! was)(?<! were)(?<! been)(?: has| have| had)? {_SAY}\b{_NO_THING}"
        r"(?: (?:on|late|early) \w+)?(?: that\b)?"
    ),
)


#: a pronoun, or words of a clause
_NOBODY = re.compile(
    r"^(?:although|as|because|he|if|i|incident|it|one|she|since|that|there|these|they|this|those|we"
    r"|what|when|where|which|while|who|you)\b|\b(?:is|are|was|were|be|been|to|number)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence."""

    start: int
    end: int
    #: stretches of the sentence that tell who says it
    said: tuple[tuple[int, int], ...]
    #: who says it; None where the article itself does
    speaker: str | None


def clause_around(text: str, start: int, end: int) -> Clause:
    """The clause of the value at `[start, end)`."""
    said: list[tuple[int, int]] = []
    speaker = None
    for pattern in _ATTRIBUTIONS:
        match = pattern.search(text)
        if match is not None and not (match.start() < end and start < match.end()):
            said.append(match.span())
            speaker = speaker or _speaker(match["who"].strip())
    cuts = [match for match in _BREAK.finditer(text) if match.end() <= start]
    first = max([0, *(cut.end() for cut in cuts), *(e for _, e in said if e <= start)])
    behind = [match.start() for match in _BREAK.finditer(text, end)]
    last = min([len(text), *behind[:1], *(s for s, _ in said if s >= end)])
    return Clause(first, last, tuple(said), speaker)


def _speaker(who: str) -> str | None:
    """Without the full stop of the sentence, but with that of "the U.S."; None where it names
    nobody.
    """
    if _NOBODY.search(who):
        return None
    return who if who.count(".") > 1 else who.removesuffix(".")
