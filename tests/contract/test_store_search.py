import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.errors import StoreUnavailableError
from summarizer.protocols import Store
from summarizer.store import open_store
from summarizer.store.identity import stored_id
from summarizer.types import DateRange
from tests.contract.samples import NOON, article, hashed, pairs, published

SOME = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def fill(store: Store, **texts: str) -> None:
    """An article for each text, titled by its name."""
    store.add(pairs(*(article(text, title=title) for title, text in texts.items())), seen=NOON)


def found(store: Store, topic: str) -> list[str | None]:
    return [info.title for info in store.find(topic=topic).articles]


def test_articles_with_most_words_of_the_topic_match_and_more_words_come_first(
    store: Store,
) -> None:
    fill(
        store,
        Third="Hanoi, Hanoi, Hanoi: all about Hanoi.",
        First="In Hanoi the leaders held a summit, at which they spoke at length of many things.",
        Fourth="The weather was fine.",
        Second="The summit in Hanoi ended.",
    )
    assert found(store, "Hanoi summit leaders") == ["First", "Second"]
    assert store.find(topic="summit Hanoi").total == 2


def test_an_empty_answer_is_better_than_a_wrong_one(store: Store) -> None:
    fill(store, Summit="In Hanoi a summit.", Food="In Hanoi a soup.", Storm="A storm in Manila.")
    assert found(store, "Hanoi regatta") == []
    assert store.find(topic="Hanoi regatta").unknown == ("regatta",)
    assert set(found(store, "Hanoi")) == {"Summit", "Food"}
    assert found(store, "Hanoi summit") == ["Summit"]
    # most of what its words weigh is there
    assert found(store, "Manila storm warning") == ["Storm"]


def test_a_long_topic_asks_for_less_of_it(store: Store) -> None:
    fill(store, Near="The harbour bridge of Ostrand closed for repairs.", Far="A storm in Manila.")
    topic = "why did the harbour bridge of Ostrand close, who decided it and when will it open"
    assert found(store, topic) == ["Near"]


def test_words_in_quotation_marks_stand_side_by_side(store: Store) -> None:
    fill(
        store,
        Crossing="The border crossing opened.",
        Other="Crossing a border is not allowed at the border.",
    )
    assert set(found(store, "border crossing")) == {"Crossing", "Other"}
    for topic in ('"border crossing"', "“border crossing” opened", "«Border Crossings»"):
        assert found(store, topic) == ["Crossing"], topic
    assert found(store, '"crossing opened" border') == ["Crossing"]
    assert found(store, '"opened crossing" border') == []


def test_a_name_said_twice_is_another_than_the_name_said_once(store: Store) -> None:
    fill(store, Maker="Johnson & Johnson recalled it.", Minister="Johnson won, and Johnson spoke.")
    assert found(store, "Johnson & Johnson") == ["Maker"]
    assert set(found(store, "Johnson")) == {"Maker", "Minister"}


def test_a_star_stands_for_the_rest_of_a_word(store: Store) -> None:
    fill(store, Talks="The denuclearisation and nuclear talks.", Other="The nucleus of a comet.")
    assert set(found(store, "nucle*")) == {"Talks", "Other"}
    assert found(store, "denucl* talks") == ["Talks"]
    assert found(store, "nu*") == []


def test_the_nearest_days_that_have_articles(store: Store) -> None:
    given = [
        article("The summit ended.", date=published(date(2019, 2, 28))),
        article("A summit began.", date=published(date(2019, 2, 27))),
        article("A regatta.", date=published(date(2019, 5, 31))),
        article("A summit again.", date=published(datetime(2019, 7, 1, 23, 30, tzinfo=UTC))),
        article("Ein Gipfel.", language="de", date=published(date(2019, 6, 29))),
    ]
    store.add(pairs(*given), seen=NOON)
    dates = DateRange.between("2019-06-01", "2019-06-15", zone="Asia/Seoul")
    assert store.nearest_days(dates, topic="summit") == (date(2019, 2, 28), date(2019, 7, 2))
    assert store.nearest_days(dates) == (date(2019, 5, 31), date(2019, 6, 29))
    assert store.nearest_days(dates, language="de") == (date(2019, 6, 29),)
    assert store.nearest_days(dates, topic="moratorium") == ()
    assert store.nearest_days(dates, topic="!?") == ()
    open_end = DateRange.between("2019-08-01", None)
    assert store.nearest_days(open_end, topic="regatta") == (date(2019, 5, 31),)


