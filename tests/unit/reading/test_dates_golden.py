"""How pages write when an article appeared: instants keep the zone in which they are told."""

from datetime import UTC, date, datetime

import pytest

from summarizer.reading.dates import find_dates, read_date, read_url_date

#: a header line or a meta value, then the UTC instant with its offset, or the day
LINES = """
    Sunday, June 30, 2019 10:05 AM EDT               2019-06-30T14:05 -240
    Sun 30 Jun 2019 15.05 BST                        2019-06-30T14:05 +60
    Published: 30 June 2019 at 2:05 p.m. GMT         2019-06-30T14:05 +0
    January 5, 2019, 9 a.m. EST                      2019-01-05T14:00 -300
    January 5, 2019 | 9:00 PM PST                    2019-01-06T05:00 -480
    Jan. 5, 2019 9:00 a.m. ET                        2019-01-05T14:00 -300
    June 30, 2019 at 9:00 a.m. ET                    2019-06-30T13:00 -240
    5 January 2019 15:05 CET                         2019-01-05T14:05 +60
    30.06.2019, 16:05 Uhr (CEST)                     2019-06-30T14:05 +120
    30 June 2019 23:05 (UTC+9)                       2019-06-30T14:05 +540
    2019-06-30 23:05 UTC+09:00                       2019-06-30T14:05 +540
    30 June 2019 19:35 GMT+5:30                      2019-06-30T14:05 +330
    June 30, 2019 1405 GMT                           2019-06-30T14:05 +0
    15:05 BST, 30 June 2019                          2019-06-30T14:05 +60
    30 июня 2019, 17:05 MSK                          2019-06-30T14:05 +180
    Sun Jun 30 10:05:09 EDT 2019                     2019-06-30T14:05 -240
    Sun Jun 30 14:05:09 +0000 2019                   2019-06-30T14:05 +0
    2019-06-30T23:05:00+09:00                        2019-06-30T14:05 +540
    2019-06-30T10:05:00-04:00                        2019-06-30T14:05 -240
    2019-06-30T14:05:00Z                             2019-06-30T14:05 +0
    2019-06-30T14:05:00.123+0000                     2019-06-30T14:05 +0
    20190630T140500Z                                 2019-06-30T14:05 +0
    Sun, 30 Jun 2019 10:05:00 -0400                  2019-06-30T14:05 -240
    Sun, 30 Jun 2019 14:05:00 GMT                    2019-06-30T14:05 +0
    1561903500                                       2019-06-30T14:05 +0
    1561903500000                                    2019-06-30T14:05 +0
    30 June 2019 14:05                               2019-06-30
    30 June 2019 14:05 CST                           2019-06-30
    30 June 2019 14:05-16:00                         2019-06-30
    30/06/2019 14:05                                 2019-06-30
    30-06-2019                                       2019-06-30
    30-Jun-2019                                      2019-06-30
    30/Jun/2019                                      2019-06-30
    2019/06/30                                       2019-06-30
    2019.06.30                                       2019-06-30
    30th of June, 2019                               2019-06-30
    June 30th, 2019                                  2019-06-30
    30. Juni 2019                                    2019-06-30
    30 juin 2019 à 14h05                             2019-06-30
    Publicado el 30 de junio del 2019                2019-06-30
    30 giugno 2019                                   2019-06-30
    30 de junho de 2019                              2019-06-30
    zondag 30 juni 2019                              2019-06-30
    30 июня 2019 г., 14:05                           2019-06-30
    2019年6月30日                                     2019-06-30
    First published on Sun 30 Jun 2019               2019-06-30
    02.09.2019                                       2019-09-02
    06/06/2019                                       2019-06-06
    """
URLS = """
    https://a.example/2019/06/30/light               2019-06-30
    https://a.example/2019/6/30/light                2019-06-30
    https://a.example/2019/june/30/light             2019-06-30
    https://a.example/2019-06/30/c_1.htm             2019-06-30
    https://a.example/201906/30/light                2019-06-30
    https://a.example/2019/0630/light                2019-06-30
    https://a.example/news-2019-06-30/light          2019-06-30
    https://a.example/light_20190630.html            2019-06-30
    """


def rows(table: str) -> list[list[str]]:
    return [line.strip().split("  ", 1) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("line", "expected"), rows(LINES))
def test_a_line_tells_when_and_in_which_zone(line, expected):
    reading = read_date(line, "header")[0]
    value, _, offset = expected.strip().partition(" ")
    if offset:
        assert reading.value == datetime.fromisoformat(value).replace(tzinfo=UTC)
        assert (reading.precision, reading.offset_minutes) == ("minute", int(offset))
    else:
        assert reading.value == date.fromisoformat(value)
        assert not isinstance(reading.value, datetime)
        assert (reading.precision, reading.offset_minutes) == ("day", None)


@pytest.mark.parametrize(("url", "expected"), rows(URLS))
def test_an_address_tells_the_day(url, expected):
    assert [reading.value.isoformat() for reading in read_url_date(url)] == [expected.strip()]


def test_only_dates_with_slashes_have_an_order():
    assert [r.order for r in find_dates("06/07/2019", "header")] == ["day", "month"]
    assert [r.order for r in find_dates("30/06/2019", "header")] == ["day"]
    assert [r.order for r in find_dates("06/30/2019", "header")] == ["month"]
    assert [r.order for r in find_dates("06/06/2019", "header")] == [None]
    assert [r.order for r in find_dates("06.07.2019", "header")] == [None]
