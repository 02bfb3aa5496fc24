import random
from collections import defaultdict
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer.stories.copies import copy_groups
from summarizer.stories.grouping import (
    LEAST_OF_SMALL_ONES,
    LEAST_SIMILARITY,
    group_articles,
    groups_of_graph,
    originals,
    timed,
)
from tests import corpus
from tests.pools import prepared

EVERY = corpus.every_article()
FORMS = [corpus.prepared(article) for _, article in EVERY]


def day_of(article) -> date | None:
    value = None if article.date is None else article.date.value
    return value.date() if isinstance(value, datetime) else value


def by_day() -> dict[date, list[tuple[str, object]]]:
    days = defaultdict(list)
    for storyline, article in EVERY:
        if article.date is not None:
            days[day_of(article)].append((storyline, article))
    return days


def grouped(chosen) -> tuple[list[str], list[int]]:
    """The storylines, and the groups found, in the order given."""
    forms = [corpus.prepared(article) for _, article in chosen]
    groups = group_articles(forms, copies=copy_groups(forms))
    return [storyline for storyline, _ in chosen], groups.tolist()


def same(one, other) -> bool:
    """Whether two labellings part their articles alike."""
    pairs = set(zip(one, other, strict=True))
    return len(pairs) == len(set(one)) == len(set(other))


MIXED = {
    day: chosen
    for day, chosen in by_day().items()
    if len({storyline for storyline, _ in chosen}) > 1
}


@pytest.mark.parametrize("day", sorted(MIXED), ids=str)
def test_the_stories_of_a_day_are_told_apart(day):
    assert same(*grouped(MIXED[day]))


def test_the_corpus_has_days_of_several_stories():
    assert len(MIXED) >= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (date(2019, 6, 30), date(2019, 4, 15)),
        (date(2019, 3, 13), date(2019, 4, 10)),
        (date(2019, 3, 13), date(2019, 6, 30)),
    ],
    ids=str,
)
def test_two_days_of_two_events_are_told_apart(one, other):
    days = by_day()
    storylines, groups = grouped(days[one] + days[other])
    assert len(set(storylines)) > 1
    assert same(storylines, groups)


@pytest.mark.parametrize("dated", [False, True], ids="undated dated".split())
def test_the_storylines_of_the_corpus_come_out_as_they_were_written(dated):
    days = [day_of(article) for _, article in EVERY] if dated else None
    groups = group_articles(FORMS, days=days, copies=copy_groups(FORMS)).tolist()
    assert same([storyline for storyline, _ in EVERY], groups)


@pytest.mark.parametrize("seed", range(3))
def test_groups_do_not_depend_on_the_order_of_the_articles(seed):
    days = [day_of(article) for _, article in EVERY]
    groups = group_articles(FORMS, days=days, copies=copy_groups(FORMS)).tolist()
    order = random.Random(seed).sample(range(len(FORMS)), len(FORMS))
    forms = [FORMS[place] for place in order]
    again = group_articles(forms, days=[days[place] for place in order], copies=copy_groups(forms))
    assert [groups[place] for place in order] == [order[place] for place in again.tolist()]


def test_copies_are_one_article_and_follow_their_original():
    text = " ".join(corpus.articles("notre-dame")[0].text.split())
    forms = [prepared(text), prepared(" ".join(text.split()[:80])), prepared("Boats sank at noon.")]
    copies = copy_groups(forms)
    assert copies == (0, 0, 2)
    assert originals(forms, copies).tolist() == sorted([0, 2], key=lambda i: forms[i].content_hash)
    one, other, boats = group_articles(forms, copies=copies).tolist()
    assert one == other != boats


def test_a_group_is_called_by_the_least_content_hash_in_it():
    forms = [prepared("Boats sank off Corfu.", hashed=name) for name in "cab"]
    assert group_articles(forms).tolist() == [1, 1, 1]


def alike(value: float) -> csr_array:
    return csr_array([[0.0, value], [value, 0.0]])


@pytest.mark.parametrize(
    ("days", "factor"),
    [((0, 0), 1.15), ((0, 7), 1.025), ((7, 0), 1.025), ((0, 5000), 0.9), ((0, None), 1.0)],
)
def test_similarities_of_near_days_grow_and_those_of_far_ones_shrink(days, factor):
    published = [None if day is None else date(2019, 6, 30) + timedelta(day) for day in days]
    assert timed(alike(0.4), published).toarray()[0, 1] == pytest.approx(0.4 * factor)


def test_a_bare_likeness_is_one_story_on_one_day_and_two_in_two_years():
    def together(days: int) -> bool:
        published = [date(2019, 6, 30), date(2019, 6, 30) + timedelta(days)]
        one, other = groups_of_graph(timed(alike(LEAST_SIMILARITY), published)).tolist()
        return one == other

    assert [together(days) for days in (0, 1, 7, 30, 700)] == [True, True, True, False, False]


def test_small_groups_have_a_second_chance_with_larger_ones_and_pairs():
    def groups(*sizes: int, between: float) -> int:
        """How many groups come of two of these sizes."""
        count = sum(sizes)
        values = np.full((count, count), between)
        values[: sizes[0], : sizes[0]] = values[sizes[0] :, sizes[0] :] = 0.5
        np.fill_diagonal(values, 0.0)
        return len(set(groups_of_graph(csr_array(values)).tolist()))

    below = LEAST_SIMILARITY - 0.01
    assert groups(1, 4, between=below) == groups(2, 4, between=below) == 1
    assert groups(2, 2, between=below) == 1
    assert groups(1, 1, between=below) == groups(3, 3, between=below) == 2
    assert groups(1, 4, between=LEAST_OF_SMALL_ONES - 0.01) == 2


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ([], []),
        (["Boats sank."], [0]),
        (["", ""], [0, 1]),
        (["Boats sank.", "", "Boats sank."], [0, 1, 0]),
        (["He is not.", "Was it so?"], [0, 1]),
    ],
)
def test_articles_without_content_stand_alone(texts, groups):
    forms = [prepared(text, hashed=f"{number}") for number, text in enumerate(texts)]
    assert group_articles(forms).tolist() == groups
