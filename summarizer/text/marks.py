"""Letters and marks: what is left of a text without its marks, and which of them end sentences."""

import re

from summarizer.text.stops import STOPS

__all__ = ["ends_sentence", "letters"]

#: a stop of any script, then what closes quotations in one language or another (“ closes in German,
#: « in Danish and in German books), brackets, footnotes
_END = re.compile(rf"[{STOPS}][\"'“”„’‘»«›‹)\]*\u00a0 ]*$")


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence."""
    return _END.search(text[-12:]) is not None


def letters(text: str) -> str:
    """The letters and digits of the text in lower case, to tell that two texts say the same."""
    return "".join(filter(str.isalnum, text.casefold()))
