"""A model of a folder, with what its own configuration says of how it is to be asked."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Literal

from summarizer.abstractive.cores import available_cores
from summarizer.errors import MissingExtraError, ModelUnavailableError

__all__ = ["Loaded", "load", "revision", "stamp"]

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

#: nothing from the network, and no code that stands beside the weights
_AS_IT_IS = {"local_files_only": True, "trust_remote_code": False}

Dtype = Literal["auto", "float32", "bfloat16"]


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
    """The encoder–decoder model in `folder`; nothing is downloaded, and no code of it is run.

    `ModelUnavailableError` where there is none, `MissingExtraError` without torch.
    """
    if not (folder / "config.json").is_file():
        raise _missing(folder, "it holds no config.json")
    torch, transformers = _libraries()
    try:
        config = transformers.AutoConfig.from_pretrained(folder, **_AS_IT_IS)
        _check_kind(transformers, folder, config)
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **_AS_IT_IS)
        model, report = transformers.AutoModelForSeq2SeqLM.from_pretrained(
            folder,
            dtype=_dtype(torch, config, dtype),
            # a pickle may hold more than numbers: it is read as far as it does not
            weights_only=True,
            output_loading_info=True,
            **_AS_IT_IS,
        )
        _check_whole(folder, tokenizer, report)
        model = model.to(_place(torch, folder, device)).eval()
        return _described(model, tokenizer, config)
    except ModelUnavailableError:
        raise
    except Exception as error:  # no list says what a broken file may raise
        raise ModelUnavailableError(folder.name, _why(folder, error)) from error


def revision(folder: Path) -> str:
    """The first 16 digits of the SHA-256 of the files that decide what the model writes;
    `ModelUnavailableError` where there are none.
    """
    paths = _files(folder)
    if not paths:
        raise _missing(folder, "it holds no file of a model")
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of each of these files: whether to look again, without reading them."""
    found = []
    for path in _files(folder):
        with suppress(OSError):
            stat = path.stat()
            found.append((path.name, stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def _files(folder: Path) -> list[Path]:
    return sorted({path for pattern in _FILES for path in folder.glob(pattern)})


def _missing(folder: Path, otherwise: str) -> ModelUnavailableError:
    reason = otherwise if folder.is_dir() else "there is no such folder"
    advice = f"{reason}; name the folder of a model, or fetch one: summarizer models fetch NAME"
    return ModelUnavailableError(folder.name or str(folder), advice)


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


def _check_kind(transformers: Any, folder: Path, config: Any) -> None:
    """`ModelUnavailableError` for what does not turn a text into a text."""
    kind = getattr(config, "model_type", "unknown")
    if not config.is_encoder_decoder:
        reason = f"a model of type {kind} is no encoder-decoder; serve it, and set a model URL"
        raise ModelUnavailableError(folder.name, reason)
    if type(config) not in transformers.MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING:
        reason = f"a model of type {kind} writes no text from text; take a T5, a BART or their like"
        raise ModelUnavailableError(folder.name, reason)


def _check_whole(folder: Path, tokenizer: Any, report: Any) -> None:
    """`ModelUnavailableError` for what the libraries make up where files lack it, silently."""
    if missing := sorted(report["missing_keys"]):
        reason = f"its weights lack {len(missing)} tensors, such as {missing[0]}"
        raise ModelUnavailableError(folder.name, reason)
    # without any file of a tokenizer there comes one that knows its own marks only
    if set(tokenizer.get_vocab()) <= set(tokenizer.all_special_tokens):
        reason = "it has no tokenizer: copy the tokenizer's files beside the weights"
        raise ModelUnavailableError(folder.name, reason)


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


def _why(folder: Path, error: Exception) -> str:
    """What went wrong, and what to do where the library's own words do not say."""
    told = (str(error).strip() or type(error).__name__).splitlines()[0]
    # readers of an answer see this
    told = told.replace(str(folder), folder.name)
    # a tokenizer that lacks one of its packages is tried as that of another, and lacks the next
    if isinstance(error, ImportError) or "tiktoken" in str(error):
        packages = "pip install protobuf sentencepiece tiktoken"
        return f"its tokenizer needs more packages: {packages} ({told})"
    if isinstance(error, UnpicklingError | EOFError):
        return "its weights are broken, or hold more than numbers: save them as safetensors"
    if "ignore_mismatched_sizes" in told:
        return "its weights have other shapes than its config.json says; fetch it again"
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    # such as KeyError and JSONDecodeError, whose words alone say nothing
    telling = isinstance(error, OSError | RuntimeError) or type(error) is ValueError
    return told if telling else f"its files are broken ({type(error).__name__}: {told})"
