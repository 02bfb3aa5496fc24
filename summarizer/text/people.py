"""Names of people in the sentences of an English text, told by what stands in and beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.function_words import function_words
from summarizer.text.given_names import HE, SHE

__all__ = ["DAYS", "TITLES", "Mention", "Person", "mentioned", "people"]

Span = tuple[int, int]

_WORD = (
    r"(?:[A-Z]\.(?:[A-Z]\.)*|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Rev|[JS]r)\.|"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]*)"
)
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|dos|du|ibn|la|le|van|von)[ -])"
#: capitalised words in a row
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?: {_PARTICLE}?{_WORD})*")
_AGE_OR_CLAUSE = re.compile(r", (?:\d{1,2}\b|who\b|whose\b)")
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
TITLES = frozenset(
    """President Minister Chancellor Senator Sen. Rep. Gov. Governor Mayor Secretary Justice Judge
    King Queen Prince Princess Pope Lord Sir Dame Lady Dr Dr. Prof. Professor General Gen. Col.
    Colonel Capt. Captain Lt. Lieutenant Sgt. Sergeant Maj. Major Officer Detective Sheriff
    Commissioner Ambassador Coach Rev. Reverend Bishop Archbishop Cardinal Imam Chief CEO Mr Mr.
    Mrs Mrs. Ms Ms. Miss Chairman Leader Speaker Executive Congressman Congresswoman Premier
    Director""".split()
)
_HE_TITLES = frozenset("Mr Mr. King Prince Sir Lord Pope Congressman".split())
_SHE_TITLES = frozenset("Mrs Mrs. Ms Ms. Miss Queen Princess Dame Lady Congresswoman".split())
DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov.
    Dec.""".split()
)
#: one of these in a name makes it that of a place, an office, a firm, a paper, …
_NO_PERSON = frozenset(
    """North South East West Northern Southern Eastern Western New United Supreme House
    Street Avenue Road Park City County State States University College School Hospital Court
    Department Ministry Agency Office Bureau Committee Council Commission Party Congress Senate
    Parliament Union Bank Inc Inc. Corp Corp. Co Co. Ltd Group Company Times Post News Journal Press
    Tribune Herald Globe Chronicle Gazette Guardian Mail Telegraph Observer Sentinel Register
    Magazine Institute Center Centre Association Foundation Fund Service Services Force Army Navy
    Police Guard Airport Airlines Airways Island Islands Lake River Mount Mountain Bay Beach Sea
    Ocean Gulf Valley World War Day Act Law Games Cup League Olympics Olympic Award Awards Church
    Square Tower Bridge Station Republic Kingdom Democrat Democrats Republican Republicans American
    British French German Russian Chinese Japanese Korean Israeli Iranian Hurricane Storm
    Administration National International Federal Central Air Street San Santa Los Las Saint St St.
    Fort Port Cape Great Hall Hotel Building Plaza Museum Theater Theatre Studios Pictures Records
    Entertainment Media Systems Technologies Motors Energy Oil""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom a text names."""

    #: the first place that gives the name in full
    start: int
    end: int
    #: by which the text goes on to name the person
    short: str
    #: "he" or "she" where name or title tells, else None
    pronoun: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a sentence."""

    start: int
    end: int
    #: None for somebody, or something, that is not known
    person: Person | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    #: where the title, or the name, begins
    whole: int


def people(text: str, spans: Sequence[Span]) -> dict[str, Person]:
    """The people named in full in the sentences, by the name that the text goes on with.

    A name is a person's when a title, an age or "who" stands beside it, when it begins with a
    common given name, or when the text goes on with a part of it alone. Two people of one short
    name are left out.
    """
    names = [name for span in spans for name in _names(text, *span)]
    alone = {name.words[0] for name in names if len(name.words) == 1}
    found: dict[str, Person] = {}
    firsts: dict[str, set[str]] = {}
    for name in names:
        short = _short(name.words, alone)
        if not _is_person(text, name, short in alone):
            continue
        if len(name.words) > 1:
            firsts.setdefault(short, set()).add(name.words[0])
        start = name.whole if len(name.words) == 1 else name.start
        person = Person(start=start, end=name.end, short=short, pronoun=_pronoun(name))
        known = found.get(short)
        if known is None or (len(name.words) > 1 and " " not in text[known.start : known.end]):
            found[short] = person
    return {short: each for short, each in found.items() if len(firsts.get(short, ())) < 2}


#: behind these a single name is a place's, a time's or a thing's ("in Ferguson", "the Senate");
#: behind others it may be that of somebody who is not named in full ("shot by Wilson")
_PLACED = re.compile(
    r"\b(?:in|at|from|of|to|near|on|the|an?|for|through|across|over|outside|its|his|her|their"
    r"|against|into|around|last|this|next) $",
    re.IGNORECASE,
)


def mentioned(text: str, span: Span, known: dict[str, Person]) -> tuple[Mention, ...]:
    """The names of the sentence, but for quotations, that are or may be those of people."""
    quoted = [match.span() for match in _QUOTED.finditer(text, *span)]
    found = []
    for name in _names(text, *span):
        if any(start < name.start < end for start, end in quoted):
            continue
        person = known.get(name.words[-1]) or known.get(name.words[0])
        alone = name.start > span[0] and not _PLACED.search(text, span[0], name.start)
        if person is not None or len(name.words) > 1 or name.title or alone:
            found.append(Mention(start=name.whole, end=name.end, person=person))
    return tuple(found)


def _names(text: str, start: int, end: int) -> Iterator[_Name]:
    """Runs of capitalised words without what stands before a name: titles, days, offices."""
    for run in _RUN.finditer(text, start, end):
        # "The", "Monday": most runs are one word that is no name
        if " " not in run.group() and _is_other(run.group()):
            continue
        words = list(re.finditer(r"\S+", run.group()))
        while words and words[-1].group() in DAYS:
            words.pop()
        final = len(words) - 1
        other = (
            place
            for place, word in enumerate(words)
            if _is_other(word.group()) or (place < final and _POSSESSIVE.search(word.group()))
        )
        last = max(other, default=-1)
        kept = words[last + 1 :]
        # "Guitarist Jimmy Page"
        given = (p for p, word in enumerate(kept[:-1]) if word.group() in HE or word.group() in SHE)
        kept = kept[next(given, 0) :]
        if not kept:
            continue
        title = words[last].group() if last >= 0 else None
        title = title if title in TITLES else None
        begin = run.start() + kept[0].start()
        written = _POSSESSIVE.sub("", text[begin : run.start() + kept[-1].end()])
        yield _Name(
            start=begin,
            end=begin + len(written),
            words=tuple(written.split()),
            title=title,
            whole=run.start() + words[last].start() if title else begin,
        )


@lru_cache(maxsize=20_000)
def _is_other(word: str) -> bool:
    """Whether the word ends what stands before a name, or makes it no person's."""
    return (
        word in TITLES or word in _NO_PERSON or word in DAYS or word.lower() in function_words("en")
    )


def _short(words: tuple[str, ...], alone: set[str]) -> str:
    return words[0] if words[-1] not in alone and words[0] in alone else words[-1]


def _is_person(text: str, name: _Name, goes_on: bool) -> bool:
    if name.title or _AGE_OR_CLAUSE.match(text, name.end):
        return True
    return len(name.words) > 1 and (goes_on or name.words[0] in HE or name.words[0] in SHE)


def _pronoun(name: _Name) -> str | None:
    if name.title in _HE_TITLES or name.words[0] in HE:
        return "he"
    return "she" if name.title in _SHE_TITLES or name.words[0] in SHE else None
