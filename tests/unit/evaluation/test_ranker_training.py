"""Fitting the learned ranker to clusters made up for the test."""

import json
from dataclasses import replace

import pytest

from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.evaluation.clusters import folds_of, read_summarized_clusters
from summarizer.evaluation.ranker_card import trained_ranker
from summarizer.evaluation.ranker_training import fit, held_out_models, lessons, retold
from summarizer.extractive.learned import Learned
from summarizer.extractive.learned_model import LearnedModel, shipped_model
from summarizer.selection.greedy import choose
from summarizer.selection.stacking import stack
from summarizer.types import Budget
from tests.taught_clusters import cluster, write_taught_clusters


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clusters")
    long = write_taught_clusters(folder / "long.jsonl", retold=True)
    short = write_taught_clusters(folder / "short.jsonl", retold=False, first=20)
    return [read_summarized_clusters([path]) for path in (long, short)]


def test_the_length_of_the_references_says_what_a_file_teaches(files):
    assert [retold(clusters) for clusters, _ in files] == [True, False]


def test_the_same_files_give_the_same_model_and_it_tells_what_its_references_told(files, tmp_path):
    text = trained_ranker(files, terms="made up")
    assert text == trained_ranker(files, terms="made up")
    card = json.loads(text)["card"]
    assert [each["teaches"] for each in card["data"]] == ["retelling", "condensing"]
    assert card["data"][0]["sha256"] == files[0][1].sha256
    assert (
        card["command"]
        == "summarizer train-ranker long.jsonl short.jsonl --terms 'made up' --folds 0"
    )
    assert card["held out"] is None
    model = LearnedModel.from_json(text)
    [unseen], _ = read_summarized_clusters(
        [write_taught_clusters(tmp_path / "new.jsonl", retold=True, count=1, first=10)]
    )
    pool = stack(unseen.prepared, unseen.groups)
    for amount in (1, 3):
        budget = Budget(amount=amount, unit="sentences")
        picks = choose(pool, Learned(model), budget).picks
        assert [int(pool.index[pick.row]) for pick in picks] == [6] * amount


def test_the_card_has_scores_of_models_that_had_not_seen_the_clusters(files):
    [long, short] = json.loads(trained_ranker(files, folds=2))["card"]["held out"]
    assert (long["folds"], short["words"]) == (2, 10)
    assert 1 > short["ROUGE-1"] > short["ROUGE-2"] > 0.5


def test_a_model_has_not_seen_the_fold_that_it_is_for(files):
    clusters, _ = files[1]
    assert folds_of(clusters, 2) == [0, 0, 1, 1, 0, 0, 1, 1]
    before = held_out_models(clusters, 2, model=shipped_model())
    told = [*clusters[:-1], replace(clusters[-1], references=("Snow.",))]
    after = held_out_models(told, 2, model=shipped_model())
    same = [one.to_json({}) == other.to_json({}) for one, other in zip(before, after, strict=True)]
    assert same == [False, False, True, True, False, False, True, True]


def test_only_the_set_that_the_file_teaches_is_fitted_again(files):
    (long, _), (short, _) = files
    model = fit([lessons(long)], [lessons(short)])
    for clusters, mine, other in (
        (long, "retelling", "condensing"),
        (short, "condensing", "retelling"),
    ):
        for made in held_out_models(clusters, 2, model=model):
            assert getattr(made, other) is getattr(model, other)
            assert getattr(made, mine).to_names() != getattr(model, mine).to_names()


def test_the_same_cluster_under_two_names_is_held_out_as_one(files):
    clusters, _ = files[1]
    again = replace(clusters[0], id="again", event="later")
    others = {"references": ("Snow.",)}, {"articles": clusters[2].articles[:1]}
    for twin in (again, *(replace(again, **other) for other in others)):
        assert folds_of([*clusters, twin], 4) == [0, 0, 1, 1, 2, 2, 3, 3, 0]
    apart = replace(again, articles=clusters[0].articles[:2], references=("Snow.", ""))
    assert folds_of([*clusters, apart], 5) == [0, 0, 1, 1, 2, 2, 3, 3, 4]
    # one event has the articles of another, so the two are one
    bridge = replace(clusters[7], articles=clusters[0].articles)
    assert folds_of([*clusters, bridge], 4) == [0, 0, 1, 1, 2, 2, 0, 0, 0]


def test_a_file_is_not_given_twice_where_scores_are_of_what_was_held_out(files):
    with pytest.raises(InvalidRequestError, match=r"cluster 'c0' of one file .* share no cluster"):
        trained_ranker([*files, files[0]], folds=2)
    assert json.loads(trained_ranker([*files, files[0]]))["card"]["held out"] is None


@pytest.mark.parametrize("kind", [0, 1])
@pytest.mark.parametrize("shared", ["articles", "summaries"])
def test_two_files_share_no_cluster_where_scores_are_of_what_was_held_out(files, kind, shared):
    clusters, data = files[kind]
    mine = clusters[3]
    other = {"references": ("Snow.",)} if shared == "articles" else {"articles": mine.articles[:1]}
    twin = replace(mine, id="twin", **other)
    with pytest.raises(InvalidRequestError, match=f"cluster 'twin' .* of cluster '{mine.id}'"):
        held_out_models(clusters, 2, [[twin]], model=shipped_model())
    with pytest.raises(InvalidRequestError, match="name files that share no cluster"):
        trained_ranker([*files, ([twin], data)], folds=2)


def test_what_cannot_be_learned_from_is_told(files):
    clusters, _ = files[1]
    with pytest.raises(InvalidRequestError, match="two kinds of files, and one is missing"):
        fit([], [lessons(clusters)])
    with pytest.raises(InvalidRequestError, match="one event leaves nothing"):
        held_out_models(clusters[:2], 2, model=shipped_model())


def test_a_file_without_a_summary_teaches_nothing(files):
    with pytest.raises(UnreadableInputError, match="holds no cluster with a summary"):
        trained_ranker([*files, ([], files[0][1])])


def test_clusters_that_teach_nothing_are_left_out(tmp_path):
    path = tmp_path / "some.jsonl"
    lines = [cluster(1, retold=False), cluster(2, retold=False) | {"summaries": []}]
    lines.append(cluster(3, retold=False) | {"articles": [{"text": ""}]})
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    clusters, data = read_summarized_clusters([path])
    assert [each.id for each in clusters] == ["c1"]
    assert data.items == 3
    assert clusters[0].language == "en"


def test_a_file_of_another_form_is_refused(tmp_path):
    path = tmp_path / "other.jsonl"
    path.write_text('{"articles": []}', encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="has no `summaries` that can be used"):
        read_summarized_clusters([path])
