import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from summarizer.config import Settings
from summarizer.errors import StoreUnavailableError
from summarizer.extractive.lead import Lead
from summarizer.extractive.rankers import RANKERS
from summarizer.prepared import Pool
from summarizer.protocols import Asked, Objective
from summarizer.service import Summarizer
from summarizer.store import open_store
from tests.api.conftest import TRUMP, body, serving


def test_health(http: TestClient) -> None:
    assert http.get("/livez").json() == {"status": "ok"}
    assert http.get("/readyz").json() == {"status": "ok"}


def test_the_front_door_leads_to_the_documentation(http: TestClient) -> None:
    answer = http.get("/", follow_redirects=False)

    assert (answer.status_code, answer.headers["Location"]) == (307, "/docs")


def test_metrics_count_by_template_and_not_by_path(http: TestClient) -> None:
    for path in ("/livez", "/livez", "/v1/articles/one", "/v1/articles/two", "/what", "/ever"):
        http.get(path)
    http.request("BREW", "/livez")

    text = http.get("/metrics").text

    requests = "summarizer_http_requests_total"
    assert f'{requests}{{method="GET",route="/livez",status="200"}} 2.0' in text
    assert (
        f'{requests}{{method="GET",route="/v1/articles/{{article_id}}",status="404"}} 2.0' in text
    )
    assert f'{requests}{{method="GET",route="(none)",status="404"}} 2.0' in text
    assert 'method="other"' in text
    assert 'summarizer_http_request_seconds_count{method="GET",route="/livez"} 2.0' in text


def test_apps_count_for_themselves(settings: Settings) -> None:
    with TestClient(create_app(settings)) as one, TestClient(create_app(settings)) as other:
        one.get("/livez")

        assert 'route="/livez"' in one.get("/metrics").text
        assert 'route="/livez"' not in other.get("/metrics").text


class Patient:
    """A ranker that waits until it is let go."""

    parameters = Lead.parameters
    cost_exponents = Lead.cost_exponents
    refined = Lead.refined
    entered = threading.Semaphore(0)
    released = threading.Event()

    def objective(self, pool: Pool, asked: Asked) -> Objective:
        self.entered.release()
        assert self.released.wait(60)
        return Lead().objective(pool, asked)


def test_health_checks_answer_while_every_worker_is_busy(settings: Settings) -> None:
    def build(chosen: Settings) -> Summarizer:
        return Summarizer(open_store(chosen.database), rankers={**RANKERS, "patient": Patient})

    question = {"documents": [body(TRUMP)], "ranker": "patient"}
    with (
        TestClient(create_app(settings, build=build)) as http,
        ThreadPoolExecutor(settings.threads + 1) as callers,
    ):
        asked = [
            callers.submit(http.post, "/summarize", json=question)
            for _ in range(settings.threads + 1)
        ]
        try:
            for _ in range(settings.threads):
                assert Patient.entered.acquire(timeout=60)
            # One more than there are workers: it waits, and does not keep others waiting.
            health = [http.get(path).status_code for path in ("/livez", "/readyz", "/metrics")]
            started_more = Patient.entered.acquire(blocking=False)
        finally:
            Patient.released.set()
        answers = [future.result(60).status_code for future in asked]

    assert health == [200, 200, 200]
    assert not started_more
    assert answers == [200] * 3


def test_a_client_that_leaves_is_no_error(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "POST /summarize HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    with serving(create_app(settings)) as address:
        with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))) as leaving:
            leaving.sendall(f"{head}Content-Length: 1000\r\n\r\n{{".encode())
        logged = ""
        while '"event": "request"' not in logged:
            logged += capsys.readouterr().err
            time.sleep(0.01)
        assert httpx2.get(f"{address}/livez").status_code == 200

    assert '"event": "left"' in logged
    assert '"event": "failed"' not in logged


def test_the_store_is_closed_at_the_end(settings: Settings) -> None:
    stores = []

    def build(chosen: Settings) -> Summarizer:
        stores.append(open_store(chosen.database))
        return Summarizer(stores[0])

    with TestClient(create_app(settings, build=build)):
        stores[0].check()

    with pytest.raises(StoreUnavailableError):
        stores[0].check()


def test_nothing_happens_before_the_start(settings: Settings) -> None:
    def build(chosen: Settings) -> Summarizer:
        raise AssertionError("built too early")

    app = create_app(settings, build=build)

    assert app.openapi()["info"]["title"] == "Summarizer"
