"""English: the fullest grammar. Dates with slashes are read only where one number is no month."""

from collections.abc import Iterator
from re import Match

from summarizer.text.date_mentions import readers
from summarizer.text.date_mentions.numeric import DOTTED, ISO, YEAR
from summarizer.text.date_mentions.reckoning import day_of, nearest_year
from summarizer.text.date_mentions.rules import (
    Found,
    Grammar,
    Rule,
    Setting,
    Words,
    either,
    spelled,
)
from summarizer.text.date_mentions.tense import looks_ahead_in_english

__all__ = ["ENGLISH"]

_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_COUNTS = "one|a|an two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "first second third fourth"
_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
#: as these are spelled, with either apostrophe
_HOLIDAY = "|".join(_HOLIDAYS).replace("'", "['’]").replace(".", r"\.")
_HOLIDAY = f"(?i:{_HOLIDAY})"
_WORDS = Words(
    months={
        short: number
        for number, name in enumerate(_MONTHS.lower().split(), start=1)
        for short in (name, name[:3], name[:4] if number == 9 else name)
    },
    weekdays=spelled(_WEEKDAYS.lower()),
    which={
        **dict.fromkeys(("last", "past", "this past", "the past"), "last"),
        "this": "this",
        **dict.fromkeys(("next", "this coming", "the coming"), "next"),
    },
    units={unit + s: unit for unit in ("day", "week", "month", "year") for s in ("", "s")},
    numbers={word: n + 1 for word, n in (spelled(_COUNTS) | spelled(_ORDINALS)).items()},
    days={
        **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), 0),
        **dict.fromkeys(("yesterday", "last night"), -1),
        "the day before yesterday": -2,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    joints=spelled("and|to|or|until|till|through on|in|of|the|from|early|late"),
    looks_ahead=looks_ahead_in_english,
)

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?P<month>{_MONTHS.replace(' ', '|')}|(?:{_SHORT})\b\.?)"
_ORDINAL = "(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>[0-3]?\d){_ORDINAL}"
#: what makes a number no day: "May 5,000", "to 5:30", "5.5", "5%"
_NO_DAY = r"(?!,\d{3}\b|[.:]\d| ?%| percent)"
_MORE = (
    rf"(?:(?:, (?P<third>[0-3]?\d){_ORDINAL}\b)?(?:, (?P<fourth>[0-3]?\d){_ORDINAL}\b)?"
    r"(?:,? (?:&|and|to|or|through|until) | ?(?:-|–|—|&) ?)"
    rf"(?P<second>[0-3]?\d){_ORDINAL}\b{_NO_DAY})?"
)
#: what is counted behind "in 2000" or "of 2000" makes it no year
_NO_YEAR = (
    r"(?! ?%|\.\d| (?:people|men|women|children|troops|soldiers|workers|jobs|others|miles|euros"
    r"|dollars|pounds|points|votes|seats|protesters|deaths|cases|homes)\b)"
)
_OF_YEAR = (
    rf"(?:,? (?:of )?['’]?(?P<year>(?:1\d|20)\d\d|(?<=['’])\d\d)\b{_NO_YEAR}"
    r"|,? (?:of )?(?P<of>last|this|next) year\b)"
)
#: a year that we do not read: the day is of that year, and of none that we could name
_OTHER_YEAR = rf"(?!,? (?:of )?\d{{4}}\b{_NO_YEAR})"
_COUNT = rf"(?P<count>\d{{1,3}}|{either(*spelled(_COUNTS))})"
_UNIT = r"(?P<unit>(?:day|week|month|year)s?)"
_WHICH = either("last", "this", "next")
_DAYTIME = r"(?: (?:morning|afternoon|evening|night)\b)?"
_WEEKDAY = (
    rf"(?P<weekday>{_WEEKDAYS.replace(' ', '|')})\b"
    r"(?! (?:Night|Times|Mail|Telegraph|Mirror|Express)\b)"
)
_NO_WEEKDAY = "".join(
    f"(?<!{word} )" for word in "Black Bloody Cyber Easter Good Holy Palm Sheffield Super".split()
)
_IN = either(
    *"in of since early late mid by until before after during from through between".split()
)
#: "of May" and "by May" are as often the prime minister
_IN_MAY = either(*"last this next in since early late mid until".split())


def _holiday(match: Match[str], setting: Setting) -> Iterator[Found]:
    number, day = _HOLIDAYS[match["name"].lower().replace("’", "'")]
    year = int(match["year"]) if match["year"] else None
    if year is None and setting.published is not None:
        ahead = setting.words.looks_ahead(match.string, match.start(), match.end())
        year = nearest_year(number, setting.published, looks_ahead=ahead)
    value = day_of(year, number, day) if year else None
    if value is not None:
        yield Found(value, "day", stated=bool(match["year"]))


def _season(match: Match[str], setting: Setting) -> Iterator[Found]:
    """A season is no month: what is sure is the year."""
    return readers.year(match, setting)


