"""What holds for every claim, whatever the evidence."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.evidence_clusters import evidence_of
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.facts import faults, prepare_facts
from tests.corpus import STORYLINES, articles

WORDS = st.sampled_from(
    """Kim Trump U.S. Seoul said will not met may 12 twelve million $3 percent on Sunday 30 June 2019
    the of boys “peace” "talks" , . and in didn't denied more than by A.B. 9 p.m. O’Neill ( ) —""".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@cache
def evidence(storyline):
    sentences = tuple(evidence_of(articles(storyline)))
    return sentences, prepare_facts(sentences)


def test_a_sentence_of_the_articles_has_no_fault():
    for storyline in STORYLINES:
        sentences, facts = evidence(storyline)
        wrong = {each.text: faults(each.text, facts) for each in sentences}
        assert {text: found for text, found in wrong.items() if found} == {}


@settings(deadline=None, max_examples=150)
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.integers(0, 5))
def test_what_stands_in_the_evidence_has_no_fault(texts, chosen):
    sentences = [
        EvidenceSentence(text=text, article=0, index=index, language="en")
        for index, text in enumerate(texts)
    ]
    assert faults(texts[chosen % len(texts)], prepare_facts(sentences)) == ()


@settings(deadline=None, max_examples=150)
@given(SENTENCES, st.sampled_from(STORYLINES))
def test_a_fault_lies_in_the_claim_and_points_into_the_evidence(claim, storyline):
    sentences, facts = evidence(storyline)
    found = faults(claim, facts, language="en")
    assert found == faults(claim, facts, language="en")
    for fault in found:
        assert 0 <= fault.start < fault.end <= len(claim)
        assert fault.evidence is None or 0 <= fault.evidence < len(sentences)
        assert fault.evidence is not None or not fault.certain
        assert fault.message
