"""Folders that are no model, in part or as a whole: each says what is wrong, and runs nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sentencepiece

from summarizer.abstractive.loading import load
from summarizer.errors import MissingExtraError, ModelUnavailableError
from tests import random_models


def configured(folder: Path, **changes) -> None:
    file = folder / "config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


class Harmful:
    """Writes a file when it is unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self):
        return (os.mkdir, (str(self.file),))


def pickled(folder: Path, weights) -> Path:
    import torch

    folder.joinpath("model.safetensors").unlink()
    torch.save(weights, folder / "pytorch_model.bin")
    return folder


def told_without(module: str, folder: Path, error: type[Exception]) -> str:
    """What the error says in a process of its own that lacks the module."""
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from pathlib import Path\n"
        "from summarizer.abstractive.loading import load\n"
        f"from summarizer.errors import {error.__name__} as Expected\n"
        "try:\n    load(Path(sys.argv[1]))\n"
        "except Expected as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


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


def test_without_a_tokenizer_it_is_no_model(tmp_path):
    folder = random_models.save(tmp_path / "mute", "bart", max_position_embeddings=64)
    for file in folder.glob("tokenizer*"):
        file.unlink()
    with pytest.raises(ModelUnavailableError, match="mute: it has no tokenizer: copy"):
        load(folder)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"model_type": "whisper"}, "whisper writes no text from text"),
        ({"model_type": "gpt2", "is_encoder_decoder": False}, "gpt2 is no encoder-decoder"),
        ({"d_model": "x"}, "files are broken.*Field.*'d_model'"),
        ({"encoder_attention_heads": 0}, "files are broken"),
        ({"dtype": "float7"}, "files are broken.*float7"),
        ({"vocab_size": 10}, "other shapes"),
        ({"model_type": "nothing"}, "model type `nothing`"),
    ],
)
def test_a_configuration_that_is_wrong_says_where(tmp_path, changes, told):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    configured(folder, **changes)
    with pytest.raises(ModelUnavailableError, match=f"(?s)cannot use the model model: .*{told}"):
        load(folder)


@pytest.mark.parametrize("text", ["null", "[]", "{", "1", "\x00"])
@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "tokenizer_config.json"])
def test_files_that_are_rubbish_are_no_model(tmp_path, name, text):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    (folder / name).write_text(text)
    with pytest.raises(ModelUnavailableError, match=r"the model model: .+") as caught:
        load(folder)
    assert str(tmp_path) not in str(caught.value)


def test_a_tokenizer_that_lacks_a_package_says_what_to_install(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "T5Tokenizer"}')
    sentences = [" ".join(random_models.WORDS)] * 9
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_prefix=str(folder / "spiece"),
        vocab_size=26,
        minloglevel=2,
    )
    assert "needs more packages: pip install protobuf" in told_without(
        "google.protobuf", folder, ModelUnavailableError
    )


def test_weights_in_a_pickle_are_read_as_far_as_they_are_numbers(tmp_path):
    from safetensors.torch import load_file

    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    weights = load_file(folder / "model.safetensors")
    assert load(pickled(folder, weights)).room == 64

    harmful = random_models.save(tmp_path / "harmful", "bart", max_position_embeddings=64)
    pickled(harmful, weights | {"more": Harmful(tmp_path / "ran")})
    with pytest.raises(ModelUnavailableError, match="more than numbers: save them as safetensors"):
        load(harmful)
    assert not (tmp_path / "ran").exists()

    for content in (b"", b"nothing", (folder / "pytorch_model.bin").read_bytes()[:2000]):
        (folder / "pytorch_model.bin").write_bytes(content)
        with pytest.raises(ModelUnavailableError, match=r"the model model: .+"):
            load(folder)


def test_code_beside_the_weights_is_not_run(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    (folder / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    configured(folder, model_type="evil", auto_map={"AutoConfig": "evil.Config"})
    with pytest.raises(ModelUnavailableError):
        load(folder)
    assert not (tmp_path / "ran").exists()


def test_without_torch_the_message_is_the_command_to_run(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    assert told_without("torch", folder, MissingExtraError) == (
        "a local model needs more packages: pip install 'summarizer[neural]'"
    )
