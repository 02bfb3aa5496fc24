"""Multi-document summarization: many articles in, one short, ordered, sourced text out.

Names are imported on first use, so that `import summarizer.client` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.client import Client
    from summarizer.factory import build_summarizer
    from summarizer.service import Summarizer
    from summarizer.types import Article, Budget, Citation, Document, Summary, SummaryRequest

__all__ = [
    "Article",
    "Budget",
    "Citation",
    "Client",
    "Document",
    "Summarizer",
    "Summary",
    "SummaryRequest",
    "build_summarizer",
]

__version__ = "0.1.0"

_HOMES = {
    "Client": "summarizer.client",
    "Summarizer": "summarizer.service",
    "build_summarizer": "summarizer.factory",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "summarizer.types")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
