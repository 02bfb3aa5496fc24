"""Sentences said otherwise by stated rules that leave them true: honest paraphrases."""

import random
import re
from collections.abc import Callable

__all__ = ["RULES", "reworded"]

#: a clause that goes with the one before it
_DEPENDENT = re.compile(r"(?:and|but|or|when|while|as|who|which|where|with|including|\w+ing)\b|\d")

Rule = Callable[[str], str | None]

_SMALL = "two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_LEADING = re.compile(
    r"^(?P<clause>(?:In|On|At|After|Before|During|Since|By|For|With|Despite|Earlier|Later) "
    r"[^,;:“”\"()—]{3,60}), (?P<rest>[^“”\"]{15,})(?P<stop>\.)$"
)
_TRAILING = re.compile(
    r"^(?P<rest>[^“”\",;:()—]{15,}?) (?P<clause>(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|in (?:the )?(?:19|20)\d\d|last (?:week|month|year)))(?P<stop>\.)$"
)
_SAID = re.compile(
    r"^(?P<who>(?:[A-Z][\w.’'-]+ ){1,4}|The [a-z ]{3,25})said (?:that )?"
    r"(?P<what>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^“”\"]{15,})\.$"
)
_SAID_LAST = re.compile(r"^(?P<what>[^“”\"]{15,}), (?P<who>[^,“”\"]{3,40}) said\.$")
_PARENTHESIS = re.compile(r" \([^()]{2,60}\)")
_APPOSITION = re.compile(
    r"(?P<name>\b[A-Z][\w’'-]+), (?:a|an|the|who|which) [^,;:“”\"()]{4,60},"
    r" (?=(?:said|says|told|was|is|were|are|has|have|had|will|would|wrote|added|called)\b)"
)
#: from the first to the last mark: nothing is changed there
_QUOTED = re.compile(r"[“\"].*[”\"]|[“\"].*", re.DOTALL)
_AGE = re.compile(r", \d{1,2}, ")
_CONTRACTED = (
    (
        re.compile(r"\b(did|do|does|is|was|are|were|has|have|had|would|could|should) not\b"),
        r"\1n't",
    ),
    (
        re.compile(r"\b(did|do|does|is|was|are|were|has|have|had|would|could|should)n['’]t\b"),
        r"\1 not",
    ),
    (re.compile(r"\bwill not\b"), "won't"),
    (re.compile(r"\bcannot\b"), "can't"),
    (re.compile(r"\b([Tt]hey|[Ww]e|[Yy]ou|I) will\b"), r"\1'll"),
)


def _without(pattern: re.Pattern[str], between: str) -> Rule:
    def rule(sentence: str) -> str | None:
        return pattern.sub(between, sentence, count=1) if pattern.search(sentence) else None

    return rule


def _leading_to_end(sentence: str) -> str | None:
    match = _LEADING.match(sentence)
    if not match or _DEPENDENT.match(match["rest"]) or not _may_start(match["clause"]):
        return None
    return f"{_upper(match['rest'])}, {_lower(match['clause'])}{match['stop']}"


def _trailing_to_front(sentence: str) -> str | None:
    match = _TRAILING.match(sentence)
    if match is None or not _may_start(match["rest"]):
        return None
    return f"{_upper(match['clause'])}, {_lower(match['rest'])}."


def _said_last(sentence: str) -> str | None:
    match = _SAID.match(sentence)
    if match is None or re.fullmatch(r"[A-Z][a-z]+s ", match["who"]):
        return None  # "Activists" may be a name
    return f"{_upper(match['what'])}, {_lower(match['who']).strip()} said."


def _said_first(sentence: str) -> str | None:
    match = _SAID_LAST.match(sentence)
    if match is None or not _may_start(match["what"]):
        return None
    return f"{_upper(match['who'])} said that {_lower(match['what'])}."


def _digits(sentence: str) -> str | None:
    pattern = re.compile(rf"(?<![\w-])({'|'.join(_SMALL)})(?= [a-z]{{3,}}s\b)")
    if not pattern.search(sentence):
        return None
    return pattern.sub(lambda match: str(_SMALL.index(match[1]) + 2), sentence, count=1)


def _words(sentence: str) -> str | None:
    pattern = re.compile(r"(?<![\w$€£.,:/-])(?<! [A-Z]\w )([2-9]|1[0-2])(?= [a-z]{3,}s\b)")
    if not pattern.search(sentence):
        return None
    return pattern.sub(lambda match: _SMALL[int(match[1]) - 2], sentence, count=1)


def _percent(sentence: str) -> str | None:
    changed = re.sub(r"(?<=\d) ?(?:percent|per cent)\b", "%", sentence)
    if changed == sentence:
        changed = re.sub(r"(?<=\d)%", " per cent", sentence)
    return changed if changed != sentence else None


def _money(sentence: str) -> str | None:
    pattern = re.compile(
        r"(?<!US)\$(\d[\d,.]*\d|\d)( (?:million|billion|trillion))?(?![\w-]| ?[bm]n\b)"
    )
    if not pattern.search(sentence):
        return None
    return pattern.sub(lambda match: f"{match[1]}{match[2] or ''} dollars", sentence, count=1)


def _day_first(sentence: str) -> str | None:
    months = "|".join(_MONTHS)
    changed = re.sub(
        rf"\b({months}) (\d{{1,2}})(?!\w|,| ?%| (?:to|and|or|through)\b|[-–])",
        r"\2 \1",
        sentence,
        count=1,
    )
    return changed if changed != sentence else None


def _contraction(sentence: str) -> str | None:
    for pattern, told in _CONTRACTED:
        if pattern.search(sentence):
            return pattern.sub(told, sentence, count=1)
    return None


RULES: dict[str, Rule] = {
    "parenthesis dropped": _without(_PARENTHESIS, ""),
    "apposition dropped": _without(_APPOSITION, r"\g<name> "),
    "age dropped": _without(_AGE, " "),
    "leading clause to the end": _leading_to_end,
    "trailing clause to the front": _trailing_to_front,
    "said to the end": _said_last,
    "said to the front": _said_first,
    "number in digits": _digits,
    "number in words": _words,
    "per cent": _percent,
    "money in words": _money,
    "day before month": _day_first,
    "contraction": _contraction,
}


def reworded(sentence: str, chance: random.Random) -> str | None:
    """The sentence after one to three rules that apply, drawn at random; None when none does."""
    names = list(RULES)
    chance.shuffle(names)
    changed, applied = sentence, 0
    for name in names:
        told = RULES[name](changed)
        if told is not None and applied < 3 and _QUOTED.findall(told) == _QUOTED.findall(changed):
            changed, applied = told, applied + 1
    return changed if applied else None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _may_start(text: str) -> bool:
    """Whether it is plain if the first word is a name, and so keeps its capital."""
    words = text.split(" ", 2)
    return words[0].lower() in _SMALL_FIRST or (len(words) > 1 and words[1][:1].isupper())


def _lower(text: str) -> str:
    """With a small first letter where the first word is no name."""
    first = text.split(" ", 1)[0]
    plain = first in _SMALL_FIRST or first.lower() in _SMALL_FIRST
    return text[:1].lower() + text[1:] if plain else text


_SMALL_FIRST = frozenset(
    """in on at after before during since by for with despite earlier later the a an it he she they
    there this that these those his her their its some many most more about nearly two three four
    five six seven eight nine ten last officials police we our""".split()
)
