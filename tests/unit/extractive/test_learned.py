"""The learned ranker against its formula, and its file."""

import json
from dataclasses import replace

import numpy as np
import pytest

from summarizer.extractive.concepts import (
    BIGRAM_FEATURES,
    UNIGRAM_FEATURES,
    bigram_features,
    unigram_features,
)
from summarizer.extractive.learned import Learned
from summarizer.extractive.learned_model import (
    Coefficients,
    LearnedModel,
    Stop,
    shipped_card,
    shipped_model,
)
from summarizer.extractive.sentence_features import SENTENCE_FEATURES, sentence_features
from summarizer.protocols import Asked
from tests.pools import pool, random_pool

SHAPES = {"bigrams": BIGRAM_FEATURES, "unigrams": UNIGRAM_FEATURES, "sentences": SENTENCE_FEATURES}


def coefficients(seed: int) -> Coefficients:
    chance = np.random.default_rng(seed)
    return Coefficients(**{kind: chance.normal(size=len(names)) for kind, names in SHAPES.items()})


def model(**fields: object) -> LearnedModel:
    given = {
        "retelling": coefficients(1),
        "condensing": coefficients(2),
        "gate": (Stop(5, 0.5, 1), Stop(10, 1, 1), Stop(40, 0, 0)),
        "unigram_mass": 0.25,
    }
    return LearnedModel(**given | fields)


@pytest.mark.parametrize("seed", range(6))
def test_a_set_is_worth_the_best_tellers_of_each_concept(seed):
    made = random_pool(seed)
    ranker = Learned(model(condensing=coefficients(1)))
    sets = coefficients(1)
    quality = sentence_features(made) @ sets.sentences
    quality = np.exp(np.clip(quality - quality.mean(), -5, 5))
    worth = np.zeros(len(made))
    chosen = [1, len(made) // 2]
    objective = ranker.objective(made, Asked(words=100))
    for row in chosen:
        objective.add(row)
    for features, beta, held, mass in (
        (bigram_features(made), sets.bigrams, made.bigrams, 0.75),
        (unigram_features(made), sets.unigrams, made.unigrams, 0.25),
    ):
        weights = np.exp(features @ beta)
        weights *= mass / weights.sum()
        holds = (held > 0).toarray()
        told = np.max(holds[chosen] * quality[chosen, None], axis=0)
        for row in range(len(made)):
            worth[row] += weights @ (np.maximum(quality[row] - told, 0.0) * holds[row])
    np.testing.assert_allclose(objective.gains(np.arange(len(made))), worth, atol=1e-12)


def test_words_for_each_independent_article_decide_between_the_sets():
    chosen = model()
    assert chosen.at(40).bigrams.tolist() == chosen.retelling.bigrams.tolist()
    assert chosen.at(400).unigrams.tolist() == chosen.retelling.unigrams.tolist()
    assert chosen.at(10).sentences.tolist() == chosen.condensing.sentences.tolist()
    assert chosen.at(0).sentences.tolist() == chosen.condensing.sentences.tolist()
    middle = (chosen.retelling.bigrams + chosen.condensing.bigrams) / 2
    np.testing.assert_allclose(chosen.at(20).bigrams, middle)
    np.testing.assert_allclose(chosen.at(5).bigrams, middle)
    np.testing.assert_allclose(chosen.at(0).bigrams, middle)


def test_copies_leave_as_many_words_for_each_article():
    text = "Boats sank in the storm. Judges closed the long trial. Fire spread at night."
    alone, copied = pool(text), pool(text, text, groups=[0, 0])
    ranker = Learned(model())
    one = ranker.objective(alone, Asked(words=20)).bounds()
    two = ranker.objective(copied, Asked(words=20)).bounds()
    assert np.argsort(one).tolist() == np.argsort(two[:3]).tolist()


def test_the_file_gives_the_model_back():
    written = model().to_json({"data": "made up"})
    again = LearnedModel.from_json(written)
    assert again.to_json({"data": "made up"}) == written
    assert again.digest == model().digest != replace(again, unigram_mass=0.3).digest


@pytest.mark.parametrize("kind", SHAPES)
def test_a_file_for_other_features_is_refused(kind):
    value = json.loads(model().to_json({}))
    value["retelling"][kind].popitem()
    with pytest.raises(ValueError, match="summarizer train-ranker"):
        LearnedModel.from_json(json.dumps(value))


def test_the_shipped_file_says_what_it_was_made_of():
    card = shipped_card()
    assert {name for data in card["data"] for name in data["names"]}
    assert card["command"].startswith("summarizer train-ranker ")
    words = [stop.words for stop in shipped_model().gate]
    assert words == sorted(words)


def test_a_query_multiplies_the_worth():
    made = random_pool(3)
    focus = np.linspace(1.0, 2.0, len(made))
    ranker = Learned(replace(shipped_model(), unigram_mass=0.5))
    plain = ranker.objective(made, Asked(words=50)).bounds()
    np.testing.assert_allclose(
        ranker.objective(made, Asked(words=50, focus=focus)).bounds(), plain * focus
    )
