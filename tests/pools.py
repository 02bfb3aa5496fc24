"""Articles and pools made of small texts, and their worth, for tests of everything that ranks."""

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from summarizer.prepared import Pool, Prepared
from summarizer.protocols import Asked, Ranker
from summarizer.reading import content_hash
from summarizer.selection.stacking import stack
from summarizer.text.preparing import prepare
from summarizer.types import Article

WORDS = """summit border leader treaty missile market harbour engine crash pilot airport minister
    vote parliament court judge storm river flood rescue diver cave school teacher strike wage
    factory export tariff island""".split()
LIGHT = "the of and in a to".split()


def article(text: str, **fields: object) -> Article:
    """An article with its content hash; `id`, `title`, `source`, `url`, `date` as wished."""
    made = Article(**{"id": "a1", "language": "en", "text": text, "given": text, **fields})
    return replace(made, content_hash=content_hash(made))


def prepared(text: str, *, title: str | None = None, hashed: str | None = None) -> Prepared:
    return prepare(text, title=title, language="en", content_hash=hashed or f"{text!r}{title!r}")


def pool(*texts: str, groups: Sequence[int] | None = None) -> Pool:
    """The pool of articles that keep their order: their hashes are their numbers."""
    forms = [prepared(text, hashed=f"{number:04}") for number, text in enumerate(texts)]
    return stack(forms, groups)


def random_texts(
    seed: int, *, articles: int = 6, sentences: int = 8, lively: bool = False
) -> list[str]:
    """Articles about overlapping matters, some sentences in several of them, some pointing back.

    `lively` ones name people, go on with a pronoun, and quote them at length.
    """
    chance = random.Random(seed)

    def sentence() -> str:
        words = [chance.choice(WORDS + LIGHT) for _ in range(chance.randint(1, 14))]
        opening = chance.choice(["The", "He", "But", "Old", "New", "One"])
        return " ".join([opening, *words]) + "."

    def again(known: str) -> str:
        """The same sentence, or one that says nearly the same."""
        return known if chance.random() < 0.5 else known.removesuffix(".") + " today."

    def told() -> str:
        if not lively or chance.random() < 0.5:
            return sentence()
        who = chance.choice(["Anna Berg", "Martin Kolb", "Laura Diaz"])
        said = [" ".join(chance.choices(WORDS + LIGHT, k=6)) for _ in range(3)]
        pronoun = "He" if who == "Martin Kolb" else "She"
        return chance.choice(
            [
                f"{who} said {said[0]}. {pronoun} saw {said[1]}.",
                f"“The {said[0]}. The {said[1]},” {who} said.",
                f"“The {said[0]}. The {said[1]}. Then {said[2]}.”",
                f"The “{said[0]}. The {said[1]}.",
            ]
        )

    shared = [sentence() for _ in range(4)]
    return [
        " ".join(
            again(chance.choice(shared)) if chance.random() < 0.2 else told()
            for _ in range(chance.randint(1, sentences))
        )
        for _ in range(articles)
    ]


def random_pool(seed: int, *, lively: bool = False, **sizes: int) -> Pool:
    texts = random_texts(seed, lively=lively, **sizes)
    groups = [max(0, number - 1) for number in range(len(texts))]
    return pool(*texts, groups=groups)


def gains(ranker: Ranker, made: Pool, *added: int, focus: np.ndarray | None = None) -> np.ndarray:
    """What each sentence is worth to `ranker` behind those `added`."""
    objective = ranker.objective(made, Asked(words=100.0, focus=focus))
    for row in added:
        objective.add(row)
    return objective.gains(np.arange(len(made)))
