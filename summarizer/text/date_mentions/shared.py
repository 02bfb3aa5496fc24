"""One grammar for languages that put the day before the month, over a table of their words."""

from summarizer.text.date_mentions import readers
from summarizer.text.date_mentions.numeric import DOTTED, ISO, SLASHED, YEAR
from summarizer.text.date_mentions.rules import Grammar, Rule, Words, either, spelled
from summarizer.text.date_mentions.tense import looks_ahead_after
from summarizer.text.date_mentions.vocabularies import Vocabulary

__all__ = ["NUMBERS_ONLY", "shared_grammar"]

_DAY = r"(?P<day>[0-3]?\d)(?:\.|er\b|º|°|ª)?"
_NUMERIC = (ISO, DOTTED, SLASHED)


def shared_grammar(vocabulary: Vocabulary) -> Grammar:
    """The grammar of a language."""
    words = _words(vocabulary)
    rules = (*_NUMERIC, *_calendar(vocabulary, words), *_relative(vocabulary, words))
    return Grammar(rules, words, rf"\d|{_starts(vocabulary, words)}")


def _starts(vocabulary: Vocabulary, words: Words) -> str:
    ins = either(*spelled(vocabulary.in_month), *spelled(vocabulary.in_year))
    spans = either(*(word for word, unit in words.units.items() if unit != "day"))
    names = either(*words.months, *words.weekdays, *words.days, *spelled(vocabulary.which))
    behind = _which(vocabulary)[1]
    counts = rf"(?:{either(*words.numbers)}) (?:{either(*words.units)})"
    ago = _capital(vocabulary.ago_before) or "(?!)"
    in_date = rf"(?:{ins})(?: |-)(?:\d|{either(*words.months)})"
    return rf"{names}|{in_date}|{counts}|{ago}|(?:{spans}) (?:{behind})"


def _words(vocabulary: Vocabulary) -> Words:
    places = ("last", "this", "next")
    which = spelled(vocabulary.which) | spelled(vocabulary.after)
    units = ("day", "week", "month", "year")
    return Words(
        months={word: number + 1 for word, number in spelled(vocabulary.months).items()},
        weekdays=spelled(vocabulary.weekdays),
        which={word: places[number] for word, number in which.items()},
        units={word: units[number] for word, number in spelled(vocabulary.units).items()},
        numbers={word: number + 1 for word, number in spelled(vocabulary.numbers).items()},
        days={word: number - 2 for word, number in spelled(vocabulary.days).items()},
        joints=spelled(vocabulary.joints),
        looks_ahead=looks_ahead_after(vocabulary.ahead),
    )


def _calendar(vocabulary: Vocabulary, words: Words) -> tuple[Rule, ...]:
    # The dot of "févr. 2018", not that of a sentence.
    month = rf"(?P<month>{either(*words.months)})\b(?:\.(?= \d))?"
    years = either(*(word for word, unit in words.units.items() if unit == "year"))
    before, behind = _which(vocabulary)
    year, no_other = _years(vocabulary)
    of_year = (
        rf"(?:,? (?:de |del |do )?{year}|,? (?:de l['’]|del |dell['’]|do |de )?"
        rf"(?:(?P<of>{before}) (?:{years})|(?:{years}) (?P<of_post>{behind}))\b)"
    )
    of = r"(?: de | del | )"
    second = r"(?:\.? ?(?:-|–|und|bis|et|au|y|al|e|a|en|tot|и|по) ?(?P<second>[0-3]?\d)(?:\.|º)?)?"
    in_month = either(*spelled(vocabulary.in_month))
    return (
        Rule(
            "day_month",
            rf"{_DAY}{second}{of}{month}(?!\w){of_year}?{no_other}",
            readers.calendar_day,
        ),
        Rule(
            "which_month",
            rf"(?P<which>{before}|{in_month})(?: |-){month}(?!\w)"
            rf"(?: (?P<post>{behind})\b)?{of_year}?{no_other}",
            readers.month,
        ),
        Rule("month_post", rf"{month} (?P<post>{behind})\b", readers.month),
        Rule("month_year", rf"{month}{of_year}", readers.month),
    )


