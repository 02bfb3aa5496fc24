"""Files, folders, feeds and JSON lines: what comes out, in which order, and what each failure says."""

import io
import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import UnreadableInputError
from summarizer.reading import (
    parse_cluster_line,
    parse_line,
    read_cluster,
    read_document,
    read_paths,
    read_stream,
)
from summarizer.reading.formats import detect_format
from summarizer.store.codec import refuse_unstorable
from summarizer.types import Article, Document

TEXT = "The city council of Harbourton agreed on Tuesday to repair the old lighthouse."
HTML = f"<html><head><title>Light</title></head><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"


def feed(*items):
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Times</title>{"".join(items)}</channel></rss>'


def item(number, body=TEXT):
    return (
        f"<item><title>Light {number}</title><link>https://h.example/{number}</link>"
        f"<pubDate>Sun, 30 Jun 2019 14:05:00 GMT</pubDate><description><![CDATA[{body}]]></description></item>"
    )


def read(data, name, **limits):
    return read_stream(io.BytesIO(data), name=name, default_id=Path(name).stem, **limits)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b" / "a.html").write_text(HTML)
    (tmp_path / "b" / "feed.xml").write_text(feed(item(1), item(2)))
    (tmp_path / "c.jsonl").write_text(
        '{"text": "' + TEXT + '"}\n{"id": "own", "text": "' + TEXT + '"}\n'
    )
    (tmp_path / "notes.md").write_text(TEXT)
    (tmp_path / ".secret.txt").write_text(TEXT)
    (tmp_path / ".hidden" / "x.txt").write_text(TEXT)
    return tmp_path


def ids(found):
    return [x.id if isinstance(x, Article) else str(x) for x in found]


def reasons(found):
    return [x.reason for x in found if isinstance(x, UnreadableInputError)]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"<!doctype html><html>", "x", "html"),
        (b"\xef\xbb\xbf  <html><body>", "x.txt.bak", "html"),
        (b"<p>Light</p><p>at last</p>", "x", "html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "x", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "x.xml", "feed"),
        (
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>',
            "x.xhtml",
            "html",
        ),
        (b'{"text": "a"}\n{"text": "b"}\n', "x", "jsonl"),
        (b'{\n "text": "a"\n}', "x", "json"),
        (b'[{"text": "a"}]', "x.json", "json"),
        (b"Light at last <b>here</b>", "x.txt", "text"),
        (b"<!DOCTYPE html>\n<html><head><title>Light</title></head>", "x.txt", "html"),
        (b"<!-- saved -->\n<div><p>Light at last</p></div>", "x.text", "html"),
        (b"<http://a.example/light>\n\nLight at last", "x.txt", "text"),
        (b"<p> is the tag of a paragraph, and <b> makes it bold.", "x.txt", "text"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "x.txt", "feed"),
        (b'{"text": "a"}\n{"text": "b"}\n', "x.txt", "jsonl"),
        (b'{"Light at last"} is the headline.', "x.txt", "text"),
        (b"3 < 4 and 5 > 2, says the mayor.", "x", "text"),
        (b"", "x", "text"),
        (b"[Update] The ferry runs again.", "x", "text"),
        (b'[1] "The ferry runs again," she said.', "x", "text"),
        (b"{mosads}\nThe ferry runs again.", "x", "text"),
        (b'[\n  {\n    "text": "a"}]', "x", "json"),
    ],
)
def test_the_format_is_told_by_content_and_name(data, name, expected):
    assert detect_format(data, name=name) == expected


def test_markup_in_a_text_file_is_no_part_of_its_sentences(tmp_path):
    (tmp_path / "page.txt").write_text(HTML)
    (article,) = read_paths([tmp_path / "page.txt"])
    assert (article.text, article.title) == (f"{TEXT}\n{TEXT}", "Light")


def test_a_folder_is_read_in_order_with_unique_ids(folder):
    assert ids(read_paths([folder])) == ["a", "a-2", "feed-1", "feed-2", "c-1", "own"]


def test_paths_keep_their_order_and_failures_their_place(folder):
    (folder / "empty.txt").write_text(" \n ")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    paths = [
        folder / "missing.txt",
        folder / "a.txt",
        folder / "empty.txt",
        str(folder / "photo.txt"),
        folder / "b" / "a.html",
    ]
    found = list(read_paths(paths))
    assert [isinstance(x, Article) for x in found] == [False, True, False, False, True]
    assert reasons(found) == ["does not exist", "is empty", "is a binary file, not text"]
    assert found[0].name.endswith("missing.txt")


def test_odd_paths_are_errors_not_crashes(tmp_path):
    found = list(read_paths([tmp_path, "a\x00b", "/dev/null"]))
    assert len(reasons(found)) == 3
    assert "holds no file" in reasons(found)[0]


