import random
from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest

from summarizer.stories.copies import copy_groups
from summarizer.stories.grouping import group_articles, originals
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


def test_near_days_draw_together_what_far_days_part():
    """Two articles of a bare likeness: of one day one story, of two years two."""
    shared = "Harbour Ferry Maria sank off Corfu."
    one = prepared(f"{shared} Rescue boats from Athens saved forty people in a summer storm.")
    other = prepared(f"{shared} Owners in Genoa paid fines for rotten hulls and missing rafts.")
    rest = [prepared(text) for text in ("Voters chose a mayor.", "Schools in Lima stay closed.")]
    today = date(2019, 6, 30)

    def together(*days: date | None) -> bool:
        groups = group_articles([one, other, *rest], days=[*days, None, None]).tolist()
        return groups[0] == groups[1]

    known = [together(today, today + timedelta(days)) for days in (0, 1, 7, 30, 700)]
    assert known == sorted(known, reverse=True)


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
