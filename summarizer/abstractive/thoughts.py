"""Text without the reasoning that some models write before it."""

import re
from collections.abc import Iterable, Iterator

from summarizer.errors import GenerationError

__all__ = ["spoken"]

_TAG = re.compile(r"<(/?)(?:think|thinking)>", re.IGNORECASE)
_TAGS = ("<think>", "</think>", "<thinking>", "</thinking>")


def spoken(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces without `<think>…</think>`, wherever a tag is torn between them.

    Only what may be the start of a tag is held back. `GenerationError` when a span ends that never
    began, as some chat templates have it: what came before was reasoning, and is out already where
    it came in pieces.
    """
    held, thinking, said = "", False, False
    for piece in pieces:
        held += piece
        while tag := _TAG.search(held):
            before, held = held[: tag.start()], held[tag.end() :]
            if tag[1] and not thinking and said:
                raise GenerationError(
                    "the model's reasoning ran into its text: start its server with a parser for"
                    " reasoning, or with thinking switched off"
                )
            if before and not thinking and not tag[1]:
                said = said or not before.isspace()
                yield before
            thinking = not tag[1]
        safe = len(held) - _start_of_tag(held)
        if not thinking and safe:
            said = said or not held[:safe].isspace()
            yield held[:safe]
        held = held[safe:]
    if held and not thinking:
        yield held


def _start_of_tag(text: str) -> int:
    """How many characters at the end of the text may begin a tag."""
    start = text.rfind("<", -len(max(_TAGS, key=len)) + 1)
    tail = text[start:].lower() if start >= 0 else ""
    return len(tail) if tail and any(tag.startswith(tail) for tag in _TAGS) else 0
