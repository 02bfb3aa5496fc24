"""Extracts of the sample corpus must stay as good as they are; a floor is never lowered."""

from pathlib import Path

from benchmarks import quality
from summarizer.extractive.rankers import RANKERS

#: ROUGE-2 recall, stemmed, 100 words, mean over eight storylines of two reference briefs each;
#: measured: learned .144, coverage .138, mmr .130, centroid .121, lexrank .121, submodular .121,
#: textrank .109, lead .096
FLOORS = {
    "learned": 0.137,
    "coverage": 0.131,
    "centroid": 0.12,
    "lexrank": 0.12,
    "mmr": 0.117,
    "submodular": 0.115,
    "textrank": 0.103,
}
DATA = "488b611c964fd2f6"
TABLE = Path(quality.__file__).parent / "quality.md"


def test_the_data_are_those_that_were_measured():
    assert quality.digest().startswith(DATA), "measure again: python -m benchmarks.quality"
    assert DATA in TABLE.read_text(encoding="utf-8")


def test_every_ranker_keeps_its_floor_and_beats_lead():
    assert set(FLOORS) == set(RANKERS) - {"lead"}
    means = {name: quality.mean(name) for name in RANKERS}
    assert {name for name in FLOORS if means[name] < FLOORS[name]} == set()
    assert {name for name in FLOORS if means[name] <= means["lead"]} == set()
    assert means["learned"] == max(means.values())
