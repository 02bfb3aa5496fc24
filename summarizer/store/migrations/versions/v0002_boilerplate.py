"""Lines that a publisher prints under many articles, and what articles were with them.

Articles kept before are not counted: their lines are, once they change.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "article_lines",
        sa.Column(
            "number",
            _NUMBER,
            sa.ForeignKey("articles.number", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("line", _KEY, primary_key=True, index=True),
        sa.Column("first", _KEY),
        sa.Column("second", _KEY),
    )
    op.create_table(
        "boilerplate",
        sa.Column("line", _KEY, primary_key=True),
        sa.Column("publisher", _KEY, nullable=False, index=True),
        sa.Column("excerpt", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_table(
        "recleaned",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("content_hash", _KEY, nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("trace", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["number", "version"],
            ["article_versions.number", "article_versions.version"],
            ondelete="CASCADE",
        ),
    )
