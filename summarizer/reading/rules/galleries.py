"""Photo galleries: pictures as bullets with a credit, each with the gallery's title and a text."""

import re
from collections import Counter
from itertools import pairwise

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["take_galleries"]

#: • US President … shake hands for the first time (Getty Images/AFP/S. Loeb)
_PICTURE = re.compile(r"^(?:[•*·‣▪◦-]|\d{1,2}[./)])\s*\S.{0,400}\([^()]{0,60}[/][^()]{1,60}\)$")


def take_galleries(page: Page) -> None:
    """Take out every gallery, from its first picture to the text of its last one."""
    pictures = [i for i, line in page.open() if _PICTURE.search(line.text)]
    runs = _runs(page, pictures)
    for run in runs:
        texts = max((_texts(page.lines[a + 1 : b]) for a, b in pairwise(run)), default=1)
        titles = _repeated(page, run)
        end = _end_of_picture(page, run[-1], max(1, texts), titles)
        page.mark(range(_start(page, run[0], titles), end), "gallery")


def _runs(page: Page, pictures: list[int]) -> list[list[int]]:
    """Pictures of one gallery: between two of them stand labels and at most three texts."""
    runs: list[list[int]] = []
    for index in pictures:
        if runs and _texts(page.lines[runs[-1][-1] + 1 : index]) <= 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _texts(lines: list[Line]) -> int:
    return sum(line.closed and line.words >= 5 for line in lines)


def _repeated(page: Page, run: list[int]) -> set[str]:
    """What the gallery repeats under each picture: its title."""
    counts = Counter(line.key for line in page.lines[run[0] : run[-1] + 4])
    return {key for key, count in counts.items() if count >= 2}


def _start(page: Page, first: int, titles: set[str]) -> int:
    """The gallery's title may stand before its first picture, too."""
    titled = first > 0 and page.lines[first - 1].key in titles
    return first - 1 if titled else first


def _end_of_picture(page: Page, picture: int, texts: int, titles: set[str]) -> int:
    """After the labels and the texts of the last picture; running text behind it stays."""
    indented = page.lines[picture + 1 : picture + 2]
    labelled = any(line.key in titles for line in page.lines[picture + 1 : picture + 3])
    if not labelled and not (indented and indented[0].indent > page.lines[picture].indent):
        return picture + 1
    seen = 0
    for index in range(picture + 1, len(page.lines)):
        line = page.lines[index]
        seen += line.closed and line.words >= 5
        if seen >= texts:
            return index + 1
    return len(page.lines)
