"""Which model it is, told by its content."""

import hashlib
from contextlib import suppress
from pathlib import Path

from summarizer.errors import ModelUnavailableError

__all__ = ["missing", "revision", "stamp"]

#: what decides the output: weights, configuration, tokenizer
_FILES = ("*.safetensors", "*.bin", "*.json", "*.model", "*.txt")


def revision(folder: Path) -> str:
    """The first 16 digits of the SHA-256 of the files that decide what the model gives;
    `ModelUnavailableError` where there are none.
    """
    paths = _files(folder)
    if not paths:
        raise missing(folder, "it holds no file of a model")
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


def missing(folder: Path, otherwise: str) -> ModelUnavailableError:
    """The error of a folder that is not there or, for the reason `otherwise`, holds no model."""
    reason = otherwise if folder.is_dir() else "there is no such folder"
    advice = f"{reason}; name the folder of a model, or fetch one: summarizer models fetch NAME"
    return ModelUnavailableError(folder.name or str(folder), advice)


def _files(folder: Path) -> list[Path]:
    return sorted({path for pattern in _FILES for path in folder.glob(pattern)})
