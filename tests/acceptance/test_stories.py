"""`stories` and `evaluate stories` as a user runs them."""

import json
import random

import pytest

from seeds import CORPUS
from tests.acceptance.conftest import FERRY, STORM, lines
from tests.labelled_articles import write_labelled

TOLD = [
    {"id": "one", "text": FERRY},
    {"id": "two", "text": f"{FERRY} The captain was questioned.", "date": "2019-06-30"},
    {"id": "three", "text": STORM},
]


def test_every_line_gets_the_id_of_its_story(run, tmp_path):
    given = [*map(json.dumps, TOLD), "{broken", '{"articles": []}', '{"text": ""}']
    given.append(json.dumps({"text": STORM}))
    (tmp_path / "in.jsonl").write_text("\n".join(given) + "\n", encoding="utf-8")
    done = run("stories", "in.jsonl", "-o", "out.jsonl", "--json", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout) == {"articles": 7, "failed": 3}
    assert "3 of 7 lines have no answer: see `error` in out.jsonl" in done.stderr
    answers = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [each["id"] for each in answers] == [
        "one",
        "two",
        "three",
        "line 4",
        "line 5",
        "line 6",
        "line 7",
    ]
    assert ["error" in each for each in answers] == [place in (3, 4, 5) for place in range(7)]
    stories = [each.get("story") for each in answers]
    assert stories[0] == stories[1] != stories[2] == stories[6]
    single = run("stories", "in.jsonl", "-o", "single.jsonl", "--jobs", "1")
    assert single.returncode == 1
    assert (tmp_path / "single.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_three_shuffles_of_the_input_give_identical_stories(run, tmp_path):
    given = write_labelled(tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    told = []
    for seed in range(3):
        order = random.Random(seed).sample(given, len(given))
        (tmp_path / "in.jsonl").write_text("\n".join(order), encoding="utf-8")
        assert run("stories", "in.jsonl", "-o", "out.jsonl", "--jobs", "1").returncode == 0
        answers = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
        told.append(sorted((each["id"], each["story"]) for each in answers))
    assert told[0] == told[1] == told[2]
    assert 1 < len({story for _, story in told[0]}) < len(given) / 2


def test_files_are_told_story_by_story(run):
    folders = [CORPUS / "notre-dame", CORPUS / "black-hole"]
    done = run("stories", *folders)
    assert done.returncode == 0, done.stderr
    assert "about: " in done.stdout
    assert "2019-04-15 to 2019-06-26" in done.stdout
    assert "      like " in done.stdout
    found = lines(run("stories", *folders, "--json").stdout)
    assert len(found) == 2
    for story in found:
        assert f"{story['label']} ({story['id']})" in done.stdout
    copies = run("stories", CORPUS / "max")
    assert "      a copy of " in copies.stdout


@pytest.mark.parametrize(
    ("code", "reason", "arguments"),
    [
        (1, "holds no articles yet", ""),
        (2, "one file of JSON lines", "a.jsonl b.jsonl -o out.jsonl"),
        (1, "none.jsonl", "none.jsonl -o out.jsonl"),
        (1, "none.txt", "none.txt"),
    ],
)
def test_what_cannot_be_grouped_is_said_plainly(run, tmp_path, code, reason, arguments):
    done = run("stories", *arguments.split())
    assert done.returncode == code, done.stderr
    assert reason in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_stories_are_measured(run, tmp_path):
    write_labelled(tmp_path / "labelled.jsonl")
    done = run("evaluate", "stories", "labelled.jsonl", "--samples", "1")
    assert done.returncode == 0, done.stderr
    assert "42 articles, 6 events" in done.stdout
    as_json = run("evaluate", "stories", "labelled.jsonl", "--samples", "1", "--json")
    report = json.loads(as_json.stdout)
    assert report["data"]["sha256"] in done.stdout
    assert len(report["scores"]) == 3
    assert f"{report['scores'][0]['whole']['f1']:.3f}" in done.stdout
    missing = run("evaluate", "stories", "none.jsonl")
    assert missing.returncode == 1
    assert "does not exist" in missing.stderr
