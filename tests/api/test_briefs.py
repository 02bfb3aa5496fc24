from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from summarizer.briefs.rendering import as_markdown, as_text
from summarizer.types import Brief
from tests.api.conftest import POPE, TRUMP, body

DAY = {"date": "2019-06-30", "tz": "Europe/Berlin"}


def test_a_brief_is_written_once(filled: TestClient) -> None:
    first = filled.post("/v1/briefs", json=DAY)
    again = filled.post("/v1/briefs", json=DAY)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    assert filled.get(first.headers["Location"]).content == first.content
    quoted = {
        citation["title"]
        for section in first.json()["sections"]
        for sentence in section["summary"]["sentences"]
        for citation in sentence["citations"]
    }
    assert quoted <= {TRUMP.title, POPE.title}
    assert quoted


def test_a_rebuild_is_a_new_edition(filled: TestClient) -> None:
    first = filled.post("/v1/briefs", json=DAY)
    second = filled.post("/v1/briefs", json={**DAY, "rebuild": True, "words": 20})

    assert second.status_code == 201
    assert (first.json()["edition"], second.json()["edition"]) == (1, 2)
    assert first.headers["Location"] != second.headers["Location"]
    assert filled.post("/v1/briefs", json=DAY).json()["edition"] == 2


def test_ranker_options_are_for_the_edition_that_is_written(filled: TestClient) -> None:
    plain = {**DAY, "ranker_options": {"standalone": False}}
    first = filled.post("/v1/briefs", json=plain)
    saved = filled.post("/v1/briefs", json={**DAY, "ranker_options": {"standalone": True}})
    second = filled.post("/v1/briefs", json={**DAY, "rebuild": True})
    third = filled.post("/v1/briefs", json={**plain, "rebuild": True})

    assert [answer.status_code for answer in (first, saved, second, third)] == [201, 200, 201, 201]
    assert saved.content == first.content
    assert [standalone(answer.json()) for answer in (first, second, third)] == [
        {False},
        {True},
        {False},
    ]


def standalone(brief: dict[str, Any]) -> set[bool]:
    summaries = (section["summary"] for section in brief["sections"])
    return {summary["manifest"]["parameters"]["standalone"] for summary in summaries}


@pytest.mark.parametrize("options", [{"alone": False}, {"standalone": "perhaps"}, "off", None])
def test_wrong_ranker_options_of_a_brief_are_told(filled: TestClient, options: object) -> None:
    answer = filled.post("/v1/briefs", json={**DAY, "ranker_options": options})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith("/ranker_options")
    assert filled.get("/v1/briefs").json() == {"items": []}


def test_a_day_without_articles_has_no_brief(filled: TestClient) -> None:
    answer = filled.post("/v1/briefs", json={"date": "2001-01-01"})

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/no-articles")
    assert filled.get("/v1/briefs").json() == {"items": []}


def test_without_a_date_it_is_yesterday_in_the_zone(http: TestClient) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    http.post("/v1/articles", json={**body(TRUMP), "date": yesterday})

    answer = http.post("/v1/briefs", json={"tz": "UTC"})

    # Midnight may have struck in between.
    assert answer.status_code == 404 or answer.json()["key"]["day"] == yesterday


def test_briefs_are_listed_and_filtered(filled: TestClient) -> None:
    filled.post("/v1/briefs", json=DAY)
    filled.post("/v1/briefs", json={"date": "2019-05-29"})
    filled.post("/v1/briefs", json={**DAY, "topic": "Pope"})

    def found(**query: str) -> list[tuple[str, str | None]]:
        items = filled.get("/v1/briefs", params=query).json()["items"]
        return [(item["key"]["day"], item["key"]["topic"]) for item in items]

    assert found()[-1] == ("2019-05-29", None)
    assert len(found()) == 3
    assert found(date="2019-05-29") == [("2019-05-29", None)]
    assert found(topic="Pope") == [("2019-06-30", "Pope")]
    assert len(found(tz="Europe/Berlin")) == 2
    assert len(found(limit="1")) == 1


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/markdown", "text/markdown"),
        ("text/plain", "text/plain"),
        ("text/*;q=0.5, text/plain;q=0.9", "text/plain"),
        ("application/json, text/markdown;q=0.5", "application/json"),
        ("*/*", "application/json"),
        ("image/png", "application/json"),
        ("text/markdown;q=broken", "application/json"),
    ],
)
def test_a_brief_comes_in_the_form_that_is_asked_for(
    filled: TestClient, accept: str, form: str
) -> None:
    written = filled.post("/v1/briefs", json=DAY)
    brief = TypeAdapter(Brief).validate_json(written.content)
    renderings = {
        "application/json": written.text,
        "text/markdown": as_markdown(brief),
        "text/plain": as_text(brief),
    }

    answer = filled.get(written.headers["Location"], headers={"Accept": accept})

    assert answer.headers["Content-Type"].startswith(form)
    assert answer.headers["Vary"] == "Accept"
    assert answer.text == renderings[form]


def test_the_id_of_a_brief_may_hold_any_letter(filled: TestClient) -> None:
    written = filled.post("/v1/briefs", json={**DAY, "topic": "Café, Pope / Francis?"})

    assert written.status_code == 201, written.text
    assert filled.get(written.headers["Location"]).json()["id"] == written.json()["id"]


def test_a_brief_nobody_wrote_is_not_found(http: TestClient) -> None:
    answer = http.get("/v1/briefs/2019-06-30.UTC.1")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/brief-not-found")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_have_no_brief(http: TestClient, day: str) -> None:
    answer = http.post("/v1/briefs", json={"date": day, "tz": "Asia/Tokyo"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/date"
