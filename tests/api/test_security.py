import json

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from api.app import create_app
from summarizer.config import Settings

KEY = "s3cret-ключ"
RAW = KEY.encode()
PROTECTED = [
    ("POST", "/summarize"),
    ("POST", "/v1/summarize"),
    ("GET", "/v1/articles"),
    ("POST", "/v1/articles"),
    ("GET", "/v1/articles/x"),
    ("DELETE", "/v1/articles/x"),
    ("GET", "/v1/briefs"),
    ("POST", "/v1/briefs"),
    ("GET", "/v1/briefs/x"),
    ("GET", "/metrics"),
]


@pytest.fixture
def locked(settings: Settings) -> Settings:
    return Settings(database=settings.database, api_key=KEY)


@pytest.mark.parametrize(("method", "path"), PROTECTED)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {b"Authorization": b"Bearer wrong"},
        {b"Authorization": b"Basic " + RAW},
        {b"Authorization": RAW},
        {b"Authorization": b"Bearer "},
        {b"X-API-Key": b""},
        {b"X-API-Key": RAW + b"x"},
        {b"X-API-Key": b"\xff\xfe"},
        {b"Authorization": b"Bearer wrong", b"X-API-Key": RAW},
    ],
)
def test_without_the_key_nothing_is_answered(
    locked: Settings, method: str, path: str, headers: dict[bytes, bytes]
) -> None:
    http = TestClient(create_app(locked))  # not started: whoever has no key reaches no database

    answer = http.request(method, path, headers=headers, content=b"not even read")

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["type"] == "/problems/unauthorized"


@pytest.mark.parametrize(
    "headers",
    [
        {b"Authorization": b"Bearer " + RAW},
        {b"authorization": b"bearer " + RAW},
        {b"X-API-Key": RAW},
        {b"Authorization": b"Basic d2hv", b"X-API-Key": RAW},
    ],
)
def test_the_key_opens_everything(locked: Settings, headers: dict[bytes, bytes]) -> None:
    with TestClient(create_app(locked), headers=headers) as http:
        statuses = {(m, p): http.request(m, p).status_code for m, p in PROTECTED}

    assert 401 not in statuses.values()
    assert statuses["GET", "/v1/articles"] == statuses["GET", "/metrics"] == 200


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/docs", "/openapi.json"])
def test_health_and_documentation_are_open(locked: Settings, path: str) -> None:
    with TestClient(create_app(locked)) as http:
        assert http.get(path).status_code == 200


def test_the_documentation_asks_for_a_key_only_when_there_is_one(
    locked: Settings, settings: Settings
) -> None:
    for chosen, expected in ((locked, [{"bearer": []}, {"header": []}]), (settings, None)):
        paths = create_app(chosen).openapi()["paths"]

        assert paths["/v1/articles"]["get"].get("security") == expected
        assert "security" not in paths["/livez"]["get"]


def test_neither_keys_nor_articles_nor_topics_are_logged(
    locked: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(create_app(locked), headers={b"X-API-Key": RAW}) as http:
        document = {"text": "The xylophone was stolen.", "title": "A xylophone"}
        http.post("/v1/articles", json=document)
        http.post("/summarize", json={"documents": [document]})
        http.get("/v1/articles", params={"topic": "xylophone"})
        http.get("/v1/articles", headers={"X-API-Key": "wr0ng"})

    logged = capsys.readouterr().err
    lines = [json.loads(line) for line in logged.splitlines()]
    assert [line["status"] for line in lines] == [201, 200, 200, 401]
    assert {line["path"] for line in lines} == {"/v1/articles", "/summarize"}
    assert not any(word in logged for word in ("xylophone", "s3cret", "wr0ng"))


def test_an_empty_key_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "")

    assert Settings().api_key is None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "[::1]", "localhost"])
def test_this_machine_needs_no_key(host: str) -> None:
    Settings(api_key=None).require_key_for(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])  # noqa: S104
def test_every_other_address_needs_one(host: str) -> None:
    Settings(api_key=KEY).require_key_for(host)
    with pytest.raises(ValueError, match="SUMMARIZER_API_KEY"):
        Settings(api_key=None).require_key_for(host)


def test_a_zone_that_does_not_exist_is_found_at_the_start() -> None:
    with pytest.raises(ValidationError, match="Mars"):
        Settings(timezone="Mars")
