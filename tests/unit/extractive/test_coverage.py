"""Coverage against its formula, concept by concept."""

import numpy as np
import pytest

from summarizer.extractive.coverage import EARLY, LONE, MANY, UNIGRAM_MASS, Coverage
from summarizer.protocols import Asked
from tests.pools import gains, pool, random_pool

SEEDS = range(6)


def concept_weights(made, concepts, factor):
    """A concept's weight from the docstring, article by article."""
    held = concepts.toarray() > 0
    groups = made.group[made.article]
    result = np.zeros(held.shape[1])
    for column in range(held.shape[1]):
        sources = set(groups[held[:, column]].tolist())
        support = sum(
            1 + EARLY / (1 + made.index[held[:, column] & (groups == source)].min() / 3)
            for source in sources
        )
        alone = len(sources) == 1 and len(set(groups.tolist())) >= MANY
        result[column] = support**2 * (LONE if alone else 1.0)
    return result * factor


@pytest.mark.parametrize("seed", SEEDS)
def test_coverage_is_the_weight_of_concepts_not_yet_told(seed):
    made = random_pool(seed, articles=3 if seed % 2 else 7)
    pairs = concept_weights(made, made.bigrams, np.where(made.bigram_function == 2, 0.5, 1.0))
    singles = concept_weights(made, made.unigrams, ~made.unigram_function)
    pairs *= (1 - UNIGRAM_MASS) / (pairs.sum() or 1)
    singles *= UNIGRAM_MASS / (singles.sum() or 1)
    chosen = [1, len(made) - 1]
    expected = np.zeros(len(made))
    for counts, weights in ((made.bigrams.toarray(), pairs), (made.unigrams.toarray(), singles)):
        told = (counts[chosen] > 0).any(axis=0)
        expected += (counts > 0) @ np.where(told, 0.0, weights)
    np.testing.assert_allclose(gains(Coverage(), made, *chosen), expected, atol=1e-12)


def test_coverage_of_everything_leaves_nothing_and_sums_to_one():
    made = random_pool(1)
    objective = Coverage().objective(made, Asked(words=100.0))
    total = 0.0
    for row in range(len(made)):
        total += float(objective.gains(np.array([row]))[0])
        objective.add(row)
    assert total == pytest.approx(1.0)
    assert objective.gains(np.arange(len(made))).max() == pytest.approx(0.0)


def test_coverage_counts_copies_once():
    told = "Boats sank near the port."
    others = ["Judges voted on the law.", "Divers waited in a cave."]
    once = gains(Coverage(), pool(told, *others))
    copied = gains(Coverage(), pool(told, *others, told, groups=[0, 1, 2, 0]))
    np.testing.assert_allclose(copied[:3], once)
    independent = gains(Coverage(), pool(told, *others, told))
    assert independent[0] > once[0]
