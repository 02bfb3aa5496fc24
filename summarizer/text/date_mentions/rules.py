"""A rule is a pattern and the reader of its match; a grammar is many rules compiled as one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from summarizer.types import MentionPrecision

__all__ = ["Found", "Grammar", "Hit", "Reader", "Rule", "Setting", "Words", "either", "spelled"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a match means; `stated` when the text names it itself."""

    value: date
    precision: MentionPrecision
    stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the words of a language mean; keys are in lower case and without a dot."""

    months: Mapping[str, int]
    #: Monday is 0
    weekdays: Mapping[str, int]
    #: to `last`, `this` or `next`
    which: Mapping[str, str]
    #: to `day`, `week`, `month` or `year`
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    #: days from the publication
    days: Mapping[str, int]
    #: what joins two dates to a range or a list (0), and what may stand beside it (1)
    joints: Mapping[str, int]
    #: whether the words around `text[start:end]` look ahead
    looks_ahead: Callable[[str, int, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a mention may be relative to."""

    words: Words
    published: date | None
    #: the date named last before it, when that is near
    anchor: Found | None
    #: the next date of the same range or list, when only that one names its year
    following: Found | None = None


Reader = Callable[[re.Match[str], Setting], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` begins at a word's beginning, where it wants no other boundary; a space in it
    stands for every kind of space inside a line.
    """

    name: str
    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match in a text."""

    rule: Rule
    match: re.Match[str]


@dataclass(frozen=True)
class Grammar:
    """Rules, the more specific first: of those that match at one place the first one wins."""

    rules: Sequence[Rule]
    words: Words
    #: what every mention begins with; it spares running text the rules (8 times faster in English)
    gate: str
    _master: re.Pattern[str] = field(init=False, repr=False)
    _single: Mapping[str, tuple[Rule, re.Pattern[str]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # One alternation finds the places in a single pass (names can't repeat in it, so they are
        # taken out); the rule's own pattern then reads its groups there.
        spaced = {rule.name: rule.pattern.replace(" ", r"[ \xa0\u202f]") for rule in self.rules}
        plain = "|".join(f"(?P<{name}>{_NAMED.sub('(?:', p)})" for name, p in spaced.items())
        single = {rule.name: (rule, re.compile(spaced[rule.name])) for rule in self.rules}
        gate = self.gate.replace(" ", r"[ \xa0\u202f]")
        object.__setattr__(self, "_master", re.compile(rf"\b(?={gate})(?:{plain})"))
        object.__setattr__(self, "_single", single)

    def may_hit(self, text: str) -> bool:
        """False for a text without a match; quicker than to look for all."""
        return self._master.search(text) is not None

    def hits(self, text: str) -> Iterator[Hit]:
        """The matches in `text`, in order, without overlap."""
        for place in self._master.finditer(text):
            rule, pattern = self._single[place.lastgroup or ""]
            match = pattern.match(text, place.start())
            if match is not None:
                yield Hit(rule, match)


_NAMED = re.compile(r"\(\?P<\w+>")


def spelled(words: str) -> dict[str, int]:
    """Each word to its place in the list; `|` separates words for one thing, `_` is a space."""
    return {
        word.replace("_", " "): number
        for number, names in enumerate(words.split())
        for word in names.split("|")
    }


def either(*words: str) -> str:
    """A pattern for any of the words, small or with a capital, the longer ones first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        f"[{word[0].upper()}{word[0]}]{re.escape(word[1:]).replace(chr(92) + ' ', ' ')}"
        if word[0].upper() != word[0]
        else re.escape(word)
        for word in ordered
    )
