"""The file of the learned ranker: its coefficients, with a card that says where they come from."""

from collections.abc import Sequence

from summarizer.evaluation.clusters import SummarizedCluster
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.ranker_training import fit, lessons, retold

__all__ = ["trained_ranker"]


def trained_ranker(
    files: Sequence[tuple[list[SummarizedCluster], Data]], *, terms: str = ""
) -> str:
    """The file of the model that is fitted to all clusters; the same files give the same file."""
    kinds = [retold(clusters) for clusters, _ in files]
    taught = [lessons(clusters) for clusters, _ in files]
    model = fit(
        [found for found, many in zip(taught, kinds, strict=True) if many],
        [found for found, many in zip(taught, kinds, strict=True) if not many],
    )
    names = [name for _, data in files for name in data.names]
    options = f" --terms {terms!r}" if terms else ""
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
        "scores": "benchmarks/quality.md",
    }
    return model.to_json(card)
