"""Stories of what the store holds: the storylines of the sample, their ids, and what they share."""

from datetime import UTC, date, datetime
from random import Random

import pytest

from summarizer.errors import InvalidRequestError, NoArticlesError, StoryNotFoundError
from summarizer.service import Summarizer, stories
from summarizer.store import open_store
from summarizer.types import StoriesRequest
from tests import corpus
from tests.questions import BOATS, EVERY, NOON, document, request

JUNE = StoriesRequest(first=date(2019, 6, 29), last=date(2019, 6, 30))


def titles(story) -> set[str]:
    return {info.title for info in story.articles}


class TestStories:
    def test_the_storylines_of_the_sample_come_out_as_they_were_written(self, filled):
        found = filled.stories(StoriesRequest()).stories
        assert {frozenset(titles(story)) for story in found} == {
            frozenset(article.title for article in corpus.articles(name))
            for name in corpus.STORYLINES
        }

    def test_a_text_that_three_print_counts_once(self, filled):
        story = next(s for s in filled.stories(StoriesRequest()).stories if "Boeing" in s.label)
        assert len(story.articles) == len(corpus.articles("max"))
        assert story.independent == len(story.articles) - 2
        assert sum(link.copy for link in story.links) == 2

    def test_a_story_says_what_holds_it_together(self, filled):
        for story in filled.stories(StoriesRequest()).stories:
            ids = {info.id for info in story.articles}
            assert story.label in titles(story)
            assert len(story.terms) >= 3
            assert story.first is not None
            assert len(story.links) == len(story.articles) - 1
            for link in story.links:
                assert {link.article, link.nearest} <= ids
                assert 0 < link.similarity <= 1
                assert link.copy != bool(link.terms)

    def test_days_and_a_topic_choose(self, filled):
        [korea] = filled.stories(JUNE).stories
        assert {str(info.date.value)[:7] for info in korea.articles} == {"2019-06"}
        fire = filled.stories(StoriesRequest(topic="cathedral fire")).stories
        assert ["Notre-Dame" in story.label for story in fire] == [True]
        with pytest.raises(NoArticlesError):
            filled.stories(StoriesRequest(first=date(1999, 1, 1), last=date(1999, 1, 2)))
        with pytest.raises(InvalidRequestError):
            filled.stories(StoriesRequest(first=date(2019, 1, 2), last=date(2019, 1, 1)))

    def test_order_of_ingest_changes_nothing(self):
        found = []
        for seed in range(2):
            articles = list(EVERY)
            Random(seed).shuffle(articles)
            store = open_store("sqlite://")
            summarizer = Summarizer(store, clock=lambda: NOON)
            list(summarizer.ingest(articles))
            found.append(summarizer.stories(StoriesRequest()))
            store.close()
        assert found[0] == found[1]

    def test_the_largest_are_told_and_all_are_counted(self, filled):
        everything = filled.stories(StoriesRequest())
        few = filled.stories(StoriesRequest(limit=3))
        assert few.stories == everything.stories[:3]
        assert few.total == everything.total == len(corpus.STORYLINES)

    def test_what_was_grouped_before_is_grouped_anew_when_an_article_comes_or_goes(self, empty):
        def told() -> list[int]:
            return sorted(len(s.articles) for s in empty.stories(StoriesRequest()).stories)

        _, second = empty.ingest_documents(
            [document(url="https://a.example/1"), document(f"{BOATS} It was raining.")]
        )
        assert told() == [2]
        empty.ingest_documents([document("Divers reached the boys in the flooded cave.")])
        assert told() == [1, 2]
        empty.store.delete(second.id)
        assert told() == [1, 1]


class TestTooMany:
    """Where more articles match than are grouped at once, whole days are read, the last ones."""

    @pytest.fixture
    def three_at_once(self, monkeypatch):
        monkeypatch.setattr(stories, "_ARTICLES", 3)

    def fill(self, summarizer, *days: str) -> None:
        summarizer.ingest_documents(
            [
                document(f"{BOATS} The harbour of {name} was closed.", id=name, date=day)
                for name, day in zip(
                    ("Ostend", "Bergen", "Varna", "Split", "Cork"), days, strict=True
                )
            ]
        )

    @pytest.mark.usefixtures("three_at_once")
    def test_the_others_are_named_and_ids_hold_when_more_come(self, empty):
        self.fill(empty, "2019-06-01", "2019-06-02", "2019-06-02", "2019-06-03", "2019-06-03")
        found = empty.stories(StoriesRequest(first=date(2019, 1, 1)))
        [notice] = found.warnings
        assert notice.message.startswith(
            "Read the 2 articles from 2019-06-03 to 2019-06-03, of 5 that match"
        )
        [story] = found.stories
        assert len(story.articles) == 2
        later = document(f"{BOATS} Then it rained.", date="2019-06-04", id="later")
        empty.ingest_documents([later])
        assert empty.story(story.id) == story

    @pytest.mark.usefixtures("three_at_once")
    def test_one_day_of_too_many_is_read_in_part(self, empty):
        self.fill(empty, *["2019-06-01"] * 5)
        found = empty.stories(StoriesRequest())
        assert sum(len(story.articles) for story in found.stories) == 3
        assert {notice.code for notice in found.warnings} == {"not-all-read"}


