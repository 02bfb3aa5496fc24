from datetime import date

import pytest

from summarizer.reading import read_document
from summarizer.reading.dates import read_date
from summarizer.reading.publication import choose_date, order_of_host
from summarizer.text.day_orders import usual_order
from summarizer.types import DateReading, Document

ENGLISH = "The city council agreed on Tuesday to repair the old lighthouse on the rock."
GERMAN = "Der Rat der Stadt hat sich am Dienstag mit dem alten Turm auf dem Felsen befasst."
FRENCH = "Le conseil de la ville a décidé mardi de réparer le vieux phare qui est sur le rocher."
JULY, JUNE = date(2019, 7, 6), date(2019, 6, 7)


def read(text: str = ENGLISH, **known: str):
    paragraphs = f"{text}\n\n{text.replace('.', ', too.')}"
    usual = known.pop("usual", None)
    document = Document(text=paragraphs, **known)
    return read_document(document, name="x", default_id="x", usual_order=usual)


def test_an_ambiguous_date_keeps_its_doubt_and_says_so():
    article = read(date="06/07/2019")
    assert (article.date.value, article.date.order) == (JULY, "day")
    assert [other.value for other in article.date.alternatives] == [JUNE]
    assert [notice.code for notice in article.notices] == ["date-ambiguous"]


@pytest.mark.parametrize(
    ("text", "known", "value", "doubted"),
    [
        (ENGLISH, {"usual": "month"}, JUNE, True),
        (ENGLISH, {"usual": "day", "url": "https://a.example.us/x"}, JULY, True),
        (ENGLISH, {"url": "https://news.example.co.uk/x"}, JULY, True),
        (ENGLISH, {"url": "https://news.example.gov/x"}, JUNE, True),
        (ENGLISH, {"url": "https://a.example/2019/06/07/x"}, JUNE, False),
        (ENGLISH, {"url": "https://a.example/2019/07/06/x"}, JULY, False),
        (GERMAN, {}, JULY, False),
        (FRENCH, {"url": "https://news.example.us/x"}, JULY, False),
    ],
)
def test_what_decides_between_june_and_july(text, known, value, doubted):
    article = read(text, date="06/07/2019", **known)
    assert article.date.value == value
    assert bool(article.date.alternatives) == doubted
    assert bool(article.notices) == doubted


def test_an_american_clock_decides_and_the_doubt_is_kept():
    article = read(date="06/07/2019 9:30 PM EDT")
    assert article.date.value.date() == date(2019, 6, 8)
    assert article.date.offset_minutes == -240
    assert [other.order for other in article.date.alternatives] == ["day"]


def test_another_date_with_slashes_on_the_page_shows_the_order():
    readings = [*read_date("06/07/2019", "header"), *read_date("06/30/2019", "metadata")]
    assert choose_date(readings).value == JUNE


def test_a_date_that_is_read_in_one_way_is_never_turned():
    for prefer in ("day", "month"):
        assert choose_date(read_date("30/06/2019", "header"), prefer=prefer).order == "day"


def test_a_publishers_other_dates_show_its_order():
    def dates(*written: str):
        return [choose_date(read_date(each, "header")) for each in written]

    assert usual_order(dates("06/30/2019", "06/07/2019", "2019-06-30")) == "month"
    assert usual_order(dates("30/06/2019", "13/06/2019", "06/30/2019")) == "day"
    assert usual_order(dates("06/07/2019", "2019-06-30")) is None
    assert usual_order(dates("30/06/2019", "06/30/2019")) is None


@pytest.mark.parametrize(
    ("url", "order"),
    [
        ("https://a.co.uk/x", "day"),
        ("https://a.com.au", "day"),
        ("https://a.us/", "month"),
        ("https://a.com/", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_a_country_has_its_usual_order(url, order):
    assert order_of_host(url) == order


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("SEOUL, June 30, 2019 (Agency) - ", "2019-06-30"),
        ("SEOUL, South Korea, June 30, 2019 (AP) — ", "2019-06-30"),
        ("WASHINGTON (AP), June 30, 2019 -- ", "2019-06-30"),
        ("NEW YORK, 30 June 2019 — ", "2019-06-30"),
        ("PARIS, Sunday, June 30, 2019 (AFP) – ", "2019-06-30"),
        ("June 30, 2019 (Reuters) - ", "2019-06-30"),
        ("Berlin, 30. Juni 2019 (dpa) - ", "2019-06-30"),
        ("MADRID, 30 de junio de 2019 (EFE) - ", "2019-06-30"),
        ("SEOUL, June 30 (Agency) - ", None),
        ("SEOUL (Agency) - On June 30, 2019 ", None),
        ("June 30, 2019 - ", None),
        ("SEOUL, June 31, 2019 (Agency) - ", None),
    ],
)
def test_a_dateline_dates_an_undated_article(opening, day):
    found = read(opening + ENGLISH).date
    assert (found and found.value.isoformat()) == day
    assert found is None or (found.precision, found.origin) == ("day", "dateline")


@pytest.mark.parametrize(
    "known",
    [
        {"url": "https://a.example/2019/06/light"},
        {"url": "https://a.example/2019/light"},
        {"date": "June 2019"},
        {"date": "2019"},
    ],
)
def test_a_dateline_without_a_year_takes_it_from_what_else_is_known(known):
    found = read("SEOUL, June 30 (Agency) - " + ENGLISH, **known).date
    assert (found.value, found.precision) == (date(2019, 6, 30), "day")


def test_a_dateline_does_not_contradict_a_known_day():
    found = read("SEOUL, June 29, 2019 (Agency) - " + ENGLISH, date="2019-06-30").date
    assert (found.value, found.alternatives) == (date(2019, 6, 30), ())


def test_zones_survive_the_choice():
    day = DateReading(value=date(2019, 6, 30), precision="day", origin="header")
    found = choose_date([day, *read_date("2019-06-30T23:05:00+09:00", "metadata")])
    assert (found.precision, found.offset_minutes) == ("minute", 540)
