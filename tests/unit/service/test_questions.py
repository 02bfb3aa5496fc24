"""Which stored articles a question finds, and what cannot be asked."""

from datetime import UTC, date, datetime

import pytest

from summarizer.errors import (
    InvalidRequestError,
    NoArticlesError,
    StoreUnavailableError,
    UnknownNameError,
)
from summarizer.service import Summarizer
from summarizer.types import BriefKey, Budget, DateRange
from tests.questions import BOATS, EVERY, document, request


class TestQuestions:
    def test_a_topic_finds_its_articles(self, filled):
        summary = filled.summarize(request(topic="Notre-Dame fire Paris cathedral"))
        best = summary.sentences
        assert 0 < summary.words <= 100
        assert any("cathedral" in sentence.text or "spire" in sentence.text for sentence in best)
        assert summary.manifest.parameters["topic"] == "Notre-Dame fire Paris cathedral"

    def test_a_date_range_holds_whole_days_of_the_readers_zone(self, filled):
        dates = DateRange.between("2019-04-16", "2019-04-16", zone="Europe/Paris")
        summary = filled.summarize(request(dates=dates))
        days = {each.article.date.value for each in summary.articles}
        assert days
        for value in days:
            zoned = value.astimezone(UTC) if isinstance(value, datetime) else value
            assert str(zoned)[:10] in {"2019-04-15", "2019-04-16"}

    def test_nothing_that_matches_is_an_error(self, filled, empty):
        with pytest.raises(NoArticlesError):
            filled.summarize(request(topic="xylophone"))
        with pytest.raises(NoArticlesError):
            filled.summarize(request(dates=DateRange.between("1999-01-01", "1999-12-31")))
        with pytest.raises(NoArticlesError):
            empty.summarize(request())

    def test_more_matches_than_are_read_are_told(self, filled):
        summary = filled.summarize(request(max_articles=5))
        assert len(summary.manifest.documents) == 5
        message = next(each.message for each in summary.warnings if each.code == "not-all-read")
        assert message == f"Read the best 5 of {len(EVERY)} matching articles."

    @pytest.mark.parametrize("amount", [0, -1])
    def test_a_length_is_one_or_more(self, filled, amount):
        with pytest.raises(InvalidRequestError) as caught:
            filled.summarize(request(words=amount))
        assert caught.value.pointer == "/length"

    @pytest.mark.parametrize(
        ("fields", "pointer"),
        [
            ({"topic": " … "}, "/topic"),
            ({"max_articles": 0}, "/max_articles"),
            ({"order": "backwards"}, "/order"),
            ({"budget": Budget(amount=5, unit="pages")}, "/length"),
            ({"zone": "Mars/Base"}, "/tz"),
            ({"dates": DateRange(end=datetime.max.replace(tzinfo=UTC))}, "/date_to"),
            ({"dates": DateRange(start=datetime.max.replace(tzinfo=UTC))}, "/date_from"),
            ({"since": datetime.max.replace(tzinfo=UTC)}, "/since"),
            ({"since": datetime.min.replace(tzinfo=UTC), "zone": "America/Lima"}, "/since"),
        ],
    )
    def test_what_cannot_be_asked_names_its_field(self, filled, fields, pointer):
        with pytest.raises(InvalidRequestError) as caught:
            filled.summarize(request(**fields))
        assert caught.value.pointer == pointer

    def test_an_unknown_ranker_is_named_with_the_known_ones(self, filled):
        with pytest.raises(UnknownNameError, match="learned, centroid, coverage") as caught:
            filled.summarize(request(ranker="magic"))
        assert caught.value.pointer == "/ranker"

    def test_without_a_store_only_documents_can_be_asked(self):
        with pytest.raises(StoreUnavailableError):
            Summarizer().summarize(request())
        assert Summarizer().summarize(request(), [document()]).summary == BOATS

    def test_a_brief_needs_a_store(self):
        with pytest.raises(StoreUnavailableError):
            Summarizer().write_brief(BriefKey(day=date(2019, 6, 30)))
