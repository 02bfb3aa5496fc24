"""The help of commands: true to what it describes, and quick."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.testing import CliRunner

from summarizer.cli.app import app
from summarizer.extractive.rankers import RANKERS
from summarizer.types import RankerOptions

README = Path(__file__).parents[2] / "README.md"
SCRIPT = """
import sys
from summarizer.cli.app import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    assert not end.code
print(*{name.partition(".")[0] for name in sys.modules})
"""


def every_command(group: TyperGroup, *path: str) -> Iterator[tuple[tuple[str, ...], TyperCommand]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from every_command(command, *path, name)
        else:
            yield (*path, name), command


COMMANDS = dict(every_command(typer.main.get_command(app)))


def helps(option: str) -> dict[tuple[str, ...], str]:
    """What each command that takes the option says of it."""
    return {
        path: parameter.help or ""
        for path, command in COMMANDS.items()
        for parameter in command.params
        if isinstance(parameter, TyperOption) and option in parameter.opts
    }


@pytest.mark.parametrize("command", ["summarize", "batch"])
def test_the_rankers_are_named_the_default_first(command):
    told = helps("--ranker")[command,]
    assert re.findall(r"\w+", told.replace(" or ", ", ")) == list(RANKERS)


def test_a_command_that_takes_no_method_says_that_it_tells_extracts():
    assert ("summarize",) in helps("--method")
    assert ("batch",) not in helps("--method")
    assert "extract" in COMMANDS["batch",].help


def test_every_ranker_option_is_named():
    told = helps("--ranker-option")
    assert {path[0] for path in told} == {"summarize", "batch", "brief", "evaluate"}
    for text in told.values():
        assert all(f"{field.name}=" in text for field in fields(RankerOptions))


def test_the_readme_names_every_ranker():
    text = README.read_text(encoding="utf-8")
    assert [name for name in RANKERS if f"`{name}`" not in text] == []


def test_the_help_of_a_brief_says_what_a_saved_one_keeps():
    told = COMMANDS["brief",].help or ""
    for option in ("--words", "--ranker-option", "--rebuild"):
        assert option in told


@pytest.mark.parametrize(
    ("command", "shown"),
    [("brief", "[env: SUMMARIZER_DATABASE]"), ("batch", "[default: one for each core]")],
)
def test_what_stands_in_brackets_is_shown(command, shown):
    """A terminal's markup is written in brackets, too."""
    told = CliRunner().invoke(app, [command, "--help"], terminal_width=200, env={"COLUMNS": "200"})
    assert shown in told.stdout


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_loads_nothing_heavy(path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *path, "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "Usage:" in done.stdout
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded & {"summarizer"}
    assert not loaded & {"numpy", "scipy", "nltk", "lxml", "sqlalchemy", "trafilatura", "fastapi"}
