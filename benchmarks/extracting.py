"""What a summary costs beside reading the text once, and where the time goes.

`python -m benchmarks.extracting [RANKER]`: ten articles of 600 words, on one core. The measure is
one pass that splits the same text into sentences and stems their words, by the functions that the
product uses itself. Every repetition has ten new articles. The words in them repeat, as in all
news, so that stems are cached for both sides alike; the last column empties that cache before each
of them. Repetitions are taken in turns; medians. Nothing here is asserted.
"""

import os

os.environ.update(
    {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}
)

import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.made_up import articles
from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.text import tokens
from summarizer.text.sentences import split
from summarizer.types import Article, Budget, SummaryRequest

ROUNDS = 40
WORDS = 100
Work = Callable[[int, Sequence[Article]], object]


def one_pass(_: int, given: Sequence[Article]) -> object:
    """Splits and stems."""
    return [
        tokens.tokenize(article.text[start:end], article.language)
        for article in given
        for start, end in split(article.text, article.language)
    ]


def from_text(ranker: str) -> Work:
    def work(_: int, given: Sequence[Article]) -> object:
        request = SummaryRequest(budget=Budget(amount=WORDS), ranker=ranker)
        return Summarizer().summarize(request, given)

    return work


def from_store(ranker: str, stores: Sequence[Summarizer]) -> Work:
    """A database for each cluster: a question without a topic then reads these ten articles."""

    def work(number: int, _: Sequence[Article]) -> object:
        request = SummaryRequest(budget=Budget(amount=WORDS), ranker=ranker)
        return stores[number].summarize(request)

    return work


def stored(clusters: Sequence[Sequence[Article]], folder: str) -> Iterator[Summarizer]:
    for number, given in enumerate(clusters):
        summarizer = Summarizer(open_store(f"sqlite:///{Path(folder) / f'{number}.db'}"))
        assert {outcome.status for outcome in summarizer.ingest(given)} == {"added"}
        yield summarizer


def milliseconds(work: Work, number: int, given: Sequence[Article], *, cold: bool) -> float:
    if cold:
        tokens._token.cache_clear()  # noqa: SLF001 - what a process does not know yet
    start = process_time()
    work(number, given)
    return (process_time() - start) * 1000


def times(
    works: Sequence[Work], clusters: Sequence[Sequence[Article]], *, cold: bool
) -> list[float]:
    """The median of each, over clusters that none of them has seen before in this process."""
    rounds = [
        [milliseconds(work, number, given, cold=cold) for work in works]
        for number, given in enumerate(clusters)
    ]
    return [median(each) for each in zip(*rounds[2:], strict=True)]


def table(names: Sequence[str]) -> Iterator[str]:
    clusters = [articles(seed) for seed in range(ROUNDS + 2)]
    with tempfile.TemporaryDirectory() as folder:
        stores = list(stored(clusters, folder))
        yield "| ranker | one pass, ms | text to summary, ms | ratio | from the store, ms | ratio |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: |"
        for name in names:
            for cold in (False, True):
                works = (one_pass, from_text(name), from_store(name, stores))
                read, text, store = times(works, clusters, cold=cold)
                label = f"{name}, no stems cached" if cold else name
                yield (
                    f"| {label} | {read:.1f} | {text:.1f} | {text / read:.2f} "
                    f"| {store:.1f} | {store / read:.2f} |"
                )
        for label, work in (("text", from_text(names[0])), ("store", from_store(names[0], stores))):
            yield f"\nfrom {label}, {names[0]}: the share of the time in each function itself"
            yield from profile(work, clusters)


def profile(work: Work, clusters: Sequence[Sequence[Article]]) -> Iterator[str]:
    profiler = cProfile.Profile()
    for number, given in enumerate(clusters):
        profiler.runcall(work, number, given)
    found = pstats.Stats(profiler)
    whole = found.total_tt  # type: ignore[attr-defined]
    spent = sorted(found.stats.items(), key=lambda item: -item[1][2])  # type: ignore[attr-defined]
    for (file, _, name), (_, calls, own, together, _) in spent[:12]:
        place = "/".join(Path(file).parts[-2:])
        share, below = own / whole, together / whole
        yield f"{share:6.1%} ({below:6.1%} with what it calls, {calls} calls)  {place} {name}"


def main() -> None:
    for line in table(sys.argv[1:] or list(RANKERS)[:1]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
