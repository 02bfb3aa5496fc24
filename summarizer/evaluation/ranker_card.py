"""The file of the learned ranker: its coefficients, with a card that says where they come from."""

from collections.abc import Sequence

import numpy as np

from summarizer.errors import UnreadableInputError
from summarizer.evaluation.clusters import SummarizedCluster, check_apart
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.extracts import Setting, extracts
from summarizer.evaluation.ranker_training import fit, held_out_models, lessons, retold
from summarizer.evaluation.rouge import MEASURES, Rouge
from summarizer.extractive.learned import Learned
from summarizer.extractive.learned_model import LearnedModel
from summarizer.text.tokens import count_words

__all__ = ["trained_ranker"]


def trained_ranker(
    files: Sequence[tuple[list[SummarizedCluster], Data]], *, terms: str = "", folds: int = 0
) -> str:
    """The file of the model that is fitted to all clusters; the same files give the same file.

    With `folds` its card has the scores of models that were fitted without those they are scored
    on; then `InvalidRequestError` when two files share a cluster, and `MissingExtraError` without
    the package that scores.
    """
    for number, (clusters, data) in enumerate(files):
        if not clusters:
            raise UnreadableInputError(", ".join(data.names), "holds no cluster with a summary")
        if folds:
            check_apart(clusters, [others for others, _ in files[:number]])
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
        "held out": _held_out([clusters for clusters, _ in files], folds, model) if folds else None,
    }
    return model.to_json(card)


def _held_out(
    files: Sequence[Sequence[SummarizedCluster]], folds: int, model: LearnedModel
) -> list[dict[str, object]]:
    """F1 of extracts as long as the references on average, in whole sentences, file by file.

    What a fold does not fit again is that of `model`, which learned it from the other files.
    """
    rouge = Rouge()
    found: list[dict[str, object]] = []
    for number, clusters in enumerate(files):
        beside = [*files[:number], *files[number + 1 :]]
        models = held_out_models(clusters, folds, beside, model=model)
        lengths = [count_words(text) for each in clusters for text in each.references]
        setting = Setting(words=round(float(np.mean(lengths))))
        told = extracts(clusters, [Learned(each) for each in models], setting).texts
        scores = [
            rouge.scores(text, one.references) for text, one in zip(told, clusters, strict=True)
        ]
        means = np.mean(scores, axis=0)[:, 0]
        figures = {name: round(float(mean), 4) for name, mean in zip(MEASURES, means, strict=True)}
        found.append({"folds": folds, "words": setting.words, **figures})
    return found
