"""Every command and every program of the README, run as written, in order, in one folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.acceptance.readme import README, Example, examples

#: the default that the README shows
PORT = 8000
REPOSITORY = README.parent
#: a machine with Python and make only has no curl: this one understands what the README writes
CURL = """#!{python}
import sys, argparse, urllib.request, urllib.error
parser = argparse.ArgumentParser()
parser.add_argument("url")
parser.add_argument("-H", "--header", action="append", default=[])
parser.add_argument("-d", "--data", "--data-binary", "--json", dest="data")
parser.add_argument("-X", "--request")
for flag in ("-s", "-S", "-f", "-i", "-N"):
    parser.add_argument(flag, action="store_true")
chosen = parser.parse_intermixed_args()
data = chosen.data and (open(chosen.data[1:], "rb").read() if chosen.data[0] == "@" else chosen.data.encode())
headers = dict(header.split(": ", 1) for header in chosen.header)
request = urllib.request.Request(chosen.url, data, headers, method=chosen.request)
if data and "--json" in sys.argv:
    request.add_header("Content-Type", "application/json")
try:
    print(urllib.request.urlopen(request).read().decode())
except urllib.error.HTTPError as error:
    print(error.read().decode())
    sys.exit(22)
"""


def usable_port() -> int:
    """The README's port, or another one when somebody's server has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(example: Example, folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """The server that the example starts, up to the end of the block."""
    health = f"http://127.0.0.1:{environment['SUMMARIZER_PORT']}/livez"
    process = subprocess.Popen(example.text.split(), cwd=folder, env=environment)
    try:
        for _ in range(600):
            try:
                with urlopen(health):
                    break
            except URLError:
                assert process.poll() is None, "the server ended"
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        # uvicorn shuts down in order, then ends by the signal that asked for it
        assert process.wait(timeout=30) in (0, -signal.SIGTERM), "the server did not end well"


def run_example(example: Example, folder: Path, environment: dict[str, str]) -> str:
    shell = ["bash", "-c", example.text]
    python = [sys.executable, "-W", "error", "-c", example.text]
    done = subprocess.run(
        shell if example.language == "console" else python,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{example.text}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def prepared_folder(tmp_path: Path, environment: dict[str, str]) -> dict[str, str]:
    """Links to what the README names, and a database in the folder, as for a reader."""
    (tmp_path / "seeds").symlink_to(REPOSITORY / "seeds")
    tools = tmp_path / "tools"
    tools.mkdir()
    if shutil.which("curl") is None:
        (tools / "curl").write_text(CURL.format(python=sys.executable), encoding="utf-8")
        (tools / "curl").chmod(0o755)
    environment = {k: v for k, v in environment.items() if k != "SUMMARIZER_DATABASE"}
    return {**environment, "PATH": f"{environment['PATH']}{os.pathsep}{tools}"}


def test_every_example_runs_as_written(tmp_path, environment):
    port = usable_port()
    settings = {**prepared_folder(tmp_path, environment), "SUMMARIZER_PORT": str(port)}
    told = [
        replace(example, text=example.text.replace(f"127.0.0.1:{PORT}", f"127.0.0.1:{port}"))
        for example in examples()
        if not example.text.startswith("make ")
    ]
    servers = [each for each in told if each.text.startswith("summarizer serve")]
    assert len(servers) == 1
    assert len(told) >= 12
    start = told.index(servers[0])
    for example in told[:start]:
        run_example(example, tmp_path, settings)
    with serving(servers[0], tmp_path, settings):
        outputs = [run_example(example, tmp_path, settings) for example in told[start + 1 :]]
    assert all(outputs), "an example printed nothing"


def test_the_crontab_line_runs(tmp_path, environment):
    """As cron would: the commands after the five fields, with an inbox and a zone."""
    line = next(
        line
        for line in README.read_text(encoding="utf-8").splitlines()
        if line.startswith("0 6 * * *")
    )
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(REPOSITORY / "seeds/corpus/korea/undated-northernpost-freedom-house.txt", inbox)
    command = line.removeprefix("0 6 * * * ").replace("/inbox", str(inbox))
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env={**environment, "BRIEF_TZ": "Europe/Berlin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    # the only article was first seen today, so yesterday has none: said, and nothing is written
    assert "1 added" in done.stdout
    assert "nothing written" in done.stderr
