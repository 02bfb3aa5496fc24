import numpy as np

from summarizer.text.sketching import SHINGLE_WORDS, shingles, sketch
from summarizer.text.tokens import tokenize
from tests.pools import prepared


def test_shingles_are_runs_of_words_in_order():
    tokens = tokenize("one two three four five six seven", "en").hashes
    assert len(shingles(tokens)) == len(tokens) - SHINGLE_WORDS + 1
    assert set(shingles(tokens[1:])) < set(shingles(tokens))
    assert not set(shingles(tokens[::-1])) & set(shingles(tokens))
    assert len(shingles(tokens[:2])) == 1
    assert len(shingles(tokens[:0])) == 0


def test_a_sketch_tells_how_many_shingles_are_shared():
    words = [f"w{number}" for number in range(400)]
    whole, half = prepared(" ".join(words)), prepared(" ".join(words[:200]))
    other = prepared(" ".join(reversed(words)))
    assert abs(np.mean(whole.sketch == half.sketch) - 0.5) < 0.15
    assert np.mean(whole.sketch == other.sketch) < 0.05


def test_a_sketch_is_the_same_in_every_version():
    """Stored sketches are compared with new ones; these numbers were worked out elsewhere."""
    form = prepared("Kim met Moon. He smiled and went across the line of the border on foot.")
    assert form.sketch[:4].tolist() == [763685118, 46953361, 456946934, 28363398]
    assert int(form.sketch.sum(dtype=np.uint64)) == 49116385375


def test_a_long_text_has_the_sketch_of_its_parts():
    tokens = np.random.default_rng(1).integers(0, 2**64, 9000, dtype=np.uint64)
    overlap = SHINGLE_WORDS - 1
    parts = [sketch(tokens[start : start + 500 + overlap]) for start in range(0, 9000, 500)]
    assert sketch(tokens).tolist() == np.min(parts, axis=0).tolist()
