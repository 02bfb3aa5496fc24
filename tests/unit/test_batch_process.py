"""The command of a batch as a process: stopped, killed, at odds with its standard streams."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

COMMAND = "from summarizer.cli import main; main()"
ARTICLE = {"text": "Café guests were saved."}
LINE = json.dumps({"id": "c", "articles": [ARTICLE], "summary": ARTICLE["text"]}) + "\n"
#: starts a batch whose lines take for ever, and tell which process has begun one
ENDLESS = """
import sys
from pathlib import Path
from summarizer.cli.batching import run
from tests.dying_lines import Endless
folder, jobs = Path(sys.argv[1]), int(sys.argv[2])
run(Endless(begun=folder / "begun"), folder / "in.jsonl", folder / "out.jsonl", jobs=jobs)
"""


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Whoever starts the tests in the background has SIGINT ignored, and processes inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text(LINE * 20, encoding="utf-8")
    (tmp_path / "begun").mkdir()
    (tmp_path / "out.jsonl").write_text("old")
    return tmp_path


def command(*arguments, **keywords):
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)], check=False, timeout=60, **keywords
    )


@contextmanager
def started(folder: Path, jobs: int) -> Iterator[tuple[subprocess.Popen, set[int]]]:
    """A batch of which every process is at work, and the ids of these; gone when the test is."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, folder, str(jobs)], stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            while len(begun := list((folder / "begun").iterdir())) < jobs:
                assert process.poll() is None, process.stderr.read()
                time.sleep(0.05)
            yield process, {int(file.name) for file in begun}
        finally:
            for left in (process.pid, *(int(file.name) for file in (folder / "begun").iterdir())):
                with suppress(ProcessLookupError):
                    os.kill(left, signal.SIGKILL)


def await_end(processes: set[int]) -> None:
    """Wait for processes that are no children of ours; the test's time limit is the bound."""
    while any(Path(f"/proc/{process}").exists() for process in processes):
        time.sleep(0.05)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_batch_that_is_stopped_leaves_nothing_behind(folder, stop, jobs):
    with started(folder, jobs) as (process, workers):
        process.send_signal(stop)
        _, told = process.communicate()
        assert process.returncode == 130
        assert told.splitlines()[-1].startswith("summarizer: stopped")
        assert "Traceback" not in told
        await_end(workers)
    assert (folder / "out.jsonl").read_text() == "old"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.timeout(60)
def test_the_processes_of_a_batch_that_is_killed_end(folder):
    with started(folder, 2) as (process, workers):
        process.kill()
        await_end(workers)


def test_processes_that_cannot_start_are_no_line_s_fault(folder):
    script = folder / "unguarded.py"  # each process of it would start processes, and is refused
    script.write_text(COMMAND)
    done = subprocess.run(
        [sys.executable, script, "batch", folder / "in.jsonl", "--jobs", "2"],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 2
    assert "use --jobs 1" in done.stderr.splitlines()[-1]
    assert done.stdout == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_standard_output_without_room_is_an_error(folder):
    with Path("/dev/full").open("wb") as full:
        done = command(
            *("batch", folder / "in.jsonl", "--jobs", 1), stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    last = done.stderr.decode().splitlines()[-1]
    assert last == "summarizer: cannot write standard output: No space left on device"


def test_answers_are_utf_8_whatever_the_terminal_speaks(folder):
    done = command(
        *("batch", folder / "in.jsonl", "--jobs", 1),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["summary"] == ARTICLE["text"]


def test_answers_are_not_read_as_questions(folder):
    source = folder / "in.jsonl"
    before = source.read_bytes()
    with source.open("ab") as appended:
        done = command("batch", source, stdout=appended, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"standard output is the input, too" in done.stderr
    with source.open("rb") as stdin:
        done = command("batch", "-", "-o", source, stdin=stdin, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert source.read_bytes() == before


def test_a_file_named_like_standard_input_is_left_alone(folder):
    folder.joinpath("-").write_text(LINE)
    done = command("check", "-", "--jobs", 1, input=b"", capture_output=True, cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"0/1" not in done.stderr


def test_lines_come_through_a_named_pipe(folder):
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cp", folder / "in.jsonl", pipe]):
        done = command("check", pipe, "-o", folder / "new.jsonl", "--jobs", 1)
    assert done.returncode == 0
    assert len((folder / "new.jsonl").read_text().splitlines()) == 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_line_has_its_answer_or_its_error(folder, jobs):
    lines = [b"null", b"[]", b"\x00", b"\xff", b'{"articles": 3}', b"\xef\xbb\xbf" + LINE.encode()]
    lines += [b'{"id": "%b", "articles": []}' % (b"i" * 100_000), LINE.strip().encode(), b"", b" "]
    (folder / "in.jsonl").write_bytes(b"\n".join([*lines, LINE.strip().encode()]))
    done = command(
        *("check", folder / "in.jsonl", "-o", folder / "out.jsonl", "--jobs", jobs, "--json"),
        capture_output=True,
    )
    answers = list(map(json.loads, (folder / "out.jsonl").read_text().splitlines()))
    assert ["error" in each for each in answers] == [True] * 5 + [False, True, False, False]
    assert json.loads(done.stdout) == {"clusters": 9, "failed": 6}
