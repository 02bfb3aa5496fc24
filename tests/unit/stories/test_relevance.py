import numpy as np
import pytest

from summarizer.stories.relevance import Term, topic_relevance
from summarizer.text.preparing import prepare
from summarizer.text.tokens import stem_hashes


def terms(words: str, *rarities: float) -> list[Term]:
    stems = stem_hashes(words).tolist()
    return [
        Term(stem=stem, rarity=rarity)
        for stem, rarity in zip(stems, rarities or [2.0] * len(stems), strict=True)
    ]


def relevance(text: str, words: str = "nuclear talks", title: str | None = None) -> float:
    article = prepare(text, title=title, language="en", content_hash=text)
    return float(topic_relevance([article], terms(words))[0])


FILLER = "The weather stayed fine on the coast. " * 12


def test_what_holds_none_of_the_words_is_not_about_them() -> None:
    assert relevance(FILLER) == 0
    assert relevance("") == 0


def test_words_side_by_side_count_more_than_words_apart() -> None:
    near = relevance(f"The nuclear talks went on. {FILLER}")
    apart = relevance(f"The nuclear plant is old. {FILLER} The talks went on.")
    assert near > apart > 0


def test_one_word_many_times_is_less_than_both() -> None:
    assert relevance(f"{'Talks, and talks. ' * 20}") < relevance("The nuclear talks went on.")


def test_longer_articles_need_more_mentions() -> None:
    assert relevance(f"Nuclear talks went on. {FILLER * 9}") < relevance("Nuclear talks went on.")


def test_titles_and_names_count_more() -> None:
    body = f"It went on for a day. {FILLER}"
    assert relevance(body, title="Nuclear talks") > 0
    named = relevance(f"Hanoi was busy. {FILLER}", "Hanoi")
    assert named > relevance(f"A hanoi was busy. {FILLER}", "Hanoi")


def test_rare_words_decide() -> None:
    rare, common = (
        prepare(text, title=None, language="en", content_hash=text)
        for text in (f"A moratorium. {FILLER}", f"A summit. {FILLER}")
    )
    scores = topic_relevance([rare, common], terms("moratorium summit", 6.0, 1.0))
    assert scores[0] > scores[1]


@pytest.mark.parametrize("words", ["Hanoi", "nuclear talks", "Kim Jong Un nuclear talks"])
def test_it_grows_towards_one_and_does_not_depend_on_the_order_of_words(words: str) -> None:
    scores = [relevance(f"{words}. " * count, words) for count in (1, 5, 400)]
    assert 0 < scores[0] < scores[1] < scores[2] < 1
    article = prepare(f"{words} went on.", title=None, language="en", content_hash="1")
    found = terms(words)
    assert np.array_equal(
        topic_relevance([article], found), topic_relevance([article], found[::-1])
    )
