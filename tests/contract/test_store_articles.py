from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import prepared as forms
from summarizer.errors import ArticleNotFoundError, UnreadableInputError
from summarizer.prepared import Prepared
from summarizer.protocols import Store
from summarizer.store.identity import stored_id
from summarizer.types import (
    Article,
    DateReading,
    EntryDate,
    Notice,
    Piece,
    PublicationDate,
    RemovedText,
)
from tests.contract.samples import NOON, article, hashed, pairs, prepared

LATER = NOON + timedelta(days=1)
SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

kept_text = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
any_text = st.text(st.characters(exclude_categories=[]))
names = kept_text | st.none()
offsets = st.integers(0, 2**40)
days = st.dates() | st.datetimes(timezones=st.just(UTC))
dates = st.builds(
    PublicationDate,
    value=days,
    alternatives=st.lists(st.builds(DateReading, value=days), max_size=2).map(tuple),
)
articles = st.builds(
    Article,
    id=any_text,
    title=names,
    source=names,
    url=names,
    language=names,
    date=st.none() | dates,
    first_seen=st.none(),
    version=st.just(1),
    content_hash=st.text("0123456789abcdef", min_size=64, max_size=64),
    text=kept_text,
    given=any_text,
    alignment=st.lists(
        st.builds(Piece, start=offsets, end=offsets, given_start=offsets, given_end=offsets)
    ).map(tuple),
    removed=st.lists(st.builds(RemovedText, text=any_text, rule=any_text, start=offsets)).map(
        tuple
    ),
    notices=st.lists(
        st.builds(Notice, code=any_text, message=any_text, articles=st.tuples(any_text))
    ).map(tuple),
    entries=st.lists(st.builds(EntryDate, start=offsets, end=offsets, date=dates), max_size=2).map(
        tuple
    ),
)


def same(one: Prepared | None, other: Prepared) -> bool:
    return one is not None and all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in fields(Prepared)
    )


@SOME
@given(given=articles, seen=st.datetimes(timezones=st.just(UTC)))
def test_an_article_comes_back_as_it_went_in(store: Store, given: Article, seen: datetime) -> None:
    [(article_id, status)] = store.add(pairs(given), seen=seen)
    if status == "added":
        expected = replace(given, id=article_id, first_seen=seen)
        assert store.article(article_id) == expected
        assert store.page(limit=1000).items  # every date can be sorted
    else:  # Hypothesis gave the same address twice
        assert status in ("updated", "unchanged")


def test_what_is_added_is_reported_in_order(store: Store) -> None:
    one, other = article("One.", url="https://a.example/1"), article("Other.")
    outcome = store.add(pairs(one, other, one), seen=NOON)
    assert outcome == (
        (stored_id(one), "added"),
        (stored_id(other), "added"),
        (stored_id(one), "unchanged"),
    )


def test_nothing_to_add(store: Store) -> None:
    assert store.add([], seen=NOON) == ()


def test_the_same_address_and_content_change_nothing(store: Store) -> None:
    given = article(url="https://a.example/1")
    store.add(pairs(given), seen=NOON)
    [(article_id, status)] = store.add(pairs(given), seen=LATER)
    assert status == "unchanged"
    assert store.article(article_id) == replace(given, id=article_id, first_seen=NOON)


def test_other_content_at_an_address_is_a_new_version(store: Store) -> None:
    first = article("First.", url="http://A.example/1/?utm_source=feed")
    second = article("Second.", url="https://a.example/1#top")
    [(article_id, _)] = store.add([(first, prepared(first, words=1))], seen=NOON)
    assert store.add([(second, prepared(second, words=2))], seen=LATER) == (
        (article_id, "updated"),
    )
    expected = replace(second, id=article_id, first_seen=NOON, version=2)
    assert store.article(article_id) == expected
    [form] = store.prepared([article_id])
    assert same(form, prepared(second, words=2))
    assert store.find().total == 1


def test_two_texts_of_one_address_do_not_take_turns(store: Store) -> None:
    """A feed's entry and the saved page."""
    entry = article("Short.", url="https://a.example/1")
    page = article("In full.", url="https://a.example/1")
    [(article_id, _), _] = store.add(pairs(entry, page), seen=NOON)
    for batch in ([entry, page], [page], [entry]):
        assert {status for _, status in store.add(pairs(*batch), seen=LATER)} == {"unchanged"}
    kept = store.article(article_id)
    assert (kept.version, kept.text) == (2, "In full.")


def test_a_text_without_address_is_known_by_its_content(store: Store) -> None:
    given = article("No address.")
    [(article_id, _)] = store.add(pairs(given), seen=NOON)
    assert store.add(pairs(replace(given, id="other")), seen=LATER) == ((article_id, "unchanged"),)
    assert store.add(pairs(article("Another.")), seen=LATER)[0][1] == "added"


def test_a_text_without_address_is_unchanged_when_its_content_is_there(store: Store) -> None:
    given = article("A text.", url="https://a.example/1")
    [(article_id, _)] = store.add(pairs(given), seen=NOON)
    bare = replace(given, url=None)
    assert store.add(pairs(bare), seen=LATER) == ((article_id, "unchanged"),)


@pytest.mark.parametrize("url", ["", "no address", "/relative", "http://[half", "http://h:port/"])
def test_an_address_without_a_host_is_none(store: Store, url: str) -> None:
    [(_, first), (_, second)] = store.add(
        pairs(article("One.", url=url), article("Two.", url=url)), seen=NOON
    )
    assert (first, second) == ("added", "added")


