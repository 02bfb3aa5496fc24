from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from summarizer.client import Client
from summarizer.service import Summarizer
from summarizer.types import DateRange, Timeline, TimelineRequest
from tests.api.conftest import FERRY, POPE, TRUMP, body

DOCUMENTS = [TRUMP, POPE]
BODY = {"documents": [body(each) for each in DOCUMENTS], "dates": 2}


def test_a_timeline_gives_what_the_library_gives(http: TestClient) -> None:
    response = http.post("/v1/timeline", json=BODY)

    assert response.status_code == 200
    found = TypeAdapter(Timeline).validate_json(response.content)
    assert found == Summarizer().timeline(
        TimelineRequest(days=2, zone="UTC", max_articles=100), DOCUMENTS
    )
    assert found.entries
    assert all(sentence.citations for entry in found.entries for sentence in entry.sentences)


def test_stored_articles_are_found_by_topic_and_dates(http: TestClient) -> None:
    http.post("/v1/articles", json={"articles": [body(each) for each in (TRUMP, POPE, FERRY)]})

    found = http.post("/v1/timeline", json={"topic": "ferry"})
    assert found.status_code == 200
    cited = {
        citation["article"]
        for entry in found.json()["entries"]
        for sentence in entry["sentences"]
        for citation in sentence["citations"]
    }
    assert len(cited) == 1
    nothing = http.post("/v1/timeline", json={"topic": "volcano"})
    assert nothing.status_code == 404
    assert nothing.json()["type"] == "/problems/no-articles"


def test_the_client_gives_the_same(live: str) -> None:
    request = TimelineRequest(
        keywords=("Trump",),
        dates=DateRange.between("2019-06-01", "2019-07-31"),
        days=3,
        sentences_per_date=2,
    )
    with Client(live) as client:
        assert client.timeline(request, DOCUMENTS) == Summarizer().timeline(request, DOCUMENTS)


def test_what_is_wrong_is_pointed_at(http: TestClient) -> None:
    for change, pointer in (
        ({"documents": []}, "/documents"),
        ({"documents": [{"id": "empty", "text": ""}]}, "/documents"),
        ({"dates": 0}, "/dates"),
        ({"dates": "many"}, "/dates"),
        ({"sentences_per_date": 0}, "/sentences_per_date"),
        ({"date_from": "2019-13-01"}, "/date_from"),
        ({"date_from": "2019-07-01", "date_to": "2019-06-01"}, "/date_from"),
        ({"tz": "Mars/Base"}, "/tz"),
        ({"max_articles": 101}, "/max_articles"),
        ({"documents": None}, ""),
        ({"words": 3}, "/words"),
    ):
        response = http.post("/v1/timeline", json={**BODY, **change})
        assert response.status_code == 422, change
        pointers = [each.get("pointer") for each in response.json()["errors"]]
        assert any(found.startswith(pointer) for found in pointers), (change, pointers)
