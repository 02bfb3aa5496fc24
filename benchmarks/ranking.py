"""How ranking and selection grow with the number of sentences, beside two other packages.

`python -m benchmarks.ranking`: for every ranker, the choice of 100 words among 200, 2,000 and
20,000 sentences of prepared articles, each in a process of its own; then LexRank on 2,000 sentences
beside `sumy` and `lexrank`, where these are installed (`pip install sumy lexrank`; sumy takes a
minute). CPU times, medians of several runs on one core; nothing here is asserted.
"""

import os

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})

import json
import math
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.made_up import sentences
from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import pack, unpack
from summarizer.selection.greedy import choose
from summarizer.selection.stacking import stack
from summarizer.text.preparing import prepare
from summarizer.types import Budget

SIZES = (200, 2_000, 20_000)
#: sentences of an article
ARTICLE = 25
PEERS = 2_000
ROUNDS = 7
BUDGET = Budget(amount=100)


def write_pool(folder: Path, count: int) -> Path:
    """The packed forms of articles with `count` sentences in all, as a file."""
    told = list(sentences(count, count))
    file = folder / f"{count}.json"
    packed = [
        pack(
            prepare(
                "\n".join(told[start : start + ARTICLE]),
                title=None,
                language="en",
                content_hash=f"{start:09}",
            )
        )
        for start in range(0, count, ARTICLE)
    ]
    file.write_text(json.dumps([each.hex() for each in packed]), encoding="ascii")
    return file


def seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def measure(file: Path, ranker: str) -> str:
    """Sentences, seconds to stack them, to choose among them, MB of the whole process."""
    packed = json.loads(file.read_text(encoding="ascii"))
    forms = [form for each in packed if (form := unpack(bytes.fromhex(each))) is not None]
    del packed
    stacked = median(seconds(lambda: stack(forms)) for _ in range(3))
    pool = stack(forms)
    # a pool of its own each time: what is known of one is kept with it
    runs = (partial(choose, replace(pool), RANKERS[ranker](), BUDGET) for _ in range(ROUNDS))
    chosen = median(map(seconds, runs))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return json.dumps([len(pool), stacked, chosen, peak])


def measured(file: Path, ranker: str) -> tuple[int, float, float, float]:
    command = [sys.executable, "-m", "benchmarks.ranking", str(file), ranker]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this file
    count, stacked, chosen, peak = json.loads(done.stdout)
    return count, stacked, chosen, peak


def growth_table(files: Sequence[Path]) -> Iterator[str]:
    yield (
        "| ranker | "
        + " | ".join(f"{n:,} sentences, ms" for n in SIZES)
        + " | exponent | MB at most | stacking, ms |"
    )
    yield "| --- |" + " ---: |" * (len(SIZES) + 3)
    for ranker in RANKERS:
        rows = [measured(file, ranker) for file in files]
        times = " | ".join(f"{chosen * 1000:.1f}" for _, _, chosen, _ in rows)
        (some, _, before, _), (many, stacked, after, peak) = rows[-2:]
        exponent = math.log(after / before) / math.log(many / some)
        yield f"| {ranker} | {times} | {exponent:.2f} | {peak:.0f} | {stacked * 1000:.0f} |"
    (some, *_), (many, *_) = rows[-2:]
    even = math.log(many * math.log(many) / (some * math.log(some))) / math.log(many / some)
    yield f"\nn log n would have the exponent {even:.2f} between the last two sizes."


def by_sumy(given: Sequence[str]) -> Callable[[], object]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words:
        """A tokenizer that needs no data."""

        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(word for word in sentence.split() if word[0].isalnum())

    document = ObjectDocumentModel([Paragraph([Sentence(each, Words()) for each in given])])
    return lambda: LexRankSummarizer(Stemmer("english"))(document, 5)


def by_lexrank(given: Sequence[str]) -> Callable[[], object]:
    from lexrank import STOPWORDS, LexRank

    articles = [given[start : start + ARTICLE] for start in range(0, len(given), ARTICLE)]
    ranker = LexRank(articles, stopwords=STOPWORDS["en"])
    return lambda: ranker.get_summary(given, summary_size=5, threshold=None)


def peers_table(file: Path) -> Iterator[str]:
    """Their times include finding words in sentences, and ours do so in the last line."""
    own = [measured(file, "lexrank")[2] for _ in range(3)]
    given = list(sentences(PEERS, PEERS))
    reading = median(seconds(lambda: list(map(prepared, given))) for _ in range(3))
    yield "| LexRank on 2,000 sentences | ms | times as long as ours |"
    yield "| --- | ---: | ---: |"
    ours = median(own)
    yield f"| ours, from prepared articles | {ours * 1000:.1f} | 1 |"
    for name, build in (("sumy", by_sumy), ("lexrank", by_lexrank)):
        if find_spec(name) is None:
            yield f"| {name} | not installed: `pip install {name}` | |"
            continue
        spent = seconds(build(given))
        yield f"| {name} | {spent * 1000:,.0f} | {spent / ours:,.0f} |"
    yield f"| ours, and preparing them | {(ours + reading) * 1000:.1f} | |"


def prepared(sentence: str) -> object:
    return prepare(sentence, title=None, language="en", content_hash="")


def main() -> None:
    if len(sys.argv) > 1:
        print(measure(Path(sys.argv[1]), sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [write_pool(Path(folder), size) for size in SIZES]
        for line in growth_table(files):
            print(line, flush=True)
        print()
        for line in peers_table(files[SIZES.index(PEERS)]):
            print(line, flush=True)


if __name__ == "__main__":
    main()
