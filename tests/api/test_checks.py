from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.app import create_app
from summarizer.client import Client
from summarizer.config import Settings
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
        ({"summary": "It rained. " * 10_000}, "/summary"),
        ({"documents": [body(TRUMP)] * 501}, "/documents"),
        ({"documents": [{"text": 5}]}, "/documents/0/text"),
        ({"documents": []}, "/documents"),
        ({"documents": [{"id": "empty", "text": ""}]}, "/documents"),
        ({"tz": "Mars/Base"}, "/tz"),
        ({"words": 3}, "/words"),
    ):
        response = http.post("/v1/check", json={**BODY, **change})
        assert response.status_code == 422, change
        assert response.json()["errors"][0]["pointer"] == pointer


def test_the_documentation_tells_limits_and_an_example_that_works(http: TestClient) -> None:
    schema = http.get("/openapi.json").json()["components"]["schemas"]["CheckBody"]
    assert schema["properties"]["documents"]["maxItems"] == 500
    assert schema["properties"]["summary"]["maxLength"] == 100_000
    (example,) = schema["examples"]

    report = http.post("/v1/check", json=example)

    assert report.status_code == 200
    assert [each["verdict"] for each in report.json()["sentences"]] == ["supported", "unsupported"]


def test_a_body_over_the_limit_is_refused(settings: Settings) -> None:
    small = settings.model_copy(update={"max_body_bytes": 100})
    with TestClient(create_app(small)) as http:
        answer = http.post("/v1/check", json=BODY)

    assert answer.status_code == 413
    assert answer.json()["type"] == "/problems/body-too-large"
