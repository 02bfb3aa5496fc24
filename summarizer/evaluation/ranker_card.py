"""The file of the learned ranker: its coefficients, with a card that says where they come from."""

from collections.abc import Sequence

import numpy as np

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.clusters import SummarizedCluster
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.extracts import Setting, extracts
from summarizer.evaluation.ranker_training import fit, held_out_models, lessons, retold
from summarizer.evaluation.rouge import MEASURES, Rouge
from summarizer.extractive.learned import Learned
from summarizer.text.tokens import count_words

__all__ = ["trained_ranker"]


def trained_ranker(
    files: Sequence[tuple[list[SummarizedCluster], Data]], *, terms: str = "", folds: int = 0
) -> str:
    """The file of the model that is fitted to all clusters; the same files give the same file.

    With `folds` its card has the scores of models that were fitted without those they are scored
    on; `MissingExtraError` then without the package that scores.
    """
    for clusters, data in files:
        if not clusters:
            raise UnreadableInputError(", ".join(data.names), "holds no cluster with a summary")
    kinds = [retold(clusters) for clusters, _ in files]
    taught = [lessons(clusters) for clusters, _ in files]
    model = fit(
        [found for found, many in zip(taught, kinds, strict=True) if many],
        [found for found, many in zip(taught, kinds, strict=True) if not many],
    )
    names = [name for _, data in files for name in data.names]
    options = (f" --terms {terms!r}" if terms else "") + f" --folds {folds}"
    card = {
        "what": "how much concepts and sentences count in a summary; used by the ranker `learned`",
        "method": "conditional logits, penalized likelihood, within each cluster",
        "data": [
            {
                "names": list(data.names),
                "sha256": data.sha256,
                "clusters": len(clusters),
                "teaches": "retelling" if many else "condensing",
            }
            for (clusters, data), many in zip(files, kinds, strict=True)
        ],
        "terms": terms,
        "command": f"summarizer train-ranker {' '.join(names)}{options}",
        "seed": "none: the likelihoods are concave, the fits start at zero",
        "held out": _held_out([clusters for clusters, _ in files], folds) if folds else None,
    }
    return model.to_json(card)


def _held_out(files: Sequence[Sequence[SummarizedCluster]], folds: int) -> list[dict[str, object]]:
    """F1 of extracts as long as the references on average, in whole sentences, file by file."""
    rouge = Rouge()
    found: list[dict[str, object]] = []
    for number, clusters in enumerate(files):
        models = held_out_models(clusters, folds, [*files[:number], *files[number + 1 :]])
        lengths = [count_words(text) for each in clusters for text in each.references]
        setting = Setting(words=round(float(np.mean(lengths))))
        told = extracts(clusters, [Learned(model) for model in models], setting).texts
        scores = [
            rouge.scores(text, one.references) for text, one in zip(told, clusters, strict=True)
        ]
        means = np.mean(scores, axis=0)[:, 0]
        figures = {name: round(float(mean), 4) for name, mean in zip(MEASURES, means, strict=True)}
        found.append({"folds": folds, "words": setting.words, **figures})
    return found
