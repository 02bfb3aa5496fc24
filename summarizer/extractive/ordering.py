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

    `chronological`: by day (unknown ones last), then by place in the article, then by what was
    gained, then by article; of one article and day, neighbours stay together. `salience`: as
    chosen. Either way a sentence that points back, or goes on with a quotation, stays behind the
    one before it.
    """
    places = list(range(len(picks)))
    if order == "salience":
        return _with_followers(places, picks, _pointing_back(picks, pool))
    known = _comparable(picks, pool, days)
    places.sort(key=lambda i: _when(picks[i], pool, known[i]))
    place_of = {pick.row: place for place, pick in enumerate(picks)}
    neighbours = {
        place
        for place, pick in enumerate(picks)
        if pool.index[pick.row] > 0
        and pick.row - 1 in place_of
        and known[place_of[pick.row - 1]] == known[place]
    }
    return _with_followers(places, picks, neighbours | _pointing_back(picks, pool))


def _comparable(
    picks: Sequence[Pick], pool: Pool, days: Sequence[date | None]
) -> list[date | None]:
    """The days, but none of an article with a told sentence of unknown day: what it recalls would
    else stand before all that it tells.
    """
    articles = [int(pool.article[pick.row]) for pick in picks]
    undated = {article for article, day in zip(articles, days, strict=True) if day is None}
    return [
        None if article in undated else day for article, day in zip(articles, days, strict=True)
    ]


def _when(pick: Pick, pool: Pool, day: date | None) -> tuple[bool, date, int, float, int]:
    row = pick.row
    return day is None, day or date.max, int(pool.index[row]), -pick.gain, row


def _pointing_back(picks: Sequence[Pick], pool: Pool) -> set[int]:
    """The places of sentences that need the one before it, where that is told."""
    rows = {pick.row for pick in picks}
    return {
        place
        for place, pick in enumerate(picks)
        if pool.flags[pick.row] & (SentenceFlag.DANGLING | SentenceFlag.INSIDE)
        and pool.index[pick.row] > 0
        and pick.row - 1 in rows
    }


def _with_followers(
    places: Sequence[int], picks: Sequence[Pick], followers: set[int]
) -> tuple[int, ...]:
    """Followers are taken out and put back right behind the sentence before them."""
    place_of = {pick.row: place for place, pick in enumerate(picks)}
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
