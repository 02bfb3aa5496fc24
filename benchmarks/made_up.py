"""News that never happened, for measuring time: as long as wanted, and never twice the same.

A chain of words of order one over the sample corpus: real words, names, dates, quotations and
punctuation in the shares that news has, sentences of a length that news has, and articles of one
storyline that share phrases without being copies. The same seed gives the same text.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from summarizer.reading import content_hash
from summarizer.text.sentences import split
from summarizer.types import Article, PublicationDate
from tests import corpus

#: longer ones are begun again: the chain of a small corpus runs in circles
LONGEST = 60
#: in which the articles of a cluster were published
DAYS = 30


@cache
def chain(storyline: str) -> tuple[list[str], dict[str, list[str]]]:
    """The words that begin the storyline's sentences, and those behind each word; none ends one."""
    first: list[str] = []
    following: dict[str, list[str]] = {}
    for article in corpus.articles(storyline):
        for start, end in split(article.text, article.language):
            words = article.text[start:end].split()
            first.append(words[0])
            for word, after in zip(words, [*words[1:], ""], strict=True):
                following.setdefault(word, []).append(after)
    return first, following


def sentence(chance: random.Random, storyline: str) -> list[str]:
    first, following = chain(storyline)
    words = [chance.choice(first)]
    while after := chance.choice(following[words[-1]]):
        words.append(after)
        if len(words) > LONGEST:
            return sentence(chance, storyline)
    return words


def text(chance: random.Random, storyline: str, words: int) -> str:
    """Paragraphs of one to three sentences, of `words` words or a few more."""
    paragraphs: list[str] = []
    told = 0
    while told < words:
        sentences = [sentence(chance, storyline) for _ in range(chance.randint(1, 3))]
        told += sum(map(len, sentences))
        paragraphs.append(" ".join(" ".join(each) for each in sentences))
    return "\n".join(paragraphs)


def articles(seed: int, *, count: int = 10, words: int = 600) -> list[Article]:
    """A cluster of articles about one storyline, cleaned already, published in `days(seed)`."""
    chance = random.Random(seed)
    storyline = corpus.STORYLINES[seed % len(corpus.STORYLINES)]
    return [
        article(
            text(chance, storyline, words),
            id=f"a{seed}-{number}",
            title=" ".join(sentence(chance, storyline)[:8]),
            source=f"Paper {number}",
            day=days(seed)[0] + timedelta(chance.randrange(DAYS)),
        )
        for number in range(count)
    ]


def days(seed: int) -> tuple[date, date]:
    """The first and the last day of a cluster; no two clusters share one."""
    first = date(2000, 1, 1) + timedelta(seed * DAYS)
    return first, first + timedelta(DAYS - 1)


def article(body: str, *, day: date, **fields: str) -> Article:
    made = Article(
        **fields,
        language="en",
        text=body,
        given=body,
        date=PublicationDate(value=day, precision="day", origin="given"),
    )
    return replace(made, content_hash=content_hash(made))


def sentences(seed: int, count: int) -> Iterator[str]:
    """Sentences of all storylines in turn."""
    chance = random.Random(seed)
    for number in range(count):
        yield " ".join(sentence(chance, corpus.STORYLINES[number % len(corpus.STORYLINES)]))
