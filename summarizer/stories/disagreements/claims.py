"""From a sentence to its claims: each value with what it is of, where, when, and whether it is so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.stories.disagreements.clauses import Clause, clause_around
from summarizer.stories.disagreements.concepts import CONCEPTS, concept
from summarizer.stories.disagreements.counted import counted_after, is_part
from summarizer.stories.disagreements.reports import Report
from summarizer.text.measures import measures
from summarizer.text.numbers_and_dates import numbers_and_dates
from summarizer.text.quantities import CURRENCIES, Quantity
from summarizer.text.stemmed import Token, stemmed
from summarizer.text.verbs import base_form
from summarizer.types import DateMention

__all__ = ["Claim", "Status", "claims_of"]

Status = Literal["fact", "plan"]

_PLAN = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|must|if|plans?|planned|planning|expects?"
    r"|expected|hopes?|hoped|wants?|wanted|intends?|intended|aims?|proposed|proposes|asked for"
    r"|demands?|demanded|scheduled|set to|due to|going to|to be|offered|offers|promised|agreed to"
    r"|pledged|vowed|threatened|predicted|forecast|feared)\b|['’](?:ll|d)\b"
)
#: in more words two things are told, or what is told is no prose: of 9 such pairs read 8 were wrong
_LONGEST = 55
#: "at 6:20 p.m." is when it happened; a bare time heads an entry, and "by noon" is when it was told
_AT = re.compile(r"\b(?:at|around|about|shortly after|just after|just before)(?: about)? $", re.I)
#: "within two days", "in the three months": how soon, not how long
_SOON = re.compile(r"\b(?:within|after|in|in just|in the|the (?:last|past|next|first)) $", re.I)
_SEE = re.compile(r"\b(?:see|saw|seeing) each other\b|\bs[ai]t down\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:more than|over|at least|about|around|some|nearly|almost|roughly|approximately|just under"
    r"|fewer than|less than|an estimated|close to|well over|up to)(?: an?| the)? $",
    re.IGNORECASE,
)
#: a sum over a time, not of one event
_SUM = re.compile(
    r"\b(?:since|so far|this (?:year|month|week|season)|in the (?:past|last)|over the (?:past|last)"
    r"|in recent|annually|a year|per year|every year|yearly|total|in all|altogether|overall"
    r"|years?|decades?|history|record)\b"
)
_NUMBERED = re.compile(
    r"\b(?:toll|number of|total|turnout|magnitude|depth|crowd|attendance)\b[^,;:.]*$", re.IGNORECASE
)
_WITHIN_NOUN = re.compile(r"[ \xa0-](?:(?:the|an?|its|his|her|their|of the|of) )?")
#: in any place, and of any noun
_ANY = frozenset("new other own former same main whole least late earli".split())
#: where: the nouns behind one of these
_PLACE = re.compile(r"\b(?:in|at|near|outside|off|from|across|along|around|inside|of|on)\b")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """A value of a sentence."""

    report: Report
    #: `report.text[start:end]` is the value as it stands, with its hedge and its unit
    start: int
    end: int
    amount: Quantity | DateMention
    #: what kind of value it is and of what: only claims of one key are compared
    key: tuple[str, str]
    #: what narrows down what is counted
    narrowed: frozenset[str]
    #: concepts of its clause that tell what happened: killed, met; empty where none is known
    events: frozenset[str]
    #: stems of the clause and of the whole sentence, without the value and who says it
    clause: frozenset[str]
    words: frozenset[str]
    #: names among the words, those of the sentence and its headline, and where it is said to be
    names: frozenset[str]
    people: frozenset[str]
    #: words of the headline: what all of its sentences are about tells little of one of them
    topic: frozenset[str]
    places: frozenset[str]
    #: the first explosion is not the second
    ordinals: frozenset[float]
    #: days, months and years named in the sentence
    dates: tuple[DateMention, ...]
    status: Status
    #: it sums up a longer time
    sums: bool
    speaker: str | None

    @property
    def place(self) -> tuple[int, int, int]:
        """Article, sentence and offset: an order that nothing else decides."""
        return self.report.article, self.report.index, self.start


@dataclass(frozen=True, slots=True)
class _Value:
    start: int
    end: int
    amount: Quantity | DateMention
    key: tuple[str, str]
    narrowed: frozenset[str] = frozenset()


def claims_of(report: Report) -> tuple[Claim, ...]:
    """The claims of an English sentence that is no question, in order."""
    text = report.text
    if report.language not in (None, "en") or text.rstrip("\"”’'").endswith("?"):
        return ()
    if len(text.split()) > _LONGEST:
        return ()
    numbers, dates = numbers_and_dates(text, published=report.published, language="en")
    tokens = stemmed(text, "en")
    values = list(_values(text, tokens, numbers, dates))
    return tuple(_claim(report, tokens, value, numbers, dates) for value in values)


def _values(
    text: str,
    tokens: tuple[Token, ...],
    numbers: tuple[Quantity, ...],
    dates: tuple[DateMention, ...],
) -> Iterator[_Value]:
    taken: list[tuple[int, int]] = []
    for measure in measures(text, numbers):
        taken.append((measure.start, measure.end))
        soon = measure.dimension == "time" and _SOON.search(text, 0, measure.start)
        if not soon and not is_part(text, measure.start, measure.end):
            key = ("measure", measure.dimension)
            yield _Value(measure.start, measure.end, measure.amount, key)
    for number in numbers:
        if not any(start < number.end and number.start < end for start, end in taken):
            yield from _counts(text, tokens, number)
    days = [each for each in dates if each.precision == "day" and each.origin == "stated"]
    if len(days) == 1 and re.search(r"\d", days[0].text):
        yield _Value(days[0].start, days[0].end, days[0], ("date", ""))


def _counts(text: str, tokens: tuple[Token, ...], number: Quantity) -> Iterator[_Value]:
    if number.unit in CURRENCIES or number.unit in ("%", "clock"):
        kind = "money" if number.unit in CURRENCIES else number.unit
        end = number.end
        if number.unit == "%":
            unit = re.compile(r"[ \xa0-]?(?:%|per[ \xa0]?cent|pct)").match(text, end)
            end = unit.end() if unit else end
        timed = number.unit != "clock" or _AT.search(text, 0, number.start)
        if timed and not is_part(text, number.start, end):
            yield _Value(number.start, end, number, (kind, number.unit))
        return
    if number.unit or number.loose or is_part(text, number.start, number.end):
        return
    counted = counted_after(tokens, text, number.end)
    if counted is not None:
        yield _Value(number.start, number.end, number, ("count", counted.head), counted.narrowed)
    elif found := _NUMBERED.search(text, max(0, number.start - 90), number.start):
        word = found.group().split()[0].lower()
        head = "people" if word not in ("magnitude", "depth") else word
        yield _Value(number.start, number.end, number, ("count", head))


def _claim(
    report: Report,
    tokens: tuple[Token, ...],
    value: _Value,
    numbers: tuple[Quantity, ...],
    dates: tuple[DateMention, ...],
) -> Claim:
    text = report.text
    clause = clause_around(text, value.start, value.end)
    skipped = [*clause.said, *((each.start, each.end) for each in dates)]
    skipped.append((value.start, value.end))
    kept = [
        token
        for token in tokens
        if not token.light and not any(s < token.end and token.start < e for s, e in skipped)
    ]
    within = [token for token in kept if clause.start <= token.start and token.end <= clause.end]
    inside = frozenset(concept(token.stem) for token in within) - {value.key[1]}
    title = stemmed(report.title, "en")
    hedge = _HEDGE.search(text, max(0, value.start - 20), value.start)
    events = inside & CONCEPTS
    if _SEE.search(text, clause.start, clause.end):
        events |= {"meet"}
    return Claim(
        report=report,
        start=hedge.start() if hedge else value.start,
        end=value.end,
        amount=value.amount,
        key=value.key,
        narrowed=value.narrowed,
        events=events,
        clause=inside,
        words=frozenset(concept(token.stem) for token in kept) - {value.key[1]},
        names=frozenset(concept(token.stem) for token in kept if _is_name(token)),
        people=_people(tokens) | _people(title),
        topic=frozenset(concept(token.stem) for token in title),
        places=_places(text, within, clause),
        ordinals=frozenset(each.value for each in numbers if each.unit == "ordinal"),
        dates=tuple(each for each in dates if each is not value.amount),
        status="plan" if _PLAN.search(text, clause.start, value.end) else "fact",
        sums=bool(_SUM.search(text, clause.start, clause.end)),
        speaker=clause.speaker,
    )


def _is_name(token: Token) -> bool:
    word = token.text
    return word[0].isupper() and len(word) > 1 and (token.start > 0 or word.isupper())


def _people(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(
        token.stem for token in tokens if token.text[0].isupper() and not token.light
    )


def _places(text: str, within: list[Token], clause: Clause) -> frozenset[str]:
    """The words of the nouns behind prepositions of place, as far as they can be told."""
    found = set()
    for match in _PLACE.finditer(text, clause.start, clause.end):
        before = match.end()
        capital = False
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
