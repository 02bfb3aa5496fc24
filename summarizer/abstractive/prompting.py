"""What a chat model is told: the versioned prompt of a task, filled in with evidence."""

from collections.abc import Sequence

from babel import Locale

import prompts
from summarizer.abstractive.packing import Turns
from summarizer.protocols import Assignment, Passage

__all__ = ["fill", "prompt_of"]


def prompt_of(assignment: Assignment) -> str:
    """Task and version of the prompt that `fill` uses, such as `brief/1`."""
    return f"{assignment.task}/{prompts.load(assignment.task).version}"


def fill(assignment: Assignment, passages: Sequence[Passage]) -> Turns:
    """The turns that give `passages` as evidence, in this order, in place of the assignment's."""
    variables: dict[str, object] = {
        "topic": assignment.topic,
        "language": _language(assignment.language),
        "words": assignment.words,
        "evidence": [
            {
                "number": passage.number,
                "source": passage.source,
                "date": passage.day,
                "text": passage.text,
            }
            for passage in passages
        ],
        "known": assignment.known,
    }
    messages = prompts.load(assignment.task).messages(**variables)
    return tuple((message.role, message.content) for message in messages)


def _language(code: str | None) -> str:
    """How a prompt names the language: an unknown one is that of the evidence."""
    if code is None:
        return "the language of the evidence"
    known: str | None = Locale("en").languages.get(code)
    return known or f"the language with the ISO 639-1 code {code!r}"
