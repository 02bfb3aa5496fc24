"""A model of a folder, with what its own configuration says of how it is to be asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.pretrained.opening import Dtype, open_model

__all__ = ["Loaded", "load"]

#: what limits the input of an encoder is called so, by architecture
_LIMITS = ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions")
_DECODER_LIMITS = ("max_decoder_position_embeddings", "max_position_embeddings")
#: for models with relative positions that name no limit: what T5 was trained with
_ROOM = 512
#: a tokenizer without a limit gives a number of thirty digits
_NO_LIMIT = 10**6
#: of models that were trained on many documents with a token of their own between them (PRIMERA)
_SEPARATOR = "<doc-sep>"
_T5_PREFIX = "summarize: "


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Loaded:
    """A model that is ready, its tokenizer, and how it wants its input."""

    model: Any
    tokenizer: Any
    #: tokens that the encoder reads, and that the decoder may write
    room: int
    most_new: int
    #: tokens that its authors have it write at least; 0 where they do not say
    least_new: int
    #: stands before the input; "" for models that need none
    prefix: str
    #: stands between articles; None for models that know none
    separator: str | None
    #: whether some tokens attend to all others (LED): the first, and the separators
    global_attention: bool


def load(folder: Path, *, device: str = "auto", dtype: Dtype = "auto") -> Loaded:
    """The encoder–decoder model in `folder`; nothing is downloaded.

    `ModelUnavailableError` where there is none, `MissingExtraError` without torch.
    """
    opened = open_model(
        folder, "AutoModelForSeq2SeqLM", device=device, dtype=dtype, refuse=_refused
    )
    return _described(opened.model, opened.tokenizer, opened.config)


def _refused(config: Any) -> str | None:
    """Why it does not turn a text into a text; None where it does."""
    from transformers import MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING

    kind = getattr(config, "model_type", "unknown")
    if not config.is_encoder_decoder:
        return f"a model of type {kind} is no encoder-decoder; serve it, and set a model URL"
    if type(config) not in MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING:
        return f"a model of type {kind} writes no text from text; take a T5, a BART or their like"
    return None


def _described(model: Any, tokenizer: Any, config: Any) -> Loaded:
    limits = [getattr(config, name, None) for name in _LIMITS]
    room = next((limit for limit in limits if limit), _ROOM)
    own = getattr(tokenizer, "model_max_length", None)
    if own and own < _NO_LIMIT:
        room = min(room, own)
    written = [getattr(config, name, None) for name in _DECODER_LIMITS]
    most_new = next((limit for limit in written if limit), room)
    vocabulary = tokenizer.get_vocab()
    return Loaded(
        model=model,
        tokenizer=tokenizer,
        room=int(room),
        most_new=int(most_new) - 1,
        least_new=_least(model, config),
        prefix=_prefix(config),
        separator=_SEPARATOR if _SEPARATOR in vocabulary else None,
        global_attention=hasattr(config, "attention_window"),
    )


def _prefix(config: Any) -> str:
    """What the configuration says stands before a text to summarize; T5's for a T5 that is silent.
    mT5 and LongT5, which have its relative positions, too, were trained without.
    """
    prefix = _for_summaries(config).get("prefix", getattr(config, "prefix", None))
    if prefix is not None:
        return str(prefix)
    return _T5_PREFIX if config.model_type == "t5" else ""


def _least(model: Any, config: Any) -> int:
    own = getattr(model.generation_config, "min_length", None)
    return int(_for_summaries(config).get("min_length", own) or 0)


def _for_summaries(config: Any) -> dict[str, Any]:
    tasks = getattr(config, "task_specific_params", None) or {}
    return tasks.get("summarization") or {}
