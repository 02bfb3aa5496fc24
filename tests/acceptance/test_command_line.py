"""The commands as a user runs them: answers, errors, exit codes."""

import json
import os
import subprocess

import pytest

from seeds import CORPUS

KOREA = CORPUS / "korea"
FERRY = "A ferry sank near the island at noon on Sunday. All forty people aboard were saved by fishermen."
STORM = "The storm reached the coast on Monday morning. Schools in four towns stayed closed all day long."


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


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


def test_summary_of_files_cites_every_sentence(run):
    done = run("summarize", KOREA, "--words", "90", "--json")
    summary = json.loads(done.stdout)
    assert done.returncode == 0
    assert 60 <= summary["words"] <= 90
    assert len(summary["summary"].split()) == summary["words"]
    for sentence in summary["sentences"]:
        text = sentence["text"]
        for each in reversed(sentence["added"]):
            text = text[: each["start"]] + text[each["start"] + len(each["text"]) :]
        assert sentence["citations"][0]["quote"] == text
    days = [s["date"]["value"][:10] for s in summary["sentences"] if s["date"]]
    assert days == sorted(days)


POINTING = (
    "Anna Kolb crossed the line today. She promised the fishermen of the island a new harbour."
)


def test_sentences_that_point_back_are_explained_unless_that_is_switched_off(run, tmp_path):
    tmp_path.joinpath("island.txt").write_text(POINTING, encoding="utf-8")
    asked = ("summarize", "island.txt", "--words", "12", "--topic", "fishermen harbour")
    on, off = run(*asked), run(*asked, "--ranker-option", "standalone=off")
    assert on.stdout.startswith("She [Anna Kolb] promised the fishermen")
    assert ", in brackets 0-9" in on.stdout
    assert off.stdout.startswith("She promised the fishermen")
    both = run(*asked, "--ranker-option", "standalone=off", "--ranker-option", "standalone=on")
    assert both.stdout == on.stdout


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("standalone", "write 'standalone' as KEY=VALUE"),
        ("alone=off", "there is no ranker option 'alone'; choose one of standalone"),
        ("standalone=no", "standalone is on or off, not 'no'"),
    ],
)
def test_a_wrong_ranker_option_is_told(run, option, message):
    done = run("summarize", KOREA, "--ranker-option", option)
    assert done.returncode == 2
    assert message in done.stderr


def test_batch_takes_ranker_options(run, tmp_path):
    line = json.dumps({"id": "c", "articles": [{"text": POINTING}]})
    tmp_path.joinpath("in.jsonl").write_text(line + "\n", encoding="utf-8")
    done = run("batch", "in.jsonl", "--words", "12", "--ranker-option", "standalone=off")
    assert json.loads(done.stdout)["manifest"]["parameters"]["standalone"] is False


def test_summary_from_the_store_by_topic_and_dates(run):
    run("ingest", CORPUS)
    done = run(
        "summarize",
        "--topic",
        "cathedral fire",
        "--from",
        "2019-04-15",
        "--to",
        "2019-04-16",
        "--json",
    )
    summary = json.loads(done.stdout)
    assert done.returncode == 0
    assert {a["article"]["date"]["value"][:10] for a in summary["articles"]} <= {
        "2019-04-15",
        "2019-04-16",
    }
    assert "cathedral" in summary["summary"].lower()
    nothing = run("summarize", "--topic", "zeppelin regatta")
    assert nothing.returncode == 1
    assert "no stored article matches" in nothing.stderr


def test_explain_tells_why_of_the_kept_and_of_ten_dropped(run):
    done = run("summarize", KOREA, "--words", "60", "--explain", "--json")
    choices = json.loads(done.stdout)["explanation"]
    summary = json.loads(done.stdout)
    assert sum(choice["kept"] for choice in choices) == len(summary["sentences"])
    assert sum(not choice["kept"] for choice in choices) == 10
    assert all(choice["reason"] for choice in choices)


