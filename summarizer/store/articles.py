"""Changes to the kept articles; each runs inside the caller's writing transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Self

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from summarizer import prepared as forms
from summarizer.errors import ArticleNotFoundError
from summarizer.prepared import Prepared, pack
from summarizer.store.codec import AnyRow, sort_instant, storable, text_values, version_values
from summarizer.store.dialect import Dialect
from summarizer.store.identity import stored_id
from summarizer.store.queries import batches
from summarizer.store.tables import (
    CURRENT_VERSION,
    article_texts,
    article_versions,
    articles,
    brief_articles,
    briefs,
    prepared_forms,
    recleaned,
    tombstones,
)
from summarizer.store.vectors import drop_vectors
from summarizer.text.addresses import canonical_url
from summarizer.types import Article, IngestStatus

__all__ = ["Ingest", "delete_article", "replace_prepared", "write_prepared"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is known of a stored article."""

    number: int
    version: int
    first_seen: int
    #: of every version
    hashes: frozenset[str]


_VERSIONS = select(
    articles.c.id,
    articles.c.number,
    articles.c.version,
    articles.c.first_seen,
    article_versions.c.content_hash,
).join_from(articles, article_versions, article_versions.c.number == articles.c.number)
#: with the hash of what was read, where some of it was taken out since
_VERSIONS_AS_READ = _VERSIONS.add_columns(recleaned.c.content_hash.label("as_read")).outerjoin(
    recleaned,
    and_(
        recleaned.c.number == article_versions.c.number,
        recleaned.c.version == article_versions.c.version,
    ),
)


@dataclass(slots=True, kw_only=True)
class Ingest:
    """Adds articles one after another, knowing which of them are there already."""

    connection: Connection
    dialect: Dialect
    #: microseconds
    seen: int
    #: stored articles that a given one may be, by id
    kept: dict[str, _Kept] = field(default_factory=dict)
    #: the ids of some of them by content hash
    id_of_hash: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    #: what was added or updated so far, by number
    written: dict[int, tuple[Article, Prepared]] = field(default_factory=dict)

    @classmethod
    def among(
        cls, connection: Connection, dialect: Dialect, given: Sequence[Article], *, seen: int
    ) -> Self:
        """Ready to add the `given` articles: what is stored of them is looked up at once."""
        ingest = cls(connection=connection, dialect=dialect, seen=seen)
        for ids in batches([stored_id(article) for article in given]):
            ingest.deleted.update(
                connection.scalars(select(tombstones.c.id).where(tombstones.c.id.in_(ids)))
            )
            ingest._know(articles.c.id.in_(ids))
        for hashes in batches([a.content_hash for a in given if canonical_url(a.url) is None]):
            for table in (article_versions, recleaned):
                of_versions = select(table.c.number).where(table.c.content_hash.in_(hashes))
                ingest._know(articles.c.number.in_(of_versions))
        return ingest

    def add(
        self, article: Article, prepared: Prepared, *, restore: bool
    ) -> tuple[str, IngestStatus]:
        """Keep one article: its stored id, and what became of it."""
        article_id = self._identify(article)
        kept = self.kept.get(article_id)
        if kept is not None and article.content_hash in kept.hashes:
            return article_id, "unchanged"
        if article_id in self.deleted:
            if not restore:
                return article_id, "skipped"
            self.connection.execute(delete(tombstones).where(tombstones.c.id == article_id))
            self.deleted.remove(article_id)
        new = self._insert(article_id, article) if kept is None else self._update(kept, article)
        self._write_version(new, article, prepared)
        self._note(article_id, new)
        return article_id, "added" if kept is None else "updated"

    def _identify(self, article: Article) -> str:
        own = stored_id(article)
        if own in self.kept or canonical_url(article.url) is not None:
            return own
        return self.id_of_hash.get(article.content_hash, own)

    def _know(self, which: ColumnElement[bool]) -> None:
        rows = self.connection.execute(_VERSIONS_AS_READ.where(which).order_by(articles.c.id))
        for article_id, versions in groupby(rows, key=lambda row: row.id):
            first, *others = versions
            kept = _Kept(
                number=first.number,
                version=first.version,
                first_seen=first.first_seen,
                hashes=frozenset(
                    content_hash
                    for row in [first, *others]
                    for content_hash in (row.content_hash, row.as_read)
                    if content_hash is not None
                ),
            )
            self._note(article_id, kept)

    def _note(self, article_id: str, kept: _Kept) -> None:
        self.kept[article_id] = kept
        for content_hash in kept.hashes:
            self.id_of_hash.setdefault(content_hash, article_id)

    def _insert(self, article_id: str, article: Article) -> _Kept:
        row = insert(articles).values(
            id=article_id,
            canonical_url=canonical_url(article.url),
            version=1,
            first_seen=self.seen,
            sort_at=sort_instant(article.date, self.seen),
        )
        number = self.connection.execute(row.returning(articles.c.number)).scalar_one()
        hashes = frozenset([article.content_hash])
        return _Kept(number=number, version=1, first_seen=self.seen, hashes=hashes)

    def _update(self, kept: _Kept, article: Article) -> _Kept:
        hashes = kept.hashes | {article.content_hash}
        new = replace(kept, version=kept.version + 1, hashes=hashes)
        self.dialect.unindex(self.connection, kept.number)
        drop_vectors(self.connection, [kept.number])
        self.connection.execute(
            update(articles)
            .where(articles.c.number == kept.number)
            .values(version=new.version, sort_at=sort_instant(article.date, kept.first_seen))
        )
        return new

    def _write_version(self, new: _Kept, article: Article, prepared: Prepared) -> None:
        key = {"number": new.number, "version": new.version}
        version = insert(article_versions).values(**key, seen=self.seen, **version_values(article))
        self.connection.execute(version)
        self.connection.execute(insert(article_texts).values(**key, **text_values(article)))
        if prepared.content_hash == article.content_hash:
            write_prepared(self.connection, new.number, prepared)
        self.written[new.number] = (article, prepared)
        self.dialect.index(self.connection, new.number, article)


def write_prepared(connection: Connection, number: int, prepared: Prepared) -> None:
    """Keep the prepared form in place of the one that is there."""
    connection.execute(delete(prepared_forms).where(prepared_forms.c.number == number))
    connection.execute(
        insert(prepared_forms).values(
            number=number, prepared_version=forms.VERSION, packed=pack(prepared)
        )
    )


def replace_prepared(connection: Connection, article_id: str, prepared: Prepared) -> None:
    """Keep a newer prepared form, unless the article has changed since that was made."""
    row = _kept_row(connection, article_id)
    if row.content_hash == prepared.content_hash:
        write_prepared(connection, row.number, prepared)


def delete_article(connection: Connection, dialect: Dialect, article_id: str) -> None:
    """Remove an article, all that was made from it, and every brief that quotes it.

    Its id stays, alone, as a tombstone.
    """
    number = _kept_row(connection, article_id).number
    dialect.unindex(connection, number)
    quoting = select(brief_articles.c.brief_id).where(brief_articles.c.article_id == article_id)
    connection.execute(delete(briefs).where(briefs.c.id.in_(quoting)))
    connection.execute(delete(articles).where(articles.c.number == number))
    connection.execute(insert(tombstones).values(id=article_id))


def _kept_row(connection: Connection, article_id: str) -> AnyRow:
    asked = _VERSIONS.where(articles.c.id == article_id, CURRENT_VERSION)
    row = connection.execute(asked).one_or_none() if storable(article_id) else None
    if row is None:
        raise ArticleNotFoundError(article_id)
    return row
