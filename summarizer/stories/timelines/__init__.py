"""Timelines: which dates a set of articles tells of, and with which sentences.

    mentions    articles -> which sentence speaks of which period, and how that is known
    ranking     periods -> how much each matters
    candidates  a period -> the sentences that may tell it
    vectors     sentences as vectors, and what the articles around a period are about
    choice      periods in the order of their scores, each told by what is most like it
    inference   the day of an undated article, from its dated neighbours

Dates are scored by who speaks of them, and how long after (as Tran et al. 2013 and 2015 found: what
is still told of months later was an event), sentences by the centroid (Radev et al. 2004), as
Gholipour Ghalandari and Ifrim (2020) found best: dates first, then their sentences.
"""

from summarizer.stories.timelines.choice import Entry, Plan, choose_entries
from summarizer.stories.timelines.inference import InferredDay, inferred_days
from summarizer.stories.timelines.mentions import (
    DatedText,
    Evidence,
    Mention,
    Period,
    gather_evidence,
)

__all__ = [
    "DatedText",
    "Entry",
    "Evidence",
    "InferredDay",
    "Mention",
    "Period",
    "Plan",
    "choose_entries",
    "gather_evidence",
    "inferred_days",
]
