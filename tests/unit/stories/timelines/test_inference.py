from datetime import date

from summarizer.stories.timelines import inferred_days
from tests.pools import pool

SATURDAY = date(2019, 6, 29)
MEETING = (
    "The president said that he would meet the leader at the border in the village of Panmunjom. "
    "A handshake with Chairman Kim would be an honour, Trump said at the summit in Osaka."
)
MET = (
    "The president met the leader at the border in the village of Panmunjom on Sunday. "
    "Trump called the handshake with Chairman Kim an honour after the summit in Osaka."
)
BUDGET = (
    "The parliament voted on the budget for schools and roads after a long debate. "
    "Teachers had gone on strike for higher wages in forty towns of the north."
)


def test_an_undated_article_takes_the_weekday_near_its_neighbour():
    """On Saturday it was announced: the Sunday of the other report is the next day, not six before."""
    found = inferred_days(
        pool(MEETING, MET, BUDGET), [MEETING, MET, BUDGET], [SATURDAY, None, None]
    )
    assert {place: (each.day, each.neighbour) for place, each in found.items()} == {
        1: (date(2019, 6, 30), 0)
    }


def test_without_a_weekday_it_is_the_neighbour_s_day():
    text = MET.replace(" on Sunday", "")
    found = inferred_days(pool(MEETING, text), [MEETING, text], [SATURDAY, None])
    assert found[1].day == SATURDAY


def test_between_two_times_nothing_is_guessed():
    texts = [MEETING, MEETING + " It was cold.", MET]
    assert inferred_days(pool(*texts), texts, [SATURDAY, date(2018, 4, 27), None]) == {}


def test_nothing_to_infer_or_to_infer_from():
    assert inferred_days(pool(MEETING), [MEETING], [SATURDAY]) == {}
    assert inferred_days(pool(MEETING), [MEETING], [None]) == {}
