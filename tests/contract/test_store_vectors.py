"""Vectors of articles: kept, renewed, dropped and compared, the same in every store."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import InvalidRequestError
from summarizer.protocols import Near, Store
from summarizer.store import open_store
from summarizer.store import vectors as vectors_of_store
from summarizer.store.migrations import HEAD, VERSION_TABLE
from summarizer.store.vectors import _cosines
from summarizer.types import Article, DateRange
from tests.contract.samples import NOON, article, pairs, published

EAST = np.array([1, 0, 0], np.float16)
NORTH = np.array([0, 1, 0], np.float16)
NORTH_EAST = np.array([0.8, 0.6, 0], np.float16)
COSINE = float(np.float16(0.8))


def add(store: Store, *articles: Article) -> list[Article]:
    """The articles as the store has them."""
    return [store.article(stored) for stored, _ in store.add(pairs(*articles), seen=NOON)]


def keep(store: Store, article: Article, vector: np.ndarray, model: str = "m") -> None:
    store.keep_vectors(model, [(article.info, vector)])


def near(store: Store, vector: np.ndarray = EAST, *, model: str = "m", least: float = 0.5, **more):
    return store.find_near(vector, model=model, least=least, **more)


def titles(articles: Iterable[Article]) -> list[str | None]:
    return [each.title for each in articles]


def test_the_nearest_come_first_with_their_cosines(store: Store) -> None:
    far, nearer, same = add(store, *(article(title=name) for name in ("far", "nearer", "same")))
    for each, vector in ((far, NORTH), (nearer, NORTH_EAST), (same, EAST)):
        keep(store, each, vector)
    found = near(store)
    assert titles(found.articles) == ["same", "nearer"]
    assert found.cosines == (1.0, COSINE)
    assert found.articles[0] == same.info
    assert found.without == 0
    assert near(store, least=COSINE).articles == found.articles
    assert titles(near(store, limit=1).articles) == ["same"]
    assert near(store, NORTH, least=1.5) == Near()
    with pytest.raises(InvalidRequestError):
        near(store, limit=0)


def test_equals_stand_by_content_hash_whatever_order_they_came_in(store: Store) -> None:
    articles = add(store, *(article(f"They met {n}.") for n in range(12)))
    random.Random(3).shuffle(articles)
    for each in articles:
        keep(store, each, EAST)
    hashes = [info.content_hash for info in near(store).articles]
    assert hashes == sorted(hashes)
    assert [info.content_hash for info in near(store, limit=5).articles] == hashes[:5]


def test_vectors_of_another_model_are_not_compared(store: Store) -> None:
    old, new = add(store, article(title="old"), article(title="new"))
    keep(store, old, EAST, "earlier")
    keep(store, new, EAST)
    assert titles(near(store).articles) == ["new"]
    assert near(store).without == 1
    assert titles(near(store, model="earlier").articles) == ["old"]
    assert titles(store.without_vector("m", limit=9)) == ["old"]
    keep(store, old, NORTH)
    assert near(store).without == 0
    assert near(store, model="earlier").articles == ()


def test_the_filters_hold(store: Store) -> None:
    days = [date(2019, 6, 29), date(2019, 6, 30), None]
    english = [article(title=str(day), date=day and published(day), language="en") for day in days]
    french = article(title="fr", date=published(date(2019, 6, 30)), language="fr")
    for each in add(store, *english, french):
        keep(store, each, EAST)
    sunday = DateRange.between("2019-06-30", "2019-06-30")
    found = near(store, dates=sunday, language="en")
    # the undated one was first seen on that day
    assert sorted(titles(found.articles)) == ["2019-06-30", "None"]
    assert sorted(titles(near(store, language="fr").articles)) == ["fr"]
    assert near(store, language="no\0ne") == Near()
    [lacking] = add(store, article(title="lacking", language="en"))
    assert near(store, dates=sunday, language="en").without == 1
    assert near(store, dates=sunday, language="fr").without == 0
    assert lacking.id not in {info.id for info in near(store).articles}


def test_what_is_deleted_has_no_vector_any_more(store: Store) -> None:
    [gone] = add(store, article(title="gone"))
    keep(store, gone, EAST)
    store.delete(gone.id)
    assert near(store) == Near()
    keep(store, gone, EAST)
    store.add(pairs(article(title="gone")), seen=NOON, restore=True)
    assert near(store) == Near(without=1)


def test_a_new_version_loses_the_vector_of_the_old_one(store: Store) -> None:
    url = "https://a.example/1"
    [first] = add(store, article("They met.", url=url))
    keep(store, first, EAST)
    [second] = add(store, article("They never met.", url=url))
    assert (second.id, second.version) == (first.id, 2)
    assert near(store) == Near(without=1)
    # made of the version before, while that was replaced
    keep(store, first, EAST)
    assert near(store) == Near(without=1)
    keep(store, second, EAST)
    assert near(store).articles == (second.info,)
    store.add(pairs(article("They met.", url=url)), seen=NOON)
    assert near(store).articles == (second.info,)


def test_an_article_that_loses_boilerplate_loses_its_vector(store: Store) -> None:
    notice = "Write to our readers' desk, which answers every letter."
    first, *others = (
        article(
            f"A {topic} drew crowds on Tuesday.\n\nNobody forgets a {topic}.\n\n{notice}",
            source="Courier",
            title=f"The {topic}",
        )
        for topic in "ferry lighthouse budget election orchestra volcano museum".split()
    )
    [stored] = add(store, first)
    keep(store, stored, EAST)
    add(store, *others)
    assert notice not in store.article(stored.id).text
    assert near(store) == Near(without=7)
    [line] = store.boilerplate()
    cleaned = store.article(stored.id)
    keep(store, cleaned, EAST)
    store.judge_boilerplate(line.id, keep=False)
    assert near(store) == Near(without=7)


def test_those_without_come_last_seen_first(store: Store) -> None:
    [(old, _)] = store.add(pairs(article("Old.", url="https://a.example/1")), seen=NOON)
    store.add(pairs(article("Newer.", title="newer")), seen=NOON + timedelta(1))
    assert titles(store.without_vector("m", limit=1)) == ["newer"]
    changed = article("Changed.", title="changed", url="https://a.example/1")
    store.add(pairs(changed), seen=NOON + timedelta(2))
    found = store.without_vector("m", limit=9)
    assert titles(found) == ["changed", "newer"]
    assert found[0] == store.article(old)


def test_many_are_compared_in_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors_of_store, "_ROWS", 7)
    every = add(store, *(article(f"They met {n}.") for n in range(30)))
    vectors = np.random.default_rng(1).standard_normal((len(every), 3)).astype(np.float16)
    store.keep_vectors("m", [(each.info, vectors[n]) for n, each in enumerate(every)])
    found = near(store, least=-10.0, limit=len(every))
    cosines = vectors[:, 0].astype(float)
    assert found.cosines == tuple(sorted(cosines.tolist(), reverse=True))
    assert len(near(store, least=1.0, limit=9000).articles) == (cosines >= 1.0).sum()


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_cosines_depend_on_no_order(rows: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    made = chance.standard_normal((rows + 1, 384))
    made = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype("<f2")
    asked, vectors = made[0], made[1:]
    found = _cosines([each.tobytes() for each in vectors], asked)
    order, columns = chance.permutation(rows), chance.permutation(384)
    other = _cosines([each[columns].tobytes() for each in vectors[order]], asked[columns])
    assert (found[order] == other).all()


def test_a_database_of_the_version_before_keeps_its_articles(shared_url: str) -> None:
    store = open_store(shared_url)
    [kept] = add(store, article(title="kept"))
    store.close()
    engine = sa.create_engine(shared_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        # what the migration before this one left
        connection.execute(sa.text("DROP TABLE article_vectors"))
        version = sa.table(VERSION_TABLE, sa.column("version_num"))
        connection.execute(version.update().values(version_num="0002"))
    engine.dispose()
    store = open_store(shared_url)
    store.check()
    assert HEAD == "0003"
    assert store.article(kept.id) == kept
    assert store.find(topic="met").total == 1
    assert near(store) == Near(without=1)
    keep(store, kept, EAST)
    assert near(store).articles == (kept.info,)
    store.delete(kept.id)
    assert near(store) == Near()
    store.close()


def test_an_article_that_is_not_stored_gets_none(store: Store) -> None:
    keep(store, replace(article(), id="no\0ne"), EAST)
    keep(store, article(), EAST)
    store.keep_vectors("m", [])
    assert near(store) == Near()
