"""The file of the support score: its numbers, with a card that says where they come from."""

from summarizer.evaluation.checker_training import fit, lessons
from summarizer.evaluation.datasets import Data
from summarizer.evaluation.grounding import evaluate_grounding
from summarizer.evaluation.judged import JudgedSummary

__all__ = ["trained_checker"]


def trained_checker(
    summaries: list[JudgedSummary], data: Data, *, terms: str = "", folds: int = 0
) -> str:
    """The file of the model that is fitted to all summaries; the same file gives the same model."""
    options = (f" --terms {terms!r}" if terms else "") + f" --folds {folds}"
    card = {
        "what": "how signals become the support score of a sentence; used by the checker",
        "method": "means and deviations of sentences; a logistic curve, penalized likelihood",
        "data": {"names": list(data.names), "sha256": data.sha256, "summaries": data.items},
        "terms": terms,
        "command": f"summarizer train-checker {' '.join(data.names)}{options}",
        "seed": "none: the likelihood is concave, the fit starts at zero",
        "held out": _held_out(summaries, data, folds) if folds else None,
    }
    return fit(lessons(summaries)).to_json(card)


def _held_out(summaries: list[JudgedSummary], data: Data, folds: int) -> dict[str, object]:
    """Areas under the ROC curve of models that were fitted without the article they are seen on."""
    report = evaluate_grounding(summaries, data, folds=folds)
    figures = {part.dataset: round(part.scores[-1].area.area, 4) for part in report.parts}
    return {"folds": folds, "by": "article", "ROC AUC": figures}
