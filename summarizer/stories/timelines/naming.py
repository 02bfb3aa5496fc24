"""Which days the sentences of an article speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summarizer.prepared import Prepared
from summarizer.text.date_mentions import date_mentions, may_mention
from summarizer.types import MentionOrigin, MentionPrecision

__all__ = ["Naming", "namings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A date that a sentence speaks of."""

    #: index of the sentence in its article
    sentence: int
    #: the (first) day meant
    day: date
    precision: MentionPrecision
    origin: MentionOrigin


def namings(
    text: str, prepared: Prepared, *, published: date | None, inferred: bool = False
) -> tuple[Naming, ...]:
    """The dates of an article's sentences, in order, each once for a sentence.

    `published` is the day of publication, which relative dates count from; `inferred` when it was
    worked out from other articles, and so is what rests on it.
    """
    if not len(prepared) or not may_mention(text, prepared.language):
        return ()
    return tuple(dict.fromkeys(_found(text, prepared, published, inferred=inferred)))


def _found(
    text: str, prepared: Prepared, published: date | None, *, inferred: bool
) -> Iterator[Naming]:
    starts: Sequence[int] = prepared.spans[:, 0].tolist()
    ends: Sequence[int] = prepared.spans[:, 1].tolist()
    mentions = date_mentions(
        text, published=published, language=prepared.language, inferred=inferred
    )
    places = np.searchsorted(prepared.spans[:, 0], [m.start for m in mentions], side="right") - 1
    for mention, place in zip(mentions, places.tolist(), strict=True):
        if place >= 0 and starts[place] <= mention.start and mention.end <= ends[place]:
            yield Naming(
                sentence=place,
                day=mention.value,
                precision=mention.precision,
                origin=mention.origin,
            )
