"""The judge that a folder holds, told by its own files and never by its name."""

from summarizer.neural.embedding import SentenceEmbedder
from summarizer.neural.entailment_judge import EntailmentJudge
from summarizer.neural.folders import ModelFolder, classifies, require_packages
from summarizer.neural.similarity_judge import SimilarityJudge
from summarizer.protocols import Judge

__all__ = ["open_judge"]


def open_judge(model: ModelFolder) -> Judge:
    """A classifier of pairs where the model's architecture is one; else one by embeddings.

    Loaded when it is first asked. `ModelUnavailableError` at once for a folder that holds no model
    of these kinds, `MissingExtraError` without the packages that run one.
    """
    require_packages()
    if classifies(model.path):
        return EntailmentJudge(model)
    return SimilarityJudge(SentenceEmbedder(model))
