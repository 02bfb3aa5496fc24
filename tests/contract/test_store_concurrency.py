"""Several threads, and several real processes, over one store."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from summarizer.errors import StoreUnavailableError
from summarizer.protocols import Store
from summarizer.store import open_store
from tests.contract.samples import NOON, article, pairs

ROOT = Path(__file__).parents[2]
ARTICLES = [article(f"Number {n}.", url=f"https://a.example/{n}") for n in range(60)]
#: waits until told, so that all begin at the same moment; then opens, adds, and prints the statuses
WORKER = """
import sys
from summarizer.store import open_store
from tests.contract.samples import NOON, pairs
from tests.contract.test_store_concurrency import ARTICLES
print("ready", flush=True)
sys.stdin.readline()
store = open_store(sys.argv[1])
statuses = []
for start in range(0, len(ARTICLES), 7):
    statuses += [status for _, status in store.add(pairs(*ARTICLES[start:start + 7]), seen=NOON)]
store.close()
print(" ".join(statuses))
"""


def start(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", WORKER, url]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_processes_that_open_and_fill_a_new_store_at_once_add_each_article_once(
    shared_url: str,
) -> None:
    workers = [start(shared_url) for _ in range(4)]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    statuses = [worker.communicate()[0].split() for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * len(workers)
    for n in range(len(ARTICLES)):
        assert sorted(each[n] for each in statuses) == ["added"] + ["unchanged"] * 3
    store = open_store(shared_url)
    assert store.find(limit=1000).total == len(ARTICLES)
    assert store.find(topic="number", limit=1000).total == len(ARTICLES)
    store.close()


def test_threads_that_open_a_new_store_at_once(shared_url: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        stores = list(threads.map(open_store, [shared_url] * 8))
    for store in stores:
        store.check()
        store.close()


def test_threads_share_a_store(store: Store) -> None:
    def work(n: int) -> int:
        store.add(pairs(*ARTICLES[n % 3 :: 3]), seen=NOON)
        return store.find(topic="number").total + len(store.page(limit=5).items)

    with ThreadPoolExecutor(8) as threads:
        assert all(count >= 20 + 5 for count in threads.map(work, range(24)))
    assert store.find(topic="number").total == len(ARTICLES)


def test_writers_of_one_address_make_one_version_after_another(store: Store) -> None:
    texts = [article(f"Text {n}.", url="https://a.example/") for n in range(12)]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda each: store.add(pairs(each), seen=NOON), texts))
    [info] = store.find().articles
    assert info.version == len(texts)
    assert store.find(topic="text").total == 1


def test_a_reader_sees_no_half_of_a_batch(shared_url: str) -> None:
    store, reader = open_store(shared_url), open_store(shared_url)
    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(
            lambda: [store.add(pairs(*ARTICLES[n : n + 10]), seen=NOON) for n in range(0, 60, 10)]
        )
        seen = [reader.find().total]
        while not writing.done():
            seen.append(reader.find().total)
        writing.result()
    assert all(total % 10 == 0 for total in seen)
    assert all(earlier <= later for earlier, later in pairwise(seen))
    store.close()
    reader.close()


def test_a_failed_batch_leaves_the_store_usable(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patch:
        patch.setattr(type(store._dialect), "index", fail)
        with pytest.raises(RuntimeError, match="in the middle"):
            store.add(pairs(*ARTICLES[:2]), seen=NOON)
    assert store.find().total == 0
    assert {status for _, status in store.add(pairs(*ARTICLES[:2]), seen=NOON)} == {"added"}


def test_a_driver_error_is_translated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        type(store._dialect),
        "begin",
        lambda self, connection, writing: connection.exec_driver_sql("SELECT nothing"),
    )
    with pytest.raises(StoreUnavailableError, match="nothing"):
        store.check()
