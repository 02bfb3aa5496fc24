"""Sentence embeddings by a transformer of a folder, as sentence-transformers makes them."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.errors import ModelUnavailableError
from summarizer.neural.batches import run_sorted
from summarizer.neural.folders import ModelFolder, classifies, require_packages
from summarizer.neural.pooling import Recipe, read_recipe
from summarizer.pretrained.opening import Opened, open_model
from summarizer.pretrained.revisions import revision
from summarizer.protocols.ranking import Parameters

__all__ = ["SentenceEmbedder", "open_embedder"]

#: tokens, where neither the model nor its tokenizer names a limit
_MOST = 4096


def open_embedder(model: ModelFolder) -> "SentenceEmbedder":
    """The embedder that a folder holds, loaded when it is first asked.

    `ModelUnavailableError` at once for a folder that holds none, `MissingExtraError` without the
    packages that run one.
    """
    require_packages()
    if classifies(model.path):
        reason = "it sorts texts into classes; name a model of sentence embeddings"
        raise ModelUnavailableError(model.name, reason)
    return SentenceEmbedder(model)


class SentenceEmbedder:
    """An `Embedder` of `protocols`. The model is loaded when it is first needed.

    The folder's own files say how it is pooled and how much it reads. `ModelUnavailableError` at
    once where they cannot be followed.
    """

    def __init__(self, model: ModelFolder) -> None:
        self._model = model
        self._recipe = read_recipe(model.path)
        self._lock = Lock()
        self._opened: Opened | None = None

    @cached_property
    def info(self) -> Parameters:
        """The model by name and content, and what is done with its tokens."""
        recipe = self._recipe
        return {
            "name": self._model.name,
            "revision": revision(recipe.folder),
            "pooling": recipe.pooling,
            "most_tokens": recipe.most_tokens,
            "prompt": recipe.prompt,
            "dtype": self._model.dtype,
        }

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """[len(texts), d] vectors of length 1; see `Embedder.embed`."""
        # a tokenizer keeps how it cuts and pads, and breaks when two threads set it
        with self._lock:
            opened = self._loaded()
            if not texts:
                return np.zeros((0, opened.config.hidden_size), dtype=np.float32)
            distinct = {text: row for row, text in enumerate(dict.fromkeys(texts))}
            encoded = _encoded(opened, self._recipe, list(distinct))
            found = run_sorted(
                self._model.name, opened, encoded, lambda batch: self._pooled(opened, batch)
            )
        rows: NDArray[np.float32] = found[[distinct[text] for text in texts]]
        return rows

    def _pooled(self, opened: Opened, batch: Mapping[str, Any]) -> Any:
        """[batch, d] of what the transformer gives, [batch, longest, d]."""
        tokens = opened.model(**batch).last_hidden_state.float()
        if self._recipe.pooling == "cls":
            pooled = tokens[:, 0]
        else:
            mask = batch["attention_mask"][..., None].to(tokens.dtype)
            pooled = (tokens * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1)
        return pooled / pooled.norm(dim=1, keepdim=True).clamp(min=1e-12)

    def _loaded(self) -> Opened:
        if self._opened is None:
            self._opened = open_model(
                self._recipe.folder,
                "AutoModel",
                device=self._model.device,
                dtype=self._model.dtype,
                refuse=_refused,
                # what stands on the first token is not read, and often not saved
                unused=("pooler.",),
            )
        return self._opened


def _refused(config: Any) -> str | None:
    if not config.is_encoder_decoder:
        return None
    return f"a model of type {config.model_type} does not embed by its encoder alone"


def _encoded(opened: Opened, recipe: Recipe, texts: Sequence[str]) -> list[Mapping[str, Any]]:
    limits = (
        recipe.most_tokens,
        getattr(opened.config, "max_position_embeddings", None),
        opened.tokenizer.model_max_length,
    )
    told = [recipe.prompt + (text.lower() if recipe.lower else text) for text in texts]
    encoded = opened.tokenizer(
        told, truncation=True, max_length=int(min(*filter(None, limits), _MOST))
    )
    return [{name: values[row] for name, values in encoded.items()} for row in range(len(texts))]
