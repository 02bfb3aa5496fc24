"""Fitting and scoring the line model on pages made up for the test."""

import json

import pytest

from summarizer.errors import InvalidRequestError
from summarizer.evaluation.cleaning import evaluate_cleaning
from summarizer.evaluation.datasets import read_pages
from summarizer.evaluation.line_card import trained
from summarizer.evaluation.line_training import fit, folds_of
from summarizer.reading.cleaning import clean_with
from summarizer.reading.line_features import NAMES
from summarizer.reading.line_model import LineModel, shipped_card, shipped_model
from tests.dumped_pages import page, write_pages


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_pages([write_pages(tmp_path_factory.mktemp("data") / "pages.jsonl")])


def test_pages_of_one_publisher_share_a_fold(data):
    pages, _ = data
    folds = folds_of(pages, 4)
    assert all(len(set(folds[start : start + 3])) == 1 for start in range(0, 12, 3))
    assert sorted(folds.count(fold) for fold in range(4)) == [3, 3, 3, 3]


def test_the_same_pages_give_the_same_file_and_a_model_that_works(data):
    first = trained(*data, terms="made up", folds=2)
    assert first == trained(*data, terms="made up", folds=2)
    card = json.loads(first)["card"]
    assert (card["terms"], card["data"]["sha256"]) == ("made up", data[1].sha256)
    unseen = page(17)
    cleaned = clean_with(LineModel.from_json(first), unseen["text"])
    assert cleaned.text == unseen["gold"]
    assert cleaned.title == unseen["title"]


def test_the_report_beats_its_baselines_and_says_what_was_seen(data):
    report = evaluate_cleaning(*data, folds=2)
    f1 = {score.cleaner: score.kinds[0].overlap.f1 for score in report.scores}
    assert f1["as it stands"] < f1["rules and model, 2 folds"]
    assert "as shipped, fitted on other pages" in f1
    kinds = [(kind.kind, kind.pages) for kind in report.scores[0].kinds]
    assert kinds == [("all", 12), ("one", 6), ("other", 6)]
    assert report.scores[2].kinds[0].title_exact == 1.0
    assert report.scores[0].kinds[0].title_exact == 0.0


def test_without_folds_nothing_is_fitted(data):
    names = [score.cleaner for score in evaluate_cleaning(*data, folds=0).scores]
    assert not any("folds" in name for name in names)


def test_nothing_to_learn_from_is_told():
    with pytest.raises(InvalidRequestError, match="no page holds enough"):
        fit([None])


def test_a_model_of_other_features_is_refused():
    value = {"weights": {"length": 1.0}}
    with pytest.raises(ValueError, match="train-cleaner"):
        LineModel.from_json(json.dumps(value))


def test_the_shipped_model_is_small_and_says_where_it_comes_from():
    model, card = shipped_model(), shipped_card()
    assert tuple(model.weights) == NAMES
    assert len(NAMES) + 4 <= 60
    assert set(card) >= {"what", "data", "terms", "command", "seed", "held out"}
    assert card["held out"]["f1"] >= 0.93
