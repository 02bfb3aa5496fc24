"""Folders of models, looked at before anything is loaded."""

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from summarizer.errors import MissingExtraError, ModelUnavailableError
from summarizer.pretrained.opening import Dtype, require_config

__all__ = ["ModelFolder", "classifies", "read_json", "require_packages", "require_weights"]

_CLASSIFIES = "ForSequenceClassification"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """A model, and where it is run."""

    path: Path
    #: auto, cpu, cuda
    device: str = "auto"
    dtype: Dtype = "auto"

    @property
    def name(self) -> str:
        """The folder's, never its path."""
        return self.path.resolve().name


def require_packages() -> None:
    """`MissingExtraError` without the packages that run a model."""
    # looked for, not loaded: that takes seconds
    if not all(map(find_spec, ("torch", "transformers"))):
        raise MissingExtraError("a local model", "neural")


def classifies(folder: Path) -> bool:
    """Whether the model's architecture is one that sorts texts, or pairs of them, into classes."""
    config = read_json(folder, "config.json") or {}
    return any(str(each).endswith(_CLASSIFIES) for each in config.get("architectures") or ())


def require_weights(folder: Path) -> None:
    """`ModelUnavailableError` unless the folder holds a model in the format that runs no code."""
    require_config(folder)
    if not any(folder.glob("*.safetensors")):
        reason = "it has no weights in the safetensors format"
        raise ModelUnavailableError(folder.name, reason)


def read_json(folder: Path, name: str) -> Any:
    """What a file of the folder holds; None where there is none."""
    path = folder / name
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ModelUnavailableError(folder.name, f"its {name} cannot be read") from error
