"""The use cases in the user's words: ingest articles, summarize them, write the brief of a day."""

from summarizer.service.summarizer import Summarizer

__all__ = ["Summarizer"]
