"""Whom "he" or "she" means in a sentence that points back, where that is plain. English only.

Not coreference resolution: a pronoun has an antecedent here only where one person is named in the
sentence before it, or in the two before it, and nobody else may be meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.text.people import Mention, Person, mentioned, people
from summarizer.text.standalone import is_dangling

__all__ = ["Antecedent", "Told", "antecedents", "in_brackets"]

Span = tuple[int, int]
#: somebody, and the last sentence that gives the name
Meant = tuple[Person, int]

#: the pronoun as a subject: first word, behind an adverbial, or that of the speaker
_SUBJECT = re.compile(
    r"(?:(?:On|In|At|During|Earlier|Later|Last|Then|Now|Yesterday)"
    r"\b[^.,;:\"“”]{0,40}?,? \b(?=[hs]))?(?P<pronoun>[Hh]e|[Ss]he)\b(?!['’])"
)
_SPEAKER = re.compile(r"[,?!][\"”]\s(?P<pronoun>he|she)\s(?=[a-z])")
#: somebody who is not named
_SOMEBODY = re.compile(
    r"(?:^(?:An?|One|Another|Some) \w)|\b(?:\w*man|\w*woman|boy|girl|father|mother|husband|wife|"
    r"son|daughter|brother|sister|friend|colleague|spokesperson|president|minister|chancellor|leader|"
    r"king|queen|judge|lawyer|attorney|officer|driver|pilot|captain|coach|player|doctor|patient|"
    r"victim|suspect|witness|teacher|student|neighbo[u]?r|boss|chief|director|manager|owner|"
    r"reporter|author|candidate|senator|mayor|governor|expert|professor|researcher|teenager|child|"
    r"baby|person)\b",
    re.IGNORECASE,
)
#: capitalised words right before a name are of its title
_OWN_TITLE = re.compile(r"(?:[A-Z][\w.’'-]* )+$")
_SAYING = (
    r"(?:said|says|told|added|adds|wrote|asked|explained|tweeted|announced|noted|argued|warned|"
    r"insisted|claimed|denied|testified|admitted|recalled|continued|concluded)"
)
_SAID = re.compile(rf"\b{_SAYING} $")
#: what may stand before a subject: an adverbial, or capitalised words (of a title, a nation)
_LEADING = re.compile(
    r"(?:(?:On|In|At|By|During|Since|After|Before|Earlier|Later|Last|Yesterday)\b[^,]{0,40}, )?"
    r"(?:(?:[A-Z][\w.’'-]*|of|and|for) ){0,5}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a sentence beside its span."""

    span: Span
    paragraph: int
    dangling: bool
    #: holds a part of a quotation only
    partial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """What a pronoun stands for."""

    #: `[start, end)` of the text: the person's full name, where the text gives it first
    start: int
    end: int
    #: offset in the text behind the pronoun
    at: int
    #: the last sentence before it that names the person
    near: int


def antecedents(
    text: str, sentences: Sequence[Told], language: str | None
) -> list[Antecedent | None]:
    """For each sentence the antecedent that lets it stand alone; None where there is no need, or no
    certainty.
    """
    found: list[Antecedent | None] = [None] * len(sentences)
    if language not in (None, "en"):
        return found
    context = _Context(text, sentences)
    for place, each in enumerate(sentences):
        pronoun = context.pronoun(place)
        if pronoun is None or not each.dangling or each.partial:
            continue
        meant = context.meant(place)
        if meant is not None and _stands(text, each.span, pronoun, language):
            person, near = meant
            found[place] = Antecedent(start=person.start, end=person.end, at=pronoun[1], near=near)
    return found


def in_brackets(name: str) -> str:
    """What is told behind a pronoun that stands for `name`."""
    return f" [{name}]"


def _stands(text: str, sentence: Span, pronoun: Span, language: str | None) -> bool:
    """Whether the sentence points back to nothing else."""
    named = f"{text[sentence[0] : pronoun[0]]}Kim{text[pronoun[1] : sentence[1]]}"
    return not is_dangling(named, language)


