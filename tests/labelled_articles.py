"""Articles about made-up events, with the event of each, as `evaluate stories` reads them."""

import json
import random
from pathlib import Path

PLACES = "Corfu Lima Bergen Nairobi Quito Osaka Tunis Gdansk".split()
PEOPLE = "Maria Lindqvist,Paul Okafor,Ana Quispe,Jan Nowak,Kenji Mori,Leila Trabelsi".split(",")
THINGS = "ferry bridge mine school harbour tunnel stadium market".split()
DONE = "sank collapsed flooded burned closed reopened".split()


def write_labelled(file: Path, *, events: int = 6, articles: int = 7, seed: int = 3) -> Path:
    """A line for each article; the events of one topic are of one kind in two places."""
    chance = random.Random(seed)
    lines = []
    for event in range(events):
        told = _event(chance, event)
        for number in range(articles):
            text = " ".join(chance.sample(told, 4))
            lines.append({"id": f"{event}-{number}", "cluster": f"e{event}",
                          "topic": f"t{event // 2}", "text": text})  # fmt: skip
    chance.shuffle(lines)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def _event(chance: random.Random, event: int) -> list[str]:
    place, person = PLACES[event % len(PLACES)], PEOPLE[event % len(PEOPLE)]
    thing, done = THINGS[event // 2 % len(THINGS)], DONE[event // 2 % len(DONE)]
    count = chance.randint(100, 999)
    return [
        f"A {thing} {done} near {place} on Monday morning.",
        f"{person} said that {count} people were safe in {place}.",
        f"The {thing} of {place} was built by {person} in {1900 + event}.",
        f"Rescue teams searched the {thing} for {count} people all night.",
        f"Officials in {place} blamed {person} for the old {thing}.",
        f"Families waited beside the {thing} until {person} spoke to them.",
    ]
