"""How well texts are split into sentences, beside Punkt as it comes and a regular expression."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from nltk.tokenize.punkt import PunktSentenceTokenizer

from summarizer.evaluation.datasets import Data, SplitText
from summarizer.text.languages import detect
from summarizer.text.sentences import split

__all__ = ["SPLITTERS", "SentenceReport", "SplitterScore", "evaluate_sentences"]

Splitter = Callable[[str], list[tuple[int, int]]]

_LEAST_TIMED = 500_000
_PLAIN_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitterScore:
    """What one splitter reaches."""

    splitter: str
    #: of the ends of sentences inside the texts; the end of a text is not counted
    precision: float
    recall: float
    f1: float
    #: texts whose sentences are all as expected, and how many texts there are
    exact: int
    texts: int
    #: texts whose sentences are not spans in order that hold everything but white space
    unfaithful: tuple[str, ...]
    #: texts that are not exact
    failing: tuple[str, ...]
    seconds_per_megabyte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReport:
    """The scores of all splitters on one data set."""

    data: Data
    scores: tuple[SplitterScore, ...]


def _ours(text: str) -> list[tuple[int, int]]:
    return split(text, detect(text))


def _punkt(text: str) -> list[tuple[int, int]]:
    return list(PunktSentenceTokenizer().span_tokenize(text))


def _plain(text: str) -> list[tuple[int, int]]:
    ends = [match.start() for match in _PLAIN_END.finditer(text)]
    starts = [match.end() for match in _PLAIN_END.finditer(text)]
    spans = zip([0, *starts], [*ends, len(text)], strict=True)
    return [(start, end) for start, end in spans if text[start:end].strip()]


SPLITTERS: dict[str, Splitter] = {
    "summarizer": _ours,
    "Punkt as it comes": _punkt,
    "regular expression": _plain,
}


def evaluate_sentences(texts: list[SplitText], data: Data) -> SentenceReport:
    """The scores of every splitter; those of the product come first."""
    scores = tuple(_score(name, splitter, texts) for name, splitter in SPLITTERS.items())
    return SentenceReport(data=data, scores=scores)


def _score(name: str, splitter: Splitter, texts: list[SplitText]) -> SplitterScore:
    found = [splitter(each.text) for each in texts]
    pairs = list(zip(texts, found, strict=True))
    hits, mine, theirs = (sum(counts) for counts in zip(*map(_hits, pairs), strict=True))
    failing = tuple(each.id for each, spans in pairs if not _is_exact(each, spans))
    return SplitterScore(
        splitter=name,
        precision=hits / max(1, mine),
        recall=hits / max(1, theirs),
        f1=2 * hits / max(1, mine + theirs),
        exact=len(texts) - len(failing),
        texts=len(texts),
        unfaithful=tuple(each.id for each, spans in pairs if not _is_faithful(each.text, spans)),
        failing=failing,
        seconds_per_megabyte=_seconds_per_megabyte(splitter, texts),
    )


def _seconds_per_megabyte(splitter: Splitter, texts: list[SplitText]) -> float:
    """Of the texts joined to one, and repeated to a size that can be timed."""
    joined = "\n".join(each.text for each in texts) + "\n"
    joined *= max(1, _LEAST_TIMED // len(joined.encode()))
    start = time.perf_counter()
    splitter(joined)
    return (time.perf_counter() - start) / len(joined.encode()) * 1_000_000


def _hits(pair: tuple[SplitText, list[tuple[int, int]]]) -> tuple[int, int, int]:
    """Boundaries found that are right, boundaries found, boundaries expected."""
    text, spans = pair
    mine = _boundaries([text.text[start:end] for start, end in spans])
    theirs = _boundaries(text.sentences)
    return len(mine & theirs), len(mine), len(theirs)


def _boundaries(sentences: list[str] | tuple[str, ...]) -> set[int]:
    """How many characters, white space aside, stand before each end but the last."""
    ends: list[int] = []
    for sentence in sentences:
        ends.append((ends[-1] if ends else 0) + len("".join(sentence.split())))
    return set(ends[:-1])


def _is_exact(text: SplitText, spans: list[tuple[int, int]]) -> bool:
    mine = [" ".join(text.text[start:end].split()) for start, end in spans]
    return mine == [" ".join(sentence.split()) for sentence in text.sentences]


def _is_faithful(text: str, spans: list[tuple[int, int]]) -> bool:
    gaps = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)],
               strict=True)  # fmt: skip
    ordered = all(start < end for start, end in spans)
    return ordered and all(a <= b and not text[a:b].strip() for a, b in gaps)
