"""A judge beside the words, in checks and in summaries, and what becomes of both when it fails."""

import pytest

from summarizer.errors import JudgeError
from summarizer.neural.folders import ModelFolder
from summarizer.neural.judges import open_judge
from summarizer.service import Summarizer
from summarizer.service.writing import Writer
from summarizer.types import Notice
from tests import tiny_judges
from tests.fakes import ScriptedModel
from tests.questions import codes, document, request

ARTICLE = document(
    "The mayor praised the plan on Monday. The clinic opened the tunnel on Friday. "
    "The union bought the bridge on Sunday.",
    id="town",
    source="Daily Ledger",
)
TRUE = "The clinic opened the tunnel on Friday."
#: the words cannot tell: only that one is not the opposite of the other
FALSE = "The mayor condemned the plan on Monday."


@pytest.fixture(scope="module")
def judge(tiny_nli):
    return open_judge(ModelFolder(path=tiny_nli))


@pytest.fixture
def broken(tmp_path):
    """A judge whose weights went bad after it was set."""
    folder = tiny_judges.save_classifier(tmp_path / "broken")
    made = open_judge(ModelFolder(path=folder))
    (folder / "model.safetensors").write_bytes(b"nothing")
    return made


def told(judges, **fields):
    model = ScriptedModel(f"{TRUE} {FALSE}")
    summarizer = Summarizer(writer=Writer(generator=model, judges=judges))
    return summarizer.summarize(request(100, method="abstractive", **fields), [ARTICLE])


def test_a_check_gives_the_judges_reason_and_its_name(judge):
    plain = Summarizer().check(f"{TRUE} {FALSE}", [ARTICLE])
    assert [each.verdict for each in plain.sentences] == ["supported", "supported"]
    assert plain.judges == ()
    report = Summarizer(judges=[judge]).check(f"{TRUE} {FALSE}", [ARTICLE])
    assert [each.verdict for each in report.sentences] == ["supported", "unsupported"]
    [reason] = report.sentences[1].reasons
    assert (reason.kind, reason.start, reason.end) == ("judge", 0, len(FALSE))
    assert report.judges == (judge.info,)
    assert report.judges[0]["name"] == "tiny-nli"


def test_a_check_fails_with_its_judge(broken):
    with pytest.raises(JudgeError, match="the judge broken gave no verdict"):
        Summarizer(judges=[broken]).check(TRUE, [ARTICLE])


def test_what_a_judge_doubts_is_replaced_in_a_summary(judge):
    summary = told([judge])
    assert summary.summary == f"{TRUE} The mayor praised the plan on Monday."
    assert [each.origin for each in summary.sentences] == ["generated", "replaced"]
    assert {reason.kind for reason in summary.sentences[1].reasons} == {"judge"}
    assert summary.generation.judges == (judge.info,)
    assert "judge-failed" not in codes(summary)


def test_a_summary_outlives_its_judge_and_says_so(broken):
    plain, summary = told([]), told([broken])
    assert summary.summary == plain.summary == f"{TRUE} {FALSE}"
    assert summary.sentences == plain.sentences
    assert summary.generation.judges == ()
    [notice] = [each for each in summary.warnings if each.code == "judge-failed"]
    assert "the judge broken gave no verdict" in notice.message


def test_of_several_judges_those_count_that_do_not_fail(judge, broken):
    summary = told([broken, judge])
    assert [each.origin for each in summary.sentences] == ["generated", "replaced"]
    assert summary.generation.judges == (judge.info,)
    assert codes(summary).count("judge-failed") == 1


def test_a_stream_tells_of_the_failure_before_the_whole(broken):
    model = ScriptedModel(TRUE)
    summarizer = Summarizer(writer=Writer(generator=model, judges=[broken]))
    *told, whole = summarizer.stream(request(100, method="abstractive"), [ARTICLE])
    assert [each.code for each in told if isinstance(each, Notice)] == ["judge-failed"]
    assert "judge-failed" in codes(whole)
