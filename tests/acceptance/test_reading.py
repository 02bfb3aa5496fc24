"""`read`, `ingest` and `boilerplate` as a user runs them."""

import json
import os
import subprocess

from seeds import CORPUS
from tests.acceptance.conftest import FERRY, KOREA, STORM, lines


def test_read_explains_every_removal(run):
    page = KOREA / "2019-02-28-review-hanoi-collapse.txt"
    done = run("read", page, "--json")
    (article,) = lines(done.stdout)
    given = page.read_text(encoding="utf-8")
    assert done.returncode == 0
    assert article["date"] == {
        "value": "2019-02-28",
        "precision": "day",
        "origin": "header",
        "alternatives": [{"value": "2019-03-01", "precision": "day", "origin": "header"}],
    }
    assert article["removed"]
    for removed in article["removed"]:
        assert removed["rule"]
        assert given.startswith(removed["text"], removed["start"])
    for sentence in article["sentences"]:
        assert article["text"][sentence["start"] : sentence["end"]] == sentence["text"]


def test_read_shows_a_person_sentences_and_removals(run):
    done = run("read", KOREA / "2019-02-28-review-hanoi-collapse.txt")
    assert done.returncode == 0
    assert "(header)" in done.stdout
    assert "removed (" in done.stdout
    assert "gallery" in done.stdout


def test_read_shows_subheads_where_they_stood(run, tmp_path):
    (tmp_path / "a.txt").write_text(f"{FERRY}\n\nRough weather\n\n{STORM}\n", encoding="utf-8")
    shown = run("read", "a.txt").stdout
    assert shown.index("All forty") < shown.index("--- Rough weather") < shown.index("The storm")
    (article,) = lines(run("read", "a.txt", "--json").stdout)
    assert article["headings"] == [{"text": "Rough weather", "start": article["text"].index(STORM)}]


def test_one_bad_file_costs_only_itself(run, tmp_path):
    (tmp_path / "good.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = run("read", "empty.txt", "binary.txt", "missing.txt", "good.txt", "--json")
    answers = lines(done.stdout)
    assert done.returncode == 1
    assert ["error" in answer for answer in answers] == [True, True, True, False]
    assert answers[-1]["text"] == FERRY
    for name in ("empty.txt", "binary.txt", "missing.txt"):
        assert f"summarizer: {name}: " in done.stderr


def test_ingest_twice_changes_nothing_and_says_so(run):
    first, second = run("ingest", KOREA), run("ingest", KOREA)
    assert first.returncode == second.returncode == 0
    assert first.stdout == "articles: 10 added\n"
    assert second.stdout == "articles: 10 unchanged\n"


def test_control_characters_do_not_reach_the_terminal(run, tmp_path):
    (tmp_path / "a.txt").write_text(f"\x1b[2J{STORM}", encoding="utf-8")
    assert "\x1b" not in run("read", "a.txt").stdout


def test_boilerplate_is_listed_and_judged(run, tmp_path):
    notice = "Write to our readers' desk, which answers every letter."
    (tmp_path / "in.jsonl").write_text(
        "".join(
            json.dumps({"title": f"The {topic}", "source": "Courier", "text": text}) + "\n"
            for topic in "ferry lighthouse budget election orchestra volcano".split()
            for text in [
                f"A {topic} drew crowds on Tuesday.\n\nNobody forgets a {topic}.\n\n{notice}"
            ]
        ),
        encoding="utf-8",
    )
    assert "no boilerplate" in run("boilerplate", "list").stderr
    assert run("ingest", "in.jsonl").returncode == 0
    (line,) = lines(run("boilerplate", "list", "--json").stdout)
    assert (line["excerpt"], line["articles"], line["state"]) == (notice, 6, "learned")
    assert f"{line['id']}  learned" in run("boilerplate", "list").stdout
    for judgement, state in (("forget", "forgotten"), ("keep", "kept")):
        assert run("boilerplate", judgement, line["id"]).returncode == 0
        (judged,) = lines(run("boilerplate", "list", "--json").stdout)
        assert judged == line | {"state": state}
    failed = run("boilerplate", "forget", "missing")
    assert (failed.returncode, "boilerplate list" in failed.stderr) == (1, True)


def test_output_into_a_closed_pipe_is_quiet(tmp_path, environment):
    done = subprocess.run(
        ["bash", "-c", f"summarizer read {CORPUS} | head -n 1"],
        cwd=tmp_path,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert os.linesep in done.stdout
