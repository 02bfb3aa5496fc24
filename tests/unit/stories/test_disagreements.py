"""What articles tell differently, and what only looks so. Pairs in number: `seeds/gold`."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from summarizer.stories.disagreements import Report, differences
from summarizer.stories.disagreements.concepts import opposed


def reports(*texts: str, days: tuple[date | None, ...] = (), title: str = "") -> list[Report]:
    days = days or (date(2024, 5, 14),) * len(texts)
    return [
        Report(
            text=text,
            article=n,
            index=0,
            group=n,
            published=day,
            moment=day and datetime.combine(day, time(), tzinfo=UTC),
            language="en",
            title=title,
        )
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def values(found):
    return [
        [claims[0].report.text[claims[0].start : claims[0].end] for claims in each.values]
        for each in found
    ]


TWELVE = "The explosion in the market of Dara injured 12 people."
FIFTY = "The explosion in the market of Dara wounded about 50 people."


def test_two_values_of_one_thing_are_told_as_they_stand():
    [found] = differences(reports(TWELVE, FIFTY))
    assert found.kind == "conflict"
    assert values([found]) == [["12", "about 50"]]
    assert found.what == "explosion in the market of Dara injured people"


def test_a_third_source_joins_the_value_that_it_gives():
    third = "Twelve people were injured in the explosion in the market of Dara, the mayor said."
    [found] = differences(reports(TWELVE, FIFTY, third))
    assert sorted(len(claims) for claims in found.values) == [1, 2]


def test_later_reports_are_an_update_newest_first():
    days = date(2024, 5, 14), date(2024, 5, 15)
    [found] = differences(reports(TWELVE, FIFTY, days=days))
    assert found.kind == "update"
    assert values([found]) == [["about 50", "12"]]


def test_a_plan_is_told_apart_from_what_came_of_it():
    plan = "Trump would meet Kim for two minutes, he said."
    fact = "Trump met with Kim for about 45 minutes."
    [found] = differences(reports(plan, fact, days=(date(2019, 6, 29), None)))
    assert found.kind == "plan"
    told = {claims[0].status: claims[0].amount.value for claims in found.values}
    assert told == {"plan": 120, "fact": 2700}


def test_who_says_it_goes_with_the_value():
    [found] = differences(
        reports(
            "Police said 240,000 people had joined the march in the capital.",
            "According to the organisers, 1.1 million people had joined the march in the capital.",
        )
    )
    speakers = {claims[0].speaker for claims in found.values}
    assert speakers == {"Police", "the organisers"}


@pytest.mark.parametrize(
    "other",
    [
        "The explosion in the market of Dara killed 50 people.",
        "The explosion in the market of Homs injured 50 people.",
        "The second explosion in the market of Dara injured 50 people.",
        "In 2019 an explosion in the market of Dara injured 50 people.",
        "The explosion in the market of Dara injured more than 10 people.",
        "The explosion in the market of Dara injured 50 more people.",
        "The explosion in the market of Dara injured five of the 12 people.",
        "The explosion in the market of Dara injured 50 people, not 12 people.",
        "Were 50 people injured in the explosion in the market of Dara?",
        "The explosion in the market of Dara injured between 5 and 50 people.",
        "The number of people injured in the explosion in Dara rose from 12 people to 50 people.",
    ],
)
def test_what_only_seems_to_differ_is_none(other):
    first = "The explosion in the market of Dara injured 12 people."
    if "second" in other:
        first = "The first explosion in the market of Dara injured 12 people."
    assert differences(reports(first, other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # who acts, and whose it is
        (
            "The minister was sentenced to eight years in prison.",
            "The minister's driver was sentenced to two years in prison.",
        ),
        (
            "Adults pay 12 euros for the museum in Bree.",
            "Children pay five euros for the museum in Bree.",
        ),
        # of two sides of one thing
        (
            "Rents in the east of the city rose by 4 percent.",
            "Rents in the west of the city rose by 7 percent.",
        ),
        ("Exports of the island fell 4 percent.", "Imports of the island fell 9 percent."),
        # a range, a result, a moment, a place in a row, and when it was written
        (
            "Between 15 and 25 people died in the landslide.",
            "Eighteen people died in the landslide.",
        ),
        (
            "The Senate passed the bill by 51 votes to 49.",
            "The Senate passed the bill with 60 votes.",
        ),
        (
            "Eleven hours later the rig in the gulf sank.",
            "Just over 36 hours later the rig in the gulf sank.",
        ),
        (
            "Fitch cut the rating of the bank to two notches above junk.",
            "Fitch cut the rating of the bank by six notches.",
        ),
        (
            "The rig exploded on 20 April and killed workers.",
            "Monday 21 June 2010 09.18 BST The rig exploded and killed workers.",
        ),
        (
            "As many as 125 people died across Syria, many of them in Homs, activists said.",
            "In all, 104 people died in Homs, activists said.",
        ),
    ],
)
def test_two_things_do_not_differ(one, other):
    assert differences(reports(one, other)) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "At least 18 people died in the landslide above Torre.",
            "The landslide above Torre claimed 23 lives.",
            ["At least 18", "23"],
        ),
        (
            "The earthquake left 140 people dead in the province of Aras.",
            "The death toll from the earthquake in Aras province stands at 97.",
            ["140", "97"],
        ),
        (
            "The blast in the Orin mine killed eight workers.",
            "The number of workers killed in the Orin mine blast has risen to 21.",
            ["eight", "21"],
        ),
        (
            "The hurricane caused damage of $5 billion.",
            "Damage from the hurricane was put at $9 billion by the government.",
            ["$5 billion", "$9 billion"],
        ),
        (
            "The first explosion was heard at 6.15 a.m. local time.",
            "The first explosion came at 7:40 a.m., a neighbour said.",
            ["6.15 a.m.", "7:40 a.m."],
        ),
        (
            "Inflation in Turan rose to 14 percent in April.",
            "Economists put inflation in Turan at 31 percent in April.",
            ["14 percent", "31 percent"],
        ),
    ],
)
def test_one_thing_told_in_other_words_does(one, other, told):
    assert values(differences(reports(one, other))) == [told]


def test_sides_are_of_one_line_each():
    assert opposed(frozenset(("profit",)), frozenset(("loss",)))
    assert opposed(frozenset(("first",)), frozenset(("last",)))
    assert not opposed(frozenset(("profit", "loss")), frozenset(("loss",)))
    quakes = ("A quake in Dara lasted 30 seconds.", "An earthquake in Dara lasted 50 seconds.")
    assert values(differences(reports(*quakes))) == [["30 seconds", "50 seconds"]]


def test_what_was_to_be_is_a_plan():
    plan = "The astronauts were to spend six hours outside the station."
    fact = "The astronauts spent eight hours outside the station."
    days = (date(2024, 5, 13), date(2024, 5, 15))
    assert [each.kind for each in differences(reports(plan, fact, days=days))] == ["plan"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("An estimated 50 people were injured in the explosion in the market of Dara.", None),
        ("Iraq has said 50 people were injured in the explosion in the market of Dara.", "Iraq"),
        ("50 people were injured in the explosion in Dara, according to the LCC.", "the LCC"),
        ("50 people were injured in the explosion in Dara, according to the U.S.", "the U.S."),
    ],
)
def test_who_says_it_is_named_as_a_reader_would(sentence, speaker):
    [found] = differences(reports(TWELVE, sentence))
    assert {claims[0].speaker for claims in found.values} == {None, speaker}


def test_one_article_does_not_disagree_with_itself():
    one, other = reports(TWELVE, FIFTY)
    assert differences([one, replace(other, article=0, index=1, group=0)]) == ()
    assert len(differences([one, other])) == 1


def test_a_copy_with_another_value_puts_it_right():
    one, other = reports(TWELVE, TWELVE.replace("12", "19"))
    at = datetime(2024, 5, 14, 6, tzinfo=UTC)
    copies = [replace(one, moment=at), replace(other, group=0, moment=at + timedelta(hours=9))]
    [found] = differences(copies)
    assert (found.kind, values([found])) == ("update", [["19", "12"]])
    # a copy that tells it in other words tells another thing
    mayor = "The mayor visited 50 people in hospital after the explosion in the market of Dara."
    assert differences([copies[0], replace(other, group=0, text=mayor)]) == ()


def test_units_are_converted():
    runs = "The runners covered the {} from Arran to the coast."
    assert differences(reports(runs.format("26 miles"), runs.format("42 kilometres"))) == ()
    [found] = differences(reports(runs.format("26 miles"), runs.format("60 kilometres")))
    assert values([found]) == [["26 miles", "60 kilometres"]]


def test_what_the_summary_tells_comes_first():
    fine = "The bank was fined {} for laundering the money of the cartel."
    given = reports(TWELVE, FIFTY, fine.format("$4 million"), fine.format("$6 million"))
    told = [
        Report(
            text=each.text,
            article=each.article,
            index=0,
            group=each.group,
            published=each.published,
            language="en",
            told=each.article == 3,
        )
        for each in given
    ]
    assert [each.values[0][0].key[0] for each in differences(given)] == ["count", "money"]
    assert [each.values[0][0].key[0] for each in differences(told)] == ["money", "count"]
