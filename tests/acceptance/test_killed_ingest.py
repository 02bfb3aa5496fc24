"""An ingest that is killed, again and again, loses nothing and keeps nothing twice."""

import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

from summarizer.store import open_store

ARTICLES = 240
KILLS = 10


def write_articles(folder: Path) -> None:
    """Distinct articles, a third of them with an address."""
    for number in range(ARTICLES):
        address = f"https://courier.example/{number}" if number % 3 == 0 else ""
        body = " ".join(
            f"Ship {number} left harbour {place} with {number * 7 + place} crates of oranges aboard."
            for place in range(12)
        )
        text = f"Ship {number} leaves\n\n{address}\n\n{body}\n"
        (folder / f"ship-{number:03}.txt").write_text(text, encoding="utf-8")


def killed_ingest(inbox: Path, environment: dict[str, str], chance: random.Random) -> int:
    """Kill an ingest some moments after it told of some articles: the exit code."""
    process = subprocess.Popen(
        ["summarizer", "ingest", inbox, "--json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(chance.randrange(ARTICLES - 40)):
        if not process.stdout.readline():
            break
    time.sleep(chance.random() * 0.2)
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    return process.wait()


def test_ten_kills_lose_and_double_nothing(tmp_path, environment, run):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    write_articles(inbox)
    chance = random.Random(20190630)
    codes = [killed_ingest(inbox, environment, chance) for _ in range(KILLS)]
    assert codes.count(-signal.SIGKILL) >= KILLS // 2, "the moments come too late to kill anything"

    done = run("ingest", inbox)
    assert done.returncode == 0, done.stderr
    assert run("ingest", inbox).stdout == f"articles: {ARTICLES} unchanged\n"

    database = tmp_path / "store.db"
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    store = open_store(f"sqlite:///{database}")
    found = store.page(limit=ARTICLES + 10).items
    titles = [info.title for info in found]
    assert sorted(titles) == sorted(f"Ship {number} leaves" for number in range(ARTICLES))
    assert store.find(topic="oranges", limit=ARTICLES + 10).total == ARTICLES
    assert None not in store.prepared([info.id for info in found])
    store.close()
