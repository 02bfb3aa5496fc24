from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.store.identity import stored_id
from summarizer.text.addresses import canonical_url
from summarizer.types import Article

SAME = [
    "https://news.example/story/1",
    "http://news.example/story/1",
    "HTTPS://News.Example/story/1/",
    "https://news.example:443/story/1",
    "http://news.example:80/story/1#comments",
    " https://news.example/story/1?utm_source=feed&utm_medium=rss ",
    "https://news.example/story/1?fbclid=x&gclid=y&UTM_campaign=z",
    "https://news.example/story/1?",
    "https://reader:pass@news.example./story/1",
]


@pytest.mark.parametrize("url", SAME)
def test_spellings_of_one_address(url: str) -> None:
    assert canonical_url(url) == SAME[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/Story", "https://a.example/story"),
        ("https://a.example/?id=1", "https://a.example/?id=2"),
        ("https://a.example/?eid=1", "https://a.example/?eid=2"),  # courlan makes these one
        ("https://a.example/?cid=1", "https://a.example/?cid=2"),
        ("https://a.example/?a=1&b=2", "https://a.example/?b=2&a=1"),
        ("https://a.example/?print", "https://a.example/"),
        ("https://a.example:8080/", "https://a.example/"),
        ("https://www.a.example/", "https://a.example/"),
        ("https://a.example/utm_source", "https://a.example/"),
    ],
)
def test_addresses_of_different_articles(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://a.example/", "https://a.example"),
        ("https://a.example/?p=&q=1", "https://a.example?p=&q=1"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/é"),
        ("http://[2001:DB8::1]:8080/x", "https://[2001:db8::1]:8080/x"),
        ("ftp://a.example/x", "ftp://a.example/x"),
    ],
)
def test_what_stays(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "news/1",
        "/news/1",
        "mailto:a@b",
        "file:///a",
        "http://",
        "http://[x",
        "http://h:x",
    ],
)
def test_no_host_no_address(url: str | None) -> None:
    assert canonical_url(url) is None


@given(st.text(st.characters(exclude_categories=[])))
def test_canonical_is_canonical(url: str) -> None:
    for given_url in (url, f"https://a.example/{url}", f"http://{url}"):
        once = canonical_url(given_url)
        assert canonical_url(once) == once


def test_the_stored_id_is_made_from_the_address_or_the_content() -> None:
    article = Article(id="x", text="A.", content_hash="c" * 64, url="http://a.example/1/")
    assert stored_id(article) == sha256(b"https://a.example/1").hexdigest()[:16]
    bare = Article(id="x", text="A.", content_hash="c" * 64)
    assert stored_id(bare) == sha256(b"c" * 64).hexdigest()[:16]