def test_a_folder_that_cannot_be_listed_is_an_error_and_the_rest_goes_on(folder, monkeypatch):
    listed = os.scandir

    def scandir(path):
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return listed(path)

    monkeypatch.setattr("os.scandir", scandir)
    error, *articles = read_paths([folder])
    assert str(error) == f"{folder}/b: Permission denied"
    assert ids(articles) == ["a", "c-1", "own"]
    (alone,) = read_paths([folder / "b"])
    assert alone.reason == "Permission denied"


@pytest.mark.parametrize("before", ["", "[Update] ", "{mosads}\n"])
def test_standard_input(monkeypatch, before):
    class Stream:
        buffer = io.BytesIO(f"{before}{TEXT}".encode())

    monkeypatch.setattr("sys.stdin", Stream())
    (article,) = read_paths(["-"])
    assert article.id == "stdin"
    assert article.text.endswith(TEXT)


def test_a_feed_gives_an_article_for_each_entry():
    tail = '<p>The post <a href="x">Light</a> appeared first on <a href="y">Harbour Times</a>.</p>'
    data = feed(item(1), item(2, f"<p>{TEXT}</p>{tail}"), item(3, " ")).encode()
    first, second, third = read(data, "feed.xml")
    assert (first.id, first.title, first.source) == ("feed-1", "Light 1", "Harbour Times")
    assert first.url == "https://h.example/1"
    assert (first.date.value.isoformat(), first.date.origin) == (
        "2019-06-30T14:05:00+00:00",
        "metadata",
    )
    assert first.text == second.text == TEXT
    assert third.name == "feed.xml, entry 3"


def test_atom_prefers_the_full_content():
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Orbit</title><entry><title>Light</title>
    <link href="https://o.example/1"/><published>2019-06-30T14:05:00Z</published><summary>Short.</summary>
    <content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""
    (article,) = read(data.encode(), "x.atom")
    assert article.text == f"{TEXT}\n{TEXT}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (feed(), "is a feed without entries"),
        ('<?xml version="1.0"?><rss', "is not a feed that can be read"),
    ],
)
def test_a_feed_without_entries(data, reason):
    assert reasons(read(data.encode(), "x.xml")) == [reason]


def test_a_feed_cannot_expand_entities_or_read_files(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the password is swordfish")
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "laugh">{levels}<!ENTITY f SYSTEM "file://{secret}">]>'
    body = item(1, TEXT).replace("<![CDATA[", "&l9; &f; ").replace("]]>", "")
    data = (head + feed(body).split("?>", 1)[1]).encode()
    for found in read(data, "x.xml"):
        assert len(getattr(found, "text", "")) < 1000
        assert "swordfish" not in getattr(found, "text", "")


def test_json_lines_go_on_after_a_bad_line():
    lines = [
        json.dumps({"id": "one", "text": TEXT, "date": None, "unknown": 1}),
        "{broken",
        "",
        json.dumps({"id": 7, "text": TEXT, "date": "2019-06-30"}),
        json.dumps({"id": "none"}),
        json.dumps({"text": "x" * 5000}),
        json.dumps(["a"]),
        json.dumps({"id": "wrong", "text": 5}),
        json.dumps({"id": "last", "html": HTML, "text": None}),
    ]
    found = list(read("\n".join(lines).encode(), "in.jsonl", max_bytes=2000))
    assert [x.id if isinstance(x, Article) else x.name for x in found] == [
        "one",
        "in.jsonl, line 2",
        "7",
        "in.jsonl, line 5",
        "in.jsonl, line 6",
        "in.jsonl, line 7",
        "in.jsonl, line 8",
        "last",
    ]
    assert "longer than 2000 bytes" in found[4].reason
    assert found[2].date.value == date(2019, 6, 30)


def test_a_large_file_is_refused_as_a_whole():
    (error,) = read(TEXT.encode() * 100, "x.txt", max_bytes=1000)
    assert error.reason == "is larger than 1000 bytes"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([{"text": TEXT}, {"text": TEXT}]),
        json.dumps({"articles": [{"text": TEXT}, {"text": TEXT}]}, indent=1),
    ],
)
def test_whole_json_files(data):
    assert len(list(read(data.encode(), "x.json"))) == 2


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_an_unusable_article_of_a_cluster_is_an_error(name):
    cluster = json.dumps({"articles": [{"text": 5}, {"text": TEXT}]}).encode()
    error, article = read(cluster, name)
    assert error.reason == "a1: `text` must be a string"
    assert (article.id, article.text) == ("a2", TEXT)


@pytest.mark.parametrize("data", [b"[]", b'{"articles": []}', b'[{"articles": []}]'])
def test_json_without_articles_is_an_error(data):
    assert len(reasons(read(data, "x.json"))) == 1


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b"{", b"nul", b'"text"', b'{"text": ' + b"9" * 5000 + b"}"]
)
def test_broken_json_is_an_error(data):
    assert len(reasons(read(data, "x.json"))) == 1


