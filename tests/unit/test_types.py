from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from summarizer.types import Article, DateRange, Piece, Span


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "zone", "instants"),
    [
        (("2019-06-29", "2019-06-30"), "UTC", ("2019-06-29T00:00", "2019-07-01T00:00")),
        (("2019-06-30", "2019-06-30"), "Asia/Seoul", ("2019-06-29T15:00", "2019-06-30T15:00")),
        (("20190630", "20190630"), "UTC", ("2019-06-30T00:00", "2019-07-01T00:00")),
        ((date(2019, 6, 30), None), "UTC", ("2019-06-30T00:00", None)),
        ((None, date(2019, 6, 30)), "UTC", (None, "2019-07-01T00:00")),
        ((" 2019-06-30 ", "2019-06-30T12:00"), "UTC", ("2019-06-30T00:00", "2019-06-30T12:00")),
        (("2019-06-30T12:00", None), "Europe/Berlin", ("2019-06-30T10:00", None)),
        (("2019-06-30T12:00Z", None), "Asia/Seoul", ("2019-06-30T12:00", None)),
        ((None, "2019-06-30T12:00-04:00"), "Asia/Seoul", (None, "2019-06-30T16:00")),
        ((None, None), "UTC", (None, None)),
    ],
)
def test_bare_dates_are_whole_days_and_instants_are_ends(given, zone, instants):
    found = DateRange.between(*given, zone=zone)
    assert (found.start, found.end) == tuple(each and utc(each) for each in instants)
    assert all(value is None or value.tzinfo is UTC for value in (found.start, found.end))


@pytest.mark.parametrize(
    ("first", "last", "zone", "message"),
    [
        ("2019-06-30", "2019-06-29", "UTC", "the range is empty"),
        ("2019-06-30T12:00", "2019-06-30T12:00", "UTC", "the range is empty"),
        ("30.6.2019", None, "UTC", "'30.6.2019' is no date; write 2019-06-30"),
        ("2019-06-31", None, "UTC", "is no date"),
        ("yesterday", None, "UTC", "is no date"),
        ("", None, "UTC", "is no date"),
        ("2019-06", None, "UTC", "is no date"),
        (None, "9999-12-31", "UTC", "9999-12-31 is out of range: .* 0001-01-02 to 9999-12-30"),
        (None, date(9999, 12, 31), "UTC", "^9999-12-31 is out of range"),
        (None, "9999-12-31T23:00", "UTC", "9999-12-31T23:00 is out of range"),
        ("9999-12-31T23:00", None, "Asia/Seoul", "is out of range"),
        (None, "0001-01-01T00:00", "America/New_York", "is out of range"),
        ("0001-01-01", None, "Asia/Seoul", "is out of range"),
        ("2019-06-30", None, "Berlin", "there is no time zone 'Berlin'"),
        ("2019-06-30", None, "../etc", "there is no time zone"),
        ("2019-06-30", None, "", "there is no time zone"),
        (None, None, "Europe", "there is no time zone"),
    ],
)
def test_what_is_no_range_says_what_is_wrong(first, last, zone, message):
    with pytest.raises(ValueError, match=message):
        DateRange.between(first, last, zone=zone)


def test_whole_days_inside_are_counted_in_the_readers_zone():
    found = DateRange.between("2019-06-29T12:00", "2019-07-01T12:00", zone="Europe/Berlin")
    assert (found.first_day, found.last_day) == (date(2019, 6, 30), date(2019, 7, 1))
    assert DateRange().first_day is DateRange().last_day is None


def test_days_are_those_that_were_asked_for_wherever_clocks_change():
    for zone in ("America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Africa/Cairo", "UTC"):
        day = date(2018, 1, 1)
        while day.year < 2020:
            found = DateRange.between(day, day, zone=zone)
            assert (found.first_day, found.last_day) == (day, day)
            day += timedelta(days=1)


def test_an_instant_of_any_offset_is_kept_in_utc():
    noon = datetime(2019, 6, 30, 12, tzinfo=timezone(timedelta(hours=9)))
    assert DateRange.between(noon, None).start == utc("2019-06-30T03:00")


#: "Tom &amp; Al.\n\n\nBye." as given, "Tom & Al.\nBye." cleaned
ARTICLE = Article(
    id="a1",
    text="Tom & Al.\nBye.",
    given="Tom &amp; Al.\n\n\nBye.",
    alignment=(
        Piece(start=0, end=4, given_start=0, given_end=4),
        Piece(start=4, end=5, given_start=4, given_end=9),
        Piece(start=5, end=9, given_start=9, given_end=13),
        Piece(start=10, end=14, given_start=16, given_end=20),
    ),
)


@pytest.mark.parametrize(
    ("quote", "given"),
    [
        ("Tom", "Tom"),
        ("om ", "om "),
        ("&", "&amp;"),
        ("Tom & Al.", "Tom &amp; Al."),
        ("m & A", "m &amp; A"),
        ("Bye.", "Bye."),
        ("Al.\nBye", "Al.\n\n\nBye"),
        ("ye", "ye"),
    ],
)
def test_a_span_is_traced_to_the_text_as_given(quote, given):
    start = ARTICLE.text.index(quote)
    span = ARTICLE.given_span(start, start + len(quote))
    assert ARTICLE.given[span.start : span.end] == given


def test_what_no_piece_covers_cannot_be_traced():
    assert ARTICLE.given_span(9, 10) is None
    assert Article(id="a1", text="Bye.").given_span(0, 4) is None


def test_an_article_without_its_text_is_its_info():
    info = ARTICLE.info
    assert (info.id, info.version) == ("a1", 1)
    assert not hasattr(info, "text")


def test_values_are_frozen_and_comparable():
    assert Span(start=1, end=2) == Span(start=1, end=2)
    with pytest.raises(FrozenInstanceError):
        Span(start=1, end=2).start = 3
