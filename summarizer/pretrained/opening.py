"""A model of a folder with its tokenizer, on its device; nothing is downloaded."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Literal

from summarizer.errors import MissingExtraError, ModelUnavailableError
from summarizer.pretrained.cores import available_cores

__all__ = ["Dtype", "Kind", "Opened", "open_model", "require_config"]

#: the class of transformers that reads the weights
Kind = Literal["AutoModel", "AutoModelForSeq2SeqLM", "AutoModelForSequenceClassification"]
Dtype = Literal["auto", "float32", "bfloat16"]
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
    from safetensors import SafetensorError

    try:
        config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
        if reason := refuse(config):
            raise ModelUnavailableError(folder.name, reason)
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model, report = getattr(transformers, kind).from_pretrained(
            folder,
            local_files_only=True,
            dtype=_dtype(torch, config, dtype),
            output_loading_info=True,
        )
        # what the files lack is filled with chance, and nothing but a log says so
        lacking = sorted(name for name in report["missing_keys"] if not name.startswith(unused))
        if lacking:
            reason = f"its weights lack {len(lacking)} tensors, such as {lacking[0]}"
            raise ModelUnavailableError(folder.name, reason)
        model = model.to(_place(torch, folder, device)).eval()
    except (*_FAILURES, SafetensorError) as error:
        if isinstance(error, ModelUnavailableError):
            raise
        raise ModelUnavailableError(folder.name, _first_line(error)) from error
    return Opened(model=model, tokenizer=tokenizer, config=config)


def require_config(folder: Path) -> None:
    """`ModelUnavailableError` unless the folder holds a model's configuration."""
    if (folder / "config.json").is_file():
        return
    reason = "there is no such folder" if not folder.is_dir() else "it holds no config.json"
    advice = f"{reason}; name the folder of a model, or fetch one: summarizer models fetch NAME"
    raise ModelUnavailableError(folder.name or str(folder), advice)


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


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
