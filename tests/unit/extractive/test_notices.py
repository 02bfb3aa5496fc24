from dataclasses import replace
from datetime import UTC, date, datetime

from summarizer.extractive.notices import notices
from summarizer.selection.outcome import Pick, Selection
from summarizer.types import ArticleInfo, Budget, PublicationDate

DATED = PublicationDate(value=date(2019, 6, 30), precision="day", origin="given")
SEEN = datetime(2020, 1, 1, tzinfo=UTC)
PICK = Pick(row=0, gain=1.0)
CHOSEN = Selection(picks=(PICK,), available=50, spent=18, shortest=5)


def told(articles=(), groups=None, selection=CHOSEN, budget=None):
    numbers = range(len(articles)) if groups is None else groups
    found = notices(articles, numbers, selection, budget or Budget(amount=20))
    return [(notice.code, notice.message, notice.articles) for notice in found]


def test_a_good_answer_needs_no_notice():
    assert told([ArticleInfo(id="a1", date=DATED)]) == []


def test_undated_articles_are_named_with_what_stands_in():
    articles = [
        ArticleInfo(id="c"),
        ArticleInfo(id="b", first_seen=SEEN),
        ArticleInfo(id="a", first_seen=SEEN),
        ArticleInfo(id="d", date=DATED),
    ]
    assert told(articles) == [
        ("undated", "2 articles are undated: the time first seen stands in.", ("a", "b")),
        ("undated", "1 article is undated: sentences of unknown day come last.", ("c",)),
    ]


def test_copies_are_counted():
    articles = [ArticleInfo(id=name, date=DATED, content_hash=name) for name in "dcba"]
    one = "1 article is a copy of another: each text counts as one source."
    assert told(articles, groups=[0, 1, 0, 3]) == [("copies", one, ("d",))]
    three = "3 articles are copies of others: each text counts as one source."
    assert told(articles, groups=[5, 5, 5, 5]) == [("copies", three, ("b", "c", "d"))]


def test_a_budget_that_nothing_fits_names_the_shortest():
    nothing = Selection(picks=(), available=50, shortest=5)
    assert told(selection=nothing, budget=Budget(amount=1)) == [
        ("nothing-fits", "No sentence fits into 1 word; the shortest has 5 words.", ())
    ]
    assert told(selection=nothing, budget=Budget(amount=3, unit="characters")) == [
        ("nothing-fits", "No sentence fits into 3 characters; the shortest has 5 characters.", ())
    ]


def test_a_budget_beyond_what_there_is_says_so():
    all_of_it = Selection(picks=(PICK,), everything=True, available=50, spent=50, shortest=5)
    assert told(selection=all_of_it, budget=Budget(amount=51)) == [
        ("short", "Asked for 51 words, the articles hold 50: every sentence is here.", ())
    ]
    assert told(selection=all_of_it, budget=Budget(amount=50)) == []


def test_a_budget_that_stays_empty_says_so():
    little = Selection(picks=(PICK,), available=50, spent=9, shortest=5)
    message = (
        "Asked for 20 words, found 9: the other sentences repeat these, are too short to tell"
        " anything, or do not fit."
    )
    assert told(selection=little) == [("short", message, ())]
    assert told(selection=replace(little, spent=10)) == []


def test_sentences_that_cannot_stand_alone_are_counted():
    loose = replace(PICK, loose=True)
    end = "back to what is not told here, or to the rest of a quotation: little else was left"
    one, two = (told(selection=replace(CHOSEN, picks=(PICK, *[loose] * count))) for count in (1, 2))
    assert one == [("not-standalone", f"1 sentence points {end} to tell.", ())]
    assert two == [("not-standalone", f"2 sentences point {end} to tell.", ())]


def test_articles_without_sentences_say_so():
    empty = Selection(picks=(), everything=True)
    assert told(selection=empty) == [("no-sentences", "The articles hold no sentence.", ())]
