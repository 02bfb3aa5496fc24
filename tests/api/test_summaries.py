import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from summarizer.service import Summarizer
from summarizer.types import Budget, Summary, SummaryRequest
from tests.api.conftest import FERRY, POPE, TRUMP, body

DOCUMENTS = [body(TRUMP), body(POPE)]


@pytest.mark.parametrize("path", ["/summarize", "/v1/summarize"])
def test_documents_in_hand_give_what_the_library_gives(http: TestClient, path: str) -> None:
    response = http.post(path, json={"documents": DOCUMENTS, "length": {"words": 30}})

    assert response.status_code == 200
    summary = TypeAdapter(Summary).validate_json(response.content)
    assert summary == Summarizer().summarize(
        SummaryRequest(budget=Budget(amount=30)), [TRUMP, POPE]
    )
    assert 0 < summary.words <= 30


def test_what_the_articles_tell_differently_is_in_the_answer(http: TestClient) -> None:
    texts = (
        "Twelve people were killed when the ferry Maria sank off Tallin Bay. Divers came.",
        "Rain fell. The sinking of the ferry Maria off Tallin Bay killed 15 people.",
    )
    documents = [{"text": text, "date": "2024-05-14"} for text in texts]

    answer = http.post("/summarize", json={"documents": documents}).json()

    [found] = answer["disagreements"]
    assert found["kind"] == "conflict"
    for value in found["values"]:
        assert value["text"] in value["citations"][0]["quote"]
    schemas = http.get("/openapi.json").json()["components"]["schemas"]
    assert "disagreements" in schemas["Summary"]["properties"]


def test_every_sentence_points_at_its_characters(http: TestClient) -> None:
    answer = http.post("/summarize", json={"documents": DOCUMENTS}).json()

    texts = {document["id"]: document["text"] for document in DOCUMENTS}
    assert answer["sentences"]
    for sentence in answer["sentences"]:
        for citation in sentence["citations"]:
            text = texts[citation["article"]]
            assert text[citation["given_start"] : citation["given_end"]] == citation["quote"]


def test_the_same_question_gives_the_same_bytes(filled: TestClient) -> None:
    question = {"topic": "Korea", "length": {"words": 40}, "include": ["explanation"]}

    first, second = (filled.post("/summarize", json=question) for _ in range(2))

    assert first.status_code == 200
    assert first.content == second.content


def test_the_order_of_the_documents_changes_nothing(http: TestClient) -> None:
    one = http.post("/summarize", json={"documents": DOCUMENTS}).content
    other = http.post("/summarize", json={"documents": DOCUMENTS[::-1]}).content

    assert one == other


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"topic": "Danube"}, {FERRY.title}),
        ({"date_from": "2019-06-30", "date_to": "2019-06-30"}, {TRUMP.title, POPE.title}),
        ({"date_to": "2019-06-01"}, {FERRY.title}),
        (
            {"topic": "Korea", "date_from": "2019-06-01", "tz": "Asia/Seoul"},
            {TRUMP.title, POPE.title},
        ),
    ],
)
def test_topic_and_dates_choose_stored_articles(
    filled: TestClient, question: dict[str, object], expected: set[str]
) -> None:
    answer = filled.post("/summarize", json=question)

    assert answer.status_code == 200, answer.text
    assert {cited["article"]["title"] for cited in answer.json()["articles"]} == expected


@pytest.mark.parametrize(("unit", "amount"), [("words", 12), ("sentences", 2), ("characters", 100)])
def test_lengths_are_kept_in_their_unit(http: TestClient, unit: str, amount: int) -> None:
    answer = http.post("/summarize", json={"documents": DOCUMENTS, "length": {unit: amount}}).json()

    measured = {
        "words": len(answer["summary"].split()),
        "sentences": len(answer["sentences"]),
        "characters": len(answer["summary"]),
    }
    assert 0 < measured[unit] <= amount
    assert answer["manifest"]["budget"] == {"amount": amount, "unit": unit}


def test_an_explanation_comes_when_asked_for(http: TestClient) -> None:
    plain = http.post("/summarize", json={"documents": DOCUMENTS}).json()
    explained = http.post(
        "/summarize", json={"documents": DOCUMENTS, "include": ["explanation"]}
    ).json()

    assert plain["explanation"] == []
    assert {choice["kept"] for choice in explained["explanation"]} >= {True}
    assert explained["summary"] == plain["summary"]


def test_ranker_and_order_are_passed_on(http: TestClient) -> None:
    question = {"documents": DOCUMENTS, "ranker": "lead", "order": "salience"}

    manifest = http.post("/summarize", json=question).json()["manifest"]

    assert (manifest["ranker"], manifest["order"]) == ("lead", "salience")


POINTING = {
    "id": "p",
    "text": "Anna Kolb crossed the line today. She promised the fishermen of the island a harbour.",
}


def test_what_a_pronoun_stands_for_is_told_and_cited(http: TestClient) -> None:
    question = {
        "documents": [POINTING],
        "topic": "fishermen harbour",
        "length": {"words": 11},
    }

    on = http.post("/summarize", json=question).json()
    off = http.post("/summarize", json={**question, "ranker_options": {"standalone": False}}).json()

    assert on["summary"].startswith("She [Anna Kolb] promised")
    [added] = on["sentences"][0]["added"]
    assert (added["start"], added["text"]) == (3, " [Anna Kolb]")
    cited = added["citation"]
    assert POINTING["text"][cited["given_start"] : cited["given_end"]] == "Anna Kolb"
    assert on["sentences"][0]["citations"][0]["quote"] == off["summary"]
    assert off["sentences"][0]["added"] == []
    assert off["manifest"]["parameters"]["standalone"] is False


@pytest.mark.parametrize("options", [{"standalone": "off"}, {"alone": True}, "standalone=off"])
def test_wrong_ranker_options_are_told(http: TestClient, options: object) -> None:
    question = {"documents": [POINTING], "ranker_options": options}

    response = http.post("/summarize", json=question)

    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"].startswith("/ranker_options")


def test_a_document_without_text_is_a_warning(http: TestClient) -> None:
    answer = http.post("/summarize", json={"documents": [*DOCUMENTS, {"id": "empty"}]})

    assert answer.status_code == 200
    assert [w["articles"] for w in answer.json()["warnings"] if w["articles"]] == [["empty"]]


def test_keys_of_a_document_that_nobody_knows_are_ignored(http: TestClient) -> None:
    documents = [{**document, "author": "A. Writer"} for document in DOCUMENTS]

    assert (
        http.post("/summarize", json={"documents": documents}).content
        == http.post("/summarize", json={"documents": DOCUMENTS}).content
    )


def test_nuls_in_a_text_do_no_harm(http: TestClient) -> None:
    documents = [{"id": "n\0ul", "title": "\0", "text": "A ferry\0 sank. Nobody died.\0"}]

    answer = http.post("/summarize", json={"documents": documents, "topic": "\0"})

    assert answer.status_code == 200
    assert answer.json()["summary"] == "A ferry sank. Nobody died."
