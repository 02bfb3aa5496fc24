"""Which of a classifier's numbers says that one text follows from the other."""

import re
from collections.abc import Mapping

__all__ = ["entailment_label"]

_ENTAILED = re.compile(r"entail(?:ment|ed|s)?", re.IGNORECASE)
_NOT = re.compile(r"(?:not|non|no)[\W_]*entail|contradict|neutral", re.IGNORECASE)


def entailment_label(labels: Mapping[int, str]) -> int | None:
    """The number of the label that means entailment; None for a model with a single one, which is
    the odds of it whatever it is called.

    Told by the words in the labels; `ValueError` where they do not say.
    """
    if len(labels) == 1:
        return None
    found = [n for n, label in labels.items() if _ENTAILED.search(label) and not _NOT.search(label)]
    if len(found) == 1:
        return found[0]
    shown = ", ".join(labels[number] for number in sorted(labels))
    raise ValueError(f"one of its labels must be called entailment; they are {shown}")
