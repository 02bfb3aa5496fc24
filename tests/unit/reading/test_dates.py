from datetime import UTC, date, datetime

import pytest

from summarizer.reading import read_document
from summarizer.reading.dates import find_dates, is_date_line, read_date, read_url_date
from summarizer.reading.publication import choose_date
from summarizer.types import Document

TEXT = "The city council agreed on Tuesday to repair the old lighthouse on the rock."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-06-30", date(2019, 6, 30)),
        ("20190630", date(2019, 6, 30)),
        ("2019-06-30T14:05:59Z", datetime(2019, 6, 30, 14, 5, tzinfo=UTC)),
        ("2018-04-27T20:05:00+09:00", datetime(2018, 4, 27, 11, 5, tzinfo=UTC)),
        ("2018-04-27 20:05:00+0900", datetime(2018, 4, 27, 11, 5, tzinfo=UTC)),
        ("2018-04-27T20:05:00", date(2018, 4, 27)),
        ("Sun, 30 Jun 2019 16:00:00 +0200", datetime(2019, 6, 30, 14, 0, tzinfo=UTC)),
        ("Wed 19 Sep 2018 10.40 BST", datetime(2018, 9, 19, 9, 40, tzinfo=UTC)),
        ("06/30/19 10:05 AM EDT", datetime(2019, 6, 30, 14, 5, tzinfo=UTC)),
        ("June 30, 2019 11:20 p.m. ET", datetime(2019, 7, 1, 3, 20, tzinfo=UTC)),
        ("27 April 2018, 20:05 KST", datetime(2018, 4, 27, 11, 5, tzinfo=UTC)),
        ("June 29, 2019", date(2019, 6, 29)),
        ("29. Juni 2019", date(2019, 6, 29)),
        ("29 de junio de 2019", date(2019, 6, 29)),
        ("1er août 2019", date(2019, 8, 1)),
        ("Dec 30 2007", date(2007, 12, 30)),
        ("30.06.2019, 14:05", date(2019, 6, 30)),
        ("13/03/2019", date(2019, 3, 13)),
    ],
)
def test_a_date_is_read(value, expected):
    reading = read_date(value, "given")[0]
    assert reading.value == expected
    assert reading.precision == ("minute" if isinstance(expected, datetime) else "day")


@pytest.mark.parametrize(
    ("value", "expected", "precision"),
    [
        ("June 2019", date(2019, 6, 1), "month"),
        ("2019-06", date(2019, 6, 1), "month"),
        ("2019", date(2019, 1, 1), "year"),
    ],
)
def test_a_coarse_date_says_so(value, expected, precision):
    (reading,) = read_date(value, "given")
    assert (reading.value, reading.precision) == (expected, precision)


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "31.02.2019", "99/99/9999", "0000-00-00", "9" * 50, "2019-13-45T99:99Z"],
)
def test_what_is_no_date_gives_none(value):
    assert read_date(value, "given") == []


def test_both_readings_of_an_ambiguous_date_come_back():
    assert [r.value for r in read_date("06/07/2019", "given")] == [
        date(2019, 7, 6),
        date(2019, 6, 7),
    ]
    american = read_date("06/07/2019 9:30 PM EDT", "given")
    assert american[0].value == datetime(2019, 6, 8, 1, 30, tzinfo=UTC)
    assert american[1].value == datetime(2019, 7, 7, 1, 30, tzinfo=UTC)
    assert [reading.order for reading in american] == ["month", "day"]


@pytest.mark.parametrize(
    "line",
    [
        "June 29, 2019",
        "Sunday, June 30, 2019",
        "Published 12 March 2019",
        "Last modified on Tue 12 Mar 2019 22.10 GMT",
        "09.02.2019",
    ],
)
def test_a_line_that_only_says_when(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["The summit of 12 June 2018", "On 12 June 2018 he left.", "12", "June", "Flight 302"]
)
def test_a_line_that_says_more(line):
    assert not is_date_line(line)


def test_a_change_is_no_publication_unless_nothing_else_is_known():
    line = "Published 12 March 2019, updated 14 March 2019"
    assert [r.value for r in find_dates(line, "header")] == [date(2019, 3, 12)]
    assert [r.value for r in find_dates("Updated 14 March 2019", "header")] == [date(2019, 3, 14)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2019/06/30/light", date(2019, 6, 30)),
        ("https://a.example/2019/jun/30/light", date(2019, 6, 30)),
        ("https://a.example/news/light-2019-06-30.html", date(2019, 6, 30)),
        ("https://a.example/news/20190630/light", date(2019, 6, 30)),
    ],
)
def test_an_address_tells_the_day(url, expected):
    assert read_url_date(url)[0].value == expected


@pytest.mark.parametrize("url", ["https://a.example/2019/06", "https://a.example/p/20191399", ""])
def test_an_address_without_a_day(url):
    assert read_url_date(url) == []


def test_readings_that_agree_are_no_conflict():
    readings = [
        *read_date("2018-04-27T20:05:00+09:00", "metadata"),
        *read_date("2018-04-27", "url"),
    ]
    assert choose_date(readings).alternatives == ()


def test_a_day_is_sharpened_by_a_time_of_the_same_day():
    readings = [*read_date("2019-06-30", "header"), *read_date("2019-06-30T14:05Z", "url")]
    assert choose_date(readings).precision == "minute"


def test_no_readings_no_date():
    assert choose_date([]) is None


def test_what_was_given_wins_and_the_conflict_is_reported():
    text = f"Light at last in Harbourton\n\nJune 29, 2019\n\n{TEXT}\n\n{TEXT}"
    article = read_document(Document(text=text, date="2019-07-01"), name="x", default_id="x")
    assert (article.date.value, article.date.origin) == (date(2019, 7, 1), "given")
    (other,) = article.date.alternatives
    assert (other.value, other.origin) == (date(2019, 6, 29), "header")


def test_a_given_date_that_cannot_be_read_is_reported():
    article = read_document(Document(text=TEXT, date="the other day"), name="x", default_id="x")
    assert article.date is None
    assert [notice.code for notice in article.notices] == ["date-unreadable"]


def test_a_date_in_the_running_text_is_no_publication_date():
    article = read_document(
        Document(text=f"The treaty was signed on June 12, 2018 in the old town hall.\n\n{TEXT}"),
        name="x",
        default_id="x",
    )
    assert article.date is None
