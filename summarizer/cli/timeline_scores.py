"""`evaluate timeline`: timelines against those that journalists wrote."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Files
from summarizer.cli.reports import show_data, show_table, waiting

if TYPE_CHECKING:
    from summarizer.evaluation.bootstrap import Interval
    from summarizer.evaluation.timelines import TimelineReport

__all__ = ["timeline"]


def timeline(
    files: Files,
    *,
    stopwords: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Words that do not count, one a line: ROUGE's."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    r"""Timelines that people wrote: {"id", "articles", "keywords", "timelines"} a line.

    align+ m:1 of ROUGE-1 and ROUGE-2 and the F1 of dates, means over timelines with intervals of 95
    in 100 resamples, beside random sentences on the same dates, and dates chosen by how much was
    published on them, or by how many articles mention them. A timeline is a list of
    \[day, \[sentence, …]].
    """
    from summarizer.cli.output import as_dict, json_line
    from summarizer.evaluation.timeline_references import read_stop_words, read_timelines
    from summarizer.evaluation.timelines import evaluate_timelines

    words = None if stopwords is None else read_stop_words(stopwords)
    timelines, data = read_timelines(files)
    with waiting("reading and telling"):
        report = evaluate_timelines(timelines, data, words)
    if as_json:
        typer.echo(json_line(as_dict(report)))
    else:
        _show(report)


def _show(report: "TimelineReport") -> None:
    show_table(
        ("system", "align+ m:1 R-1", "align+ m:1 R-2", "date F1"),
        ((s.system, _told(s.rouge_1), _told(s.rouge_2), _told(s.dates)) for s in report.scores),
    )
    show_table(
        ("timeline", "articles", "days", "sentences a day", "R-1", "R-2", "date F1"),
        (
            (each.id, each.articles, each.days, each.sentences_per_date,
             each.agreement.rouge_1, each.agreement.rouge_2, each.agreement.dates)
            for each in report.each
        ),
    )  # fmt: skip
    if report.stop_words is None:
        typer.echo("no stop words were given (--stopwords): these are not the protocol's figures")
    else:
        typer.echo(f"{report.stop_words} stop words left out")
    typer.echo(f"{report.timelines} timelines, {report.resamples} resamples, seed {report.seed}")
    show_data(report.data)


def _told(found: "Interval") -> str:
    return f"{found.mean:.3f} ({found.low:.3f}–{found.high:.3f})"
