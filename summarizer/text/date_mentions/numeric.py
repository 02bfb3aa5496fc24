"""Dates in numbers, which read alike in every language; the day comes first, but in ISO dates."""

from summarizer.text.date_mentions.readers import calendar_day
from summarizer.text.date_mentions.rules import Rule

__all__ = ["DOTTED", "ISO", "SLASHED", "YEAR"]

YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?".replace(
    "[T ]", "(?:T| )"
)
ISO = Rule(
    "iso",
    rf"{YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d|-\d|[^\W\d_]{{2}}){_CLOCK}",
    calendar_day,
)
#: no part of a version number
DOTTED = Rule(
    "dotted", rf"(?<![\w.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{YEAR}(?!\w|\.\d)", calendar_day
)
SLASHED = Rule(
    "slashed",
    rf"(?<![\w/-])(?P<day>[0-3]?\d)(?P<mark>/|-)(?P<month>[01]?\d)(?:/|-){YEAR}(?![\w/-])",
    calendar_day,
)
