"""`demo`: the sample articles, read, kept and told."""

from collections import Counter
from datetime import date
from typing import Annotated

import typer

from summarizer.cli.options import settings
from summarizer.types import BriefKey, Budget, SummaryRequest

__all__ = ["demo"]

_DATABASE = "sqlite:///demo.db"
_TOPIC = "Hanoi summit"
_DAY = date(2019, 6, 30)


def demo(
    *,
    database: Annotated[str, typer.Option(help="Where the sample articles are kept.")] = _DATABASE,
) -> None:
    """Keep the sample articles in a database of their own; print a summary and a brief of them."""
    from seeds import CORPUS
    from summarizer.briefs.rendering import as_text
    from summarizer.cli.output import print_lines, summary_lines
    from summarizer.cli.reading import summary_of
    from summarizer.factory import build_summarizer
    from summarizer.reading import read_paths

    summarizer = build_summarizer(settings(database))
    counts = Counter(outcome.status for outcome in summarizer.ingest(read_paths([CORPUS])))
    typer.echo(f"Read the sample corpus into {database}: {summary_of(counts)}.\n")
    typer.echo(f"What the articles say about “{_TOPIC}”, in 100 words:\n")
    request = SummaryRequest(budget=Budget(amount=100), topic=_TOPIC, max_articles=12)
    print_lines(summary_lines(summarizer.summarize(request)))
    typer.echo(f"\nThe brief of {_DAY:%d %B %Y}, story by story:\n")
    typer.echo(as_text(summarizer.write_brief(BriefKey(day=_DAY))), nl=False)
    typer.echo(
        "\nTry next:\n"
        f"  summarizer summarize --database {database} --topic 'Notre-Dame fire' --words 80\n"
        f"  summarizer brief --database {database} --date 2019-04-16 --format markdown\n"
        f"  summarizer serve --database {database}     then open http://127.0.0.1:8000/docs\n"
        "  summarizer read YOUR-PAGE.html             what is read, and what is removed"
    )
