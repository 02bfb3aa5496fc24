import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.errors import InvalidRequestError
from summarizer.protocols import Store
from summarizer.types import DateRange, Precision, PublicationDate, Unseen
from tests.contract.samples import NOON, article, pairs, published

SOME = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def add(store: Store, title: str, value: date | datetime | None = None, **fields: object) -> str:
    """The stored id of a new article."""
    when = None if value is None else published(value)
    seen = fields.pop("seen", NOON)
    given = article(title=title, date=when, **fields)
    return store.add(pairs(given), seen=seen)[0][0]


def titles(store: Store, **question: object) -> list[str | None]:
    return [info.title for info in store.find(**question).articles]


def listed(store: Store, **question: object) -> list[str | None]:
    """The titles of all pages, one after another."""
    page = store.page(**question)
    items = list(page.items)
    while page.next_cursor:
        page = store.page(cursor=page.next_cursor, **question)
        items += page.items
    return [info.title for info in items]


def test_newest_first_by_instant_then_day_then_first_seen(store: Store) -> None:
    add(store, "day", date(2019, 6, 30))  # midnight
    add(store, "before midnight", datetime(2019, 6, 29, 23, 59, tzinfo=UTC))
    add(store, "after midnight", datetime(2019, 6, 30, 0, 1, tzinfo=UTC))
    add(store, "undated", seen=datetime(2019, 7, 1, tzinfo=UTC))
    expected = ["undated", "after midnight", "day", "before midnight"]
    assert listed(store) == expected
    assert titles(store) == expected


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8])
def test_pages_show_every_article_once(store: Store, limit: int) -> None:
    ids = {f"same time {n}": add(store, f"same time {n}", NOON) for n in range(7)}
    by_id = sorted(ids, key=lambda title: ids[title])
    assert listed(store, limit=limit) == by_id


def test_a_cursor_outlives_what_comes_and_goes(store: Store) -> None:
    ids = [add(store, f"{hour}", NOON - timedelta(hours=hour)) for hour in range(5)]
    page = store.page(limit=2)
    store.delete(ids[1])  # the one that the cursor names
    store.delete(ids[2])
    add(store, "newer", NOON + timedelta(hours=1))
    rest = store.page(cursor=page.next_cursor, limit=9)
    assert [info.title for info in rest.items] == ["3", "4"]
    assert rest.next_cursor is None


def test_an_empty_store_has_one_empty_page(store: Store) -> None:
    assert store.page().items == ()
    assert store.page().next_cursor is None
    assert store.find().articles == ()


