"""`evaluate stories`: how well stories agree with the events that people marked."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Files
from summarizer.cli.reports import show_data, show_table, waiting

if TYPE_CHECKING:
    from summarizer.evaluation.clusterings import Agreement
    from summarizer.evaluation.stories import StoryReport

__all__ = ["story_scores"]


def story_scores(
    files: Files,
    *,
    samples: Annotated[
        int, typer.Option(min=0, help="Samples of 1 to 5 articles of each event.")
    ] = 5,
    as_json: AsJson = False,
) -> None:
    """Stories against events that people marked: {"id", "cluster", "topic", "text"} a line.

    B-cubed precision, recall and F1, and F1 of pairs, for all articles and as means over thinned
    samples. Topics hold events that look alike; intervals are bootstrapped over them. Beside
    scikit-learn's agglomerative clustering, with the threshold that is best on these very data, and
    HDBSCAN, both on plain TF-IDF.
    """
    from summarizer.cli.output import as_dict, json_line
    from summarizer.evaluation.stories import evaluate_stories, read_labelled
    from summarizer.evaluation.story_baselines import check_baselines

    check_baselines()
    with waiting("reading"):
        articles, data = read_labelled(files)
    with waiting("grouping"):
        report = evaluate_stories(articles, data, samples=samples)
    if as_json:
        typer.echo(json_line(as_dict(report)))
    else:
        _show(report)


def _show(report: "StoryReport") -> None:
    kinds = ("precision", "recall", "B³ F1", "pairs F1", "clusters")
    heads = (
        "clustering",
        *kinds,
        "95 % interval",
        "threshold",
        *(f"{each}, thin" for each in kinds),
    )
    rows = (
        (score.clustering, *_figures(score.whole), f"[{score.f1.low:.3f}, {score.f1.high:.3f}]",
         "" if score.threshold is None else f"{score.threshold:.2f}", *_figures(score.thinned))
        for score in report.scores
    )  # fmt: skip
    show_table(heads, rows)
    typer.echo(
        f"{report.articles} articles, {report.events} events; thin: means of {report.samples}"
        f" samples of 1 to 5 articles an event; {report.resamples:,} resamples of topics, seed"
        f" {report.seed}"
    )
    show_data(report.data)


def _figures(found: "Agreement") -> tuple[float | int, ...]:
    return found.precision, found.recall, found.f1, found.pairwise_f1, found.clusters
