"""`check`, and `summarize` with a model, as real processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import seeds

SUMMARIZER = Path(sys.executable).with_name("summarizer")
ARTICLE = {"id": "a", "text": "Forty people were saved when the ferry Maria sank on Monday."}
TRUE = "The ferry Maria sank on Monday."
FALSE = "Fifty people were saved when the ferry Maria sank."


def run(*arguments: object, code: int = 0, stdin: str | None = None) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [SUMMARIZER, *map(str, arguments)], check=False, input=stdin, capture_output=True, text=True
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    source = tmp_path / "in.jsonl"
    rows = [
        {"id": "good", "articles": [ARTICLE], "summary": TRUE},
        {"id": "bad", "articles": [ARTICLE], "summary": f"{TRUE} {FALSE}"},
        {"id": "without", "articles": [ARTICLE]},
        {"id": "nothing", "articles": [], "summary": TRUE},
    ]
    source.write_text("\n".join(map(json.dumps, rows)) + "\n{\n", encoding="utf-8")
    return source


def test_every_line_gets_a_verdict_or_an_error_in_order(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("check", lines, "-o", out, "--json", code=1)
    assert json.loads(done.stdout) == {"clusters": 5, "failed": 3}
    assert f"3 of 5 lines have no answer: see `error` in {out}" in done.stderr
    good, bad, without, nothing, broken = map(json.loads, out.read_text().splitlines())
    assert (good["id"], good["score"]) == ("good", 1.0)
    assert [each["verdict"] for each in bad["sentences"]] == ["supported", "unsupported"]
    assert bad["score"] == min(each["score"] for each in bad["sentences"])
    assert bad["sentences"][1]["reasons"][0]["kind"] == "number"
    assert bad["sentences"][0]["citations"][0]["article"] == "a"
    assert "summary" in without["error"]
    assert "error" in nothing
    assert "error" in broken


def test_one_process_writes_the_same_bytes_as_two(lines: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run("check", lines, "-o", one, "--jobs", 1, code=1)
    run("check", lines, "-o", two, "--jobs", 2, code=1)
    assert one.read_bytes() == two.read_bytes()


def test_standard_input_is_read(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "articles": [ARTICLE], "summary": TRUE})
    assert json.loads(run("check", "-", stdin=line).stdout)["id"] == "x"


@pytest.mark.parametrize("storyline", ["korea", "thai-cave"])
def test_a_model_writes_and_what_has_no_support_is_replaced(tiny_t5: Path, storyline: str) -> None:
    told = run(
        "summarize",
        seeds.CORPUS / storyline,
        "--method",
        "abstractive",
        "--model",
        tiny_t5,
        "--json",
    )
    summary = json.loads(told.stdout)
    assert summary["method"] == "abstractive"
    assert summary["generation"]["model"]["name"] == tiny_t5.name
    shares = [
        summary["generation"][each] for each in ("generated", "replaced", "dropped", "flagged")
    ]
    assert sum(shares) == pytest.approx(1.0, abs=0.001)
    for sentence in summary["sentences"]:
        assert (
            sentence["verdict"] == "supported"
            or sentence["origin"] == "replaced"
            or (sentence["verdict"] == "partly" and sentence["reasons"])
        )
        assert sentence["citations"]


def test_a_missing_model_is_an_error_and_auto_tells_the_extract(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    strict = run(
        "summarize", seeds.CORPUS / "korea", "--method", "abstractive", "--model", nowhere, code=1
    )
    assert "no such folder" in strict.stderr
    auto = run("summarize", seeds.CORPUS / "korea", "--model", nowhere)
    assert "This is an extract, since no model wrote" in auto.stdout
    none = run("summarize", seeds.CORPUS / "korea", "--method", "abstractive", code=2)
    assert "SUMMARIZER_MODEL" in none.stderr
