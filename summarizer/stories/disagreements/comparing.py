"""How two claims stand to each other: of one thing or not, at one time or two, planned or told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from summarizer.stories.disagreements.agreeing import agree, near
from summarizer.stories.disagreements.apart import apart
from summarizer.stories.disagreements.claims import Claim
from summarizer.stories.disagreements.reports import Report
from summarizer.types import DateMention, DisagreementKind

__all__ = ["Relation", "corrected", "relation"]

#: the two tell one value; or two at one time, at two times, or before and after it happened
Relation = Literal["same"] | DisagreementKind

#: shared words beside what is counted, and their share of the shorter clause's or sentence's
_LEAST_SHARED = {"count": 2, "clock": 2}
_LEAST_OF_OTHERS = 3
_SHARE = {"count": 0.5}
_SHARE_OF_OTHERS = 0.6
#: values further apart are of different things; plans go further wrong: two minutes became 45
_APART = 8.0
_APART_PLAN = 40.0
#: who met: names of the sentence or of the headline that both have
_MET = 2
#: days between what is told without a date, from which on nothing says that it is of one event
_DAYS = 4
_DAYS_OF_PLANS = 60
_SO_FAR = re.compile(r"\b(?:so far|already|yet|until now|to date)\b", re.IGNORECASE)
_MOVES = re.compile(r"\b(?:reached|risen|rose|climbed|stands|stood|grown|rises|climbs|bringing)\b")
#: what somebody wants is no plan of what came
_WISH = re.compile(
    r"\b(?:ask(?:ed|s)? for|sought|seek(?:s|ing)?|demand\w*|wants?|wanted|offer\w*|propos\w*)\b"
)
_EXPECTS = re.compile(r"\b(?:expect|predict|forecast|estimat)\w*\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:not|no|never|without(?! (?:electricity|power|water))|denied|unless|whether|instead"
    r"|formerly)\b|n['’]t\b"
)
_COARSE: Sequence[str] = ("day", "week", "month", "quarter", "year")


def relation(one: Claim, other: Claim) -> Relation | None:
    """How the values of two claims stand to each other; None where they are of different things."""
    if one.key != other.key or not _one_thing(one, other):
        return None
    if agree(one, other):
        return "same"
    planned = one.status != other.status
    if not near(one, other, _APART_PLAN if planned else _APART):
        return None
    return _before_and_after(one, other) if planned else _at_times(one, other)


def corrected(one: Claim, other: Claim) -> bool:
    """Whether one is the other with another value: what a later print of one text puts right."""
    return one.words == other.words and one.clause == other.clause


def _before_and_after(one: Claim, other: Claim) -> Relation | None:
    """A plan and what came of it; None where it is not over yet, or was but somebody's wish."""
    over = not (_going_on(one, other) or _wished(one) or _wished(other))
    return "plan" if over and _before(one, other) else None


def _at_times(one: Claim, other: Claim) -> Relation | None:
    """Two values of one time, or of two; None where both are expected, as others may not."""
    if one.status == "plan":
        return None if _foreseen(one) and _foreseen(other) else "conflict"
    reports = (one.report, other.report)
    days = {each.published for each in reports} - {None}
    moments = {each.moment for each in reports} - {None}
    later = len(moments if one.report.group == other.report.group else days) > 1
    grows = one.key[0] == "count" or "burn" in one.doings or any(map(_grown, reports))
    return "update" if later and grows else "conflict"


def _wished(claim: Claim) -> bool:
    return claim.status == "plan" and bool(_WISH.search(claim.report.text))


def _going_on(one: Claim, other: Claim) -> bool:
    """Whether what was planned is not over yet: so far, half of the money was raised."""
    return any(_SO_FAR.search(each.report.text) for each in (one, other))


def _foreseen(claim: Claim) -> bool:
    """Whether somebody expects it, as others may not."""
    return bool(_EXPECTS.search(claim.report.text))


def _one_thing(one: Claim, other: Claim) -> bool:
    return (
        one.narrowed == other.narrowed
        and one.sums == other.sums
        and not _UNSURE.search(one.report.text)
        and not _UNSURE.search(other.report.text)
        and _one_event(one, other)
        and _one_time(one, other)
        and (_one_meeting(one, other) or _alike(one, other))
    )


