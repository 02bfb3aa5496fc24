"""How well sentences are borne by evidence: a score each, and which evidence bears them best."""

from summarizer.grounding.support.scoring import Support, summary_score, supports
from summarizer.grounding.support.sources import Sources, prepare_support

__all__ = ["Sources", "Support", "prepare_support", "summary_score", "supports"]
