"""How many false sentences the fact vetoes catch, and how many true ones they call false."""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.changes import CHANGES, Change, Sources
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.evidence_clusters import EvidenceCluster
from summarizer.evaluation.rewordings import reworded
from summarizer.grounding.facts import Facts, faults, prepare_facts

__all__ = ["Caught", "CorruptionReport", "Half", "Judged", "evaluate_corruptions", "judged"]

Half = Literal["both", "first", "second"]
#: sentences of fewer or more words are no fair samples
_WORDS = (8, 45)
_WHOLE = re.compile(r"[A-Z“\"‘].*[.!?][”\"]?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence, and what was found in it."""

    kind: str
    paraphrased: bool
    #: as it stands in the article
    sentence: str
    #: as it was judged
    claim: str
    kinds: tuple[str, ...]
    messages: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Caught:
    """Of sentences of one kind: how many there are, have a fault, and have one that is certain."""

    kind: str
    paraphrased: bool
    made: int
    caught: int
    certain: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorruptionReport:
    """Shares of false sentences that are caught, and of true ones that are."""

    data: Data
    seed: int
    half: Half
    false: tuple[Caught, ...]
    true: tuple[Caught, ...]


def evaluate_corruptions(
    clusters: Sequence[EvidenceCluster],
    data: Data,
    *,
    most: int = 300,
    seed: int = 1,
    half: Half = "both",
    paraphrases: Iterable[Path] = (),
) -> CorruptionReport:
    """The report for at most so many sentences of each kind, each also after a paraphrase."""
    found = list(judged(clusters, most=most, seed=seed, half=half))
    found += _by_hand(clusters, paraphrases)
    kinds = list(dict.fromkeys((each.kind, each.paraphrased) for each in found))
    made = [_counted(kind, told, found) for kind, told in kinds]
    changed = {change.kind for change in CHANGES}
    return CorruptionReport(
        data=data,
        seed=seed,
        half=half,
        false=tuple(each for each in made if each.kind in changed),
        true=tuple(each for each in made if each.kind not in changed),
    )


def judged(
    clusters: Sequence[EvidenceCluster], *, most: int, seed: int, half: Half = "both"
) -> Iterator[Judged]:
    """The sentences, each judged against all articles of its cluster."""
    chosen = _half(clusters, half)
    each = max(1, -(-most // max(1, len(chosen))))
    counts: dict[tuple[str, bool], int] = {}
    for place, cluster in enumerate(chosen):
        # by its name, so that leaving clusters out changes nothing for the others
        chance = random.Random(f"{seed} {cluster.id}")  # noqa: S311  (samples, not secrets)
        other = chosen[place - 1] if len(chosen) > 1 else cluster
        for item in _of_cluster(cluster, other, each, chance):
            key = item.kind, item.paraphrased
            counts[key] = counts.get(key, 0) + 1
            if counts[key] <= most:
                yield item


def _half(clusters: Sequence[EvidenceCluster], half: Half) -> list[EvidenceCluster]:
    """All clusters, or those of every second event."""
    events = sorted({cluster.event for cluster in clusters})
    wanted = {"both": events, "first": events[::2], "second": events[1::2]}[half]
    return [cluster for cluster in clusters if cluster.event in set(wanted)]


def _of_cluster(
    cluster: EvidenceCluster, other: EvidenceCluster, each: int, chance: random.Random
) -> Iterator[Judged]:
    facts = prepare_facts(cluster.sentences)
    sources = Sources(cluster=_text(cluster), elsewhere=_text(other))
    pool = list(dict.fromkeys(s.text for s in cluster.sentences if _is_fair(s.text)))
    for change in CHANGES:
        yield from _changed(change, pool, each, sources, facts, chance)
    chance.shuffle(pool)
    for sentence in pool[:each]:
        yield _judge("untouched", sentence, sentence, facts)
    told = ((s, reworded(s, chance)) for s in pool)
    honest = [(s, claim) for s, claim in told if claim is not None]
    for sentence, claim in honest[:each]:
        yield _judge("untouched", sentence, claim, facts, paraphrased=True)


def _changed(  # noqa: PLR0917  (the parts of one experiment)
    change: Change,
    pool: Sequence[str],
    each: int,
    sources: Sources,
    facts: Facts,
    chance: random.Random,
) -> Iterator[Judged]:
    order = chance.sample(pool, len(pool))
    for paraphrased in (False, True):
        made = 0
        for sentence in order:
            base = reworded(sentence, chance) if paraphrased else sentence
            claim = change.make(base, sources, chance) if base is not None else None
            if claim is None or claim == base:
                continue
            yield _judge(change.kind, sentence, claim, facts, paraphrased=paraphrased)
            made += 1
            if made == each:
                break


def _judge(
    kind: str, sentence: str, claim: str, facts: Facts, *, paraphrased: bool = False
) -> Judged:
    found = faults(claim, facts)
    return Judged(
        kind=kind,
        paraphrased=paraphrased,
        sentence=sentence,
        claim=claim,
        kinds=tuple(fault.kind for fault in found),
        messages=tuple(fault.message for fault in found),
        certain=any(fault.certain for fault in found),
    )


def _by_hand(clusters: Sequence[EvidenceCluster], files: Iterable[Path]) -> Iterator[Judged]:
    """Paraphrases that people wrote, against the first cluster that holds what they are of."""
    prepared: dict[str, Facts] = {}
    for path in files:
        for quote, claim in _read_paraphrases(path):
            cluster = next(
                (c for c in clusters if any(s.text == quote for s in c.sentences)), None
            ) or next((c for c in clusters if quote in " ".join(_text(c).split())), None)
            if cluster is None:
                raise UnreadableInputError(str(path), f"no article holds “{quote}”")
            if cluster.id not in prepared:
                prepared[cluster.id] = prepare_facts(cluster.sentences)
            yield _judge("by hand", quote, claim, prepared[cluster.id], paraphrased=True)


def _read_paraphrases(path: Path) -> list[tuple[str, str]]:
    try:
        items = json.loads(path.read_bytes())
        return [(item["quote"], item["paraphrase"]) for item in items]
    except OSError as error:
        raise UnreadableInputError.of_system(str(path), error) from error
    except (ValueError, KeyError, TypeError) as error:
        reason = "must be a JSON list of {quote, paraphrase}"
        raise UnreadableInputError(str(path), reason) from error


def _counted(kind: str, paraphrased: bool, found: Sequence[Judged]) -> Caught:
    mine = [each for each in found if each.kind == kind and each.paraphrased is paraphrased]
    return Caught(
        kind=kind,
        paraphrased=paraphrased,
        made=len(mine),
        caught=sum(bool(each.kinds) for each in mine),
        certain=sum(each.certain for each in mine),
    )


def _is_fair(sentence: str) -> bool:
    count = len(sentence.split())
    return _WORDS[0] <= count <= _WORDS[1] and bool(_WHOLE.fullmatch(sentence))


def _text(cluster: EvidenceCluster) -> str:
    return " ".join(sentence.text for sentence in cluster.sentences)
