"""What an extract could reach if it knew the references: greedy, so a little less than the best.

Whole sentences are added one at a time, always the one with which the sum of ROUGE-1 and ROUGE-2
F1, as the mean over the references, grows most, until none fits or none helps. Word pairs that two
sentences form where they meet are left out of account; the text is then scored like any other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.evaluation.clusters import SummarizedCluster
from summarizer.evaluation.rouge import Rouge

__all__ = ["ORACLE", "oracle_extract"]

#: how it is called in reports
ORACLE = "oracle, greedy (approximate)"

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Target:
    """The grams of one size of one reference, and how many of them each sentence holds."""

    wanted: NDArray[np.int64]  # grams
    held: NDArray[np.int64]  # sentences × grams
    sizes: NDArray[np.int64]  # sentences: all grams, wanted or not

    def f1(self, chosen: list[int], rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """[len(rows)] the F1 with each row beside the chosen ones."""
        told = self.held[chosen].sum(axis=0)
        hits = np.minimum(self.wanted, told + self.held[rows]).sum(axis=1)
        size = self.sizes[chosen].sum() + self.sizes[rows]
        return np.asarray(2 * hits / np.maximum(1, self.wanted.sum() + size))


def oracle_extract(cluster: SummarizedCluster, words: int, rouge: Rouge) -> str:
    """The sentences chosen, at most so many words, in the order of the articles."""
    sentences = _sentences(cluster)
    costs = np.array(list(sentences.values()), dtype=np.int64)
    targets = _targets(list(sentences), cluster.references, rouge)
    chosen: list[int] = []
    reached, left = 0.0, words
    while True:
        rows = np.setdiff1d(np.flatnonzero(costs <= left), chosen)
        if not len(rows):
            break
        values = np.sum([target.f1(chosen, rows) for target in targets], axis=0)
        best = int(np.argmax(values))
        if values[best] <= reached:
            break
        chosen.append(int(rows[best]))
        reached, left = float(values[best]), left - int(costs[rows[best]])
    texts = list(sentences)
    return " ".join(texts[row] for row in sorted(chosen))


def _sentences(cluster: SummarizedCluster) -> dict[str, int]:
    """Every sentence of the articles with its words, once."""
    return {
        article.text[start:end]: int(words)
        for article, prepared in zip(cluster.articles, cluster.prepared, strict=True)
        for (start, end), words in zip(prepared.spans.tolist(), prepared.words, strict=True)
    }


def _targets(sentences: list[str], references: Sequence[str], rouge: Rouge) -> list[_Target]:
    return [
        _target([_grams(rouge.tokens(sentence), size) for sentence in sentences],
                _grams(rouge.tokens(reference), size))
        for size in (1, 2)
        for reference in references
    ]  # fmt: skip


def _target(sentences: list[Counter[Gram]], reference: Counter[Gram]) -> _Target:
    held = np.array([[grams[gram] for gram in reference] for grams in sentences], dtype=np.int64)
    return _Target(
        np.array(list(reference.values()), dtype=np.int64),
        held.reshape(len(sentences), len(reference)),
        np.array([grams.total() for grams in sentences], dtype=np.int64),
    )


def _grams(tokens: Sequence[str], size: int) -> Counter[Gram]:
    return Counter(zip(*(tokens[start:] for start in range(size)), strict=False))
