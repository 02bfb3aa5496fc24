"""What is new since a time, or since a brief; and nothing where that is nothing."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from summarizer.errors import BriefNotFoundError, InvalidRequestError, NoArticlesError
from summarizer.service import Summarizer
from summarizer.service.writing import Writer
from summarizer.store import open_store
from summarizer.types import BriefKey, DateRange, since_when
from tests import corpus
from tests.fakes import ScriptedModel
from tests.questions import NOON, as_bytes, codes, document, request

FRIDAY, SATURDAY = "2019-06-28", "2019-06-29"
MORNING = datetime(2019, 6, 30, 8, tzinfo=UTC)
OLD = document(
    "The ferry Maria sank off the harbour on Saturday. Twelve people died. "
    "Forty people were saved by fishing boats. The captain was questioned by the police.",
    id="old",
    date="2019-06-29",
    source="Harbour Courier",
)
NEW = document(
    "Forty people were saved by fishing boats. Fourteen people died. "
    "Divers found the ferry's black box on Sunday morning.",
    id="new",
    date="2019-06-30T10:00:00+00:00",
    source="Daily Ledger",
)
REPRINT = document(
    "Fishing boats saved forty people. The captain was questioned by the police.",
    id="reprint",
    date="2019-06-30T11:00:00+00:00",
    source="Northern Post",
)


def told(*documents, **fields):
    return Summarizer().summarize(request(60, since=MORNING, **fields), documents)


AGENCY = (
    "A dam above the town of Merin broke on Friday night. {} "
    "The mayor asked everyone to leave the lower streets. "
    "Soldiers carried {} elderly people out of a home by boat. "
    "The railway to the coast was closed until further notice. "
    "The rain is expected to end {}."
)
FIRST = AGENCY.format("At least 3 people died.", "40", "on Monday")


def flood(text, name, hour, source):
    return document(
        text,
        id=name,
        date=f"2019-06-30T{hour:02}:00:00+00:00",
        source=source,
        url=f"https://{name}.example/merin",
    )


class TestDocuments:
    def test_only_what_is_new_is_told(self):
        summary = told(OLD, NEW, REPRINT)
        assert {sentence.text for sentence in summary.sentences} == {
            "Fourteen people died.",
            "Divers found the ferry's black box on Sunday morning.",
        }
        assert {each.article.id for each in summary.articles} == {"new", "reprint"}
        assert summary.manifest.parameters["since"] == MORNING.isoformat()

    @pytest.mark.parametrize(
        ("text", "new"),
        [
            (FIRST.replace("3 people", "11 people"), "At least 11 people died."),
            (
                FIRST.replace("40 elderly", "52 elderly"),
                "Soldiers carried 52 elderly people out of a home by boat.",
            ),
            (FIRST.replace("on Monday", "on Tuesday"), "The rain is expected to end on Tuesday."),
            (
                FIRST.replace("town of Merin", "town of Talvo"),
                "A dam above the town of Talvo broke on Friday night.",
            ),
        ],
    )
    def test_a_copy_that_says_something_else_in_a_sentence_is_new_in_it(self, text, new):
        summary = told(flood(FIRST, "a", 6, "Alpha"), flood(text, "b", 15, "Beta"))
        assert [sentence.text for sentence in summary.sentences] == [new]

    def test_a_flash_with_another_number_is_new(self):
        flash = "The death toll of the Merin flood stands at {}."
        early = flood(flash.format(12), "a", 6, "Alpha")
        summary = told(early, flood(flash.format(19), "b", 15, "Beta"))
        assert summary.summary == flash.format(19)
        assert told(early, flood(flash.format(12), "c", 16, "Gamma")).sentences == ()

    def test_a_copy_in_slightly_other_words_is_nothing_new(self):
        edited = FIRST.replace("asked everyone to leave", "has asked everyone to leave")
        summary = told(flood(FIRST, "a", 6, "Alpha"), flood(edited, "b", 15, "Beta"))
        assert codes(summary) == ["nothing-new"]

    def test_nothing_new_is_an_empty_summary(self):
        summary = told(OLD, REPRINT)
        assert (summary.summary, summary.sentences) == ("", ())
        assert "nothing-new" in codes(summary)

    def test_no_new_article_is_nothing_new(self):
        summary = told(OLD)
        assert summary.sentences == ()
        assert codes(summary) == ["nothing-new"]

    def test_without_older_ones_everything_is_new(self):
        everything = Summarizer().summarize(request(60), [NEW])
        assert told(NEW).sentences == everything.sentences

    def test_an_undated_one_is_new(self):
        undated = document("Divers went down to the wreck.", id="undated")
        assert told(OLD, undated).summary == "Divers went down to the wreck."

    def test_a_day_begins_at_the_readers_midnight(self):
        since = since_when("2019-06-30", zone="America/New_York")
        bare = document("Divers went down to the wreck.", id="bare", date="2019-06-30")
        question = request(60, since=since, zone="America/New_York")
        assert Summarizer().summarize(question, [OLD, bare]).sentences

    def test_order_changes_nothing(self):
        assert as_bytes(told(OLD, NEW, REPRINT)) == as_bytes(told(REPRINT, NEW, OLD))

    def test_dropped_sentences_are_not_explained_by_what_is_known(self):
        summary = told(OLD, NEW, REPRINT, explain=True)
        assert not any("Forty people" in choice.text for choice in summary.explanation)

    def test_a_time_has_a_zone(self):
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(60, since=datetime(2019, 6, 30)), [OLD])  # noqa: DTZ001
        assert caught.value.pointer == "/since"

    def test_a_brief_knows_stored_articles_only(self):
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(60, since="2019-06-30.UTC.1"), [OLD])
        assert caught.value.pointer == "/since"

    @pytest.mark.parametrize("storyline", ["korea", "max"])
    def test_on_a_storyline_every_sentence_is_of_the_new_articles(self, storyline):
        articles = corpus.articles(storyline)
        days = sorted(str(each.date.value)[:10] for each in articles if each.date)
        since = since_when(days[len(days) // 2], zone="UTC")
        summary = Summarizer().summarize(request(80, since=since), articles)
        old = {each.id for each in articles if each.date and str(each.date.value) < str(since)[:10]}
        assert summary.sentences
        assert not {sentence.citations[0].article for sentence in summary.sentences} & old


class TestWritten:
    def test_a_model_is_told_what_readers_know(self):
        model = ScriptedModel("{1}")
        summarizer = Summarizer(writer=Writer(generator=model))
        question = request(60, since=MORNING, method="abstractive")
        summary = summarizer.summarize(question, [OLD, NEW])
        [packed] = model.calls
        assert packed.assignment.task == "update"
        assert "Twelve people died." in packed.assignment.known
        assert "Fourteen" not in packed.assignment.known
        assert {p.text for p in packed.assignment.passages} == {
            "Fourteen people died.",
            "Divers found the ferry's black box on Sunday morning.",
        }
        assert summary.generation.prompt == "update/1"

    @pytest.mark.parametrize("method", ["auto", "abstractive"])
    def test_nothing_new_is_not_written_about(self, method):
        model = ScriptedModel("{1}")
        summarizer = Summarizer(writer=Writer(generator=model))
        summary = summarizer.summarize(request(60, since=MORNING, method=method), [OLD, REPRINT])
        assert summary.sentences == ()
        assert codes(summary) == ["nothing-new"]
        assert model.calls == []


class TestStored:
    KEY = BriefKey(day=date(2019, 6, 29))

    @pytest.fixture
    def stored(self, empty):
        empty.ingest_documents([OLD])
        return empty

    def test_what_came_since_a_time(self, stored):
        stored.ingest_documents([NEW, REPRINT])
        summary = stored.summarize(request(60, since=MORNING))
        assert {s.text for s in summary.sentences} == {
            "Fourteen people died.",
            "Divers found the ferry's black box on Sunday morning.",
        }
        dates = DateRange.between("2019-06-30", "2019-06-30")
        assert stored.summarize(request(60, since=MORNING, dates=dates)).sentences

    def test_known_articles_that_were_not_read_are_told_of(self, stored):
        older = [
            document(f"The ferry Maria {what}.", id=what, date="2019-06-28", source=what)
            for what in ("was painted white", "was sold to a bank", "had a new captain")
        ]
        stored.ingest_documents([*older, NEW])
        question = request(60, since=MORNING, topic="ferry", max_articles=1, zone="Asia/Seoul")
        [message] = [n.message for n in stored.summarize(question).warnings if "Read" in n.message]
        assert message == (
            "Read the best 1 of 4 matching articles from before 2019-06-30 17:00 (Asia/Seoul),"
            " which are taken as known."
        )

    def test_known_and_new_articles_that_were_not_read_are_told_apart(self, stored):
        late = document("Divers of the navy came home.", id="late", date="2019-07-01")
        stored.ingest_documents([NEW, REPRINT, late, document("A choir sang.", date="2019-06-01")])
        summary = stored.summarize(request(60, since=MORNING, max_articles=1))
        new, known = [n.message for n in summary.warnings if n.code == "not-all-read"]
        assert new == "Read the best 1 of 3 matching articles."
        assert known == (
            "Read the best 1 of 2 matching articles from before 2019-06-30 08:00 (UTC),"
            " which are taken as known."
        )

    def test_what_goes_beyond_a_brief(self, stored):
        brief = stored.write_brief(self.KEY, words=200)
        nothing = stored.summarize(request(60, since=brief.id))
        assert nothing.sentences == ()
        assert codes(nothing) == ["nothing-new"]
        stored.ingest_documents([NEW, REPRINT])
        summary = stored.summarize(request(60, since=brief.id))
        assert {s.text for s in summary.sentences} == {
            "Fourteen people died.",
            "Divers found the ferry's black box on Sunday morning.",
        }
        assert summary.manifest.parameters["since"] == brief.id

    def test_nothing_since_then_is_nothing_new(self, stored):
        summary = stored.summarize(request(60, since=MORNING + timedelta(days=9)))
        assert codes(summary) == ["nothing-new"]

    def test_nothing_about_a_topic_since_then_is_nothing_new(self, stored):
        summary = stored.summarize(request(60, since=MORNING, topic="ferry"))
        assert codes(summary) == ["nothing-new"]

    @pytest.mark.parametrize("dates", [None, DateRange.between("2019-06-01", None)])
    def test_a_topic_that_no_article_is_about_is_an_error(self, stored, dates):
        brief = stored.write_brief(self.KEY)
        for since in (MORNING, brief.id):
            with pytest.raises(NoArticlesError, match="“fery”"):
                stored.summarize(request(60, since=since, topic="fery", dates=dates))

    def test_dates_without_any_article_are_an_error(self, stored):
        dates = DateRange.between("2019-07-10", None)
        with pytest.raises(NoArticlesError) as caught:
            stored.summarize(request(60, since=MORNING, dates=dates))
        assert caught.value.nearest == (date(2019, 6, 29),)

    def test_what_came_in_after_a_brief_is_new_whatever_its_date(self, url):
        now = [NOON]
        with closing(Summarizer(open_store(url), clock=lambda: now[0])) as newsroom:
            newsroom.ingest_documents([OLD, document("A fire burned for a day.", date=FRIDAY)])
            brief = newsroom.write_brief(self.KEY, words=200)
            assert codes(newsroom.summarize(request(60, since=brief.id))) == ["nothing-new"]
            now[0] += timedelta(hours=1)
            newsroom.ingest_documents([document("A lorry hit a bridge.", date=FRIDAY)])
            summary = newsroom.summarize(request(60, since=brief.id))
            assert summary.summary == "A lorry hit a bridge."
            for first, told in (("2019-06-28", True), ("2019-06-29", False)):
                dates = DateRange.between(first, None)
                summary = newsroom.summarize(request(60, since=brief.id, dates=dates))
                assert bool(summary.sentences) is told
            assert codes(newsroom.summarize(request(60, since=MORNING))) == ["nothing-new"]

    def test_what_a_brief_was_made_from_takes_no_place_of_what_came_in_late(self, url):
        now = [NOON]
        with closing(Summarizer(open_store(url), clock=lambda: now[0])) as newsroom:
            newsroom.ingest_documents([OLD, document("A fire burned for a day.", date=SATURDAY)])
            brief = newsroom.write_brief(self.KEY, words=200)
            now[0] += timedelta(hours=1)
            newsroom.ingest_documents([document("A lorry hit a bridge.", date=FRIDAY)])
            summary = newsroom.summarize(request(60, since=brief.id, max_articles=1))
            assert summary.summary == "A lorry hit a bridge."
            assert codes(summary) == []

    def test_a_stored_day_begins_at_the_readers_midnight(self, stored):
        since = since_when("2019-06-30", zone="America/New_York")
        stored.ingest_documents([document("A lorry hit a bridge.", date="2019-06-30")])
        summary = stored.summarize(request(60, since=since, zone="America/New_York"))
        assert summary.summary == "A lorry hit a bridge."

    def test_a_day_of_a_brief_begins_in_its_zone(self, stored):
        stored.ingest_documents([document("A lorry hit a bridge.", date="2019-06-30")])
        brief = stored.write_brief(BriefKey(day=date(2019, 6, 30), zone="America/New_York"))
        stored.ingest_documents([document("A fire burned for a day.", date="2019-06-30")])
        summary = stored.summarize(request(60, since=brief.id))
        assert summary.summary == "A fire burned for a day."

    def test_what_is_not_there_is_an_error(self, stored, empty):
        with pytest.raises(BriefNotFoundError):
            stored.summarize(request(60, since="2019-06-29.UTC.7"))

    def test_an_empty_store_is_an_error(self, empty):
        with pytest.raises(NoArticlesError):
            empty.summarize(request(60, since=MORNING))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-06-30", datetime(2019, 6, 29, 15, tzinfo=UTC)),
        ("2019-06-30T08:00:00.5+02:00", datetime(2019, 6, 30, 6, 0, 0, 500_000, tzinfo=UTC)),
        ("2019-06-30.Europe-Berlin.1", "2019-06-30.Europe-Berlin.1"),
    ],
)
def test_a_time_or_a_brief(value, expected):
    assert since_when(value, zone="Asia/Seoul") == expected


@pytest.mark.parametrize("value", ["yesterday", "", "2019-13-01"])
def test_what_is_neither_is_refused(value):
    with pytest.raises(ValueError, match="write 2019-06-30"):
        since_when(value, zone="UTC")
