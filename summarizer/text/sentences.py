"""Sentences as spans of a text: Punkt (Kiss & Strunk 2006) with our parameters, then a repair pass.

NLTK's trained Punkt model is a download; the algorithm is not. With abbreviations given instead of
learned, Punkt joins "…in Washington, D.C. He said" and splits `"Never!" and left.`; the repair
pass mends both. A sentence is always `text[start:end]`, never a rewritten copy.
"""

import re
from functools import cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from summarizer.text.abbreviations import endings, starters, titles
from summarizer.text.function_words import function_words

__all__ = ["split"]

Spans = list[tuple[int, int]]

_LOWER = "a-zß-öø-ÿа-яё"
_STOP = "[.!?…。！？]"
_CLOSING = r"[\"'”’»›)\]}」』）》]"
#: right behind a stop every quotation mark closes: „So ist es.“
_BEHIND = r"[\"'”’»›“‘«‹)\]}」』）》]"
_OPENING = r"[\"'“‘„«‹(\[{¿¡—–-]"
#: a stop with its closing marks, white space, and something that may begin a sentence
_CANDIDATE = re.compile(
    rf"(?<!{_STOP})(?P<stop>{_STOP}++)(?P<close>{_BEHIND}*)(?P<notes>(?:\s?\[\d{{1,3}}\])*)"
    rf"(?P<gap>\s+)(?!\[\d)(?={_OPENING}*\s?[^\W_{_LOWER}])"
)
#: scripts without spaces: their own full stops end a sentence, white space or not
_IDEOGRAPHIC = re.compile(rf"(?<![。！？])[。！？]++{_CLOSING}*+(?!\s|$|と)")
#: what cannot begin a sentence: lower case, more stops, a closing mark, a footnote number
_GOES_ON = re.compile(
    rf"{_OPENING}*\s?[{_LOWER}]|[.,;:!?…と]|{_CLOSING}+(?:[\s,;:]|$)|\[\d{{1,3}}\]|\[\.\.\.\]"
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
_FIRST_WORD = re.compile(r"\w+(?:['’]\w+)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,2}")
#: "am 3. Oktober", "der 14. Bezirk"
_ORDINAL = re.compile(r"\d{1,2}")
#: abbreviations only before a number ("No. 10", "c. 1818"), words elsewhere
_BEFORE_NUMBERS = frozenset({"no", "nos", "c", "n°"})
_WORDS_TOO = frozenset({"no", "nos"})
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
    """Punkt's sentence ends, with the ellipsis character and ideographic stops."""

    sent_end_chars = (".", "?", "!", "…", "。", "！", "？")


@cache
def _punkt(language: str | None) -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(titles(language) | endings(language))
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
    ends |= {match.end() for match in _IDEOGRAPHIC.finditer(text)}
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
    return _abbreviates(word.group().rstrip(".").lower(), rest, language)


def _abbreviates(stem: str, rest: str, language: str | None) -> bool:
    """True when the stop behind `stem` belongs to it and the sentence goes on with `rest`."""
    following = _first_word(rest)
    if stem in _BEFORE_NUMBERS:
        return rest[:1].isdigit()
    if stem in _TIMES:
        return following not in starters(language) or following in _HONORIFICS
    if _INITIALS.fullmatch(stem) or (language == "de" and _ORDINAL.fullmatch(stem)):
        return following not in starters(language)
    return stem in titles(language)


def _parts(text: str, match: re.Match[str], language: str | None) -> bool:
    """True when a sentence ends at a stop that Punkt passed over."""
    rest = text[match.end("gap") : match.end("gap") + 40]
    if match["notes"] or (match["close"] and match["stop"][0] in "!?…"):
        return not _ATTRIBUTION.match(rest)
    word = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    stem = word.group().strip(".").lower() if word else ""
    if stem in titles(language):
        return bool(match["close"]) or (stem in _WORDS_TOO and not rest[:1].isdigit())
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
    match = _FIRST_WORD.search(rest)
    return match.group().lower() if match else ""


def _items(text: str) -> list[re.Match[str]]:
    """The marks of a list that is written in one line; empty when the text begins with none."""
    first = _ITEM.match(text)
    if first is None:
        return []
    kind = _COUNT.sub("0", first["mark"])
    return [item for item in _ITEM.finditer(text) if _COUNT.sub("0", item["mark"]) == kind]