class TestIds:
    def test_an_id_leads_to_its_story(self, filled):
        for wanted in (JUNE, StoriesRequest(), StoriesRequest(zone="America/Port-au-Prince")):
            for story in filled.stories(wanted).stories:
                assert filled.story(story.id) == story

    def test_it_stays_when_articles_are_added_and_leads_on_when_an_older_one_is(self, empty):
        *others, first = sorted(
            (a for a in corpus.articles("notre-dame") if a.date),
            key=lambda article: str(article.date.value),
            reverse=True,
        )
        list(empty.ingest(others[1:]))
        [story] = empty.stories(StoriesRequest()).stories
        list(empty.ingest(others[:1]))
        [grown] = empty.stories(StoriesRequest()).stories
        assert grown.id == story.id
        assert len(grown.articles) == len(story.articles) + 1
        list(empty.ingest([first]))
        led = empty.story(story.id)
        assert led.id != story.id
        assert empty.story(led.id) == led

    def test_it_stays_when_its_first_article_is_told_in_other_words(self, empty):
        told = [document(text=BOATS, url="https://a.example/1", date="2019-06-29")]
        empty.ingest_documents(told)
        [story] = empty.stories(StoriesRequest()).stories
        told = [document(text=f"{BOATS} It was raining.", url="https://a.example/1")]
        assert [outcome.status for outcome in empty.ingest_documents(told)] == ["updated"]
        assert empty.story(story.id).articles[0].version == 2

    @pytest.mark.parametrize(
        "story_id",
        [
            "",
            "x",
            "a.b.c.d",
            "0123456789abcdef.-.-.Mars",
            "0123456789abcdef.-.-.UTC",
            "s0123456789abcdef.2019-07-01.2019-06-01.UTC",
            "s0123456789abcdef.-.9999-12-31.UTC",
            "s0123456789abcdef.0001-01-01.-.Asia-Tokyo",
        ],
    )
    def test_what_is_no_id_is_not_found(self, filled, story_id):
        with pytest.raises(StoryNotFoundError, match="GET /v1/stories"):
            filled.story(story_id)


class TestSummaries:
    def test_a_story_is_summarized(self, filled):
        story = next(s for s in filled.stories(StoriesRequest()).stories if "Boeing" in s.label)
        summary = filled.summarize(request(60, story=story.id))
        assert summary.sentences
        assert {each.article.title for each in summary.articles} <= titles(story)
        assert summary.manifest.parameters["story"] == story.id

    def test_the_longest_story_is_cut_and_says_so(self, filled):
        story = filled.stories(StoriesRequest()).stories[0]
        summary = filled.summarize(request(60, story=story.id, max_articles=3))
        assert len(summary.manifest.documents) == 3
        assert "not-all-read" in [notice.code for notice in summary.warnings]

    def test_lone_articles_are_stories(self, empty):
        empty.ingest_documents([document("Old boats sank."), document("A choir sang in Lisbon.")])
        found = empty.stories(StoriesRequest()).stories
        assert [len(story.articles) for story in found] == [1, 1]
        assert found[0].links == ()
        assert {story.label for story in found} == {"Old boats sank.", "A choir sang in Lisbon."}

    def test_an_article_without_a_word_of_its_own_is_a_story(self, empty):
        empty.ingest_documents([document("It is what it is. They are not what they were.")])
        [story] = empty.stories(StoriesRequest()).stories
        assert story.label == "It is what it is."

    @pytest.mark.parametrize(
        ("fields", "pointer"),
        [
            ({"zone": "Nowhere/Land"}, "/tz"),
            ({"topic": "!!!"}, "/topic"),
        ],
    )
    def test_what_cannot_be_asked_points_at_the_field(self, filled, fields, pointer):
        with pytest.raises(InvalidRequestError) as caught:
            filled.stories(StoriesRequest(**fields))
        assert caught.value.pointer == pointer

    def test_a_story_goes_with_nothing_else(self, filled):
        story = filled.stories(StoriesRequest()).stories[0].id
        since = datetime(2019, 6, 30, tzinfo=UTC)
        for fields, documents in (({"since": since}, None), ({}, [document()])):
            with pytest.raises(InvalidRequestError) as caught:
                filled.summarize(request(60, story=story, **fields), documents)
            assert caught.value.pointer == "/story_id"
