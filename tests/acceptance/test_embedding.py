"""Articles found by what they mean, on the command line, as real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import tiny_embedder

SUMMARIZER = Path(sys.executable).with_name("summarizer")
TEXTS = [
    "A nuclear disaster shook Japan. The nuclear disaster frightened Japan.",
    "A ferry sank in a storm near the harbour on Saturday. The ferry carried forty people.",
]
OTHERWISE = "atomic calamity"


@pytest.fixture
def run(tmp_path: Path):
    articles = tmp_path / "articles.jsonl"
    rows = [
        {"id": f"{number}", "text": text, "cleaned": True, "date": f"2011-03-1{number}"}
        for number, text in enumerate(TEXTS, start=1)
    ]
    articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def call(*arguments: object, embedder: Path | None, code: int = 0):
        changed = {
            "SUMMARIZER_DATABASE": f"sqlite:///{tmp_path}/store.db",
            "SUMMARIZER_EMBEDDER": str(embedder or ""),
        }
        done = subprocess.run(
            [SUMMARIZER, *(str(each) for each in arguments)],
            check=False,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, **changed},
        )
        assert done.returncode == code, done.stderr
        return done

    return call


def test_what_a_topic_means_is_found(tmp_path: Path, run) -> None:
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    run("ingest", "articles.jsonl", embedder=folder)
    run("summarize", "--topic", OTHERWISE, embedder=None, code=1)
    found = run("summarize", "--topic", OTHERWISE, "--json", embedder=folder)
    summary = json.loads(found.stdout)
    assert "nuclear disaster" in summary["summary"]
    assert summary["manifest"]["parameters"]["embedder"] == "model"
    brief = run("brief", "--date", "2011-03-11", "--topic", OTHERWISE, "--json", embedder=folder)
    assert "nuclear disaster" in brief.stdout


def test_what_was_kept_before_is_given_vectors_by_a_command(tmp_path: Path, run) -> None:
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    run("ingest", "articles.jsonl", embedder=None)
    assert "SUMMARIZER_EMBEDDER" in run("embed", embedder=None, code=2).stderr
    assert run("embed", embedder=folder).stdout == "articles: 2 embedded\n"
    assert json.loads(run("embed", "--json", embedder=folder).stdout) == {"embedded": 0}


def test_a_model_that_fails_loses_no_article(tmp_path: Path, run) -> None:
    folder = tiny_embedder.save(tmp_path / "model", TEXTS)
    (folder / "model.safetensors").write_bytes(b"nothing")
    done = run("ingest", "articles.jsonl", embedder=folder)
    assert done.stdout == "articles: 2 added\n"
    assert done.stderr.count("found by their words only") == 1
    summary = json.loads(run("summarize", "--topic", "ferry", "--json", embedder=folder).stdout)
    assert "embedder-failed" in {each["code"] for each in summary["warnings"]}


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, run) -> None:
    done = run("ingest", "articles.jsonl", embedder=tmp_path / "nowhere", code=2)
    assert "SUMMARIZER_EMBEDDER" in done.stderr
    assert "there is no such folder" in done.stderr
