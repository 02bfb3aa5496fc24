"""Facts of a claim that its evidence does not bear out, each with the reason.

reading     a sentence -> its words, numbers, dates and names
context     the evidence, and which of its sentences tell what a claim tells
slots       how alike two places of two sentences are
values      numbers, dates and names, in the place that the claim gives them
kinds       when two of these are one, and when they exclude each other
polarity    negations, modal verbs and opposites
quotations  word for word, or not
checking    all of them
"""

from summarizer.grounding.facts.checking import faults
from summarizer.grounding.facts.context import Facts, prepare_facts
from summarizer.grounding.facts.faults import Fault, FaultKind

__all__ = ["Facts", "Fault", "FaultKind", "faults", "prepare_facts"]
