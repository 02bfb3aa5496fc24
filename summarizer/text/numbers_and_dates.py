"""The numbers and the dates of a sentence, parted: "30 June 2019" is no number, "2014" a date."""

import re
from datetime import date

from summarizer.text.date_mentions import date_mentions
from summarizer.text.quantities import Quantity, quantities
from summarizer.types import DateMention

__all__ = ["numbers_and_dates"]

#: stands in for the day of publication where nobody knows it: days of the week keep their distance
_NOWHERE = date(1804, 7, 4)
_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_and_dates(
    text: str, *, published: date | None, language: str | None
) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    """The numbers that are no part of a date, in order, and the dates: bare years come last."""
    mentions = list(date_mentions(text, published=published or _NOWHERE, language=language))
    taken = [(mention.start, mention.end) for mention in mentions]
    numbers = []
    for each in quantities(text, language):
        if any(start < each.end and each.start < end for start, end in taken):
            continue
        if _YEAR.fullmatch(text, each.start, each.end) and not each.unit:
            mentions.append(_year(each, text))
        else:
            numbers.append(each)
    return tuple(numbers), tuple(mentions)


def _year(number: Quantity, text: str) -> DateMention:
    """A bare number that looks like a year: "the 2014 protests"."""
    return DateMention(
        start=number.start,
        end=number.end,
        text=text[number.start : number.end],
        value=date(int(number.value), 1, 1),
        precision="year",
        origin="stated",
    )
