"""The language of a text, told by its function words.

Function words make up 30 to 50 % of running text and hardly overlap between languages, so a count
decides on a paragraph. A wrong guess does little harm: it changes stems and abbreviations only.
"""

import re

from summarizer.text.function_words import LANGUAGES, function_words

__all__ = ["detect"]

_WORD = re.compile(r"\b[^\W\d_]+\b")
#: enough running text to decide, few enough to cost nothing
_SAMPLE_WORDS = 400
#: characters that hold them
_SAMPLE = 4_000
#: below this share of function words the text is in none of our languages (names, numbers, lists)
_LEAST_SHARE = 0.12


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language; None when it is none that we know, or too short to say.

    Ties go to the language listed first.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())[:_SAMPLE_WORDS]
    if not words:
        return None
    counts = {code: sum(map(function_words(code).__contains__, words)) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: counts[code])
    return best if counts[best] >= max(2, _LEAST_SHARE * len(words)) else None
