"""What models place articles by: kept, dropped, and compared one by one.

Comparing all of them is exact and never loses an article that the filters leave in, as an index for
approximate search may. It costs .8 s of CPU for 100,000 articles of 384 numbers in SQLite, and in
PostgreSQL 1.3 s beside the server's own, most of it for reading 77 MB out of the tables; a range of
dates costs its share of that.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select

from summarizer.protocols import Near
from summarizer.store.codec import INFO_COLUMNS, read_info, storable
from summarizer.store.paging import filters
from summarizer.store.queries import batches, read_articles
from summarizer.store.tables import (
    CURRENT_VERSION,
    article_vectors,
    article_versions,
    articles,
)
from summarizer.types import Article, ArticleInfo, DateRange

__all__ = ["NearTo", "drop_vectors", "find_near", "keep_vectors", "without_vector"]

_KEPT_AS = np.dtype("<f2")
#: rows that are compared at once: some megabytes
_ROWS = 4096
_CURRENT = select(articles.c.number).join_from(articles, article_versions, CURRENT_VERSION)


class NearTo(NamedTuple):
    """A question by its vector."""

    vector: NDArray[np.float16]
    model: str
    #: the least cosine
    least: float


class _Candidate(NamedTuple):
    """Sorts nearest first, then by content hash."""

    farness: float
    content_hash: str
    id: str
    number: int


def without_vector(connection: Connection, model: str, *, limit: int) -> tuple[Article, ...]:
    """Articles without one of the model, those last added or changed first."""
    ids = connection.scalars(
        select(articles.c.id)
        .join_from(articles, article_versions, CURRENT_VERSION)
        .outerjoin(article_vectors, _of_model(model))
        .where(article_vectors.c.number.is_(None))
        .order_by(article_versions.c.seen.desc(), articles.c.id)
        .limit(limit)
    )
    # texts are read behind that: sorting them along would take long
    return read_articles(connection, ids.all())


def keep_vectors(
    connection: Connection, model: str, vectors: Sequence[tuple[ArticleInfo, NDArray[np.float16]]]
) -> None:
    """Keep those of the articles that are still as they were."""
    by_id = {info.id: (info.content_hash, vector) for info, vector in vectors}
    for ids in batches([article_id for article_id in by_id if storable(article_id)]):
        found = connection.execute(
            _CURRENT.add_columns(articles.c.id, article_versions.c.content_hash).where(
                articles.c.id.in_(ids)
            )
        )
        rows = [
            {
                "number": row.number,
                "model": model,
                "vector": by_id[row.id][1].astype(_KEPT_AS).tobytes(),
            }
            for row in found
            if row.content_hash == by_id[row.id][0]
        ]
        if rows:
            drop_vectors(connection, [row["number"] for row in rows])
            connection.execute(insert(article_vectors), rows)


def drop_vectors(connection: Connection, numbers: Iterable[int]) -> None:
    """Forget the vectors of these articles, of any model."""
    connection.execute(delete(article_vectors).where(article_vectors.c.number.in_(numbers)))


def find_near(
    connection: Connection,
    asked: NearTo,
    *,
    dates: DateRange | None,
    language: str | None,
    limit: int,
) -> Near:
    """The nearest of those inside the filters that are near enough."""
    if language is not None and not storable(language):
        return Near()
    within = filters(dates=dates, language=language)
    all_of_them = select(func.count()).select_from(_CURRENT.where(*within).subquery())
    count = connection.execute(all_of_them).scalar_one()
    compared = 0
    near: list[_Candidate] = []
    question = (
        _CURRENT.add_columns(
            articles.c.id, article_versions.c.content_hash, article_vectors.c.vector
        )
        .join(article_vectors, _of_model(asked.model))
        .where(*within)
    )
    answer = connection.execute(question, execution_options={"yield_per": _ROWS})
    for rows in answer.partitions():
        compared += len(rows)
        cosines = _cosines([row.vector for row in rows], asked.vector)
        near += [
            _Candidate(
                -float(cosines[place]), rows[place].content_hash, rows[place].id, rows[place].number
            )
            for place in np.flatnonzero(cosines >= asked.least).tolist()
        ]
    best = sorted(near)[:limit]
    infos = _infos(connection, [each.number for each in best])
    return Near(
        articles=tuple(infos[each.number] for each in best),
        cosines=tuple(-each.farness for each in best),
        without=count - compared,
    )


def _of_model(model: str) -> ColumnElement[bool]:
    return and_(article_vectors.c.number == articles.c.number, article_vectors.c.model == model)


def _cosines(vectors: Sequence[bytes], asked: NDArray[np.float16]) -> NDArray[np.float64]:
    """[len(vectors)] exact products, so that they depend on no order and no machine: a float16 is a
    multiple of 2^-24, and sums of products of two, multiples of 2^-48, fit into a float64.
    """
    rows = np.frombuffer(b"".join(vectors), _KEPT_AS).reshape(len(vectors), -1)
    cosines: NDArray[np.float64] = rows.astype(np.float64) @ asked.astype(np.float64)
    return cosines


def _infos(connection: Connection, numbers: Sequence[int]) -> dict[int, ArticleInfo]:
    asked = _CURRENT.add_columns(*INFO_COLUMNS)
    return {
        row.number: read_info(row)
        for some in batches(numbers)
        for row in connection.execute(asked.where(articles.c.number.in_(some)))
    }
