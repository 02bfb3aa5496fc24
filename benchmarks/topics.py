"""Which stored articles a topic finds, by words alone and with embeddings beside them.

`python -m benchmarks.topics T17.jsonl ECB.jsonl MODEL [DATABASE]`: ingests the two files
(Timeline17 and ECB+, in the form of `evaluate timeline` and `evaluate stories`) into the database,
or one that goes away, gives every article a vector of the model in the folder, and asks topics
worded for this: those of `LIKE_ARTICLES` as the articles would, those of `OTHERWISE` in other
words. Nothing that the articles tell is about those of `ABSENT`, nor about those of `LOOKALIKE`,
which name other events of kinds that they do tell of. An article is right when its event is the
topic's. The least nearness is chosen on every other topic; the others are held out.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from summarizer.errors import NoArticlesError
from summarizer.neural.embedding import open_embedder
from summarizer.neural.folders import ModelFolder
from summarizer.protocols import Store
from summarizer.service import Summarizer
from summarizer.service.chosen import Wanted
from summarizer.service.finding import choose_articles
from summarizer.service.meaning import Meaning
from summarizer.store import open_store
from summarizer.types import Document

#: the event of each topic, as the files name it; "" for none
Topics = Mapping[str, str]
LIKE_ARTICLES: Topics = {
    "financial crisis": "finan",
    "economic crisis bailout": "finan",
    "Lehman Brothers collapse": "finan",
    "swine flu": "h1n1",
    "H1N1 influenza pandemic": "h1n1",
    "flu vaccine": "h1n1",
    "Iraq war": "iraq",
    "Iraqi insurgents": "iraq",
    "Baghdad bombing": "iraq",
    "Michael Jackson death": "mj",
    "Conrad Murray trial": "mj",
    "Jackson memorial": "mj",
    "BP oil spill": "bpoil",
    "Deepwater Horizon": "bpoil",
    "oil leak Gulf of Mexico": "bpoil",
    "Haiti earthquake": "haiti",
    "Port-au-Prince": "haiti",
    "quake relief Haiti": "haiti",
}
OTHERWISE: Topics = {
    "lenders going bust": "finan",
    "Wall Street meltdown": "finan",
    "subprime mortgage turmoil": "finan",
    "contagious respiratory virus from Mexico": "h1n1",
    "worldwide outbreak of a pig virus": "h1n1",
    "overthrow of Saddam": "iraq",
    "sectarian violence in Mesopotamia": "iraq",
    "King of Pop passes away": "mj",
    "singer's physician in court over a fatal sedative": "mj",
    "offshore drilling rig disaster": "bpoil",
    "petroleum pollution off Louisiana": "bpoil",
    "crude gushing from an undersea well": "bpoil",
    "Caribbean tremor victims": "haiti",
    "survivors pulled from rubble after a seismic disaster": "haiti",
    "Hollywood star enters addiction treatment": "1",
    "emcee of the film awards": "2",
    "obituary of a pin-up model": "4",
    "boxer defends his belt": "7",
    "protection of threatened wildlife weakened": "9",
    "navy stops hijackers off Somalia": "12",
    "blaze at a governor's place of worship": "13",
    "gunman at a workplace festivity": "18",
    "sexagenarian accused of decades-old slaying": "22",
    "mountaineer falls to his death": "23",
    "gems stolen at gunpoint in Paris": "24",
    "Cosa Nostra chief kills himself behind bars": "26",
    "emergency browser update from Microsoft": "27",
    "undersea fibre severed, web connections down": "30",
    "Obama's pick for the nation's top doctor": "34",
    "leaders of a sect with plural marriage": "36",
    "actor leaves a time travelling role": "39",
    "smartphone launch by a wireless carrier": "42",
}
#: the first ten as those of `quality.md` that had no articles before there were embeddings
ABSENT: Topics = dict.fromkeys(
    (
        "nuclear talks",
        "border crossing",
        "Olympic regatta",
        "chess championship",
        "penguin migration",
        "volcano eruption Iceland",
        "climate summit",
        "stock exchange merger",
        "train crash",
        "space station",
        "nuclear plant meltdown",
        "wedding of a British prince",
        "election of a new pontiff",
        "football world cup final",
        "Scottish independence vote",
        "airliner vanishes over the ocean",
        "genome sequencing breakthrough",
        "drought and failed harvest",
        "teachers walk out over pay",
        "dinosaur fossil discovered",
        "bullfighting ban",
        "opera premiere",
        "ferry capsizes",
        "chemical weapons inspectors",
        "self-driving car accident",
        "whale stranded on a beach",
        "currency union treaty",
        "high-speed rail line",
        "avalanche buries skiers",
        "rugby tournament",
    ),
    "",
)
LOOKALIKE: Topics = dict.fromkeys(
    (
        "earthquake in Chile",
        "earthquake in New Zealand",
        "oil spill in Alaska",
        "oil spill in Nigeria",
        "Michael Jordan retirement",
        "Whitney Houston death",
        "war in Syria",
        "Afghan insurgents",
        "bird flu",
        "Ebola outbreak",
        "greek debt crisis",
        "swiss bank secrecy",
        "Prince memorial concert",
        "yankees sign pitcher",
        "nokia smartphone",
        "google acquisition",
        "zika virus in brazil",
        "Kabul bombing",
        "cholera in yemen",
        "bank robbery in berlin",
        "fire in a London tower",
        "polio vaccine",
        "cruise ship sinks off Italy",
        "tanker explosion in Singapore",
    ),
    "",
)
KINDS = {
    "like the articles": LIKE_ARTICLES,
    "in other words": OTHERWISE,
    "absent": ABSENT,
    "look-alikes": LOOKALIKE,
}
FIRST = 20
LEASTS = (None, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)


@dataclass(frozen=True)
class Score:
    """Of one topic."""

    found: int
    right: int
    wanted: int
    #: the share of right ones among the first twenty; None without any
    first: float | None

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float:
        return self.right / self.wanted


def documents(t17: Path, ecb: Path) -> Iterator[tuple[str, Document]]:
    """Each with its event."""
    for line in t17.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        for each in cluster["articles"]:
            known = {key: each.get(key) for key in ("text", "title", "date", "url", "source")}
            yield cluster["topic"], Document(**known, cleaned=True)
    for line in ecb.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        yield each["topic"], Document(text=each["text"], cleaned=True)


def filled(summarizer: Summarizer, t17: Path, ecb: Path) -> dict[str, str]:
    """The event of each stored article."""
    events, given = zip(*documents(t17, ecb), strict=True)
    truth: dict[str, str] = {}
    for event, outcome in zip(events, summarizer.ingest_documents(given), strict=True):
        if outcome.id:
            truth.setdefault(outcome.id, event)
    for _ in summarizer.embed():
        pass
    return truth


def score(
    store: Store, truth: Mapping[str, str], asked: tuple[str, str], meaning: Meaning | None
) -> Score:
    topic, event = asked
    wanted = Wanted(topic=topic, dates=None, limit=len(truth))
    try:
        chosen = choose_articles(store, wanted, meaning=meaning)
    except NoArticlesError:
        events = []
    else:
        events = [truth[info.id] for info in chosen.articles]
    return Score(
        found=len(events),
        right=events.count(event),
        wanted=list(truth.values()).count(event),
        first=events[:FIRST].count(event) / len(events[:FIRST]) if events else None,
    )


def row(scores: list[Score], *, absent: bool) -> str:
    if absent:
        many = sum(each.found > 0 for each in scores)
        return f"{sum(each.found for each in scores)} ({many} of {len(scores)})"
    precise = [each.precision for each in scores if each.precision is not None]
    first = [each.first for each in scores if each.first is not None]
    recall = sum(each.recall for each in scores) / len(scores)
    means = f"{np.mean(precise):.2f} / {np.mean(first):.2f} / {recall:.2f}"
    return f"{means} ({len(precise)} of {len(scores)})"


def main(t17: str, ecb: str, folder: str, database: str | None = None) -> None:
    embedder = open_embedder(ModelFolder(path=Path(folder)))
    with tempfile.TemporaryDirectory() as place:
        store = open_store(f"sqlite:///{database or f'{place}/topics.db'}")
        summarizer = Summarizer(store, embedder=embedder)
        truth = filled(summarizer, Path(t17), Path(ecb))
        for half, name in enumerate(("chosen on", "held out")):
            print(f"{name}: precision / of the first 20 / recall (topics that find something)")
            for least in LEASTS:
                meaning = None if least is None else Meaning(embedder, least=least)
                print("words" if least is None else f"{least:.2f}", end="")
                for topics in KINDS.values():
                    part = list(topics.items())[half::2]
                    scores = [score(store, truth, each, meaning) for each in part]
                    print(" |", row(scores, absent=not part[0][1]), end="")
                print(flush=True)
        store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