def encoded(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


BROKEN = [
    "",
    "x",
    "é",
    "\ud800",
    "%%%",
    encoded({"a": 1, "b": 2}),
    encoded([1]),
    encoded([1, 2]),
    encoded(["1", "a"]),
    encoded([1.5, "a"]),
    encoded([2**63, "a"]),
    encoded([1, "\0"]),
    encoded([1, "\ud800"]),
    encoded(None),
    urlsafe_b64encode(b"[" * 100_000).decode(),
]


@pytest.mark.parametrize("cursor", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_cursor_is_an_invalid_request(store: Store, cursor: str) -> None:
    with pytest.raises(InvalidRequestError) as error:
        store.page(cursor=cursor)
    assert error.value.pointer == "/cursor"


@SOME
@given(cursor=st.text() | st.binary().map(lambda raw: urlsafe_b64encode(raw).decode()))
def test_any_text_may_be_handed_over_as_a_cursor(store: Store, cursor: str) -> None:
    with pytest.raises(InvalidRequestError):
        store.page(cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1])
def test_asking_for_nothing_is_an_invalid_request(store: Store, limit: int) -> None:
    for ask in (store.page, store.find, store.briefs):
        with pytest.raises(InvalidRequestError, match="at least 1"):
            ask(limit=limit)


def test_a_range_of_instants_is_half_open(store: Store) -> None:
    add(store, "start", NOON)
    add(store, "inside", NOON + timedelta(microseconds=1))
    add(store, "end", NOON + timedelta(hours=1))
    dates = DateRange(start=NOON, end=NOON + timedelta(hours=1))
    for ask in (titles, listed):
        assert ask(store, dates=dates) == ["inside", "start"]
        assert ask(store, dates=DateRange(start=NOON + timedelta(hours=1))) == ["end"]
        assert ask(store, dates=DateRange(end=NOON)) == []
        assert len(ask(store, dates=DateRange())) == 3


def test_days_lie_in_a_range_of_the_readers_zone(store: Store) -> None:
    for day in (29, 30):
        add(store, f"{day}", date(2019, 6, day))
    add(store, "instant", datetime(2019, 6, 29, 22, 30, tzinfo=UTC))  # 30 June in Berlin
    berlin = timedelta(hours=2)
    start = datetime(2019, 6, 30, tzinfo=UTC) - berlin
    dates = DateRange(start=start, end=start + timedelta(days=1), zone="Europe/Berlin")
    assert titles(store, dates=dates) == ["30", "instant"]
    afternoon = DateRange(start=NOON, end=NOON + timedelta(hours=2), zone="UTC")
    assert titles(store, dates=afternoon) == []


def test_a_month_or_a_year_lies_in_a_range_that_holds_all_of_it(store: Store) -> None:
    coarse: list[tuple[date, Precision]] = [(date(2018, 1, 1), "year"), (date(2018, 2, 1), "month")]
    for value, precision in coarse:
        known = PublicationDate(value=value, precision=precision, origin="metadata")
        store.add(pairs(article(title=precision, date=known)), seen=NOON)
    for first, last, expected in [
        ("2018-01-01", "2018-01-01", []),
        ("2018-02-01", "2018-02-01", []),
        ("2018-02-01", "2018-02-28", ["month"]),
        ("2018-02-02", "2018-12-31", []),
        ("2018-01-01", "2018-12-30", ["month"]),
        ("2018-01-01", "2018-12-31", ["month", "year"]),
        (None, "2018-02-28", ["month"]),
        ("2018-01-01", None, ["month", "year"]),
    ]:
        dates = DateRange.between(first, last, zone="Europe/Berlin")
        assert titles(store, dates=dates) == listed(store, dates=dates) == expected


def test_the_undated_lie_in_a_range_by_the_time_first_seen(store: Store) -> None:
    add(store, "undated", url="https://a.example/1")
    today = DateRange(start=NOON, end=NOON + timedelta(hours=1))
    tomorrow = DateRange(start=NOON + timedelta(hours=1), end=NOON + timedelta(days=1))
    assert titles(store, dates=today) == ["undated"]
    add(store, "changed", url="https://a.example/1", seen=NOON + timedelta(hours=2))
    assert titles(store, dates=today) == ["changed"]
    assert titles(store, dates=tomorrow) == []


def test_a_new_version_moves_to_its_new_date(store: Store) -> None:
    add(store, "old", NOON, url="https://a.example/1")
    add(store, "other", NOON - timedelta(days=1))
    add(store, "new", NOON - timedelta(days=2), url="https://a.example/1")
    assert listed(store) == ["other", "new"]


def test_only_articles_in_a_language(store: Store) -> None:
    add(store, "Tag", language="de")
    add(store, "day", language="en")
    add(store, "unknown")
    assert titles(store, language="de") == ["Tag"]
    for strange in ("", "\0", "\ud800", "xx"):
        assert store.find(language=strange).total == 0


def test_the_total_counts_what_the_limit_leaves_out(store: Store) -> None:
    for hour in range(4):
        add(store, f"Summit {hour}", NOON - timedelta(hours=hour))
    for topic in (None, "summit"):
        found = store.find(topic=topic, limit=3)
        assert (len(found.articles), found.total) == (3, 4)


def test_what_nobody_saw_is_published_or_first_seen_later(store: Store) -> None:
    day = timedelta(days=1)
    add(store, "known", NOON - 2 * day)
    add(store, "published later", NOON + day)
    add(store, "late", NOON - 2 * day, seen=NOON + timedelta(seconds=1))
    add(store, "very late", NOON - 9 * day, seen=NOON + day)
    unseen = Unseen(published=DateRange(start=NOON), seen=NOON)
    every = DateRange(unseen=unseen)
    assert titles(store, dates=every) == ["published later", "late", "very late"]
    assert listed(store, dates=every) == ["published later", "late", "very late"]
    assert titles(store, dates=DateRange(start=NOON - 3 * day, end=NOON, unseen=unseen)) == ["late"]
    [later, *_] = store.find(dates=every).articles
    read = replace(unseen, read=(later.content_hash,))
    assert titles(store, dates=DateRange(unseen=read)) == ["late", "very late"]
