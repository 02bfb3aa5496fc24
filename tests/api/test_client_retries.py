"""What the client makes of servers that are busy, broken or somebody else's."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from summarizer.client import Client
from summarizer.errors import RemoteError, ServiceUnavailableError, UnauthorizedError
from summarizer.types import BriefKey

PROBLEM = "application/problem+json"
EMPTY = '{"items": []}'


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def client(httpserver: HTTPServer, slept: list[float]) -> Iterator[Client]:
    with Client(httpserver.url_for(""), retries=3) as client:
        client._sleep = slept.append
        yield client


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again(
    httpserver: HTTPServer, client: Client, slept: list[float], status: int
) -> None:
    for _ in range(3):
        httpserver.expect_ordered_request("/v1/briefs").respond_with_data("", status)
    httpserver.expect_ordered_request("/v1/briefs").respond_with_data(EMPTY)

    assert client.briefs() == ()

    assert len(slept) == 3
    assert all(0 < pause < 10 for pause in slept)
    assert slept[0] + 0.25 < slept[2]


def test_a_server_that_stays_busy_is_told(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    told = json.dumps({"detail": "come back later"})
    httpserver.expect_request("/v1/briefs").respond_with_data(told, 503, content_type=PROBLEM)

    with pytest.raises(ServiceUnavailableError, match=r"503.*come back later"):
        client.briefs()

    assert len(slept) == 3
    assert len(httpserver.log) == 4


def later(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("header", "waited"),
    [
        ("17", (17, 17)),
        ("in 40 s", (20, 41)),
        ("40 s ago", (0, 1)),
        ("0", (0, 1)),
        ("soon", (0, 1)),
        ("-3", (0, 1)),
        ("", (0, 1)),
    ],
)
def test_the_server_says_how_long_to_wait(
    client: Client,
    httpserver: HTTPServer,
    slept: list[float],
    *,
    header: str,
    waited: tuple[int, int],
) -> None:
    # moments are worked out now: collection may lie minutes back
    header = {"in 40 s": later(40), "40 s ago": later(-40)}.get(header, header)
    httpserver.expect_oneshot_request("/v1/briefs").respond_with_data(
        "", 429, headers={"Retry-After": header}
    )
    httpserver.expect_request("/v1/briefs").respond_with_data(EMPTY)

    assert client.briefs() == ()

    assert len(slept) == 1
    assert waited[0] <= slept[0] <= waited[1]


@pytest.mark.parametrize("header", ["3600", later(3600), "9" * 400])
def test_nobody_waits_for_an_hour(
    httpserver: HTTPServer, client: Client, slept: list[float], header: str
) -> None:
    httpserver.expect_request("/v1/briefs").respond_with_data(
        "", 503, headers={"Retry-After": header}
    )

    with pytest.raises(ServiceUnavailableError):
        client.briefs()

    assert slept == []


def test_a_server_that_is_not_there_is_looked_for_again(
    unused_port: int, slept: list[float]
) -> None:
    with Client(f"http://127.0.0.1:{unused_port}", retries=2) as client:
        client._sleep = slept.append
        with pytest.raises(ServiceUnavailableError):
            client.write_brief(rebuild=True)

    assert len(slept) == 2


def hang_up(request: Request) -> Response:
    request.environ["werkzeug.socket"].shutdown(2)
    return Response("")


def test_a_lost_connection_is_tried_again(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    httpserver.expect_oneshot_request("/v1/briefs").respond_with_handler(hang_up)
    httpserver.expect_request("/v1/briefs").respond_with_data(EMPTY)

    assert client.briefs() == ()
    assert len(slept) == 1


def test_what_may_have_happened_and_must_not_twice_is_not_repeated(
    httpserver: HTTPServer, client: Client, slept: list[float]
) -> None:
    arrived: list[str] = []

    def hang_up_after_noting(request: Request) -> Response:
        arrived.append(request.path)  # the server's own log is written after the client knows
        return hang_up(request)

    httpserver.expect_request("/v1/briefs").respond_with_handler(hang_up_after_noting)

    with pytest.raises(ServiceUnavailableError):
        client.write_brief(BriefKey(day=date(2019, 6, 30)), rebuild=True)

    assert slept == []
    assert arrived == ["/v1/briefs"]


@pytest.mark.parametrize("status", [400, 404, 405, 409, 500, 502])
def test_other_errors_are_not_tried_again(
    httpserver: HTTPServer, client: Client, slept: list[float], status: int
) -> None:
    httpserver.expect_request("/v1/briefs").respond_with_data("<h1>Oops</h1>", status)

    with pytest.raises(RemoteError) as told:
        client.briefs()

    assert told.value.status == status
    assert slept == []


def test_a_problem_is_told_with_its_pointers(httpserver: HTTPServer, client: Client) -> None:
    told = {
        "type": "/problems/malformed-json",
        "title": "No JSON",
        "status": 400,
        "detail": "at line 1",
        "errors": [{"pointer": "/a"}, {"detail": "x"}, 3, {"pointer": 4}],
    }
    httpserver.expect_request("/v1/briefs").respond_with_data(
        json.dumps(told), 400, content_type=PROBLEM
    )

    with pytest.raises(RemoteError) as error:
        client.briefs()

    assert (error.value.title, error.value.detail) == ("No JSON", "at line 1")
    assert error.value.pointers == ("/a",)


@pytest.mark.parametrize("content", ["[1]", "{", "null", '{"type": 3, "errors": {}, "detail": []}'])
def test_a_broken_problem_is_still_an_error(
    httpserver: HTTPServer, client: Client, content: str
) -> None:
    httpserver.expect_request("/v1/articles/x").respond_with_data(
        content, 404, content_type=PROBLEM
    )

    with pytest.raises(RemoteError):
        client.article("x")


@pytest.mark.parametrize("content", ["", "<html>", "[]", '{"items": 3}', "\xff"])
def test_an_answer_of_another_server_is_told(
    httpserver: HTTPServer, client: Client, content: str
) -> None:
    httpserver.expect_request("/v1/briefs").respond_with_data(content)

    with pytest.raises(RemoteError, match="not of this API"):
        client.briefs()


def test_a_key_does_not_follow_a_redirect(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/briefs").respond_with_data(
        "", 307, headers={"Location": "http://elsewhere.invalid/"}
    )

    with Client(httpserver.url_for(""), api_key="k") as client, pytest.raises(RemoteError):
        client.briefs()


def test_forbidden(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/v1/briefs").respond_with_data("", 403)

    with pytest.raises(UnauthorizedError):
        client.briefs()


def test_an_address_may_have_a_path(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/news/v1/briefs").respond_with_data(EMPTY)

    with Client(httpserver.url_for("/news/")) as client:
        assert client.briefs() == ()


def test_the_client_is_light() -> None:
    """No numpy, no torch, no server: a script that only asks loads what it needs for that."""
    program = (
        "import sys, summarizer.client as c\n"
        "c.Client(api_key='k').close()\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))\n"
        "names = (name.split('.') for name in sys.modules if name.startswith('summarizer'))\n"
        "print(*sorted({'.'.join(name[:2]) for name in names}))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    loaded, ours = (set(line.split()) for line in ran.stdout.splitlines())
    assert not loaded & {
        *("api", "fastapi", "lxml", "nltk", "numpy", "scipy", "sqlalchemy", "torch", "trafilatura"),
        *("starlette", "transformers", "uvicorn"),
    }
    assert ours == {"summarizer", "summarizer.client", "summarizer.errors", "summarizer.types"}
