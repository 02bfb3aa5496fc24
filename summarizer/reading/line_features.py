"""What the line model sees of each line of a page: its shape, its place, and its neighbours."""

import math
import re
from collections import Counter
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from summarizer.reading.columns import usual_indent
from summarizer.reading.lines import Line
from summarizer.reading.page import Page
from summarizer.reading.rules.surroundings import COMMENT, best_stretch
from summarizer.text.function_words import function_words
from summarizer.text.languages import detect

__all__ = ["NAMES", "line_features"]

#: rules that take single lines out of the middle of an article, and those that end one
_INSIDE = frozenset(
    "advertisement author caption credit date read-more template-token video".split()
)
_ENDS = frozenset("comments copyright feed-tail links newsletter share tags".split())

_BULLET = re.compile(r"^(?:[•*·‣▪◦+–-]|\d{1,3}[.)])\s")
_LINK = re.compile(r"\[\d{1,4}\]|https?://|www\.|\S\s*[|»›>]\s*(?:\S|$)")
_CUT = re.compile(r"(?:\.\.\.|…)\W*$")
_QUOTE = re.compile(r"[\"“”„«»]|''|``")
_REPORTED = re.compile(
    r"\b(?:said|says|told|according|added|announced|reported|sagte|dit|dijo|disse|zei|ha detto)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:your?|our|us|please|click|here|sign|subscribe|e-?mail|newsletter|site|website|page|free"
    r"|comments?|search|register|login|terms|privacy|policy|advertise|contact|story|stories)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|I'm|I’m|my|me)\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d\b")
#: how many lines on each side make up the surroundings of a line
_WINDOW = 4
#: so many characters of a line are looked at: enough to tell what it is
_SEEN = 600

_OWN = (
    "length",
    "length squared",
    "short",
    "long",
    "closed",
    "prose",
    "function words",
    "capitals",
    "digits",
    "bullet",
    "link",
    "cut off",
    "colon",
    "quotation",
    "reported",
    "addressed",
    "personal",
    "clock",
    "lower case",
    "heading",
    "comment",
    "taken inside",
    "taken at the end",
    "taken",
    "repeated",
)
_PLACE = (
    "position",
    "in the stretch",
    "behind the stretch",
    "before the stretch",
    "near the start",
    "indented alike",
    "blank before",
    "blank after",
    "ends before",
    "prose around",
    "prose before",
    "prose after",
    "links around",
    "outside and closed",
    "inside and closed",
    "alone",
    "comments around",
    "cut off around",
    "bullets around",
)
_NEIGHBOURS = ("closed", "length", "taken at the end", "heading", "lower case", "taken inside")
#: the names of the features, in their order; the model's coefficients are called by them
NAMES = (
    *_OWN,
    *_PLACE,
    *(f"before: {name}" for name in _NEIGHBOURS),
    *(f"after: {name}" for name in _NEIGHBOURS),
)

Matrix = NDArray[np.float64]


def line_features(page: Page) -> Matrix:
    """One row of features for each line of the page, in the order of `NAMES`.

    It is read after the rules that are certain, and uses what they took out.
    """
    lines = page.lines
    common = function_words(_language(lines))
    counts = Counter(line.key for line in lines)
    own = np.array(
        [
            [*_shape(line, common), *_told(line), *_taken(page.marks.get(index)),
             float(counts[line.key] > 1)]
            for index, line in enumerate(lines)
        ]
    )  # fmt: skip
    columns = {name: own[:, place] for place, name in enumerate(_OWN)}
    place = _place(page, columns)
    shifted = [_shift(columns[name], by) for by in (1, -1) for name in _NEIGHBOURS]
    return np.column_stack([own, *place, *shifted])


def _language(lines: list[Line]) -> str | None:
    return detect(" ".join(line.text for line in lines if line.prose)[:4000])


