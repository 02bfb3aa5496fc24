"""Fitting and measuring the support score on summaries made up for the test."""

import json

import numpy as np
import pytest

from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.evaluation.checker_card import trained_checker
from summarizer.evaluation.checker_training import fit, held_out_models, lessons
from summarizer.evaluation.grounding import copied_trigrams, evaluate_grounding
from summarizer.evaluation.judged import JudgedSummary, article_numbers, read_judged
from summarizer.grounding.support.model import SupportModel
from summarizer.grounding.support.signals import COPY, NOTHING, SIGNALS
from tests.judged_summaries import write_judged


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return read_judged([write_judged(tmp_path_factory.mktemp("judged") / "judged.jsonl")])


def test_the_same_file_gives_the_same_model_and_it_tells_copies_from_inventions(file):
    summaries, data = file
    text = trained_checker(summaries, data, terms="made up", folds=2)
    assert text == trained_checker(summaries, data, terms="made up", folds=2)
    card = json.loads(text)["card"]
    assert card["command"] == ("summarizer train-checker judged.jsonl --terms 'made up' --folds 2")
    assert card["data"] == {"names": ["judged.jsonl"], "sha256": data.sha256, "summaries": 24}
    assert card["held out"]["ROC AUC"] == {"north": 1.0, "south": 1.0, "together": 1.0}
    model = SupportModel.from_json(text)
    assert (model.score(COPY), model.score(NOTHING)) == (1.0, 0.0)


def test_more_of_any_signal_is_never_worse(file):
    model = fit(lessons(file[0]))
    for place in range(len(SIGNALS)):
        found = [0.5 * COPY for _ in range(3)]
        for row, amount in zip(found, (0.2, 0.6, 1.0), strict=True):
            row[place] = amount
        scores = [model.score(row) for row in found]
        assert scores == sorted(scores)


def test_means_deviations_and_curve_are_those_of_the_data(file):
    taught = lessons(file[0])
    model = fit(taught)
    rows = np.concatenate([each.signals for each in taught])
    assert model.means == pytest.approx(rows.mean(axis=0), abs=1e-4)
    # copies and inventions are as many: the curve is even between what they agree on
    agreed = model.agreement(rows)
    faithful = np.array([each.faithful for each in taught])
    middle = (agreed[faithful].mean() + agreed[~faithful].mean()) / 2
    assert model.slope > 1
    assert -model.intercept / model.slope == pytest.approx(middle, abs=0.1)


def test_a_model_has_not_seen_the_article_that_it_is_for(file):
    summaries, _ = file
    taught = lessons(summaries)
    models = held_out_models(summaries, taught, 3)
    numbers = article_numbers(summaries)
    for place in (0, 5):
        rest = [
            one
            for one, number in zip(taught, numbers, strict=True)
            if number % 3 != numbers[place] % 3
        ]
        assert models[place].digest == fit(rest).digest
    own = {number: model.digest for number, model in zip(numbers, models, strict=True)}
    assert all(own[number] == model.digest for number, model in zip(numbers, models, strict=True))


def test_summaries_judged_alike_teach_nothing(file):
    summaries, data = file
    alike = [each for each in summaries if each.faithful]
    with pytest.raises(InvalidRequestError, match="give both"):
        fit(lessons(alike))
    with pytest.raises(UnreadableInputError, match="no faithful summary, or no other"):
        evaluate_grounding(alike, data)


def test_trigrams_are_counted_whatever_the_tokenizer():
    judged = JudgedSummary(
        article="Kim's envoy didn't sign. He left the room.",
        summary="kim 's envoy did n't sign , he stayed .",
        faithful=False,
        dataset="",
    )
    # kim envoy didn't | envoy didn't sign | didn't sign he; and "sign he stayed" is new
    assert copied_trigrams(judged) == pytest.approx(3 / 4)


def test_parts_are_those_with_both_kinds(tmp_path):
    path = write_judged(tmp_path / "one.jsonl", count=3, datasets=("north",))
    report = evaluate_grounding(*read_judged([path]))
    [part] = report.parts
    assert (part.dataset, part.summaries, part.articles, part.faithful) == ("north", 6, 3, 3)
    assert [each.score for each in part.scores] == ["trigrams copied", "support"]
    assert part.scores[0].difference is None
    assert report.milliseconds > 0


@pytest.mark.parametrize("factuality", ['"yes"', "null", "1.5"])
def test_a_judgement_that_is_no_share_is_refused(tmp_path, factuality):
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"article": "A.", "summary": "A.", "factuality": {factuality}}}\n')
    with pytest.raises(UnreadableInputError, match="factuality"):
        read_judged([path])
