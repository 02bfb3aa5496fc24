"""How reports of the evaluation are printed: tables, and the data that they were measured on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

__all__ = ["show", "show_data", "show_table", "waiting"]


@contextmanager
def waiting(for_what: str) -> Iterator[None]:
    """Says on standard error what takes its time."""
    from summarizer.cli.output import progress_console

    with progress_console().status(f"{for_what} …"):
        yield


def show(
    report: Any, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]], *, as_json: bool
) -> None:
    """Print the report as JSON, or its rows as a table with the data that they were measured on."""
    from summarizer.cli.output import as_dict, json_line

    if as_json:
        typer.echo(json_line(as_dict(report)))
        return
    show_table(heads, rows)
    show_data(report.data)


def show_table(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Print a table."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=200)  # a table in a file or a pipe is not broken
    table = Table(*heads)
    for row in rows:
        table.add_row(*(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row))
    console.print(table)


def show_data(data: Any) -> None:
    """Print which data a report is about."""
    typer.echo(f"data: {', '.join(data.names)}, {data.items} lines, SHA-256 {data.sha256}")