def _one_event(one: Claim, other: Claim) -> bool:
    return bool(one.events & other.events) or one.events == other.events


def _one_time(one: Claim, other: Claim) -> bool:
    """False where the dates that they name exclude each other, or their days lie far apart."""
    if one.dates and other.dates and not (_moving(one) or _moving(other)):
        return any(_overlap(mine, theirs) for mine in one.dates for theirs in other.dates)
    most = timedelta(_DAYS if one.status == other.status else _DAYS_OF_PLANS)
    return all(_near_day(each, another, most) for each, another in ((one, other), (other, one)))


def _moving(claim: Claim) -> bool:
    """Whether a day may be that on which a toll rose, not that of the event."""
    return claim.key[0] == "count" and _grown(claim.report)


def _grown(report: Report) -> bool:
    """Whether it tells how far something has come: the toll has risen to nine."""
    return bool(_MOVES.search(report.text))


def _near_day(one: Claim, other: Claim, most: timedelta) -> bool:
    """Whether what `one` names, or else its day, may be the day on which `other` was told."""
    told = other.report.published
    if told is None:
        return True
    named = [*one.dates]
    if not named or _moving(one):
        return one.report.published is None or abs(one.report.published - told) <= most
    return any(
        abs(each.value - told) <= most if each.precision == "day" else _holds(each, told)
        for each in named
    )


def _holds(mention: DateMention, day: date) -> bool:
    """Whether the week, month or year named is the one that the day lies in."""
    return _overlap(mention, replace(mention, value=day, precision="day"))


def _overlap(mine: DateMention, theirs: DateMention) -> bool:
    coarse = max(mine.precision, theirs.precision, key=_COARSE.index)
    one, other = mine.value, theirs.value
    if coarse == "year":
        return one.year == other.year
    if coarse == "quarter":
        return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)
    if coarse == "month":
        return (one.year, one.month) == (other.year, other.month)
    return one.isocalendar()[:2] == other.isocalendar()[:2] if coarse == "week" else one == other


def _alike(one: Claim, other: Claim) -> bool:
    return not apart(one, other) and (_share_enough(one, other) or _one_doing(one, other))


def _one_doing(one: Claim, other: Claim) -> bool:
    """Whether both tell of one thing that was done, and name who or where."""
    named = one.named & other.named
    done = one.doings & other.doings
    shared = (one.words & other.words) | named | done
    return bool(done and named) and len(shared) >= _LEAST_OF_OTHERS


def _share_enough(one: Claim, other: Claim) -> bool:
    kind = one.key[0]
    shared = one.words & other.words
    near = one.clause & other.clause
    least = _LEAST_SHARED.get(kind, _LEAST_OF_OTHERS)
    # a day that both name is evidence, too, and that each begins with what the other tells of
    begun = one.opening in other.words and other.opening in one.words
    if one.clause == other.clause or (one.dates and other.dates) or begun:
        least = 2
    if not one.events and not near - one.names - other.names - (one.topic | other.topic):
        return False
    if kind == "clock" and len(near - one.names - other.names) < least:
        return False
    if len(shared) < least or _share(shared, one.words, other.words) < _SHARE.get(
        kind, _SHARE_OF_OTHERS
    ):
        return False
    # of one event many a day is told
    done = bool(one.events) and kind != "date"
    return done or _share(near, one.clause, other.clause) >= _SHARE_OF_OTHERS


def _share(shared: frozenset[str], one: frozenset[str], other: frozenset[str]) -> float:
    return len(shared) / max(1, min(len(one), len(other)))


def _one_meeting(one: Claim, other: Claim) -> bool:
    """How long two people met is told in ever other words; who met, and when, is enough."""
    return (
        one.key == ("measure", "time")
        and "meet" in one.events & other.events
        and len((one.people | one.words) & (other.people | other.words) - {"meet"}) >= _MET
        and bool(one.people & other.people)
    )


def _before(one: Claim, other: Claim) -> bool:
    """Whether the plan was told no later than what came of it, as far as is known."""
    plan, fact = (one, other) if one.status == "plan" else (other, one)
    known = plan.report.published, fact.report.published
    return None in known or known[0] <= known[1]  # type: ignore[operator]
