"""`evaluate`, `train-cleaner` and `train-ranker` as a user runs them, on data of their own."""

import json
import shutil
from pathlib import Path

import pytest

import summarizer
from tests.dumped_pages import write_pages
from tests.judged_summaries import write_judged
from tests.summarized_clusters import write_clusters
from tests.taught_clusters import write_taught_clusters


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
    assert done.stderr.startswith("summarizer: none.jsonl: does not exist")


def test_a_trained_model_is_written(run, tmp_path):
    write_pages(tmp_path / "pages.jsonl", count=6)
    done = run(
        "train-cleaner", "pages.jsonl", "-o", "model.json", "--terms", "ours", "--folds", "2"
    )
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "model.json").read_text())["card"]["terms"] == "ours"
    refused = run("train-cleaner", "pages.jsonl", "-o", "no/folder.json", "--folds", "0")
    assert refused.returncode == 2
    assert "cannot write no/folder.json: there is no folder no" in refused.stderr


def test_a_trained_ranker_is_written(run, tmp_path):
    write_taught_clusters(tmp_path / "long.jsonl", retold=True, count=4)
    write_taught_clusters(tmp_path / "short.jsonl", retold=False, count=4, first=20)
    done = run("train-ranker", "long.jsonl", "short.jsonl", "-o", "ranker.json", "--folds", "0")
    assert done.returncode == 0, done.stderr
    made = json.loads((tmp_path / "ranker.json").read_text())
    assert made["card"]["command"].endswith("short.jsonl --folds 0")
    refused = run("train-ranker", "long.jsonl", "-o", "ranker.json")
    assert refused.returncode == 2
    assert "one is missing" in refused.stderr
    leaks = run("train-ranker", "long.jsonl", "short.jsonl", "long.jsonl", "-o", "ranker.json")
    assert leaks.returncode == 2
    assert "name files that share no cluster" in leaks.stderr


def test_what_a_trained_ranker_is_does_not_depend_on_the_one_that_is_installed(
    run, tmp_path, environment
):
    write_taught_clusters(tmp_path / "long.jsonl", retold=True, count=4)
    write_taught_clusters(tmp_path / "short.jsonl", retold=False, count=4, first=20)
    train = ("train-ranker", "long.jsonl", "short.jsonl", "--folds", "2", "-o")
    ask = ("evaluate", "mds", "short.jsonl", "--words", "10", "--ranker", "learned", "--json")
    here, scores = run(*train, "here.json"), json.loads(run(*ask).stdout)["scores"]
    assert here.returncode == 0, here.stderr
    # the same program with coefficients that want the opposite
    copy = tmp_path / "other" / "summarizer"
    shutil.copytree(Path(summarizer.__file__).parent, copy)
    installed = copy / "extractive" / "learned.json"
    model = json.loads(installed.read_text(encoding="utf-8"))
    for chosen in ("retelling", "condensing"):
        for kind, named in model[chosen].items():
            model[chosen][kind] = {name: -value for name, value in named.items()}
    installed.write_text(json.dumps(model), encoding="utf-8")
    environment["PYTHONPATH"] = str(copy.parent)
    there, opposite = run(*train, "there.json"), json.loads(run(*ask).stdout)["scores"]
    assert there.returncode == 0, there.stderr
    assert opposite[0]["measures"] != scores[0]["measures"]
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()


def test_extracts_are_scored_in_a_table_in_json_and_in_a_picture(run, tmp_path):
    for name in ("one.jsonl", "two.jsonl"):
        write_clusters(tmp_path / name, count=3 + (name == "two.jsonl"))
    asked = ("evaluate", "mds", "one.jsonl", "two.jsonl", "--words", "45", "--ranker", "coverage")
    done = run(*asked, "--plot", "scores.svg")
    assert done.returncode == 0, done.stderr
    assert "oracle, greedy (approximate)" in done.stdout
    assert "3 clusters; 45 words, whole sentences" in done.stdout
    assert "two.jsonl: 4 clusters" in (tmp_path / "scores.svg").read_text(encoding="utf-8")
    as_json = run(*asked, "--json")
    reports = [json.loads(line) for line in as_json.stdout.splitlines()]
    assert [report["data"]["names"] for report in reports] == [["one.jsonl"], ["two.jsonl"]]
    for report in reports:
        assert report["data"]["sha256"] in done.stdout
        assert [score["ranker"] for score in report["scores"]] == ["coverage", "lexrank", "lead"]
        for score in report["scores"]:
            f1 = score["measures"][0]["f1"]
            assert 0 < f1["low"] <= f1["mean"] <= f1["high"] < 1
            assert f"{100 * f1['mean']:.2f}" in done.stdout


