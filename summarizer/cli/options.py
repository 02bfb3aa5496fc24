"""Options that several commands share, and how they become a question."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from summarizer.config import Settings
from summarizer.errors import InvalidRequestError, UnknownNameError
from summarizer.types import Budget, BudgetUnit, DateRange, RankerOptions, since_when

__all__ = [
    "AsJson",
    "Characters",
    "Database",
    "Files",
    "Folds",
    "JudgeFolder",
    "Paths",
    "RankerOption",
    "Sentences",
    "Words",
    "Zone",
    "budget",
    "date_range",
    "day",
    "ranker_options",
    "settings",
    "shown_options",
    "since_or_brief",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, web addresses or - (standard input): HTML, text, feeds, JSON lines.",
        show_default=False,
    ),
]
Database = Annotated[
    str | None,
    typer.Option(help="Where articles and briefs are kept \\[env: SUMMARIZER_DATABASE]."),
]
Words = Annotated[int | None, typer.Option(min=1, help="Length in words (white-space tokens).")]
Sentences = Annotated[int | None, typer.Option(min=1, help="Length in sentences.")]
Characters = Annotated[int | None, typer.Option(min=1, help="Length in characters.")]
Zone = Annotated[
    str | None,
    typer.Option("--tz", help="Time zone of days, such as Europe/Berlin.", show_default=False),
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", help="Files of JSON lines; their form: --help of the command."),
]


def _several(folds: int) -> int:
    if folds == 1:
        raise typer.BadParameter("one part leaves nothing to learn from: take 2 or more, or 0")
    return folds


Folds = Annotated[
    int,
    typer.Option(min=0, callback=_several, help="Parts for cross-validation; 0 leaves it out."),
]
RankerOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY=VALUE",
        help="How sentences are chosen; standalone=off takes those that point back like any other.",
        show_default=False,
    ),
]
JudgeFolder = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="FOLDER",
        help="A model that judges beside the words \\[env: SUMMARIZER_JUDGE].",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
_SWITCH = {"on": True, "off": False}


def settings(
    database: str | None = None, *, model: str | None = None, judge: str | None = None
) -> Settings:
    """The settings of the environment, with what the command line names."""
    from summarizer.factory import load_settings

    for name, value in (
        ("SUMMARIZER_DATABASE", database),
        ("SUMMARIZER_MODEL", model),
        ("SUMMARIZER_JUDGE", judge),
    ):
        if value is not None:
            # through the environment, so that processes started from here see the same
            os.environ[name] = value
    return load_settings()


def budget(
    words: int | None, sentences: int | None, characters: int | None, *, default: int
) -> Budget:
    """The one length that was given, or `default` words."""
    given: list[tuple[int | None, BudgetUnit]] = [
        (words, "words"),
        (sentences, "sentences"),
        (characters, "characters"),
    ]
    chosen = [Budget(amount=amount, unit=unit) for amount, unit in given if amount is not None]
    if len(chosen) > 1:
        raise InvalidRequestError("give one length: --words, --sentences or --characters")
    return chosen[0] if chosen else Budget(amount=default)


def date_range(first: str | None, last: str | None, zone: str) -> DateRange | None:
    """The days asked for; None when neither end was given."""
    if first is None and last is None:
        return None
    try:
        return DateRange.between(first, last, zone=zone)
    except ValueError as error:
        raise InvalidRequestError(str(error)) from error


def since_or_brief(value: str | None, zone: str) -> datetime | str | None:
    """The instant, or the brief's id; None when it was not given."""
    try:
        return None if value is None else since_when(value, zone=zone)
    except ValueError as error:
        raise InvalidRequestError(f"--since: {error}, or a brief's id") from error


def day(value: str | None, name: str) -> date | None:
    """The day; None when it was not given."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise InvalidRequestError(f"{name}: {value!r} is no day; write 2019-06-30") from error


def ranker_options(given: Iterable[str] | None) -> RankerOptions:
    """The options of `KEY=VALUE`s; of a key given twice the last counts."""
    known = [field.name for field in fields(RankerOptions)]
    chosen: dict[str, bool] = {}
    for option in given or ():
        key, equals, value = option.partition("=")
        if not equals:
            raise InvalidRequestError(f"write {option!r} as KEY=VALUE, such as standalone=off")
        if key not in known:
            raise UnknownNameError("ranker option", key, known)
        if value not in _SWITCH:
            raise InvalidRequestError(f"{key} is on or off, not {value!r}")
        chosen[key] = _SWITCH[value]
    return RankerOptions(**chosen)


def shown_options(parameters: Mapping[str, object]) -> Iterator[str]:
    """The ranker options among a summary's parameters, as they are given: `standalone=off`."""
    names = {value: name for name, value in _SWITCH.items()}
    for option in fields(RankerOptions):
        # a summary written before there was the option says nothing of it
        if option.name in parameters:
            yield f"{option.name}={names[bool(parameters[option.name])]}"
