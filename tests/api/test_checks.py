from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from summarizer.client import Client
from summarizer.service import Summarizer
from summarizer.types import CheckReport
from tests.api.conftest import POPE, TRUMP, body

TEXT = "Donald Trump stepped into North Korea on Sunday. The pope did not praise the meeting."
BODY = {"documents": [body(TRUMP), body(POPE)], "summary": TEXT}


def test_a_check_gives_what_the_library_gives(http: TestClient) -> None:
    response = http.post("/v1/check", json=BODY)

    assert response.status_code == 200
    report = TypeAdapter(CheckReport).validate_json(response.content)
    assert report == Summarizer().check(TEXT, [TRUMP, POPE])
    assert [each.verdict for each in report.sentences] == ["supported", "unsupported"]


def test_the_client_gives_the_same(live: str) -> None:
    with Client(live) as client:
        assert client.check(TEXT, [TRUMP, POPE]) == Summarizer().check(TEXT, [TRUMP, POPE])


def test_what_is_wrong_is_pointed_at(http: TestClient) -> None:
    for change, pointer in (
        ({"summary": ""}, "/summary"),
        ({"summary": " … "}, "/summary"),
        ({"documents": []}, "/documents"),
        ({"documents": [{"id": "empty", "text": ""}]}, "/documents"),
        ({"tz": "Mars/Base"}, "/tz"),
        ({"words": 3}, "/words"),
    ):
        response = http.post("/v1/check", json={**BODY, **change})
        assert response.status_code == 422, change
        assert response.json()["errors"][0]["pointer"] == pointer
