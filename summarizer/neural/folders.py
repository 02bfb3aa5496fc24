"""Folders of models, looked at before anything is loaded."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ModelUnavailableError
from summarizer.pretrained.opening import Dtype, require_config

__all__ = ["ModelFolder", "read_json", "require_weights"]


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
