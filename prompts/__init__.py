"""Versioned prompt templates (package data) and the few lines that load them.

A template lives in `TASK/vN.txt`. A published version never changes, since summaries record which
one they used: improve a prompt by adding the next version. This package imports nothing of ours.
"""

import re
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

__all__ = ["Message", "Template", "load", "versions"]

_ROLE = re.compile(r"^=== (system|user) ===\n", re.MULTILINE)
# Joiners may hide between the brackets. They stay elsewhere: Persian and Hindi spell with them.
_BRACKETS = re.compile(r"<[\u200c\u200d<]*<|>[\u200c\u200d>]*>")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# What chat templates mark turns with. Servers that tokenize the filled-in template as one text, as
# llama.cpp does, take these for turns wherever they stand: an article that spells one would speak.
_CONTROL = re.compile(
    r"<[|｜][^<>]*[|｜]>|</?(?:s|think|thinking|start_of_turn|end_of_turn|bos|eos|pad|unk)>"
    r"|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]",
    re.IGNORECASE,
)


def _harmless(value: object) -> object:
    """What a template prints for `value`: a string becomes one line that cannot close a fence.

    Whatever is put into a prompt was written by strangers. On one line it cannot pose as another
    piece of evidence, without doubled angle brackets it cannot end the fence around it, and with a
    space in it a mark of a chat template is plain text.
    """
    if not isinstance(value, str):
        return value
    line = " ".join(_INVISIBLE.sub("", value).split())
    fenced = _BRACKETS.sub(lambda brackets: brackets[0][0], line)
    return _CONTROL.sub(lambda mark: f"{mark[0][0]} {mark[0][1:]}", fenced)


_ENVIRONMENT = Environment(
    # Models read plain text: HTML escapes would alter names and quotations. `finalize` guards every
    # value that is printed instead, so no template can forget to.
    autoescape=False,  # noqa: S701 - the same reason
    finalize=_harmless,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn of a chat."""

    #: `system` or `user`
    role: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One version of the prompt for a task; `text` is Jinja, with a heading for each role."""

    task: str
    version: int
    text: str

    def messages(self, **variables: object) -> tuple[Message, ...]:
        """The prompt as chat turns, filled in; a missing variable raises `UndefinedError`.

        Roles are told apart before anything is filled in, so that no article can start a turn.
        """
        _, *parts = _ROLE.split(self.text)
        return tuple(
            Message(role=role, content=_ENVIRONMENT.from_string(body).render(variables).strip())
            for role, body in zip(parts[::2], parts[1::2], strict=True)
        )

    def render(self, **variables: object) -> str:
        """The prompt as one text, for models without roles; raises as `messages` does."""
        return "\n\n".join(message.content for message in self.messages(**variables))


def load(task: str, version: int | None = None) -> Template:
    """The template of `task`, by default its newest version; `LookupError` names what exists."""
    known = versions()
    if task not in known:
        raise LookupError(f"there is no prompt {task!r}; there are {', '.join(known)}")
    chosen = known[task][-1] if version is None else version
    if chosen not in known[task]:
        listed = ", ".join(f"v{number}" for number in known[task])
        raise LookupError(f"the prompt {task!r} has no version {chosen}; there are {listed}")
    text = files(__name__).joinpath(task, f"v{chosen}.txt").read_text(encoding="utf-8")
    return Template(task=task, version=chosen, text=text)


def versions() -> dict[str, tuple[int, ...]]:
    """The versions of each task, oldest first, by task name in alphabetical order."""
    found: dict[str, tuple[int, ...]] = {}
    for folder in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if folder.is_dir():
            names = (re.fullmatch(r"v(\d+)\.txt", entry.name) for entry in folder.iterdir())
            if numbers := tuple(sorted(int(name[1]) for name in names if name)):
                found[folder.name] = numbers
    return found