def test_the_best_match_is_that_of_the_range(store: Store) -> None:
    fill(store, **{f"Filler{n}": f"Talks of number {n} and of fish." for n in range(3)})
    both, one = "The summit in Hanoi ended with talks of fish.", "The summit in Hanoi went on."
    old = article(both, date=published(date(2019, 2, 28)))
    new = article(one, date=published(date(2019, 6, 30)))
    store.add(pairs(old, new), seen=NOON)
    dates = DateRange.between("2019-06-01", "2019-06-30")
    topic = "Hanoi summit, talks and fish"
    assert [info.id for info in store.find(topic=topic).articles] == [stored_id(old)]
    assert [info.id for info in store.find(topic=topic, dates=dates).articles] == [stored_id(new)]


def test_rare_words_weigh_more(store: Store) -> None:
    many = {f"Common{n}": f"The summit number {n} went on." for n in range(6)}
    fill(store, **many, Rare="The moratorium number 9 went on.")
    assert found(store, "summit moratorium")[0] == "Rare"


def test_words_in_the_title_weigh_more(store: Store) -> None:
    fill(store, Weather="Some talk of the summit there.", Summit="Some talk of the weather there.")
    fill(store, Filler="Nothing at all to see.", More="Nothing here to see either.")
    assert found(store, "summit") == ["Summit", "Weather"]


def test_equal_matches_are_ordered_by_content_hash(store: Store) -> None:
    same = [replace(article("A summit."), content_hash=f"{n}" * 64) for n in (3, 1, 2)]
    store.add(pairs(*same), seen=NOON)
    hashes = [info.content_hash[0] for info in store.find(topic="summit").articles]
    assert hashes == ["1", "2", "3"]


def test_function_words_are_ignored_beside_others(store: Store) -> None:
    fill(store, Leaders="Leaders talked.", Noise="The of and to in the of and to in.")
    assert found(store, "talks of the leaders") == ["Leaders"]
    assert found(store, "of the") == []


def test_words_match_in_other_forms(store: Store) -> None:
    fill(store, Summits="Two SUMMITS in Genève were planned.")
    for topic in ("summit", "Summits", "geneve", "Gene\u0300ve", "plan"):
        assert found(store, topic) == ["Summits"], topic


def test_abbreviations_match_as_they_are_written(store: Store) -> None:
    fill(store, State="The U.S. president came.", Verbs="Give us time. You see: a word.")
    assert found(store, "U.S.") == ["State"]
    assert found(store, "a U.S. president") == ["State"]


def test_words_of_other_scripts(store: Store) -> None:
    fill(store, Moscow="Встреча в Москве прошла.", Delhi="यह दिल्ली है।", Beijing="他 去 北京 了")
    assert found(store, "Москве") == ["Moscow"]
    assert found(store, "दिल्ली") == ["Delhi"]
    assert found(store, "北京") == ["Beijing"]


MATCHING = [
    '"summit',
    "title:summit",
    "summit NEAR hanoi",
    "^summit",
    "{title body}: summit",
    "summit & !hanoi | <-> (",
    "-summit",
    "summ*",
]
NOT_MATCHING = [
    "U.S.",
    "a-b",
    "AND (",
    '"',
    '""',
    "*",
    "'; DROP TABLE articles; --",
    "%(x)s :y ?",
    "🎉",
    "",
    " ",
    "\0",
    "\ud800",
    "\u0301",
    "_",
    "x" * 5000,
    "word " * 5000,
    " ".join(f"w{n}" for n in range(5000)),
]


@pytest.mark.parametrize("number", range(len(MATCHING) + len(NOT_MATCHING)))
def test_nothing_in_a_topic_is_an_operator(store: Store, number: int) -> None:
    topic = (MATCHING + NOT_MATCHING)[number]
    fill(store, Summit="The summit near Hanoi: title, body.", Other="Nothing.")
    expected = ["Summit"] if topic in MATCHING else []
    assert found(store, topic) == expected
    assert [info.title for info in store.page(topic=topic).items] == expected


