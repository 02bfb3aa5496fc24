"""The report on extracts, on clusters made up for the test."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from summarizer.errors import InvalidRequestError, UnknownNameError, UnreadableInputError
from summarizer.evaluation.clusters import SummarizedCluster, read_summarized_clusters
from summarizer.evaluation.extracts import Setting, contestants, extracts, held_out, known_rankers
from summarizer.evaluation.mds import evaluate_mds, repeated_pairs
from summarizer.evaluation.oracle import oracle_extract
from summarizer.evaluation.rouge import Rouge
from summarizer.extractive.lead import Lead
from summarizer.extractive.rankers import RANKERS
from summarizer.reading import read_document
from summarizer.service import Summarizer
from summarizer.service.preparing import prepared_form
from summarizer.types import Budget, Document, SummaryRequest
from tests.summarized_clusters import write_clusters

WORDS = 45


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_summarized_clusters([write_clusters(tmp_path_factory.mktemp("d") / "c.jsonl")])


@pytest.fixture(scope="module")
def rouge():
    return Rouge()


@pytest.fixture(scope="module")
def report(data, rouge):
    return evaluate_mds(*data, rouge=rouge, setting=Setting(words=WORDS))


def f1(score, measure="ROUGE-2"):
    return next(each.f1 for each in score.measures if each.measure == measure)


def test_every_ranker_is_measured_and_the_oracle_beats_them(report):
    assert len(report.scores) == len(RANKERS)
    for measure in ("ROUGE-1", "ROUGE-2"):
        best = max(f1(score, measure).mean for score in report.scores)
        assert f1(report.oracle, measure).mean > best > 0


def test_figures_are_means_over_clusters(data, rouge, report):
    clusters, _ = data
    texts = extracts(clusters, [Lead()] * len(clusters), Setting(words=WORDS)).texts
    scores = [
        rouge.scores(text, each.references) for text, each in zip(texts, clusters, strict=True)
    ]
    lead = next(score for score in report.scores if score.ranker == "lead")
    found = [(each.f1.mean, each.recall.mean) for each in lead.measures]
    assert np.array(found) == pytest.approx(np.mean(scores, axis=0))


def test_baselines_are_measured_unasked_and_differ_from_themselves_by_nothing(data, rouge):
    report = evaluate_mds(*data, rouge=rouge, setting=Setting(words=WORDS), rankers=["centroid"])
    assert [score.ranker for score in report.scores] == ["centroid", "lexrank", "lead"]
    centroid, lexrank, lead = report.scores
    found = {each.baseline: each.f1 for each in centroid.measures[0].differences}
    assert set(found) == {"lexrank", "lead"}
    expected = f1(centroid, "ROUGE-1").mean - f1(lead, "ROUGE-1").mean
    assert found["lead"].mean == pytest.approx(expected)
    own = {each.baseline: each.f1 for each in lexrank.measures[0].differences}["lexrank"]
    assert (own.low, own.mean, own.high) == (0, 0, 0)


def test_the_same_data_give_the_same_figures(data, rouge, report):
    def timeless(found):
        return replace(
            found, scores=tuple(replace(score, milliseconds=None) for score in found.scores)
        )

    again = evaluate_mds(*data, rouge=rouge, setting=Setting(words=WORDS))
    assert timeless(again) == timeless(report)
    assert all(score.milliseconds > 0 for score in report.scores)


def test_words_and_compression(data, report):
    words = [sum(len(a.text.split()) for a in each.articles) for each in data[0]]
    for score in report.scores:
        assert score.words <= WORDS
        # the articles of all clusters have as many words
        assert score.compression == pytest.approx(score.words / words[0])


def test_the_product_makes_the_extracts(data):
    clusters, _ = data
    found = extracts(clusters, [Lead()] * len(clusters), Setting(words=WORDS))
    request = SummaryRequest(budget=Budget(amount=WORDS), ranker="lead")
    expected = [Summarizer().summarize(request, each.articles).summary for each in clusters]
    assert list(found.texts) == expected


@pytest.mark.parametrize("words", range(30, 46))
def test_cut_texts_have_exactly_the_length(data, words):
    clusters, _ = data
    found = extracts(clusters, [Lead()] * len(clusters), Setting(words=words, whole=False))
    assert {len(text.split()) for text in found.texts} == {words}


def test_the_oracle_finds_what_a_reference_was_copied_from(data, rouge):
    cluster = data[0][2]
    sentences = [article.text.split("\n")[-2] for article in cluster.articles[1:]]
    words = sum(len(sentence.split()) for sentence in sentences)
    copied = replace(cluster, references=(" ".join(sentences),))
    assert oracle_extract(copied, words + 5, rouge) == " ".join(sentences)
    assert oracle_extract(copied, 2, rouge) == ""


def told(text):
    """A cluster of one article, and a summary of six words."""
    article = read_document(Document(text=text, cleaned=True), name="a", default_id="a")
    return SummarizedCluster(
        id="c",
        event="c",
        articles=(article,),
        prepared=(prepared_form(article),),
        groups=(0,),
        references=("The mayor closed the old bridge.",),
    )


@pytest.mark.parametrize(
    "worse",
    # the same words in an order without a pair; words that the reference has, but not as often
    ["Old mayor the bridge the closed.", "The old bridge, the old bridge.", "The the the the the."],
)
def test_the_oracle_counts_pairs_and_repetitions_as_rouge_does(rouge, worse):
    cluster = told(f"{worse}\nThe mayor closed the bridge.")
    assert oracle_extract(cluster, 6, rouge) == "The mayor closed the bridge."


def test_the_oracle_stops_where_more_words_would_do_harm(rouge):
    cluster = told("Rain fell.\nThe mayor closed the bridge.\nThe old town slept.")
    assert oracle_extract(cluster, 100, rouge) == "The mayor closed the bridge."


def test_the_oracle_comes_near_the_best_of_all_extracts(data, rouge):
    def worth(text):
        return rouge.scores(text, cluster.references)[:2, 0].sum()

    for cluster in data[0]:
        sentences = [each for article in cluster.articles for each in article.text.split("\n")]
        # four sentences have more than 30 words
        possible = [" ".join(c) for size in (1, 2, 3) for c in combinations(sentences, size)]
        best = max(worth(text) for text in possible if len(text.split()) <= 30)
        assert 0.9 * best <= worth(oracle_extract(cluster, 30, rouge)) <= best


@pytest.mark.parametrize(
    ("text", "share"), [("a b c d", 0), ("a b a b", 1 / 3), ("a a a a", 2 / 3), ("a", 0), ("", 0)]
)
def test_redundancy_is_the_share_of_pairs_that_come_again(text, share):
    assert repeated_pairs(text.split()) == pytest.approx(share)


def test_unknown_rankers_and_no_length_are_refused():
    with pytest.raises(UnknownNameError, match="no ranker 'best'"):
        known_rankers(["lead", "best"])
    assert known_rankers(None) == tuple(RANKERS)
    with pytest.raises(InvalidRequestError, match="at least one word"):
        Setting(words=0)


def test_clusters_without_summaries_are_nothing_to_measure(data, rouge):
    with pytest.raises(UnreadableInputError, match="no cluster with a summary"):
        evaluate_mds([], data[1], rouge=rouge, setting=Setting(words=WORDS))


def test_what_is_measured_cannot_be_learned_from(data):
    clusters, _ = data
    with pytest.raises(InvalidRequestError, match="name files that share no cluster"):
        held_out(clusters, 2, [clusters[3:4]])


def test_the_baselines_come_with_every_choice(data):
    assert list(contestants(["mmr", "lead"], *data)) == ["mmr", "lead", "lexrank"]


def test_learned_is_scored_as_shipped_and_without_what_it_was_fitted_on(data, rouge):
    report = evaluate_mds(*data, rouge=rouge, setting=Setting(words=WORDS), rankers=[], folds=2)
    names = [score.ranker for score in report.scores]
    assert names == [
        "learned, as shipped (may have seen these)",
        "learned, 2 folds",
        "lexrank",
        "lead",
    ]
