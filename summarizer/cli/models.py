"""`models`: the models that may write, fetched and looked at."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.options import AsJson

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Encoder-decoder models that may write summaries.")


@app.command()
def fetch(
    name: Annotated[str, typer.Argument(metavar="OWNER/NAME", help="As the hub has it.")],
    *,
    revision: Annotated[str | None, typer.Option(help="A commit, to get the same again.")] = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to \\[default: models/NAME].")
    ] = None,
) -> None:
    """Fetch a model from the Hugging Face hub into a folder. Nothing else goes online."""
    from summarizer.abstractive.fetching import fetch as fetched

    folder = fetched(name, to or Path("models") / name.rpartition("/")[2], revision=revision)
    typer.echo(f"{folder}: now set SUMMARIZER_MODEL={folder}")


@app.command()
def show(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Of a model.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Say what a folder's model is, and how it will be asked."""
    from summarizer.abstractive.loading import load
    from summarizer.cli.output import json_line
    from summarizer.pretrained.revisions import revision

    loaded = load(folder)
    told = {
        "name": folder.resolve().name,
        "type": loaded.model.config.model_type,
        "revision": revision(folder),
        "parameters": loaded.model.num_parameters(),
        "room": loaded.room,
        "most_new": loaded.most_new,
        "least_new": loaded.least_new,
        "prefix": loaded.prefix,
        "separator": loaded.separator,
        "global_attention": loaded.global_attention,
        "dtype": str(loaded.model.dtype).removeprefix("torch."),
        "device": str(loaded.model.device),
    }
    if as_json:
        typer.echo(json_line(told))
        return
    for key, value in told.items():
        typer.echo(f"{key:<17} {value if value != '' else '(none)'}")
