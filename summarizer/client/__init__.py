"""Python client of the REST API: the library's own types over HTTP.

Imports neither numpy nor the rest of the library.
"""

from summarizer.client.client import Client

__all__ = ["Client"]
