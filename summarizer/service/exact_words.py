"""Words that a search by letters finds where they do not stand: "C++" in "Washington, D.C."."""

import re

from summarizer.text.function_words import function_words

__all__ = ["exact_words", "stands_in"]

_SIGNED = re.compile(r"[^\W_]+[+#]+")
_LETTER = re.compile(r"[A-Za-z]")
_AROUND = "\"'“”„«»‘’()[]?!,;:"


def exact_words(topic: str, language: str | None) -> tuple[str, ...]:
    """The words of a topic that a sign belongs to ("C#"), and its single Latin letters."""
    light = function_words(language)
    tokens = (token.strip(_AROUND) for token in topic.split())
    # an initial ("George W. Bush") is often left out, or written together ("J.K. Rowling")
    whole = (each.rstrip(".") if _SIGNED.match(each) else each for each in tokens)
    return tuple(
        token
        for token in dict.fromkeys(whole)
        if _SIGNED.fullmatch(token) or (_LETTER.fullmatch(token) and token.casefold() not in light)
    )


def stands_in(word: str, text: str) -> bool:
    """Whether the word stands in the text by itself, whatever its case."""
    alone = rf"(?<![\w.&'’-]){re.escape(word)}(?![\w&'’+#-]|\.\w)"
    return re.search(alone, text, re.IGNORECASE) is not None
