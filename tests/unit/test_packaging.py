import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
import yaml

import summarizer
from summarizer.config import Settings

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def name_of(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def locked(lock):
    """The version of each distribution that `lock` pins, by normalized name."""
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text(), re.MULTILINE)
    return {name_of(name): version for name, version in pins}


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_index_and_no_path(lock):
    text = (ROOT / lock).read_text()
    assert not re.search(r"://|file:|\s/|@ |--(?:index|extra|find|trusted)", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_every_requirement_by_hash(lock):
    pins = re.split(r"\n(?=[\w.-]+==)", (ROOT / lock).read_text())
    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_brings_torch(lock):
    heavy = ("torch", "triton", "nvidia", "cuda")
    assert [name for name in locked(lock) if name.startswith(heavy)] == []


def test_models_are_no_part_of_the_default_install():
    assert not {"transformers", "sentencepiece", "safetensors"} & locked("requirements.lock").keys()


def test_the_tests_run_on_the_torch_that_the_extra_names():
    [pinned] = re.findall(r"^TORCH := (\S+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert pinned in PROJECT["project"]["optional-dependencies"]["neural"]


def test_every_dependency_is_locked():
    extras = PROJECT["project"]["optional-dependencies"]
    runtime = {name_of(line) for line in PROJECT["project"]["dependencies"]}
    build = {name_of(line) for line in PROJECT["dependency-groups"]["build"]}
    tests = {name_of(line) for extra in ("dev", "eval", "postgres") for line in extras[extra]}

    assert runtime <= locked("requirements.lock").keys()
    assert build <= locked("requirements-build.lock").keys()
    assert runtime | build | tests <= locked("requirements-dev.lock").keys()
    assert {name_of(line) for line in PROJECT["build-system"]["requires"]} <= build


def test_the_locks_agree():
    everything = locked("requirements-dev.lock").items()
    assert locked("requirements.lock").items() <= everything
    assert locked("requirements-build.lock").items() <= everything


def test_one_version_everywhere():
    version = PROJECT["project"]["version"]
    assert summarizer.__version__ == version
    assert {service["image"] for service in COMPOSE["services"].values()} == {
        f"summarizer:{version}"
    }


def test_the_readme_explains_every_setting_with_its_default():
    rows = re.findall(
        r"^\| `SUMMARIZER_(\w+)` \| (.*?) \|", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    fields = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    assert dict(rows) == {
        name: "" if default is None else f"`{default}`" for name, default in fields.items()
    }


def crontab_line():
    lines = (ROOT / "deploy/crontab.example").read_text().splitlines()
    (line,) = (line for line in lines if re.match(r"\d+ \d+ \* \* \* ", line))
    return line


def test_compose_and_crontab_run_the_same_line_at_the_same_hour():
    minute, hour, _, _, _, line = crontab_line().split(" ", 5)
    command, at, composed = COMPOSE["services"]["cron"]["command"]
    assert command == "every-day"
    assert at == f"${{BRIEF_AT:-{hour:0>2}:{minute:0>2}}}"
    assert composed.replace("$$", "$") == line
    assert crontab_line() in (ROOT / "README.md").read_text()
    assert "%" not in line, "cron reads a percent sign as a line break"


def test_compose_demands_a_key_and_shares_one_database():
    api, cron = COMPOSE["services"]["api"], COMPOSE["services"]["cron"]
    assert api["environment"]["SUMMARIZER_API_KEY"].startswith("${SUMMARIZER_API_KEY:?")
    assert "data:/data" in api["volumes"]
    assert cron["volumes"] == ["data:/data", "./inbox:/inbox:ro"]
    assert "SUMMARIZER_DATABASE=sqlite:////data/" in (ROOT / "Dockerfile").read_text()


def wait_for(condition):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("waited ten seconds in vain")


@pytest.mark.skipif(sys.platform != "linux", reason="the container has GNU date")
def test_every_day_survives_a_failure_and_tries_again(tmp_path):
    runs = tmp_path / "runs"
    process = subprocess.Popen(
        ["sh", ROOT / "deploy/every-day", "00:00", f"echo run >> {runs}; exit 3"],
        env={"PATH": "/usr/bin:/bin", "EVERY_DAY_RETRY_SECONDS": "0.1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(lambda: runs.exists() and runs.read_text().count("run") >= 2)
        assert process.poll() is None
    finally:
        process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert "every-day: exit code 3, next try in 0.1 seconds" in complaints


@pytest.mark.skipif(sys.platform != "linux", reason="the container has GNU date")
def test_every_day_runs_once_when_all_is_well(tmp_path):
    runs = tmp_path / "runs"
    naps = tmp_path / "naps"
    # A `sleep` that takes note and returns, so that the loop can be seen to wait without waiting.
    (tmp_path / "sleep").write_text(f"#!/bin/sh\necho $1 >> {naps}\nexec /bin/sleep 0.02\n")
    (tmp_path / "sleep").chmod(0o755)
    process = subprocess.Popen(
        ["sh", ROOT / "deploy/every-day", "00:00", f"echo run >> {runs}"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
    )
    try:
        wait_for(lambda: naps.exists() and naps.read_text().count("30") >= 3)
    finally:
        process.terminate()
        process.wait(timeout=10)
    assert runs.read_text() == "run\n"


@pytest.mark.parametrize("arguments", [[], ["06:00"], ["at dawn", "true"]])
def test_every_day_explains_wrong_usage(arguments):
    script = [shutil.which("sh"), ROOT / "deploy/every-day", *arguments]
    answer = subprocess.run(script, capture_output=True, text=True, check=False, timeout=10)
    assert answer.returncode == 2
    assert answer.stderr.startswith("usage: every-day HH:MM")
