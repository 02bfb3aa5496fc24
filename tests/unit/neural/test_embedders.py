"""Which embedder a folder holds, by settings, and what is wrong with a folder that holds none."""

import subprocess
import sys

import pytest

from summarizer.config import Settings
from summarizer.errors import SettingsError
from summarizer.factory import build_embedder, build_summarizer
from tests import tiny_embedder, tiny_judges

TEXTS = ["A nuclear disaster shook the coast of Japan."]


def settings(folder, **more):
    return Settings(embedder=str(folder), **more)


def test_without_the_setting_there_is_none(monkeypatch):
    assert build_embedder(Settings()) is None
    monkeypatch.setenv("SUMMARIZER_EMBEDDER", "")
    assert build_embedder(Settings()) is None


def test_a_summarizer_asks_the_one_that_the_settings_name(tmp_path, monkeypatch):
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    monkeypatch.setenv("SUMMARIZER_EMBEDDER", str(folder))
    summarizer = build_summarizer(Settings(database=f"sqlite:///{tmp_path / 'a.db'}"))
    assert summarizer._meaning.parameters["embedder"] == "model"
    summarizer.close()


def test_what_cannot_be_used_is_said_when_it_is_set(tmp_path):
    message = r"SUMMARIZER_EMBEDDER.*nowhere: there is no such folder; name the folder of a model"
    with pytest.raises(SettingsError, match=message):
        build_embedder(settings(tmp_path / "nowhere"))
    with pytest.raises(SettingsError, match="SUMMARIZER_EMBEDDER"):
        build_embedder(settings(tmp_path))
    pooled = tiny_judges.save_embedder(tmp_path / "pooled", pooling={"pooling_mode": "max"})
    with pytest.raises(SettingsError, match="pooling is max"):
        build_embedder(settings(pooled))
    judge = tiny_judges.save_classifier(tmp_path / "judge")
    with pytest.raises(SettingsError, match="sorts texts into classes; name a model of sentence"):
        build_embedder(settings(judge))


def test_without_torch_the_message_is_the_command_to_run(tmp_path):
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from summarizer.config import Settings\n"
        "from summarizer.errors import MissingExtraError\n"
        "from summarizer.factory import build_embedder\n"
        "try:\n    build_embedder(Settings(embedder=sys.argv[1]))\n"
        "except MissingExtraError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == (
        "a local model needs more packages: pip install 'summarizer[neural]'"
    )


def test_no_torch_is_loaded_until_a_topic_is_asked(tmp_path):
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    code = (
        "import sys\n"
        "from summarizer.config import Settings\n"
        "from summarizer.factory import build_embedder\n"
        "embedder = build_embedder(Settings(embedder=sys.argv[1]))\n"
        "print(embedder.info['name'], 'torch' in sys.modules)\n"
        "print(embedder.embed(['Japan']).shape, 'torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["model", "False", "(1,", "128)", "True"]
