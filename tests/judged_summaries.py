"""Summaries made up for the tests, and what people might say of them."""

import json
import random

PLACES = "harbour museum library hospital station theatre prison bakery stadium airport".split()
DEEDS = "closed opened flooded burned moved reopened".split()
NAMES = "Ferrer Okafor Lindqvist Moreau Tanaka Novak".split()


def judged(number: int, *, faithful: bool) -> dict[str, object]:
    """A summary copied from its article, or one about something else."""
    chance = random.Random(number)
    told = [
        f"The {place} in the old town {chance.choice(DEEDS)} after mayor {chance.choice(NAMES)}"
        f" called {chance.randint(20, 90)} engineers."
        for place in chance.sample(PLACES, 4)
    ]
    invented = f"Seven zebras painted the moon while {chance.choice(NAMES)} sang."
    return {
        "article": " ".join(told),
        "summary": chance.choice(told).lower() if faithful else invented,
        "factuality": 1.0 if faithful else 0.3333,
    }


def write_judged(path, *, count: int = 12, datasets: tuple[str, ...] = ("north", "south")):
    """Each article has a faithful summary and another one."""
    lines = [
        json.dumps(
            {**judged(number, faithful=faithful), "dataset": datasets[number % len(datasets)]}
        )
        for number in range(count)
        for faithful in (True, False)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
