"""`timeline` as a user runs it: over files, the store, and clusters of JSON lines."""

import json

import pytest

from tests.acceptance.conftest import KOREA, lines

SUNK = "The ferry Maria sank near the island of Rab on 28 June 2019 with forty people aboard."
FOUND = "Divers found the wreck of the ferry Maria on 3 July 2019 at a depth of ninety metres."
BUDGET = "The parliament voted on the budget for schools on 1 July 2019 after a long debate."
ARTICLES = [
    {"id": "one", "date": "2019-07-05", "text": f"{SUNK} {FOUND}", "cleaned": True},
    {"id": "two", "date": "2019-07-01", "text": BUDGET, "cleaned": True},
]


def test_files_are_told_by_date_for_a_reader(run):
    done = run("timeline", KOREA)
    assert done.returncode == 0, done.stderr
    assert "29 June 2019 (inferred: “" in done.stdout
    assert "characters " in done.stdout
    assert "[1]" in done.stdout


def test_json_names_every_date_and_its_citations(run):
    done = run("timeline", KOREA, "--dates", "3", "--sentences-per-date", "2", "--json")
    (answer,) = lines(done.stdout)
    days = [each for each in answer["entries"] if each["precision"] == "day"]
    assert len(days) == 3
    for entry in answer["entries"]:
        assert entry["known"] in ("stated", "inferred")
        assert 1 <= len(entry["sentences"]) <= 2
        assert all(sentence["citations"] for sentence in entry["sentences"])


def test_the_store_is_told_by_topic_and_dates(run):
    run("ingest", KOREA)
    done = run("timeline", "--topic", "Trump Kim", "--from", "2019-06-29", "--to", "2019-06-30")
    assert done.returncode == 0, done.stderr
    assert "June 2019 (" in done.stdout
    assert "2018 (" not in done.stdout
    nothing = run("timeline", "--topic", "xylophone")
    assert nothing.returncode == 1
    assert "xylophone" in nothing.stderr


def test_a_line_for_every_line_each_with_its_own_wishes(run, tmp_path):
    clusters = [
        {"id": "all", "articles": ARTICLES},
        {"id": "ferry", "articles": ARTICLES, "keywords": ["ferry"]},
        {"id": "one", "articles": ARTICLES, "keywords": ["ferry"], "dates": 1},
        {"id": "july", "articles": ARTICLES, "date_from": "2019-07-01", "date_to": "2019-07-02"},
        {"id": "wrong", "articles": ARTICLES, "dates": "many"},
        {"id": "hollow", "articles": []},
    ]
    text = "".join(json.dumps(each) + "\n" for each in clusters)
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    done = run("timeline", "in.jsonl", "-o", "out.jsonl", "--jobs", "2", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {"clusters": 6, "failed": 2}
    assert "2 of 6 lines have no answer: see `error` in out.jsonl" in done.stderr
    answers = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [each["id"] for each in answers] == [each["id"] for each in clusters]
    told = {each["id"]: each.get("timeline") for each in answers}
    sunk, budget, found = ["2019-06-28", [SUNK]], ["2019-07-01", [BUDGET]], ["2019-07-03", [FOUND]]
    assert told["all"] == [sunk, budget, found]
    assert told["ferry"] == [sunk, found]
    assert told["one"] == [sunk]
    assert told["july"] == [budget]
    assert "dates" in answers[4]["error"]
    assert "error" in answers[5]
    assert answers[0]["entries"][0]["origin"] == "stated"


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline",),
        ("timeline", "in.jsonl", "--dates", "some"),
        ("timeline", "a.jsonl", "b.jsonl", "-o", "out.jsonl"),
        ("timeline", "--to", "9999-12-31"),
        ("timeline", "--from", "0001-01-01T00:00", "--tz", "Asia/Seoul"),
        ("timeline", "--to", "9999-12-31T23:00"),
    ],
)
def test_wrong_usage(run, arguments):
    assert run(*arguments).returncode == 2


def test_the_evaluation_prints_its_tables_and_says_what_is_missing(run, tmp_path):
    timeline = [["2019-06-28", [SUNK]], ["2019-07-03", [FOUND]]]
    line = {"id": "ferry", "articles": ARTICLES, "keywords": ["ferry"], "timelines": [timeline]}
    (tmp_path / "t.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    done = run("evaluate", "timeline", "t.jsonl")
    assert done.returncode == 0, done.stderr
    assert "mention counts" in done.stdout
    assert "no stop words were given" in done.stdout
    (tmp_path / "words.txt").write_text("the\nof\n", encoding="utf-8")
    done = run("evaluate", "timeline", "t.jsonl", "--stopwords", "words.txt", "--json")
    (report,) = lines(done.stdout)
    assert report["stop_words"] == 2
    assert report["scores"][0]["rouge_1"]["mean"] == 1.0
    missing = run("evaluate", "timeline", "none.jsonl")
    assert missing.returncode == 1
    assert "do not come with the program" in missing.stderr
