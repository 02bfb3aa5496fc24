"""Small articles, prepared forms and briefs, made up for the stores."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import numpy as np

from summarizer.prepared import Prepared
from summarizer.types import (
    Article,
    Brief,
    BriefKey,
    BriefSection,
    Budget,
    Citation,
    CitedArticle,
    Corroboration,
    Manifest,
    PublicationDate,
    SentenceDate,
    Summary,
    SummarySentence,
)

NOON = datetime(2019, 6, 30, 12, tzinfo=UTC)


def hashed(article: Article) -> Article:
    """The article with a content hash of its own."""
    content = (article.title, article.text, article.source, article.url, article.date)
    return replace(article, content_hash=sha256(repr(content).encode()).hexdigest())


def article(text: str = "They met.", **fields: object) -> Article:
    return hashed(Article(**{"id": "given", "text": text, **fields}))


def published(value: date | datetime) -> PublicationDate:
    precision = "minute" if isinstance(value, datetime) else "day"
    return PublicationDate(value=value, precision=precision, origin="metadata")


def prepared(of: Article, *, words: int = 3) -> Prepared:
    return Prepared(
        content_hash=of.content_hash,
        language=of.language,
        spans=np.array([[0, len(of.text)]], np.int32),
        words=np.array([words], np.int32),
        paragraphs=np.zeros(1, np.int32),
        flags=np.ones(1, np.uint8),
        bounds=np.array([0, words], np.int32),
        tokens=np.arange(2**64 - words, 2**64, dtype=np.uint64),
        token_flags=np.zeros(words, np.uint8),
        texts=np.array([9], np.uint64),
        antecedents=np.array([[0, 4, 4, 0, 1]], np.int32),
        title=np.array([7], np.uint64),
        sketch=np.arange(4, dtype=np.uint32),
    )


def pairs(*articles: Article) -> list[tuple[Article, Prepared]]:
    return [(each, prepared(each)) for each in articles]


def brief(
    key: BriefKey, *, edition: int = 1, cited: Article | None = None, **other: Article
) -> Brief:
    """A brief of one sentence of `cited`, which `copy` copies and `echo` corroborates."""
    cited = cited or article(id="cited")
    quote = Citation(
        article=cited.id,
        sentence=0,
        start=0,
        end=5,
        given_start=None,
        given_end=None,
        quote="They ",
    )
    echoes = (replace(quote, article=other["echo"].id),) if "echo" in other else ()
    copies = (other["copy"].info,) if "copy" in other else ()
    midnight = datetime(2019, 6, 30, tzinfo=UTC)
    sentence = SummarySentence(
        text="They met.",
        citations=(quote,),
        also_in=tuple(
            Corroboration(citation=echo, independent=True, similarity=0.5) for echo in echoes
        ),
        date=SentenceDate(value=midnight, precision="minute", origin="published"),
    )
    summary = Summary(
        summary="They met.",
        sentences=(sentence,),
        words=2,
        articles=(CitedArticle(article=cited.info, copies=copies),),
        manifest=Manifest(
            version="0",
            prepared_version=1,
            ranker="lead",
            order="chronological",
            budget=Budget(amount=10),
            parameters={"damping": 0.85, "whole": 1.0, "steps": 3, "exact": True, "name": None},
            documents=(cited.content_hash,),
        ),
    )
    return Brief(
        id=f"{key.day}-{key.zone}-{key.topic}-{edition}",
        key=key,
        edition=edition,
        created=NOON,
        sections=(BriefSection(label="They", summary=summary),),
    )
