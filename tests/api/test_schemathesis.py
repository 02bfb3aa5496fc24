"""Requests made up from the OpenAPI document: none may break what that document promises."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.python import asgi

from api.app import create_app
from summarizer.config import Settings
from summarizer.service import Summarizer
from summarizer.store import open_store
from tests.api.conftest import FERRY, POPE, TRUMP


def filled(chosen: Settings) -> Summarizer:
    summarizer = Summarizer(open_store(chosen.database))
    summarizer.ingest_documents([TRUMP, POPE, FERRY])
    return summarizer


APP = create_app(Settings(database="sqlite://", api_key=None, log_level="error"), build=filled)
CONFIG = schemathesis.Config.from_dict({})
LIMITS = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
schema = schemathesis.openapi.from_dict(APP.openapi(), config=CONFIG)
schema.app = APP  # reached in process


@pytest.fixture(scope="module", autouse=True)
def stopped() -> Iterator[None]:
    yield
    asgi.shutdown_lifespans()


@schema.parametrize()
@LIMITS
def test_the_api_keeps_its_word(case: schemathesis.Case) -> None:
    case.call_and_validate()
