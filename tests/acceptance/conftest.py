"""Real processes: the command as a user runs it, in a folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seeds import CORPUS

Run = Callable[..., subprocess.CompletedProcess[str]]
KOREA = CORPUS / "korea"
FERRY = "A ferry sank near the island at noon on Sunday. All forty people aboard were saved by fishermen."
STORM = "The storm reached the coast on Monday morning. Schools in four towns stayed closed all day long."


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """No settings of this machine: its home is empty, and the database is a fresh one."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "SUMMARIZER_DATABASE": f"sqlite:///{tmp_path / 'store.db'}",
    }


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """`run("read", "a.txt")` runs `summarizer read a.txt` in an empty folder."""

    def call(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["summarizer", *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return call


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]
