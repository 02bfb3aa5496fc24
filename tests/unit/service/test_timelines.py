from datetime import UTC, date, datetime

import pytest

from summarizer.errors import InvalidRequestError, NoArticlesError
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import DateRange, Document, TimelineRequest

OFFER = Document(
    id="offer",
    title="Trump offers Kim a handshake at the border",
    date="2019-06-29",
    source="Courier",
    text="President Trump said on Saturday that he would meet Kim Jong Un at the border of the two "
    "Koreas. A handshake in the village of Panmunjom would be an honour, Trump told reporters at "
    "the summit in Osaka. The leaders met for the first time in Singapore last June.",
    cleaned=True,
)
START_OF_TIME = datetime.min.replace(tzinfo=UTC)
END_OF_TIME = datetime.max.replace(tzinfo=UTC)
MEETING = Document(
    id="meeting",
    title="Trump meets Kim at the border",
    source="Herald",
    text="President Trump met Kim Jong Un on Sunday at the border of the two Koreas, and shook his "
    "hand in the village of Panmunjom. It was an honour, Trump told reporters before he left for "
    "the summit of leaders in Osaka.",
    cleaned=True,
)
PLAN = Document(
    id="plan",
    title="Summit in Hanoi",
    date="2019-02-08",
    source="Courier",
    text="The second summit of the leaders will take place in Hanoi, Vietnam, on February 27 and "
    "28, the White House said. Envoys of both sides had prepared it in Pyongyang.",
    cleaned=True,
)


def told(timeline):
    return [(e.date, e.until, e.precision, e.origin, e.known) for e in timeline.entries]


def test_a_story_by_its_dates_each_stated_or_inferred():
    found = Summarizer().timeline(TimelineRequest(), [MEETING, OFFER, PLAN])
    assert told(found) == [
        (date(2018, 6, 1), date(2018, 6, 30), "month", "relative", "inferred"),
        (date(2019, 2, 8), date(2019, 2, 8), "day", "published", "inferred"),
        (date(2019, 2, 27), date(2019, 2, 28), "day", "relative", "inferred"),
        (date(2019, 6, 29), date(2019, 6, 29), "day", "relative", "inferred"),
        (date(2019, 6, 30), date(2019, 6, 30), "day", "inferred", "inferred"),
    ]
    assert "Singapore" in found.entries[0].sentences[0].text
    assert found.entries[0].reason == "“last June” in an article of 29 June 2019"
    sunday = found.entries[-1]
    assert sunday.sentences[0].citations[0].article == "meeting"
    assert sunday.reason == "“Sunday” in an undated article, taken to be of 30 June 2019"
    assert sunday.sentences[0].date.origin == "inferred"
    (guess,) = [each for each in found.warnings if each.code == "day-inferred"]
    assert guess.articles == ("meeting", "offer")
    assert "2019-06-29" in guess.message


def test_without_a_dated_neighbour_a_sunday_has_no_day():
    found = Summarizer().timeline(TimelineRequest(), [MEETING])
    assert found.entries == ()
    assert {each.code for each in found.warnings} == {"undated", "no-dates"}


def test_other_days_than_those_told_of_are_said_to_be_without_any():
    dates = DateRange.between("2001-01-01", "2001-12-31")
    found = Summarizer().timeline(TimelineRequest(dates=dates), [OFFER])
    assert found.entries == ()
    (none,) = [each.message for each in found.warnings if each.code == "no-dates"]
    assert none == "The articles name no date that can be told in the days asked for."


def test_a_date_that_is_written_out_is_stated():
    text = "The treaty was signed by both leaders in the palace of Vienna on 3 May 2019."
    (entry,) = Summarizer().timeline(TimelineRequest(), [Document(text=text, cleaned=True)]).entries
    assert (entry.origin, entry.known, entry.reason) == ("stated", "stated", "it says “3 May 2019”")


