import json

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.timeline_references import read_stop_words, read_timelines
from summarizer.evaluation.timelines import evaluate_timelines

LINE = {
    "id": "ferry",
    "keywords": ["ferry"],
    "articles": [
        {
            "id": f"a{number}",
            "date": day,
            "text": f"{told} Many people came to the harbour of the island to see it.",
            "source": f"Paper {number}",
        }
        for number, (day, told) in enumerate(
            [
                ("2019-06-30", "The ferry Maria sank near the harbour of Rab on 28 June 2019."),
                ("2019-07-04", "Divers found the ferry's engine on the sea floor on 3 July 2019."),
                ("2019-07-04", "The mayor opened a bridge for the ferry line on 1 May 2019."),
            ]
        )
    ],
    "timelines": [
        [
            ["2019-06-28", ["The ferry Maria sank near the harbour of Rab on 28 June 2019."]],
            ["2019-07-03", ["Divers found the ferry's engine on the sea floor on 3 July 2019."]],
        ]
    ],
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "timelines.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return path


def test_what_the_articles_tell_word_for_word_is_found(file):
    report = evaluate_timelines(*read_timelines([file]), None)
    ours = report.scores[0]
    assert (ours.rouge_1.mean, ours.rouge_2.mean, ours.dates.mean) == (1.0, 1.0, 1.0)
    assert report.stop_words is None
    assert [each.system for each in report.scores] == [
        "timeline",
        "random sentences",
        "publication counts",
        "mention counts",
    ]
    # both are days of publication with more articles, and none of the reference
    assert report.scores[2].dates.mean < 1.0


def test_the_question_has_the_reference_s_size_and_span(file):
    (timeline,), data = read_timelines([file])
    request = timeline.request
    assert (request.days, request.sentences_per_date, request.keywords) == (2, 1, ("ferry",))
    assert (str(request.dates.first_day), str(request.dates.last_day)) == (
        "2019-06-28",
        "2019-07-03",
    )
    assert data.items == 1


def test_each_timeline_of_a_line_is_one(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text(json.dumps({**LINE, "timelines": LINE["timelines"] * 2}), encoding="utf-8")
    timelines, _ = read_timelines([path])
    assert [each.id for each in timelines] == ["ferry-1", "ferry-2"]


@pytest.mark.parametrize("wrong", [[[]], [["2019"]], [[["June", ["x"]]]], [7]])
def test_no_timeline(tmp_path, wrong):
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps({**LINE, "timelines": wrong}), encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="ferry"):
        read_timelines([path])


def test_stop_words(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("The\nof\n", encoding="utf-8")
    assert read_stop_words(path) == {"the", "of"}
    with pytest.raises(UnreadableInputError, match=r"none\.txt"):
        read_stop_words(tmp_path / "none.txt")
