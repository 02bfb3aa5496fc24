"""How many tokens a question has: as its server counts them, or more than it can have."""

import math
import re
from collections.abc import Callable
from typing import Any, Literal

import httpx2

from summarizer.abstractive.chat.conversation import client
from summarizer.abstractive.chat.failures import BUSY
from summarizer.abstractive.chat.options import ChatOptions
from summarizer.abstractive.chat.patience import Patience, StoppedError
from summarizer.abstractive.packing import Turns
from summarizer.errors import ModelTimeoutError

__all__ = ["TokenCounter", "estimate"]

#: seconds for one count
_PATIENCE = 10.0
#: tokens that a chat template puts around a turn: `<|start_header_id|>user<|end_header_id|>` and
#: its like have 3 to 6
_AROUND = 8
_CHEAP = re.compile(r"[A-Za-z ]")
_ASCII = re.compile(r"[\x00-\x7f]")


class TokenCounter:
    """Counts with the `/tokenize` of vLLM and llama.cpp where there is one, looked for once."""

    def __init__(self, options: ChatOptions) -> None:
        self._options = options
        #: what counted last; None before the first question
        self.counted: Literal["server", "estimate"] | None = None
        #: the whole room of the model, where its server tells
        self.room: int | None = None

    def count(self, turns: Turns, *, stop: Callable[[], bool]) -> int:
        """The tokens of the turns with everything that the model's chat template adds; estimated
        once `stop` gives True.
        """
        if self.counted != "estimate":
            try:
                answer = self._ask(turns, stop)
            except (httpx2.HTTPError, ModelTimeoutError, StoppedError):
                # Not there now: the estimate will do, and the next question looks again.
                return estimate(turns)
            if (tokens := self._told(answer, turns)) is not None:
                self.counted = "server"
                return tokens
        self.counted = "estimate"
        return estimate(turns)

    def _told(self, answer: Any, turns: Turns) -> int | None:
        """The count in an answer: vLLM's with the template, llama.cpp's without; None in others."""
        if not isinstance(answer, dict):
            return None
        count, tokens, room = (answer.get(name) for name in ("count", "tokens", "max_model_len"))
        if isinstance(room, int) and room > 0:
            self.room = room
        if not isinstance(count, int):
            count = len(tokens) + _AROUND * len(turns) if isinstance(tokens, list) else 0
        # More than eight characters a token are too good to be true of any language.
        return count if count * 8 > sum(len(content) for _, content in turns) else None

    def _ask(self, turns: Turns, stop: Callable[[], bool]) -> Any:
        """What the server answers; None when it has no such address, or no JSON there."""
        body = {
            "model": self._options.model,
            # vLLM reads the first, llama.cpp the second; both leave what they do not know.
            "messages": [{"role": role, "content": content} for role, content in turns],
            "content": "\n".join(content for _, content in turns),
        }
        with Patience(_PATIENCE, stop) as patience:
            return patience.run(_posted(self._options, body))


def estimate(turns: Turns) -> int:
    """More tokens than the turns have for any tokenizer in use, by about half for English.

    English has 4 to 4.8 letters and spaces a token, counted here as 3. Digits and signs are
    tokens of their own in Llama's vocabularies. Other scripts fall back on bytes in the worst case
    (Llama 2 has 1 to 2 tokens a Korean syllable): counted as a token for every two bytes.
    """
    tokens = 0.0
    for _, content in turns:
        ascii_only = "".join(_ASCII.findall(content))
        cheap = len(_CHEAP.findall(ascii_only))
        others = len(content.encode("utf-8", "replace")) - len(ascii_only)
        tokens += _AROUND + cheap / 3 + (len(ascii_only) - cheap) + others / 2
    return math.ceil(tokens)


async def _posted(options: ChatOptions, body: dict[str, Any]) -> Any:
    # It stands beside `/v1`, not below it.
    address = f"{options.address.removesuffix('/v1')}/tokenize"
    async with client(options) as http:
        response = await http.post(address, json=body)
    if response.status_code in BUSY:  # llama.cpp answers everything so while it loads its model
        response.raise_for_status()
    try:
        return response.json() if response.status_code == 200 else None
    except ValueError:
        return None