def _years(vocabulary: Vocabulary) -> tuple[str, str]:
    """A pattern for the year of a month, and one that matches where no other year stands: with one
    that we do not read, the day is of that year, and of none that we could name.

    Years before 1900 look like counts ("le 3 mai 1500 personnes"). Where a language has a word for
    the year of a month, only that makes them years; in no other does a comma stand before them.
    """
    no_count = rf"(?! ?%|[.,]\d| (?:{either(*spelled(vocabulary.counted))})\b)"
    of, before, after = "", "(?<!, )", ""
    if vocabulary.year_after:
        after = rf"(?={vocabulary.year_after})"
    elif vocabulary.year_of:
        of = rf"(?:{'|'.join(vocabulary.year_of)}) "
        before = rf"(?:{'|'.join(f'(?<= {word} )' for word in vocabulary.year_of)})"
    old = rf"{before}1[0-8]\d\d{after}"
    return rf"(?P<year>(?:19|20)\d\d|{old})\b{no_count}", rf"(?! {of}\d{{4}}\b{after}{no_count})"


def _relative(vocabulary: Vocabulary, words: Words) -> tuple[Rule, ...]:
    before, behind = _which(vocabulary)
    weekday = rf"(?P<weekday>{either(*words.weekdays)})\b"
    count = rf"(?P<count>\d{{1,3}}|{either(*words.numbers)})"
    unit = rf"(?P<unit>{either(*words.units)})"
    spans = either(*(word for word, unit in words.units.items() if unit != "day"))
    no_day = "".join(f"(?<!{word} )" for word in vocabulary.not_after)
    # The small letter alone: "Morgen" is a morning in German, "Mañana" rarely begins a sentence.
    days = either(*words.days).replace("[Mm]", "m")
    later = "|".join(spelled(vocabulary.later))
    in_year = either(*spelled(vocabulary.in_year))
    ago = [
        Rule(f"ago_{place}", rf"{pattern}\b", readers.ago)
        for place, pattern in (
            ("before", rf"{_capital(vocabulary.ago_before)}{count} {unit}"),
            ("after", rf"{count} {unit}{vocabulary.ago_after}"),
        )
        if getattr(vocabulary, f"ago_{place}")
    ]
    return (
        *_weekdays_of_weeks(vocabulary, words),
        Rule(
            "weekday",
            rf"(?:(?P<which>{before}) )?{weekday}(?:,? (?P<post>{behind})\b)?",
            readers.weekday,
        ),
        *ago,
        Rule("later", rf"{count} {unit} (?P<later>{later})\b", readers.later),
        Rule("day_word", rf"{no_day}(?P<word>{days})(?!\w)", readers.day_word),
        Rule("period", rf"(?P<which>{before}) (?P<unit>{spans})\b", readers.period),
        Rule("period_post", rf"(?P<unit>{spans}) (?P<post>{behind})\b", readers.period),
        Rule(
            "year",
            rf"(?:{in_year}) {YEAR}\b(?! ?%|\.\d|(?:-|/)\d)(?:{vocabulary.year_after or '(?!)'})?",
            readers.year,
        ),
        Rule("year_after", rf"{YEAR}{vocabulary.year_after or '(?!)'}(?!\w)", readers.year),
    )


def _weekdays_of_weeks(vocabulary: Vocabulary, words: Words) -> tuple[Rule, ...]:
    """Rules for the weekday of a week that is told: "Montag kommender Woche", and turned round."""
    before, behind = _which(vocabulary)
    weekday = rf"(?P<weekday>{either(*words.weekdays)})\b"
    weeks = either(*(word for word, unit in words.units.items() if unit == "week"))
    week = rf"(?:(?P<week>{before}) (?:{weeks})|(?:{weeks}) (?P<week_post>{behind}))\b"
    of = rf"(?:(?:{'|'.join(spelled(vocabulary.of_week))}) )?"
    return (
        Rule("weekday_of_week", rf"{weekday},? {of}{week}", readers.weekday),
        Rule("week_weekday", rf"{week},? {of}{weekday}", readers.weekday),
    )


def _which(vocabulary: Vocabulary) -> tuple[str, str]:
    """Patterns for adjectives before a noun, and for those behind it (which may match nothing)."""
    behind = [word for word in spelled(vocabulary.after) if word != "-"]
    return either(*spelled(vocabulary.which)), either(*behind) or "(?!)"


def _capital(pattern: str) -> str:
    return f"(?:{pattern[0].upper()}|{pattern[0]}){pattern[1:]}" if pattern else ""


NUMBERS_ONLY = Grammar(
    _NUMERIC,
    Words(
        months={},
        weekdays={},
        which={},
        units={},
        numbers={},
        days={},
        joints={},
        looks_ahead=looks_ahead_after("(?!)"),
    ),
    r"\d",
)
