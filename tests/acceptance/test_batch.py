"""`batch` as a user runs it: a line for every line, whatever the lines hold."""

import json
import subprocess

import pytest

from tests.acceptance.conftest import FERRY, STORM, lines


def test_batch_keeps_order_and_records_bad_lines(run, tmp_path):
    clusters = [
        json.dumps({"id": f"c{i}", "articles": [{"text": FERRY}, {"text": STORM}]})
        for i in range(9)
    ]
    clusters[3] = "{broken"
    clusters[5] = json.dumps({"id": "hollow", "articles": [{"text": ""}]})
    clusters[7] = json.dumps({"id": "half", "articles": [{"text": None}, {"text": STORM}]})
    (tmp_path / "in.jsonl").write_text("\n".join(clusters) + "\n", encoding="utf-8")
    done = run("batch", "in.jsonl", "-o", "out.jsonl", "--words", "30", "--jobs", "2")
    answers = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert done.returncode == 1
    assert [a["id"] for a in answers] == [
        "c0",
        "c1",
        "c2",
        "line 4",
        "c4",
        "hollow",
        "c6",
        "half",
        "c8",
    ]
    assert ["error" in a for a in answers] == [i in (3, 5) for i in range(9)]
    assert answers[7]["summary"] == STORM
    assert "unusable-article" in [w["code"] for w in answers[7]["warnings"]]
    single = run("batch", "in.jsonl", "-o", "single.jsonl", "--words", "30", "--jobs", "1")
    assert single.returncode == 1
    assert (tmp_path / "single.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_batch_leaves_nothing_half_written(run, tmp_path):
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    done = run("batch", "missing.jsonl", "-o", "out.jsonl")
    assert done.returncode == 1
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


def test_batch_writes_to_pipes_and_through_links(run, tmp_path, environment):
    cluster = json.dumps({"id": "c", "articles": [{"text": STORM}]})
    (tmp_path / "in.jsonl").write_text(cluster + "\n", encoding="utf-8")
    (tmp_path / "real.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    piped = subprocess.run(
        [
            "bash",
            "-c",
            "summarizer batch <(cat in.jsonl) -o >(cat > piped.jsonl) --jobs 1; sleep 0.2",
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert piped.returncode == 0, piped.stderr
    assert run("batch", "in.jsonl", "-o", "link.jsonl", "--jobs", "1").returncode == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    (answer,) = lines((tmp_path / "real.jsonl").read_text(encoding="utf-8"))
    assert answer["summary"] == STORM
    assert lines((tmp_path / "piped.jsonl").read_text(encoding="utf-8")) == [answer]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("in.jsonl", "is the input, too"),
        (".", "cannot write"),
        ("no/such/folder.jsonl", "cannot write no/such/folder.jsonl: there is no folder no/such"),
    ],
)
def test_batch_refuses_an_output_that_it_cannot_write(run, tmp_path, output, message):
    (tmp_path / "in.jsonl").write_text(
        json.dumps({"articles": [{"text": STORM}]}), encoding="utf-8"
    )
    done = run("batch", "in.jsonl", "-o", output, "--jobs", "1")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert STORM in (tmp_path / "in.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["[" * 200_000, '{"id": "\\ud800", "articles": []}', "3", "null"])
def test_no_line_ends_the_batch(run, tmp_path, line):
    good = json.dumps({"id": "good", "articles": [{"text": STORM}]})
    (tmp_path / "in.jsonl").write_text(f"{line}\n{good}\n", encoding="utf-8")
    done = run("batch", "in.jsonl", "-o", "out.jsonl", "--jobs", "1", "--json")
    first, second = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert done.returncode == 1
    assert json.loads(done.stdout) == {"clusters": 2, "failed": 1}
    assert "1 of 2 lines have no answer: see `error` in out.jsonl" in done.stderr
    assert first["error"]
    assert second["summary"] == STORM


@pytest.mark.parametrize("command", ["batch", "stories", "timeline"])
def test_a_file_beside_the_data_is_no_module(run, tmp_path, command):
    (tmp_path / "dis.py").write_text("open('executed', 'w').close()\n", encoding="utf-8")
    line = {"id": "c", "text": STORM, "articles": [{"text": STORM, "date": "2019-06-30"}]}
    (tmp_path / "in.jsonl").write_text((json.dumps(line) + "\n") * 2, encoding="utf-8")
    run(command, "in.jsonl", "-o", "out.jsonl", "--jobs", "2")
    assert len(lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 2
    assert not (tmp_path / "executed").exists()
