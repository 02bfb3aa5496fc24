"""Which model it is, told by its content."""

import hashlib
from pathlib import Path

from summarizer.errors import ModelUnavailableError

__all__ = ["revision"]

#: what decides the output: weights, configuration, tokenizer
_FILES = ("*.safetensors", "*.bin", "*.json", "*.model", "*.txt")


def revision(folder: Path) -> str:
    """The first 16 digits of the SHA-256 of the files that decide what the model gives;
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
