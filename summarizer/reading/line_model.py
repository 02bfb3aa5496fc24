"""Which lines of a dumped page are the article: a small model of lines, smoothed over the page.

A chain of two states (Lafferty, McCallum and Pereira, ICML 2001) over the features of
`line_features`. The coefficients are in `line_model.json`, with a card that says what they were
fitted on; `summarizer train-cleaner` makes the file.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from summarizer.reading.columns import main_column
from summarizer.reading.line_features import NAMES, line_features
from summarizer.reading.lines import Line
from summarizer.reading.page import Page
from summarizer.text.function_words import function_words
from summarizer.text.languages import detect

__all__ = ["LineModel", "shipped_card", "shipped_model"]

#: a line of so many words that reads like prose is no menu: pages that come as one line
_LONG = 120
_LEAST_FUNCTION_WORDS = 0.28


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """Coefficients, in units of log odds."""

    #: by the name of the feature
    weights: Mapping[str, float]
    #: of every line; of the first one; of one behind a line of something else; behind the article
    bias: float
    first: float
    enter: float
    stay: float
    #: a line that is less likely to be article than this goes
    threshold: float

    @classmethod
    def from_json(cls, text: str) -> "LineModel":
        """The model of a file; ValueError when it was made for other features."""
        value: dict[str, Any] = json.loads(text)
        if tuple(value["weights"]) != NAMES:
            raise ValueError("the line model has other features; run `summarizer train-cleaner`")
        return cls(**{key: value[key] for key in cls.__slots__})

    def probabilities(self, page: Page) -> list[float]:
        """How likely each line of the page is to be article, for a page read by the first rules."""
        seen, column = main_column(page)
        found = [0.0] * len(page.lines)
        for index, chance in zip(seen, self._chances(column), strict=True):
            found[index] = 1.0 if _is_long_prose(page.lines[index]) else chance
        return found

    def _chances(self, page: Page) -> list[float]:
        if not page.lines:
            return []
        weights = np.array([self.weights[name] for name in NAMES])
        scores = (line_features(page) @ weights + self.bias).tolist()
        scores[0] += self.first
        before = self._forward(scores)
        behind = self._backward(scores)
        return [_chance(a + b) for a, b in zip(before, behind, strict=True)]

    def _forward(self, scores: list[float]) -> list[float]:
        """The log odds of each line by itself and what stands before it."""
        odds = [scores[0]]
        for score in scores[1:]:
            last = odds[-1]
            odds.append(score + _add(self.enter, last + self.stay) - _add(0.0, last))
        return odds

    def _backward(self, scores: list[float]) -> list[float]:
        """The log odds of each line by what stands behind it."""
        odds = [0.0]
        for score in scores[:0:-1]:
            ahead = score + odds[-1]
            odds.append(_add(0.0, ahead + self.stay) - _add(0.0, ahead + self.enter))
        return odds[::-1]


@cache
def shipped_model() -> LineModel:
    """The model that comes with the program."""
    return LineModel.from_json(_shipped())


def shipped_card() -> dict[str, Any]:
    """What the model that comes with the program was fitted on, and how."""
    card: dict[str, Any] = json.loads(_shipped())["card"]
    return card


def _shipped() -> str:
    return files("summarizer.reading").joinpath("line_model.json").read_text(encoding="utf-8")


def _add(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers that are given by their logarithms."""
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > 0 else 1 - 1 / (1 + math.exp(min(odds, 700.0)))


def _is_long_prose(line: Line) -> bool:
    if line.words < _LONG or not line.closed:
        return False
    words = line.text.lower().split()
    common = function_words(detect(line.text))
    return sum(word in common for word in words) >= _LEAST_FUNCTION_WORDS * len(words)
