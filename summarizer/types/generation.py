"""What a generated summary tells of its making."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Generation", "Method", "ModelInfo", "ModelKind", "Policy", "Verdict"]

#: `auto` generates where a model is set, and falls back to the extract, saying why
Method = Literal["extractive", "abstractive", "auto"]
#: what becomes of a generated sentence that is not supported
Policy = Literal["replace", "drop", "flag"]
Verdict = Literal["supported", "partly", "unsupported"]
ModelKind = Literal["seq2seq", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """A model, and all that decides what it writes."""

    kind: ModelKind
    #: the name that it is known by, never a path of this machine
    name: str
    #: the commit or the content hash of the weights; None where a server does not tell
    revision: str | None
    parameters: dict[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """How the sentences of a summary came about."""

    model: ModelInfo
    #: task and version of the prompt, such as `brief/1`
    prompt: str
    #: calls of the model
    calls: int
    #: sentences that the model wrote, and the shares of these that were told as written, replaced
    #: by what they cite, dropped, and told with a mark; in [0, 1], their sum is 1
    written: int
    generated: float
    replaced: float
    dropped: float
    flagged: float
    #: the models that judged its sentences beside the words
    judges: tuple[dict[str, str | int | float | bool | None], ...] = ()