def test_a_sentence_of_another_time_is_not_of_the_day_of_its_article():
    old = Document(
        id="old",
        date="2024-05-10",
        source="Courier",
        text="In 44 BC Caesar was killed in Rome by senators. In the 1990s the house was found. "
        "On 03/04/2024 the treaty about the house was signed in Rome.",
        cleaned=True,
    )
    told_of = {e.date for e in Summarizer().timeline(TimelineRequest(), [old]).entries}
    assert date(2024, 5, 10) not in told_of


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 1500 people in the town of Dara and the villages around it.",
        "The 2024 budget of the town of Dara was passed by its council after a long debate.",
        "Flight 1420 made an emergency landing in Dara, and all of its passengers are well.",
    ],
)
def test_a_number_is_no_other_time(text):
    news = Document(id="news", date="2024-05-10", source="Courier", text=text, cleaned=True)
    [entry] = Summarizer().timeline(TimelineRequest(), [news]).entries
    assert (entry.date, entry.precision) == (date(2024, 5, 10), "day")


def test_a_day_that_no_words_name_says_how_it_is_known():
    news = Document(
        id="news",
        date="2024-05-10",
        source="Courier",
        text="The council of Bree has closed the old bridge over the river. Engineers found cracks "
        "in two of its piers, the mayor of Bree told reporters.",
        cleaned=True,
    )
    [entry] = Summarizer().timeline(TimelineRequest(), [news]).entries
    assert (entry.date, entry.origin) == (date(2024, 5, 10), "published")
    assert entry.reason == "it names no day, at the head of an article of 10 May 2024"


def test_as_many_dates_as_asked_for_are_told_months_and_years_among_them():
    documents = [MEETING, OFFER, PLAN]
    for days in (1, 2, 3, 4):
        found = Summarizer().timeline(TimelineRequest(days=days), documents).entries
        assert sum((e.until - e.date).days + 1 for e in found if e.precision == "day") <= days
        assert 0 < len(found) <= days
    more = Summarizer().timeline(TimelineRequest(days=6), documents).entries
    assert any(entry.precision == "month" for entry in more)


def test_copies_count_as_one_text_and_are_told_of():
    copy = Document(id="copy", source="Echo", date="2019-06-29", text=OFFER.text, cleaned=True)
    found = Summarizer().timeline(TimelineRequest(), [OFFER, copy])
    assert all(entry.texts == 1 for entry in found.entries)
    assert "copies" in {each.code for each in found.warnings}


def test_a_topic_that_nothing_is_about_is_told_and_left_out():
    found = Summarizer().timeline(TimelineRequest(topic="volcano"), [OFFER, PLAN])
    assert "topic-not-found" in {each.code for each in found.warnings}
    assert found.entries


def test_too_few_dates_are_told_of():
    found = Summarizer().timeline(TimelineRequest(days=9), [OFFER])
    assert "short" in {each.code for each in found.warnings}


def test_stored_articles_give_what_they_give_in_hand():
    summarizer = Summarizer(open_store("sqlite://"))
    summarizer.ingest_documents([OFFER, PLAN])
    request = TimelineRequest(topic="summit leaders")
    stored = summarizer.timeline(request)
    in_hand = Summarizer().timeline(request, [OFFER, PLAN])
    assert told(stored) == told(in_hand)
    assert [s.text for s in stored.sentences] == [s.text for s in in_hand.sentences]
    june = TimelineRequest(dates=DateRange.between("2019-06-01", "2019-06-30"))
    assert {s.citations[0].title for s in summarizer.timeline(june).sentences} == {OFFER.title}
    with pytest.raises(NoArticlesError):
        summarizer.timeline(TimelineRequest(topic="volcano"))


@pytest.mark.parametrize(
    ("request_", "pointer"),
    [
        (TimelineRequest(days=0), "/dates"),
        (TimelineRequest(sentences_per_date=0), "/sentences_per_date"),
        (TimelineRequest(max_articles=0), "/max_articles"),
        (TimelineRequest(zone="Mars/Base"), "/tz"),
        (TimelineRequest(dates=DateRange(end=END_OF_TIME)), "/date_to"),
        (TimelineRequest(dates=DateRange(start=END_OF_TIME)), "/date_from"),
        (TimelineRequest(dates=DateRange(start=START_OF_TIME, zone="America/Lima")), "/date_from"),
        (TimelineRequest(dates=DateRange(end=START_OF_TIME)), "/date_to"),
        (TimelineRequest(dates=DateRange(zone="Mars/Base")), "/tz"),
    ],
)
def test_what_cannot_be_asked(request_, pointer):
    with pytest.raises(InvalidRequestError) as caught:
        Summarizer().timeline(request_, [OFFER])
    assert caught.value.pointer == pointer
