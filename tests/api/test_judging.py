"""A judge named by the settings, behind the API."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from summarizer.config import Settings
from summarizer.errors import SettingsError
from tests import tiny_judges

BODY = {
    "documents": [{"text": "The mayor praised the plan on Monday."}],
    "summary": "The mayor condemned the plan on Monday.",
}


def test_a_check_asks_the_judge_and_names_it(settings: Settings, tiny_nli: Path) -> None:
    chosen = settings.model_copy(update={"judge": str(tiny_nli)})
    with TestClient(create_app(chosen)) as http:
        answer = http.post("/v1/check", json=BODY)

    assert answer.status_code == 200
    [sentence] = answer.json()["sentences"]
    assert [reason["kind"] for reason in sentence["reasons"]] == ["judge"]
    assert [each["name"] for each in answer.json()["judges"]] == ["tiny-nli"]


def test_a_judge_that_fails_is_a_problem_that_names_no_file(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny_judges.save_classifier(tmp_path / "secret")
    chosen = settings.model_copy(update={"judge": str(folder)})
    with TestClient(create_app(chosen)) as http:
        (folder / "model.safetensors").write_bytes(b"nothing")
        answer = http.post("/v1/check", json=BODY)

    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/judge-failed"
    assert "secret" not in answer.text
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert any("secret" in str(line.get("reason")) for line in logged)


def test_a_folder_that_is_not_there_keeps_the_server_from_starting(
    settings: Settings, tmp_path: Path
) -> None:
    chosen = settings.model_copy(update={"judge": str(tmp_path / "nowhere")})
    with pytest.raises(SettingsError, match="SUMMARIZER_JUDGE"), TestClient(create_app(chosen)):
        pass
