"""When an undated article was probably published: near the dated one that it is most like."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.stories.neighbours import near
from summarizer.stories.story_vectors import story_vectors
from summarizer.stories.timelines.naming import namings

__all__ = ["guessed_days"]

#: articles that are less alike tell nothing of each other's day
_LEAST_SIMILARITY = 0.14
#: and so do those that are as like an article of other days, by so little
_MARGIN, _OTHER_DAYS = 0.05, 7
#: a weekday that is named so many days before or after is that of the same news
_NEAR = 3


def guessed_days(
    prepared: Sequence[Prepared], texts: Sequence[str], published: Sequence[date | None]
) -> list[date | None]:
    """For each undated article a guess at its day, None for dated ones and where nothing is known.

    It is the day of the most similar dated article or, where the undated one speaks of a weekday,
    that weekday nearest to it: a report that says "on Sunday" beside one of Saturday, which says
    "will", is Sunday's.
    """
    guesses: list[date | None] = [None] * len(published)
    dated = [place for place, day in enumerate(published) if day is not None]
    if not dated or len(dated) == len(published):
        return guesses
    graph = near(story_vectors(prepared))
    for place, day in enumerate(published):
        if day is None:
            beside = _day_beside(graph, place, published)
            if beside is not None:
                guesses[place] = _by_weekday(texts[place], prepared[place], beside)
    return guesses


def _day_beside(graph: csr_array, place: int, published: Sequence[date | None]) -> date | None:
    """The day of the most similar dated article, of equals the earliest; None where one of quite
    other days is hardly less similar.
    """
    start, end = graph.indptr[place], graph.indptr[place + 1]
    pairs = zip(graph.indices[start:end].tolist(), graph.data[start:end].tolist(), strict=True)
    found = sorted(
        (-similarity, day)
        for other, similarity in pairs
        if similarity >= _LEAST_SIMILARITY and (day := published[other]) is not None
    )
    if not found:
        return None
    best, nearest = found[0]
    elsewhere = [s for s, day in found if abs((day - nearest).days) > _OTHER_DAYS]
    return nearest if not elsewhere or elsewhere[0] - best >= _MARGIN else None


def _by_weekday(text: str, prepared: Prepared, beside: date) -> date:
    spoken = Counter(
        naming.day.weekday()
        for naming in namings(text, prepared, published=beside)
        if naming.origin == "relative"
        and naming.precision == "day"
        and abs((naming.day - beside).days) < 7
    )
    if not spoken:
        return beside
    weekday = min(spoken, key=lambda day: (-spoken[day], day))
    shift = (weekday - beside.weekday() + _NEAR) % 7 - _NEAR
    return beside + timedelta(days=shift)
