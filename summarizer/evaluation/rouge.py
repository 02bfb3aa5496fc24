"""ROUGE of a summary against those that people wrote, words stemmed by Porter's stemmer.

Lin (2004). ROUGE-1, -2 and -L are those of the package `rouge-score`; ROUGE-SU4, which it lacks, is
counted over the same tokens. All are of the whole text: a pair may reach over the end of a
sentence. With several references each figure is the mean over them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from types import SimpleNamespace

import numpy as np
from nltk.stem.porter import PorterStemmer
from numpy.typing import NDArray

from summarizer.errors import MissingExtraError

__all__ = ["MEASURES", "Rouge", "skip_pairs", "unread_share"]

#: the order of the rows in which scores come
MEASURES = ("ROUGE-1", "ROUGE-2", "ROUGE-L", "ROUGE-SU4")
_THEIRS = ("rouge1", "rouge2", "rougeL")
#: most words between the two of a pair
_GAP = 4

Pairs = Counter[tuple[str, ...]]


class Rouge:
    """Scores summaries. Every text is split and stemmed once, however often it is scored."""

    def __init__(self) -> None:
        """MissingExtraError without the package `rouge-score`."""
        try:
            from rouge_score.rouge_scorer import RougeScorer
            from rouge_score.tokenize import tokenize
        except ImportError as error:
            raise MissingExtraError("scoring summaries", "eval") from error
        stemmer = SimpleNamespace(stem=cache(PorterStemmer().stem))

        @cache
        def tokens(text: str) -> tuple[str, ...]:
            return tuple(tokenize(text, stemmer))

        self.tokens = tokens
        self._pairs = cache(lambda text: skip_pairs(tokens(text)))
        self._scorer = RougeScorer(_THEIRS, tokenizer=SimpleNamespace(tokenize=tokens))

    def scores(self, summary: str, references: Sequence[str]) -> NDArray[np.float64]:
        """[measures, 2] F1 and recall, in [0, 1]."""
        found = [self._against(summary, each) for each in references]
        return np.asarray(np.mean(found, axis=0))

    def _against(self, summary: str, reference: str) -> list[tuple[float, float]]:
        theirs = self._scorer.score(reference, summary)
        found = [(float(theirs[each].fmeasure), float(theirs[each].recall)) for each in _THEIRS]
        return [*found, _overlap(self._pairs(summary), self._pairs(reference))]


def skip_pairs(tokens: Sequence[str]) -> Pairs:
    """How often each token and each pair of tokens in order stands there, at most four between."""
    found: Pairs = Counter((token,) for token in tokens)
    for distance in range(1, _GAP + 2):
        found.update(zip(tokens, tokens[distance:], strict=False))
    return found


def _overlap(mine: Pairs, theirs: Pairs) -> tuple[float, float]:
    hits = (mine & theirs).total()
    if not hits:
        return 0.0, 0.0
    return 2 * hits / (mine.total() + theirs.total()), hits / theirs.total()


def unread_share(texts: Iterable[str]) -> float:
    """The share of the letters that are none to `rouge-score`, which knows a to z: they part words.

    Nearly nothing in English, a letter in thirty in French; where it is large no figure counts.
    """
    letters = [letter for text in texts for letter in text if letter.isalpha()]
    return sum(not letter.isascii() for letter in letters) / max(1, len(letters))
