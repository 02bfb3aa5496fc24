"""`evaluate mds`: how much of what people wrote of the same articles the extracts hold."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Files, Folds, RankerOption, ranker_options
from summarizer.cli.reports import show_data, show_table, waiting
from summarizer.errors import InvalidRequestError

if TYPE_CHECKING:
    from summarizer.evaluation.bootstrap import Interval
    from summarizer.evaluation.extracts import Setting
    from summarizer.evaluation.mds import ExtractScore, MdsReport

__all__ = ["mds"]


def mds(  # noqa: PLR0913  (a command's parameters are its options)
    files: Files,
    *,
    words: Annotated[int, typer.Option(min=1, help="Length of an extract, in words.")],
    ranker: Annotated[
        list[str] | None,
        typer.Option(help="Measured beside lexrank and lead; repeat it for more. All, if none."),
    ] = None,
    whole: Annotated[
        bool,
        typer.Option(
            "--whole/--cut",
            help="Sentences that fit as a whole, or half as many words again, cut to the length.",
        ),
    ] = True,
    ranker_option: RankerOption = None,
    folds: Folds = 0,
    training: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="More clusters to learn from, with --folds; repeatable."),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the scores: .svg, .png or .pdf.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Extracts against summaries that people wrote: {"id", "articles", "summaries"} a line.

    ROUGE with Porter stemming, means over clusters, a table (with --json a line) for each file. The
    intervals are bootstrapped over clusters; differences are those of pairs. With --folds the
    ranker `learned` is also fitted anew without each part, and scored on that. The oracle knows the
    references; it is greedy, so a little less than the best that whole sentences can reach.
    """
    from summarizer.evaluation.extracts import Setting, known_rankers
    from summarizer.evaluation.plot import check_plot, plot_mds

    setting = Setting(words=words, whole=whole, options=ranker_options(ranker_option))
    names = known_rankers(ranker)
    if plot is not None:
        check_plot(plot)
    reports = []
    for report in _reports(files, setting, names, folds=folds, training=training or ()):
        reports.append(report)
        _show(report, as_json=as_json)
    if plot is not None:
        plot_mds(reports, plot)


def _reports(
    files: Sequence[Path],
    setting: "Setting",
    names: Sequence[str],
    *,
    folds: int,
    training: Sequence[Path],
) -> Iterator["MdsReport"]:
    """One for each file, as it is ready."""
    if training and not folds:
        raise InvalidRequestError("--training is for coefficients fitted anew: give --folds, too")
    from summarizer.evaluation.clusters import read_summarized_clusters
    from summarizer.evaluation.mds import evaluate_mds
    from summarizer.evaluation.rouge import Rouge

    rouge = Rouge()
    with waiting("reading"):
        beside = [read_summarized_clusters([path])[0] for path in training]
    for path in files:
        with waiting(f"summarizing {path.name}, and scoring"):
            clusters, data = read_summarized_clusters([path])
            report = evaluate_mds(
                clusters,
                data,
                rouge=rouge,
                setting=setting,
                rankers=names,
                folds=folds,
                beside=beside,
            )
        yield report


def _show(report: "MdsReport", *, as_json: bool) -> None:
    """Print the report as JSON, or as tables with what they were measured on."""
    from summarizer.cli.output import as_dict, json_line

    if as_json:
        typer.echo(json_line(as_dict(report)))
        return
    scores = (*report.scores, report.oracle)
    measures = [measured.measure.removeprefix("ROUGE") for measured in report.oracle.measures]
    heads = [f"R{measure} {kind}" for kind in ("F1", "recall") for measure in measures]
    rows = ((score.ranker, *_means(score), *_told(score)) for score in scores)
    show_table(("ranker", *heads, "redundancy", "compression", "words", "ms"), rows)
    heads = [f"R{m}{d}" for d in ("", " − lexrank", " − lead") for m in measures[:2]]
    show_table(("95 % intervals of F1", *heads), map(_intervals, scores))
    setting = report.setting
    cut = "whole sentences" if setting.whole else "cut behind the last word"
    alone = "" if setting.options.standalone else ", standalone=off"
    typer.echo(
        f"ROUGE in points, stemmed; {report.clusters} clusters; {setting.words} words,"
        f" {cut}{alone}; {report.resamples:,} resamples of clusters, seed {report.seed}"
    )
    if report.unread >= 0.01:
        typer.echo(
            f"ROUGE reads a to z and digits only: {report.unread:.1%} of the references' letters"
            " part words"
        )
    show_data(report.data)


def _means(score: "ExtractScore") -> Iterator[str]:
    for kind in ("f1", "recall"):
        yield from (f"{100 * getattr(each, kind).mean:.2f}" for each in score.measures)


def _told(score: "ExtractScore") -> tuple[str, ...]:
    spent = "" if score.milliseconds is None else f"{score.milliseconds:.1f}"
    return f"{score.redundancy:.3f}", f"{score.compression:.3f}", f"{score.words:.1f}", spent


def _intervals(score: "ExtractScore") -> tuple[str, ...]:
    shown = score.measures[:2]
    own = [_interval(each.f1) for each in shown]
    for place in range(len(shown[0].differences)):
        differences = [each.differences[place] for each in shown]
        own += [
            "" if difference.baseline == score.ranker else _interval(difference.f1, sign="+")
            for difference in differences
        ]
    return (score.ranker, *own)


def _interval(found: "Interval", sign: str = "") -> str:
    mean, low, high = (f"{100 * end:{sign}.1f}" for end in (found.mean, found.low, found.high))
    return f"{mean} [{low}, {high}]"
