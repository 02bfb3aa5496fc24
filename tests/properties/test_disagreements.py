"""What holds for the disagreements of any articles, in any order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Budget, Summarizer, SummaryRequest
from summarizer.types import Document
from tests.corpus import STORYLINES, articles

PEOPLE = st.sampled_from(["12", "Twelve", "about 50", "more than 40", "240", "one hundred"])
SENTENCES = st.builds(
    "{} people were {} in the explosion at the market of {} on {}.".format,
    PEOPLE,
    st.sampled_from(["killed", "injured", "wounded"]),
    st.sampled_from(["Dara", "Homs"]),
    st.sampled_from(["Monday", "Tuesday"]),
)
DOCUMENTS = st.lists(st.tuples(SENTENCES, st.integers(12, 15)), min_size=2, max_size=5)


def summary_of(documents):
    return Summarizer().summarize(SummaryRequest(budget=Budget(amount=20)), documents)


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(parts, chance):
    documents = [
        Document(id=f"d{n}", text=text, date=f"2024-05-{day}", cleaned=True)
        for n, (text, day) in enumerate(parts)
    ]
    shuffled = chance.sample(documents, len(documents))
    assert summary_of(documents).disagreements == summary_of(shuffled).disagreements


def test_the_order_changes_nothing_in_the_sample_corpus():
    for storyline in STORYLINES:
        given_ = articles(storyline)
        assert summary_of(given_).disagreements == summary_of(given_[::-1]).disagreements


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS)
def test_values_stand_in_what_is_cited_and_differ(parts):
    documents = [
        Document(id=f"d{n}", text=text, date=f"2024-05-{day}", cleaned=True)
        for n, (text, day) in enumerate(parts)
    ]
    texts = {document.id: document.text for document in documents}
    for each in summary_of(documents).disagreements:
        assert len(each.values) > 1
        for value in each.values:
            assert value.text in value.citations[0].quote
            for cited in value.citations:
                assert texts[cited.article][cited.start : cited.end] == cited.quote
