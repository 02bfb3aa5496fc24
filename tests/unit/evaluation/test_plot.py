"""The picture of a report."""

import sys

import pytest

from summarizer.errors import InvalidRequestError, MissingExtraError
from summarizer.evaluation.clusters import read_summarized_clusters
from summarizer.evaluation.extracts import Setting
from summarizer.evaluation.mds import evaluate_mds
from summarizer.evaluation.plot import check_plot, plot_mds
from summarizer.evaluation.rouge import Rouge
from tests.summarized_clusters import write_clusters


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    data = read_summarized_clusters([write_clusters(tmp_path_factory.mktemp("d") / "c.jsonl", 3)])
    return evaluate_mds(*data, rouge=Rouge(), setting=Setting(words=45), rankers=["mmr"])


def test_every_figure_is_written_beside_its_name_and_the_bytes_are_the_same(report, tmp_path):
    for name in ("one.svg", "two.svg"):
        plot_mds([report], tmp_path / name)
    drawn = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert drawn == (tmp_path / "two.svg").read_text(encoding="utf-8")
    assert "c.jsonl: 3 clusters, 45 words" in drawn
    for score in report.scores:
        assert f">{score.ranker}<" in drawn
        for measured in score.measures[:2]:
            assert f">{100 * measured.f1.mean:.1f}<" in drawn
    assert f"oracle ≈ {100 * report.oracle.measures[1].f1.mean:.1f}" in drawn


def test_reports_of_several_files_have_a_row_each(report, tmp_path):
    plot_mds([report, report], tmp_path / "both.svg")
    assert (tmp_path / "both.svg").read_text(encoding="utf-8").count("c.jsonl: 3 clusters") == 2


@pytest.mark.parametrize(("name", "reason"), [("a.gif", "name a file"), ("no/a.svg", "no folder")])
def test_what_cannot_be_drawn_is_told_before_the_work(tmp_path, name, reason):
    with pytest.raises(InvalidRequestError, match=reason):
        check_plot(tmp_path / name)


def test_a_file_that_cannot_be_written_is_told(report, tmp_path):
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(InvalidRequestError, match="cannot write"):
        plot_mds([report], tmp_path / "folder.svg")


def test_a_missing_package_names_the_extra(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'summarizer\[eval\]'"):
        check_plot(tmp_path / "a.svg")
