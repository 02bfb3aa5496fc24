import random
from pathlib import PurePath

import numpy as np
import pytest

from summarizer.stories.copies import COPIED, containment, copy_groups
from summarizer.text.sketching import shingles
from tests import corpus
from tests.pools import prepared

TEXT = " ".join(corpus.articles("notre-dame")[0].text.split())
OTHER = " ".join(corpus.articles("thai-cave")[0].text.split())
WORDS = TEXT.split()


def numbers(*texts: str) -> tuple[int, ...]:
    return copy_groups([prepared(text) for text in texts])


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace('"', "").replace(". ", " — "),
        " ".join(WORDS[: len(WORDS) // 3]),
        " ".join(WORDS[len(WORDS) // 2 :]),
        "The bells will be silent for a long time, as everyone in the city knows. " + TEXT,
        TEXT + " The agency contributed to this report.",
        " ".join(WORDS[:100] + OTHER.split()[:20] + WORDS[100:]),
    ],
    ids="reprint capitals punctuation shortened tail re-led tagged inserted".split(),
)
def test_a_copy_shares_the_number_of_the_first(copy):
    assert numbers(OTHER, TEXT, copy) == (0, 1, 1)
    assert numbers(copy, OTHER, TEXT) == (0, 1, 0)


@pytest.mark.parametrize(("share", "groups"), [(0.7, (0, 0)), (0.5, (0, 1))])
def test_most_of_the_shorter_text_must_stand_in_the_longer_one(share, groups):
    own = OTHER.split()[:60]
    borrowed = WORDS[: round(len(own) * share / (1 - share))]
    assert numbers(TEXT, " ".join(own + borrowed)) == groups


def test_a_borrowed_paragraph_makes_no_copy():
    assert numbers(TEXT, OTHER + " " + " ".join(WORDS[:40])) == (0, 1)


def test_the_same_words_in_another_order_are_no_copy():
    shuffled = random.Random(1).sample(WORDS, len(WORDS))
    assert numbers(TEXT, " ".join(shuffled)) == (0, 1)


def test_copies_of_copies_are_of_one_text():
    front, back = " ".join(WORDS[: len(WORDS) // 2]), " ".join(WORDS[len(WORDS) // 2 :])
    assert numbers(front, back) == (0, 1)
    assert numbers(front, back, TEXT) == (0, 0, 0)


def test_two_reports_that_quote_one_statement_stay_two():
    statement = " ".join(OTHER.split()[:60])
    one, two = f"{TEXT} {statement}", f"{statement} {' '.join(OTHER.split()[::-1])}"
    assert numbers(one, two) == (0, 1)
    assert sorted(set(numbers(one, two, statement))) == [0, 1]
    assert sorted(set(numbers(statement, one, two))) in ([0, 1], [0, 2])


def test_articles_without_words_are_no_copies_of_each_other():
    assert numbers("", "***", "") == (0, 1, 2)
    assert numbers() == ()


def test_the_sample_corpus_holds_the_copies_that_its_gold_names():
    every = corpus.every_article()
    found: dict[int, set[str]] = {}
    for (storyline, article), number in zip(
        every, copy_groups([corpus.prepared(each) for _, each in every]), strict=True
    ):
        found.setdefault(number, set()).add(f"{storyline}/{article.id}")
    expected = [
        {str(PurePath(path).with_suffix("")) for path in group}
        for storyline in corpus.STORYLINES
        for group in corpus.gold(storyline)["copies"]
    ]
    assert len(expected) == 1
    assert [names for names in found.values() if len(names) > 1] == expected


def test_no_pair_is_missed_that_a_comparison_of_all_pairs_finds():
    chance = random.Random(7)
    texts = [article.text for _, article in corpus.every_article()[:30]]
    for text in texts[:10]:
        words = text.split()
        keep = chance.randint(len(words) // 3, len(words))
        begin = chance.randint(0, len(words) - keep)
        texts.append("A new beginning, written elsewhere. " + " ".join(words[begin : begin + keep]))
    forms = [prepared(text) for text in texts]
    grams = [shingles(form.tokens) for form in forms]
    parents = list(range(len(forms)))
    for one in range(len(forms)):
        for other in range(one):
            if containment(grams[one], grams[other]) >= COPIED:
                low, high = sorted((parents[one], parents[other]))
                parents = [low if parent == high else parent for parent in parents]
    assert len(set(parents)) < len(texts) - 5
    assert copy_groups(forms) == tuple(parents)


@pytest.mark.parametrize("seed", range(12))
def test_groups_are_those_of_the_rule_tried_on_every_pair(seed):
    """Copies keep most of a text or a small part of it; between them the sketches may err."""
    chance = random.Random(seed)
    sources = [article.text.split() for _, article in corpus.every_article()]
    texts = ["", "***", *(" ".join(chance.choice(sources)) for _ in range(10))]
    for _ in range(chance.randint(0, 30)):
        words, others = chance.choice(texts).split(), chance.choice(sources)
        keep = chance.randint(len(words) // 2, len(words))
        added = others[: int(keep * chance.choice([0, 0.1, 0.3, 4]))]
        texts.append(" ".join(words[len(words) - keep :] + added))
    chance.shuffle(texts)
    forms = [prepared(text) for text in texts]
    assert copy_groups(forms) == tuple(by_rule(forms))


def by_rule(forms):
    grams = [shingles(form.tokens) for form in forms]
    order = sorted(
        range(len(forms)), key=lambda i: (-len(forms[i].tokens), forms[i].content_hash, i)
    )
    originals: list[int] = []
    groups = list(range(len(forms)))
    for number in order:
        held = [each for each in originals if containment(grams[number], grams[each]) >= COPIED]
        groups[number] = held[0] if held else number
        if not held:
            originals.append(number)
    return [groups.index(group) for group in groups]


def test_containment_is_the_share_of_the_smaller_set():
    small, large = np.array([1, 2, 3, 4], np.uint64), np.array([3, 4, 5, 6, 7, 8], np.uint64)
    assert containment(small, large) == containment(large, small) == 0.5
    assert containment(small, small) == 1.0
    assert containment(small, small[:0]) == 0.0
