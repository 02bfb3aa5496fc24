"""A judge on the command line, as real processes."""

import json
import subprocess
import sys
from pathlib import Path

from tests import tiny_judges
from tests.judged_summaries import write_judged

SUMMARIZER = Path(sys.executable).with_name("summarizer")
ARTICLE = {"id": "a", "text": "The mayor praised the plan on Monday."}
TRUE, FALSE = "On Monday the mayor praised the plan.", "The mayor condemned the plan on Monday."


def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [SUMMARIZER, *map(str, arguments)], check=False, capture_output=True, text=True
    )
    assert done.returncode == code, done.stderr
    return done


def write_lines(path: Path, count: int = 6) -> Path:
    rows = [
        {"id": f"{number}", "articles": [ARTICLE], "summary": FALSE if number % 2 else TRUE}
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_processes_ask_the_judge_and_write_the_same_bytes(tmp_path: Path, tiny_nli: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run("check", source, "-o", one, "--judge", tiny_nli, "--jobs", 1)
    run("check", source, "-o", two, "--judge", tiny_nli, "--jobs", 2)
    assert one.read_bytes() == two.read_bytes()
    for number, line in enumerate(map(json.loads, one.read_text().splitlines())):
        [sentence] = line["sentences"]
        assert sentence["verdict"] == ("unsupported" if number % 2 else "supported")
        assert [each["kind"] for each in sentence["reasons"]] == ["judge"] * (number % 2)
        assert [each["name"] for each in line["judges"]] == ["tiny-nli"]


def test_a_folder_that_holds_no_judge_is_said_once(tmp_path: Path) -> None:
    source, out = write_lines(tmp_path / "in.jsonl"), tmp_path / "out.jsonl"
    done = run("check", source, "-o", out, "--judge", tmp_path / "nowhere", code=2)
    assert done.stderr.count("SUMMARIZER_JUDGE") == 1
    assert "there is no such folder" in done.stderr
    assert not out.exists()


def test_a_judge_that_fails_leaves_an_error_in_its_line(tmp_path: Path) -> None:
    folder = tiny_judges.save_classifier(tmp_path / "model")
    (folder / "model.safetensors").write_bytes(b"nothing")
    source, out = write_lines(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    run("check", source, "-o", out, "--judge", folder, "--jobs", 1, code=1)
    for line in map(json.loads, out.read_text().splitlines()):
        assert "the judge model gave no verdict" in line["error"]


def test_what_a_judge_adds_is_measured(tmp_path: Path, tiny_nli: Path) -> None:
    file = write_judged(tmp_path / "judged.jsonl")
    done = run("evaluate", "grounding", file, "--folds", 0, "--judge", tiny_nli, "--json")
    report = json.loads(done.stdout)
    assert report["judge"]["name"] == "tiny-nli"
    for part in report["parts"]:
        scores = {each["score"]: each for each in part["scores"]}
        assert scores["judge alone"]["added"] is scores["check"]["added"] is None
        with_judge, without = scores["check with the judge"], scores["check"]
        added = with_judge["area"]["area"] - without["area"]["area"]
        assert with_judge["added"]["area"] == round(added, 4)
    table = run("evaluate", "grounding", file, "--folds", 0, "--judge", tiny_nli).stdout
    assert "without the judge" in table
    assert "with the judge" not in run("evaluate", "grounding", file, "--folds", 0).stdout
