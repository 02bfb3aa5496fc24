"""Whatever is asked of whatever articles, an answer is short enough, verbatim, cited and stable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from summarizer.extractive.rankers import RANKERS
from summarizer.service import Summarizer
from summarizer.types import (
    Budget,
    RankerOptions,
    Summary,
    SummaryRequest,
    SummarySentence,
)
from tests.pools import WORDS, article

OPENINGS = ["The", "He", "But", "Two", "Kim's", "“No,”", "On Sunday the", "In June 2018"]
OPENINGS += ["Martin Kolb said", "Anna Berg saw", "She", "“The", "On Friday he"]
SENTENCES = st.tuples(
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(WORDS), max_size=9),
    st.sampled_from([*".!?…", ".”", ",” she said."]),
).map(lambda parts: " ".join([parts[0], *parts[1]]) + parts[2])
TEXTS = st.lists(SENTENCES, max_size=7).flatmap(
    lambda lines: st.sampled_from([" ", "\n", "  "]).map(lambda gap: gap.join(lines))
)
CORPORA = st.lists(TEXTS, min_size=1, max_size=5).map(
    lambda texts: [
        article(text, id=f"a{number}", source=f"Paper {number % 3}")
        for number, text in enumerate([*texts, texts[0]])
    ]
)
REQUESTS = st.builds(
    SummaryRequest,
    budget=st.builds(
        Budget,
        amount=st.integers(1, 120),
        unit=st.sampled_from(["words", "sentences", "characters"]),
    ),
    ranker=st.sampled_from(sorted(RANKERS)),
    ranker_options=st.builds(RankerOptions, standalone=st.booleans()),
    order=st.sampled_from(["chronological", "salience"]),
    topic=st.none() | st.sampled_from(["", "harbour", "storm flood", "…", "He", "xylophone"]),
    explain=st.booleans(),
)


def without_added(sentence: SummarySentence) -> str:
    """The sentence's text without what was added, which must stand where it says."""
    text = sentence.text
    for each in reversed(sentence.added):
        end = each.start + len(each.text)
        assert text[each.start : end] == each.text == f" [{each.citation.quote}]"
        text = text[: each.start] + text[end:]
    return text


def quoted_together(summary: Summary, texts: dict[str, str]) -> list[int]:
    """For each sentence the place of the one that begins the quotation it stands in, or its own."""
    places: list[int] = []
    for place, sentence in enumerate(summary.sentences):
        places.append(place)
        if not place:
            continue
        [now, *_], [before, *_] = sentence.citations, summary.sentences[place - 1].citations
        begun = "".join(each.text for each in summary.sentences[places[-2] : place])
        left_open = begun.count("“") > begun.count("”")
        closed_later = "“" in begun and "”" in texts[now.article][now.start :].partition("“")[0]
        follows = now.article == before.article and 0 < now.start - before.end <= 2
        if follows and (left_open or closed_later):
            places[-1] = places[-2]
    return places


@settings(max_examples=150, deadline=None)
@given(articles=CORPORA, request=REQUESTS)
def test_an_answer_keeps_its_promises(articles, request):
    summary = Summarizer().summarize(request, articles)
    size = {
        "words": len(summary.summary.split()),
        "sentences": len(summary.sentences),
        "characters": len(summary.summary),
    }
    assert size[request.budget.unit] <= request.budget.amount
    assert summary.words == size["words"]
    assert summary.summary == " ".join(sentence.text for sentence in summary.sentences)
    texts = {each.id: each for each in articles}
    for sentence in summary.sentences:
        assert 0.0 <= sentence.score <= 1.0 or request.ranker == "mmr"
        independent = {
            texts[other.citation.article].source for other in sentence.also_in if other.independent
        }
        assert 1 <= sentence.corroboration <= 1 + len(independent)
        assert texts[sentence.citations[0].article].source not in independent
        added = [addition.citation for addition in sentence.added]
        assert {each.article for each in added} <= {sentence.citations[0].article}
        others = (other.citation for other in sentence.also_in)
        for citation in (*sentence.citations, *added, *others):
            cited = texts[citation.article]
            assert cited.text[citation.start : citation.end] == citation.quote
        assert sentence.citations[0].quote == without_added(sentence)
        assert request.ranker_options.standalone or not sentence.added
        for mention in sentence.mentions:
            assert sentence.text[mention.start : mention.end] == mention.text
    # whoever is quoted may repeat what they said: quotations are told whole
    together = quoted_together(summary, {each.id: each.text for each in articles})
    words = {
        (tuple(filter(str.isalnum, without_added(each).casefold())), passage)
        for each, passage in zip(summary.sentences, together, strict=True)
    }
    assert len({said for said, _ in words}) == len(words)
    assert bool(summary.explanation) <= request.explain


@settings(max_examples=80, deadline=None)
@given(articles=CORPORA, request=REQUESTS, data=st.data())
def test_the_order_of_the_articles_changes_nothing_but_for_lead(articles, request, data):
    other = data.draw(st.permutations(articles))
    as_bytes = TypeAdapter(Summary).dump_json
    one = as_bytes(Summarizer().summarize(request, articles))
    assert as_bytes(Summarizer().summarize(request, articles)) == one
    if request.ranker != "lead":
        assert as_bytes(Summarizer().summarize(request, other)) == one


@pytest.mark.parametrize("unit", ["words", "sentences", "characters"])
@settings(max_examples=40, deadline=None)
@given(articles=CORPORA)
def test_a_budget_for_everything_tells_every_sentence_once(unit, articles):
    request = SummaryRequest(budget=Budget(amount=1_000_000, unit=unit))
    told = Summarizer().summarize(request, articles)
    texts = {each.id: each for each in articles}
    assert all(
        sentence.text in texts[sentence.citations[0].article].text for sentence in told.sentences
    )
    letters = {tuple(filter(str.isalnum, each.text.casefold())) for each in told.sentences}
    whole = "".join(filter(str.isalnum, " ".join(each.text for each in articles).casefold()))
    assert set(whole) == set("".join("".join(each) for each in letters))
    exactly = {
        "words": told.words,
        "sentences": len(told.sentences),
        "characters": len(told.summary),
    }[unit]
    if exactly:
        again = Summarizer().summarize(
            SummaryRequest(budget=Budget(amount=exactly, unit=unit)), articles
        )
        assert again.sentences == told.sentences
