"""Requests made up from the OpenAPI document: none may break what that document promises."""

import json
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


@schemathesis.serializer("application/x-ndjson")
def lines(context: schemathesis.SerializationContext, value: object) -> bytes:
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


def filled(chosen: Settings) -> Summarizer:
    summarizer = Summarizer(open_store(chosen.database))
    summarizer.ingest_documents([TRUMP, POPE, FERRY])
    return summarizer


APP = create_app(Settings(database="sqlite://", api_key=None, log_level="error"), build=filled)
# No schema can say that a range of dates does not end before it begins, that a cursor is one of
# ours, or that there is an article in a page: such requests may be answered with a 422.
ACCEPTED = ["2xx", "401", "403", "404", "422"]
CONFIG = schemathesis.Config.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}}
)
LIMITS = settings(
    max_examples=50,
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
