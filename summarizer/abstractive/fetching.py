"""The one place that goes online for a model, and only when it is told to."""

import os
from pathlib import Path

from summarizer.errors import MissingExtraError, ModelUnavailableError

__all__ = ["fetch"]

#: weights in the format that runs no code, configuration and tokenizer
_WANTED = ("*.safetensors", "*.safetensors.index.json", "*.json", "*.model", "*.txt")


def fetch(name: str, folder: Path, *, revision: str | None = None) -> Path:
    """The folder, with the files of the hub's model `name`; what is there is not loaded again.

    `ModelUnavailableError` when the hub cannot be reached or has no such model, or none in the
    safetensors format; `MissingExtraError` without the packages for it.
    """
    # set for everything else, so that a wrong path costs no minute of retries
    os.environ.pop("HF_HUB_OFFLINE", None)
    try:
        from httpx2 import HTTPError
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError
    except ImportError as error:
        raise MissingExtraError("fetching a model", "neural") from error
    try:
        snapshot_download(name, revision=revision, local_dir=folder, allow_patterns=list(_WANTED))
    except HFValidationError as error:
        reason = "a model of the hub is called OWNER/NAME, such as google/flan-t5-base"
        raise ModelUnavailableError(name, reason) from error
    except (OSError, HfHubHTTPError, HTTPError) as error:
        reason = f"{type(error).__name__}; is the name right, and the hub reachable from here?"
        raise ModelUnavailableError(name, reason) from error
    if not any(folder.glob("*.safetensors")):
        reason = (
            "it has no weights in the safetensors format; where its page on the hub offers a pull"
            " request with them, fetch that: --revision refs/pr/NUMBER"
        )
        raise ModelUnavailableError(name, reason)
    return folder
