"""From a text to its mentions: one pass, weekdays beside their dates, anchors carried along."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from summarizer.text.date_mentions.english import ENGLISH
from summarizer.text.date_mentions.ranges import lent_years
from summarizer.text.date_mentions.readers import ANCHORED, weekday
from summarizer.text.date_mentions.rules import Found, Grammar, Hit, Setting
from summarizer.text.date_mentions.shared import NUMBERS_ONLY, shared_grammar
from summarizer.text.date_mentions.vocabularies import VOCABULARIES
from summarizer.types import DateMention, MentionOrigin

__all__ = ["date_mentions", "may_mention", "mentions_within"]

#: "three days later" refers to a date at most this many characters before it: three sentences
_REACH = 400
#: what may stand between a weekday and its date ("Sunday, 30 June", "30 June, a Sunday")
_BESIDE = re.compile(r"[ \xa0]?,? ?\(?(?:(?:the|an?|dem|den|der|le|il|dia|día) )?")
_LONGEST_BESIDE = 8


def date_mentions(
    text: str, *, published: date | None, language: str | None = "en", inferred: bool = False
) -> tuple[DateMention, ...]:
    """The dates that `text` names, in order, without overlap; offsets count from its start.

    `text` may be a sentence or a whole article; "three days later" is understood only where the
    date that it refers to stands before it in `text`. Without `published` only mentions that need
    no other day are resolved; with `inferred`, it is a guess, and what rests on it says so.

    A month without a year is the one nearest to the publication, at most nine months before it or
    three after (eight where the words look ahead); a bare weekday is the last one, the day of
    publication included, unless the words around it look ahead. A weekday beside its date
    ("Sunday, 30 June") is part of that mention's evidence and no other mention; a weekend or a list
    of days gives a mention for each day, all with the same span; a day that no calendar has
    ("31 June") is none.
    """
    grammar = _grammar(language)
    hits = list(_without_doubles(list(grammar.hits(text)), text))
    lent = lent_years(hits, text, grammar.words, published)
    mentions: list[DateMention] = []
    anchor: tuple[int, Found] | None = None
    known = False
    for place, hit in enumerate(hits):
        start, end = hit.match.span()
        near = anchor[1] if anchor is not None and start - anchor[0] <= _REACH else None
        setting = Setting(
            words=grammar.words, published=published, anchor=near, following=lent.get(place)
        )
        for found in sorted(hit.rule.read(hit.match, setting), key=lambda each: each.value):
            guess = inferred and not (near and known and hit.rule.read in ANCHORED)
            mentions.append(_mention(found, start, end, text, inferred=guess))
            anchor, known = (end, found), mentions[-1].origin != "inferred"
    return tuple(mentions)


def may_mention(text: str, language: str | None = "en") -> bool:
    """False for a text that names no date, whatever stands before it."""
    return _grammar(language).may_hit(text)


def mentions_within(
    mentions: Iterable[DateMention], start: int, end: int
) -> tuple[DateMention, ...]:
    """The mentions of an article that lie in its `[start, end)`, counted from there."""
    return tuple(
        replace(mention, start=mention.start - start, end=mention.end - start)
        for mention in mentions
        if start <= mention.start and mention.end <= end
    )


@cache
def _grammar(language: str | None) -> Grammar:
    if language in (None, "en"):
        return ENGLISH
    words = VOCABULARIES.get(language or "")
    return NUMBERS_ONLY if words is None else shared_grammar(words)


def _without_doubles(hits: list[Hit], text: str) -> Iterable[Hit]:
    """The hits but for weekdays beside a day of the calendar."""
    for place, hit in enumerate(hits):
        beside = hits[max(0, place - 1) : place] + hits[place + 1 : place + 2]
        if hit.rule.read is not weekday or not any(_beside(hit, other, text) for other in beside):
            yield hit


def _beside(weekday: Hit, other: Hit, text: str) -> bool:
    first, second = sorted((weekday.match.span(), other.match.span()))
    near = 0 < second[0] - first[1] <= _LONGEST_BESIDE or first[1] == second[0]
    day = other.rule.name in ("month_day", "day_month", "iso", "dotted", "slashed")
    return day and near and _BESIDE.fullmatch(text, first[1], second[0]) is not None


def _mention(found: Found, start: int, end: int, text: str, *, inferred: bool) -> DateMention:
    relative: MentionOrigin = "inferred" if inferred else "relative"
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=found.value,
        precision=found.precision,
        origin="stated" if found.stated else relative,
    )
