"""From a value to a claim: what it is of, where, when, and whether it is so or was to be."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.stories.disagreements.clauses import Clause, clause_around
from summarizer.stories.disagreements.concepts import CONCEPTS, DOINGS_OF, PHRASES, concept
from summarizer.stories.disagreements.reports import Report
from summarizer.stories.disagreements.values import Key, Read, Value
from summarizer.text.quantities import Quantity
from summarizer.text.stemmed import Token, stemmed
from summarizer.text.tokens import stem
from summarizer.text.verbs import base_form
from summarizer.types import DateMention

__all__ = ["Claim", "Status", "claim_of", "names_of"]

Status = Literal["fact", "plan"]

_PLAN = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|if|plans?|planned|planning|expects?"
    r"|expected|hopes?|hoped|wants?|wanted|intends?|intended|aims?|proposed|proposes|asked for"
    r"|demands?|demanded|scheduled|set to|due to|going to"
    r"|(?<!confirmed )(?<!known )(?<!said )(?<!believed )(?<!thought )to be|offered|offers|promised"
    r"|needs?|needed"
    r"|pledged|vowed|threatened|predicted|forecast|feared|(?:is|are|was|were) to [a-z]+)\b"
    r"|['’](?:ll|d)\b"
)
_PHRASES = {name: re.compile(words, re.IGNORECASE) for name, words in PHRASES.items()}
#: "the minister's driver was jailed": not the minister
_OWNED = re.compile(r"(?:['’]s|s['’]) (\w+)\b")
_HEDGE = re.compile(
    r"\b(?:more than|over|at least|about|around|some|nearly|almost|roughly|approximately|just under"
    r"|fewer than|less than|an estimated|close to|well over|up to)[ \xa0](?:an? |the )?$",
    re.IGNORECASE,
)
_LONGEST_HEDGE = 20
#: words before a value that its clause begins with
_FIRST = 1
#: not one at the beginning of a sentence, nor a month
_NUMBERED = re.compile(
    r"\b(Flight|flight|Article|article|Route|route|Highway|Room|Unit|Platform|platform|Apollo|Section"
    r"|Group|Ward|District|Gate|Pier|Line|line|No|number) (\d+[A-Z]?)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
#: a sum over a time, not of one event
_SUM = re.compile(
    r"\b(?:since (?:early|late|last|\d|the (?:start|beginning)|(?:[A-Z][a-z]+ \d|January|February"
    r"|March|April|May|June|July|August|September|October|November|December))|already|so far"
    r"|this (?:year|month|week|season)|in recent|(?:in|over) the (?:past|last)"
    r"|annually|a year|per year|every year|yearly|(?<!a )total|in all|altogether|overall"
    r"|years|decades?|history|record)\b"
)
_WITHIN_NOUN = re.compile(r"[ \xa0-](?:(?:the|an?|its|his|her|their|of the|of) )?")
#: who finds values out, and does not do what they are of
_COUNTING = frozenset(
    stem(word, "en")
    for word in """agency army authority company department doctor expert government hospital
    investigator leader medic minister ministry monitor number observer official organiser organizer
    police prosecutor report researcher resident source spokesman spokeswoman state survivor team
    toll total union witness""".split()
)
#: in any place, and of any noun
_ANY = frozenset(
    concept(stem(word, "en"))
    for word in """new other own former same main whole least late early magnitude prison jail
    hospital""".split()
)
#: where: the nouns behind one of these
_PLACE = re.compile(r"\b(?:in|at|near|outside|off|from|across|along|around|inside|of|on)\b")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """A value of a sentence, and what around it says what it is of."""

    report: Report
    #: `report.text[start:end]` is the value as it stands, with its hedge and its unit
    start: int
    end: int
    amount: Quantity | DateMention
    key: Key
    narrowed: frozenset[str]
    #: concepts of its clause that tell what happened: killed, met; empty where none is known
    events: frozenset[str]
    #: the same with looser ones: what was burnt, what it cost
    doings: frozenset[str]
    #: stems of the clause and of the whole sentence, without the value and who says it
    clause: frozenset[str]
    words: frozenset[str]
    #: names among the words, those of all the sentence, these and those of its headline, and where
    #: it is said to be
    names: frozenset[str]
    named: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    #: what is said to be somebody's: "the minister's driver" is not the minister
    owned: frozenset[str]
    #: the word that its sentence begins with, before the value; None where that says who counted
    opening: str | None
    #: what bears numbers, in lower case, and which: flight 302
    numbered: dict[str, frozenset[str]]
    #: the verb that the value is the object of; None where no verb stands before it
    verb: str | None
    #: words of the headline: what all of its sentences are about tells little of one of them
    topic: frozenset[str]
    #: the first explosion is not the second
    ordinals: frozenset[float]
    #: all numbers of the sentence, and the days, months and years that it names
    numbers: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    status: Status
    #: it is told as done to what it begins with
    passive: bool
    #: it sums up a longer time
    sums: bool
    speaker: str | None

    @property
    def place(self) -> tuple[int, int, int]:
        """Article, sentence and offset: an order that nothing else decides."""
        return self.report.article, self.report.index, self.start


def claim_of(read: Read, value: Value, common: frozenset[str] = frozenset()) -> Claim:
    """The claim that a sentence makes with one of its values; `common` names tell nothing."""
    report, text = read.report, read.report.text
    clause = clause_around(text, value.start, value.end)
    kept = _telling(read, value, clause)
    within = [token for token in kept if clause.start <= token.start and token.end <= clause.end]
    stems = _concepts(within) - {value.key[1]}
    words = _concepts(kept)
    doings = DOINGS_OF.get(value.key[0], frozenset()) & (words | _phrases(text, 0, len(text)))
    topic, titled = _headline(report.title)
    owned = [
        match.start(1)
        for match in _OWNED.finditer(text, clause.start, value.start)
        if not any(each.start <= match.start() <= each.end for each in read.dates)
    ]
    hedge = _HEDGE.search(text, max(0, value.start - _LONGEST_HEDGE), value.start)
    start = hedge.start() if hedge else value.start
    return Claim(
        report=report,
        start=start,
        end=value.end,
        amount=value.amount,
        key=value.key,
        narrowed=value.narrowed,
        events=CONCEPTS & (stems | _phrases(text, clause.start, clause.end)),
        doings=doings,
        clause=stems,
        words=words - {value.key[1]},
        names=_concepts([token for token in kept if _is_name(token)]),
        named=names_of(read) - common,
        people=_capitals(read.tokens) | titled,
        places=_places(text, within, clause),
        owned=_concepts([token for token in within if token.start in owned]),
        opening=_opening(kept, start),
        verb=_verb(text, within, start),
        numbered=_numbered(text),
        topic=topic,
        ordinals=frozenset(each.value for each in read.numbers if each.unit == "ordinal"),
        numbers=read.numbers,
        dates=_dates(read, value, clause),
        status=_status(text, value, clause),
        passive=bool(_PASSIVE.search(text, clause.start, clause.end)),
        sums=bool(_SUM.search(text, clause.start, clause.end)),
        speaker=clause.speaker,
    )


def _telling(read: Read, value: Value, clause: Clause) -> list[Token]:
    """The words with matter, but for dates, the value, and who says it."""
    skipped = [*clause.said, *((each.start, each.end) for each in read.dates)]
    hedge = _HEDGE.search(read.report.text, max(0, value.start - _LONGEST_HEDGE), value.start)
    skipped.append((hedge.start() if hedge else value.start, value.end))
    return [
        token
        for token in read.tokens
        if not token.light and not any(s < token.end and token.start < e for s, e in skipped)
    ]


def _dates(read: Read, value: Value, clause: Clause) -> tuple[DateMention, ...]:
    """Those of its clause; where there are none, those of the sentence."""
    # "officials said on Tuesday": the day it was said
    told = [
        each
        for each in read.dates
        if each is not value.amount
        and not any(start <= each.start < end for start, end in clause.said)
    ]
    within = [each for each in told if clause.start <= each.start and each.end <= clause.end]
    return tuple(within or told)


def _status(text: str, value: Value, clause: Clause) -> Status:
    """What was to be is told before the value, or behind one that the clause begins with."""
    begins = len(text[clause.start : value.start].split()) <= _FIRST
    planned = _PLAN.search(text, clause.start, clause.end if begins else value.end)
    return "plan" if planned else "fact"


def _phrases(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(name for name, pattern in _PHRASES.items() if pattern.search(text, start, end))


@lru_cache(maxsize=1000)
def _numbered(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        found.setdefault(match[1].lower(), set()).add(match[2])
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _verb(text: str, within: list[Token], start: int) -> str | None:
    """The verb right before the value: "carrying 26 fishermen", "picked up 21"."""
    before = [token for token in within if token.end < start]
    if not before or len(text[before[-1].end : start].split()) > 1 or not _is_verb(before[-1].text):
        return None
    return concept(before[-1].stem)


def _opening(kept: list[Token], end: int) -> str | None:
    first = next((concept(token.stem) for token in kept if token.end <= end), None)
    return None if first in _COUNTING else first


def _concepts(tokens: list[Token] | tuple[Token, ...]) -> frozenset[str]:
    return frozenset(concept(token.stem) for token in tokens)


def _is_name(token: Token) -> bool:
    word = token.text
    return word[0].isupper() and len(word) > 1 and (token.start > 0 or word.isupper())


@lru_cache(maxsize=1000)
def _headline(title: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a headline, and those with a capital."""
    tokens = stemmed(title, "en")
    return _concepts(tokens), _capitals(tokens)


def _capitals(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(each.stem for each in tokens if each.text[0].isupper() and not each.light)


def names_of(read: Read) -> frozenset[str]:
    """Capitalised words but for days and who counts: "Police" begins many a sentence."""
    days = [(each.start, each.end) for each in read.dates]
    kept = [
        token
        for token in read.tokens
        if not any(start < token.end and token.start < end for start, end in days)
    ]
    return _capitals(tuple(kept)) - _COUNTING


def _places(text: str, within: list[Token], clause: Clause) -> frozenset[str]:
    """The words of the nouns behind prepositions of place, as far as they can be told."""
    found: set[str] = set()
    for match in _PLACE.finditer(text, clause.start, clause.end):
        before, capital = match.end(), False
        for token in (each for each in within if each.start >= match.end()):
            word = token.text
            if not _WITHIN_NOUN.fullmatch(text, before, token.start) or _is_verb(word):
                break
            if capital and not word[0].isupper():
                break
            capital, before = word[0].isupper(), token.end
            found.add(concept(token.stem))
    return frozenset(found - _ANY)


def _is_verb(word: str) -> bool:
    lowered = word.lower()
    return lowered.endswith(("ed", "ing")) or base_form(lowered) != lowered
