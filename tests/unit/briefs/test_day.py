from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest

from summarizer.briefs.day import brief_id, is_over, window, yesterday
from summarizer.types import BriefKey


def key(day: str, zone: str = "UTC", topic: str | None = None) -> BriefKey:
    return BriefKey(day=date.fromisoformat(day), zone=zone, topic=topic)


@pytest.mark.parametrize(
    ("day", "zone", "start", "hours"),
    [
        ("2019-06-30", "UTC", "2019-06-30T00:00", 24),
        ("2019-06-30", "Europe/Berlin", "2019-06-29T22:00", 24),
        ("2019-06-30", "Asia/Seoul", "2019-06-29T15:00", 24),
        ("2019-03-31", "Europe/Berlin", "2019-03-30T23:00", 23),
        ("2019-10-27", "Europe/Berlin", "2019-10-26T22:00", 25),
        ("2019-03-10", "America/New_York", "2019-03-10T05:00", 23),
        ("2019-11-03", "America/New_York", "2019-11-03T04:00", 25),
        # the clocks skip midnight here, and here they repeat the hour before it
        ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00", 23),
        ("2019-02-16", "America/Sao_Paulo", "2019-02-16T02:00", 25),
        ("2019-04-07", "Australia/Lord_Howe", "2019-04-06T13:00", 24.5),
    ],
)
def test_a_day_is_as_long_as_its_clocks_say(day, zone, start, hours):
    found = window(key(day, zone))
    assert found.start == datetime.fromisoformat(start).replace(tzinfo=UTC)
    assert found.end - found.start == timedelta(hours=hours)
    assert found.first_day == found.last_day == date.fromisoformat(day)
    assert found.zone == zone


def test_days_follow_each_other_without_gap():
    day, zone = date(2018, 10, 1), "America/Sao_Paulo"
    for _ in range(200):
        following = day + timedelta(days=1)
        one, other = (
            window(BriefKey(day=day, zone=zone)),
            window(BriefKey(day=following, zone=zone)),
        )
        assert one.end == other.start
        day = following


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        ("2019-07-01T00:00", "UTC", "2019-06-30"),
        ("2019-06-30T23:59", "UTC", "2019-06-29"),
        ("2019-06-30T22:00", "Europe/Berlin", "2019-06-30"),
        ("2019-06-30T15:00", "Asia/Seoul", "2019-06-30"),
        ("2019-07-01T03:59", "America/New_York", "2019-06-29"),
        ("2019-04-01T06:00", "Europe/Berlin", "2019-03-31"),
    ],
)
def test_yesterday_is_the_readers(now, zone, day):
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert yesterday(instant, zone) == date.fromisoformat(day)
    assert is_over(key(day, zone), instant)
    assert not is_over(
        BriefKey(day=date.fromisoformat(day) + timedelta(days=1), zone=zone), instant
    )


def test_an_unknown_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone 'Mars/Base'"):
        window(key("2019-06-30", "Mars/Base"))


def test_an_id_is_readable():
    assert brief_id(key("2019-06-30"), 1) == "2019-06-30.UTC.1"
    assert brief_id(key("2019-06-30", "Europe/Berlin"), 2) == "2019-06-30.Europe-Berlin.2"
    assert brief_id(key("2019-06-30", topic="brexit"), 1) == "2019-06-30.UTC.brexit.1"
    assert brief_id(key("2019-06-30", topic="Trump & Kim"), 1).startswith(
        "2019-06-30.UTC.trump---kim-"
    )


def test_no_two_briefs_share_an_id():
    topics = [None, "c", "C", "C++", "c#", "a b", "a-b", "A B", "a.b", "1", "C.1", "-", "…", "北"]
    zones = ["UTC", "Etc/GMT+1", "Etc/GMT-1", "Europe/Berlin"]
    keys = [key("2019-06-30", zone, topic) for zone in zones for topic in topics]
    ids = [brief_id(each, edition) for each in keys for edition in (1, 2, 11)]
    assert all(one != other for one, other in combinations(ids, 2))
    assert not any(set(each) & set("/?#% ") for each in ids)
