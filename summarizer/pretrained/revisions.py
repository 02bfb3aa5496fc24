"""Which model it is, told by its content."""

import hashlib
from pathlib import Path

__all__ = ["revision"]

#: what decides the output: weights, configuration, tokenizer
_FILES = ("*.safetensors", "*.bin", "*.json", "*.model", "*.txt")


def revision(folder: Path) -> str:
    """The first 16 digits of the SHA-256 of the files that decide what the model gives."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in _FILES for path in folder.glob(pattern)}):
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
