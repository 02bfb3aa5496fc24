"""How much of two reference briefs the extracts of each ranker hold: the table of quality.md.

`python -m benchmarks.quality`
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer

import seeds
from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.types import Budget, SummaryRequest
from tests import corpus

WORDS = 100


def digest() -> str:
    """Of every file of the sample corpus, and of the gold of its storylines."""
    gold = [seeds.GOLD / f"{storyline}.json" for storyline in corpus.STORYLINES]
    files = sorted([*(path for path in seeds.CORPUS.rglob("*") if path.is_file()), *gold])
    total = sha256()
    for path in files:
        total.update(path.relative_to(Path(seeds.__file__).parent).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def recall(storyline: str, ranker: str) -> float:
    """ROUGE-2 recall, stemmed, of an extract of 100 words; the mean over both reference briefs."""
    request = SummaryRequest(budget=Budget(amount=WORDS), ranker=ranker)
    extract = Summarizer().summarize(request, corpus.articles(storyline)).summary
    scorer = RougeScorer(["rouge2"], use_stemmer=True)
    briefs = corpus.gold(storyline)["briefs"]
    return sum(scorer.score(brief, extract)["rouge2"].recall for brief in briefs) / len(briefs)


def mean(ranker: str) -> float:
    """The mean over all storylines."""
    return sum(recall(each, ranker) for each in corpus.STORYLINES) / len(corpus.STORYLINES)


def table() -> Iterator[str]:
    """The lines of the table, in Markdown."""
    yield "| storyline | " + " | ".join(RANKERS) + " |"
    yield "| --- |" + " ---: |" * len(RANKERS)
    for storyline in corpus.STORYLINES:
        cells = " | ".join(f"{recall(storyline, ranker):.3f}" for ranker in RANKERS)
        yield f"| `{storyline}` | {cells} |"
    yield "| mean | " + " | ".join(f"{mean(ranker):.3f}" for ranker in RANKERS) + " |"


if __name__ == "__main__":
    print(*table(), "", f"data: {digest()[:16]}", sep="\n")
