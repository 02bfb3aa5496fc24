from collections import Counter
from dataclasses import replace

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.clusterings import agreement
from summarizer.evaluation.stories import MOST, evaluate_stories, read_labelled, thin
from summarizer.evaluation.story_baselines import THRESHOLDS, best_agglomerative, hdbscan
from tests.labelled_articles import write_labelled


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_labelled([write_labelled(tmp_path_factory.mktemp("d") / "labelled.jsonl")])


@pytest.fixture(scope="module")
def report(data):
    return evaluate_stories(*data, samples=2)


def test_all_three_clusterings_are_scored(report):
    assert (report.articles, report.events, report.samples) == (42, 6, 2)
    assert [score.clustering.split(",")[0] for score in report.scores] == [
        "stories",
        "agglomerative",
        "HDBSCAN",
    ]
    for score in report.scores:
        assert 0 < score.f1.low <= score.f1.mean <= score.f1.high <= 1
        assert score.f1.mean == score.whole.f1
        assert (score.threshold is not None) == score.clustering.startswith("agglomerative")


def test_clear_events_are_found(report):
    stories = report.scores[0]
    assert stories.whole.f1 > 0.95
    assert stories.thinned.f1 > 0.8


def test_the_same_data_give_the_same_figures(data, report):
    assert evaluate_stories(*data, samples=2) == report


def test_thinned_samples_keep_one_to_five_of_every_event(data):
    articles, _ = data
    for seed in range(4):
        counts = Counter(each.cluster for each in thin(articles, seed=seed))
        assert set(counts) == {each.cluster for each in articles}
        assert max(counts.values()) <= MOST
    assert thin(articles, seed=1) == thin(articles, seed=1) != thin(articles, seed=2)


def test_without_samples_the_figures_are_those_of_everything(data):
    stories = evaluate_stories(*data, samples=0).scores[0]
    assert stories.thinned == stories.whole


def test_the_interval_of_articles_that_are_all_right_has_no_width(data):
    articles, found = data
    one = [replace(each, cluster="one", topic="t") for each in articles[:1] * 3]
    score = evaluate_stories(one, found, samples=1).scores[0]
    assert (score.f1.low, score.f1.mean, score.f1.high) == (1.0, 1.0, 1.0)


def test_the_oracle_has_the_best_of_all_thresholds():
    texts = ["boats sank off Corfu", "boats sank off Lima", "voters chose Lima", "voters chose"]
    labels, threshold = best_agglomerative(texts, ["a", "a", "b", "b"])
    assert threshold in THRESHOLDS
    assert agreement(labels, ["a", "a", "b", "b"]).f1 == 1.0


@pytest.mark.parametrize("texts", [["boats sank"], ["the of"] * 3, ["boats", "voters"]])
def test_baselines_stand_texts_without_common_words(texts):
    assert len(best_agglomerative(texts, ["a"] * len(texts))[0]) == len(texts)
    assert len(hdbscan(texts)) == len(texts)


def test_what_hdbscan_calls_noise_stands_alone():
    told = [f"boats sank off Corfu {word}" for word in ("today", "now", "then", "here")]
    labels = hdbscan([*told, "voters chose a mayor", "schools stay closed", "mayor schools"])
    assert len(labels) == 7
    assert len(set(labels[:4])) == 1
    noise = [label for label in labels if label < 0]
    assert len(noise) == len(set(noise))


def test_articles_that_hold_nothing_are_left_out(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"cluster": "a", "text": ""}\n{"cluster": "a", "text": "Boats sank."}\n')
    articles, found = read_labelled([file])
    assert ([each.topic for each in articles], found.items) == (["a"], 2)
    file.write_text('{"cluster": "a", "text": ""}\n')
    with pytest.raises(UnreadableInputError, match="no article that can be read"):
        read_labelled([file])
    file.write_text('{"text": "Boats sank."}\n')
    with pytest.raises(UnreadableInputError, match="cluster"):
        read_labelled([file])
