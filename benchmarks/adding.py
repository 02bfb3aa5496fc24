"""What one article more costs a large store, and the stories after it.

`python -m benchmarks.adding [ARTICLES]`: a SQLite store of 20,000 made-up articles of 400 words, in
clusters of ten; then a hundred more, one by one, read already; then the stories of the last 5,000,
asked for twice, and once more after another article. CPU time of one process. Nothing is asserted.
"""

import os

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})

import sys
from collections.abc import Callable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import numpy as np

from benchmarks import made_up
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import Article, StoriesRequest

ARTICLES = 20_000
WORDS = 400
MORE = 100


def articles() -> Iterator[Article]:
    """One cluster after another, without end."""
    return chain.from_iterable(made_up.articles(seed, words=WORDS) for seed in count())


def seconds(work: Callable[[], object]) -> float:
    before = process_time()
    work()
    return process_time() - before


def measure(summarizer: Summarizer, many: int) -> Iterator[str]:
    made = articles()

    def add(some: int) -> float:
        batch = list(islice(made, some))
        return seconds(lambda: list(summarizer.ingest(batch)))

    def ask() -> float:
        return seconds(lambda: summarizer.stories(StoriesRequest()))

    yield f"ingest of {many:,} articles: {1000 * add(many) / many:.1f} ms each"
    alone = [1000 * add(1) for _ in range(MORE)]
    yield f"one article more: median {np.median(alone):.1f} ms, 95 % {np.percentile(alone, 95):.1f}"
    yield f"stories of the last 5,000: {ask():.1f} s"
    yield f"the same again: {ask():.2f} s"
    add(1)
    yield f"after an article more: {ask():.1f} s"


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'store.db'}")
        for line in measure(Summarizer(store), many):
            print(line, flush=True)
        store.close()


if __name__ == "__main__":
    main()
