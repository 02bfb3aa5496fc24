"""The tables, as the newest migration leaves them; the search index is each database's own.

Instants are whole microseconds since 1970 in UTC: they sort, and come back exactly, everywhere.
Metadata, texts and prepared forms lie in tables of their own, so that a question that prints no
text reads none.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    and_,
)

metadata = MetaData()

#: SQLite numbers rows by itself only in a column of type INTEGER
Number = BigInteger().with_variant(Integer, "sqlite")
#: compared byte by byte, so that pages and ties come in the same order in every database
Key = Text().with_variant(Text(collation="C"), "postgresql")

articles = Table(
    "articles",
    metadata,
    Column("number", Number, primary_key=True),
    #: made from `canonical_url` or, without one, from the content hash: unique because they are
    Column("id", Key, nullable=False, unique=True),
    Column("canonical_url", Text),
    #: the current one
    Column("version", Integer, nullable=False),
    Column("first_seen", BigInteger, nullable=False),
    #: the instant that listings sort by
    Column("sort_at", BigInteger, nullable=False),
    Index("articles_newest_first", "sort_at", "id"),
)

article_versions = Table(
    "article_versions",
    metadata,
    Column("number", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    #: when this version was first seen
    Column("seen", BigInteger, nullable=False),
    Column("content_hash", Key, nullable=False, index=True),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("language", Text),
    #: the instant or, when no time is known, the first and the last day that it may have been:
    #: the same one for a day, the ends of a month or a year
    Column("published_at", BigInteger),
    Column("published_on", Date),
    Column("published_until", Date),
    #: JSON: the publication date with its origin and the readings that contradict it
    Column("date", Text),
)

#: joins an article with its current version
CURRENT_VERSION = and_(
    article_versions.c.number == articles.c.number,
    article_versions.c.version == articles.c.version,
)

article_texts = Table(
    "article_texts",
    metadata,
    Column("number", Number, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    #: zlib of the text as given
    Column("given", LargeBinary, nullable=False),
    #: zlib of JSON: how the text maps to the given one, what was removed, what to know,
    #: when its parts were written
    Column("trace", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["number", "version"],
        ["article_versions.number", "article_versions.version"],
        ondelete="CASCADE",
    ),
)

#: of the current versions only
prepared_forms = Table(
    "prepared_forms",
    metadata,
    Column("number", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("prepared_version", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

#: of the current versions only; those of another model, or none, until they are renewed
article_vectors = Table(
    "article_vectors",
    metadata,
    Column("number", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    #: which model, and how it is asked: only vectors of one can be compared
    Column("model", Key, nullable=False),
    #: little-endian float16
    Column("vector", LargeBinary, nullable=False),
)

#: ids of what was deleted, and nothing else of it
tombstones = Table("tombstones", metadata, Column("id", Key, primary_key=True))

#: the lines of the current versions as read, by publisher: what may be boilerplate
article_lines = Table(
    "article_lines",
    metadata,
    Column("number", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    #: made from the publisher and the line's words
    Column("line", Key, primary_key=True, index=True),
    #: the article's longest other line and the one after; None where this one is about its topic
    Column("first", Key),
    Column("second", Key),
)

#: learned from `article_lines`, or judged by somebody
boilerplate = Table(
    "boilerplate",
    metadata,
    Column("line", Key, primary_key=True),
    Column("publisher", Key, nullable=False, index=True),
    Column("excerpt", Text, nullable=False),
    #: learned, kept or forgotten
    Column("state", Text, nullable=False),
)

#: versions without their publisher's boilerplate: what they were as read
recleaned = Table(
    "recleaned",
    metadata,
    Column("number", Number, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content_hash", Key, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("trace", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["number", "version"],
        ["article_versions.number", "article_versions.version"],
        ondelete="CASCADE",
    ),
)

briefs = Table(
    "briefs",
    metadata,
    Column("id", Key, primary_key=True),
    #: SHA-256 of day, zone and topic: a topic may be longer than an index entry
    Column("slot", Key, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("zone", Key, nullable=False),
    #: '' for none
    Column("topic", Key, nullable=False),
    Column("created", BigInteger, nullable=False),
    #: JSON of the whole brief
    Column("body", Text, nullable=False),
    UniqueConstraint("slot", "edition", name="briefs_written_once"),
    Index("briefs_newest_first", "day", "edition"),
)

brief_articles = Table(
    "brief_articles",
    metadata,
    Column("brief_id", ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", Key, primary_key=True, index=True),
)
