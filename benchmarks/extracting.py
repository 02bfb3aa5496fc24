"""What a summary costs beside reading the text once, and where the time goes.

`python -m benchmarks.extracting [RANKER]`: ten articles of 600 words, on one core. The measure is
one pass that splits the same text into sentences and stems their words, by the functions that the
product uses itself. Every repetition has ten new articles. The words in them repeat, as in all
news, so that stems are cached for both sides alike; the second line empties that cache before each
of them. Repetitions are taken in turns; medians of CPU time. No time is asserted.
"""

import os

os.environ.update(
    {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}
)

import cProfile
import pstats
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.made_up import articles, days
from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.text import tokens
from summarizer.text.sentences import split
from summarizer.types import Article, Budget, DateRange, SummaryRequest

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


def from_store(ranker: str, summarizer: Summarizer) -> Work:
    """All clusters are in one database; the days of each choose its ten articles."""

    def work(number: int, _: Sequence[Article]) -> object:
        first, last = days(number)
        request = SummaryRequest(
            budget=Budget(amount=WORDS),
            ranker=ranker,
            dates=DateRange.between(str(first), str(last)),
        )
        summary = summarizer.summarize(request)
        assert len(summary.manifest.documents) == len(clusters()[number])
        return summary

    return work


@cache
def clusters() -> list[list[Article]]:
    return [articles(seed) for seed in range(ROUNDS + 2)]


def stored(folder: str) -> Summarizer:
    summarizer = Summarizer(open_store(f"sqlite:///{Path(folder) / 'articles.db'}"))
    for given in clusters():
        assert {outcome.status for outcome in summarizer.ingest(given)} == {"added"}
    return summarizer


def milliseconds(work: Work, number: int, given: Sequence[Article], *, cold: bool) -> float:
    if cold:
        tokens._token.cache_clear()  # noqa: SLF001 - what a process does not know yet
    start = process_time()
    work(number, given)
    return (process_time() - start) * 1000


def times(works: Sequence[Work], *, cold: bool) -> list[float]:
    """The median of each; the first two rounds load what is loaded once."""
    rounds = [
        [milliseconds(work, number, given, cold=cold) for work in works]
        for number, given in enumerate(clusters())
    ]
    return [median(each) for each in zip(*rounds[2:], strict=True)]


def table(names: Sequence[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        summarizer = stored(folder)
        yield "| ranker | one pass, ms | text to summary, ms | ratio | from the store, ms | ratio |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: |"
        for name, cold in product(names, (False, True)):
            works = (one_pass, from_text(name), from_store(name, summarizer))
            read, text, store = times(works, cold=cold)
            label = f"{name}, no stems cached" if cold else name
            yield (
                f"| {label} | {read:.1f} | {text:.1f} | {text / read:.2f} "
                f"| {store:.1f} | {store / read:.2f} |"
            )
        shown = (("text", from_text(names[0])), ("the store", from_store(names[0], summarizer)))
        for label, work in shown:
            yield f"\nfrom {label}, {names[0]}: the share of the time in each file"
            yield from profile(work)


def profile(work: Work) -> Iterator[str]:
    """By the file that the time is spent in, what is built in with who calls it."""
    profiler = cProfile.Profile()
    for number, given in enumerate(clusters()):
        profiler.runcall(work, number, given)
    found = pstats.Stats(profiler)
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in found.stats.items():  # type: ignore[attr-defined]
        if file != "~":
            spent[place(file)] += own
        for (caller, _, _), (_, _, share, _) in callers.items() if file == "~" else ():
            spent[place(caller)] += share
    whole = sum(spent.values())
    for file, seconds in spent.most_common(14):
        yield f"{seconds / whole:6.1%}  {file}"


def place(file: str) -> str:
    """The file, or the package that it is of when that is not ours."""
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return "/".join(parts[parts.index("summarizer") :]) if "summarizer" in parts else parts[-1]


def main() -> None:
    for line in table(sys.argv[1:] or list(RANKERS)[:1]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
