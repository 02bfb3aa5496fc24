"""Which other articles say what a sentence says, and whether they prove anything."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from summarizer.prepared import Pool
from summarizer.selection.similarity import likeness
from summarizer.text.publishers import publisher_of
from summarizer.types import ArticleInfo

__all__ = ["Echo", "echoes", "publisher"]

#: cosine of weighted terms from which two sentences may tell the same; of those between .5 and .6
#: more than one in six did not, when read
SAYS_THE_SAME = 0.6
#: sentences of fewer content words ("The cause is not known.") are alike by accident
LEAST_CONTENT = 4
#: from here on the words are the same but for a detail: one was copied from the other; so many
#: words in common are no accident in a long sentence either, which editors shorten and turn
COPIED, COPIED_LONG = 0.95, 0.85
#: content words of a long sentence
LONG = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """The row of another article that is most like a sentence."""

    row: int
    similarity: float
    independent: bool


def echoes(
    row: int, pool: Pool, rows: csr_array, articles: Sequence[ArticleInfo]
) -> tuple[Echo, ...]:
    """For each other article the sentence most like `row`, when it says the same; likest first.

    `rows` are the pool's weighted rows, `articles` its articles in the pool's order. A sentence is
    independent when it was not copied, its article is no copy of the row's, and its publisher is
    another one.
    """
    similarity = likeness(rows, row)
    similarity[pool.same == pool.same[row]] = 1.0
    similarity[pool.article == pool.article[row]] = 0.0
    near = np.flatnonzero(similarity >= SAYS_THE_SAME)
    near = near[np.argsort(-similarity[near], kind="stable")]
    found: dict[int, int] = {}
    for other in near.tolist():
        if pool.same[other] == pool.same[row] or _tell(rows, row, other):
            found.setdefault(int(pool.article[other]), other)
    return tuple(
        Echo(
            row=other,
            similarity=min(1.0, float(similarity[other])),
            independent=bool(similarity[other] < _copied(rows, row, other))
            and _apart(int(pool.article[row]), int(pool.article[other]), pool, articles),
        )
        for other in found.values()
    )


def publisher(article: ArticleInfo) -> str:
    """Who published it, for counting: an unknown publisher is one of its own."""
    return publisher_of(article) or f"article {article.content_hash}"


def _copied(rows: csr_array, row: int, other: int) -> float:
    """The likeness from which one of the two is taken from the other."""
    return COPIED_LONG if min(_content(rows, row, other)) >= LONG else COPIED


def _tell(rows: csr_array, *numbers: int) -> bool:
    """Whether each of these rows has content enough."""
    return min(_content(rows, *numbers)) >= LEAST_CONTENT


def _content(rows: csr_array, *numbers: int) -> list[int]:
    """How many words of weight each of these rows has."""
    spans = (rows.data[rows.indptr[row] : rows.indptr[row + 1]] for row in numbers)
    return [int(np.count_nonzero(weights)) for weights in spans]


def _apart(one: int, other: int, pool: Pool, articles: Sequence[ArticleInfo]) -> bool:
    """True when two articles are no copies of one text and have different publishers."""
    copied = bool(pool.group[one] == pool.group[other])
    return not copied and publisher(articles[one]) != publisher(articles[other])
