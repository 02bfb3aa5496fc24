"""Dates that become others."""

import random
import re
from datetime import date

from summarizer.evaluation.changes.kinds import Sources, put
from summarizer.text.date_mentions import date_mentions

__all__ = ["change_date"]

_MONTH = "January February March April May June July August September October November December"
_DATE = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?! (?:Night|Times))"
    rf"|\b(?P<month>{_MONTH.replace(' ', '|')}) (?P<day>\d{{1,2}})\b(?![,:]\d| ?%)"
    r"|(?<=\b[Ii]n )(?P<year>(?:19|20)\d\d)\b|(?P<word>\byesterday\b|\btomorrow\b|\blast year\b)"
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_OTHER_DAY = {"yesterday": "tomorrow", "tomorrow": "yesterday", "last year": "next year"}


def change_date(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """One date becomes another; never one that the sentence names as well."""
    places = list(_DATE.finditer(sentence))
    if not places:
        return None
    place = chance.choice(places)
    if place["weekday"]:
        new = chance.choice([day for day in _WEEKDAYS if day not in sentence] or _WEEKDAYS)
    elif place["word"]:
        new = _OTHER_DAY[place["word"]]
    elif place["year"]:
        new = str(int(place["year"]) + chance.choice((-11, -3, -2, -1, 1, 2, 10)))
    elif chance.random() < 0.5:
        day = chance.choice([d for d in range(1, 29) if d != int(place["day"])])
        new = f"{place['month']} {day}"
    else:
        month = chance.choice([m for m in _MONTH.split() if m != place["month"]])
        new = f"{month} {place['day']}"
    if int(place["day"] or 1) > 28 and place["month"]:
        return None
    changed = put(sentence, place, new)
    return changed if new not in sentence and _days(changed) != _days(sentence) else None


def _days(sentence: str) -> set[object]:
    nominal = date(2015, 7, 15)
    return {(m.value, m.precision) for m in date_mentions(sentence, published=nominal)}
