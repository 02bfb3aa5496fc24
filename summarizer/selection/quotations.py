"""Quotations of several sentences: told whole, or not at all."""

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Pool, SentenceFlag

__all__ = ["whole_until"]


def whole_until(pool: Pool) -> NDArray[np.intp]:
    """[n] the row that ends the quotation which each row begins; the row itself where it holds only
    whole ones; -1 where a part of it stands before it, or is missing.
    """
    inside = (pool.flags & SentenceFlag.INSIDE) > 0
    open_ = (pool.flags & SentenceFlag.OPEN) > 0
    until = np.where(inside | open_, -1, np.arange(len(pool)))
    # the last row of what goes on in each, from behind: a row looks at the one after it
    last = np.where(inside & ~open_, np.arange(len(pool)), -1)
    for row in np.flatnonzero(open_)[::-1].tolist():
        goes_on = row + 1 < len(pool) and inside[row + 1]
        if goes_on and pool.article[row + 1] == pool.article[row]:
            last[row] = last[row + 1]
        if not inside[row]:
            until[row] = last[row]
    return until