def test_cut_extracts_have_the_length_that_was_asked_for(run, tmp_path):
    write_clusters(tmp_path / "clusters.jsonl", count=2)
    done = run("evaluate", "mds", "clusters.jsonl", "--words", "30", "--cut", "--json")
    report = json.loads(done.stdout)
    assert {score["words"] for score in report["scores"]} == {30.0}


@pytest.mark.parametrize(
    "told",
    [
        (1, "none.jsonl: does not exist", "none.jsonl --words 45"),
        (1, "has no `summaries`", "bare.jsonl --words 45"),
        (1, "no cluster with a summary", "empty.jsonl --words 45"),
        (2, "--words", "good.jsonl --words 0"),
        (2, "--words", "good.jsonl"),
        (2, "no ranker 'best'", "good.jsonl --words 45 --ranker best"),
        (2, "--folds", "good.jsonl --words 45 --folds 1"),
        (2, "give --folds", "good.jsonl --words 45 --training good.jsonl"),
        (2, "cannot write a.txt", "good.jsonl --words 45 --plot a.txt"),
    ],
)
def test_what_cannot_be_measured_is_said_plainly(run, tmp_path, told):
    code, reason, arguments = told
    write_clusters(tmp_path / "good.jsonl", count=1)
    articles = [{"text": "The ferry sank at noon."}]
    for name, line in {"bare": {}, "empty": {"summaries": []}}.items():
        text = json.dumps({"articles": articles, **line})
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    done = run("evaluate", "mds", *arguments.split())
    assert done.returncode == code, done.stderr
    assert reason in done.stderr


def test_the_support_score_is_measured_and_trained(run, tmp_path):
    write_judged(tmp_path / "judged.jsonl")
    done = run("evaluate", "grounding", "judged.jsonl", "--folds", "3")
    assert done.returncode == 0, done.stderr
    assert "support, 3 folds" in done.stdout
    assert "ms a summary; 2,000 resamples of articles" in done.stdout
    as_json = run("evaluate", "grounding", "judged.jsonl", "--folds", "3", "--json")
    report = json.loads(as_json.stdout)
    assert report["data"]["sha256"] in done.stdout
    assert [part["dataset"] for part in report["parts"]] == ["north", "south", "together"]
    for part in report["parts"]:
        area = part["scores"][-1]["area"]
        assert area == {"area": 1.0, "low": 1.0, "high": 1.0}
    train = ("train-checker", "judged.jsonl", "--terms", "ours", "--folds", "0", "-o")
    assert run(*train, "model.json").returncode == 0
    assert json.loads((tmp_path / "model.json").read_text())["card"]["terms"] == "ours"
    refused = run(*train, "no/folder.json")
    assert refused.returncode == 2
    assert "cannot write no/folder.json: there is no folder no" in refused.stderr


def test_disagreements_are_measured_by_kind(run, tmp_path):
    texts = {
        "conflict": ("Two boats sank off Rua.", "Off Rua nine boats sank, the mayor said."),
        None: ("Two boats sank off Rua.", "Off Rua nine cars burned, the mayor said."),
    }
    pairs = [
        {
            "kind": "count",
            "expected": expected,
            "values": ["Two", "nine"] if expected else None,
            "articles": [{"text": text, "date": "2024-05-14"} for text in both],
        }
        for expected, both in texts.items()
    ]
    (tmp_path / "pairs.json").write_text(json.dumps(pairs), encoding="utf-8")
    done = run("evaluate", "disagreements", "pairs.json")
    assert done.returncode == 0, done.stderr
    assert "2 pairs (all): precision 1.000 [1.000, 1.000], recall 1.000" in done.stdout
    report = json.loads(run("evaluate", "disagreements", "pairs.json", "--json").stdout)
    assert [(each["disagree"], each["right"]) for each in report["kinds"]] == [
        (True, 1),
        (False, 1),
    ]
    assert run("evaluate", "disagreements", "none.json").returncode == 1
