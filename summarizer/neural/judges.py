"""The judge that a folder holds, told by its own files and never by its name."""

from importlib.util import find_spec

from summarizer.errors import MissingExtraError
from summarizer.neural.embedding import SentenceEmbedder
from summarizer.neural.entailment_judge import EntailmentJudge
from summarizer.neural.folders import ModelFolder, read_json
from summarizer.neural.similarity_judge import SimilarityJudge
from summarizer.protocols import Judge

__all__ = ["open_judge"]

_CLASSIFIES = "ForSequenceClassification"


def open_judge(model: ModelFolder) -> Judge:
    """A classifier of pairs where the model's architecture is one; else one by embeddings.

    Loaded when it is first asked. `ModelUnavailableError` at once for a folder that holds no model
    of these kinds, `MissingExtraError` without the packages that run one.
    """
    # looked for, not loaded: that takes seconds
    if not all(map(find_spec, ("torch", "transformers"))):
        raise MissingExtraError("a local model", "neural")
    config = read_json(model.path, "config.json") or {}
    if any(str(each).endswith(_CLASSIFIES) for each in config.get("architectures") or ()):
        return EntailmentJudge(model)
    return SimilarityJudge(SentenceEmbedder(model))
