"""The year that a range or a list names once, at its end: "between March 3 and April 5, 2017"."""

import re
from datetime import date

from summarizer.text.date_mentions.readers import calendar_day, month
from summarizer.text.date_mentions.rules import Found, Hit, Setting, Words

__all__ = ["lent_years"]

#: what stands between two dates of a range has at most so many characters
_LONGEST = 30
_PIECE = re.compile(r"t/m|[^\W\d_]+|[-–—&,]")


def lent_years(
    hits: list[Hit], text: str, words: Words, published: date | None
) -> dict[int, Found]:
    """What the date behind it means, for each date (by its place in `hits`) that has its year."""
    lent: dict[int, Found] = {}
    for place in range(len(hits) - 2, -1, -1):
        hit, after = hits[place], hits[place + 1]
        if not (_is_calendar(hit) and _is_calendar(after)) or _names_year(hit, words):
            continue
        lender = lent.get(place + 1)
        if lender is None and not _names_year(after, words):
            continue
        if _joined(text[hit.match.end() : after.match.start()], words, goes_on=lender is not None):
            setting = Setting(words=words, published=published, anchor=None, following=lender)
            found = next(iter(after.rule.read(after.match, setting)), None)
            lent |= {place: found} if found is not None else {}
    return lent


def _is_calendar(hit: Hit) -> bool:
    return hit.rule.read in (calendar_day, month)


def _names_year(hit: Hit, words: Words) -> bool:
    """Whether it needs no other: "June 2018", "June of last year", "last June"."""
    groups = hit.match.groupdict()
    pointing = ((groups.get(key) or "").lower() in words.which for key in ("which", "post"))
    return any(groups.get(key) for key in ("year", "of", "of_post")) or any(pointing)


def _joined(between: str, words: Words, *, goes_on: bool) -> bool:
    """Whether two dates are of one range or list, which a comma only goes on with."""
    if len(between) > _LONGEST:
        return False
    pieces = _PIECE.findall(between.lower())
    kinds = {**words.joints, **dict.fromkeys("-–—&", 0), **dict.fromkeys((",", *words.weekdays), 1)}
    found = [kinds.get(piece) for piece in pieces]
    joining = 0 in found or (goes_on and "," in pieces)
    return joining and None not in found and "".join(pieces) == "".join(between.lower().split())
