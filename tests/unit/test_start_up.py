"""What a process loads before its first line of work: a second of imports is a second of waiting."""

import json
import os
import subprocess
import sys

import pytest

from seeds import CORPUS

#: what no command loads to show its help
NOT_FOR_HELP = {
    *("alembic", "fastapi", "httpx2", "lxml", "nltk", "numpy", "scipy", "sklearn", "sqlalchemy"),
    *("summarizer.service", "torch", "trafilatura", "transformers", "uvicorn"),
}
#: what no extract from plain text needs
NOT_FOR_EXTRACTS = {
    *("alembic", "fastapi", "lxml", "matplotlib", "nltk", "scipy.cluster", "scipy.linalg"),
    *("scipy.optimize", "scipy.spatial", "scipy.stats", "sklearn", "sqlalchemy", "torch"),
    *("trafilatura", "transformers", "uvicorn"),
}
REPORT = "import json, sys; sys.stderr.write('\\n' + json.dumps(list(sys.modules)))"
COMMAND = f"""
import atexit
atexit.register(lambda: exec({REPORT!r}))
from summarizer.cli import main
main()
"""
TEXT = "The ferry Maria sank off the harbour at noon. Forty people were saved."


def python(code, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, **environment},
    )


def loaded_by(code, *arguments):
    return set(json.loads(python(code, *arguments).stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "command", [(), ("summarize",), ("batch",), ("timeline",), ("train-ranker",), ("serve",)]
)
def test_help_loads_nothing_heavy(command):
    loaded = loaded_by(COMMAND, *command, "--help")
    assert "typer" in loaded
    assert not loaded & NOT_FOR_HELP


def test_a_summary_of_a_file_loads_only_what_extracts_need(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    loaded = loaded_by(COMMAND, "summarize", str(file), "--words", "10")
    assert "summarizer.extractive.learned" in loaded
    assert not loaded & NOT_FOR_EXTRACTS


def test_a_process_of_batch_loads_only_what_extracts_need():
    code = (
        "from summarizer.cli.batching import BatchJob, answer_line\n"
        "from summarizer.types import Budget, SummaryRequest\n"
        "job = BatchJob(request=SummaryRequest(budget=Budget(amount=10)), max_bytes=1000)\n"
        f"done = answer_line(job, (1, b'{json.dumps({'articles': [{'text': TEXT}]})}'))\n"
        f"assert done[0], done\n{REPORT}"
    )
    assert not loaded_by(code) & NOT_FOR_EXTRACTS


def test_who_hands_lines_to_processes_of_batch_answers_none(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"articles": [{"text": TEXT}]}), encoding="utf-8")
    arguments = ("batch", str(file), "-o", str(tmp_path / "out.jsonl"), "--jobs", "2")
    assert "summarizer.service" not in loaded_by(COMMAND, *arguments)
    assert json.loads(tmp_path.joinpath("out.jsonl").read_text("utf-8"))["summary"] == TEXT


def test_processes_of_batch_start_where_no_socket_can_be_made(tmp_path):
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"articles": [{"text": TEXT}]}), encoding="utf-8")
    done = python(COMMAND, "batch", str(file), "--jobs", "2", TMPDIR=str(folder))
    assert json.loads(done.stdout)["summary"] == TEXT


def test_nltk_is_whole_for_whoever_imports_it_later():
    code = (
        "from summarizer.text.tokens import stem\n"
        "import nltk, nltk.stem\n"
        "print(nltk.word_tokenize.__module__, nltk.stem.PorterStemmer().stem('ferries'))\n"
        "print(stem('ferries'), nltk.corpus.stopwords.__class__.__name__)"
    )
    assert python(code).stdout.split() == ["nltk.tokenize", "ferri", "ferri", "LazyCorpusLoader"]


def test_stems_and_sentences_are_those_of_the_whole_nltk():
    files = [str(file) for file in sorted(CORPUS.rglob("*.txt"))]
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from summarizer.text.nltk_parts import SnowballStemmer\n"
        "from summarizer.text.sentences import split\n"
        "from summarizer.text.tokens import stem, words\n"
        "print(SnowballStemmer.__module__, 'nltk' in sys.modules, file=sys.stderr)\n"
        "for text in (Path(file).read_text('utf-8') for file in sys.argv[1:]):\n"
        "    for language in ('en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru'):\n"
        "        print(split(text, language))\n"
        "        print([stem(word, language) for word in words(text, language)])\n"
    )
    alone, whole = python(code, *files), python(f"import nltk\n{code}", *files)
    assert alone.stderr.split() == ["nltk.stem.snowball", "False"]
    assert whole.stderr.split() == ["nltk.stem.snowball", "True"]
    assert len(alone.stdout) > 100_000
    assert alone.stdout == whole.stdout


def test_an_nltk_whose_modules_need_the_rest_of_it_is_loaded_whole(tmp_path):
    parts = {
        "__init__.py": "needed = object",
        "stem/__init__.py": "",
        "stem/snowball.py": "from nltk import needed\nclass SnowballStemmer(needed): pass",
        "tokenize/__init__.py": "",
        "tokenize/punkt.py": "PunktLanguageVars = PunktParameters = PunktSentenceTokenizer = 1",
    }
    for name, source in parts.items():
        file = tmp_path / "nltk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")
    code = (
        "from summarizer.text.nltk_parts import SnowballStemmer\n"
        "import sys; print(SnowballStemmer.__mro__[1].__name__, 'nltk' in sys.modules)"
    )
    assert python(code, PYTHONPATH=str(tmp_path)).stdout.split() == ["object", "True"]