@pytest.mark.parametrize("field", ["title", "source", "url", "language", "text"])
@pytest.mark.parametrize("broken", ["a\0b", "a\ud800b"])
def test_all_of_a_batch_or_none(store: Store, field: str, broken: str) -> None:
    bad = replace(article("Bad."), id="bad", **{field: broken})
    with pytest.raises(UnreadableInputError, match=f"bad: its {field} holds a NUL"):
        store.add(pairs(article("Good."), bad), seen=NOON)
    assert store.find().total == 0


def test_an_article_needs_a_content_hash(store: Store) -> None:
    with pytest.raises(UnreadableInputError, match="no content hash"):
        store.add(pairs(Article(id="a", text="A.")), seen=NOON)


def test_the_given_order_is_kept_and_the_first_missing_is_named(store: Store) -> None:
    added = store.add(pairs(*(article(f"Number {n}.") for n in range(5))), seen=NOON)
    ids = [article_id for article_id, _ in reversed(added)]
    assert [each.id for each in store.articles(ids)] == ids
    assert [each.id for each in store.articles([ids[0], ids[0]])] == [ids[0], ids[0]]
    assert len(store.prepared(ids)) == 5
    for ask in (store.articles, store.prepared):
        assert ask([]) == ()
        with pytest.raises(ArticleNotFoundError) as error:
            ask([ids[0], "gone", "away"])
        assert error.value.article_id == "gone"


@pytest.mark.parametrize("article_id", ["", "missing", "\0", "\ud800", "x" * 10_000, "'; --"])
def test_any_text_may_be_asked_for_as_an_id(store: Store, article_id: str) -> None:
    with pytest.raises(ArticleNotFoundError):
        store.article(article_id)
    with pytest.raises(ArticleNotFoundError):
        store.delete(article_id)
    with pytest.raises(ArticleNotFoundError):
        store.replace_prepared(article_id, prepared(article()))


def test_more_articles_than_one_statement_takes(store: Store) -> None:
    many = pairs(*(article(f"Number {n}.") for n in range(1100)))
    ids = [article_id for article_id, _ in store.add(many, seen=NOON)]
    assert {status for _, status in store.add(many, seen=LATER)} == {"unchanged"}
    assert [each.id for each in store.articles(ids)] == ids


def test_the_prepared_form_comes_back(store: Store) -> None:
    given = article()
    [(article_id, _)] = store.add(pairs(given), seen=NOON)
    [form] = store.prepared([article_id])
    assert same(form, prepared(given))


def test_a_form_of_another_version_is_none_until_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = article()
    [(article_id, _)] = store.add(pairs(given), seen=NOON)
    monkeypatch.setattr(forms, "VERSION", forms.VERSION + 1)
    assert store.prepared([article_id]) == (None,)
    store.replace_prepared(article_id, prepared(given, words=5))
    [form] = store.prepared([article_id])
    assert same(form, prepared(given, words=5))


def test_a_form_of_an_earlier_text_replaces_nothing(store: Store) -> None:
    old, new = article("Old.", url="https://a.example/"), article("New.", url="https://a.example/")
    [(article_id, _)] = store.add(pairs(old), seen=NOON)
    store.add(pairs(new), seen=LATER)
    store.replace_prepared(article_id, prepared(old, words=9))
    [form] = store.prepared([article_id])
    assert same(form, prepared(new))


def test_deleted_articles_stay_away_until_restored(store: Store) -> None:
    for published in (article("One.", url="https://a.example/1"), article("Two.")):
        [(article_id, _)] = store.add(pairs(published), seen=NOON)
        store.delete(article_id)
        with pytest.raises(ArticleNotFoundError):
            store.article(article_id)
        with pytest.raises(ArticleNotFoundError):
            store.delete(article_id)
        changed = hashed(replace(published, title="Changed")) if published.url else published
        assert store.add(pairs(published, changed), seen=LATER) == ((article_id, "skipped"),) * 2
        assert store.find().total == 0
        restored = store.add(pairs(published, published), seen=LATER, restore=True)
        assert restored == ((article_id, "added"), (article_id, "unchanged"))
        assert store.article(article_id) == replace(published, id=article_id, first_seen=LATER)
        store.delete(article_id)


def test_a_date_keeps_its_day_or_its_instant(store: Store) -> None:
    midnight = datetime(2019, 6, 30, tzinfo=UTC)
    day = PublicationDate(
        value=date(2019, 6, 30),
        precision="day",
        origin="header",
        alternatives=(DateReading(value=midnight, precision="minute", origin="metadata"),),
    )
    for number, read in enumerate((day, replace(day, value=midnight, precision="minute"))):
        [(article_id, _)] = store.add(pairs(article(f"{number}", date=read)), seen=NOON)
        kept = store.article(article_id).date
        assert kept == read
        assert kept is not None
        assert type(kept.value) is type(read.value)


def test_a_date_keeps_its_zone_and_its_order(store: Store) -> None:
    told = PublicationDate(
        value=datetime(2019, 6, 30, 14, 5, tzinfo=UTC),
        precision="minute",
        origin="dateline",
        offset_minutes=-240,
        order="month",
        alternatives=(
            DateReading(value=date(2019, 7, 1), precision="day", origin="url", order="day"),
        ),
    )
    [(article_id, _)] = store.add(pairs(article("zoned", date=told)), seen=NOON)
    assert store.article(article_id).date == told
