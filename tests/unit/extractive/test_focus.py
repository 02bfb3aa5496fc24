import numpy as np
import pytest

from summarizer.extractive.focus import STRENGTH, TITLE_SHARE, query_focus
from summarizer.selection.stacking import stack
from summarizer.text.tokens import stem_hashes
from tests.pools import pool, prepared

TEXTS = ["Boats sank near the harbour. A judge voted.", "The harbour burned. Boats, boats!"]


@pytest.mark.parametrize("query", ["harbour boats", "judge", "Boats in the harbours", "x boat"])
def test_rare_words_of_the_query_count_more(query):
    made = pool(*TEXTS)
    wanted = [word for word in stem_hashes(query, "en") if word in made.unigram_hashes]
    held = np.array(
        [
            [
                made.unigrams[[row]].toarray().ravel()[made.unigram_hashes == word].any()
                for word in wanted
            ]
            for row in range(len(made))
        ]
    )
    rarity = [np.log(1 + len(made) / held[:, place].sum()) for place in range(len(wanted))]
    expected = [
        1 + STRENGTH * sum(r for r, has in zip(rarity, row, strict=True) if has) / sum(rarity)
        for row in held
    ]
    np.testing.assert_allclose(query_focus(made, stem_hashes(query, "en")), expected)


def test_a_sentence_of_every_word_is_worth_most_and_one_of_none_is_as_before():
    factors = query_focus(pool(*TEXTS), stem_hashes("boats harbour", "en"))
    assert factors.max() == factors[0] == 1 + STRENGTH
    assert factors[1] == 1.0


def test_a_title_answers_for_its_sentences_but_less():
    forms = [
        prepared("A judge voted. Boats sank.", title="Boats lost", hashed="0"),
        prepared("A pilot slept.", hashed="1"),
    ]
    factors = query_focus(stack(forms), stem_hashes("boats", "en"))
    assert factors.tolist() == [1 + STRENGTH * TITLE_SHARE, 1 + STRENGTH, 1.0]


@pytest.mark.parametrize("query", ["xylophone", "", "…"])
def test_a_query_that_matches_nothing_changes_nothing(query):
    assert query_focus(pool(*TEXTS), stem_hashes(query, "en")).tolist() == [1.0] * 4
    assert query_focus(pool(), stem_hashes(query, "en")).tolist() == []
