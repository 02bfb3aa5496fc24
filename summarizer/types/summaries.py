"""Answers: sentences with their evidence, and what decided them."""

from dataclasses import dataclass
from typing import Literal

from summarizer.types.articles import ArticleInfo, Notice
from summarizer.types.citations import Citation
from summarizer.types.dates import DateMention, SentenceDate
from summarizer.types.disagreements import Disagreement
from summarizer.types.generation import Generation, Verdict
from summarizer.types.grounding import Reason
from summarizer.types.requests import Budget, Order

__all__ = [
    "Addition",
    "Choice",
    "CitedArticle",
    "Corroboration",
    "Manifest",
    "Summary",
    "SummarySentence",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Another article that says the same."""

    citation: Citation
    #: False when the sentence was copied, or has the same publisher: it proves nothing more
    independent: bool
    #: cosine of the two sentences' weighted terms, in [0, 1]
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Characters that a summary sentence has beyond the sentence that it quotes: behind a pronoun,
    in brackets, what it stands for.
    """

    #: offset in the summary sentence's `text`
    start: int
    #: exactly what was added there: " [Kim Jong-un]"
    text: str
    #: where the article names it
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence of a summary with its evidence."""

    #: the first citation's quote, and what was `added` to it, unless it is `generated`
    text: str
    citations: tuple[Citation, ...]
    #: in order; without these characters `text` is the quote
    added: tuple[Addition, ...] = ()
    #: how many independent publishers say it, its own included
    corroboration: int = 1
    also_in: tuple[Corroboration, ...] = ()
    date: SentenceDate | None = None
    #: dates named in the sentence; offsets count from the start of `text`
    mentions: tuple[DateMention, ...] = ()
    #: what the sentence added when it was chosen, relative to the first choice
    score: float = 0.0
    #: `replaced` is a quotation in the place of a generated sentence that had no support
    origin: Literal["extracted", "generated", "replaced"] = "extracted"
    #: of a generated sentence: what came of holding it against its citations, in [0, 1]
    verdict: Verdict | None = None
    support: float | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article that a summary was made from, and the copies of it that count as one source."""

    article: ArticleInfo
    copies: tuple[ArticleInfo, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Why a sentence was kept or dropped."""

    article: str
    sentence: int
    text: str
    kept: bool
    #: rank among the kept or among the dropped, from 1
    rank: int
    #: what it adds (or would have added) relative to the first choice
    score: float
    #: one line for a person
    reason: str
    #: the words that carry it, strongest first
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Everything that decides the bytes of a summary: the same manifest gives the same summary."""

    version: str
    prepared_version: int
    ranker: str
    order: Order
    budget: Budget
    parameters: dict[str, str | int | float | bool | None]
    #: content hashes of the articles, sorted
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One short, ordered, sourced text."""

    #: the sentences' texts, joined by a space
    summary: str
    sentences: tuple[SummarySentence, ...]
    method: Literal["extractive", "abstractive"] = "extractive"
    #: white-space tokens of `summary`
    words: int
    articles: tuple[CitedArticle, ...]
    #: what the articles tell differently; what the sentences above tell comes first
    disagreements: tuple[Disagreement, ...] = ()
    warnings: tuple[Notice, ...] = ()
    explanation: tuple[Choice, ...] = ()
    #: None where no model wrote
    generation: Generation | None = None
    manifest: Manifest
