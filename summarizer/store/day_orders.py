"""Doubtful dates of stored articles, read as their publishers' other dates are.

Runs inside the caller's writing transaction, whenever an article with a date in slashes came in,
and looks at all of the publisher's: which came first makes no difference.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, and_, func, or_, select, update

from summarizer.store.codec import INFO_COLUMNS, AnyRow, date_values, read_info, sort_instant
from summarizer.store.queries import batches
from summarizer.store.tables import CURRENT_VERSION, article_versions, articles
from summarizer.text.day_orders import in_order, usual_order
from summarizer.text.publishers import publisher_of
from summarizer.types import Article, ArticleInfo, PublicationDate

__all__ = ["settle_dates"]

#: a date in slashes is kept with its order at the end (`codec`)
_IN_SLASHES = or_(
    article_versions.c.date.like('%"day"]%'), article_versions.c.date.like('%"month"]%')
)


def settle_dates(connection: Connection, added: Iterable[Article]) -> None:
    """Turn the doubtful dates of the publishers of what was added to the order that they use."""
    publishers = {publisher_of(each) for each in added if each.date and each.date.order}
    for some in batches(sorted(each for each in publishers if each)):
        dates: dict[str | None, list[tuple[AnyRow, PublicationDate]]] = {}
        for row, info in _dated(connection, some):
            if info.date is not None:
                dates.setdefault(publisher_of(info), []).append((row, info.date))
        for publisher in some:
            found = dates.get(publisher, [])
            order = usual_order(date for _, date in found)
            for row, date in found:
                turned = in_order(date, order)
                if turned is not date:
                    _write(connection, row, turned)


def _dated(
    connection: Connection, publishers: Sequence[str]
) -> Iterator[tuple[AnyRow, ArticleInfo]]:
    """The articles with a date in slashes, of these sources or of no source (but a host)."""
    source = func.lower(func.coalesce(article_versions.c.source, ""))
    asked = select(articles.c.number, *INFO_COLUMNS).join_from(
        articles, article_versions, CURRENT_VERSION
    )
    rows = connection.execute(asked.where(_IN_SLASHES, source.in_([*publishers, ""])))
    return ((row, read_info(row)) for row in rows.all())


def _write(connection: Connection, row: AnyRow, date: PublicationDate) -> None:
    current = and_(
        article_versions.c.number == row.number, article_versions.c.version == row.version
    )
    connection.execute(update(article_versions).where(current).values(**date_values(date)))
    listed = update(articles).where(articles.c.number == row.number)
    connection.execute(listed.values(sort_at=sort_instant(date, row.first_seen)))
