"""The request for an answer, and what is left out of it for servers that want less."""

import re
from typing import Any

from summarizer.abstractive.chat.failures import RefusalError
from summarizer.abstractive.chat.options import ChatOptions
from summarizer.protocols import Assignment, Packed

__all__ = ["answer_tokens", "question", "unwanted"]

#: what some servers refuse: OpenAI's reasoning models the first two, others what they do not know
_DISPENSABLE = ("max_tokens", "temperature", "seed", "stream_options")


def answer_tokens(assignment: Assignment, options: ChatOptions) -> int:
    """The most tokens that the answer may have: three a word, room for citations, and to reason.

    English news has 1.3 to 1.5 tokens a word, German and Russian 2 to 2.5, a citation of two
    numbers 6 a sentence.
    """
    return 64 + 3 * assignment.words + options.reasoning


def question(packed: Packed, options: ChatOptions, without: frozenset[str]) -> dict[str, Any]:
    """The body of the request, `without` the parameters that the server refused before."""
    limit = "max_completion_tokens" if "max_tokens" in without else "max_tokens"
    body: dict[str, Any] = {
        "model": options.model,
        "messages": [{"role": role, "content": content} for role, content in packed.turns],
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": options.temperature,
        "seed": options.seed,
        limit: answer_tokens(packed.assignment, options),
    }
    return {
        name: value for name, value in body.items() if name not in without and value is not None
    }


def unwanted(error: RefusalError, body: dict[str, Any]) -> str | None:
    """The parameter of `body` that a refusal names, where an answer can be had without it."""
    if error.status not in (400, 422):
        return None
    named = set(re.findall(r"\w+", error.detail))
    return next((name for name in _DISPENSABLE if name in body and name in named), None)
