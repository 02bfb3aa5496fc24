"""Briefs, written once over a real store."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from summarizer.errors import InvalidRequestError, NoArticlesError, UnknownNameError
from summarizer.reading import content_hash
from summarizer.service import Summarizer
from summarizer.types import Article, BriefKey, PublicationDate, RankerOptions
from tests import corpus
from tests.questions import BOATS, EVERY, NOON, codes, document


class TestBriefs:
    KEY = BriefKey(day=date(2019, 4, 15), zone="Europe/Paris")

    def test_a_brief_is_written_once(self, empty):
        list(empty.ingest(EVERY))
        first = empty.write_brief(self.KEY)
        later = Summarizer(empty.store, clock=lambda: NOON.replace(year=2021))
        list(later.ingest_documents([document(BOATS, date="2019-04-15")]))
        otherwise = {
            "words": 20,
            "ranker": "lead",
            "ranker_options": RankerOptions(standalone=False),
        }
        assert later.write_brief(self.KEY, **otherwise) == first
        assert (first.edition, first.created, first.warnings) == (1, NOON, ())
        assert first.id == "2019-04-15.Europe-Paris.1"

    def test_its_stories_are_chosen_as_asked(self, empty):
        list(empty.ingest(corpus.articles("notre-dame")))
        options = RankerOptions(standalone=False)
        brief = empty.write_brief(self.KEY, ranker_options=options)
        told = [section.summary.manifest.parameters["standalone"] for section in brief.sections]
        assert set(told) == {False}
        again = empty.write_brief(self.KEY, rebuild=True)
        assert again.sections[0].summary.manifest.parameters["standalone"] is True

    def test_a_brief_of_a_day_that_was_not_over_is_written_again(self, empty):
        list(empty.ingest(corpus.articles("notre-dame")))
        evening = datetime(2019, 4, 15, 21, 59, tzinfo=UTC)
        early = Summarizer(empty.store, clock=lambda: evening).write_brief(self.KEY)
        late = empty.write_brief(self.KEY)
        assert (early.edition, late.edition) == (1, 2)
        assert empty.write_brief(self.KEY) == late

    def test_a_rebuild_is_a_new_edition_of_what_is_known_now(self, empty):
        list(empty.ingest(corpus.articles("notre-dame")))
        first = empty.write_brief(self.KEY)
        empty.ingest_documents([document(BOATS, date="2019-04-15", title="Storm")])
        second = empty.write_brief(self.KEY, rebuild=True)
        assert (second.edition, second.id) == (2, "2019-04-15.Europe-Paris.2")
        assert "Storm" in {section.label for section in second.sections}
        assert "Storm" not in {section.label for section in first.sections}
        assert empty.write_brief(self.KEY) == second
        assert empty.store.brief_by_id(first.id) == first
        assert [info.edition for info in empty.store.briefs()] == [2, 1]

    def test_stories_come_most_reported_first_each_within_its_words(self, filled):
        brief = filled.write_brief(self.KEY, words=60)
        counts = [len(section.summary.articles) for section in brief.sections]
        assert counts == sorted(counts, reverse=True)
        assert len(counts) == 2
        assert all(section.summary.words <= 60 for section in brief.sections)
        assert brief.sections[0].label
        cited = [
            {each.article.id for each in section.summary.articles} for section in brief.sections
        ]
        assert not set.intersection(*cited)

    def test_a_topic_makes_a_brief_of_its_own(self, filled):
        about = filled.write_brief(replace(self.KEY, topic="black hole"))
        assert about.key.topic == "black hole"
        assert about.id != filled.write_brief(self.KEY).id
        texts = " ".join(section.summary.summary for section in about.sections)
        assert "hole" in texts

    def test_a_day_without_articles_is_not_written(self, empty):
        with pytest.raises(NoArticlesError, match=r"holds no articles yet; .*nothing written"):
            empty.write_brief(BriefKey(day=date(1999, 1, 1)))
        list(empty.ingest(corpus.articles("notre-dame")))
        with pytest.raises(NoArticlesError, match=r"1999-01-01 \(UTC\); the nearest.* 2019-04-15"):
            empty.write_brief(BriefKey(day=date(1999, 1, 1)))
        with pytest.raises(NoArticlesError, match="'moon'"):
            empty.write_brief(BriefKey(day=date(1999, 1, 1), topic="moon"))
        assert empty.store.briefs() == ()

    def test_an_unknown_ranker_writes_nothing(self, empty):
        list(empty.ingest(corpus.articles("notre-dame")))
        with pytest.raises(UnknownNameError):
            empty.write_brief(self.KEY, ranker="magic")
        assert empty.store.briefs() == ()

    @pytest.mark.parametrize(
        ("now", "over"),
        [("2019-04-15T21:59", False), ("2019-04-15T22:00", True)],
    )
    def test_a_day_that_is_not_over_says_so(self, empty, now, over):
        list(empty.ingest(corpus.articles("notre-dame")))
        instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
        brief = Summarizer(empty.store, clock=lambda: instant).write_brief(self.KEY)
        assert [notice.code for notice in brief.warnings] == ([] if over else ["day-not-over"])

    def test_a_brief_without_a_date_in_its_articles_uses_the_time_first_seen(self, empty):
        empty.ingest_documents([document()])
        brief = empty.write_brief(BriefKey(day=NOON.date()))
        assert "undated" in codes(brief.sections[0].summary)

    def test_a_zone_that_there_is_not_is_refused(self, empty):
        with pytest.raises(InvalidRequestError) as caught:
            empty.write_brief(BriefKey(day=date(2019, 4, 15), zone="Mars/Base"))
        assert caught.value.pointer == "/tz"

    def test_a_day_at_the_end_of_the_calendar_is_refused(self, empty):
        with pytest.raises(InvalidRequestError, match="out of range") as caught:
            empty.write_brief(BriefKey(day=date(9999, 12, 31)))
        assert caught.value.pointer == "/date"

    def test_no_more_than_twelve_stories_are_told(self, empty):
        chance = random.Random(4)
        letters = "bcdfghklmnprstvw"
        empty.ingest_documents(
            [
                document(
                    " ".join("".join(chance.choices(letters, k=7)) for _ in range(12)) + ".",
                    date="2019-04-15",
                )
                for _ in range(15)
            ]
        )
        brief = empty.write_brief(self.KEY)
        assert len(brief.sections) == 12
        assert [notice.message for notice in brief.warnings] == [
            "Smaller stories of the day that were left out: 3."
        ]

    @pytest.mark.parametrize(
        ("day", "zone", "instants"),
        [
            # 23 and 25 hours long, and a day that begins at one o'clock
            ("2019-03-31", "Europe/Berlin", ("2019-03-31T21:59", "2019-03-31T22:00")),
            ("2019-10-27", "Europe/Berlin", ("2019-10-27T22:59", "2019-10-27T23:00")),
            ("2018-11-04", "America/Sao_Paulo", ("2018-11-04T03:00", "2018-11-04T02:59")),
        ],
    )
    def test_days_on_which_clocks_change_hold_their_hours(self, empty, day, zone, instants):
        def dated(number: int, value: date | datetime, precision: str) -> Article:
            when = PublicationDate(value=value, precision=precision, origin="given")
            made = Article(
                id=f"a{number}", text=f"{BOATS} Number {number}.", language="en", date=when
            )
            return replace(made, content_hash=content_hash(made))

        whole = date.fromisoformat(day)
        inside, outside = instants
        articles = [
            dated(1, datetime.fromisoformat(inside).replace(tzinfo=UTC), "minute"),
            dated(2, datetime.fromisoformat(outside).replace(tzinfo=UTC), "minute"),
            dated(3, whole, "day"),
            dated(4, whole.replace(day=whole.day - 1), "day"),
            dated(5, whole.replace(month=whole.month + 1, day=1), "day"),
        ]
        list(empty.ingest(articles))
        brief = empty.write_brief(BriefKey(day=whole, zone=zone))
        hashes = {each for section in brief.sections for each in section.summary.manifest.documents}
        assert hashes == {articles[0].content_hash, articles[2].content_hash}
