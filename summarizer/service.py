"""The use cases in the user's words: ingest articles, summarize them, write the brief of a day."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import batched

