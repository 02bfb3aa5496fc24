"""A model of a folder, with what its own configuration says of how it is to be asked."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Literal

from summarizer.abstractive.cores import available_cores
from summarizer.errors import MissingExtraError, ModelUnavailableError

__all__ = ["Loaded", "load", "revision"]

#: what decides the output: weights, configuration, tokenizer
_FILES = ("*.safetensors", "*.bin", "*.json", "*.model", "*.txt")
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
#: what reading somebody's files ends in; a tokenizer may need a package that is not there
_FAILURES = (
    OSError,
    ValueError,
    RuntimeError,
    LookupError,
    TypeError,
    AttributeError,
    ImportError,
    UnpicklingError,
)

Device = Literal["auto", "cpu", "cuda"]
Dtype = Literal["auto", "float32", "bfloat16"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Loaded:
    """A model that is ready, its tokenizer, and how it wants its input."""

    model: Any
    tokenizer: Any
    #: tokens that the encoder reads, and that the decoder may write
    room: int
    most_new: int
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
    if not (folder / "config.json").is_file():
        reason = "there is no such folder" if not folder.is_dir() else "it holds no config.json"
        advice = f"{reason}; name the folder of a model, or fetch one: summarizer models fetch NAME"
        raise ModelUnavailableError(folder.name or str(folder), advice)
    torch, transformers = _libraries()
    from safetensors import SafetensorError

    try:
        config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
        if not config.is_encoder_decoder:
            kind = getattr(config, "model_type", "unknown")
            reason = f"a model of type {kind} is no encoder-decoder; serve it, and set a model URL"
            raise ModelUnavailableError(folder.name, reason)
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model, report = transformers.AutoModelForSeq2SeqLM.from_pretrained(
            folder,
            local_files_only=True,
            dtype=_dtype(torch, config, dtype),
            output_loading_info=True,
        )
        # what the files lack is filled with chance, and nothing but a log says so
        if missing := sorted(report["missing_keys"]):
            reason = f"its weights lack {len(missing)} tensors, such as {missing[0]}"
            raise ModelUnavailableError(folder.name, reason)
        model = model.to(_place(torch, folder, device)).eval()
    except (*_FAILURES, SafetensorError) as error:
        if isinstance(error, ModelUnavailableError):
            raise
        raise ModelUnavailableError(folder.name, _first_line(error)) from error
    return _described(model, tokenizer, config)


def revision(folder: Path) -> str:
    """The first 16 digits of the SHA-256 of the files that decide what the model writes;
    `ModelUnavailableError` where there are none.
    """
    paths = sorted({path for pattern in _FILES for path in folder.glob(pattern)})
    if not paths:
        raise ModelUnavailableError(folder.name or str(folder), "its folder is gone or empty")
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _libraries() -> tuple[Any, Any]:
    """Torch and transformers, with as many threads as there are cores."""
    # threads that wait actively starve each other on busy cores: 3 instead of 35 tokens a second
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        import torch
        import transformers
    except ImportError as error:
        raise MissingExtraError("a local model", "neural") from error
    torch.set_num_threads(available_cores())
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    return torch, transformers


def _place(torch: Any, folder: Path, device: str) -> str:
    available = torch.cuda.is_available()
    if device == "cuda" and not available:
        raise ModelUnavailableError(folder.name, "there is no usable CUDA device; set auto or cpu")
    return ("cuda" if available else "cpu") if device == "auto" else device


def _dtype(torch: Any, config: Any, wanted: Dtype) -> Any:
    if wanted != "auto":
        return getattr(torch, wanted)
    own = getattr(config, "dtype", None)
    # half precision overflows in T5 and is slow on processors
    return torch.bfloat16 if own in (torch.float16, torch.bfloat16, "float16") else torch.float32


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
        prefix=_prefix(config),
        separator=_SEPARATOR if _SEPARATOR in vocabulary else None,
        global_attention=hasattr(config, "attention_window"),
    )


def _prefix(config: Any) -> str:
    """What the configuration says stands before a text to summarize; T5's for a T5 that is silent.
    mT5 and LongT5, which have its relative positions, too, were trained without.
    """
    tasks = getattr(config, "task_specific_params", None) or {}
    prefix = (tasks.get("summarization") or {}).get("prefix", getattr(config, "prefix", None))
    if prefix is not None:
        return str(prefix)
    return _T5_PREFIX if config.model_type == "t5" else ""


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
