"""How much quicker `summarizer batch` is with two processes than with one.

`python -m benchmarks.batch`: the same clusters with `--jobs 1` and `--jobs 2` in turns, by the
clock, as users wait by it; whatever else runs shares the cores, so the load stands beside. No time
is asserted.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.made_up import articles

CLUSTERS = 400
ROUNDS = 5


def write_clusters(file: Path) -> None:
    """Ten articles of 600 words a line."""
    with file.open("w", encoding="utf-8") as stream:
        for seed in range(CLUSTERS):
            given = [{"title": each.title, "text": each.text} for each in articles(seed)]
            stream.write(json.dumps({"id": f"c{seed}", "articles": given}) + "\n")


def seconds(source: Path, output: Path, jobs: int) -> float:
    command = [sys.executable, "-m", "summarizer.cli", "batch", str(source), "-o", str(output)]
    start = perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [*command, "--words", "100", "--jobs", str(jobs)], check=True, capture_output=True
    )
    return perf_counter() - start


def lines(folder: Path) -> Iterator[str]:
    source = folder / "clusters.jsonl"
    write_clusters(source)
    yield "| round | one process, s | two, s | ratio | load before |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    ratios: list[float] = []
    for number in range(1, ROUNDS + 1):
        load = os.getloadavg()[0]
        one = seconds(source, folder / "one.jsonl", 1)
        two = seconds(source, folder / "two.jsonl", 2)
        assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()
        ratios.append(one / two)
        yield f"| {number} | {one:.1f} | {two:.1f} | {ratios[-1]:.2f} | {load:.1f} |"
    yield f"\nmedian {median(ratios):.2f}, best {max(ratios):.2f}, on {os.cpu_count()} cores"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
