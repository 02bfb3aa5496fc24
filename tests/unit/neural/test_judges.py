"""Which judge a folder holds, by settings, and what is wrong with a folder that holds none."""

import subprocess
import sys

import pytest

from summarizer.config import Settings
from summarizer.errors import SettingsError
from summarizer.factory import build_judges, build_summarizer, build_writer
from tests import tiny_judges


def settings(folder, **more):
    return Settings(judge=str(folder), **more)


def test_the_kind_is_told_by_the_architecture_whatever_the_name(tmp_path):
    classifier = tiny_judges.save_classifier(tmp_path / "sentence-embedder")
    embedder = tiny_judges.save_embedder(tmp_path / "nli-classifier")
    assert [judge.info["kind"] for judge in build_judges(settings(classifier))] == ["entailment"]
    assert [judge.info["kind"] for judge in build_judges(settings(embedder))] == ["similarity"]


def test_without_the_setting_there_is_none():
    assert build_judges(Settings(judge="")) == ()


def test_a_summarizer_and_its_writer_share_one(tmp_path):
    folder = tiny_judges.save_embedder(tmp_path / "model")
    chosen = settings(folder, model="t5", database=f"sqlite:///{tmp_path / 'a.db'}")
    summarizer = build_summarizer(chosen)
    assert len(summarizer._judges) == 1
    assert summarizer._writer.judges is summarizer._judges
    assert len(build_writer(chosen).judges) == 1
    summarizer.close()


def test_what_cannot_be_used_is_said_when_it_is_set(tmp_path):
    with pytest.raises(SettingsError, match=r"SUMMARIZER_JUDGE.*nowhere: there is no such folder"):
        build_judges(settings(tmp_path / "nowhere"))
    labels = {0: "good", 1: "bad"}
    folder = tiny_judges.save_classifier(tmp_path / "model", labels)
    with pytest.raises(SettingsError, match="entailment; they are good, bad"):
        build_judges(settings(folder))
    pooled = tiny_judges.save_embedder(tmp_path / "pooled", pooling={"pooling_mode": "max"})
    with pytest.raises(SettingsError, match="pooling is max"):
        build_judges(settings(pooled))


def test_without_torch_the_message_is_the_command_to_run(tmp_path):
    folder = tiny_judges.save_embedder(tmp_path / "model")
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from summarizer.config import Settings\n"
        "from summarizer.errors import MissingExtraError\n"
        "from summarizer.factory import build_judges\n"
        "try:\n    build_judges(Settings(judge=sys.argv[1]))\n"
        "except MissingExtraError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == (
        "a local model needs more packages: pip install 'summarizer[neural]'"
    )


def test_a_judge_loads_no_torch_until_it_is_asked(tmp_path):
    folder = tiny_judges.save_classifier(tmp_path / "model")
    code = (
        "import sys\n"
        "from summarizer.config import Settings\n"
        "from summarizer.factory import build_judges\n"
        "[judge] = build_judges(Settings(judge=sys.argv[1]))\n"
        "print(judge.info['kind'], 'torch' in sys.modules)\n"
        "print(judge.support([('The plan.', 'The plan.')]).shape, 'torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["entailment", "False", "(1,)", "True"]
