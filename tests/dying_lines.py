"""Answers for lines, of which some end the process that works on them. Sent to real processes."""

import os
import signal
import time


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
