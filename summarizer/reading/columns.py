"""The column of the article on a page that a text browser laid out in columns."""

from collections import Counter

import numpy as np

from summarizer.reading.lines import Line
from summarizer.reading.page import Page

__all__ = ["main_column", "usual_indent"]

#: cells of one column may begin so many characters apart
_COLUMN_SLACK = 2
#: so many lines may stand between two rows of columns
_ROWS = 10


def main_column(page: Page) -> tuple[list[int], Page]:
    """The lines that the model reads, by index and as a page of their own.

    They are all but the menus in columns beside the article, which would tear it apart.
    """
    usual = usual_indent(page.lines)
    beside = _beside_columns(page.lines)
    seen = [
        index
        for index, line in enumerate(page.lines)
        if not (line.cell or (beside[index] and line.indent < usual))
        or line.prose
        or abs(line.indent - usual) <= _COLUMN_SLACK
    ]
    marks = {new: page.marks[old] for new, old in enumerate(seen) if old in page.marks}
    return seen, Page([page.lines[index] for index in seen], marks=marks)


def usual_indent(lines: list[Line]) -> int:
    """The white space in front of most of the running text."""
    words: Counter[int] = Counter()
    for line in lines:
        words[line.indent] += line.words if line.closed else 0
    return max(words, key=lambda indent: (words[indent], -indent), default=0)


def _beside_columns(lines: list[Line]) -> list[bool]:
    """Whether rows of columns stand near before and near behind each line."""
    cells = np.array([line.cell for line in lines], dtype=float)
    near = np.concatenate([[0.0], np.cumsum(cells)])
    index = np.arange(len(lines))
    before = near[index] - near[np.maximum(0, index - _ROWS)]
    behind = near[np.minimum(len(lines), index + _ROWS + 1)] - near[index + 1]
    found: list[bool] = ((before > 0) & (behind > 0)).tolist()
    return found
