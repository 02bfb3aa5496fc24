"""Sentences as spans of a text: Punkt (Kiss & Strunk 2006) with our parameters, then a repair pass.

NLTK's trained Punkt model is a download; the algorithm is not. With abbreviations given instead of
learned, Punkt joins "…in Washington, D.C. He said" and splits `"Never!" and left.`; the repair
pass mends both. A sentence is always `text[start:end]`, never a rewritten copy.
"""

import re
from functools import cache

from summarizer.text.abbreviations import endings, known, numbered, proper, starters, titles
from summarizer.text.function_words import function_words
from summarizer.text.nltk_parts import (
    PunktLanguageVars,
    PunktParameters,
    PunktSentenceTokenizer,
)
from summarizer.text.stops import OWN_STOPS, STOPS

__all__ = ["split"]

Spans = list[tuple[int, int]]

_LOWER = "a-zß-öø-ÿа-яё"
_STOP = f"[{STOPS}]"
_CLOSING = r"[\"'”’»›)\]}」』）》]"
#: right behind a stop every quotation mark closes: „So ist es.“
_BEHIND = r"[\"'”’»›“‘«‹)\]}」』）》]"
_OPENING = r"[\"'“‘„«‹(\[{¿¡—–-]"
#: a stop with its closing marks, white space, and something that may begin a sentence
_CANDIDATE = re.compile(
    rf"(?<!{_STOP})(?P<stop>{_STOP}++)(?P<close>{_BEHIND}*)(?P<notes>(?:\s?\[\d{{1,3}}\])*)"
    rf"(?P<gap>\s+)(?!\[\d)(?={_OPENING}*\s?[^\W_{_LOWER}])"
)
#: a script's own full stop ends a sentence, white space or not
_OWN_STOP = re.compile(
    rf"(?<![{OWN_STOPS}])[{OWN_STOPS}]++{_CLOSING}*+(?!\s|$|[.!?…、，；،؛と]|(?<=．)\d)"
)
#: what cannot begin a sentence: lower case, more stops, a closing mark, a footnote number
_GOES_ON = re.compile(
    rf"{_OPENING}*\s?[{_LOWER}]|[.,;:!?…،؛、，；と]|{_CLOSING}+(?:[\s,;:]|$)|\[\d{{1,3}}\]|\[\.\.\.\]"
)
#: closing marks that Punkt leaves to the next sentence, and opening ones that it takes from it
_CLOSES = re.compile(r"[”’»›“‘«‹」』）》]+")
_OPENS = re.compile(r"\s+[«‹“‘„]$")
_SPACED_ELLIPSIS = re.compile(r"(?:^|[^.\s])\s(?:\.\s){2}\.$")
_ITEM = re.compile(
    r"(?:^|\s)(?P<mark>[•⁃▪*]\s?(?:\d{1,2}\.?)?|\d{1,2}(?:\.\)|\.|\))|[a-z]\.)\s?(?=[A-Z])"
)
_COUNT = re.compile(r"[a-z]|\d+")
_LAST_WORD = re.compile(r"[\w.°&-]+$")
#: not behind a dash, which goes on: "PANAMA CITY, Fla. — The storm"
_FIRST_WORD = re.compile(r"[^\w–—-]*(\w+(?:['’]\w+)?)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
#: "J.K. Rowling", "J.-C. Juncker"
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_]){1,2}")
#: "Hauptstr. 5", "Kerkstr. 5"
_STREET = re.compile(r"[\w.-]+str")
#: "am 3. Oktober", "der 14. Bezirk"
_ORDINAL = re.compile(r"\d{1,2}")
#: an abbreviation before a number ("c. 1818", "S. 12", "n° 5")
_BEFORE_NUMBER = re.compile(r"[^\W\d_]°?")
#: times of day: a sentence ends after one only where a new one clearly begins
_TIMES = frozenset({"a.m", "p.m"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr"})
_PARAGRAPH = re.compile(
    rf"^[^\n]*\S[^\n]*(?:(?<![.!?…:;\"”’»)])\n(?=[{_LOWER}])[^\n]*)*", re.MULTILINE
)
#: says who said what stands before it: `"Hello!" Trump tweeted.` is one sentence
_ATTRIBUTION = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:said|says|tweeted|asked|asks|added|wrote|replied|shouted|cried|told)"
    r"(?:[.,]|\s(?:on|in|at|to|after|during|as)\b|$)"
)


class _LanguageVars(PunktLanguageVars):  # type: ignore[misc]  # NLTK has no types
    """Punkt's sentence ends, with the ellipsis character and the stops of other scripts."""

    sent_end_chars = tuple(STOPS)


@cache
def _punkt(language: str | None) -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(known(language))
    return PunktSentenceTokenizer(parameters, lang_vars=_LanguageVars())


