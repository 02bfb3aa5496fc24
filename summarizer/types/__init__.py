"""The values that every part of the product speaks in: frozen, comparable, JSON-ready.

Spans are half-open `[start, end)` and count Unicode code points. Instants are UTC. A `date`
(without a time) is a whole calendar day in whatever zone the reader asks for.
"""

from summarizer.types.articles import (
    Article,
    ArticleInfo,
    Document,
    Heading,
    Notice,
    Piece,
    RemovedText,
    Span,
)
from summarizer.types.citations import Citation
from summarizer.types.dates import (
    DateMention,
    DateOrigin,
    DateReading,
    DayOrder,
    EntryDate,
    MentionOrigin,
    MentionPrecision,
    Precision,
    PublicationDate,
    SentenceDate,
    SentenceDateOrigin,
)
from summarizer.types.generation import (
    Generation,
    Method,
    ModelInfo,
    ModelKind,
    Policy,
    Verdict,
)
from summarizer.types.grounding import CheckedSentence, CheckReport, Reason, ReasonKind
from summarizer.types.requests import (
    Budget,
    BudgetUnit,
    DateRange,
    Order,
    RankerOptions,
    SummaryRequest,
)
from summarizer.types.stored import (
    ArticlePage,
    BoilerplateLine,
    Brief,
    BriefInfo,
    BriefKey,
    BriefSection,
    IngestOutcome,
    IngestStatus,
)
from summarizer.types.stories import Story, StoryLink
from summarizer.types.summaries import (
    Addition,
    Choice,
    CitedArticle,
    Corroboration,
    Manifest,
    Summary,
    SummarySentence,
)

__all__ = [
    "Addition",
    "Article",
    "ArticleInfo",
    "ArticlePage",
    "BoilerplateLine",
    "Brief",
    "BriefInfo",
    "BriefKey",
    "BriefSection",
    "Budget",
    "BudgetUnit",
    "CheckReport",
    "CheckedSentence",
    "Choice",
    "Citation",
    "CitedArticle",
    "Corroboration",
    "DateMention",
    "DateOrigin",
    "DateRange",
    "DateReading",
    "DayOrder",
    "Document",
    "EntryDate",
    "Generation",
    "Heading",
    "IngestOutcome",
    "IngestStatus",
    "Manifest",
    "MentionOrigin",
    "MentionPrecision",
    "Method",
    "ModelInfo",
    "ModelKind",
    "Notice",
    "Order",
    "Piece",
    "Policy",
    "Precision",
    "PublicationDate",
    "RankerOptions",
    "Reason",
    "ReasonKind",
    "RemovedText",
    "SentenceDate",
    "SentenceDateOrigin",
    "Span",
    "Story",
    "StoryLink",
    "Summary",
    "SummaryRequest",
    "SummarySentence",
    "Verdict",
]
