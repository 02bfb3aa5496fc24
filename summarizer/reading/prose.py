"""Which paragraphs of a page may be running text, and how much of it is enough."""

from collections.abc import Iterable

__all__ = ["LEAST_ARTICLE", "LEAST_PROSE", "count_prose", "has_words", "is_closed", "is_prose"]

#: a line, and the cell of a table, of as many words is prose
LEAST_PROSE = 8
#: fewer words than this, on a page that shows more, are no article
LEAST_ARTICLE = 25
_ENDS = (".", "!", "?", "…", "”", '"')
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔")
_CLOSING = "\"'“”’»›)]* "


def is_closed(text: str) -> bool:
    """Whether the text ends like a sentence, quotation marks and brackets aside."""
    return text.rstrip(_CLOSING).endswith(_STOPS)


def is_prose(paragraph: str) -> bool:
    """Whether a line of it may be running text, and no label, number or link."""
    return any(
        len(line.split()) >= LEAST_PROSE or line.endswith(_ENDS) for line in paragraph.split("\n")
    )


def has_words(text: str, least: int) -> bool:
    """Whether the text has at least so many words; they are counted only that far."""
    return len(text.split(None, least)) >= least


def count_prose(paragraphs: Iterable[str]) -> int:
    """The words of their lines that may be running text."""
    counts = (len(line.split()) for paragraph in paragraphs for line in paragraph.split("\n"))
    return sum(count for count in counts if count >= LEAST_PROSE)
