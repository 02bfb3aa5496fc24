"""How much quicker `summarizer batch` is with two processes than with one.

`python -m benchmarks.batch`: the same clusters with `--jobs 1` and `--jobs 2` in turns. The clock
is what users wait by, but whatever else runs shares the cores, so the load stands beside. The last
column does without it: twice the CPU time of one process over that of two, with all their children,
is what two free cores would come to. No time is asserted.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.made_up import articles

#: a minute of one process: the two thirds of a second in which it loads count little
CLUSTERS = 1_000
ROUNDS = 3


def write_clusters(file: Path) -> None:
    """Ten articles of 600 words a line."""
    with file.open("w", encoding="utf-8") as stream:
        for seed in range(CLUSTERS):
            given = [{"title": each.title, "text": each.text} for each in articles(seed)]
            stream.write(json.dumps({"id": f"c{seed}", "articles": given}) + "\n")


def seconds(source: Path, output: Path, jobs: int) -> tuple[float, float]:
    """By the clock, and of CPU time."""
    command = [
        str(Path(sys.executable).with_name("summarizer")),
        "batch",
        str(source),
        "-o",
        str(output),
    ]
    start, before = perf_counter(), cpu_of_children()
    subprocess.run(  # noqa: S603 - our own command
        [*command, "--words", "100", "--jobs", str(jobs)], check=True, capture_output=True
    )
    took = perf_counter() - start
    await_orphans()
    return took, cpu_of_children() - before


def adopt_orphans() -> None:
    """Make this process the parent of what its children leave behind.

    The server that the processes of `batch` are forked from outlives the command by a moment, and
    its CPU time, theirs included, is told only to a parent that waits for it.
    """
    pr_set_child_subreaper = 36
    ctypes.CDLL(None).prctl(pr_set_child_subreaper, 1, 0, 0, 0)


def await_orphans() -> None:
    with suppress(ChildProcessError):
        while True:
            os.wait()


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines(folder: Path) -> Iterator[str]:
    source = folder / "clusters.jsonl"
    write_clusters(source)
    yield f"{CLUSTERS} clusters, {source.stat().st_size / 1e6:.0f} MB\n"
    yield "| round | one process, s | two, s | ratio | load before | by CPU time |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    ratios: list[float] = []
    for number in range(1, ROUNDS + 1):
        load = os.getloadavg()[0]
        one, one_cpu = seconds(source, folder / "one.jsonl", 1)
        two, two_cpu = seconds(source, folder / "two.jsonl", 2)
        assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()
        ratios.append(one / two)
        even = 2 * one_cpu / two_cpu
        yield f"| {number} | {one:.1f} | {two:.1f} | {one / two:.2f} | {load:.1f} | {even:.2f} |"
    yield f"\nmedian {median(ratios):.2f}, best {max(ratios):.2f}, on {os.cpu_count()} cores"


def main() -> None:
    adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
