"""Questions about documents in hand: read, checked and prepared, without a store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.errors import InvalidRequestError, NoArticlesError, UnreadableInputError
from summarizer.extractive.answer import Question
from summarizer.prepared import Prepared
from summarizer.protocols import Ranker
from summarizer.reading import read_document
from summarizer.service.preparing import prepared_form
from summarizer.stories.copies import copy_groups
from summarizer.text.day_orders import in_usual_order
from summarizer.types import Article, Document, Notice, SummaryRequest

__all__ = [
    "InHand",
    "documents_as_given",
    "documents_in_hand",
    "question_of_documents",
    "read_documents",
    "readable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """Documents that were read, with their prepared forms."""

    articles: tuple[Article, ...]
    prepared: tuple[Prepared, ...]
    #: what could not be read, or was left out
    warnings: tuple[Notice, ...]


def read_documents(
    documents: Sequence[Document | Article],
) -> Iterator[Article | UnreadableInputError]:
    """Each document as an article, or why it is none; one without an id gets `a1`, `a2`, …."""
    taken = {document.id for document in documents}
    for number, document in enumerate(documents, start=1):
        if isinstance(document, Article):
            yield document
            continue
        name = document.id or _free_id(number, taken)
        try:
            yield read_document(document, name=name, default_id=name)
        except UnreadableInputError as error:
            yield error


def question_of_documents(
    request: SummaryRequest,
    ranker: Ranker,
    documents: Sequence[Document | Article],
    warnings: Sequence[Notice],
) -> Question:
    """The question of the documents that can be read; those that cannot be are warnings.

    `InvalidRequestError` when none can be, when two have one id, or when dates are given, too.
    """
    if request.dates is not None:
        message = "dates choose stored articles; leave them out when documents are given"
        raise InvalidRequestError(message, pointer="/date_from")
    held = documents_in_hand(documents, request.language)
    texts = {article.id: article for article in held.articles}
    return Question(
        request=request,
        ranker=ranker,
        articles=[article.info for article in held.articles],
        prepared=held.prepared,
        groups=copy_groups(held.prepared),
        read=lambda info: texts[info.id],
        warnings=(*warnings, *held.warnings),
    )


def documents_in_hand(documents: Sequence[Document | Article], language: str | None) -> InHand:
    """The documents that can be read, in `language` where one is asked for.

    `InvalidRequestError` when none can be, or when two have one id.
    """
    articles, found = readable(documents)
    articles, others = _in_language(language, articles)
    if len({article.id for article in articles}) < len(articles):
        raise InvalidRequestError("two documents have the same id", pointer="/documents")
    return InHand(
        articles=tuple(articles),
        prepared=tuple(prepared_form(article) for article in articles),
        warnings=(*found, *others),
    )


def documents_as_given(
    documents: Sequence[Document | Article],
) -> tuple[list[Article], tuple[Notice, ...]]:
    """The documents with all of their text, plain text uncleaned; those that cannot be read are
    notices. `InvalidRequestError` when none can be.
    """
    return readable(
        [each if isinstance(each, Article) else replace(each, cleaned=True) for each in documents]
    )


def _free_id(number: int, taken: set[str | None]) -> str:
    name = f"a{number}"
    while name in taken:
        name += "-2"
    return name


def readable(
    documents: Sequence[Document | Article],
) -> tuple[list[Article], tuple[Notice, ...]]:
    """The articles of the documents in their usual order, and notices of those that cannot be read;
    `InvalidRequestError` when none can be.
    """
    read = list(read_documents(documents))
    failed = [item for item in read if isinstance(item, UnreadableInputError)]
    articles = in_usual_order([item for item in read if isinstance(item, Article)])
    if not articles:
        reason = str(failed[0]) if failed else "no document was given"
        raise InvalidRequestError(f"no document can be used: {reason}", pointer="/documents")
    unusable = (
        Notice(code="unusable-article", message=str(error), articles=(error.name,))
        for error in failed
    )
    return articles, (*unusable, *(notice for each in articles for notice in each.notices))


def _in_language(
    language: str | None, articles: list[Article]
) -> tuple[list[Article], tuple[Notice, ...]]:
    """The documents in the language asked for, and a notice of the others."""
    if language is None:
        return articles, ()
    chosen = [article for article in articles if article.language == language]
    if not chosen:
        raise NoArticlesError(f"no document is in the language {language!r}")
    others = tuple(article.id for article in articles if article.language != language)
    count = "1 document" if len(others) == 1 else f"{len(others)} documents"
    message = f"Left out because of the language: {count}."
    return chosen, (Notice(code="other-language", message=message, articles=others),) * bool(others)
