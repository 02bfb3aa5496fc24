import random
from collections import defaultdict
from datetime import date, datetime

import pytest

from summarizer.selection.stacking import stack
from summarizer.stories.clustering import event_groups
from tests import corpus
from tests.pools import pool, random_pool


def by_day() -> dict[date, list[tuple[str, object]]]:
    days = defaultdict(list)
    for storyline, article in corpus.every_article():
        if article.date is not None:
            value = article.date.value
            day = value.date() if isinstance(value, datetime) else value
            days[day].append((storyline, article))
    return days


def grouped(chosen) -> tuple[list[str], list[int]]:
    """The storylines, and the groups found, in the order given."""
    made = stack([corpus.prepared(article) for _, article in chosen])
    found = dict(zip(made.given.tolist(), event_groups(made).tolist(), strict=True))
    return [storyline for storyline, _ in chosen], [found[place] for place in range(len(chosen))]


MIXED = {
    day: chosen
    for day, chosen in by_day().items()
    if len({storyline for storyline, _ in chosen}) > 1
}


@pytest.mark.parametrize("day", sorted(MIXED), ids=str)
def test_the_stories_of_a_day_are_told_apart(day):
    storylines, groups = grouped(MIXED[day])
    for one in range(len(groups)):
        for other in range(one):
            assert (groups[one] == groups[other]) == (storylines[one] == storylines[other])


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
    assert len(set(storylines)) == len(set(groups)) > 1
    assert len(set(zip(storylines, groups, strict=True))) == len(set(groups))


def test_groups_depend_on_the_articles_alone():
    chosen = list(MIXED[date(2019, 4, 15)])
    _, groups = grouped(chosen)
    order = random.Random(3).sample(range(len(chosen)), len(chosen))
    _, again = grouped([chosen[place] for place in order])
    assert [groups[place] for place in order] == again


def test_numbers_follow_the_order_of_the_pool():
    groups = event_groups(random_pool(5, articles=9)).tolist()
    assert list(dict.fromkeys(groups)) == list(range(max(groups) + 1))


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
    assert event_groups(pool(*texts)).tolist() == groups
