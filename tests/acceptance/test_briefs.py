"""`brief` as a user runs it: written once."""

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
