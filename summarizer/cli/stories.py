"""`stories` and `evaluate stories`: articles grouped by the event that they are about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer.cli.options import AsJson, Database, Files, Paths, Zone, day, settings
from summarizer.cli.reports import show, waiting
from summarizer.errors import InvalidRequestError

__all__ = ["evaluate", "stories"]


def stories(
    paths: Paths = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help='Of one JSON-lines file: {"id", "story"} a line.'),
    ] = None,
    topic: Annotated[
        str | None, typer.Option(help="Only stories of the store with an article about this.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day, in the store.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day, in the store.")] = None,
    zone: Zone = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Group articles by the event that they are about: those of files, or of the store.

    With -o a JSON-lines file of an article a line gives a line for each, in order: its id, and that
    of the first article of its story.
    """
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.factory import build_summarizer
    from summarizer.types import StoriesRequest

    chosen = settings(database)
    if output is not None:
        raise typer.Exit(
            _grouped_lines(paths or [], output, chosen.max_body_bytes, as_json=as_json)
        )
    if paths:
        if topic or first or last:
            raise InvalidRequestError(
                "--topic, --from and --to choose from the store: give no files"
            )
        found = _of_files(paths, chosen.max_body_bytes)
    else:
        asked = StoriesRequest(
            first=day(first, "--from"),
            last=day(last, "--to"),
            zone=zone or chosen.timezone,
            topic=topic,
        )
        found = build_summarizer(chosen).stories(asked)
    if as_json:
        typer.echo(json_line(as_dict(found)))
    else:
        print_lines(_lines(found))


def evaluate(files: Files, *, as_json: AsJson = False) -> None:
    """Stories against events: {"id", "cluster", "title", "text"} a line.

    B-cubed and pairwise precision, recall and F1, on all articles and on samples of 1 to 5 of each
    event, beside scikit-learn's average linkage on plain TF-IDF, at the distance that is best on
    these very data, and HDBSCAN. Intervals are bootstrapped over events.
    """
    from summarizer.evaluation.stories import evaluate_stories, read_story_articles
    from summarizer.service.inline import read_documents
    from summarizer.service.preparing import prepared_form
    from summarizer.types import Article, Document

    articles, data = read_story_articles(files)
    with waiting("reading, and grouping in each way"):
        given = [Document(id=each.id, title=each.title, text=each.text) for each in articles]
        read = list(zip(read_documents(given), articles, strict=True))
        known = [(article, each) for article, each in read if isinstance(article, Article)]
        report = evaluate_stories(
            [prepared_form(article) for article, _ in known],
            [each.text for _, each in known],
            [each.cluster for _, each in known],
            data,
        )
    heads = ("grouping", "groups", "B-cubed P", "R", "F1 [95 %]", "pairwise F1", "thinned F1")
    rows = (
        (s.grouping, s.groups, s.b_cubed.precision, s.b_cubed.recall, _shown(s.b_cubed_f1),
         s.pairwise.f1, s.thinned.f1)
        for s in report.scores
    )  # fmt: skip
    show(report, heads, rows, as_json=as_json)
    if not as_json:
        typer.echo(
            f"{report.articles} articles of {report.events} events; thinned: mean of"
            f" {report.samples} samples of 1 to 5 articles an event, from seed {report.seed}"
        )


def _shown(found: Any) -> str:
    return f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"


def _read(paths: Sequence[str], max_bytes: int) -> list[Any]:
    from summarizer.cli.output import watched
    from summarizer.reading import read_paths

    return list(watched(read_paths(paths, max_bytes=max_bytes)))


def _of_files(paths: Sequence[str], max_bytes: int) -> Any:
    """The stories of the files' articles; files that cannot be read are warnings."""
    from summarizer.errors import UnreadableInputError
    from summarizer.service import Summarizer
    from summarizer.types import Article, Notice

    read = _read(paths, max_bytes)
    failed = [each for each in read if isinstance(each, UnreadableInputError)]
    articles = [each for each in read if isinstance(each, Article)]
    if not articles:
        raise failed[0]
    notices = (
        Notice(code="unusable-article", message=str(each), articles=(each.name,)) for each in failed
    )
    found = Summarizer().stories_of(articles)
    return replace(found, warnings=(*notices, *found.warnings))


def _grouped_lines(paths: Sequence[str], output: Path, max_bytes: int, *, as_json: bool) -> int:
    """Write a line for each article of the file; 1 when one cannot be used."""
    from summarizer.cli.files import opened_output
    from summarizer.cli.output import json_line
    from summarizer.service.stories import story_names
    from summarizer.types import Article

    if len(paths) != 1:
        raise InvalidRequestError("-o goes with one JSON-lines file")
    found = _read(paths, max_bytes)
    names = iter(story_names([each for each in found if isinstance(each, Article)]))
    failed = 0
    with opened_output(output, Path(paths[0])) as out:
        for each in found:
            if isinstance(each, Article):
                line: dict[str, object] = {"id": each.id, "story": next(names)}
            else:
                failed += 1
                line = {"id": each.name, "error": each.reason}
            out.write(f"{json_line(line)}\n")
    if as_json:
        typer.echo(json_line({"articles": len(found), "failed": failed}))
    return int(failed > 0)


def _lines(found: Any) -> Iterator[str]:
    """The stories for a person: what each is, and what holds it together."""
    from summarizer.briefs.sources import when

    for story in found.stories:
        count = len(story.articles)
        yield story.label
        days = " to ".join(dict.fromkeys(str(d)[:10] for d in (story.first, story.last) if d))
        parts = [f"{count} article{'s' * (count > 1)}", days or "undated", *story.publishers]
        yield f"  {'; '.join(parts[:2])}; {', '.join(parts[2:]) or 'publisher unknown'}"
        yield f"  about: {', '.join(story.terms) or '-'}"
        yield f"  id: {story.id}"
        titles = {each.article.id: each.article.title or each.article.id for each in story.articles}
        for each in story.articles:
            yield f"    {when(each.article)}  {titles[each.article.id]}"
            if each.copies:
                yield f"      printed again by {', '.join(c.source or c.id for c in each.copies)}"
            if each.nearest:
                shared = ", ".join(each.shared)
                yield f"      {each.similarity:.2f} like “{titles[each.nearest]}”: {shared}"
        yield ""
    yield from (f"Note: {notice.message}" for notice in found.warnings)
