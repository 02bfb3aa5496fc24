"""Texts from anywhere, sentence by sentence against the articles that they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.errors import InvalidRequestError
from summarizer.grounding.checker import Checked, Checker
from summarizer.grounding.claims import claim_spans
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.protocols import Judge
from summarizer.text.publication import published_day
from summarizer.text.sentences import split
from summarizer.types import Article, CheckedSentence, CheckReport, Citation, Notice, Reason

__all__ = ["check_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A sentence of an article."""

    article: Article
    index: int
    start: int
    end: int

    def citation(self) -> Citation:
        return Citation.of(self.article, sentence=self.index, start=self.start, end=self.end)


def check_text(
    text: str,
    articles: Sequence[Article],
    *,
    zone: str = "UTC",
    judges: Sequence[Judge] = (),
    warnings: Sequence[Notice] = (),
) -> CheckReport:
    """The text's sentences with their verdicts; `InvalidRequestError` for one without a sentence.

    Relative dates count from the day of the article that a sentence is about, as a day of `zone`.
    `JudgeError` when a judge fails: who asked for one is not to be told less without knowing.
    """
    language = _language(articles)
    spans = claim_spans(text, language)
    if not spans:
        raise InvalidRequestError("there is no sentence to check", pointer="/summary")
    places = _places(articles)
    checker = Checker(
        [_evidence(place, number, zone) for place, number in places],
        language=language,
        judges=judges,
    )
    checked = checker.check([text[start:end] for start, end in spans])
    sentences = tuple(
        _sentence(text, span, found, [place for place, _ in places])
        for span, found in zip(spans, checked, strict=True)
    )
    return CheckReport(
        score=min(sentence.score for sentence in sentences),
        sentences=sentences,
        warnings=tuple(warnings),
        judges=tuple(dict(judge.info) for judge in judges),
    )


def _language(articles: Sequence[Article]) -> str | None:
    languages = [article.language for article in articles]
    return max(languages, key=languages.count) if languages else None


def _places(articles: Sequence[Article]) -> list[tuple[_Place, int]]:
    """Every sentence, with the number of its article."""
    return [
        (_Place(article=article, index=index, start=start, end=end), number)
        for number, article in enumerate(articles)
        for index, (start, end) in enumerate(split(article.text, article.language))
    ]


def _evidence(place: _Place, number: int, zone: str) -> EvidenceSentence:
    article = place.article
    return EvidenceSentence(
        text=article.text[place.start : place.end],
        article=number,
        index=place.index,
        language=article.language,
        published=published_day(article, zone),
    )


def _sentence(
    text: str, span: tuple[int, int], checked: Checked, places: Sequence[_Place]
) -> CheckedSentence:
    start, end = span
    return CheckedSentence(
        text=text[start:end],
        start=start,
        end=end,
        verdict=checked.verdict,
        score=checked.score,
        reasons=tuple(
            Reason(
                kind=doubt.kind,
                message=doubt.message,
                start=doubt.start,
                end=doubt.end,
                citation=None if doubt.evidence is None else places[doubt.evidence].citation(),
            )
            for doubt in checked.doubts
        ),
        citations=tuple(places[number].citation() for number in checked.best),
    )
