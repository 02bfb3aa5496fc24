"""`stories`: which articles tell of one event."""

import os
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import AsJson, Database, Paths, Zone, day, settings
from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, SummarizerError, UnreadableInputError
from summarizer.types import StoriesRequest

if TYPE_CHECKING:
    from summarizer.types import Article, ArticleInfo, Story

__all__ = ["ReadLine", "read_line", "stories"]

#: loaded before the processes that read are forked
_LOADED_ONCE = ["summarizer.reading", "summarizer.service.preparing"]

Line = tuple[int, bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """What grouping needs of a line. Sent between processes."""

    #: the article's id, or the line's number where it has none
    name: str
    info: "ArticleInfo | None" = None
    #: the prepared form
    packed: bytes = b""
    #: why there is no article
    error: str = ""


def stories(  # noqa: PLR0913  (a command's parameters are its options)
    paths: Paths = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where {id, story} goes, a line for each line."),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day, in the store.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day, in the store.")] = None,
    topic: Annotated[
        str | None, typer.Option(help="Only stories of the store with an article about this.")
    ] = None,
    zone: Zone = None,
    limit: Annotated[
        int, typer.Option(min=1, max=5_000, help="Most stories of the store that are told.")
    ] = 100,
    database: Database = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes that read, with -o \\[default: as cores].")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Group articles by the event that they tell of, and say why they are together.

    The articles of files, or of some days of the store, are printed story by story, that of the
    most independent articles first. With -o the input is a file of JSON lines, an article a line,
    and every line gets the id of its story. Copies of one text count once; dates help where they
    are known.
    """
    chosen = settings(database)
    max_bytes = chosen.max_body_bytes
    if not paths:
        if output is not None:
            raise InvalidRequestError("-o goes with one file of JSON lines")
        request = StoriesRequest(
            first=day(first, "--from"),
            last=day(last, "--to"),
            zone=zone or chosen.timezone,
            topic=topic,
            limit=limit,
        )
        failed = _print_stored(request, chosen, as_json=as_json)
    elif first or last or topic:
        raise InvalidRequestError("--from, --to and --topic choose from the store: give no files")
    elif output is None:
        failed = _print(paths, max_bytes, as_json=as_json)
    elif len(paths) > 1:
        raise InvalidRequestError("-o goes with one file of JSON lines")
    else:
        raise _write(
            Path(paths[0]), output, jobs or os.cpu_count() or 1, max_bytes, as_json=as_json
        )
    raise typer.Exit(int(failed > 0))


def _print(paths: list[str], max_bytes: int, *, as_json: bool) -> int:
    """Print the stories of the files; how many articles could not be read."""
    from summarizer.cli.output import as_dict, json_line, print_lines, watched
    from summarizer.reading import read_paths
    from summarizer.service.storytelling import stories_of
    from summarizer.text.day_orders import in_usual_order

    found = list(watched(read_paths(paths, max_bytes=max_bytes)))
    errors = [item for item in found if isinstance(item, UnreadableInputError)]
    articles: list[Article] = in_usual_order(
        [item for item in found if not isinstance(item, UnreadableInputError)]
    )
    for story in stories_of(articles):
        if as_json:
            typer.echo(json_line(as_dict(story)))
        else:
            print_lines(story_lines(story))
    for error in errors:
        typer.echo(f"summarizer: {error}", err=True)
    return len(errors)


def _print_stored(request: StoriesRequest, chosen: Settings, *, as_json: bool) -> int:
    """Print the stories of the store."""
    from summarizer.cli.output import as_dict, json_line, print_lines
    from summarizer.factory import build_summarizer

    found = build_summarizer(chosen).stories(request)
    if as_json:
        typer.echo(json_line(as_dict(found)))
        return 0
    for story in found.stories:
        print_lines(story_lines(story))
    print_lines(f"Note: {notice.message}" for notice in found.warnings)
    if found.total > len(found.stories):
        print_lines([f"Note: told {len(found.stories)} of {found.total} stories (--limit)."])
    return 0


def story_lines(story: "Story") -> Iterator[str]:
    """The story as a person reads it."""
    from summarizer.briefs.sources import when

    span = " to ".join(dict.fromkeys(f"{day:%Y-%m-%d}" for day in (story.first, story.last) if day))
    count = f"{len(story.articles)} article{'s' * (len(story.articles) > 1)}"
    if story.independent < len(story.articles):
        count += f", {story.independent} of them independent"
    yield f"{story.label} ({story.id})"
    yield f"  {'; '.join(filter(None, (span or 'undated', count, ', '.join(story.publishers))))}"
    yield f"  about: {', '.join(story.terms)}"
    links = {link.article: link for link in story.links}
    for info in story.articles:
        yield f"  - {info.id}: {info.title or '(no title)'} ({info.source or '?'}, {when(info)})"
        link = links.get(info.id)
        if link is not None and link.copy:
            yield f"      a copy of {link.nearest}"
        elif link is not None:
            shared = ", ".join(link.terms)
            yield f"      like {link.nearest} ({link.similarity:.2f}): {shared}"
    yield ""


def _write(source: Path, output: Path, jobs: int, max_bytes: int, *, as_json: bool) -> typer.Exit:
    """Write the story of every line; the exit, 1 where lines have none."""
    from summarizer.cli.batching import ended, stopped_cleanly
    from summarizer.cli.files import opened_output
    from summarizer.cli.output import json_line
    from summarizer.prepared import unpack
    from summarizer.service.storytelling import story_ids

    with stopped_cleanly(), opened_output(output, source) as out:
        with closing(_read(source, jobs, max_bytes)) as answers:
            lines = list(answers)
        known = [(each.info, form) for each in lines if each.info and (form := unpack(each.packed))]
        ids = iter(story_ids([info for info, _ in known], [form for _, form in known]))
        for line in lines:
            told = {"error": line.error} if line.info is None else {"story": next(ids)}
            out.write(json_line({"id": line.name, **told}) + "\n")
    failed = len(lines) - len(known)
    if as_json:
        typer.echo(json_line({"articles": len(lines), "failed": failed}))
    return ended(failed, len(lines), output)


def _read(source: Path, jobs: int, max_bytes: int) -> Generator[ReadLine, None, None]:
    """The articles of the lines, in order."""
    from summarizer.cli.files import numbered_lines, opened_input
    from summarizer.cli.processes import Processes, forked_from_one

    context = forked_from_one(_LOADED_ONCE) if jobs > 1 else None
    answer = partial(read_line, max_bytes)
    with opened_input(source) as stream:
        lines = numbered_lines(stream, source, max_bytes=max_bytes)
        if context is None:
            yield from map(answer, lines)
        else:
            yield from Processes(answer=answer, died=_died, count=jobs, context=context).answers(
                lines
            )


def read_line(max_bytes: int, line: Line) -> ReadLine:
    """The article of a line of JSON, prepared; or why there is none."""
    from summarizer.prepared import pack
    from summarizer.reading import parse_line, read_document
    from summarizer.service.preparing import prepared_form
    from summarizer.types import Document

    number, data = line
    name = f"line {number}"
    if data is None:
        return ReadLine(name=name, error=f"is longer than {max_bytes} bytes")
    try:
        document = parse_line(data, name=name)
        if not isinstance(document, Document):
            return ReadLine(name=name, error="is a cluster: give an article a line")
        name = document.id or name
        article = read_document(document, name=name, default_id=name)
        return ReadLine(name=name, info=article.info, packed=pack(prepared_form(article)))
    except UnreadableInputError as error:
        return ReadLine(name=name, error=error.reason)
    except SummarizerError as error:
        return ReadLine(name=name, error=str(error))
    except Exception as error:  # noqa: BLE001  (one line's fault must not end the others' work)
        return ReadLine(name=name, error=f"{type(error).__name__}: {error}; please report this")


def _died(line: Line) -> ReadLine:
    """The error of a line whose process came to an end with it."""
    return ReadLine(
        name=f"line {line[0]}", error="the process that read it died: give it less text"
    )
