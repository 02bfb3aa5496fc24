"""A topic in other words, behind the API."""

from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from summarizer.config import Settings
from summarizer.errors import SettingsError
from tests import tiny_embedder
from tests.api.conftest import FERRY, POPE, TRUMP

DOCUMENTS = [TRUMP, POPE, FERRY]
OTHERWISE = {"topic": "vessel sinks"}


@pytest.fixture
def chosen(settings: Settings, tmp_path: Path) -> Settings:
    folder = tiny_embedder.save(tmp_path / "secret", [each.text for each in DOCUMENTS])
    return settings.model_copy(update={"embedder": str(folder)})


def articles() -> list[dict[str, object]]:
    return [
        {"id": each.id, "title": each.title, "text": each.text, "date": each.date}
        for each in DOCUMENTS
    ]


def test_what_is_posted_is_found_by_what_it_means(chosen: Settings) -> None:
    with TestClient(create_app(chosen)) as http:
        assert http.post("/v1/articles", json={"articles": articles()}).status_code == 201
        found = http.post("/summarize", json=OTHERWISE)
        timeline = http.post("/v1/timeline", json=OTHERWISE)
        stories = http.get("/v1/stories", params=OTHERWISE)
        day = {"date": str(date(2019, 5, 29)), **OTHERWISE}
        brief = http.post("/v1/briefs", json=day)
    assert found.status_code == 200
    assert "ferry sank" in found.json()["summary"]
    assert found.json()["manifest"]["parameters"]["embedder"] == "secret"
    assert found.json()["warnings"][0]["code"] == "found-by-meaning"
    assert timeline.status_code == 200
    assert stories.json()["total"] == 1
    assert brief.status_code == 201
    assert "ferry sank" in brief.text


def test_a_model_that_fails_is_told_in_warnings(chosen: Settings) -> None:
    assert chosen.embedder is not None
    (Path(chosen.embedder) / "model.safetensors").write_bytes(b"nothing")
    with TestClient(create_app(chosen)) as http:
        posted = http.post("/v1/articles", json={"articles": articles()})
        found = http.post("/summarize", json={"topic": "ferry"})
    assert posted.status_code == 201
    assert posted.text.count("embedder-failed") == 1
    assert "ferry sank" in found.json()["summary"]
    assert "embedder-failed" in found.text
    assert str(Path(chosen.embedder).parent) not in posted.text + found.text


def test_a_folder_that_is_not_there_keeps_the_server_from_starting(
    settings: Settings, tmp_path: Path
) -> None:
    chosen = settings.model_copy(update={"embedder": str(tmp_path / "nowhere")})
    with pytest.raises(SettingsError, match="SUMMARIZER_EMBEDDER"), TestClient(create_app(chosen)):
        pass