@SOME
@given(topic=st.text(st.characters(exclude_categories=[])))
def test_any_text_is_a_valid_topic(store: Store, topic: str) -> None:
    fill(store, Summit="The summit in Hanoi.")
    store.find(topic=topic)
    store.page(topic=topic)


@SOME
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_can_be_searched(store: Store, text: str) -> None:
    [(article_id, _)] = store.add(pairs(article(f"{text} summit")), seen=NOON)
    store.find(topic=f"{text} summit")
    ids = {info.id for info in store.find(topic="summit", limit=1000).articles}
    assert article_id in ids


def test_a_topic_without_a_word_matches_nothing(store: Store) -> None:
    fill(store, Summit="The summit 🎉.")
    for topic in ("", " ", "🎉", "!?", "…"):
        assert store.find(topic=topic).total == 0
        assert store.page(topic=topic).items == ()


def test_a_topic_within_dates_and_a_language(store: Store) -> None:
    given = [
        article("A summit.", title=name, language=language, date=published(NOON + timedelta(days)))
        for name, language, days in [("a", "en", 0), ("b", "en", 1), ("c", "de", 0)]
    ]
    store.add(pairs(*given), seen=NOON)
    today = DateRange(start=NOON, end=NOON + timedelta(hours=1))
    matched = store.find(topic="summit", dates=today, language="en")
    assert [info.title for info in matched.articles] == ["a"]
    assert matched.total == 1
    assert {info.title for info in store.page(topic="summit", dates=today).items} == {"a", "c"}


def test_a_listing_by_topic_goes_page_by_page_newest_first(store: Store) -> None:
    given = [
        article(text, title=f"{n}", date=published(NOON - timedelta(hours=n)))
        for n, text in enumerate(["A summit.", "No.", "Summit, summit.", "The summit."])
    ]
    store.add(pairs(*given), seen=NOON)
    first = store.page(topic="summit", limit=2)
    rest = store.page(topic="summit", limit=2, cursor=first.next_cursor)
    assert [info.title for info in (*first.items, *rest.items)] == ["0", "2", "3"]


def test_old_versions_and_deleted_articles_are_not_found(store: Store) -> None:
    old = article("The moratorium.", url="https://a.example/")
    new = hashed(replace(old, text="The armistice."))
    [(article_id, _)] = store.add(pairs(old), seen=NOON)
    store.add(pairs(new), seen=NOON)
    assert store.find(topic="moratorium").total == 0
    assert store.find(topic="armistice").total == 1
    store.delete(article_id)
    assert store.find(topic="armistice").total == 0
    store.add(pairs(new), seen=NOON, restore=True)
    assert store.find(topic="armistice").total == 1


def test_very_long_texts_of_many_words_are_kept_and_found(store: Store) -> None:
    han = "".join(f"{chr(0x20000 + n)} " for n in range(40_000))
    latin = " ".join(f"{n:x}word" for n in range(150_000))
    for text in (han, latin, "x" * 3_000_000, "ﷺ" * 200_000):
        long = article(f"Summit {text}", title=text[:100_000])
        [(article_id, _)] = store.add(pairs(long), seen=NOON)
        assert store.article(article_id).text == long.text
    assert store.find(topic="summit").total == 4


def test_a_query_reads_no_text_that_it_does_not_print() -> None:
    store = open_store("sqlite://")
    [(article_id, _)] = store.add(pairs(article("A summit.")), seen=NOON)
    with store._engine.connect() as connection:
        connection.connection.driver_connection.set_authorizer(_no_texts)
    assert store.find(topic="summit", dates=DateRange(end=NOON + timedelta(1))).total == 1
    assert store.find(language="en").total == 0
    assert len(store.page(topic="summit").items) == 1
    assert store.prepared([article_id]) != (None,)
    with pytest.raises(StoreUnavailableError, match="prohibited"):
        store.article(article_id)
    store.close()


def _no_texts(action: int, table: str | None, *_: object) -> int:
    reads_text = action == sqlite3.SQLITE_READ and table == "article_texts"
    return sqlite3.SQLITE_DENY if reads_text else sqlite3.SQLITE_OK