def cluster_or_error(line, name):
    try:
        return read_cluster(parse_cluster_line(line, name=name))
    except UnreadableInputError as error:
        return error


def test_clusters_name_and_report_their_articles():
    lines = [
        json.dumps(
            {
                "id": "c1",
                "summary": "s",
                "articles": [
                    {"text": TEXT},
                    {"id": "x", "text": TEXT},
                    {"id": "x", "text": TEXT},
                    {"text": " "},
                    5,
                ],
            }
        ),
        "not json",
        json.dumps({"id": "c3", "articles": [{"text": ""}]}),
        json.dumps({"id": "c4", "articles": "x"}),
        json.dumps({"articles": [{"text": TEXT}]}),
    ]
    first, *errors, last = (
        cluster_or_error(line, f"line {number}") for number, line in enumerate(lines, start=1)
    )
    assert (first.id, [a.id for a in first.articles]) == ("c1", ["a1", "x", "x-2"])
    assert [(w.code, w.articles) for w in first.warnings] == [
        ("duplicate-id", ("x-2",)),
        ("unusable-article", ("a4",)),
        ("unusable-article", ("a5",)),
    ]
    assert first.fields == {"summary": "s"}
    assert [error.name for error in errors] == ["line 2", "c3", "c4"]
    assert last.id == "line 5"


def test_a_line_can_be_parsed_without_being_cleaned():
    line = json.dumps({"id": "c", "articles": [{"text": "Advertisement"}]})
    assert parse_cluster_line(line, name="line 1").documents == (
        Document(id="a1", text="Advertisement"),
    )
    assert parse_line(json.dumps({"text": TEXT, "cleaned": True}), name="x") == Document(
        text=TEXT, cleaned=True
    )
    with pytest.raises(UnreadableInputError, match="longer than 10 bytes"):
        parse_cluster_line(line, name="line 1", max_bytes=10)


@pytest.mark.parametrize(
    "document",
    [Document(), Document(text=" "), Document(html="<p></p>"), Document(text="Advertisement")],
)
def test_a_document_without_running_text_is_an_error(document):
    with pytest.raises(UnreadableInputError, match=r"^x: "):
        read_document(document, name="x", default_id="x")


def test_lone_surrogates_and_nuls_are_dropped():
    article = read_document(
        Document(text=f"{TEXT}\x00\ud800", title="Light\x00"), name="x", default_id="x"
    )
    assert (article.text, article.given, article.title) == (TEXT, TEXT, "Light")


any_text = st.text(st.characters(exclude_categories=[])) | st.just("\0 \ud83d")
bodies = st.builds(lambda odd: f"{TEXT}{odd} {TEXT}", any_text)
pages = st.builds(
    lambda odd, body: (
        f'<script type="application/ld+json">{json.dumps({"@type": "Article", "headline": odd, "publisher": odd, "url": "https://a.example/" + odd, "datePublished": odd})}</script>'
        f'<title>{odd}</title><meta name="publisher" content="{odd}"><p>{body}</p><p>&#0;&#xD83D;</p>'
    ),
    any_text,
    bodies,
)
documents = st.builds(
    Document,
    id=st.none() | any_text,
    title=st.none() | any_text,
    source=st.none() | any_text,
    url=st.none() | any_text | st.builds("https://a.example/{}".format, any_text),
    date=st.none() | any_text,
    text=st.none() | bodies,
    html=pages,
    cleaned=st.booleans(),
)


@given(document=documents, default_id=any_text.filter(bool))
def test_what_was_read_can_be_kept(document, default_id):
    try:
        article = read_document(document, name="x", default_id=default_id)
    except UnreadableInputError:
        return
    article.id.encode()
    refuse_unstorable(article)
    json.dumps(asdict(article), ensure_ascii=False, default=str).encode()


def test_json_can_spell_half_a_character():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Big \\ud83d news"}</script>'
    page = HTML.replace("<head>", f"<head>{head}")
    assert read_document(Document(html=page), name="x", default_id="x").title == "Big news"


def test_broken_characters_are_reported(tmp_path):
    data = f"{TEXT * 3} Übel, böse, schön!".encode()
    (tmp_path / "x.txt").write_bytes(data + b" \xff Gut \xff und \xc3!" + "ä".encode() * 30 + b".")
    (article,) = read_paths([tmp_path / "x.txt"])
    assert article.text.count("\ufffd") == 3
    (notice,) = article.notices
    assert notice.code == "broken-encoding"
    assert notice.message.startswith("3 characters could not be decoded")


def test_zones_are_known_without_the_systems_zone_data():
    code = "from summarizer.reading.calendar_words import ZONES; print(ZONES['ET'])"
    environment = {**os.environ, "PYTHONTZPATH": ""}
    shown = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert shown.stdout == "America/New_York\n"
