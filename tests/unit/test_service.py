"""The use cases over a real SQLite store and the sample corpus."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from summarizer.errors import (
    InvalidRequestError,
    NoArticlesError,
    StoreUnavailableError,
    UnknownNameError,
    UnreadableInputError,
)
from summarizer.extractive.rankers import RANKERS
from summarizer.reading import content_hash
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import (
    Article,
    BriefKey,
    Budget,
    DateRange,
    Document,
    PublicationDate,
    RankerOptions,
    Summary,
    SummaryRequest,
    SummarySentence,
)
from tests import corpus

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
KOREA = corpus.articles("korea")
EVERY = [article for _, article in corpus.every_article()]
BOATS = "Old boats sank in a storm near the port."


def request(words: int = 100, **fields: object) -> SummaryRequest:
    return SummaryRequest(**{"budget": Budget(amount=words), **fields})


def as_bytes(summary: Summary) -> bytes:
    return TypeAdapter(Summary).dump_json(summary)


def codes(summary: Summary) -> list[str]:
    return [notice.code for notice in summary.warnings]


def document(text: str = BOATS, **fields: object) -> Document:
    return Document(**{"text": text, "cleaned": True, **fields})


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def empty(url: str) -> Iterator[Summarizer]:
    store = open_store(url)
    yield Summarizer(store, clock=lambda: NOON)
    store.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Summarizer]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('corpus') / 'store.db'}")
    summarizer = Summarizer(store, clock=lambda: NOON)
    assert {outcome.status for outcome in summarizer.ingest(EVERY)} == {"added"}
    yield summarizer
    store.close()


class TestIngest:
    def test_a_second_run_changes_nothing(self, empty):
        first = list(empty.ingest(EVERY))
        second = list(empty.ingest(EVERY))
        assert {outcome.status for outcome in first} == {"added"}
        assert {outcome.status for outcome in second} == {"unchanged"}
        assert [outcome.id for outcome in second] == [outcome.id for outcome in first]
        assert [outcome.name for outcome in first] == [article.id for article in EVERY]

    def test_a_line_of_many_pages_is_in_no_summary(self, empty):
        notice = "Write to our readers' desk, which answers every letter."
        documents = [
            Document(
                text=f"A {topic} drew crowds on Tuesday.\n\nNobody forgets a {topic}.\n\n{notice}",
                source="Courier",
                title=f"The {topic}",
            )
            for topic in "ferry lighthouse budget election orchestra volcano museum".split()
        ]
        empty.ingest_documents(documents[:5])
        asked = request(500, dates=DateRange())
        assert notice in empty.summarize(asked).summary
        empty.ingest_documents(documents[5:])
        summary = empty.summarize(asked)
        assert notice not in summary.summary
        assert len(summary.sentences) == 14
        for sentence in summary.sentences:
            (citation,) = sentence.citations
            cited = empty.store.article(citation.article)
            assert cited.text[citation.start : citation.end] == citation.quote
            assert cited.given[citation.given_start : citation.given_end] == citation.quote
        assert {o.status for o in empty.ingest_documents(documents)} == {"unchanged"}

    def test_changed_content_under_one_address_is_a_new_version(self, empty):
        [first] = empty.ingest_documents([document(url="https://a.example/1")])
        [second] = empty.ingest_documents(
            [document(BOATS + " Nobody was hurt.", url="http://a.example/1/#top")]
        )
        assert (second.status, second.id) == ("updated", first.id)
        stored = empty.store.article(first.id)
        assert (stored.version, stored.text) == (2, BOATS + " Nobody was hurt.")
        summary = empty.summarize(request())
        assert "Nobody was hurt." in summary.summary

    def test_one_failure_does_not_stop_the_others(self, empty):
        outcomes = empty.ingest_documents(
            [document(id="x"), Document(id="empty", text="  "), Document(), document("Judges met.")]
        )
        assert [outcome.status for outcome in outcomes] == ["added", "failed", "failed", "added"]
        assert [outcome.name for outcome in outcomes] == ["x", "empty", "a3", "a4"]
        assert all(outcome.error for outcome in outcomes if outcome.status == "failed")
        assert len(empty.store.page().items) == 2

    def test_an_error_of_reading_is_an_outcome(self, empty):
        errors = [UnreadableInputError("b.txt", "is empty")] * 70
        outcomes = list(empty.ingest([*errors, *KOREA, *errors]))
        assert [outcome.status for outcome in outcomes] == (
            ["failed"] * 70 + ["added"] * len(KOREA) + ["failed"] * 70
        )
        assert (outcomes[0].name, outcomes[0].error) == ("b.txt", "is empty")

    def test_the_first_sight_of_an_article_stays(self, empty):
        [first] = empty.ingest_documents([document()])
        later = Summarizer(empty.store, clock=lambda: NOON.replace(year=2021))
        later.ingest_documents([document()])
        assert empty.store.article(first.id).first_seen == NOON


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


class TestDocuments:
    def test_a_document_that_cannot_be_read_is_a_warning(self):
        summary = Summarizer().summarize(request(), [document(), Document(id="b", text="")])
        [notice] = [each for each in summary.warnings if each.code == "unusable-article"]
        assert notice.articles == ("b",)
        assert summary.summary == BOATS

    def test_a_paywall_stub_is_a_warning_and_not_summarized(self):
        stub = f"<article><p>{BOATS} They …</p></article><div>Subscribe to continue reading</div>"
        summary = Summarizer().summarize(request(), [document(), Document(id="b", html=stub)])
        [notice] = [each for each in summary.warnings if each.code == "unusable-article"]
        assert notice.articles == ("b",)
        assert "is a paywall stub" in notice.message
        assert [cited.article.id for cited in summary.articles] == ["a1"]

    def test_sentences_of_a_liveblog_carry_their_entrys_date(self, tmp_path: Path):
        days = ("2019-06-30T10:00:00Z", "2019-06-29T10:00:00Z", "2019-06-28T10:00:00Z")
        told = (
            "The harbour of Weston was opened again because the storm had passed.",
            "Fishing boats were torn from their moorings by waves of eight metres.",
            "The weather service warned yesterday of a storm and of very high waves.",
        )
        parts = "".join(
            f"<article><time datetime='{day}'></time><p>{text}</p></article>"
            for day, text in zip(days, told, strict=True)
        )
        page = Document(id="live", html=f"<div class='liveblog'><h1>Storm</h1>{parts}</div>")
        store = open_store(f"sqlite:///{tmp_path / 'live.db'}")
        [outcome] = Summarizer(store).ingest_documents([page])
        assert len(store.article(outcome.id).entries) == 3
        stored = Summarizer(store).summarize(request(topic="storm harbour boats waves"))
        for summary in (stored, Summarizer().summarize(request(), [page])):
            found = {each.text: (each.date.value, each.date.origin) for each in summary.sentences}
            noon = datetime(2019, 6, 30, 10, tzinfo=UTC)
            assert found == {
                told[0]: (noon, "published"),
                told[1]: (noon.replace(day=29), "published"),
                told[2]: (date(2019, 6, 27), "relative"),
            }

    @pytest.mark.parametrize("documents", [[], [Document(id="b", text=" ")]])
    def test_without_any_document_there_is_no_answer(self, documents):
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(), documents)
        assert caught.value.pointer == "/documents"

    def test_two_documents_of_one_id_cannot_be_cited(self):
        with pytest.raises(InvalidRequestError, match="same id"):
            Summarizer().summarize(request(), [document(id="b"), document("Judges met.", id="b")])

    def test_dates_choose_stored_articles_only(self):
        dates = DateRange.between("2019-06-30", None)
        with pytest.raises(InvalidRequestError) as caught:
            Summarizer().summarize(request(dates=dates), [document()])
        assert caught.value.pointer == "/date_from"

    def test_a_language_leaves_the_others_out(self):
        german = "Der Hafen der alten Stadt brannte in der Nacht, und niemand wurde verletzt."
        documents = [
            document(id="en", text=BOATS + " It was the end of the year, and cold."),
            document(german, id="de"),
        ]
        summary = Summarizer().summarize(request(language="de"), documents)
        assert summary.summary == german
        assert [each.articles for each in summary.warnings if each.code == "other-language"] == [
            ("en",)
        ]
        with pytest.raises(NoArticlesError):
            Summarizer().summarize(request(language="fr"), documents)


def without_added(sentence: SummarySentence) -> str:
    text = sentence.text
    for each in reversed(sentence.added):
        text = text[: each.start] + text[each.start + len(each.text) :]
    return text


class TestAntecedents:
    TEXT = (
        "Chancellor Anna Kolb crossed the border line on Monday, 24 June 2019. "
        "She promised the fishermen of the island a new harbour before July 2020. "
        "Nobody believed that."
    )

    def told(self, amount: int, **options: bool) -> Summary:
        asked = SummaryRequest(
            budget=Budget(amount=amount),
            topic="fishermen island harbour",
            ranker_options=RankerOptions(**options),
        )
        return Summarizer().summarize(asked, [Document(id="a", text=self.TEXT)])

    def test_what_a_pronoun_stands_for_is_told_in_brackets(self):
        [sentence] = self.told(16).sentences
        assert sentence.text.startswith("She [Anna Kolb] promised the fishermen")
        [added], [citation] = sentence.added, sentence.citations
        assert sentence.text[added.start :].startswith(added.text)
        assert (added.text, added.citation.quote) == (" [Anna Kolb]", "Anna Kolb")
        assert self.TEXT[added.citation.start : added.citation.end] == "Anna Kolb"
        assert (added.citation.sentence, citation.sentence) == (0, 1)
        assert self.TEXT[citation.start : citation.end] == citation.quote
        assert without_added(sentence) == citation.quote
        [mention] = sentence.mentions
        assert sentence.text[mention.start : mention.end] == mention.text == "before July 2020"

    def test_behind_the_sentence_that_names_the_person_there_are_no_brackets(self):
        told = self.told(27).sentences
        assert [each.citations[0].sentence for each in told] == [0, 1]
        assert [each.added for each in told] == [(), ()]

    def test_nor_where_it_names_the_person_by_half_of_the_name(self):
        text = (
            "Anna Kolb left. Kolb met the fishermen of the island at the harbour. "
            "She promised new boats to all of the people. Nobody believed that."
        )
        asked = SummaryRequest(budget=Budget(amount=2, unit="sentences"), topic="fishermen")
        told = Summarizer().summarize(asked, [Document(id="a", text=text)]).sentences
        assert [(each.citations[0].sentence, each.added) for each in told] == [(1, ()), (2, ())]

    def test_a_budget_for_everything_needs_none(self):
        assert [each.added for each in self.told(500).sentences] == [()] * 3

    def test_switched_off_the_sentence_is_told_as_it_stands(self):
        summary = self.told(16, standalone=False)
        [sentence] = summary.sentences
        assert sentence.text == sentence.citations[0].quote
        assert sentence.added == ()
        assert summary.manifest.parameters["standalone"] is False
        assert self.told(16).manifest.parameters["standalone"] is True


class TestAnswer:
    @pytest.mark.parametrize("name", RANKERS)
    @pytest.mark.parametrize("storyline", corpus.STORYLINES)
    def test_every_citation_leads_to_its_characters(self, storyline, name):
        articles = {article.id: article for article in corpus.articles(storyline)}
        summary = Summarizer().summarize(request(ranker=name), list(articles.values()))
        assert summary.sentences
        assert summary.summary == " ".join(sentence.text for sentence in summary.sentences)
        for sentence in summary.sentences:
            [citation] = sentence.citations
            assert without_added(sentence) == citation.quote
            others = [other.citation for other in sentence.also_in]
            assert len({other.article for other in others} | {citation.article}) == len(others) + 1
            for each in (citation, *others):
                article = articles[each.article]
                assert article.text[each.start : each.end] == each.quote
                if each.given_start is not None:
                    given = article.given[each.given_start : each.given_end]
                    if len(given) == len(each.quote):  # else a tag or an entity stands inside
                        assert given.split() == each.quote.split()
                    assert given[0] == each.quote[0]
            for mention in sentence.mentions:
                assert sentence.text[mention.start : mention.end] == mention.text
        assert any(
            citation.given_start is not None
            for sentence in summary.sentences
            for citation in sentence.citations
        )

    @pytest.mark.parametrize("name", RANKERS)
    @pytest.mark.parametrize(
        "budget",
        [
            Budget(amount=1),
            Budget(amount=25),
            Budget(amount=101),
            Budget(amount=3, unit="sentences"),
            Budget(amount=40, unit="characters"),
            Budget(amount=500, unit="characters"),
        ],
        ids=lambda budget: f"{budget.amount} {budget.unit}",
    )
    def test_the_text_itself_keeps_the_budget(self, name, budget):
        summary = Summarizer().summarize(request(budget=budget, ranker=name), KOREA)
        text = summary.summary
        size = {"words": len(text.split()), "characters": len(text)}
        size["sentences"] = len(summary.sentences)
        assert size[budget.unit] <= budget.amount
        assert summary.words == size["words"]

    def test_a_large_budget_returns_every_sentence_with_copies_once(self):
        articles = [
            article for article in corpus.articles("max") if article.id.startswith("2019-03-13")
        ]
        summary = Summarizer().summarize(request(words=100_000), articles)
        told = [sentence.text for sentence in summary.sentences]
        assert len(told) == len(set(told))
        known = {
            article.text[start:end]
            for article in articles
            for start, end in corpus.prepared(article).spans.tolist()
        }
        assert set(told) <= known
        bare = {"".join(filter(str.isalnum, text.lower())) for text in known}
        assert {"".join(filter(str.isalnum, text.lower())) for text in told} == bare
        assert "short" in codes(summary)
        assert "copies" in codes(summary)
        [only] = summary.articles
        assert len(only.copies) == 2
        assert {sentence.corroboration for sentence in summary.sentences} == {1}

    def test_independent_accounts_are_counted_and_copies_are_not(self):
        story = "The harbour of the old town burned on Monday night."
        again = "On Monday night the harbour burned in the town, officials said."
        more = " Nobody was hurt. Firemen came from everywhere to the port. Many boats were lost."
        documents = [
            document(story + more, id="a", source="A"),
            document(story + more, id="b", source="B"),
            document(again + " A judge closed the trial.", id="c", source="C"),
            document(again + " Divers waited in a cave for a day.", id="d", source="C"),
        ]
        summary = Summarizer().summarize(
            request(budget=Budget(amount=1, unit="sentences")), documents
        )
        [sentence] = summary.sentences
        assert sentence.corroboration == 2
        assert len(sentence.also_in) == 3

    def test_nothing_fits_gives_an_empty_text_that_names_the_shortest(self):
        summary = Summarizer().summarize(request(words=2), [document(BOATS + " Nobody was hurt.")])
        assert (summary.summary, summary.sentences, summary.words) == ("", (), 0)
        [notice] = [each for each in summary.warnings if each.code == "nothing-fits"]
        assert notice.message == "No sentence fits into 2 words; the shortest has 3 words."

    def test_sentences_are_told_by_day(self):
        summary = Summarizer().summarize(request(words=200), KOREA)
        days = [str(sentence.date.value)[:10] for sentence in summary.sentences if sentence.date]
        assert len(set(days)) > 2
        followers = [s for s in summary.sentences if s.text.startswith(("He ", "They ", "But "))]
        if not followers:
            assert days == sorted(days)

    def test_undated_articles_are_named(self, filled):
        undated = sorted(article.id for article in KOREA if article.date is None)
        summary = Summarizer().summarize(request(), KOREA)
        [notice] = [each for each in summary.warnings if each.code == "undated"]
        assert list(notice.articles) == undated

    def test_explanations_are_given_when_asked_for(self):
        summary = Summarizer().summarize(request(explain=True), KOREA)
        kept = [choice for choice in summary.explanation if choice.kept]
        dropped = [choice for choice in summary.explanation if not choice.kept]
        assert {each.text for each in kept} == {each.text for each in summary.sentences}
        assert [each.rank for each in dropped] == list(range(1, 11))
        assert not {each.text for each in kept} & {each.text for each in dropped}
        assert all(each.reason for each in summary.explanation)
        assert Summarizer().summarize(request(), KOREA).explanation == ()

    def test_a_sentence_that_is_printed_in_two_ways_keeps_the_budget(self):
        short, long = "Old boats sank near the port.", "Old boats – sank near – the port."
        told = set()
        for source in "abcdefgh":  # so that now one, now the other hash comes first
            documents = [
                document(short + " A judge closed the trial.", date="2019-06-30", source=source),
                document(long + " Divers waited in a deep cave.", date="2019-06-01"),
            ]
            budget = Budget(amount=6)
            summary = Summarizer().summarize(request(budget=budget, topic="boats"), documents)
            assert summary.words <= 6
            told.add(summary.summary)
        assert short in told


SCRIPT = """
import sys
from pydantic import TypeAdapter
from summarizer.service import Summarizer
from summarizer.store import open_store
from summarizer.types import Budget, Summary, SummaryRequest
store = open_store(sys.argv[1])
request = SummaryRequest(budget=Budget(amount=100), topic="Korea summit", explain=True)
sys.stdout.buffer.write(TypeAdapter(Summary).dump_json(Summarizer(store).summarize(request)))
store.close()
"""


class TestSameBytes:
    @pytest.mark.parametrize("name", sorted(set(RANKERS) - {"lead"}))
    @pytest.mark.parametrize("storyline", ["korea", "max"])
    def test_the_order_of_the_documents_changes_nothing(self, name, storyline):
        articles = list(corpus.articles(storyline))
        question = request(ranker=name, topic="crash summit", explain=True)
        expected = as_bytes(Summarizer().summarize(question, articles))
        for seed in range(3):
            random.Random(seed).shuffle(articles)
            assert as_bytes(Summarizer().summarize(question, articles)) == expected

    def test_twins_are_told_apart_by_their_ids(self):
        question = request(explain=True)
        twins = [document(id=name, source="A") for name in "bca"]
        summary = Summarizer().summarize(question, twins)
        assert summary.sentences[0].citations[0].article == "a"
        assert [each.article.id for each in summary.articles] == ["a"]
        assert as_bytes(Summarizer().summarize(question, twins[::-1])) == as_bytes(summary)

    def test_for_lead_the_order_counts(self):
        question = request(ranker="lead", order="salience")
        one = Summarizer().summarize(question, KOREA)
        assert one.summary.startswith(KOREA[0].text[:40])
        other = Summarizer().summarize(question, KOREA[::-1])
        assert other.summary.startswith(KOREA[-1].text[:40])

    def test_another_process_with_other_hashes_gives_the_same_bytes(self, empty, url):
        list(empty.ingest(EVERY))
        question = SummaryRequest(budget=Budget(amount=100), topic="Korea summit", explain=True)
        expected = as_bytes(empty.summarize(question))
        for seed in ("1", "2"):
            done = subprocess.run(
                [sys.executable, "-c", SCRIPT, url],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                timeout=60,
            )
            assert done.stdout == expected

    def test_the_order_of_ingest_changes_no_text(self, tmp_path):
        texts = []
        for number, articles in enumerate((KOREA, KOREA[::-1])):
            store = open_store(f"sqlite:///{tmp_path}/{number}.db")
            summarizer = Summarizer(store, clock=lambda: NOON)
            list(summarizer.ingest(articles))
            summary = summarizer.summarize(request(topic="Kim"))
            texts.append((summary.summary, summary.manifest))
            store.close()
        assert texts[0] == texts[1]

    def test_stored_and_inline_articles_give_the_same_text(self, empty):
        list(empty.ingest(KOREA))
        stored, inline = empty.summarize(request()), Summarizer().summarize(request(), KOREA)
        assert stored.summary == inline.summary
        assert stored.manifest.documents == inline.manifest.documents


class Disturbing:
    """A store in which something changes just before a method answers, once."""

    def __init__(self, store, method, change):
        self._store, self._method, self._change = store, method, change

    def __getattr__(self, name):
        if name == self._method and self._change is not None:
            change, self._change = self._change, None
            change()
        return getattr(self._store, name)


class TestPrepared:
    @pytest.mark.parametrize("method", ["prepared", "articles"])
    def test_what_changes_meanwhile_is_cited_as_it_is_now(self, empty, method):
        url = "https://a.example/1"
        changed = "Nobody was hurt, officials said. " + BOATS
        empty.ingest_documents([document(url=url)])
        store = Disturbing(
            empty.store,
            method,
            lambda: empty.ingest_documents([document(changed, url=url)]),
        )
        summary = Summarizer(store).summarize(request())
        assert summary.summary == changed
        for sentence in summary.sentences:
            [citation] = sentence.citations
            assert changed[citation.start : citation.end] == sentence.text

    def test_what_is_deleted_meanwhile_is_gone(self, empty):
        first, _ = empty.ingest_documents([document(), document("Judges closed a trial.")])
        store = Disturbing(empty.store, "prepared", lambda: empty.store.delete(first.id))
        assert Summarizer(store).summarize(request()).summary == "Judges closed a trial."

    def test_what_another_version_prepared_is_prepared_again_once(self, empty, monkeypatch):
        monkeypatch.setattr("summarizer.prepared.VERSION", 0)
        list(empty.ingest(KOREA))
        monkeypatch.undo()
        ids = [info.id for info in empty.store.page().items]
        assert set(empty.store.prepared(ids)) == {None}
        expected = Summarizer().summarize(request(), KOREA).summary
        assert empty.summarize(request()).summary == expected
        renewed = empty.store.prepared(ids)
        assert [form.content_hash for form in renewed] == [
            empty.store.article(each).content_hash for each in ids
        ]
        assert empty.summarize(request()).summary == expected


class TestBriefs:
    KEY = BriefKey(day=date(2019, 4, 15), zone="Europe/Paris")

    def test_a_brief_is_written_once(self, empty):
        list(empty.ingest(EVERY))
        first = empty.write_brief(self.KEY)
        later = Summarizer(empty.store, clock=lambda: NOON.replace(year=2021))
        list(later.ingest_documents([document(BOATS, date="2019-04-15")]))
        assert later.write_brief(self.KEY, words=20, ranker="lead") == first
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
        with pytest.raises(NoArticlesError, match=r"1999-01-01 \(UTC\)"):
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
