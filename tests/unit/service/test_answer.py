"""What every answer holds: citations, budgets, corroboration, order, explanations."""

import pytest

from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.types import Budget
from tests import corpus
from tests.questions import BOATS, KOREA, codes, document, request, without_added


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
