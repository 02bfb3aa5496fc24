"""`summarize` as a user runs it, and the options of rankers in every command."""

import json

import pytest

from seeds import CORPUS
from tests.acceptance.conftest import FERRY, KOREA

POINTING = (
    "Anna Kolb crossed the line today. She promised the fishermen of the island a new harbour."
)


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
    assert "no stored article about" in nothing.stderr


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


def test_unknown_ranker_lists_the_known_ones(run, tmp_path):
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    done = run("summarize", "a.txt", "--ranker", "magic")
    assert done.returncode == 2
    assert "learned, centroid, coverage, lead, lexrank, mmr" in done.stderr


def test_what_sources_tell_differently_is_shown(run):
    done = run("summarize", KOREA, "--words", "60")
    assert done.returncode == 0, done.stderr
    told = " ".join(done.stdout.split())
    assert "Sources disagree: " in told
    # of one day, in either order
    for value in ("53 minutes", "about 45 minutes"):
        assert f"{value} (2019-06-30) [" in told
