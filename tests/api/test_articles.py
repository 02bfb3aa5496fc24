import json
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.app import create_app
from summarizer.config import Settings
from summarizer.types import Article, ArticlePage
from tests.api.conftest import FERRY, POPE, TRUMP, body

LINES = {"Content-Type": "application/x-ndjson"}


def counts(report: dict[str, object]) -> dict[str, object]:
    return {name: report[name] for name in ("added", "updated", "unchanged", "failed")}


def test_articles_are_kept_once(http: TestClient) -> None:
    articles = {"articles": [body(TRUMP), body(POPE)]}

    first = http.post("/v1/articles", json=articles)
    again = http.post("/v1/articles", json=articles)

    assert (first.status_code, again.status_code) == (201, 200)
    assert counts(first.json()) == {"added": 2, "updated": 0, "unchanged": 0, "failed": 0}
    assert counts(again.json()) == {"added": 0, "updated": 0, "unchanged": 2, "failed": 0}
    ids = [[outcome["id"] for outcome in r.json()["outcomes"]] for r in (first, again)]
    assert ids[0] == ids[1]


def test_a_changed_article_is_a_new_version(filled: TestClient) -> None:
    changed = {**body(TRUMP), "text": f"{TRUMP.text} They parted as friends."}

    answer = filled.post("/v1/articles", json=changed)

    assert counts(answer.json()) == {"added": 0, "updated": 1, "unchanged": 0, "failed": 0}
    article = filled.get(f"/v1/articles/{answer.json()['outcomes'][0]['id']}").json()
    assert article["version"] == 2
    assert article["text"].endswith("They parted as friends.")


def test_a_bad_line_fails_alone(http: TestClient) -> None:
    lines = [json.dumps(body(TRUMP)), "{broken", "", '["a"]', '{"title": "x"}', '{"articles": []}']
    lines.append(json.dumps({**body(POPE), "id": None, "unknown": 1}))

    answer = http.post("/v1/articles", content="\n".join(lines), headers=LINES)

    assert answer.status_code == 201
    outcomes = answer.json()["outcomes"]
    assert [outcome["status"] for outcome in outcomes] == ["added", *["failed"] * 4, "added"]
    assert [outcome["name"] for outcome in outcomes] == [
        "trump",
        *(f"line {number}" for number in (2, 4, 5, 6, 7)),
    ]
    assert all(outcome["error"] for outcome in outcomes if outcome["status"] == "failed")


def test_when_everything_fails_the_answer_is_a_problem_that_says_why(http: TestClient) -> None:
    answer = http.post("/v1/articles", content="nope\n{}", headers=LINES)

    assert answer.status_code == 422
    problem = answer.json()
    assert problem["type"] == "/problems/nothing-kept"
    assert [outcome["name"] for outcome in problem["outcomes"]] == ["line 1", "line 2"]
    assert problem["failed"] == 2


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_no_lines_are_no_error(http: TestClient, content: str) -> None:
    answer = http.post("/v1/articles", content=content, headers=LINES)

    assert (answer.status_code, answer.json()["outcomes"]) == (200, [])


def test_an_article_shows_what_was_given_and_what_was_removed(http: TestClient) -> None:
    given = f"{TRUMP.text}\n\nRead more: Ten things to know\n\nShare on Facebook\n"
    added = http.post("/v1/articles", json={"text": given, "date": "2019-06-30T14:05:00+02:00"})

    answer = http.get(f"/v1/articles/{added.json()['outcomes'][0]['id']}")

    article = TypeAdapter(Article).validate_json(answer.content)
    assert article.given == given
    assert article.text == TRUMP.text
    assert article.removed
    for removed in article.removed:
        assert given[removed.start :].startswith(removed.text)


def test_pages_hold_every_article_once(filled: TestClient) -> None:
    seen: list[str | None] = []
    cursor: str | None = None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = TypeAdapter(ArticlePage).validate_json(
            filled.get("/v1/articles", params=query).content
        )
        assert len(page.items) <= 2
        seen += [item.title for item in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break

    assert sorted(seen) == sorted([TRUMP.title, POPE.title, FERRY.title])
    assert seen[-1] == FERRY.title


def test_a_listing_is_narrowed_by_topic_and_dates(filled: TestClient) -> None:
    def titles(**query: str) -> set[str]:
        page = filled.get("/v1/articles", params=query).json()
        return {item["title"] for item in page["items"]}

    assert titles(topic="pope") == {POPE.title}
    assert titles(date_to="2019-06-29") == {FERRY.title}
    assert titles(topic="Korea", date_from="2019-06-01") >= {TRUMP.title}


def test_a_deleted_article_is_gone_from_every_answer_until_it_is_sent_again(
    filled: TestClient,
) -> None:
    article = filled.get("/v1/articles", params={"topic": "Danube"}).json()["items"][0]["id"]

    assert filled.delete(f"/v1/articles/{article}").status_code == 204
    assert filled.delete(f"/v1/articles/{article}").status_code == 404
    assert filled.get(f"/v1/articles/{article}").json()["type"] == "/problems/article-not-found"
    assert filled.post("/summarize", json={"topic": "Danube"}).status_code == 404
    assert filled.post("/v1/articles", json=body(FERRY)).json()["added"] == 1
    assert filled.get(f"/v1/articles/{article}").status_code == 200


@pytest.mark.parametrize("name", ["nope", "\0", "..", "a/b", "ü" * 300, "%"])
def test_ids_that_nobody_has_are_not_found(http: TestClient, name: str) -> None:
    path = f"/v1/articles/{quote(name, safe='')}"

    assert (http.get(path).status_code, http.delete(path).status_code) in {(404, 404), (404, 405)}


def test_articles_outlive_the_server(settings: Settings) -> None:
    for status in (201, 200):
        with TestClient(create_app(settings)) as http:
            assert http.post("/v1/articles", json=body(TRUMP)).status_code == status
