from datetime import date

import numpy as np
import pytest

from summarizer.selection.stacking import stack
from summarizer.stories.copies import copy_groups
from summarizer.stories.timelines import DatedText, Period, Plan, choose_entries, gather_evidence
from summarizer.stories.timelines.vectors import Surroundings, sentence_vectors
from summarizer.text.tokens import stem_hashes
from tests.pools import pool, prepared

FERRY = "The ferry sank near the island."
STORM = "A storm flooded the old airport."


def gathered(*articles):
    """Evidence of (text, published) pairs, in the order given."""
    forms = [prepared(text, hashed=f"{n:04}") for n, (text, _) in enumerate(articles)]
    texts = [(text, [DatedText(start=0, end=len(text), published=day)]) for text, day in articles]
    return gather_evidence(stack(forms, copy_groups(forms)), texts, forms, None)


def weights(vector, held, word):
    """What the vector gives a word."""
    return float(vector[held.unigram_hashes == stem_hashes(word, "en")].item())


def around(evidence, period):
    vector = Surroundings(evidence, sentence_vectors(evidence.pool)).centroid(period)
    return [weights(vector, evidence.pool, word) for word in ("ferry", "storm")]


def day(number):
    return Period(start=date(2019, 6, number), precision="day")


def test_a_word_is_as_rare_as_few_articles_hold_it_however_often_one_repeats_it():
    held = pool("The ferry sank at dawn. The ferry burned. The ferry was old.", "A storm came.")
    row = sentence_vectors(held).toarray()[0]
    assert weights(row, held, "ferry") == pytest.approx(weights(row, held, "dawn"))
    assert np.linalg.norm(row) == pytest.approx(1.0)


def test_copies_make_no_word_commoner():
    texts = ("The ferry sank in the storm.", "A storm came.", "The ferry sank in the storm.")
    held = pool(*texts, groups=[0, 1, 0])
    row = sentence_vectors(held).toarray()[0]
    # both of the two texts hold "storm", one of them "ferry"
    ratio = np.log(2) / np.log(3)
    assert weights(row, held, "storm") / weights(row, held, "ferry") == pytest.approx(ratio)


def test_articles_near_a_day_say_what_is_around_it():
    found = gathered((FERRY, date(2019, 6, 3)), (STORM, date(2019, 6, 5)))
    ferry, storm = around(found, day(3))
    assert ferry == pytest.approx(3 * storm)  # two days away counts a third
    assert around(found, day(5)) == pytest.approx([storm, ferry])
    month = Period(start=date(2019, 6, 1), precision="month")
    assert around(found, month)[0] == pytest.approx(around(found, month)[1])


def test_articles_without_a_day_count_only_where_none_has_one():
    ferry, storm = around(gathered((FERRY, date(2019, 6, 3)), (STORM, None)), day(5))
    assert ferry > 1000 * storm
    ferry, storm = around(gathered((FERRY, None), (STORM, None)), day(5))
    assert ferry == pytest.approx(storm)


def test_a_copy_adds_nothing_to_what_is_around():
    text = " ".join(f"{FERRY} The {word} crew left it." for word in ("whole", "old", "new"))
    once = gathered((text, date(2019, 6, 3)), (STORM, date(2019, 6, 3)))
    twice = gathered(*((text, date(2019, 6, 3)),) * 2, (STORM, date(2019, 6, 3)))
    assert around(twice, day(3)) == pytest.approx(around(once, day(3)))


def test_a_day_is_told_by_what_the_articles_near_it_are_about():
    told = (
        "The harbour master closed the port to ships on 5 June 2019 at noon. "
        "The museum director closed the show of old paintings on 5 June 2019 early."
    )
    port = "Ships wait for days before the port, and the harbour is still closed to them."
    show = "Visitors of the museum wait for days, as the show of paintings is still closed."
    near, far = date(2019, 6, 6), date(2019, 9, 1)
    for first, second, row in ((near, far, 0), (far, near, 1)):
        found = gathered((told, date(2019, 6, 5)), (port, first), (show, second))
        (entry,) = choose_entries(found, Plan(days=1, last=date(2019, 6, 5)))
        assert entry.rows == (row,)
