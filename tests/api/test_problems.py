"""Every error is a problem (RFC 9457), says what to do, and tells no internals."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from summarizer.config import Settings
from summarizer.extractive.lead import Lead
from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Objective
from summarizer.service import Summarizer
from summarizer.store import open_store
from tests.api.conftest import TRUMP, body

JSON = {"Content-Type": "application/json"}
HERE = {"documents": [body(TRUMP)]}


def problem(response: object) -> dict[str, object]:
    assert response.headers["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == response.status_code
    assert told["title"]
    assert told["type"] == "about:blank" or told["type"].startswith("/problems/")
    assert told["instance"] == f"urn:uuid:{response.headers['X-Request-ID']}"
    return told


def test_nothing_there(http: TestClient) -> None:
    answer = http.get("/v2/wat")

    assert problem(answer)["status"] == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/v1/articles", "GET, POST"),
        ("POST", "/v1/articles/x", "DELETE, GET"),
        ("DELETE", "/v1/briefs", "GET, POST"),
        ("OPTIONS", "/summarize", "POST"),
        ("POST", "/livez", "GET"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(
    http: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = http.request(method, path)

    assert problem(answer)["status"] == 405
    assert answer.headers["Allow"] == allowed


@pytest.mark.parametrize(
    ("content", "position"),
    [
        (b"", "line 1 column 0"),
        (b"{nope", "line 1 column 2"),
        (b'{"topic":\n  }', "line 2 column 3"),
        (b"\xff\xfe", "line 1 column 1"),
        (b'{"topic": "\\ud800"}', "line 1 column 18"),
        (b"[" * 5000, "column"),
    ],
)
def test_what_is_no_json_is_told_where(http: TestClient, content: bytes, position: str) -> None:
    for path in ("/summarize", "/v1/articles", "/v1/briefs"):
        told = problem(http.post(path, content=content, headers=JSON))

        assert (told["status"], told["type"]) == (400, "/problems/malformed-json")
        assert position in told["detail"]


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "", "x"])
def test_a_body_of_another_type_is_refused(http: TestClient, media_type: str) -> None:
    for path in ("/summarize", "/v1/articles", "/v1/briefs"):
        answer = http.post(path, content=b"{}", headers={"Content-Type": media_type})

        assert problem(answer)["status"] == 415
        assert "application/json" in answer.headers["Accept-Post"]


@pytest.mark.parametrize(
    ("question", "pointer"),
    [
        ({}, ""),
        ({"documents": []}, "/documents"),
        ({"documents": [{"text": 5}]}, "/documents/0/text"),
        ({"documents": [{"text": "x", "cleaned": "yes"}]}, "/documents/0/cleaned"),
        ({"documents": [{"text": ""}]}, "/documents"),
        ({"documents": [{"text": "A b."}, 3]}, "/documents/1"),
        ({**HERE, "date_from": "2019-06-30"}, "/date_from"),
        ({"topic": ""}, "/topic"),
        ({"topic": "x" * 1001}, "/topic"),
        ({"topic": "x", "lenght": 3}, "/lenght"),
        ({"topic": "x", "a/b~c": 3}, "/a~1b~0c"),
        ({"topic": "x", "length": {}}, "/length"),
        ({"topic": "x", "length": {"words": 3, "sentences": 3}}, "/length"),
        ({"topic": "x", "length": {"words": 0}}, "/length/words"),
        ({"topic": "x", "length": {"words": "9"}}, "/length/words"),
        ({"topic": "x", "length": {"pages": 3}}, "/length/pages"),
        ({"topic": "x", "tz": "Mars/Olympus"}, "/tz"),
        ({"topic": "x", "tz": "../../etc/passwd"}, "/tz"),
        ({"date_from": "30.06.2019"}, "/date_from"),
        ({"date_from": "2019-06-30", "date_to": "yesterday"}, "/date_to"),
        ({"date_from": "2019-06-30", "date_to": "2019-06-01"}, "/date_from"),
        ({"date_to": "9999-12-31"}, "/date_to"),
        ({"date_from": "9999-12-31T23:59:59Z", "tz": "Asia/Tokyo"}, "/date_from"),
        ({"date_to": "0001-01-01T00:00:00Z"}, "/date_to"),
        ({**HERE, "ranker": "best"}, "/ranker"),
        ({**HERE, "order": "random"}, "/order"),
        ({**HERE, "method": "abstractive"}, "/method"),
        ({**HERE, "include": ["everything"]}, "/include/0"),
        ({"topic": "x", "language": "english"}, "/language"),
        ({"topic": "x", "max_articles": 101}, "/max_articles"),
    ],
)
def test_a_wrong_question_is_told_which_field(
    http: TestClient, question: dict[str, object], pointer: str
) -> None:
    told = problem(http.post("/summarize", json=question))

    assert (told["status"], told["type"]) == (422, "/problems/invalid-request")
    assert pointer in {error["pointer"] for error in told["errors"]}
    assert told["detail"]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/limit"),
        ("limit=x", "/limit"),
        ("cursor=x", "/cursor"),
        ("date_from=x", "/date_from"),
        ("tz=x", "/tz"),
        ("topik=x", "/topik"),
    ],
)
def test_a_wrong_parameter_is_told_by_name(http: TestClient, query: str, pointer: str) -> None:
    told = problem(http.get(f"/v1/articles?{query}"))

    assert told["status"] == 422
    assert [error["pointer"] for error in told["errors"]] == [pointer]


def test_a_wrong_article_is_told_by_its_place(http: TestClient) -> None:
    told = problem(http.post("/v1/articles", json={"articles": [{"text": "A b."}, {"text": 1}]}))

    assert [error["pointer"] for error in told["errors"]] == ["/articles/1/text"]


@pytest.mark.parametrize(
    ("path", "question", "pointers"),
    [
        ("/v1/timeline", {"topic": "x", "dates": 0}, ["/dates"]),
        ("/v1/timeline", {"topic": "x", "dates": "few"}, ["/dates"]),
        ("/v1/timeline", {"topic": "x", "dates": [1], "keywords": ["a", 1]}, None),
        ("/v1/timeline", {"documents": [{"text": "A b."}, {"html": {"a": 1}}]}, None),
        ("/summarize", {"topic": "x", "length": {"pages": 3}}, ["/length/pages"]),
        ("/summarize", {"topic": "x", "length": [3], "ranker_options": 1}, None),
        ("/summarize", {"topic": ["x"], "since": 3, "order": {"a/b": 1}}, None),
        ("/summarize", {"ranker_options": {"standalone": "no", "~": 1}}, None),
        ("/summarize", [], [""]),
        ("/v1/check", {"documents": [{"text": "A b."}]}, ["/summary"]),
        ("/v1/check", {"documents": 3, "summary": "", "tz": 1}, None),
        ("/v1/briefs", {"date": 0, "words": 1.5, "topic": {}}, None),
    ],
)
def test_pointers_are_of_the_json_that_was_sent(
    http: TestClient, path: str, question: object, pointers: list[str] | None
) -> None:
    told = [error["pointer"] for error in problem(http.post(path, json=question))["errors"]]

    assert told
    assert len(set(told)) == len(told)
    if pointers is not None:
        assert told == pointers
        return
    for pointer in told:
        at = question
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            at = at[int(key)] if isinstance(at, list) else at[key]


def test_each_allowed_form_is_named_once(http: TestClient) -> None:
    told = problem(http.post("/v1/timeline", json={"topic": "x", "dates": 0}))

    assert "greater than or equal to 1; or: Input should be 'auto'" in told["detail"]


@pytest.mark.parametrize(
    ("path", "question", "names"),
    [
        ("/v1/stories?form=2019-01-01", None, "from, to, tz, topic, limit"),
        ("/v1/articles?topik=x", None, "cursor, limit, topic, date_from, date_to, tz"),
        ("/v1/timeline", {"topic": "x", "date": 3}, "dates"),
        ("/summarize", {"topic": "x", "lenght": 3}, "length"),
        ("/summarize", {"topic": "x", "ranker_options": {"x": 3}}, "standalone"),
    ],
)
def test_a_name_that_is_not_known_is_answered_by_those_that_are(
    http: TestClient, path: str, question: object, names: str
) -> None:
    answer = http.get(path) if question is None else http.post(path, json=question)

    told = problem(answer)["errors"][0]["detail"]
    assert told.startswith("there is no such name here; known are ")
    assert names in told


def test_more_documents_than_allowed(settings: Settings) -> None:
    two = settings.model_copy(update={"max_documents": 2})
    documents = [{"text": f"Sentence number {n} stands here."} for n in range(3)]
    lines = "\n".join(map(json.dumps, documents))
    with TestClient(create_app(two)) as http:
        asked = problem(http.post("/summarize", json={"documents": documents}))
        sent = problem(http.post("/v1/articles", json={"articles": documents}))
        streamed = problem(
            http.post("/v1/articles", content=lines, headers={"Content-Type": "application/jsonl"})
        )

    assert asked["errors"][0]["pointer"] == "/documents"
    assert sent["errors"][0]["pointer"] == "/articles"
    assert streamed["status"] == 422


class TestBodySize:
    @pytest.fixture
    def small(self, settings: Settings) -> Iterator[TestClient]:
        app = create_app(settings.model_copy(update={"max_body_bytes": 1000}))
        with TestClient(app) as http:
            yield http

    def test_an_announced_body_is_refused_unread(self, small: TestClient) -> None:
        for path in ("/summarize", "/v1/articles", "/nowhere"):
            answer = small.post(path, content=b"x" * 1001, headers=JSON)

            assert problem(answer)["type"] == "/problems/body-too-large"

    def test_a_body_in_chunks_is_read_to_the_limit_only(self, small: TestClient) -> None:
        read = 0

        def chunks() -> Iterator[bytes]:
            nonlocal read
            for _ in range(100):
                read += 1
                yield b"x" * 300

        answer = small.post("/summarize", content=chunks(), headers=JSON)

        assert problem(answer)["status"] == 413

    def test_the_limit_itself_is_allowed(self, small: TestClient) -> None:
        content = json.dumps(HERE).encode()

        assert small.post("/summarize", content=content.ljust(1000), headers=JSON).is_success

    def test_a_length_that_is_none_is_not_trusted(self, small: TestClient) -> None:
        headers = {**JSON, "Content-Length": "9" * 30}

        assert problem(small.post("/summarize", content=b"{}", headers=headers))["status"] == 413


class Broken:
    """A ranker with a bug."""

    parameters = Lead.parameters
    cost_exponents = Lead.cost_exponents
    refined = Lead.refined

    def objective(self, pool: Pool, asked: Asked) -> Objective:
        raise RuntimeError("the internals of /srv/secret")


def test_what_nobody_foresaw_is_told_without_internals(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(chosen: Settings) -> Summarizer:
        return Summarizer(open_store(chosen.database), rankers={**RANKERS, "broken": Broken})

    with TestClient(create_app(settings, build=build)) as http:
        answer = http.post("/summarize", json={**HERE, "ranker": "broken"})
        after = http.post("/summarize", json=HERE)

    told = problem(answer)
    assert told["status"] == 500
    assert "internals" not in answer.text
    assert "RuntimeError" not in answer.text
    assert after.status_code == 200
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    failed = next(line for line in logged if line["event"] == "failed")
    assert failed["request_id"] == answer.headers["X-Request-ID"]
    assert "RuntimeError: the internals of /srv/secret" in failed["exception"]


def test_a_database_that_is_gone_is_a_503_that_names_nothing(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    stores = []

    def build(chosen: Settings) -> Summarizer:
        stores.append(open_store(chosen.database))
        return Summarizer(stores[0])

    with TestClient(create_app(settings, build=build)) as http:
        stores[0].close()
        answers = [
            http.get("/readyz"),
            http.get("/v1/articles"),
            http.get("/v1/articles/x"),
            http.delete("/v1/articles/x"),
            http.post("/v1/articles", json=body(TRUMP)),
            http.post("/summarize", json={"topic": "Korea"}),
            http.get("/v1/briefs"),
            http.post("/v1/briefs", json={}),
        ]
        alive = http.get("/livez")

    for answer in answers:
        assert problem(answer)["type"] == "/problems/store-unavailable"
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert "sqlite" not in answer.text
    assert alive.status_code == 200
    assert "sqlite" in capsys.readouterr().err
