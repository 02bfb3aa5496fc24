"""What a backend must do. A class that fits is a backend; there is nothing to inherit from."""

from summarizer.protocols.embedding import Embedder
from summarizer.protocols.generation import Assignment, Generator, Packed, Passage, Task, Writing
from summarizer.protocols.judging import Judge
from summarizer.protocols.ranking import Asked, Objective, Parameters, Ranker
from summarizer.protocols.storing import Found, Near, Store

__all__ = [
    "Asked",
    "Assignment",
    "Embedder",
    "Found",
    "Generator",
    "Judge",
    "Near",
    "Objective",
    "Packed",
    "Parameters",
    "Passage",
    "Ranker",
    "Store",
    "Task",
    "Writing",
]
