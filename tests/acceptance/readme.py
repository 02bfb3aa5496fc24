"""The README as a list of commands and programs, in the order in which a reader runs them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_PROMPT = re.compile(r"^\$ (?P<command>.*(?:\\\n.*)*)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A shell command or a Python program."""

    language: str
    text: str

    def __str__(self) -> str:
        return self.text.splitlines()[0][:60]


def examples() -> Iterator[Example]:
    """Every command after a `$ ` in a console block, and every Python block."""
    for fence in _FENCE.finditer(README.read_text(encoding="utf-8")):
        if fence["language"] == "console":
            for prompt in _PROMPT.finditer(fence["body"]):
                yield Example("console", prompt["command"])
        elif fence["language"] == "python":
            yield Example("python", fence["body"])