def test_a_budget_that_fits_nothing_names_the_shortest(run, tmp_path):
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    done = run("summarize", "a.txt", "--words", "3", "--json")
    summary = json.loads(done.stdout)
    assert done.returncode == 0
    assert summary["summary"] == ""
    assert [w["code"] for w in summary["warnings"]] == ["undated", "nothing-fits"]
    assert "the shortest has 8 words" in summary["warnings"][1]["message"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("summarize", "--words", "0", "x"), "--words"),
        (("summarize", "--words", "5", "--sentences", "2", "x"), "give one length"),
        (("summarize",), "name files, or --topic"),
        (("summarize", "--from", "yesterday"), "is no date"),
        (("summarize", "--from", "2019-06-30", "--to", "2019-06-01"), "range is empty"),
        (("summarize", "--from", "2019-06-30", "--tz", "Mars/Olympus"), "no time zone"),
        (("brief", "--date", "30.6.2019"), "is no day"),
        (("brief", "--date", "2019-06-30T10:00:00Z"), "is no day"),
        (("brief", "--tz", "Mars/Olympus"), "no time zone"),
        (("summarize", "--topic", "x", "--tz", "Mars/Olympus"), "no time zone"),
        (("summarize", "--topic", "?!"), "holds no word"),
        (("batch", "x.jsonl", "--json"), "-o"),
        (("serve", "--host", "0.0.0.0"), "SUMMARIZER_API_KEY"),  # noqa: S104  (refused)
        (("nonsense",), "nonsense"),
    ],
)
def test_wrong_usage_says_what_to_do(run, arguments, message):
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_ranker_lists_the_known_ones(run, tmp_path):
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    done = run("summarize", "a.txt", "--ranker", "magic")
    assert done.returncode == 2
    assert "learned, centroid, coverage, lead, lexrank, mmr" in done.stderr


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
        ("no/such/folder.jsonl", "cannot write"),
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
    assert first["error"]
    assert second["summary"] == STORM


def test_wrong_settings_are_named(run, environment, tmp_path):
    environment["SUMMARIZER_LOG_LEVEL"] = "loud"
    done = run("summarize", "--topic", "x")
    assert done.returncode == 2
    assert "SUMMARIZER_LOG_LEVEL" in done.stderr
    del environment["SUMMARIZER_LOG_LEVEL"]
    (tmp_path / ".env").write_bytes(b"SUMMARIZER_RANKER=caf\xe9")
    done = run("summarize", "--topic", "x")
    assert done.returncode == 2
    assert ".env" in done.stderr


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


def test_brief_is_written_once(run):
    run("ingest", KOREA)
    first = run("brief", "--date", "2019-06-30", "--json")
    again = run("brief", "--date", "2019-06-30", "--json")
    assert first.returncode == 0
    assert first.stdout == again.stdout
    assert "--rebuild" in again.stderr
    assert first.stderr == ""
    rebuilt = json.loads(run("brief", "--date", "2019-06-30", "--rebuild", "--json").stdout)
    assert rebuilt["edition"] == 2
    text = run("brief", "--date", "2019-06-30", "--format", "markdown").stdout
    assert text.startswith("# Brief of Sunday, 30 June 2019")
    empty = run("brief", "--date", "2001-01-01")
    assert empty.returncode == 1
    assert "nothing written" in empty.stderr


def test_demo_runs_twice(run):
    first, second = run("demo"), run("demo")
    assert first.returncode == second.returncode == 0
    assert "70 added" in first.stdout
    assert "70 unchanged" in second.stdout
    assert first.stdout.replace("70 added", "") == second.stdout.replace("70 unchanged", "")
    assert "Try next" in first.stdout


def test_help_needs_no_model_and_no_database(run, tmp_path):
    done = run("--help")
    assert done.returncode == 0
    for command in (
        "demo",
        "read",
        "ingest",
        "summarize",
        "batch",
        "brief",
        "boilerplate",
        "serve",
    ):
        assert command in done.stdout
    assert list(tmp_path.iterdir()) == []


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