class _Context:
    """Who is named and meant in the sentences of a text."""

    def __init__(self, text: str, sentences: Sequence[Told]) -> None:
        self._text = text
        self._sentences = sentences
        self._meant: dict[int, Meant | None] = {}
        self._named: dict[int, tuple[Mention, ...]] = {}

    def pronoun(self, place: int) -> Span | None:
        """Where the "he" or "she" stands that the sentence is about."""
        start, end = self._sentences[place].span
        match = _SUBJECT.match(self._text, start, end) or _SPEAKER.search(self._text, start, end)
        return match and match.span("pronoun")

    def meant(self, place: int) -> Meant | None:
        """Whom the sentence's pronoun means; the sentences are asked in their order."""
        if place not in self._meant:
            found = self._before(place)
            fits = found is not None and self._may_be(place, found[0])
            self._meant[place] = found if fits else None
        return self._meant[place]

    def _may_be(self, place: int, person: Person) -> bool:
        start, end = self.pronoun(place) or (0, 0)
        sentence = self._sentences[place].span
        named = self._names(place)
        # as in: Kim shouted, “I am angry,” he said
        before = any(name.start < start for name in named)
        return (
            not before
            and person.end <= sentence[0]
            and person.pronoun in (None, self._text[start:end].lower())
            and person not in [name.person for name in named]
        )

    def _before(self, place: int) -> Meant | None:
        """The only person of the sentence before, when it tells of that person; else the only one
        of the two before. Somebody without a name may be meant, too.
        """
        near = [p for p in (place - 1, place - 2) if self._is_near(p, place)]
        if not near or near[0] != place - 1:
            return None
        names = self._names(place - 1)
        if self.pronoun(place - 1) is not None:
            return None if names else self.meant(place - 1)
        person = _only(names)
        if person is not None and self._tells_of(place - 1, names[0]):
            other = self._holds_somebody(place - 1, beside=names[0])
            return None if other else (person, place - 1)
        if any(self.pronoun(p) or self._holds_somebody(p) for p in near):
            return None
        person = _only([name for p in near for name in self._names(p)])
        if person is None or person.pronoun is None:
            return None
        return person, (place - 1 if names else place - 2)

    def _is_near(self, place: int, other: int) -> bool:
        if place < 0 or self._sentences[place].partial:
            return False
        return self._sentences[other].paragraph - self._sentences[place].paragraph <= 1

    def _names(self, place: int) -> tuple[Mention, ...]:
        if place not in self._named:
            span = self._sentences[place].span
            self._named[place] = mentioned(self._text, span, self._people)
        return self._named[place]

    @cached_property
    def _people(self) -> dict[str, Person]:
        return people(self._text, [each.span for each in self._sentences])

    def _tells_of(self, place: int, name: Mention) -> bool:
        """Whether the person is the sentence's subject or speaks in it."""
        start, end = self._sentences[place].span
        before, after = self._text[start : name.start], self._text[name.end : end]
        if re.match(r"['’]|,? and\b", after):
            return False
        opens = not before or _LEADING.fullmatch(before) is not None
        return opens or bool(re.match(rf" {_SAYING}\b", after) or _SAID.search(before))

    def _holds_somebody(self, place: int, beside: Mention | None = None) -> bool:
        """Whether somebody without a name stands in the sentence, `beside` and its title apart."""
        start, end = self._sentences[place].span
        if beside is None:
            return _SOMEBODY.search(self._text[start:end]) is not None
        before, after = self._text[start : beside.start], self._text[beside.end : end]
        return any(_SOMEBODY.search(part) for part in (_OWN_TITLE.sub("", before), after))


def _only(names: Sequence[Mention]) -> Person | None:
    """The person whom all the names name; None where there is none, or another name."""
    found = {name.person for name in names}
    return found.pop() if len(found) == 1 else None
