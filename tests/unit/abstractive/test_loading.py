"""How a model wants its input is read off its own configuration and tokenizer."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.abstractive.loading import load
from summarizer.errors import ModelUnavailableError
from summarizer.pretrained.cores import available_cores
from summarizer.pretrained.revisions import revision
from tests import random_models

T5 = {"d_kv": 8, "d_ff": 16, "num_layers": 1, "num_heads": 2}


@pytest.mark.parametrize(
    ("kind", "config", "expected"),
    [
        ("bart", {"max_position_embeddings": 64}, (64, "", None, False)),
        ("pegasus", {"max_position_embeddings": 48}, (48, "", None, False)),
        ("t5", {**T5, "n_positions": 40}, (40, "summarize: ", None, False)),
        ("t5", T5, (512, "summarize: ", None, False)),
        (
            "t5",
            {**T5, "task_specific_params": {"summarization": {"prefix": "tell: "}}},
            (512, "tell: ", None, False),
        ),
        ("bart", {"prefix": "news: ", "max_position_embeddings": 64}, (64, "news: ", None, False)),
        (
            "led",
            {
                "max_encoder_position_embeddings": 128,
                "max_decoder_position_embeddings": 32,
                "attention_window": [8],
            },
            (128, "", "<doc-sep>", True),
        ),
    ],
)
def test_room_prefix_separator_and_attention(tmp_path, kind, config, expected):
    special = ("<doc-sep>",) if kind == "led" else ()
    loaded = load(random_models.save(tmp_path / "model", kind, special=special, **config))
    assert (
        loaded.room,
        loaded.prefix,
        loaded.separator,
        loaded.global_attention,
    ) == expected
    assert loaded.most_new < loaded.room


def test_the_tokenizers_own_limit_counts_where_it_is_less(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.model_max_length = 32
    tokenizer.save_pretrained(folder)
    assert load(folder).room == 32


def test_what_is_no_model_says_what_to_do(tmp_path):
    with pytest.raises(ModelUnavailableError, match=r"no such folder.*models fetch"):
        load(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnavailableError, match="no config"):
        load(tmp_path / "empty")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "config.json").write_text("{")
    with pytest.raises(ModelUnavailableError, match="broken"):
        load(broken)
    bert = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    encoder = random_models.save(tmp_path / "encoder", "bert", intermediate_size=16, **bert)
    with pytest.raises(ModelUnavailableError, match="bert is no encoder-decoder"):
        load(encoder)
    weightless = random_models.save(tmp_path / "weightless", "bart", max_position_embeddings=64)
    (weightless / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(ModelUnavailableError, match="weightless"):
        load(weightless)


def test_weights_that_lack_something_are_no_model(tmp_path):
    from safetensors.torch import load_file, save_file

    folder = random_models.save(tmp_path / "partial", "bart", max_position_embeddings=64)
    weights = folder / "model.safetensors"
    kept = {name: each for name, each in load_file(weights).items() if "fc1.bias" not in name}
    save_file(kept, weights, metadata={"format": "pt"})
    with pytest.raises(ModelUnavailableError, match=r"lack 2 tensors, such as .*fc1\.bias"):
        load(folder)


def test_a_device_that_is_not_there_says_what_to_set(tmp_path, monkeypatch):
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    with pytest.raises(ModelUnavailableError, match="CUDA"):
        load(folder, device="cuda")


def test_only_a_t5_is_asked_by_its_prefix_unasked(tmp_path):
    assert load(random_models.save(tmp_path / "t5", "t5", **T5)).prefix == "summarize: "
    assert load(random_models.save(tmp_path / "mt5", "mt5", **T5)).prefix == ""


def test_the_revision_is_that_of_the_content(tmp_path):
    one = random_models.save(tmp_path / "one", "bart", max_position_embeddings=64)
    other = random_models.save(tmp_path / "other", "bart", max_position_embeddings=64)
    assert revision(one) == revision(other)
    (other / "config.json").write_text((other / "config.json").read_text() + " ")
    assert revision(one) != revision(other)
    with pytest.raises(ModelUnavailableError, match="gone or empty"):
        revision(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("quotas", "own", "expected"),
    [
        ({"": "100000 100000"}, "0::/", 1),
        ({"": "10000 100000"}, "0::/", 1),
        ({"": "max 100000"}, "0::/", None),
        ({"": "150"}, "0::/", None),
        ({"": "100000 0"}, "0::/", None),
        ({}, "0::/", None),
        ({"outer/inner": "100000 100000"}, "1:cpu:/x\n0::/outer/inner\n", 1),
        ({"outer": "100000 100000", "outer/inner": "max 100000"}, "0::/outer/inner", 1),
        ({"other": "100000 100000"}, "0::/outer/inner", None),
        ({"": "100000 100000"}, "0::/gone/from/here", 1),
        ({"": "100000 100000"}, "0::/../above", 1),
    ],
)
def test_cores_are_those_that_the_group_and_those_around_it_may_use(
    tmp_path: Path, quotas, own, expected
):
    every = available_cores(tmp_path / "missing", tmp_path / "missing")
    assert every >= 1
    (tmp_path / "own").write_text(own)
    for name, quota in quotas.items():
        folder = tmp_path / "groups" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "cpu.max").write_text(quota)
    assert available_cores(tmp_path / "groups", tmp_path / "own") == (expected or every)


def test_a_model_that_needs_what_is_not_installed_says_so(tmp_path):
    folder = random_models.save(tmp_path / "odd", "bart", max_position_embeddings=64)
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config |= {"tokenizer_class": "BertJapaneseTokenizer", "word_tokenizer_type": "mecab"}
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelUnavailableError, match="odd"):
        load(folder)


def test_pickles_that_run_code_are_refused(tmp_path):
    folder = random_models.save(tmp_path / "pickled", "bart", max_position_embeddings=64)
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(
        pickle.dumps({"shared.weight": Path("/")}, protocol=2)
    )
    with pytest.raises(ModelUnavailableError, match="pickled"):
        load(folder)


def test_without_torch_the_message_is_the_command_to_run(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from pathlib import Path\n"
        "from summarizer.abstractive.loading import load\n"
        "from summarizer.errors import MissingExtraError\n"
        "try:\n    load(Path(sys.argv[1]))\n"
        "except MissingExtraError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == (
        "a local model needs more packages: pip install 'summarizer[neural]'"
    )
