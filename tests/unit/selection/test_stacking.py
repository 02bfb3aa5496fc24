import random
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from summarizer.prepared import Pool, SentenceFlag
from summarizer.selection.stacking import _distinct, stack
from summarizer.text.function_words import function_words
from summarizer.text.tokens import WORD, count_words, stem, stem_hash
from tests.pools import pool, prepared, random_texts

TEXTS = [
    "Kim met Moon. He smiled.",
    "Moon met Kim. Kim met Moon!",
    "The end of the end. ***",
]


def words(sentence: str) -> list[int]:
    return [stem_hash(stem(word, "en")) for word in WORD.findall(sentence)]


def counted(matrix, row: int) -> Counter:
    line = matrix[[row]].toarray().ravel()
    return Counter({int(column): line[column] for column in np.flatnonzero(line)})


def test_rows_hold_their_words():
    made = pool(*TEXTS)
    sentences = ["Kim met Moon.", "He smiled.", "Moon met Kim.", "Kim met Moon!"]
    sentences += ["The end of the end.", "***"]
    assert made.article.tolist() == [0, 0, 1, 1, 2, 2]
    assert made.index.tolist() == [0, 1, 0, 1, 0, 1]
    assert made.words.tolist() == [count_words(each) for each in sentences]
    assert made.characters.tolist() == [len(each) for each in sentences]
    assert made.flags.tolist() == [0, SentenceFlag.DANGLING, 0, 0, 0, SentenceFlag.UNFINISHED]
    names = made.unigram_hashes.tolist()
    assert names == sorted({word for each in sentences for word in words(each)})
    for row, sentence in enumerate(sentences):
        expected = Counter(names.index(word) for word in words(sentence))
        assert counted(made.unigrams, row) == expected


def test_rows_are_the_same_when_their_words_are_in_order():
    made = pool(*TEXTS, "The end, of the end…")
    same = made.same.tolist()
    assert same[0] == same[3]  # "Kim met Moon." and "Kim met Moon!"
    assert same[4] == same[6]
    assert len({same[0], same[1], same[2], same[4], same[5]}) == 5


def test_rows_are_the_same_when_they_are_written_the_same():
    assert len(set(pool("***", "***", "* * *").same.tolist())) == 2
    assert len(set(pool("He paid “$5 million”.", 'HE PAID "$5 million"!').same.tolist())) == 1
    others = pool(
        "It cost $5 million.", "It cost €5 million.", "It cost -5 million.", "It cost 5%."
    )
    assert len(set(others.same.tolist())) == 4


@pytest.mark.parametrize("seed", range(5))
def test_bigrams_and_function_words_agree_with_a_naive_count(seed):
    texts = random_texts(seed)
    made = pool(*texts)
    sentences = [each[start:end] for each in texts for start, end in prepared(each).spans.tolist()]
    assert len(made) == len(sentences)
    light = {stem_hash(stem(word, "en")) for word in function_words("en")}
    columns: dict[tuple[int, int], int] = {}
    for row, sentence in enumerate(sentences):
        known = words(sentence)
        found = counted(made.bigrams, row)
        pairs = Counter(pairwise(known))
        assert sorted(found.values()) == sorted(pairs.values())
        if len(pairs) == len(found) == 1:
            columns[next(iter(pairs))] = next(iter(found))
    for (one, other), column in columns.items():
        assert made.bigram_function[column] == (one in light) + (other in light)
    distinct = {pair for each in sentences for pair in pairwise(words(each))}
    assert made.bigrams.shape[1] == len(distinct)
    assert {int(each) for each in made.unigram_hashes[made.unigram_function]} == light & set(
        made.unigram_hashes.tolist()
    )


def test_titles_hold_the_words_that_sentences_hold_too():
    made = stack(
        [
            prepared("Kim met Moon.", title="Moon in Hanoi", hashed="0"),
            prepared("They talked.", title=None, hashed="1"),
            prepared("Hanoi.", title="***", hashed="2"),
        ]
    )
    titles = [
        {int(made.unigram_hashes[column]) for column in counted(made.titles, row)}
        for row in range(3)
    ]
    assert titles == [{stem_hash("moon"), stem_hash("hanoi")}, set(), set()]


def fields(made: Pool) -> dict[str, np.ndarray]:
    return {
        name: value.toarray() if hasattr(value := getattr(made, name), "toarray") else value
        for name in Pool.__slots__
        if name != "__weakref__"
    }


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_articles_are_given_shows_in_given_only(seed):
    texts = [*random_texts(seed), "", "***"]
    forms = [prepared(text) for text in texts]
    groups = [0, 0, *range(2, len(texts))]
    order = random.Random(seed).sample(range(len(texts)), len(texts))
    one = fields(stack(forms, groups))
    # the caller's numbers are names, and show nowhere
    other = fields(stack([forms[i] for i in order], [100 - groups[i] for i in order]))
    assert [order[i] for i in other.pop("given")] == one.pop("given").tolist()
    for name, value in one.items():
        np.testing.assert_array_equal(value, other[name])


def test_copies_are_numbered_by_their_first_row():
    assert pool("A.", "B.", "C.", "D.", groups=[7, 3, 7, 0]).group.tolist() == [0, 1, 0, 2]
    assert pool("A.", "B.").group.tolist() == [0, 1]


@pytest.mark.parametrize("texts", [[], [""], ["", " "]])
def test_without_sentences_the_pool_is_empty(texts):
    made = pool(*texts)
    assert len(made) == 0
    assert len(made.given) == len(texts)
    assert made.unigrams.shape == made.bigrams.shape == (0, 0)
    assert made.titles.shape == (len(texts), 0)


@pytest.mark.parametrize("most", [1, 10, 1 << 20, 1 << 60])
@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_distinct_numbers_are_those_of_a_sort(most, count):
    values = np.random.default_rng(count).integers(0, most, count)
    names, places = _distinct(values)
    expected, inverse = np.unique(values, return_inverse=True)
    assert names.tolist() == expected.tolist()
    assert places.tolist() == inverse.tolist()
