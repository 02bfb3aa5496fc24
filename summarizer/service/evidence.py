"""What a model writes from, and what its sentences are held against: a longer extract."""

from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.extractive.answer import Question, answer
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.protocols import Passage
from summarizer.service.disagreeing import answer_with_disagreements
from summarizer.text.publication import published_day
from summarizer.types import ArticleInfo, Budget, Summary, SummaryRequest, SummarySentence

__all__ = ["Extracts", "extracts"]

#: the evidence is so many times as long as what is asked for, and so many words at least
_TIMES = 4
_LEAST_WORDS = 160
#: words of a sentence, and characters of a word, where lengths are given in these
_WORDS = 25
_CHARACTERS = 6


@dataclass(frozen=True, kw_only=True)
class Extracts:
    """What is told without a model, and what a model writes from."""

    request: SummaryRequest
    told: Summary
    #: the strongest sentences first
    evidence: tuple[SummarySentence, ...]
    #: what readers know already, where only what is new is told
    known: str | None = None

    @property
    def words(self) -> int:
        """About how many words are asked for."""
        return about_words(self.request.budget)

    @cached_property
    def language(self) -> str | None:
        """The language of most articles, the first of equals."""
        languages = [each.article.language for each in self.told.articles]
        return max(languages, key=languages.count) if languages else None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The evidence, numbered, for the model."""
        numbers = self._article_numbers
        return tuple(
            Passage(
                number=number,
                text=sentence.text,
                article=numbers[sentence.citations[0].article],
                source=sentence.citations[0].source,
                day=sentence.date.value.isoformat()[:10] if sentence.date else None,
            )
            for number, sentence in enumerate(self.evidence, start=1)
        )

    @cached_property
    def held_against(self) -> tuple[EvidenceSentence, ...]:
        """The evidence, for the checker, in the same order."""
        numbers, zone = self._article_numbers, self.request.told_zone
        found: list[EvidenceSentence] = []
        for sentence in self.evidence:
            cited = sentence.citations[0]
            info = self._infos[cited.article]
            found.append(
                EvidenceSentence(
                    text=sentence.text,
                    article=numbers[cited.article],
                    index=cited.sentence,
                    language=info.language,
                    published=published_day(info, zone),
                )
            )
        return tuple(found)

    @cached_property
    def _infos(self) -> dict[str, ArticleInfo]:
        return {
            info.id: info for each in self.told.articles for info in (each.article, *each.copies)
        }

    @cached_property
    def _article_numbers(self) -> dict[str, int]:
        return {article_id: number for number, article_id in enumerate(self._infos)}


def extracts(question: Question) -> Extracts:
    """The answer without a model, and the evidence for one."""
    request = question.request
    words = max(_LEAST_WORDS, _TIMES * about_words(request.budget))
    longer = replace(request, budget=Budget(amount=words), explain=False)
    evidence = answer(replace(question, request=longer)).sentences
    return Extracts(
        request=request,
        told=answer_with_disagreements(question),
        evidence=tuple(sorted(evidence, key=lambda sentence: -sentence.score)),
        known=None if question.known is None else question.known(),
    )


def about_words(budget: Budget) -> int:
    """About how many words the budget holds."""
    if budget.unit == "words":
        return budget.amount
    if budget.unit == "sentences":
        return budget.amount * _WORDS
    return max(1, budget.amount // _CHARACTERS)
