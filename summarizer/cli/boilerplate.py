"""`boilerplate`: the lines that publishers print under many articles, listed and judged."""

from typing import Annotated

import typer

from summarizer.cli.options import AsJson, Database, settings

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True, help="Lines that publishers print under many articles, taken out."
)
LineId = Annotated[str, typer.Argument(metavar="ID", help="As listed.", show_default=False)]


@app.command("list")
def list_lines(*, database: Database = None, as_json: AsJson = False) -> None:
    """List the lines: id, state, how many articles hold it, publisher, and the line."""
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.factory import build_summarizer

    lines = build_summarizer(settings(database)).store.boilerplate()
    if as_json:
        print_lines(json_line(as_dict(line)) for line in lines)
        return
    print_lines(
        f"{line.id}  {line.state:<9} {line.articles:>6}  {line.publisher}: {line.excerpt}"
        for line in lines
    )
    if not lines:
        typer.echo("no boilerplate learned so far", err=True)


@app.command()
def forget(line: LineId, *, database: Database = None) -> None:
    """Give a line back to every article, for good: it is no boilerplate."""
    _judge(line, database, keep=False)


@app.command()
def keep(line: LineId, *, database: Database = None) -> None:
    """Take a line out for good, however few articles hold it; also undoes `forget`."""
    _judge(line, database, keep=True)


def _judge(line: str, database: str | None, *, keep: bool) -> None:
    from summarizer.factory import build_summarizer

    build_summarizer(settings(database)).store.judge_boilerplate(line, keep=keep)
    told = "is taken out of every article" if keep else "stands in its articles again"
    typer.echo(f"{line} {told}", err=True)
