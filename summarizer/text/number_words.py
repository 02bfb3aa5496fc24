"""Numbers in English words: cardinals, ordinals, fractions, and scales that name no number."""

import re
from collections.abc import Iterator

__all__ = ["NUMBER_WORDS", "SCALES", "VAGUE", "number_in_words"]

VAGUE = "vague"
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_ONES = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_ORDINALS = {
    word: float(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
_FRACTIONS = {"half": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "tenth": 10.0}
_PARTS = {**_ONES, **_TENS, **_ORDINALS, **SCALES, **{f"{word}s": v for word, v in SCALES.items()}}
#: words that numbers are made of
NUMBER_WORDS = frozenset(_PARTS) | frozenset(_FRACTIONS)
_WORD = r"(?:" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")\b"
_FRACTION = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|nine)[ -]"
    r"(?P<part>half|third|quarter|fifth|tenth)s?\b(?! of all time)(?=[ -]+of\b|s?[ ,.]|$)",
    re.IGNORECASE,
)
_HALF_SCALE = re.compile(rf"\bhalf an? (?P<scale>{'|'.join(SCALES)})\b", re.IGNORECASE)
_RUN = re.compile(
    rf"\b(?:(?:an? )(?={'|'.join(SCALES)}))?{_WORD}(?:(?:[ -]| and (?=\w)){_WORD})*", re.IGNORECASE
)

Found = tuple[int, int, float, float, str]


def number_in_words(text: str) -> Iterator[Found]:
    """(start, end, value, least step, kind) of each; kind is "", "ordinal" or `VAGUE`."""
    taken: list[tuple[int, int]] = []
    for match in _HALF_SCALE.finditer(text):
        scale = SCALES[match["scale"].lower()]
        taken.append(match.span())
        yield (*match.span(), scale / 2, scale / 10, "")
    for match in _FRACTION.finditer(text):
        count, part = match["count"].lower(), match["part"].lower()
        if (
            part != "half"
            and count in ("a", "an", "one")
            and not text[match.end() :].startswith(" of")
        ):
            continue
        if any(start <= match.start() < end for start, end in taken):
            continue
        taken.append(match.span())
        value = _ONES.get(count, 1.0) / _FRACTIONS[part]
        yield (*match.span(), value, 0.01, "")
    for match in _RUN.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield from _run(match)


def _run(match: re.Match[str]) -> Iterator[Found]:
    """The numbers of words in a row: most are one ("two hundred and five"), lists are more."""
    start, words = match.start(), list(re.finditer(r"[a-z]+", match.group(), re.IGNORECASE))
    group: list[re.Match[str]] = []
    for word in words:
        name = word.group().lower()
        if name not in _PARTS:
            continue  # "a" before a scale, "and"
        if group and not _goes_on([each.group().lower() for each in group], name):
            yield _number(start, match.group(), group)
            group = []
        group.append(word)
    if group:
        yield _number(start, match.group(), group)


def _goes_on(before: list[str], name: str) -> bool:
    last = before[-1]
    if last in _ORDINALS or (last.endswith("s") and last[:-1] in SCALES):
        return False
    if name.removesuffix("s") in SCALES:
        return last in SCALES or last in _ONES or last in _TENS
    if last in _TENS:
        return 0 < {**_ONES, **_ORDINALS}.get(name, 0.0) < 10
    return last in SCALES and last != "dozen"


def _number(offset: int, run: str, group: list[re.Match[str]]) -> Found:
    names = [word.group().lower() for word in group]
    total, part, largest = 0.0, 0.0, 1.0
    for name in names:
        scale = SCALES.get(name.removesuffix("s"))
        if scale is None:
            part += _PARTS[name]
        elif scale >= 1e3:
            total, part, largest = total + (part or 1.0) * scale, 0.0, scale
        else:
            part, largest = (part or 1.0) * scale, scale
    kind = "ordinal" if names[-1] in _ORDINALS else ""
    if names[-1].endswith("s") and names[-1][:-1] in SCALES and len(names) == 1:
        kind = VAGUE
    first, last = group[0].start(), group[-1].end()
    if first >= 2 and names[0] in SCALES and run[:first].lower() in ("a ", "an "):
        first = 0
    return (
        offset + first,
        offset + last,
        total + part,
        largest if names[-1] in SCALES else 1.0,
        kind,
    )
