"""Vectors of a small encoder with random weights, held against what its tokens average to."""

import json
import threading

import numpy as np
import pytest

from summarizer.errors import ModelUnavailableError
from summarizer.neural.embedding import SentenceEmbedder
from summarizer.neural.folders import ModelFolder
from tests import random_models, tiny_judges

TEXTS = [
    "The mayor praised the plan.",
    "On Friday the clinic opened the tunnel, and the union condemned it.",
    "Bananas.",
    "",
    "The court bought the bridge on Sunday. " * 8,
    "Bananas.",
]
MEAN = {"pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True}
CLS = {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}


def embedder(folder, **settings):
    return SentenceEmbedder(ModelFolder(path=folder, **settings))


def by_hand(folder, texts, *, most=64, first=False):
    """[len(texts), d] one text after the other, so that nothing is padded, in plain numpy."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()
    rows = []
    for text in texts:
        encoded = tokenizer(text, truncation=True, max_length=most, return_tensors="pt")
        tokens = model(**encoded).last_hidden_state[0].detach().numpy().astype(np.float64)
        pooled = tokens[0] if first else tokens.mean(axis=0)
        rows.append(pooled / np.sqrt((pooled**2).sum()))
    return np.array(rows)


@pytest.mark.parametrize(
    ("pooling", "first"),
    [(None, False), (MEAN, False), (CLS, True), ({"pooling_mode": "cls"}, True)],
)
def test_vectors_are_those_of_the_tokens_pooled_as_the_folder_says(tmp_path, pooling, first):
    folder = tiny_judges.save_embedder(tmp_path / "model", pooling=pooling)
    found = embedder(folder).embed(TEXTS)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, by_hand(folder, TEXTS, first=first), atol=1e-5)
    np.testing.assert_allclose((found**2).sum(axis=1), 1.0, atol=1e-5)
    other = by_hand(folder, TEXTS, first=not first)
    assert abs(found - other).max() > 0.01


def test_many_texts_come_back_in_the_order_in_which_they_were_given(tmp_path):
    folder = tiny_judges.save_embedder(tmp_path / "model")
    texts = [f"{'plan ' * (number * 7 % 41)}{number}" for number in range(300)]
    made = embedder(folder)
    found = made.embed(texts)
    np.testing.assert_allclose(found, by_hand(folder, texts), atol=1e-5)
    assert (made.embed(texts) == found).all()
    np.testing.assert_allclose(made.embed(texts[::-1]), found[::-1], atol=1e-5)
    assert made.embed([]).shape == (0, found.shape[1])


def test_what_is_longer_than_the_folder_allows_is_told_by_its_beginning(tmp_path):
    folder = tiny_judges.save_embedder(tmp_path / "model", pooling=MEAN, max_seq_length=10)
    long = TEXTS[4]
    made = embedder(folder)
    found = made.embed([long, "The court bought the bridge on Sunday."])
    np.testing.assert_allclose(found[:1], by_hand(folder, [long], most=10), atol=1e-5)
    # eight words with the two marks are ten tokens: the whole of what is read
    np.testing.assert_allclose(found[0], found[1], atol=1e-5)
    assert made.info["most_tokens"] == 10


def test_a_prompt_and_small_letters_are_taken_from_the_folder(tmp_path):
    folder = tiny_judges.save_embedder(tmp_path / "model", pooling=MEAN, do_lower_case=True)
    prompts = {"prompts": {"query": "plan: "}, "default_prompt_name": "query"}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    found = embedder(folder).embed(["The Mayor"])
    np.testing.assert_allclose(found, by_hand(folder, ["plan: the mayor"]), atol=1e-5)


def test_threads_share_it(tmp_path):
    made = embedder(tiny_judges.save_embedder(tmp_path / "model"))
    expected = embedder(tmp_path / "model").embed(TEXTS)
    found = []
    threads = [threading.Thread(target=lambda: found.append(made.embed(TEXTS))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    for each in found:
        np.testing.assert_array_equal(each, expected)


def test_the_manifest_names_the_folder_and_its_content(tmp_path):
    one = embedder(tiny_judges.save_embedder(tmp_path / "one", pooling=MEAN)).info
    other = embedder(tiny_judges.save_embedder(tmp_path / "other", pooling=CLS)).info
    assert (one["name"], other["name"]) == ("one", "other")
    assert one["revision"] == other["revision"]
    assert (one["pooling"], other["pooling"]) == ("mean", "cls")
    assert str(tmp_path) not in str(one)


@pytest.mark.parametrize(
    ("pooling", "message"),
    [
        (
            {**MEAN, "pooling_mode_mean_tokens": False, "pooling_mode_max_tokens": True},
            "max_tokens",
        ),
        ({**CLS, "pooling_mode_mean_tokens": True}, "cls_token, pooling_mode_mean"),
        ({"pooling_mode": "lasttoken"}, "lasttoken"),
        ({}, "not set"),
    ],
)
def test_another_pooling_is_refused_at_once(tmp_path, pooling, message):
    folder = tiny_judges.save_embedder(tmp_path / "model", pooling=pooling)
    with pytest.raises(ModelUnavailableError, match=message):
        embedder(folder)


def test_what_cannot_be_used_says_why(tmp_path):
    with pytest.raises(ModelUnavailableError, match="no such folder"):
        embedder(tmp_path / "nowhere")
    folder = tiny_judges.save_embedder(tmp_path / "model", pooling=MEAN)
    tiny_judges.write_layers(folder, "Transformer", "Pooling", "Dense")
    with pytest.raises(ModelUnavailableError, match="Dense"):
        embedder(folder)
    (folder / "modules.json").write_text("[1]")
    with pytest.raises(ModelUnavailableError, match="modules"):
        embedder(folder)
    (folder / "modules.json").unlink()
    made = embedder(folder)
    (folder / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(ModelUnavailableError, match="model"):
        made.embed(["The plan."])
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelUnavailableError, match="safetensors"):
        embedder(folder)
    bart = random_models.save(tmp_path / "bart", "bart", max_position_embeddings=64)
    with pytest.raises(ModelUnavailableError, match="bart does not embed"):
        embedder(bart).embed(["The plan."])


def test_weights_without_what_stands_on_the_first_token_are_whole(tmp_path):
    from safetensors.torch import load_file, save_file

    folder = tiny_judges.save_embedder(tmp_path / "model")
    expected = embedder(folder).embed(TEXTS)
    weights = folder / "model.safetensors"
    kept = {name: each for name, each in load_file(weights).items() if "pooler" not in name}
    save_file(kept, weights, metadata={"format": "pt"})
    np.testing.assert_array_equal(embedder(folder).embed(TEXTS), expected)
    kept = {name: each for name, each in kept.items() if "layer.1" not in name}
    save_file(kept, weights, metadata={"format": "pt"})
    with pytest.raises(ModelUnavailableError, match="lack 16 tensors"):
        embedder(folder).embed(TEXTS)