def _shape(line: Line, common: frozenset[str]) -> list[float]:
    """Length, ends, and the kinds of its words and characters."""
    text = line.text
    tokens = text.split(None, 60)[:60]
    plain = [token.strip(".,:;!?\"'()“”’").lower() for token in tokens]
    length = math.log1p(min(line.words, 80))
    return [
        length,
        length * length / 4,
        float(line.words <= 3),
        float(line.words >= 20),
        float(line.closed),
        float(line.prose),
        sum(map(common.__contains__, plain)) / len(plain),
        sum(not token[0].islower() for token in tokens[1:]) / len(tokens),
        min(1.0, 3 * sum(map(str.isdigit, text[:400])) / len(text[:400])),
        float(_BULLET.match(text) is not None),
        min(1.0, _count(_LINK, text) / 3),
        float(_CUT.search(text[-6:]) is not None),
        float(text.endswith(":")),
    ]


def _told(line: Line) -> list[float]:
    """What its words show: quotations, reports, talk to the reader, times, headings, comments."""
    text = line.text[:_SEEN]
    words = line.words + 4
    return [
        float(_QUOTE.search(text) is not None),
        float(_REPORTED.search(text) is not None),
        min(1.0, 5 * _count(_ADDRESSED, text) / words),
        min(1.0, 5 * _count(_PERSONAL, text) / words),
        float(_CLOCK.search(text) is not None),
        float(text[0].islower()),
        float(text.startswith("#")),
        float(COMMENT.search(text) is not None),
    ]


def _taken(rule: str | None) -> list[float]:
    """Which kind of rule took it out."""
    return [float(rule in _INSIDE), float(rule in _ENDS), float(rule is not None)]


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text[:_SEEN]))


def _place(page: Page, own: dict[str, Matrix]) -> list[Matrix]:
    lines = page.lines
    count = len(lines)
    start, end = best_stretch(page)
    index = np.arange(count)
    inside = ((index >= start) & (index < end)).astype(float)
    blocks = np.array([line.block for line in lines])
    fresh = np.concatenate([[1.0], (blocks[1:] != blocks[:-1]).astype(float)])
    last = np.concatenate([fresh[1:], [1.0]])
    indent = usual_indent(lines[start:end])
    prose = np.array([min(line.words, 40) / 40 if line.prose else 0.0 for line in lines])
    prose *= own["taken"] == 0
    ends = (
        np.array(list(accumulate(own["taken at the end"] * (index >= start)))) if count else index
    )
    closed = own["closed"]
    return [
        index / max(1, count),
        inside,
        np.log1p(np.maximum(0, index - end + 1)) / 3,
        np.log1p(np.maximum(0, start - index)) / 3,
        np.exp(-np.abs(index - start) / 3.0),
        np.array([float(line.indent == indent) for line in lines]),
        fresh,
        last,
        np.log1p(ends),
        _around(prose, _WINDOW, _WINDOW),
        _around(prose, _WINDOW, 0),
        _around(prose, 0, _WINDOW),
        _around(own["short"], _WINDOW, _WINDOW),
        (1 - inside) * closed,
        inside * closed,
        fresh * last,
        _around(own["comment"], 8, 8),
        _around(own["cut off"], _WINDOW, _WINDOW),
        _around(own["bullet"], 6, 6),
    ]


def _around(values: Matrix, before: int, after: int) -> Matrix:
    """The mean of the neighbours of each value, without itself."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    index = np.arange(len(values))
    low = np.maximum(0, index - before)
    high = np.minimum(len(values), index + after + 1)
    found: Matrix = (sums[high] - sums[low] - values) / (before + after)
    return found


def _shift(values: Matrix, by: int) -> Matrix:
    """Each value's neighbour: the line before for 1, the line after for -1; 0 beyond the ends."""
    found = np.zeros_like(values)
    if by > 0:
        found[1:] = values[:-1]
    else:
        found[:-1] = values[1:]
    return found
