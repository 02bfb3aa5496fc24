"""Datelines: where, when and by which agency a text was filed ("SEOUL, June 30 (Agency) -").

They open a paragraph and are no part of its first sentence: a reader of a summary needs the
sentence, and its words count.
"""

import re

__all__ = ["dateline_length"]

#: a dateline is no longer
_LONGEST = 90
_DASH = r"\.?[ \u00a0]?(?:[—–-]{1,2}|--)[ \u00a0]+(?=[A-ZÀ-ÞА-ЯЁ\d\"“„«‘'(])"
_NAME = r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]*"
_PLACE = (
    rf"(?!(?:The|An?|In|On|At|But|And)\b){_NAME}(?:[ /-]{_NAME}){{0,4}}"
    rf"(?:,? {_NAME}(?: {_NAME}){{0,2}})?"
)
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = (
    rf"(?:,? (?:{_NAME},? )?(?:{_MONTH} \d{{1,2}}|(?:le )?\d{{1,2}}\.?(?: de)? {_MONTH})"
    r"(?:,? \d{4})?)?"
)
_AGENCY = r"[ \u00a0]?\([^()\d]{2,40}\)"
_PATTERNS = (
    # SEOUL, South Korea, June 30 (Agency) - / Berlin (dpa) – / (Reuters) - / Madrid, 3 may (EFE).-
    re.compile(rf"(?:{_PLACE}{_DAY})?{_AGENCY}{_DAY}{_DASH}"),
    # WASHINGTON — / NEW YORK, June 30 - / GRAND ISLE, La. --
    re.compile(
        rf"(?=\W*[A-ZÀ-ÞА-ЯЁ]{{3}})[A-ZÀ-ÞА-ЯЁ.'’ /-]{{4,30}}"
        rf"(?:, {_NAME}(?: {_NAME})?)?{_DAY}{_DASH}"
    ),
)


def dateline_length(sentence: str) -> int:
    """How many characters the dateline has that the sentence begins with; 0 for none."""
    head = sentence[:_LONGEST]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match is not None and match.end() < len(sentence):
            return match.end()
    return 0
