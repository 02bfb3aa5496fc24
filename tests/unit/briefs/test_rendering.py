from datetime import UTC, date, datetime

import pytest

from summarizer import Summarizer
from summarizer.briefs.rendering import as_markdown, as_text
from summarizer.types import (
    Brief,
    BriefKey,
    BriefSection,
    Budget,
    Document,
    Notice,
    SummaryRequest,
)

FIRE = Document(
    id="fire",
    title="Fire in <the> harbour",
    text="The harbour of the old town burned on Monday night. Nobody was hurt, officials said.",
    date="2019-06-25",
    source="Capital Dispatch",
    url="https://dispatch.example/fire?a=1",
    cleaned=True,
)
AGAIN = Document(
    id="again",
    text="On Monday night the harbour burned in the town, the mayor said.",
    source="The Post_Office",
    cleaned=True,
)
COURT = Document(id="court", title="Trial", text="Judges closed *a* long trial.", cleaned=True)


def section(label: str, *documents: Document) -> BriefSection:
    request = SummaryRequest(budget=Budget(amount=2, unit="sentences"), order="salience")
    return BriefSection(label=label, summary=Summarizer().summarize(request, documents))


@pytest.fixture(scope="module")
def brief() -> Brief:
    return Brief(
        id="2019-06-25.UTC.town.2",
        key=BriefKey(day=date(2019, 6, 25), zone="Europe/Berlin", topic="town"),
        edition=2,
        created=datetime(2019, 6, 26, tzinfo=UTC),
        sections=(section("Fire in <the> harbour", FIRE, AGAIN), section("Trial", COURT)),
        warnings=(Notice(code="day-not-over", message="The day is *not* over."),),
    )


def test_text_tells_every_story_with_its_sources(brief):
    text = as_text(brief)
    lines = text.splitlines()
    heading = "Brief of Tuesday, 25 June 2019 on “town” (Europe/Berlin, edition 2)"
    assert lines[:2] == [heading, "=" * len(heading)]
    assert lines[3:5] == ["Fire in <the> harbour", "---------------------"]
    told = [line for line in lines if line.endswith(("[1]", "[2]", "[1][2]", "[2][1]"))]
    assert len(told) == 3
    # the harbour burned: once
    assert any(line.startswith("On Monday night the harbour burned") for line in told)
    assert any(line.startswith("Nobody was hurt, officials said.") for line in told)
    first = "Capital Dispatch, Fire in <the> harbour, 2019-06-25, https://dispatch.example/fire?a=1"
    assert f"[1] {first}" in lines or f"[2] {first}" in lines
    assert "[1] Trial, undated" in lines
    assert lines[-1] == "Note: The day is *not* over."
    assert text.endswith(".\n")


def test_article_text_does_not_become_markup(brief):
    page = as_markdown(brief)
    assert page.startswith(
        "# Brief of Tuesday, 25 June 2019 on “town” (Europe/Berlin, edition 2)\n"
    )
    assert "## Fire in \\<the\\> harbour" in page
    assert "[Fire in \\<the\\> harbour](<https://dispatch.example/fire?a=1>)" in page
    assert "Judges closed \\*a\\* long trial. [1]" in page
    assert "The Post\\_Office" in page
    assert page.endswith("> The day is \\*not\\* over.\n")


def test_an_address_cannot_leave_its_brackets():
    evil = Document(id="e", title="x](y", url="https://a.example/>b\n# c", text="Boats sank.")
    page = as_markdown(
        Brief(
            id="1",
            key=BriefKey(day=date(2019, 6, 25)),
            edition=1,
            created=datetime(2019, 6, 26, tzinfo=UTC),
            sections=(section("l\n# [x](y)", evil),),
        )
    )
    assert "\n## l \\# \\[x\\](y)\n" in page
    assert "[x\\](y](<https://a.example/%3Eb%20#%20c>)" in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/b"])
def test_only_web_addresses_become_links(url):
    story = section("Boats", Document(id="e", title="Boats", url=url, text="Boats sank."))
    brief = Brief(
        id="1",
        key=BriefKey(day=date(2019, 6, 25)),
        edition=1,
        created=datetime(2019, 6, 26, tzinfo=UTC),
        sections=(story,),
    )
    assert "](" not in as_markdown(brief)


def test_a_brief_without_stories_is_its_heading():
    empty = Brief(
        id="1",
        key=BriefKey(day=date(2019, 6, 30)),
        edition=1,
        created=datetime(2019, 7, 1, tzinfo=UTC),
        sections=(),
    )
    assert as_text(empty).splitlines()[0] == "Brief of Sunday, 30 June 2019 (UTC)"
    assert as_markdown(empty) == "# Brief of Sunday, 30 June 2019 (UTC)\n"
