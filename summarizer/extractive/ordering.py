"""The order in which chosen sentences are told."""

from collections.abc import Sequence
from datetime import date

from summarizer.prepared import Pool, SentenceFlag
from summarizer.selection.outcome import Pick
from summarizer.types import Order

__all__ = ["told"]


def told(
    picks: Sequence[Pick], pool: Pool, order: Order, days: Sequence[date | None]
) -> tuple[int, ...]:
    """The places in `picks` in telling order; `days` [len(picks)] are the sentences' days.

    `chronological`: by day (unknown ones last), then by place in the article, then by article.
    `salience`: as chosen. Either way a sentence that points back, or goes on with a quotation, stays
    behind the one before it.
    """
    places = list(range(len(picks)))
    if order == "chronological":
        places.sort(key=lambda i: _when(picks[i], pool, days[i]))
    return _with_antecedents(places, picks, pool)


def _when(pick: Pick, pool: Pool, day: date | None) -> tuple[bool, date, int, int]:
    row = pick.row
    return day is None, day or date.max, int(pool.index[row]), row


def _with_antecedents(places: list[int], picks: Sequence[Pick], pool: Pool) -> tuple[int, ...]:
    """Followers are taken out and put back right behind the sentence they point to."""
    place_of = {pick.row: place for place, pick in enumerate(picks)}
    followers = {
        place
        for place, pick in enumerate(picks)
        if pool.flags[pick.row] & (SentenceFlag.DANGLING | SentenceFlag.INSIDE)
        and pool.index[pick.row] > 0
        and pick.row - 1 in place_of
    }
    result: list[int] = []
    for place in places:
        if place in followers:
            continue
        result.append(place)
        follower = place_of.get(picks[place].row + 1)
        while follower is not None and follower in followers:
            result.append(follower)
            follower = place_of.get(picks[follower].row + 1)
    return tuple(result)
