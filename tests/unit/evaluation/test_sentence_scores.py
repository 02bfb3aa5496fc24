"""The scores of splitters on texts small enough to count by hand."""

from hashlib import sha256

import pytest

from summarizer.errors import UnreadableInputError
from summarizer.evaluation import sentences as scoring
from summarizer.evaluation.datasets import read_split_texts

LINES = """\
{"id": "a", "text": "It rains. Mr. Reed stays in.", "sentences": ["It rains.", "Mr. Reed stays in."]}
{"id": "b", "text": "One. Two.", "sentences": ["One. Two."]}
"""


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "texts.jsonl"
    file.write_text(LINES, encoding="utf-8")
    return scoring.evaluate_sentences(*read_split_texts([file]))


def test_boundaries_and_exact_texts(report):
    ours, _, plain = report.scores
    # both find the boundary of a and one too many in b; the plain one splits behind "Mr."
    assert (ours.precision, ours.recall, ours.exact, ours.failing) == (1 / 2, 1.0, 1, ("b",))
    assert (plain.precision, plain.recall, plain.exact) == (1 / 3, 1.0, 0)
    assert ours.unfaithful == ()


def test_the_report_names_its_data(report):
    assert report.data.items == 2
    assert report.data.sha256 == sha256(LINES.encode()).hexdigest()


@pytest.mark.parametrize(
    "spans", [[(0, 3)], [(0, 3), (2, 8)], [(4, 8), (0, 3)], [(0, 8), (8, 8)], [(0, 9)]]
)
def test_an_unfaithful_split_is_told(spans):
    assert not scoring._is_faithful("abc defg", spans)


def test_a_faithful_split_is_told():
    assert scoring._is_faithful(" abc defg\n", [(1, 4), (5, 9)])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no lines"),
        ("{", "is no JSON"),
        ('{"text": "a"}', "no `sentences`"),
        ('{"text": 1, "sentences": []}', "no `text`"),
        ("[]", "no `text`"),
    ],
)
def test_a_file_of_another_form_is_told(tmp_path, content, reason):
    file = tmp_path / "x.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=reason):
        read_split_texts([file])


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableInputError, match="does not exist"):
        read_split_texts([tmp_path / "none.jsonl"])
