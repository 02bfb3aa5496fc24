"""From claims that differ in pairs to disagreements: all values of one thing together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations

from summarizer.stories.disagreements.agreeing import agree
from summarizer.stories.disagreements.claims import Claim, claim_of, names_of
from summarizer.stories.disagreements.comparing import corrected, relation
from summarizer.stories.disagreements.naming import shared_words
from summarizer.stories.disagreements.reports import Report
from summarizer.stories.disagreements.values import Key, Read, Value, read_values
from summarizer.types import DisagreementKind

__all__ = ["Difference", "differences"]

#: articles that a name is in, at least, before it is common
_FEW = 4
#: claims of one key that are compared, those told in the summary and the earliest first
_MOST = 120
#: stands for the moment that nobody knows: it is told last
_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """Claims of one thing with different values."""

    what: str
    kind: DisagreementKind
    #: the claims of each value, newest first, as the values are
    values: tuple[tuple[Claim, ...], ...]

    @property
    def told(self) -> bool:
        """Whether a sentence of the summary gives one of the values."""
        return any(claim.report.told for claims in self.values for claim in claims)


def differences(reports: Iterable[Report]) -> tuple[Difference, ...]:
    """A `Difference` for each thing of which independent reports give values that exclude each
    other: at least two values, each with all claims that give it; empty where there is no such
    thing. Those that a sentence of the summary tells of come first, then those of which most
    articles tell, copies counted once, then the first in the articles.

    The order of the reports changes nothing: `article` and `index` say where each stands.
    """
    by_key: dict[Key, list[tuple[Read, Value]]] = {}
    given = [read for read in map(read_values, reports) if read is not None]
    common = _common(given)
    for read in given:
        for value in read.values:
            by_key.setdefault(value.key, []).append((read, value))
    found: list[Difference] = []
    for held in by_key.values():
        # what one source alone counts differs from nothing
        if len({read.report.article for read, _ in held}) > 1:
            found += _differences(_nearest([claim_of(read, value, common) for read, value in held]))
    return tuple(sorted(found, key=_rank))


def _common(reads: Sequence[Read]) -> frozenset[str]:
    """Names in half of the articles: what all of a matter's articles name tells none apart."""
    groups: dict[str, set[int]] = {}
    for read in reads:
        for name in names_of(read):
            groups.setdefault(name, set()).add(read.report.group)
    articles = len({read.report.group for read in reads})
    return frozenset(name for name, held in groups.items() if len(held) >= max(_FEW, articles / 2))


def _nearest(claims: Sequence[Claim]) -> list[Claim]:
    """At most so many claims, in order of their places."""
    chosen = sorted(claims, key=lambda each: (not each.report.told, each.report.index, each.place))
    return sorted(chosen[:_MOST], key=lambda each: each.place)


def _differences(claims: Sequence[Claim]) -> Iterator[Difference]:
    beside: dict[Report, list[Claim]] = {}
    for claim in claims:
        beside.setdefault(claim.report, []).append(claim)
    related = [
        (one, other, found)
        for one, other in combinations(claims, 2)
        if one.report.article != other.report.article
        and (one.report.group != other.report.group or corrected(one, other))
        and one.report.text != other.report.text
        and (found := relation(one, other)) is not None
        and (found == "same" or not _both_told(one, other, beside))
    ]
    differing = [(one, other, kind) for one, other, kind in related if kind != "same"]
    owner: dict[Claim, Claim] = {}
    for one, other, _ in differing:
        _join(owner, one, other)
    for one, other, kind in related:
        if kind == "same" and (one in owner) != (other in owner):
            _join(owner, one, other)
    members: dict[Claim, list[Claim]] = {}
    for claim in claims:
        if claim in owner:
            members.setdefault(_root(owner, claim), []).append(claim)
    for root, held in members.items():
        kinds = {kind for one, _, kind in differing if _root(owner, one) is root}
        difference = _difference(held, kinds)
        # a rounded value between two others may be either of them
        if len(difference.values) > 1:
            yield difference


def _both_told(one: Claim, other: Claim, beside: Mapping[Report, Sequence[Claim]]) -> bool:
    """Whether one of the sentences gives both values: "the dead rose from 10 to 14"."""
    return _holds(other, one, beside) or _holds(one, other, beside)


def _holds(one: Claim, other: Claim, beside: Mapping[Report, Sequence[Claim]]) -> bool:
    """Whether the one's sentence gives the other's value, as a value or within a range."""
    value = other.amount.value
    return any(agree(each, other) for each in beside[one.report]) or any(
        each.value == value for each in one.numbers
    )


def _join(owner: dict[Claim, Claim], one: Claim, other: Claim) -> None:
    roots = [_root(owner, owner.setdefault(each, each)) for each in (one, other)]
    first, second = sorted(roots, key=lambda claim: claim.place)
    owner[second] = first


def _root(owner: dict[Claim, Claim], claim: Claim) -> Claim:
    while owner[claim] is not claim:
        claim = owner[claim]
    return claim


def _difference(claims: Sequence[Claim], kinds: set[DisagreementKind]) -> Difference:
    newest = sorted(claims, key=_newest)
    values: list[list[Claim]] = []
    for claim in newest:
        alike = (
            held for held in values if held[0].status == claim.status and agree(held[0], claim)
        )
        held = next(alike, None)
        if held is None:
            values.append([claim])
        else:
            held.append(claim)
    known: tuple[DisagreementKind, ...] = ("conflict", "update", "plan")
    return Difference(
        what=shared_words(newest),
        kind=next(kind for kind in known if kind in kinds),
        values=tuple(tuple(held) for held in values),
    )


def _newest(claim: Claim) -> tuple[timedelta, tuple[int, int, int]]:
    return _FIRST - (claim.report.moment or _FIRST), claim.place


def _rank(found: Difference) -> tuple[bool, int, tuple[int, int, int]]:
    sources = {claim.report.group for claims in found.values for claim in claims}
    first = min(claim.place for claims in found.values for claim in claims)
    return not found.told, -len(sources), first
