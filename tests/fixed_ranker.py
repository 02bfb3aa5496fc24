"""A ranker that values sentences as it is told."""

from typing import ClassVar

import numpy as np

from summarizer.selection.outcome import Selection

UNITS = ["words", "sentences", "characters"]


class Fixed:
    """Sentences are worth the numbers given."""

    parameters: ClassVar[dict[str, str]] = {}
    refined: ClassVar[bool] = False

    def __init__(self, *worth: float, exponents: tuple[float, ...] = (0.0,)) -> None:
        self.worth = np.array(worth, dtype=float)
        self.cost_exponents = exponents

    def objective(self, _, asked):
        return self if asked.focus is None else Fixed(*(self.worth * asked.focus))

    def bounds(self):
        return self.worth

    def gains(self, rows):
        return self.worth[rows]

    def add(self, row):
        pass

    def reset(self, rows=()):
        pass


def rows(selection: Selection) -> list[int]:
    return [pick.row for pick in selection.picks]
