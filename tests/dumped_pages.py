"""Dumped pages made up for the tests: menus, an article, teasers, each publisher with its own."""

import json

SUBJECTS = """ferry bridge school market harbour library museum hospital station theatre church
    prison bakery tower garden stadium chapel airport""".split()


def article(subject):
    return [
        f"The {subject} of the town was closed on Monday after the storm had damaged its roof.",
        f"Nobody was hurt in the {subject}, the mayor said, and the work would begin in the spring.",
        f"“We had asked for a new roof of the {subject} for years,” she told reporters on Tuesday.",
        "The council is to meet next week, and will decide how much money it can spend on it.",
    ]


def page(number):
    subject = SUBJECTS[number % len(SUBJECTS)]
    publisher = number // 3
    menu = [f"Section {publisher} number {n}" for n in range(15)]
    links = [f"Paper {publisher} link number {n} »" for n in range(12)]
    headline = f"Storm damages the {subject} of the town"
    teasers = ["A dog was saved from a well on Friday in another place.", *links]
    lines = [*menu, headline, "Print", *article(subject), "Related stories", *teasers]
    return {
        "id": f"p{number}",
        "dump": ("one", "other")[number % 2],
        "text": "\n\n".join(lines),
        "gold": "\n".join(article(subject)),
        "title": headline,
    }


def write_pages(path, count=12):
    path.write_text(
        "".join(json.dumps(page(number)) + "\n" for number in range(count)), encoding="utf-8"
    )
    return path
