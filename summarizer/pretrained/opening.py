"""A model of a folder with its tokenizer, on its device; nothing is downloaded."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Literal

from summarizer.errors import MissingExtraError, ModelUnavailableError
from summarizer.pretrained.cores import available_cores
from summarizer.pretrained.revisions import missing

__all__ = ["Dtype", "Kind", "Opened", "open_model", "require_config"]

#: the class of transformers that reads the weights
Kind = Literal["AutoModel", "AutoModelForSeq2SeqLM", "AutoModelForSequenceClassification"]
Dtype = Literal["auto", "float32", "bfloat16"]
#: nothing from the network, and no code that stands beside the weights
_AS_IT_IS = {"local_files_only": True, "trust_remote_code": False}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opened:
    """A model that is ready, and what came with it."""

    model: Any
    tokenizer: Any
    config: Any


def open_model(
    folder: Path,
    kind: Kind,
    *,
    device: str = "auto",
    dtype: Dtype = "auto",
    refuse: Callable[[Any], str | None] = lambda _: None,
    unused: tuple[str, ...] = (),
) -> Opened:
    """The model in `folder`; tensors whose names begin as in `unused` may be missing.

    `ModelUnavailableError` where there is none, and with the reason that `refuse` gives for its
    configuration; `MissingExtraError` without torch.
    """
    require_config(folder)
    torch, transformers = _libraries()
    try:
        config = transformers.AutoConfig.from_pretrained(folder, **_AS_IT_IS)
        _check_kind(folder, refuse(config))
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **_AS_IT_IS)
        model, report = getattr(transformers, kind).from_pretrained(
            folder,
            dtype=_dtype(torch, config, dtype),
            # a pickle may hold more than numbers: it is read as far as it does not
            weights_only=True,
            output_loading_info=True,
            **_AS_IT_IS,
        )
        _check_whole(folder, tokenizer, report, unused)
        model = model.to(_place(torch, folder, device)).eval()
    except ModelUnavailableError:
        raise
    except Exception as error:  # no list says what a broken file may raise
        raise ModelUnavailableError(folder.name, _why(folder, error)) from error
    return Opened(model=model, tokenizer=tokenizer, config=config)


def _check_kind(folder: Path, reason: str | None) -> None:
    if reason is not None:
        raise ModelUnavailableError(folder.name, reason)


def _check_whole(folder: Path, tokenizer: Any, report: Any, unused: tuple[str, ...]) -> None:
    """`ModelUnavailableError` for what the libraries make up where files lack it, silently."""
    lacking = sorted(name for name in report["missing_keys"] if not name.startswith(unused))
    if lacking:
        reason = f"its weights lack {len(lacking)} tensors, such as {lacking[0]}"
        raise ModelUnavailableError(folder.name, reason)
    # without any file of a tokenizer there comes one that knows its own marks only
    if set(tokenizer.get_vocab()) <= set(tokenizer.all_special_tokens):
        reason = "it has no tokenizer: copy the tokenizer's files beside the weights"
        raise ModelUnavailableError(folder.name, reason)


def require_config(folder: Path) -> None:
    """`ModelUnavailableError` unless the folder holds a model's configuration."""
    if not (folder / "config.json").is_file():
        raise missing(folder, "it holds no config.json")


def _libraries() -> tuple[Any, Any]:
    """Torch and transformers, with as many threads as there are cores, or OMP_NUM_THREADS."""
    # threads that wait actively starve each other on busy cores: 3 instead of 35 tokens a second
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        import torch
        import transformers
    except ImportError as error:
        raise MissingExtraError("a local model", "neural") from error
    # set where several processes share the cores: torch has read it
    if not os.environ.get("OMP_NUM_THREADS"):
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
