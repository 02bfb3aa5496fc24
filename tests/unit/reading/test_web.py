"""Pages fetched from a real server on this machine."""

import gzip
import time

import pytest
from werkzeug import Response

from summarizer.errors import UnreadableInputError
from summarizer.reading import read_paths, web
from tests.unit.reading.test_inputs import HTML, TEXT, feed, item


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def serve(httpserver):
    """Serves a content at a path, and gives its address."""

    def serve(path, content, kind="text/html", **more):
        httpserver.expect_request(path).respond_with_data(content, content_type=kind, **more)
        return httpserver.url_for(path)

    return serve


def reason(url, **limits):
    (error,) = read_paths([url], **limits)
    assert isinstance(error, UnreadableInputError)
    assert error.name == url
    return error.reason


def test_a_page_is_read_with_its_address(serve):
    url = serve("/2019/06/30/light-at-last.html", HTML)
    (article,) = read_paths([url])
    assert article.text == f"{TEXT}\n{TEXT}"
    assert (article.id, article.url) == ("light-at-last", url)
    assert (article.date.value.isoformat(), article.date.origin) == ("2019-06-30", "url")


def test_the_address_that_a_page_names_wins(serve):
    head = '<head><link rel="canonical" href="https://h.example/light">'
    url = serve("/", HTML.replace("<head>", head))
    (article,) = read_paths([url])
    assert (article.id, article.url, article.source) == (
        "localhost",
        "https://h.example/light",
        "h.example",
    )


def test_redirects_lead_to_the_articles_address(httpserver, serve):
    target = serve("/there", HTML)
    httpserver.expect_request("/short").respond_with_data(status=302, headers={"Location": target})
    (article,) = read_paths([httpserver.url_for("/short")])
    assert (article.id, article.url) == ("there", target)


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (
            "application/rss+xml",
            feed(item(1), item(2)),
            ["https://h.example/1", "https://h.example/2"],
        ),
        ("text/xml; charset=utf-8", feed(item(1)), ["https://h.example/1"]),
        ("application/json", f'[{{"text": "{TEXT}"}}]', [None]),
        ("application/x-ndjson", f'{{"text": "{TEXT}"}}\n' * 2, [None, None]),
    ],
)
def test_several_articles_do_not_share_the_address(serve, kind, content, expected):
    assert [article.url for article in read_paths([serve("/news", content, kind)])] == expected


def test_a_plain_text_and_its_charset(serve):
    text = f"{TEXT} Żółć."
    url = serve("/light.txt", text.encode("iso-8859-2"), "text/plain; charset=ISO-8859-2")
    (article,) = read_paths([url])
    assert (article.id, article.text, article.url) == ("light", text, url)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, "the server answered 404 NOT FOUND"),
        (503, "the server answered 503 SERVICE UNAVAILABLE"),
    ],
)
def test_a_failing_server(serve, status, expected):
    assert reason(serve("/x", HTML, status=status)) == expected


def test_what_is_no_page(serve):
    url = serve("/x.png", b"\x89PNG\r\n", "image/png")
    assert reason(url) == "is image/png: only pages, texts, feeds and JSON are read"
    assert reason(serve("/empty", "")) == "is empty"
    assert reason(serve("/pdf", b"%PDF-1.7 light")) == "is a binary file, not text"


@pytest.mark.parametrize("compressed", [False, True])
def test_a_large_answer_is_refused(serve, compressed):
    data = HTML.encode() + b" " * 500_000
    headers = {"Content-Encoding": "gzip"} if compressed else {}
    url = serve("/x", gzip.compress(data) if compressed else data, headers=headers)
    assert reason(url, max_bytes=100_000) == "is larger than 100000 bytes"


def test_redirects_end(httpserver):
    url = httpserver.url_for("/round")
    httpserver.expect_request("/round").respond_with_data(status=302, headers={"Location": url})
    assert reason(url) == "redirects more than 5 times"


def test_redirects_stay_on_the_web(httpserver, tmp_path):
    (tmp_path / "secret.txt").write_text(TEXT)
    headers = {"Location": f"file://{tmp_path}/secret.txt"}
    httpserver.expect_request("/x").respond_with_data(status=302, headers=headers)
    assert "cannot be reached" in reason(httpserver.url_for("/x"))


def test_a_slow_server(httpserver, monkeypatch):
    monkeypatch.setattr(web, "_SECONDS_TO_WAIT", 0.1)
    httpserver.expect_request("/x").respond_with_handler(lambda _: time.sleep(0.5) or Response(""))
    assert reason(httpserver.url_for("/x")) == "did not answer in time: try again later"


def test_a_server_that_never_ends(httpserver, monkeypatch):
    monkeypatch.setattr(web, "_SECONDS_IN_ALL", 0.0)
    httpserver.expect_request("/x").respond_with_data(HTML, content_type="text/html")
    assert reason(httpserver.url_for("/x")) == "took more than 0 seconds"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "https://", "http://[half", "http://h:port/", "HTTP://a b/"]
)
def test_an_address_where_nobody_answers(url):
    assert "check the address" in reason(url)
