"""Articles, their versions, texts and prepared forms; what was deleted; briefs; the search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

# The index holds no text of its own: FTS5 is told the words, and their removal, from the view.
_SQLITE_SEARCH = (
    """CREATE VIEW article_documents AS
       SELECT articles.number, coalesce(title, '') AS title, text AS body
       FROM articles JOIN article_versions USING (number, version)
       JOIN article_texts USING (number, version)""",
    """CREATE VIRTUAL TABLE article_search USING fts5(
         title, body, content='article_documents', content_rowid='number',
         tokenize='porter unicode61 remove_diacritics 2')""",
)

# Stems as FTS5 does, and keeps every word: a topic may be made of stop words ("The Who").
_POSTGRES_SEARCH = (
    "CREATE TEXT SEARCH DICTIONARY summarizer_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION summarizer_search (COPY = simple)",
    """ALTER TEXT SEARCH CONFIGURATION summarizer_search
       ALTER MAPPING FOR asciiword, word, numword WITH summarizer_stem""",
    """CREATE TABLE article_search (
         number bigint PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
         document tsvector NOT NULL)""",
    "CREATE INDEX article_search_document ON article_search USING gin (document)",
)


def upgrade() -> None:
    """Make everything."""
    _create_articles()
    _create_texts()
    _create_briefs()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_SEARCH if sqlite else _POSTGRES_SEARCH:
        op.execute(statement)


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", _KEY, nullable=False, unique=True),
        sa.Column("canonical_url", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("first_seen", sa.BigInteger, nullable=False),
        sa.Column("sort_at", sa.BigInteger, nullable=False),
    )
    op.create_index("articles_newest_first", "articles", ["sort_at", "id"])
    op.create_table(
        "article_versions",
        sa.Column(
            "number",
            _NUMBER,
            sa.ForeignKey("articles.number", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("seen", sa.BigInteger, nullable=False),
        sa.Column("content_hash", _KEY, nullable=False, index=True),
        *(sa.Column(name, sa.Text) for name in ("title", "source", "url", "language")),
        sa.Column("published_at", sa.BigInteger),
        sa.Column("published_on", sa.Date),
        sa.Column("published_until", sa.Date),
        sa.Column("date", sa.Text),
    )
    op.create_table("tombstones", sa.Column("id", _KEY, primary_key=True))


def _create_texts() -> None:
    op.create_table(
        "article_texts",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("given", sa.LargeBinary, nullable=False),
        sa.Column("trace", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["number", "version"],
            ["article_versions.number", "article_versions.version"],
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "prepared_forms",
        sa.Column(
            "number",
            _NUMBER,
            sa.ForeignKey("articles.number", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("prepared_version", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )


def _create_briefs() -> None:
    op.create_table(
        "briefs",
        sa.Column("id", _KEY, primary_key=True),
        sa.Column("slot", _KEY, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("zone", _KEY, nullable=False),
        sa.Column("topic", _KEY, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("slot", "edition", name="briefs_written_once"),
    )
    op.create_index("briefs_newest_first", "briefs", ["day", "edition"])
    op.create_table(
        "brief_articles",
        sa.Column(
            "brief_id", _KEY, sa.ForeignKey("briefs.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("article_id", _KEY, primary_key=True, index=True),
    )
