"""Whether reports that differ are told from those that only seem to: pairs written for it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.bootstrap import draws
from summarizer.evaluation.datasets import Data
from summarizer.extractive.answer import Question
from summarizer.extractive.rankers import RANKERS
from summarizer.service.disagreeing import answer_with_disagreements
from summarizer.service.inline import question_of_documents
from summarizer.types import (
    Budget,
    Disagreement,
    DisagreementKind,
    Document,
    SummaryRequest,
)

__all__ = [
    "DisagreementReport",
    "Found",
    "KindCount",
    "Pair",
    "Part",
    "Share",
    "evaluate_disagreements",
    "read_pairs",
]

Part = Literal["all", "tuned", "held-out"]
_ENDS = (2.5, 97.5)
#: one sentence: that values told in the summary come first decides nothing here
_REQUEST = SummaryRequest(budget=Budget(amount=1, unit="sentences"), method="extractive")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports, and what is expected of them."""

    #: what kind of value differs, or why there is no disagreement
    kind: str
    #: None where they do not disagree
    expected: DisagreementKind | None
    #: the two values as they stand, without a hedge; empty where none is expected
    values: tuple[str, ...]
    articles: tuple[Document, ...]
    held_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share, and the ends between which it lies in 95 of 100 resamples of pairs."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """Of pairs of one kind: how many there are, are told as expected, and are told otherwise."""

    kind: str
    disagree: bool
    pairs: int
    right: int
    wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A pair that came out otherwise than expected."""

    kind: str
    texts: tuple[str, ...]
    expected: DisagreementKind | None
    found: DisagreementKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementReport:
    """Precision of what is told, recall of what should be; None where nothing is."""

    data: Data
    part: Part
    pairs: int
    precision: Share | None
    recall: Share | None
    kinds: tuple[KindCount, ...]
    otherwise: tuple[Found, ...]


def read_pairs(paths: Iterable[Path]) -> tuple[list[Pair], Data]:
    """The pairs of JSON files; UnreadableInputError for one that is missing or of another form."""
    pairs: list[Pair] = []
    names: list[str] = []
    total = sha256()
    for path in paths:
        try:
            content = path.read_bytes()
            pairs += [_pair(item) for item in json.loads(content)]
        except OSError as error:
            raise UnreadableInputError.of_system(str(path), error) from error
        except (ValueError, KeyError, TypeError) as error:
            reason = "must be a JSON list of {kind, expected, values, articles}"
            raise UnreadableInputError(str(path), reason) from error
        total.update(content)
        names.append(path.name)
    if not pairs:
        raise UnreadableInputError(", ".join(names), "holds no pairs to evaluate on")
    return pairs, Data(names=tuple(names), sha256=total.hexdigest(), items=len(pairs))


def evaluate_disagreements(
    pairs: Sequence[Pair], data: Data, *, part: Part = "all"
) -> DisagreementReport:
    """The report; what is told counts as right when its kind and both of its values are."""
    wanted = {"all": (True, False), "tuned": (False,), "held-out": (True,)}[part]
    chosen = [pair for pair in pairs if pair.held_out in wanted]
    found = [answer_with_disagreements(_question(pair)).disagreements for pair in chosen]
    told = np.array([len(each) > 0 for each in found], dtype=np.float64)
    due = np.array([pair.expected is not None for pair in chosen], dtype=np.float64)
    right = np.array([_is_right(p, f) for p, f in zip(chosen, found, strict=True)], np.float64)
    return DisagreementReport(
        data=data,
        part=part,
        pairs=len(chosen),
        precision=_share(right, told),
        recall=_share(right, due),
        kinds=_kinds(chosen, told, right),
        otherwise=tuple(
            Found(
                kind=pair.kind,
                texts=tuple(article.text or "" for article in pair.articles),
                expected=pair.expected,
                found=each[0].kind if each else None,
            )
            for pair, each, fine in zip(chosen, found, right, strict=True)
            if not fine and (each or pair.expected)
        ),
    )


def _pair(item: dict[str, Any]) -> Pair:
    expected = item["expected"]
    if expected is not None and expected not in get_args(DisagreementKind):
        raise ValueError(expected)
    known = ("title", "text", "date", "source")
    return Pair(
        kind=str(item["kind"]),
        expected=expected,
        values=tuple(item["values"] or ()),
        articles=tuple(
            Document(cleaned=True, **{key: each[key] for key in known if key in each})
            for each in item["articles"]
        ),
        held_out=bool(item.get("held_out")),
    )


def _question(pair: Pair) -> Question:
    """The pair as two sources, but for equal texts: reports this short look like copies."""
    question = question_of_documents(_REQUEST, RANKERS[_REQUEST.ranker](), pair.articles, ())
    texts = [article.text for article in pair.articles]
    return replace(question, groups=tuple(texts.index(text) for text in texts))


def _is_right(pair: Pair, found: Sequence[Disagreement]) -> bool:
    if len(found) != 1 or found[0].kind != pair.expected:
        return False
    told = [value.text for value in found[0].values]
    return len(told) == len(pair.values) and all(
        any(value in text for text in told) for value in pair.values
    )


def _share(right: Floats, of: Floats) -> Share | None:
    if not of.any():
        return None
    drawn = draws(len(of))
    whole = drawn @ of
    shares = (drawn @ right)[whole > 0] / whole[whole > 0]
    low, high = np.percentile(shares, _ENDS)
    return Share(share=float(right.sum() / of.sum()), low=float(low), high=float(high))


def _kinds(pairs: Sequence[Pair], told: Floats, right: Floats) -> tuple[KindCount, ...]:
    counts: dict[tuple[str, bool], list[int]] = {}
    for pair, is_told, is_right in zip(pairs, told, right, strict=True):
        count = counts.setdefault((pair.kind, pair.expected is not None), [0, 0, 0])
        fine = is_right if pair.expected else not is_told
        count[0] += 1
        count[1] += int(fine)
        count[2] += int(is_told and not is_right)
    return tuple(
        KindCount(kind=kind, disagree=due, pairs=pairs_, right=right_, wrong=wrong)
        for (kind, due), (pairs_, right_, wrong) in counts.items()
    )
