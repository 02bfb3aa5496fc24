"""What stored articles tell of a topic in other words, by a small model that knows a few of them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from summarizer.errors import InvalidRequestError, ModelUnavailableError, NoArticlesError
from summarizer.neural.embedding import SentenceEmbedder, open_embedder
from summarizer.neural.folders import ModelFolder
from summarizer.service import Summarizer
from summarizer.service.meaning import Meaning, fused
from summarizer.store import open_store
from summarizer.types import (
    ArticleInfo,
    BriefKey,
    DateRange,
    Document,
    StoriesRequest,
    TimelineRequest,
)
from tests import tiny_embedder, tiny_judges
from tests.questions import NOON, as_bytes, codes, document, request

TEXTS = {
    "nuclear": "A nuclear disaster shook the coast of Japan. Engineers left the nuclear plant.",
    "again": "The nuclear disaster frightened Japan. Nobody knows how the disaster began.",
    "ferry": "A ferry sank in a storm near the harbour. The ferry carried forty people.",
    "summit": "Both presidents met at the border. The presidents spoke for an hour.",
}
DAYS = {"nuclear": 11, "again": 12, "ferry": 12, "summit": 13}
DOCUMENTS = [
    document(text, id=name, title=None, date=f"2011-03-{DAYS[name]}", source=name)
    for name, text in TEXTS.items()
]
#: told by none of its words
OTHERWISE = "atomic calamity"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    return tiny_embedder.save(tmp_path_factory.mktemp("models") / "tiny", TEXTS.values())


@pytest.fixture
def embedder(folder) -> SentenceEmbedder:
    return open_embedder(ModelFolder(path=folder))


@pytest.fixture
def knowing(url: str, embedder: SentenceEmbedder) -> Iterator[Summarizer]:
    store = open_store(url)
    summarizer = Summarizer(store, clock=lambda: NOON, embedder=embedder)
    summarizer.ingest_documents(DOCUMENTS)
    yield summarizer
    store.close()


def read(summary) -> set[str]:
    return {each.article.source for each in summary.articles}


class Broken:
    """A model that is there, and cannot be loaded."""

    def __init__(self) -> None:
        self.info = {"name": "broken", "revision": "1"}
        self.asked = 0

    def embed(self, texts):
        self.asked += 1
        raise ModelUnavailableError("broken", "its weights cannot be read")


class TestFinding:
    def test_other_words_find_what_the_topics_own_do_not(self, knowing):
        with pytest.raises(NoArticlesError):
            Summarizer(knowing.store).summarize(request(topic=OTHERWISE))
        summary = knowing.summarize(request(topic=OTHERWISE))
        assert read(summary) == {"nuclear", "again"}
        [notice] = [each for each in summary.warnings if each.code == "found-by-meaning"]
        assert notice.message.endswith(": 2.")
        assert set(notice.articles) == {each.article.id for each in summary.articles}

    def test_what_the_words_find_stays_and_comes_with_what_they_miss(self, knowing):
        knowing.ingest_documents([document("The calamity closed schools.", source="school")])
        summary = knowing.summarize(request(topic="calamity"))
        assert read(summary) == {"school", "nuclear", "again"}
        [notice] = [each for each in summary.warnings if each.code == "found-by-meaning"]
        assert len(notice.articles) == 2

    def test_what_nobody_wrote_about_is_not_found(self, knowing):
        for topic in ("volcano", "orchestra tour", "harvest"):
            with pytest.raises(NoArticlesError):
                knowing.summarize(request(topic=topic))

    def test_every_name_of_the_topic_must_be_there(self, knowing):
        assert read(knowing.summarize(request(topic="atomic calamity in Japan"))) == {
            "nuclear",
            "again",
        }
        # of a name that no article holds the reader's capital is all that is known
        for topic in ("atomic calamity in Chile", "atomic calamity of 1986"):
            with pytest.raises(NoArticlesError):
                knowing.summarize(request(topic=topic))
        knowing.ingest_documents([document("Farmers in Chile, rich Chile, sow.", source="farm")])
        with pytest.raises(NoArticlesError):
            knowing.summarize(request(topic="atomic calamity chile"))

    def test_letters_that_are_asked_for_are_not_replaced(self, knowing):
        long = " ".join([OTHERWISE, *(f"word{letter}" for letter in "abcdefghijklmnopqrstu")])
        for topic in ('"atomic" calamity', "atom* calamity", long):
            with pytest.raises(NoArticlesError):
                knowing.summarize(request(topic=topic))
        starred = knowing.summarize(request(topic="nucl* disaster"))
        assert "embedder" not in starred.manifest.parameters

    def test_the_filters_hold(self, knowing):
        dates = DateRange.between("2011-03-12", "2011-03-13")
        assert read(knowing.summarize(request(topic=OTHERWISE, dates=dates))) == {"again"}
        with pytest.raises(NoArticlesError):
            knowing.summarize(request(topic=OTHERWISE, language="fr"))
        late = DateRange.between("2011-03-13", "2011-03-14")
        with pytest.raises(NoArticlesError, match="no stored article about"):
            knowing.summarize(request(topic=OTHERWISE, dates=late))

    def test_what_is_deleted_is_not_found(self, knowing):
        for each in knowing.summarize(request(topic=OTHERWISE)).articles:
            knowing.store.delete(each.article.id)
        with pytest.raises(NoArticlesError):
            knowing.summarize(request(topic=OTHERWISE))

    def test_of_too_many_the_best_by_both_are_read(self, knowing):
        summary = knowing.summarize(request(topic="nuclear calamity", max_articles=1))
        assert len(summary.articles) == 1
        message = next(each.message for each in summary.warnings if each.code == "not-all-read")
        assert message == "Read the best 1 of 2 matching articles."

    def test_timelines_briefs_stories_and_updates_find_it_too(self, knowing):
        timeline = knowing.timeline(TimelineRequest(topic=OTHERWISE))
        assert {each.article.source for each in timeline.articles} == {"nuclear", "again"}
        assert timeline.manifest.parameters["embedder"] == "tiny"
        brief = knowing.write_brief(BriefKey(day=date(2011, 3, 12), topic=OTHERWISE))
        [section] = brief.sections
        assert read(section.summary) == {"again"}
        assert section.summary.manifest.parameters["embedder"] == "tiny"
        assert [each.code for each in brief.warnings] == ["found-by-meaning"]
        found = knowing.stories(StoriesRequest(topic=OTHERWISE))
        assert {info.source for story in found.stories for info in story.articles} == {
            "nuclear",
            "again",
        }
        assert "found-by-meaning" in {each.code for each in found.warnings}
        since = NOON.replace(year=2011, month=3, day=12, hour=0)
        update = knowing.summarize(request(topic=OTHERWISE, since=since))
        assert read(update) == {"again"}


class TestManifest:
    def test_the_model_stands_there_where_it_was_asked(self, knowing, embedder):
        found = knowing.summarize(request(topic=OTHERWISE)).manifest.parameters
        assert found["embedder"] == "tiny"
        assert found["embedder_identity"] == Meaning(embedder).model
        unasked = knowing.summarize(request(dates=DateRange())).manifest.parameters
        assert not any("embedder" in key for key in unasked)

    def test_without_a_model_nothing_is_otherwise(self, knowing, url):
        question = request(topic="ferry storm", explain=True)
        plain = Summarizer(knowing.store).summarize(question)
        assert not any("embedder" in key for key in plain.manifest.parameters)
        found = knowing.summarize(question)
        assert found.sentences == plain.sentences
        assert found.warnings == plain.warnings


class TestSameBytes:
    def test_the_order_in_which_articles_came_changes_nothing(self, tmp_path, embedder):
        bytes_of = set()
        for seed in range(4):
            order = [*DOCUMENTS, *(document(f"Atomic plant {n}.", source="x") for n in range(5))]
            random.Random(seed).shuffle(order)
            store = open_store(f"sqlite:///{tmp_path / str(seed)}.db")
            summarizer = Summarizer(store, clock=lambda: NOON, embedder=embedder)
            for start in range(0, len(order), seed + 1):
                summarizer.ingest_documents(order[start : start + seed + 1])
            bytes_of.add(as_bytes(summarizer.summarize(request(topic=OTHERWISE, max_articles=3))))
            store.close()
        assert len(bytes_of) == 1

    def test_equals_stand_by_content_hash(self):
        one, two, three = (ArticleInfo(id=name, content_hash=name) for name in "abc")
        assert fused([two, one], [one, two]) == [one, two]
        assert fused([three], [two]) == [two, three]
        assert fused([two, three], [three]) == [three, two]
        assert fused([], []) == []


class TestVectors:
    def test_each_model_compares_its_own_only(self, knowing, tmp_path):
        other = tiny_embedder.save(tmp_path / "other", TEXTS.values(), {"calamity": "disaster"})
        changed = Summarizer(
            knowing.store, clock=lambda: NOON, embedder=open_embedder(ModelFolder(path=other))
        )
        summary = changed.summarize(request(topic="nuclear disaster"))
        assert "not-all-compared" in codes(summary)
        assert "4 in the range" in str(summary.warnings)
        with pytest.raises(NoArticlesError):
            changed.summarize(request(topic="nuclear calamity"))
        assert list(changed.embed()) == [4]
        assert read(changed.summarize(request(topic="nuclear calamity"))) == {"nuclear", "again"}
        assert "not-all-compared" not in codes(changed.summarize(request(topic="nuclear calamity")))
        assert list(changed.embed()) == []

    def test_what_was_kept_before_is_made_up_for(self, empty, embedder):
        empty.ingest_documents(DOCUMENTS)
        knowing = Summarizer(empty.store, clock=lambda: NOON, embedder=embedder)
        with pytest.raises(NoArticlesError):
            knowing.summarize(request(topic=OTHERWISE))
        # any ingest makes up for some
        knowing.ingest_documents([document()])
        assert read(knowing.summarize(request(topic=OTHERWISE))) == {"nuclear", "again"}
        assert empty.store.without_vector(Meaning(embedder).model, limit=9) == ()

    def test_a_new_version_is_compared_as_it_is_now(self, knowing):
        page = document(TEXTS["nuclear"], url="https://a.example/1", source="page")
        knowing.ingest_documents([page])
        assert "page" in read(knowing.summarize(request(topic=OTHERWISE)))
        knowing.ingest_documents([replace(page, text=TEXTS["ferry"])])
        assert "page" not in read(knowing.summarize(request(topic=OTHERWISE)))
        assert "page" in read(knowing.summarize(request(topic="vessel sinks")))

    def test_an_article_is_placed_by_its_title_and_its_beginning(self, knowing):
        filler = "People walked along. " * 100
        knowing.ingest_documents(
            [
                Document(
                    title="Nuclear disaster", text="It happened.", cleaned=True, source="title"
                ),
                document(f"{filler}{TEXTS['nuclear']}", source="end"),
            ]
        )
        assert read(knowing.summarize(request(topic=OTHERWISE))) == {"nuclear", "again", "title"}

    def test_the_identity_is_that_of_the_model_and_of_how_it_is_asked(self, embedder, tmp_path):
        other = tiny_embedder.save(tmp_path / "tiny", TEXTS.values(), {"calamity": "disaster"})
        ours, theirs = Meaning(embedder), Meaning(open_embedder(ModelFolder(path=other)))
        assert len(ours.model) == 16
        assert ours.model != theirs.model

    def test_without_a_model_there_is_nothing_to_give(self, empty):
        with pytest.raises(InvalidRequestError, match="SUMMARIZER_EMBEDDER"):
            empty.embed()


class TestFailing:
    def test_articles_are_kept_and_one_outcome_says_so(self, empty):
        broken = Broken()
        summarizer = Summarizer(empty.store, clock=lambda: NOON, embedder=broken)
        many = [document(f"Boat number {n} sank.") for n in range(150)]
        outcomes = summarizer.ingest_documents([Document(text=" "), *many])
        assert [each.status for each in outcomes] == ["failed"] + ["added"] * 150
        told = [n for n, each in enumerate(outcomes) if each.warnings]
        assert told == [1]
        [notice] = outcomes[1].warnings
        assert notice.code == "embedder-failed"
        assert "its weights cannot be read" in notice.message
        assert "summarizer embed" in notice.message
        assert broken.asked == 1
        assert summarizer.ingest_documents([Document(text=" ")])[0].warnings == ()

    def test_a_question_is_answered_by_words_and_says_so(self, empty):
        summarizer = Summarizer(empty.store, clock=lambda: NOON, embedder=Broken())
        summarizer.ingest_documents(DOCUMENTS)
        plain = Summarizer(empty.store).summarize(request(topic="ferry storm"))
        summary = summarizer.summarize(request(topic="ferry storm"))
        assert summary.sentences == plain.sentences
        assert codes(summary) == ["embedder-failed", *codes(plain)]
        assert summary.manifest == plain.manifest
        with pytest.raises(ModelUnavailableError):
            list(summarizer.embed())

    def test_a_model_to_which_all_texts_are_alike_finds_nothing(self, empty, tmp_path):
        folder = tiny_judges.save_embedder(tmp_path / "random")
        embedder = open_embedder(ModelFolder(path=folder))
        summarizer = Summarizer(empty.store, clock=lambda: NOON, embedder=embedder)
        summarizer.ingest_documents(DOCUMENTS)
        summary = summarizer.summarize(request(topic="ferry storm"))
        assert read(summary) == {"ferry"}
        assert "are like any others" in summary.warnings[0].message

    def test_a_real_model_that_lost_its_weights(self, empty, tmp_path):
        folder = tiny_embedder.save(tmp_path / "model", TEXTS.values())
        embedder = open_embedder(ModelFolder(path=folder))
        (folder / "model.safetensors").write_bytes(b"nothing")
        summarizer = Summarizer(empty.store, clock=lambda: NOON, embedder=embedder)
        outcomes = summarizer.ingest_documents(DOCUMENTS)
        assert [len(each.warnings) for each in outcomes] == [1, 0, 0, 0]
        assert "embedder-failed" in codes(summarizer.summarize(request(topic="ferry storm")))
        tiny_embedder.save(folder, TEXTS.values())
        again = Summarizer(
            empty.store, clock=lambda: NOON, embedder=open_embedder(ModelFolder(path=folder))
        )
        assert list(again.embed()) == [4]
        assert read(again.summarize(request(topic=OTHERWISE))) == {"nuclear", "again"}


def test_vectors_do_not_depend_on_what_stands_beside(embedder):
    """Why articles are embedded one by one: their bytes decide answers."""
    meaning = Meaning(embedder)
    first = [meaning._vector(text) for text in TEXTS.values()]
    again = [meaning._vector(text) for text in reversed(TEXTS.values())]
    assert all((one == two).all() for one, two in zip(first, reversed(again), strict=True))
    assert first[0].dtype == np.float16
