"""`brief` as a user runs it: written once, as it was asked for then."""

import json

from tests.acceptance.conftest import KOREA


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


def test_a_saved_brief_says_how_it_was_written(run):
    run("ingest", KOREA)
    asked = ("brief", "--date", "2019-06-30", "--words", "40", "--json")
    plain = (*asked, "--ranker-option", "standalone=off")
    first, again = run(*plain), run("brief", "--date", "2019-06-30", "--json")
    assert first.returncode == again.returncode == 0
    assert first.stdout == again.stdout
    assert "ranker learned, 40 words for each story, standalone=off" in again.stderr
    rebuilt = run(*asked, "--rebuild")
    parameters = [
        section["summary"]["manifest"]["parameters"]
        for done in (first, rebuilt)
        for section in json.loads(done.stdout)["sections"][:1]
    ]
    assert [each["standalone"] for each in parameters] == [False, True]
    saved = run(*plain)
    assert saved.stdout == rebuilt.stdout
    assert "edition 2" in saved.stderr
    assert "standalone=on" in saved.stderr
