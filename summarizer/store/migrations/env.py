"""Run by Alembic: migrates over the connection, and in the transaction, that `upgrade` opened."""

from alembic import context

from summarizer.store.migrations import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
