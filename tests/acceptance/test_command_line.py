"""What all commands share: help, settings, wrong usage; and `demo`."""

import pytest


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


@pytest.mark.parametrize(
    "command",
    [
        ("read", "nowhere.json"),
        ("ingest", "nowhere.json"),
        ("summarize", "nowhere.json"),
        ("timeline", "nowhere.json"),
        ("timeline", "nowhere.json", "-o", "out.jsonl"),
        ("check", "nowhere.json"),
        ("batch", "nowhere.json"),
        ("stories", "nowhere.json", "-o", "out.jsonl"),
        ("evaluate", "mds", "nowhere.json", "--words", "9"),
        ("evaluate", "disagreements", "nowhere.json"),
        ("evaluate", "timeline", "nowhere.json"),
    ],
)
def test_a_missing_file_is_told_of_in_one_way(run, command):
    done = run(*command)
    assert done.returncode in (1, 2)
    assert "nowhere.json: does not exist" in done.stdout + done.stderr
    assert "No such file" not in done.stdout + done.stderr
