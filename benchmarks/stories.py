"""How long grouping articles into stories takes, and how its memory grows.

`python -m benchmarks.stories`: 5,000, 10,000 and 20,000 prepared articles of 400 words, each size
in a process of its own, on one core. An article tells of one of many made-up events: a third of its
sentences are of the event's own, with words and names that only its event has, the rest of a
storyline of the sample corpus. The memory is that of the whole process, program and articles
included. Nothing is asserted.
"""

import os

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})

import json
import math
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time

import numpy as np

from benchmarks.made_up import sentence
from summarizer.prepared import Prepared
from summarizer.stories.copies import copy_groups
from summarizer.stories.grouping import group_articles, groups_of_graph, timed
from summarizer.stories.neighbours import near
from summarizer.stories.story_vectors import story_vectors
from summarizer.text.preparing import prepare
from tests import corpus

SIZES = (5_000, 10_000, 20_000)
WORDS = 400
#: articles of an event, at most
MOST = 12
SYLLABLES = "ba den ro ki mal sto ver gun tel qua fi sor ly pen dra".split()


def name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


def articles(seed: int, count: int) -> Iterator[tuple[Prepared, date]]:
    chance = random.Random(seed)
    number = 0
    while number < count:
        storyline = chance.choice(corpus.STORYLINES)
        day = date(2020, 1, 1) + timedelta(chance.randrange(365))
        own = [name(chance) for _ in range(25)]
        told = [_changed(chance, storyline, own) for _ in range(20)]
        for _ in range(min(chance.randint(1, MOST), count - number)):
            yield _article(chance, storyline, told, number), day + timedelta(chance.randrange(3))
            number += 1


def _changed(chance: random.Random, storyline: str, own: list[str]) -> str:
    """A sentence with some of its words exchanged for those of the event."""
    words = sentence(chance, storyline)
    return " ".join(chance.choice(own) if chance.random() < 0.15 else word for word in words)


def _article(chance: random.Random, storyline: str, told: list[str], number: int) -> Prepared:
    sentences: list[str] = []
    while sum(len(each.split()) for each in sentences) < WORDS:
        own = chance.random() < 1 / 3
        sentences.append(chance.choice(told) if own else " ".join(sentence(chance, storyline)))
    text = "\n".join(sentences)
    title = " ".join(chance.choice(told).split()[:8])
    return prepare(text, title=title, language="en", content_hash=f"{number:09}")


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int) -> str:
    """Seconds of the steps, stories found, and MB before and at most."""
    made = list(articles(count, count))
    forms, days = [form for form, _ in made], [day for _, day in made]
    before = megabytes()
    moments = [process_time()]
    copies = copy_groups(forms)
    moments.append(process_time())
    vectors = story_vectors(forms)
    moments.append(process_time())
    graph = timed(near(vectors.values), days)
    moments.append(process_time())
    groups_of_graph(graph)
    moments.append(process_time())
    steps = np.diff(moments).tolist()
    peak = megabytes()
    del vectors, graph
    labels = group_articles(forms, days=days, copies=copies)
    return json.dumps([*steps, len(set(labels.tolist())), before, peak])


def table() -> Iterator[str]:
    heads = ("copies, s", "vectors, s", "neighbours, s", "linkage, s", "all, s", "stories")
    yield f"| articles | {' | '.join(heads)} | MB of the articles | MB at most |"
    yield "| ---: |" + " ---: |" * (len(heads) + 2)
    spent: list[float] = []
    for count in SIZES:
        command = [sys.executable, "-m", "benchmarks.stories", str(count)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this file
        *steps, stories, before, peak = json.loads(done.stdout)
        spent.append(sum(steps))
        cells = " | ".join(f"{each:.1f}" for each in (*steps, sum(steps)))
        yield f"| {count:,} | {cells} | {stories:,} | {before:.0f} | {peak:.0f} |"
    exponent = math.log(spent[-1] / spent[-2]) / math.log(SIZES[-1] / SIZES[-2])
    yield f"\nThe exponent of the time between the last two sizes is {exponent:.2f}."


def main() -> None:
    if len(sys.argv) > 1:
        print(measure(int(sys.argv[1])))
        return
    for line in table():
        print(line, flush=True)


if __name__ == "__main__":
    main()
