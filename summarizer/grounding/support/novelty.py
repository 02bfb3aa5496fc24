"""How little of a sentence is its own: words that the evidence does not have, and repetition."""

import math
from collections import Counter

from summarizer.grounding.support.sources import Sources, Told

__all__ = ["known", "unrepeated"]

#: weight of new words after which about a third of the signal is left (2 to 8 tried: within .005)
_DECAY = 4.0
#: .5 to 2 tried: within .005
_AGAIN = 0.5


def known(told: Told, sources: Sources) -> float:
    """Falls with the weight of words that the evidence has in no such form, and with their share;
    0 when all are new.
    """
    total = sum(word.weight for word in told.matter)
    new = sum(word.weight for word in told.matter if word.form not in sources.most)
    return (1 - new / total) * math.exp(-new / _DECAY) if total else 0.0


def unrepeated(told: Told, sources: Sources) -> float:
    """Falls with each time that a word is said again, and more often than two evidence sentences
    beside each other say it: models that lose their thread go in circles.

    One evidence sentence for the measure is .015 better on short summaries, but calls two copied
    sentences that were joined into one a repetition.
    """
    forms = Counter(word.form for word in told.matter)
    again = (count - max(1, sources.most.get(form, 0)) for form, count in forms.items())
    return math.exp(-_AGAIN * sum(max(0, each) for each in again))
