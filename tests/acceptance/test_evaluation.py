"""`evaluate`, `train-cleaner` and `train-ranker` as a user runs them, on data of their own."""

import json

from tests.dumped_pages import write_pages
from tests.summarized_clusters import write_clusters


def test_cleaning_prints_a_table_and_json(run, tmp_path):
    write_pages(tmp_path / "pages.jsonl", count=6)
    done = run("evaluate", "cleaning", "pages.jsonl", "--folds", "2")
    assert done.returncode == 0, done.stderr
    assert "rules and model, 2 folds" in done.stdout
    as_json = run("evaluate", "cleaning", "pages.jsonl", "--folds", "0", "--json")
    report = json.loads(as_json.stdout)
    assert report["data"]["sha256"] in done.stdout
    assert [score["cleaner"] for score in report["scores"]][:2] == [
        "as it stands",
        "long closed lines",
    ]


def test_sentences_prints_a_table_and_those_that_fail(run, tmp_path):
    line = {"id": "both", "text": "One. Two.", "sentences": ["One. Two."]}
    (tmp_path / "texts.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = run("evaluate", "sentences", "texts.jsonl")
    assert done.returncode == 0
    assert "0 of 1" in done.stdout
    assert "not exact (summarizer): both" in done.stdout


def test_a_missing_file_is_said_plainly(run):
    done = run("evaluate", "cleaning", "none.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith("summarizer: none.jsonl: there is no such file")


def test_a_trained_model_is_written(run, tmp_path):
    write_pages(tmp_path / "pages.jsonl", count=6)
    done = run(
        "train-cleaner", "pages.jsonl", "-o", "model.json", "--terms", "ours", "--folds", "2"
    )
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "model.json").read_text())["card"]["terms"] == "ours"
    refused = run("train-cleaner", "pages.jsonl", "-o", "no/folder.json", "--folds", "0")
    assert refused.returncode == 2
    assert "cannot write" in refused.stderr


def test_a_trained_ranker_is_written(run, tmp_path):
    write_clusters(tmp_path / "long.jsonl", retold=True, count=4)
    write_clusters(tmp_path / "short.jsonl", retold=False, count=4)
    done = run("train-ranker", "long.jsonl", "short.jsonl", "-o", "ranker.json", "--terms", "ours")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "ranker.json").read_text())["card"]["terms"] == "ours"
    refused = run("train-ranker", "long.jsonl", "-o", "ranker.json")
    assert refused.returncode == 2
    assert "one is missing" in refused.stderr
