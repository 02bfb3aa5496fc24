"""The file of the line model: its coefficients, with a card that says where they come from."""

from dataclasses import asdict

from summarizer.evaluation.cleaning import held_out_cleaner, score_cleaner
from summarizer.evaluation.datasets import Data, DumpedPage
from summarizer.evaluation.line_training import examples, fit, to_json

__all__ = ["trained"]


def trained(pages: list[DumpedPage], data: Data, *, terms: str, folds: int) -> str:
    """The file of the model that is fitted to all the pages; the same pages give the same file."""
    options = f" --terms {terms!r}" if terms else ""
    card = {
        "what": "how likely a line of a dumped news page is to be article; used by the cleaner",
        "method": "linear-chain conditional random field of two states, penalized likelihood",
        "data": {"names": list(data.names), "sha256": data.sha256, "pages": data.items},
        "terms": terms,
        "command": f"summarizer train-cleaner {' '.join(data.names)}{options} --folds {folds}",
        "seed": "none: the likelihood is concave, the fit starts at zero",
        "held out": _held_out(pages, folds) if folds else None,
    }
    return to_json(fit(examples(pages)), card)


def _held_out(pages: list[DumpedPage], folds: int) -> dict[str, object]:
    score = score_cleaner("held out", held_out_cleaner(pages, folds), pages).kinds[0]
    figures = {name: round(value, 3) for name, value in asdict(score.overlap).items()}
    return {"folds": folds, "by": "publisher", **figures}
