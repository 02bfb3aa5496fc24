"""Stories over REST: listed, read, led on to, and summarized; and what is new since a time."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from summarizer.client import Client
from summarizer.errors import InvalidRequestError, StoryNotFoundError
from summarizer.types import (
    Budget,
    StoriesRequest,
    StoryList,
    SummaryRequest,
    since_when,
)
from tests.api.conftest import FERRY, POPE, TRUMP, body

JUNE = {"from": "2019-06-01", "to": "2019-07-31", "tz": "Asia/Seoul"}


def listed(http: TestClient, **query: str) -> StoryList:
    answer = http.get("/v1/stories", params={**JUNE, **query})
    assert answer.status_code == 200, answer.text
    return TypeAdapter(StoryList).validate_json(answer.content)


def test_stories_of_some_days_are_listed_and_read(filled: TestClient) -> None:
    found = listed(filled).stories
    assert TRUMP.title in {info.title for story in found for info in story.articles}
    for story in found:
        assert filled.get(f"/v1/stories/{story.id}").json()["id"] == story.id


def test_no_more_are_told_than_asked_for(filled: TestClient) -> None:
    days = {"from": "2019-05-01"}
    everything, few = listed(filled, **days), listed(filled, **days, limit="1")
    assert few.stories == everything.stories[:1]
    assert few.total == everything.total > 1
    answer = filled.get("/v1/stories", params={"limit": 0})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/limit"


def test_a_topic_chooses_among_them(filled: TestClient) -> None:
    [story] = listed(filled, topic="Pope Francis").stories
    assert POPE.title in {info.title for info in story.articles}
    answer = filled.get("/v1/stories", params={**JUNE, "topic": "ferry Danube"})
    assert (answer.status_code, answer.json()["nearest"]) == (404, ["2019-05-29"])


def test_a_story_is_summarized(filled: TestClient) -> None:
    story = listed(filled).stories[0]
    question = {"story_id": story.id, "length": {"words": 40}}
    summary = filled.post("/summarize", json=question).json()
    assert summary["sentences"]
    assert summary["manifest"]["parameters"]["story"] == story.id


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v1/stories/nothing", "story-not-found"),
        ("/v1/stories/s0123456789abcdef.-.-.UTC", "story-not-found"),
        ("/v1/stories?from=1999-01-01&to=1999-01-02", "no-articles"),
    ],
)
def test_what_is_not_there_is_a_problem(filled: TestClient, path: str, kind: str) -> None:
    answer = filled.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{kind}")


def test_days_in_the_wrong_order_point_at_the_first(filled: TestClient) -> None:
    answer = filled.get("/v1/stories", params={"from": "2019-02-02", "to": "2019-02-01"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/from"


@pytest.mark.parametrize(
    ("question", "pointer"),
    [
        ({"story_id": "x", "documents": [body(TRUMP)]}, "/story_id"),
        ({"story_id": "x", "date_from": "2019-06-30"}, "/story_id"),
        ({"topic": "Korea", "since": "yesterday"}, "/since"),
        ({"documents": [body(TRUMP)], "since": "2019-06-30.UTC.1"}, "/since"),
    ],
)
def test_what_does_not_go_together_points_at_the_field(
    filled: TestClient, question: dict[str, object], pointer: str
) -> None:
    answer = filled.post("/summarize", json=question)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


def test_only_what_is_new_is_told(http: TestClient) -> None:
    again = {**body(TRUMP), "id": "again", "date": "2019-07-02"}
    news = {**body(POPE), "id": "news", "date": "2019-07-02"}
    question = {"documents": [body(TRUMP), again, news], "since": "2019-07-01"}
    summary = http.post("/summarize", json=question).json()
    assert {each["citations"][0]["article"] for each in summary["sentences"]} == {"news"}
    nothing = http.post("/summarize", json={**question, "documents": [body(TRUMP), again]}).json()
    assert nothing["sentences"] == []
    assert "nothing-new" in {notice["code"] for notice in nothing["warnings"]}


def test_a_topic_that_no_article_is_about_is_not_found_since_any_time(filled: TestClient) -> None:
    question = {"topic": "Boing 737", "since": "2019-10-01"}
    answer = filled.post("/summarize", json=question)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/no-articles")


def test_the_client_has_the_same_calls(live: str) -> None:
    with Client(live, retries=0) as client:
        client.ingest([TRUMP, POPE, FERRY])
        days = StoriesRequest(first=date(2019, 6, 1), last=date(2019, 7, 31))
        story = client.stories(days).stories[0]
        assert client.story(story.id) == story
        request = SummaryRequest(budget=Budget(amount=40), story=story.id)
        assert client.summarize(request).manifest.parameters["story"] == story.id
        with pytest.raises(StoryNotFoundError):
            client.story("s0123456789abcdef.-.-.UTC")
        since = SummaryRequest(budget=Budget(amount=40), since=since_when("2019-06-01", zone="UTC"))
        assert client.summarize(since).sentences
        with pytest.raises(InvalidRequestError):
            client.stories(StoriesRequest(first=date(2019, 2, 2), last=date(2019, 2, 1)))


def test_an_id_leads_on_when_an_older_article_joins(live: str) -> None:
    older = {**body(TRUMP), "date": "2019-06-29", "id": "older"}
    older["text"] = f"{older['text']} The visit had been announced by a tweet."
    older["url"] = "https://older.example/1"
    with Client(live, retries=0) as client:
        client.ingest([TRUMP])
        [story] = client.stories().stories
        client.ingest([type(TRUMP)(**older)])
        led = client.story(story.id)
        assert led.id != story.id
        assert len(led.articles) == 2
