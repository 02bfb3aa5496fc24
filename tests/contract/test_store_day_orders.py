"""Dates in slashes, read as the publisher's other dates are, whatever the order in which they come."""

from datetime import date
from itertools import permutations

import pytest

from summarizer.protocols import Store
from summarizer.reading import content_hash, read_document
from summarizer.store import open_store
from summarizer.text.preparing import prepare
from summarizer.types import Article, DateRange, Document
from tests.contract.samples import NOON

JULY, JUNE = date(2019, 7, 6), date(2019, 6, 7)


def story(name: str, written: str, *, source: str = "Coast Post") -> Article:
    text = f"The council of {name} agreed on a new light, and the mayor was glad about it."
    document = Document(
        title=name, text=text, source=source, date=written, url=f"https://{name}.example/1"
    )
    return read_document(document, name=name, default_id=name)


def add(store: Store, *articles: Article) -> dict[str, str]:
    forms = [
        prepare(a.text, title=a.title, language="en", content_hash=a.content_hash) for a in articles
    ]
    outcome = store.add(list(zip(articles, forms, strict=True)), seen=NOON)
    return {article.id: stored for article, (stored, _) in zip(articles, outcome, strict=True)}


DOUBTFUL = story("doubtful", "06/07/2019")
CLEAR = story("clear", "06/30/2019")


@pytest.mark.parametrize("order", [*permutations([DOUBTFUL, CLEAR, story("other", "2019-06-30")])])
def test_another_date_of_the_publisher_decides(store: Store, order: tuple[Article, ...]) -> None:
    ids: dict[str, str] = {}
    for each in order:
        ids |= add(store, each)
    kept = store.article(ids["doubtful"])
    assert (kept.date.value, kept.date.order) == (JUNE, "month")
    assert [other.value for other in kept.date.alternatives] == [JULY]
    assert kept.content_hash == content_hash(kept) == DOUBTFUL.content_hash
    assert [notice.code for notice in kept.notices] == ["date-ambiguous"]


def test_listings_and_ranges_use_the_date_that_was_decided_on(store: Store) -> None:
    add(store, DOUBTFUL, story("between", "2019-06-20"), CLEAR)
    assert [info.title for info in store.page().items] == ["clear", "between", "doubtful"]
    june = DateRange.between("2019-06-01", "2019-06-10")
    assert [info.title for info in store.find(dates=june).articles] == ["doubtful"]


def test_what_another_publisher_uses_decides_nothing(store: Store) -> None:
    ids = add(store, DOUBTFUL, story("elsewhere", "06/30/2019", source="Hill Gazette"))
    assert store.article(ids["doubtful"]).date.value == JULY


def test_an_article_whose_date_was_turned_is_unchanged_when_it_comes_again(store: Store) -> None:
    add(store, DOUBTFUL, CLEAR)
    form = prepare(DOUBTFUL.text, title=None, language="en", content_hash=DOUBTFUL.content_hash)
    assert [status for _, status in store.add([(DOUBTFUL, form)], seen=NOON)] == ["unchanged"]


def test_a_date_stays_turned_when_the_store_is_opened_again(shared_url: str) -> None:
    first = open_store(shared_url)
    ids = add(first, DOUBTFUL, CLEAR)
    first.close()
    again = open_store(shared_url)
    assert again.article(ids["doubtful"]).date.value == JUNE
    again.close()
