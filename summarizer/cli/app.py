"""The commands of the command line, each a thin function over a room of its own."""

from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli import (
    boilerplate,
    briefs,
    checks,
    demo,
    evaluation,
    grounding,
    models,
    reading,
    serving,
    stories,
    summaries,
    timelines,
    training,
)

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Many articles in, one short, ordered, sourced text out.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


app.command("demo")(demo.demo)
app.command("read")(reading.read)
app.command("ingest")(reading.ingest)
app.command("embed")(reading.embed)
app.command("summarize")(summaries.summarize)
app.command("batch")(summaries.batch)
app.command("stories")(stories.stories)
app.command("check")(checks.check)
app.command("timeline")(timelines.timeline)
app.command("brief")(briefs.brief)
app.add_typer(boilerplate.app, name="boilerplate")
app.add_typer(models.app, name="models")
app.command("serve")(serving.serve)
app.command("train-cleaner")(evaluation.train_cleaner)
app.command("train-ranker")(training.train_ranker)
app.command("train-checker")(grounding.train_checker)
app.add_typer(evaluation.app, name="evaluate")
