"""The chain against sums over every labelling, and against its own gradient."""

from itertools import pairwise, product

import numpy as np
import pytest
from scipy.optimize import check_grad

from summarizer.evaluation import chain
from summarizer.reading.line_features import NAMES
from summarizer.reading.line_model import LineModel


def samples(*, seed=1, sizes=(5, 3, 1), features=4):
    random = np.random.default_rng(seed)
    return [
        (random.normal(size=(size, features)), random.integers(0, 2, size).astype(float))
        for size in sizes
    ]


def score(labels, scores, moves):
    first, enter, stay = moves
    total = first * labels[0] + sum(s for s, label in zip(scores, labels, strict=True) if label)
    for before, label in pairwise(labels):
        total += label * (stay if before else enter)
    return total


def test_the_likelihood_is_that_of_every_labelling():
    pages = samples()
    parameters = np.array([0.5, -1.0, 0.2, 0.8, -0.7, -1.5, 2.0])
    moves = parameters[-3:]
    expected = 0.0
    for features, labels in pages:
        scores = features @ parameters[:-3]
        every = [score(each, scores, moves) for each in product((0, 1), repeat=len(labels))]
        expected += np.logaddexp.reduce(every) - score(labels, scores, moves)
    loss, _ = chain._loss(parameters, chain._side_by_side(pages), 0.0)
    assert loss == pytest.approx(expected + 0.005 * float(parameters[-3:] @ parameters[-3:]))


def test_the_gradient_is_that_of_the_loss():
    batch = chain._side_by_side(samples(sizes=(7, 7, 4, 1)))
    point = np.linspace(-1, 1, 7)
    error = check_grad(
        lambda x: chain._loss(x, batch, 0.3)[0], lambda x: chain._loss(x, batch, 0.3)[1], point
    )
    assert error < 1e-5


def test_probabilities_are_those_of_every_labelling():
    scores = [0.4, -2.0, 1.3, 0.2, -0.6]
    model = LineModel(
        weights=dict.fromkeys(NAMES, 0.0), bias=0.0, first=-0.5, enter=-1.2, stay=1.7, threshold=0.5
    )
    weighed = [
        (each, np.exp(score(each, scores, (-0.5, -1.2, 1.7)))) for each in product((0, 1), repeat=5)
    ]
    total = sum(weight for _, weight in weighed)
    wanted = [sum(weight for each, weight in weighed if each[i]) / total for i in range(5)]
    given = [scores[0] - 0.5, *scores[1:]]
    odds = np.array(model._forward(given)) + np.array(model._backward(given))
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(wanted)


def test_the_fit_finds_what_made_the_labels():
    random = np.random.default_rng(3)
    pages = []
    for size in (30, 50, 20, 40):
        features = random.normal(size=(size, 2))
        pages.append((features, (features[:, 0] > 0).astype(float)))
    fitted = chain.fit_chain(pages, penalty=0.1)
    assert fitted.weights[0] > 3
    assert abs(fitted.weights[1]) < 0.5
