"""What a number counts: the noun behind it, and the words between the two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.stories.disagreements.concepts import CONCEPTS, concept
from summarizer.text.stemmed import Token
from summarizer.text.tokens import stem

__all__ = ["Counted", "counted_after", "is_part"]

_REACH = 4
_PLURALS = frozenset(
    """people men women children police troops staff crew lives wives teeth feet aircraft
    personnel servicemen policemen congressmen lawmen gunmen sportsmen fishermen""".split()
)
_NO_PLURAL = re.compile(r"(?:ss|us|is|['’]s)$")
#: "16 surviving miners": that they were saved is told anyway
_SAVED = frozenset(stem(word, "en") for word in "surviving stranded trapped".split())
#: a part of something, an addition to it, or one of a row
_PART_BEFORE = re.compile(
    r"\b(?:another|additional|further|other|among|including|remaining|per|every|each|average"
    r"(?: of)?|between|from|top|out of|(?<!more )(?<!less )(?<!fewer )than|\d[\d.,]* to|first"
    r"|second|third|(?<!to )last|next|all|or|up to|these|those|both|aged|age|no\.|number)"
    r"(?: (?:about|some|around|at least|more than|an?))? ?$",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(
    r"\d(?:[^\W\d_]| (?:million|billion|thousand))? ?[-–—/] ?$|[-–—][$€£]$"
    r"|\bbetween [^;]{1,30} and $",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"[ -]*(?:more\b|others?\b|further\b|additional\b|new\b|of (?:the|them|whom|its|his|her|their"
    r"|those|these|our)\b|(?:\w+ )?to \d|or \w+ |[-–] ?\d|out of\b|in \d|extra\b|times\b|each\b"
    r"|(?:\w+ ){0,3}(?:per|a) (?:day|week|month|year|hour|night|head|person|barrel|share)\b"
    r"|(?:\w+ ){0,2}(?:every|each) |\w+ (?:above|below|ahead|behind)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun, by its concept, and the stems of what narrows it down."""

    head: str
    narrowed: frozenset[str]
    #: where the noun ends
    end: int


def counted_after(tokens: Sequence[Token], text: str, end: int) -> Counted | None:
    """What the number that ends at `end` counts; None where no plural noun follows closely."""
    run: list[Token] = []
    before = end
    for token in (each for each in tokens if each.start >= end):
        if not re.fullmatch(r"[ \xa0]?|-", text[before : token.start]) or len(run) == _REACH:
            break
        if token.light and token.text.lower() != "of":
            break
        run.append(token)
        before = token.end
    if run and run[0].text.lower() == "of":
        run = run[1:]
    nouns = [place for place, token in enumerate(run) if _is_plural(token)]
    if not nouns:
        return _people(run)
    first = nouns[0]
    place = first + 1 if first + 1 in nouns else first
    narrowed = frozenset(concept(token.stem) for token in run[:place]) - _SAVED
    if any(token.text.lower() == "of" for token in run[:place]):
        return None
    head = concept(run[place].stem)
    # "19 bodies", "nine deaths"
    return Counted("people" if head in CONCEPTS else head, narrowed, run[place].end)


def is_part(text: str, start: int, end: int, *, share: bool = False) -> bool:
    """Whether the number is a share of what is counted, comes on top of it, or is a range's end.

    A `share` is one of something anyway: "40 per cent of the voters".
    """
    return bool(
        _PART_BEFORE.search(text, max(0, start - 30), start)
        or _RANGE_BEFORE.search(text, max(0, start - 45), start)
        or (_PART_AFTER.match(text, end) and not (share and text.startswith(" of ", end)))
    )


def _people(run: Sequence[Token]) -> Counted | None:
    """People who are not named: "twelve dead", "40 injured"."""
    if run and concept(run[0].stem) in CONCEPTS - {"meet"} and run[0].text.endswith(("d", "g")):
        return Counted("people", frozenset(), run[0].end)
    return None


def _is_plural(token: Token) -> bool:
    word = token.text.lower()
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not _NO_PLURAL.search(word)
    )
