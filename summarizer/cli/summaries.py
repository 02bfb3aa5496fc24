"""`summarize` and `batch`: one answer for a person, or a line of answer for every line."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.options import (
    AsJson,
    Characters,
    Database,
    Paths,
    RankerOption,
    Sentences,
    Words,
    Zone,
    budget,
    date_range,
    ranker_options,
    settings,
    since_or_brief,
)
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, UnreadableInputError
from summarizer.types import Article, Method, Notice, Order, Policy, Summary, SummaryRequest

__all__ = ["From", "Language", "To", "Topic", "batch", "read_articles", "summarize"]

# Names that a test compares: the rankers bring numpy and scipy, 0.3 s that --help need not take.
Ranker = Annotated[
    str | None,
    typer.Option(help="learned, centroid, coverage, lead, lexrank, mmr, submodular or textrank."),
]
Topic = Annotated[
    str | None, typer.Option(help="What to look for in the store, or to stress in the files.")
]
From = Annotated[
    str | None, typer.Option("--from", help="First day, or an instant.", show_default=False)
]
To = Annotated[
    str | None, typer.Option("--to", help="Last day, or an instant.", show_default=False)
]
Since = Annotated[
    str | None,
    typer.Option(
        help="Only what articles from this day or instant on add, or what there is beyond the brief"
        " of this id."
    ),
]
Ordering = Annotated[Order, typer.Option("--order", help="How the sentences are ordered.")]
MethodOption = Annotated[
    Method | None,
    typer.Option("--method", help="auto lets a model write where one is set, and checks it."),
]
Model = Annotated[
    str | None,
    typer.Option(help="Folder of an encoder-decoder model \\[env: SUMMARIZER_MODEL]."),
]
PolicyOption = Annotated[
    Policy | None,
    typer.Option("--policy", help="What becomes of a generated sentence without support."),
]
Language = Annotated[str | None, typer.Option(help="Only articles in this language, such as en.")]


def summarize(  # noqa: PLR0913  (a command's parameters are its options)
    paths: Paths = None,
    *,
    words: Words = None,
    sentences: Sentences = None,
    characters: Characters = None,
    topic: Topic = None,
    date_from: From = None,
    date_to: To = None,
    since: Since = None,
    zone: Zone = None,
    ranker: Ranker = None,
    ranker_option: RankerOption = None,
    order: Ordering = "chronological",
    method: MethodOption = None,
    model: Model = None,
    policy: PolicyOption = None,
    language: Language = None,
    max_articles: Annotated[int | None, typer.Option(min=1, help="Most articles to read.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why sentences were kept or dropped.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Summarize files, or stored articles by topic and date range, into one sourced text."""
    from summarizer.cli.output import as_dict, json_line, print_lines, summary_lines

    chosen = settings(database, model=model)
    request = SummaryRequest(
        budget=budget(words, sentences, characters, default=chosen.words),
        topic=topic,
        dates=date_range(date_from, date_to, zone or chosen.timezone),
        zone=zone or chosen.timezone,
        since=since_or_brief(since, zone or chosen.timezone),
        ranker=ranker or chosen.ranker,
        ranker_options=ranker_options(ranker_option),
        order=order,
        method=method or chosen.method,
        policy=policy or chosen.policy,
        language=language,
        max_articles=max_articles or chosen.max_articles,
        explain=explain,
    )
    summary = _answer(request, paths or [], chosen)
    if as_json:
        typer.echo(json_line(as_dict(summary)))
    else:
        print_lines(summary_lines(summary))
    raise typer.Exit(int(any(notice.code == "unusable-article" for notice in summary.warnings)))


def batch(  # noqa: PLR0913  (a command's parameters are its options)
    source: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", help="A cluster a line; - for stdin.")
    ],
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where the answers go, a line each.")
    ] = None,
    words: Words = None,
    sentences: Sentences = None,
    characters: Characters = None,
    ranker: Ranker = None,
    ranker_option: RankerOption = None,
    order: Ordering = "chronological",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes \\[default: one for each core].")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print how many lines there were, as JSON; with -o.")
    ] = False,
) -> None:
    """Summarize every cluster of a JSON-lines file; a line that cannot be is recorded as such.

    Each summary is an extract, whatever SUMMARIZER_METHOD says: no model writes here.
    """
    from summarizer.cli.batching import BatchJob, ended, run
    from summarizer.cli.output import as_dict, json_line

    if as_json and output is None:
        raise InvalidRequestError("--json prints the counts: name a file for the answers with -o")
    chosen = settings()
    request = SummaryRequest(
        budget=budget(words, sentences, characters, default=chosen.words),
        ranker=ranker or chosen.ranker,
        ranker_options=ranker_options(ranker_option),
        order=order,
    )
    job = BatchJob(request=request, max_bytes=chosen.max_body_bytes)
    counts = run(job, source, output, jobs=jobs or os.cpu_count() or 1)
    if as_json:
        typer.echo(json_line(as_dict(counts)))
    raise ended(counts.failed, counts.clusters, output)


def _answer(request: SummaryRequest, paths: list[str], chosen: Settings) -> Summary:
    """The summary of the files; without files, of what the store finds."""
    from summarizer.factory import build_summarizer, build_writer
    from summarizer.service import Summarizer

    if paths:
        articles, warnings = read_articles(paths, chosen.max_body_bytes)
        summarizer = Summarizer(writer=build_writer(chosen))
        return summarizer.summarize(request, articles, warnings=warnings)
    if all(each is None for each in (request.topic, request.dates, request.since)):
        raise InvalidRequestError(
            "name files, or --topic, --from, --to or --since to search the store"
        )
    return build_summarizer(chosen).summarize(request)


def read_articles(paths: Sequence[str], max_bytes: int) -> tuple[list[Article], tuple[Notice, ...]]:
    """The articles of the files, and a warning for each that cannot be read."""
    from summarizer.cli.output import watched
    from summarizer.reading import read_paths

    found = list(watched(read_paths(paths, max_bytes=max_bytes)))
    errors = [item for item in found if isinstance(item, UnreadableInputError)]
    articles = [item for item in found if isinstance(item, Article)]
    if not articles:
        raise UnreadableInputError(errors[0].name, errors[0].reason)
    warnings = tuple(
        Notice(code="unusable-article", message=str(error), articles=(error.name,))
        for error in errors
    )
    return articles, warnings
