"""Answers for lines, of which some end the process that works on them. Sent to real processes."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path


def answer(line: str) -> str:
    """The line in capitals; `kill` and `segfault` end their process, `slow` takes its time."""
    if line == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if line == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if line == "slow":
        time.sleep(0.2)
    return line.upper()


def died(line: str) -> str:
    return f"{line} died"


@dataclass(frozen=True)
class Endless:
    """A job whose lines take for ever; a file in `begun` is named by each process at work."""

    begun: Path
    max_bytes: int = 10_000

    def answer(self, _: object) -> tuple[str, object]:
        (self.begun / str(os.getpid())).touch()
        while True:
            time.sleep(1)
