"""`demo`: the sample articles, read, kept and told."""

import sys
from collections import Counter
from datetime import date
from shutil import which
from typing import Annotated

import typer

from summarizer.cli.options import AsJson, settings
from summarizer.types import Brief, BriefKey, Budget, Summary, SummaryRequest

__all__ = ["demo"]

_DATABASE = "sqlite:///demo.db"
_TOPIC = "Hanoi summit"
_DAY = date(2019, 6, 30)


def demo(
    *,
    database: Annotated[str, typer.Option(help="Where the sample articles are kept.")] = _DATABASE,
    as_json: AsJson = False,
) -> None:
    """Keep the sample articles in a database of their own; print a summary and a brief of them."""
    from seeds import CORPUS
    from summarizer.cli.output import as_dict, json_line
    from summarizer.cli.reading import summary_of
    from summarizer.factory import build_summarizer
    from summarizer.reading import read_paths

    summarizer = build_summarizer(settings(database))
    counts = Counter(outcome.status for outcome in summarizer.ingest(read_paths([CORPUS])))
    request = SummaryRequest(budget=Budget(amount=100), topic=_TOPIC, max_articles=12)
    summary = summarizer.summarize(request)
    brief = summarizer.write_brief(BriefKey(day=_DAY))
    if as_json:
        typer.echo(
            json_line({"articles": counts, "summary": as_dict(summary), "brief": as_dict(brief)})
        )
        return
    typer.echo(f"Sample corpus into {database}: {summary_of(counts)}.\n")
    _show(summary, brief, database)


def _show(summary: Summary, brief: Brief, database: str) -> None:
    from summarizer.briefs.rendering import as_text
    from summarizer.cli.output import print_lines, summary_lines

    typer.echo(f"What the articles say about “{_TOPIC}”, in 100 words:\n")
    print_lines(summary_lines(summary))
    typer.echo(f"\nThe brief of {_DAY:%d %B %Y}, story by story:\n")
    print_lines(as_text(brief).splitlines())
    command = f"{_name()} %s --database {database}"
    typer.echo(
        "\nTry next:\n"
        f"  {command % 'summarize'} --topic 'Notre-Dame fire' --words 80\n"
        f"  {command % 'brief'} --date 2019-04-16 --format markdown\n"
        f"  {command % 'serve'}     then open http://127.0.0.1:8000/docs\n"
        f"  {_name()} read YOUR-PAGE.html     what is read from a page, and what is removed"
    )


def _name() -> str:
    """The command as it was called: in a fresh checkout it is not on the path."""
    return "summarizer" if which("summarizer") else sys.argv[0]
