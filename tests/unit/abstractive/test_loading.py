"""How a model wants its input is read off its own configuration and tokenizer."""

import json
from pathlib import Path

import pytest

from summarizer.abstractive.loading import load
from summarizer.errors import ModelUnavailableError
from summarizer.pretrained.cores import available_cores
from summarizer.pretrained.revisions import revision, stamp
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


@pytest.mark.parametrize(
    ("config", "least"),
    [
        ({}, 0),
        ({"task_specific_params": {"summarization": {"min_length": 30}}}, 30),
    ],
)
def test_the_least_is_what_its_authors_set(tmp_path, config, least):
    folder = random_models.save(tmp_path / "model", "t5", **T5, **config)
    assert load(folder).least_new == least


def test_a_least_may_stand_with_the_generation_settings(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    file = folder / "generation_config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"min_length": 11}))
    assert load(folder).least_new == 11


def test_the_tokenizers_own_limit_counts_where_it_is_less(tmp_path):
    folder = random_models.save(tmp_path / "model", "bart", max_position_embeddings=64)
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.model_max_length = 32
    tokenizer.save_pretrained(folder)
    assert load(folder).room == 32


def test_only_a_t5_is_asked_by_its_prefix_unasked(tmp_path):
    assert load(random_models.save(tmp_path / "t5", "t5", **T5)).prefix == "summarize: "
    assert load(random_models.save(tmp_path / "mt5", "mt5", **T5)).prefix == ""


def test_what_is_not_there_has_no_revision(tmp_path):
    with pytest.raises(ModelUnavailableError, match=r"no such folder.*models fetch"):
        revision(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnavailableError, match="no file of a model"):
        revision(tmp_path / "empty")


def test_the_stamp_changes_with_the_files(tmp_path):
    assert stamp(tmp_path / "nowhere") == ()
    (tmp_path / "config.json").write_text("{}")
    before = stamp(tmp_path)
    assert before == stamp(tmp_path) != ()
    (tmp_path / "config.json").write_text("{ }")
    assert stamp(tmp_path) != before


def test_the_revision_is_that_of_the_content(tmp_path):
    one = random_models.save(tmp_path / "one", "bart", max_position_embeddings=64)
    other = random_models.save(tmp_path / "other", "bart", max_position_embeddings=64)
    assert revision(one) == revision(other)
    (other / "config.json").write_text((other / "config.json").read_text() + " ")
    assert revision(one) != revision(other)


@pytest.mark.parametrize(
    ("groups", "files", "expected"),
    [
        (None, {"cpu.max": "100000 100000"}, 1),
        (None, {"cpu.max": "10000 100000"}, 1),
        (None, {"cpu.max": "max 100000"}, None),
        (None, {"cpu.max": "150"}, None),
        (None, {"cpu.max": "100000 0"}, None),
        # the least of the process's own group and of those above it
        ("0::/a/b", {"a/b/cpu.max": "max 100000", "a/cpu.max": "100000 100000"}, 1),
        ("0::/a/b", {"a/b/cpu.max": "100000 100000", "cpu.max": "max 100000"}, 1),
        ("0::/a", {"a/b/cpu.max": "100000 100000"}, None),
        # the host's path, of which a container sees the last part as the root
        ("0::/kubepods/pod1", {"cpu.max": "100000 100000"}, 1),
        (
            "5:memory:/m\n4:cpu,cpuacct:/a/b\n",
            {
                "cpu,cpuacct/a/b/cpu.cfs_quota_us": "-1",
                "cpu,cpuacct/a/b/cpu.cfs_period_us": "100000",
                "cpu,cpuacct/a/cpu.cfs_quota_us": "100000",
                "cpu,cpuacct/a/cpu.cfs_period_us": "100000",
            },
            1,
        ),
        (
            "1:cpu:/\n0::/",
            {"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"},
            None,
        ),
    ],
)
def test_cores_are_those_that_the_groups_may_use(tmp_path: Path, groups, files, expected):
    every = available_cores(tmp_path / "missing")
    assert every >= 1
    for name, text in files.items():
        path = tmp_path / "sys/fs/cgroup" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    if groups is not None:
        (tmp_path / "proc/self").mkdir(parents=True)
        (tmp_path / "proc/self/cgroup").write_text(groups)
    # what is more than this machine has shows nothing
    assert available_cores(tmp_path) == (every if expected is None else expected)
