"""Signs: what lines of one kind say, so that their own words tell what they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["Sign", "take_signed"]

#: somebody is quoted or reported
_TOLD = re.compile(
    r"[\"“”„«»]|(?<!\w)['‘]\w|,\s(?:\w+\s){0,3}(?:said|says|told|asked|ruled|joked|added|warned)\b"
    r"|\b(?:said|told|ruled|announced)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What tells a line of one kind."""

    pattern: re.Pattern[str]
    #: longer lines are something else
    words: int
    #: bits of which each such line holds one, in lower case: to look for these first saves most of
    #: the time
    hints: tuple[str, ...] = ()
    #: a sentence that quotes or reports may say the same
    silent: bool = False


def take_signed(page: Page, signs: Mapping[str, Sign]) -> None:
    """Take out every line that bears one of the signs, under the sign's name."""
    longest = max(sign.words for sign in signs.values())
    for index, line in page.open():
        rule = _sign_of(line, signs) if line.words <= longest else None
        if rule is not None:
            page.marks[index] = rule


def _sign_of(line: Line, signs: Mapping[str, Sign]) -> str | None:
    small = line.text.lower()
    for name, sign in signs.items():
        if line.words > sign.words:
            continue
        if sign.hints and not any(map(small.__contains__, sign.hints)):
            continue
        if sign.pattern.search(line.text) and not (sign.silent and _TOLD.search(line.text)):
            return name
    return None