def split(text: str, language: str | None = None) -> Spans:
    """The spans of the sentences in reading order: no overlap, no surrounding white space.

    A line break ends a sentence unless the line stops in mid-sentence and the next one goes on in
    lower case.
    """
    spans: Spans = []
    for paragraph in _PARAGRAPH.finditer(text):
        body = paragraph.group()
        lead = len(body) - len(body.lstrip())
        body = body.strip()
        start = paragraph.start() + lead
        spans.extend((start + a, start + b) for a, b in _split_paragraph(body, language))
    return spans


def _split_paragraph(text: str, language: str | None) -> Spans:
    ends = {_behind_marks(text, end) for _, end in _punkt(language).span_tokenize(text)}
    ends = {end for end in ends if not _joins(text, end, language)}
    ends |= {
        match.start("gap")
        for match in _CANDIDATE.finditer(text)
        if match.start("gap") not in ends and _parts(text, match, language)
    }
    ends |= {match.end() for match in _OWN_STOP.finditer(text)}
    items = _items(text)
    ends -= {item.end("mark") for item in items}
    ends |= {item.start("mark") for item in items[1:]}
    return _spans(text, sorted(ends | {len(text)}))


def _behind_marks(text: str, end: int) -> int:
    closing = _CLOSES.match(text, end)
    if closing is not None:
        return closing.end()
    opening = _OPENS.search(text, max(0, end - 3), end)
    return end if opening is None else opening.start()


def _spans(text: str, ends: list[int]) -> Spans:
    spans: Spans = []
    start = 0
    for end in ends:
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return spans


def _joins(text: str, end: int, language: str | None) -> bool:
    """True when the boundary that Punkt sees at `end` is none."""
    before, rest = text[max(0, end - 60) : end].rstrip(), text[end : end + 60].lstrip()
    exclaimed = before[-1:] in '"”’' and before[-2:-1] in "!?…"
    if (
        _GOES_ON.match(rest)
        or (_SPACED_ELLIPSIS.search(before) and rest)
        or (exclaimed and _ATTRIBUTION.match(rest))
    ):
        return True
    word = _LAST_WORD.search(before)
    if word is None or not before.endswith("."):
        return False
    return _abbreviates(word.group().rstrip("."), rest, language)


def _abbreviates(written: str, rest: str, language: str | None) -> bool:
    """True when the stop behind the word belongs to it and the sentence goes on with `rest`."""
    stem, following = written.lower(), _first_word(rest)
    ends = _ends_at_word(written, rest, language)
    if ends is not None:
        return not ends
    if _BEFORE_NUMBER.fullmatch(stem):
        return rest[:1].isdigit()
    if stem in _TIMES:
        return following not in starters(language) or following in _HONORIFICS
    likely = _INITIALS.fullmatch(stem) is not None or _is_germanic(stem, language)
    return likely and following not in starters(language)


def _ends_at_word(written: str, rest: str, language: str | None) -> bool | None:
    """Whether a sentence ends at the stop behind the word; None when the word does not tell."""
    stem = written.lower()
    if stem in numbered(language):
        return not rest[:1].isdigit()
    if written == stem and stem in proper(language):
        return True
    return False if stem in titles(language) else None


def _is_germanic(stem: str, language: str | None) -> bool:
    """Whether it is an ordinal or a street, as some languages write them."""
    return (language == "de" and _ORDINAL.fullmatch(stem) is not None) or (
        language in ("de", "nl") and _STREET.fullmatch(stem) is not None
    )


def _parts(text: str, match: re.Match[str], language: str | None) -> bool:
    """True when a sentence ends at a stop that Punkt passed over."""
    rest = text[match.end("gap") : match.end("gap") + 40]
    if match["stop"][-1] in OWN_STOPS:
        return True
    if match["notes"] or (match["close"] and match["stop"][0] in "!?…"):
        return not _ATTRIBUTION.match(rest)
    word = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    written = word.group().strip(".") if word else ""
    ends = _ends_at_word(written, rest, language)
    if ends is not None:
        return ends or bool(match["close"])
    return _begins(written.lower(), rest, match, language)


def _begins(stem: str, rest: str, match: re.Match[str], language: str | None) -> bool:
    """Whether `rest` begins a sentence, when the stop behind `stem` may be an abbreviation's."""
    following = _first_word(rest)
    if stem in _TIMES and following in _HONORIFICS:
        return False
    if len(stem) == 1 and match["stop"] == ".":  # "Albert I. Jones", "J. A. Hull"; "you and I. Did"
        likely = (function_words if stem == "i" else starters)(language)
        return len(following) > 1 and following in likely
    if len(match["stop"]) > 2 or stem in endings(language) or _DOTTED.search(stem):
        return following in starters(language)
    return bool(match["close"])


def _first_word(rest: str) -> str:
    match = _FIRST_WORD.match(rest)
    return match[1].lower().replace("ё", "е") if match else ""


def _items(text: str) -> list[re.Match[str]]:
    """The marks of a list that is written in one line; empty when the text begins with none."""
    first = _ITEM.match(text)
    if first is None:
        return []
    kind = _COUNT.sub("0", first["mark"])
    return [item for item in _ITEM.finditer(text) if _COUNT.sub("0", item["mark"]) == kind]
