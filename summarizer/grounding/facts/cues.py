"""Words that turn a statement: negations, modal verbs, and verbs that say the opposite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.facts.reading import Reading
from summarizer.text.stemmed import Token
from summarizer.text.tokens import stem

__all__ = ["Cue", "cues", "opposite"]

_NEGATIONS = frozenset(
    """not no never none nobody nothing neither nor without cannot deny denied denies
    denying refuse refused refuses refusing decline declined declines declining reject rejected
    rejects fail failed fails failing unable lack lacked lacks lacking impossible""".split()
)
_MODALS = {
    **dict.fromkeys("will would shall ll".split(), "future"),
    **dict.fromkeys("may might could can cannot".split(), "possible"),
    **dict.fromkeys("must should ought".split(), "must"),
}
_PHRASES = (
    (
        re.compile(r"\b(?:is|are|was|were|am|be|been) (?:due |set |expected |scheduled )?to\b"),
        "future",
    ),
    (
        re.compile(r"\b(?:plan|intend|want|hope|expect|aim|promise|vow|pledge)(?:s|ed|ned)? to\b"),
        "future",
    ),
    (re.compile(r"\b(?:going|expected|likely|due|set) to\b"), "future"),
    (re.compile(r"\b(?:able) to\b"), "possible"),
    (re.compile(r"\b(?:perhaps|possibly|maybe|likely|probably|possible)\b"), "possible"),
    (re.compile(r"\b(?:has|have|had|having|needs?|needed) to\b"), "must"),
)
#: "not only … but", "no longer than": no negation of what follows
_NO_NEGATION = re.compile(
    r"(?:\bnot|n['’]t) (?:only|just|least)\b|\bno (?:doubt|sooner)\b|\bnothing but\b", re.IGNORECASE
)
#: negations that are no verbs: these are what others turn
_WORDLESS = frozenset("not no never none nobody nothing neither nor without cannot".split())
#: a cue reaches over these to what it turns
_REACH = 4
_OPPOSITES = """
    confirm/deny accept/reject/refuse/decline approve/reject agree/refuse/disagree win/lose
    increase/decrease/reduce rise/fall/drop/decline gain/lose support/oppose
    allow/ban/bar/prohibit allow/forbid succeed/fail pass/fail begin/end start/stop/end open/close
    arrive/leave/depart buy/sell guilty/innocent alive/dead legal/illegal lawful/unlawful
    likely/unlikely able/unable possible/impossible before/after above/below more/less/fewer
    most/least first/last increase/fall higher/lower up/down inside/outside acquit/convict
    praise/criticize/criticise safe/unsafe known/unknown public/secret
"""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that turns another: token `head` is what it turns."""

    kind: str
    start: int
    end: int
    head: int


def cues(reading: Reading) -> Iterator[Cue]:
    """The cues of a sentence, in no particular order, each with what it turns."""
    skipped = [match.span() for match in _NO_NEGATION.finditer(reading.text)]
    for place, token in enumerate(reading.tokens):
        if not any(start < token.end and token.start < end for start, end in skipped):
            yield from _of_word(reading, place, token)
    lowered = reading.text.lower()
    for pattern, kind in _PHRASES:
        for match in pattern.finditer(lowered):
            behind = (p for p, t in enumerate(reading.tokens) if t.end >= match.end())
            last = next(behind, len(reading.tokens))
            for head in _heads(reading, last, kind):
                yield Cue(kind, match.start(), match.end(), head)


def _of_word(reading: Reading, place: int, token: Token) -> Iterator[Cue]:
    for kind in _kinds(token):
        heads = list(_heads(reading, place, kind))
        if kind == "negation" and _is_verb(token):
            heads += _done(reading, place)
        for head in heads:
            yield Cue(kind, token.start, token.end, head)


def opposite(one: str, other: str) -> bool:
    """Whether two stems say opposite things."""
    return other in _OPPOSED.get(one, ())


def _kinds(token: Token) -> Iterator[str]:
    word = token.text.lower().replace("’", "'")
    if word in _NEGATIONS or word.endswith("n't"):
        yield "negation"
    bare = word.removesuffix("n't")
    if bare != word:
        bare = {"wo": "will", "ca": "can", "sha": "shall"}.get(bare, bare)
    if word.endswith("'ll"):
        yield "future"
    elif bare in _MODALS and token.text != "May":
        yield _MODALS[bare]


def _heads(reading: Reading, place: int, kind: str) -> Iterator[int]:
    """The next word with matter behind a cue, past an adverb; else the last one before it."""
    found = False
    for ahead in range(place + 1, min(len(reading.tokens), place + 1 + _REACH)):
        token = reading.tokens[ahead]
        between = reading.text[reading.tokens[ahead - 1].end : token.start]
        if ahead > place + 1 and re.search(r"[,;:.!?()—–]", between):
            break
        if token.light or token.text.lower() in _WORDLESS:
            continue
        yield ahead
        found = True
        if not token.text.endswith("ly"):
            return
    if not found and kind == "negation":
        back = (b for b in range(place - 1, max(-1, place - 1 - _REACH), -1))
        behind = [b for b in back if not reading.tokens[b].light][:1]
        found = bool(behind)
        yield from behind
    if not found and place + 1 < len(reading.tokens):
        yield place + 1


def _is_verb(token: Token) -> bool:
    word = token.text.lower()
    return word not in _WORDLESS and not word.endswith(("n't", "n’t"))


def _done(reading: Reading, place: int) -> Iterator[int]:
    """What somebody refuses or fails to do: "refused from the start to negotiate"."""
    for ahead in range(place + 1, min(len(reading.tokens) - 1, place + 2 * _REACH)):
        if reading.tokens[ahead].text.lower() == "to":
            yield ahead + 1
            return


def _opposed() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for group in _OPPOSITES.split():
        first, *others = (stem(word, "en") for word in group.split("/"))
        for word in others:
            found.setdefault(first, set()).add(word)
            found.setdefault(word, set()).add(first)
    return found


_OPPOSED = _opposed()
