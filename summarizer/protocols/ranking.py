"""What a way to value sentences must do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool

__all__ = ["Asked", "Objective", "Parameters", "Ranker"]


Parameters = Mapping[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """What is known of the question when sentences are valued."""

    #: about how many words may be told
    words: float
    #: [n] how well each of the pool's rows answers the query, 1 when it does not; None without one
    focus: NDArray[np.float64] | None = None


class Objective(Protocol):
    """What sentences are worth, given those already chosen. One object serves one selection."""

    def bounds(self) -> NDArray[np.float64]:
        """[n] what each row of the pool would add to nothing, or a little more."""
        ...

    def gains(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """[len(rows)] what each of the pool's `rows` would add; never grows as others are added."""
        ...

    def add(self, row: int) -> None:
        """Count `row` as chosen."""
        ...

    def reset(self, rows: Sequence[int] = ()) -> None:
        """Count these rows as chosen, in their order, and no others."""
        ...


class Ranker(Protocol):
    """A way to say what sentences are worth."""

    @property
    def parameters(self) -> Parameters:
        """What decides the outcome, for the manifest."""
        ...

    @property
    def cost_exponents(self) -> tuple[float, ...]:
        """How a sentence's cost weighs: candidates are compared by gain / cost ** exponent. Where
        several are given, selection tries each and keeps the outcome of the largest total gain.
        """
        ...

    @property
    def refined(self) -> bool:
        """Whether gains are those of a set function: they sum to the same in whatever order rows
        are added. Selection then tries to do without each choice in turn, and keeps what is better.
        """
        ...

    def objective(self, pool: Pool, asked: Asked) -> Objective:
        """The worth of the pool's sentences. Pure: the same pool gives the same numbers."""
        ...
