"""Whatever the evidence, a support score is in [0, 1], and 1 for what stands there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.support import prepare_support, summary_score, supports

WORDS = st.sampled_from(
    "The the ferry Maria sank sinks 1,200 5 don't Kim's Palermo near Zug 北京 паром — . , ” said".split()
)
SENTENCES = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=30))
ARTICLES = st.lists(st.lists(SENTENCES, max_size=4), max_size=4)


def evidence(articles):
    return [
        EvidenceSentence(text=text, article=number, index=index)
        for number, texts in enumerate(articles)
        for index, text in enumerate(texts)
    ]


@settings(deadline=None)
@given(articles=ARTICLES, told=st.lists(SENTENCES, max_size=3))
def test_scores_are_shares_and_name_one_to_three_sentences(articles, told):
    given_ = evidence(articles)
    found = supports(told, prepare_support(given_))
    assert len(found) == len(told)
    for each in found:
        assert 0 <= each.score <= 1
        assert len(set(each.best)) == len(each.best) <= 3
        assert all(0 <= place < len(given_) for place in each.best)
    assert 0 <= summary_score(found) <= 1


@settings(deadline=None)
@given(articles=ARTICLES)
def test_every_sentence_of_the_evidence_supports_itself(articles):
    given_ = evidence(articles)
    sources = prepare_support(given_)
    for each, found in zip(given_, supports([e.text for e in given_], sources), strict=True):
        if sources.read(each.text).matter:
            assert found.score == 1.0
            assert found.best


@settings(deadline=None)
@given(articles=ARTICLES, told=SENTENCES, random=st.randoms(use_true_random=False))
def test_the_order_of_articles_and_of_evidence_changes_nothing(articles, told, random):
    given_ = evidence(articles)
    [before] = supports([told], prepare_support(given_))
    renamed = list(range(len(articles)))
    random.shuffle(renamed)
    shuffled = [
        EvidenceSentence(text=each.text, article=renamed[each.article], index=each.index)
        for each in given_
    ]
    random.shuffle(shuffled)
    [after] = supports([told], prepare_support(shuffled))
    assert after.score == before.score
    assert [shuffled[place].text for place in after.best] == [
        given_[place].text for place in before.best
    ]
