"""How a folder of sentence-transformers says that tokens become one vector."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import ModelUnavailableError
from summarizer.neural.folders import read_json, require_weights

__all__ = ["Recipe", "read_recipe"]

Pooling = Literal["cls", "mean"]
_WAYS: dict[str, Pooling] = {
    "cls": "cls",
    "mean": "mean",
    "pooling_mode_cls_token": "cls",
    "pooling_mode_mean_tokens": "mean",
}
_LAYERS = {"Transformer", "Pooling", "Normalize"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is done before and behind the transformer; vectors are always given the length 1."""

    #: where its weights lie
    folder: Path
    pooling: Pooling
    #: tokens that are read, special ones included; None where only the model itself limits them
    most_tokens: int | None
    lower: bool
    #: stands before every text; "" for models that need none
    prompt: str


def read_recipe(folder: Path) -> Recipe:
    """The recipe in `modules.json` and the files that it names; without it, the mean of the tokens.

    `ModelUnavailableError` where there is no model, or one that is pooled in another way than by
    the mean or the first token, or that goes on behind that.
    """
    modules = read_json(folder, "modules.json")
    if modules is None:
        require_weights(folder)
        return Recipe(folder=folder, pooling="mean", most_tokens=None, lower=False, prompt="")
    paths = _paths(folder, modules)
    own = folder / paths.get("Transformer", "")
    require_weights(own)
    limits = read_json(own, "sentence_bert_config.json") or {}
    prompts = read_json(folder, "config_sentence_transformers.json") or {}
    return Recipe(
        folder=own,
        pooling=_pooling(folder, paths.get("Pooling")),
        most_tokens=limits.get("max_seq_length"),
        lower=bool(limits.get("do_lower_case")),
        prompt=(prompts.get("prompts") or {}).get(prompts.get("default_prompt_name"), ""),
    )


def _paths(folder: Path, modules: Any) -> dict[str, str]:
    """The place of each layer by its type."""
    try:
        found = {str(each["type"]).rpartition(".")[2]: str(each["path"]) for each in modules}
    except (KeyError, TypeError) as error:
        raise ModelUnavailableError(folder.name, "its modules.json cannot be read") from error
    if others := sorted(set(found) - _LAYERS):
        raise ModelUnavailableError(folder.name, f"a layer of type {others[0]} is not read here")
    return found


def _pooling(folder: Path, path: str | None) -> Pooling:
    """The one way that is set; newer files name it, older ones have a switch for each."""
    if path is None:
        return "mean"
    config = read_json(folder / path, "config.json") or {}
    named = config.get("pooling_mode")
    chosen = [named] if named else [name for name, on in config.items() if on is True]
    ways = [_WAYS[name] for name in chosen if name in _WAYS]
    others = [name for name in chosen if name not in (*_WAYS, "include_prompt")]
    if len(ways) == 1 and not others:
        return ways[0]
    shown = ", ".join(map(str, chosen)) or "not set"
    reason = f"its pooling is {shown}; one of mean and cls is read here"
    raise ModelUnavailableError(folder.name, reason)
