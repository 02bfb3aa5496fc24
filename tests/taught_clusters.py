"""Clusters with references made up for the tests: what is told stands at the end of each article."""

import json
import random

PLACES = """harbour museum library hospital station theatre prison bakery stadium airport chapel
    tower""".split()
FILLERS = """weather garden teacher music window paper winter river market letter kitchen bottle
    engine ladder mirror basket candle hammer pocket saddle""".split()


def cluster(number: int, *, retold: bool, articles: int = 3) -> dict[str, object]:
    """The reference of a long summary is the end of every article; of a short one, of the first."""
    chance = random.Random(number)
    place = PLACES[number % len(PLACES)]
    texts, ends = [], []
    for article in range(articles):
        sentences = [
            f"Another {' '.join(chance.sample(FILLERS, 5))} went to the old {chance.choice(FILLERS)}."
            for _ in range(6)
        ]
        ends.append(
            f"Fire number {article} closed the {place} and its {chance.choice(FILLERS)} hall."
        )
        texts.append(" ".join([*sentences, ends[-1]]))
    return {
        "id": f"c{number}",
        "event": f"event {number // 2}",
        "articles": [{"text": text, "cleaned": True} for text in texts],
        "summaries": [" ".join(ends * 8) if retold else ends[0]],
    }


def write_taught_clusters(path, *, retold: bool, count: int = 8, first: int = 0):
    lines = [json.dumps(cluster(first + number, retold=retold)) + "\n" for number in range(count)]
    path.write_text("".join(lines), encoding="utf-8")
    return path
