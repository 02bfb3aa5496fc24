"""Clusters made up for the tests: three articles of one event, and two summaries of them."""

import json

SUBJECTS = """ferry bridge school market harbour library museum hospital station theatre church
    prison bakery tower garden stadium""".split()
NAMES = "Ada Ben Cleo Dan Eve Finn Gus Hana".split()


def articles(number):
    subject, name = SUBJECTS[number % len(SUBJECTS)], NAMES[number % len(NAMES)]
    first = [
        f"Visitors came early to the {subject} on a bright and windy morning in the old town.",
        f"A fire broke out in the {subject} at noon and destroyed most of its wooden roof.",
        f"The keeper {name} Reed carried {number + 3} paintings out of the burning rooms.",
        "Firefighters from four towns needed six hours until the last flames were out.",
        "Shops nearby stayed open, and the buses took another way through the centre.",
    ]
    second = [
        f"The mayor spoke of a sad day for the {subject} and for everybody who loved it.",
        f"Most of the wooden roof of the {subject} was destroyed by a fire that broke out at noon.",
        f"Nobody was hurt, because {name} Reed had closed the rooms for a rehearsal.",
        f"Rebuilding the {subject} will cost {number + 2} million euros, an engineer estimated.",
    ]
    third = [
        "Smoke could be seen from the hills, and many people telephoned the newspaper.",
        f"An old cable caused the fire in the {subject}, the police said on Tuesday evening.",
        f"Rebuilding will take two years and cost {number + 2} million euros, said the engineer.",
        "The weather is to stay dry until the weekend.",
    ]
    return [
        {"title": f"Fire in the {subject}", "text": "\n".join(text), "source": f"Paper {place}",
         "date": "2019-06-30", "cleaned": True}
        for place, text in enumerate((first, second, third))
    ]  # fmt: skip


def summaries(number):
    subject, name = SUBJECTS[number % len(SUBJECTS)], NAMES[number % len(NAMES)]
    one = (
        f"A fire destroyed most of the wooden roof of the {subject} at noon. An old cable caused "
        f"it. Nobody was hurt. Rebuilding will cost {number + 2} million euros."
    )
    other = (
        f"An old cable caused the fire in the {subject}, police said. {name} Reed carried "
        f"{number + 3} paintings out. Rebuilding will take two years."
    )
    return [one, other]


def cluster(number):
    return {"id": f"c{number}", "articles": articles(number), "summaries": summaries(number)}


def write_clusters(path, count=6):
    lines = [json.dumps(cluster(number)) + "\n" for number in range(count)]
    path.write_text("".join(lines), encoding="utf-8")
    return path
