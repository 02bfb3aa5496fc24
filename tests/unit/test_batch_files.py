"""Where batches read and write: what fails says so, and leaves nothing behind."""

import resource
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.cli.batching import answer_line
from summarizer.cli.checks import CheckJob
from summarizer.cli.files import count_lines, numbered_lines, opened_output
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, UnreadableInputError

JOB = CheckJob(zone="UTC", max_bytes=10_000, settings=Settings())


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"", 0),
        (b"{}", 1),
        (b"{}\n\n  \n{}\n", 2),
        (b"x" * (3 * 2**20) + b"\n \n" + b" " * 2**21 + b"x\n", 2),
    ],
)
def test_lines_that_hold_something_are_counted(tmp_path, data, count):
    file = tmp_path / "in.jsonl"
    file.write_bytes(data)
    assert count_lines(file) == count
    assert count_lines(tmp_path) is None


class Broken(BytesIO):
    def readline(self, *_) -> bytes:
        raise OSError(5, "Input/output error")


def test_an_input_that_breaks_is_not_taken_for_the_output(tmp_path):
    def copy() -> None:
        with opened_output(tmp_path / "out.jsonl", tmp_path / "in.jsonl") as out:
            for _ in numbered_lines(Broken(), Path("in.jsonl"), max_bytes=100):
                out.write("never\n")

    with pytest.raises(UnreadableInputError, match=r"in\.jsonl: Input/output error"):
        copy()
    assert list(tmp_path.iterdir()) == []


WRITER = """
import resource, signal, sys
from pathlib import Path
from summarizer.cli.files import opened_output
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with opened_output(Path(sys.argv[1]), Path("in")) as out:
        out.write("x" * 5000)
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no such limit here")
def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", WRITER, target], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"InvalidRequestError cannot write {target}: File too large")
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert target.read_text() == "old"


def test_an_output_of_the_same_name_keeps_its_permissions(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    with opened_output(target, Path("in")) as out:
        out.write("new\n")
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new\n", 0o640)


def test_the_input_is_no_output(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "a").touch()
    with (
        pytest.raises(InvalidRequestError, match="is the input"),
        opened_output(tmp_path / "x" / ".." / "a", tmp_path / "a"),
    ):
        pass


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        (rb'{"articles": [{"text": "Boats sank."}], "summary": "Boats \ud800 sank."}', False),
        (rb'{"articles": [{"text": "Boats sank."}], "summary": ["\ud800"]}', False),
        (rb'{"articles": "\ud800", "summary": "x"}', False),
        (rb'{"\ud800": 1}', False),
        # what is only a name is read without it
        (rb'{"id": "\ud800", "articles": [{"text": "Boats sank."}], "summary": "Boats."}', True),
        (rb'{"articles": [{"id": "\udc00", "text": "Boats sank."}], "summary": "Boats."}', True),
    ],
)
def test_half_a_character_fails_its_line_alone(line, answers):
    answered, text = answer_line(JOB, (1, line))
    assert answered == answers
    assert ('"error"' in text) != answers
    assert text.encode()


def test_an_input_that_cannot_be_read_is_not_counted():
    assert count_lines(Path("/proc/self/mem")) is None  # its first byte is an input/output error
    assert count_lines(Path("-")) is None


def test_the_input_is_no_output_under_another_name(tmp_path):
    (tmp_path / "in.jsonl").write_text("{}\n")
    (tmp_path / "other.jsonl").hardlink_to(tmp_path / "in.jsonl")
    with (
        pytest.raises(InvalidRequestError, match="is the input"),
        opened_output(tmp_path / "other.jsonl", tmp_path / "in.jsonl"),
    ):
        pass
    assert (tmp_path / "in.jsonl").read_text() == "{}\n"


def test_an_output_may_have_the_longest_name(tmp_path):
    target = tmp_path / ("x" * 250)
    with opened_output(target, Path("in")) as out:
        out.write("é\n")
    assert target.read_bytes() == "é\n".encode()


NOBODY = """
import os, sys
from pathlib import Path
from summarizer.cli.files import opened_output
if os.geteuid() == 0:  # whom nothing is read-only for
    os.seteuid(65534)
try:
    with opened_output(Path(sys.argv[1]), Path("in")) as out:
        out.write("new")
except Exception as error:
    print(type(error).__name__, error)
"""


def test_a_read_only_file_is_not_replaced():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        target = Path(folder, "out.jsonl")
        target.write_text("old")
        target.chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", NOBODY, target], capture_output=True, text=True, check=True
        )
        assert "InvalidRequestError cannot write" in done.stdout
        assert [path.name for path in Path(folder).iterdir()] == ["out.jsonl"]
        assert target.read_text() == "old"