_CALENDAR = (
    ISO,
    DOTTED,
    Rule(
        "slashed_us", rf"(?P<month>[01]?\d)/(?P<day>1[3-9]|2\d|3[01])/{YEAR}\b", readers.slashed_day
    ),
    Rule("slashed", rf"(?P<day>1[3-9]|2\d|3[01])/(?P<month>[01]?\d)/{YEAR}\b", readers.slashed_day),
    Rule(
        "holiday",
        rf"(?P<name>{_HOLIDAY})\b(?:,? {YEAR}\b)?",
        _holiday,
    ),
    Rule(
        "month_day",
        rf"{_MONTH} {_DAY}\b{_NO_DAY}{_MORE}{_OF_YEAR}?{_OTHER_YEAR}"
        r"(?! (?:terror|attack|hijack)\w*)",
        readers.calendar_day,
    ),
    Rule(
        "day_month",
        rf"{_DAY}{_MORE} (?:of )?{_MONTH}\b{_OF_YEAR}?{_OTHER_YEAR}",
        readers.calendar_day,
    ),
    Rule(
        "which_month",
        rf"(?!(?:{_IN}) May\b(?! ['’\d]))(?P<which>{_IN}|{_WHICH})(?: |-){_MONTH}(?!\w)"
        rf"(?!\.? \d{{1,2}}\b){_OF_YEAR}?{_OTHER_YEAR}",
        readers.month,
    ),
    Rule(
        "in_may", rf"(?P<which>{_IN_MAY})(?: |-)(?P<month>May)(?!\w)(?! \d{{1,2}}\b)", readers.month
    ),
    Rule("month_year", rf"{_MONTH}{_OF_YEAR}", readers.month),
)
_RELATIVE = (
    Rule(
        "weekday",
        rf"{_NO_WEEKDAY}(?<!Mail on )(?:(?P<which>{_WHICH}|[Tt]his past|[Tt]his coming) )?"
        rf"{_WEEKDAY}{_DAYTIME}(?: (?:of )?(?P<week>last|this|next) week\b)?",
        readers.weekday,
    ),
    Rule(
        "week_weekday",
        rf"(?<!the )(?:(?:[Ee]arlier|[Ll]ater) )?(?P<week>{_WHICH}) week,? (?:on )?{_WEEKDAY}"
        rf"{_DAYTIME}",
        readers.weekday,
    ),
    Rule("day_word", rf"(?<!USA )(?P<word>{either(*_WORDS.days)})\b", readers.day_word),
    Rule(
        "weekend",
        rf"(?P<which>{_WHICH}|[Tt]he past|[Tt]he coming|[Tt]he) weekend\b",
        readers.weekend,
    ),
    Rule(
        "period",
        rf"(?<!the )(?:(?:[Ee]arlier|[Ll]ater) )?(?P<which>{_WHICH}) "
        r"(?P<unit>week|month|year)\b(?! of\b)",
        readers.period,
    ),
    Rule("ago", rf"{_COUNT} {_UNIT} ago\b", readers.ago),
    Rule(
        "later",
        rf"{_COUNT} {_UNIT} (?:(?P<later>later|afterwards?|after that)|earlier|previously"
        r"|before(?=[.,;!?]|$))\b(?! than\b)",
        readers.later,
    ),
    Rule(
        "neighbour",
        r"(?<!over )(?<!for )[Tt]he (?:(?P<after>following|next(?= day))"
        r"|(?P<before>previous|preceding)|same(?= day)) (?P<unit>day|week|month|year)\b",
        readers.neighbour_day,
    ),
    Rule(
        "day_after",
        r"[Tt]he (?P<unit>day) (?:(?P<after>after)|(?P<before>before))(?=[.,;!?]|$)",
        readers.neighbour_day,
    ),
    Rule("that_day", r"[Tt]hat (?:same )?(?P<unit>day)\b", readers.neighbour_day),
    Rule(
        "ordinal_day",
        r"[Oo]n the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=[.,;:!?)]|$| (?:at|when|but)\b)",
        readers.ordinal_day,
    ),
)
_COARSE = (
    Rule("quarter", rf"Q(?P<quarter>[1-4])(?: of)? {YEAR}\b", readers.quarter),
    Rule(
        "quarter_word",
        rf"(?P<quarter>{either(*_ORDINALS.split())}) quarter(?: of)? {YEAR}\b",
        readers.quarter,
    ),
    Rule(
        "season",
        rf"(?:{either('spring', 'summer', 'autumn', 'fall', 'winter')})(?: of)? {YEAR}\b",
        _season,
    ),
    Rule(
        "year",
        rf"(?:{_IN})(?: |-)(?:early |late |mid-|about |around )?{YEAR}\b"
        rf"(?: ?(?:-|–|—|to|and|until|through) ?(?P<last_year>(?:19|20)\d\d)\b|(?:-|–|/)\d\d\b)?"
        rf"{_NO_YEAR}(?!(?:-|/)\d)",
        readers.year,
    ),
)
_STARTS = "|".join(
    (
        r"\d",
        "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* [\\d'’,oltn]",
        f"(?:{_WEEKDAYS.replace(' ', '|')})",
        f"(?:{_IN})(?: |-)(?:[1-2]|early |late |mid-|about |around |[JFMASOND])",
        either("last", "this", "next", "that", "Q1", "Q2", "Q3", "Q4"),
        either("today", "tonight", "yesterday", "tomorrow", "earlier", "later"),
        _HOLIDAY,
        "[Tt]he (?:day|week|past|coming|following|next|previous|preceding|same)",
        "[Oo]n the [0-3]",
        f"(?:{either(*spelled(_COUNTS))}) (?:day|week|month|year)",
        f"(?:{either(*_ORDINALS.split())}) quarter",
        "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of )?[12]",
    )
)
ENGLISH = Grammar((*_CALENDAR, *_RELATIVE, *_COARSE), _WORDS, _STARTS)
