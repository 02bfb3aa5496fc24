from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from string import ascii_letters

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.briefs.day import brief_id
from summarizer.errors import ArticleNotFoundError, BriefNotFoundError, InvalidRequestError
from summarizer.protocols import Store
from summarizer.types import Article, BriefInfo, BriefKey, Notice
from tests.contract.samples import NOON, article, brief, pairs

KEY = BriefKey(day=date(2019, 6, 30), zone="Europe/Berlin")
SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def stored(store: Store, text: str) -> Article:
    [(article_id, _)] = store.add(pairs(article(text)), seen=NOON)
    return store.article(article_id)


def test_a_brief_comes_back_as_it_was_saved(store: Store) -> None:
    written = brief(KEY, cited=stored(store, "They met."), echo=stored(store, "They did meet."))
    written = replace(written, warnings=(Notice(code="c", message="1 é\n\0", articles=("a",)),))
    assert store.save_brief(written) == written
    for kept in (store.brief(KEY), store.brief_by_id(written.id)):
        assert kept == written
        assert kept is not None
        sentence = kept.sections[0].summary.sentences[0]
        assert sentence.date is not None
        assert type(sentence.date.value) is datetime  # midnight, and yet no day
        assert type(kept.sections[0].summary.manifest.parameters["exact"]) is bool


def test_the_first_of_a_key_and_edition_is_kept(store: Store) -> None:
    first = brief(KEY)
    second = replace(first, id="another", created=NOON + timedelta(hours=1), sections=())
    assert store.save_brief(first) == first
    assert store.save_brief(second) == first
    assert store.brief(KEY) == first
    assert len(store.briefs()) == 1


def test_the_newest_edition_answers(store: Store) -> None:
    editions = [brief(KEY, edition=edition) for edition in (1, 3, 2)]
    for each in editions:
        store.save_brief(each)
    assert store.brief(KEY) == editions[1]
    for each in editions:
        assert store.brief_by_id(each.id) == each


def test_day_zone_and_topic_tell_briefs_apart(store: Store) -> None:
    keys = [
        KEY,
        replace(KEY, day=date(2019, 7, 1)),
        replace(KEY, zone="UTC"),
        replace(KEY, topic="Korea"),
        replace(KEY, topic="korea"),
    ]
    for key in keys:
        assert store.brief(key) is None
        store.save_brief(brief(key))
    for key in keys:
        kept = store.brief(key)
        assert kept is not None
        assert kept.key == key


@SOME
@given(topic=st.text(st.characters(exclude_categories=[])))
def test_any_topic_can_be_asked_for(store: Store, topic: str) -> None:
    assert store.brief(replace(KEY, topic=topic or "none")) is None


def test_a_topic_may_be_long(store: Store) -> None:
    # No repetition: PostgreSQL would compress it into an index entry.
    key = replace(KEY, topic="".join(Random(1).choices(ascii_letters, k=6000)))
    written = replace(brief(key), id=brief_id(key, 1))
    assert store.save_brief(written) == written
    assert store.brief(key) == store.brief_by_id(written.id) == written
    assert store.briefs()[0].key == key


@pytest.mark.parametrize("topic", ["a\0b", "\ud800"])
def test_a_topic_that_cannot_be_kept_is_refused(store: Store, topic: str) -> None:
    with pytest.raises(InvalidRequestError) as error:
        store.save_brief(replace(brief(replace(KEY, topic=topic)), id="strange"))
    assert error.value.pointer == "/topic"
    assert store.briefs() == ()


@pytest.mark.parametrize("brief_id", ["", "missing", "\0", "\ud800"])
def test_an_unknown_id_is_not_found(store: Store, brief_id: str) -> None:
    with pytest.raises(BriefNotFoundError):
        store.brief_by_id(brief_id)


def test_listed_newest_day_first_then_newest_edition(store: Store) -> None:
    for day, edition in [(29, 1), (30, 1), (30, 2), (28, 1)]:
        store.save_brief(brief(replace(KEY, day=date(2019, 6, day)), edition=edition))
    infos = store.briefs()
    assert [(i.key.day.day, i.edition) for i in infos] == [(30, 2), (30, 1), (29, 1), (28, 1)]
    assert type(infos[0]) is BriefInfo
    assert infos[0].created == datetime(2019, 6, 30, 12, tzinfo=UTC)
    assert store.briefs(limit=2) == infos[:2]


def test_a_topic_in_the_list(store: Store) -> None:
    store.save_brief(brief(KEY))
    store.save_brief(brief(replace(KEY, topic="Korea")))
    assert [info.key.topic for info in store.briefs()] == [None, "Korea"]


@pytest.mark.parametrize("role", ["cited", "copy", "echo"])
def test_deleting_an_article_deletes_the_briefs_that_quote_it(store: Store, role: str) -> None:
    quoted, other = stored(store, "They met."), stored(store, "Others met.")
    gone = brief(KEY, **{role: quoted})
    stays = brief(replace(KEY, topic="other"), cited=other)
    store.save_brief(gone)
    store.save_brief(stays)
    store.delete(quoted.id)
    assert store.brief(KEY) is None
    assert store.briefs() == (
        BriefInfo(id=stays.id, key=stays.key, edition=1, created=stays.created),
    )
    with pytest.raises(BriefNotFoundError):
        store.brief_by_id(gone.id)


def test_an_article_deleted_meanwhile_gets_into_no_brief(store: Store) -> None:
    quoted = stored(store, "They met.")
    written = brief(KEY, cited=quoted)
    store.delete(quoted.id)
    with pytest.raises(ArticleNotFoundError):
        store.save_brief(written)
    assert store.brief(KEY) is None
