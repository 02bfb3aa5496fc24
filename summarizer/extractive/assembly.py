"""From chosen rows to summary sentences: text, citations, corroboration, dates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np

from summarizer.extractive.bracketing import Antecedents
from summarizer.extractive.corroboration import Echo, echoes, publisher
from summarizer.extractive.dating import dated
from summarizer.extractive.explanations import Described, explain
from summarizer.extractive.ordering import told
from summarizer.prepared import Pool, Prepared, SentenceFlag
from summarizer.selection.outcome import Pick, Selection
from summarizer.selection.similarity import weighted_rows
from summarizer.text.agreement import may_agree
from summarizer.text.antecedents import in_brackets
from summarizer.text.publication import as_published, local_day
from summarizer.types import (
    Addition,
    Article,
    ArticleInfo,
    Choice,
    Citation,
    Corroboration,
    DateMention,
    Order,
    SummarySentence,
)

__all__ = ["Assembly"]

#: of sentences that mean what they do only where they stand
_IN_PLACE = SentenceFlag.DANGLING | SentenceFlag.INSIDE | SentenceFlag.OPEN


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """A selection with all that is needed to tell it. Texts are read only of what is told."""

    selection: Selection
    pool: Pool
    #: in the order in which the caller gave them
    articles: Sequence[ArticleInfo]
    prepared: Sequence[Prepared]
    #: the article with its text
    read: Callable[[ArticleInfo], Article]
    #: told before which articles will be read
    expect: Callable[[Sequence[ArticleInfo]], object]
    zone: str
    #: days worked out for articles without a date, by their ids
    inferred: Mapping[str, date] = field(default_factory=dict)

    def sentences(self, order: Order) -> tuple[SummarySentence, ...]:
        """The summary's sentences in telling order."""
        sentences = self.picked()
        days = [
            None if sentence.date is None else local_day(sentence.date.value, self.zone)
            for sentence in sentences
        ]
        places = told(self.selection.picks, self.pool, order, days)
        return tuple(sentences[place] for place in places)

    def picked(self) -> tuple[SummarySentence, ...]:
        """[len(picks)] the sentence of each pick, in the order of choice."""
        self._expect(
            [*self._echoes, *(echo.row for each in self._echoes.values() for echo in each)]
        )
        strongest = max((pick.gain for pick in self.selection.picks), default=0.0) or 1.0
        return tuple(self._sentence(pick, pick.gain / strongest) for pick in self.selection.picks)

    def choices(self) -> tuple[Choice, ...]:
        """Why each sentence was kept, and why the nearest ones were not."""
        self._expect(
            [self._original(Pick(row=drop.row, gain=0.0)) for drop in self.selection.drops]
        )
        return explain(self.selection, self.pool, self._described)

    @cached_property
    def _echoes(self) -> dict[int, tuple[Echo, ...]]:
        """What other articles say, by the row that is told for each pick."""
        rows = weighted_rows(self.pool)
        return {row: echoes(row, self.pool, rows, self._infos) for row in self._originals.values()}

    @cached_property
    def _originals(self) -> dict[int, int]:
        """The row that is told for each pick."""
        return {pick.row: self._original(pick) for pick in self.selection.picks}

    def _expect(self, rows: Sequence[int]) -> None:
        articles = dict.fromkeys(self.pool.article[rows].tolist())
        self.expect([self._infos[article] for article in articles])

    @cached_property
    def _infos(self) -> tuple[ArticleInfo, ...]:
        return tuple(self.articles[given] for given in self.pool.given)

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents(self.selection, self.pool, self.prepared)

    def _sentence(self, pick: Pick, score: float) -> SummarySentence:
        row = self._originals[pick.row]
        article = self._infos[self.pool.article[row]]
        citation = self._citation(row)
        others = [
            echo
            for echo in self._echoes[row]
            if may_agree(citation.quote, self._citation(echo.row).quote)
        ]
        read = self.read(article)
        before, published = read.text[: citation.start], as_published(read, citation.start)
        told_of, mentions = dated(
            citation.quote,
            published,
            zone=self.zone,
            before=before,
            published=self.inferred.get(article.id),
        )
        text, added = citation.quote, self._added(pick, row, citation)
        if added is not None:
            text = text[: added.start] + added.text + text[added.start :]
            mentions = tuple(_behind(added, mention) for mention in mentions)
        return SummarySentence(
            text=text,
            citations=(citation,),
            added=() if added is None else (added,),
            corroboration=1 + self._independent_publishers(others),
            also_in=tuple(
                Corroboration(
                    citation=self._citation(echo.row),
                    independent=echo.independent,
                    similarity=round(echo.similarity, 4),
                )
                for echo in others
            ),
            date=told_of,
            mentions=mentions,
            score=round(score, 6),
        )

    def _added(self, pick: Pick, row: int, citation: Citation) -> Addition | None:
        """What the sentence's pronoun stands for, where the sentence before does not tell."""
        found = self._antecedents.needed(pick, row)
        if found is None:
            return None
        cited = self._cited(row, found.sentence, found.start, found.end)
        return Addition(
            start=found.at - citation.start, text=in_brackets(cited.quote), citation=cited
        )

    def _original(self, pick: Pick) -> int:
        """Of the rows with the same words, the one that was published first as far as is known.

        Only rows of the same length stand in for each other, or the budget would not hold; where
        there may be brackets, theirs, too. One that points back means what stands before it there.
        """

        def published(twin: int) -> tuple[date, int]:
            found = self._infos[self.pool.article[twin]].date
            return (date.max if found is None else local_day(found.value, self.zone)), twin

        pool, row = self.pool, pick.row
        if pool.flags[row] & _IN_PLACE:
            return row
        twins = np.flatnonzero(
            (pool.same == pool.same[row])
            & (pool.flags & _IN_PLACE == 0)
            & (pool.words == pool.words[row])
            & (pool.characters == pool.characters[row])
            & (~np.bool_(pick.bracketed) | (pool.bracket_words == pool.bracket_words[row]))
            & (
                ~np.bool_(pick.bracketed)
                | (pool.bracket_characters == pool.bracket_characters[row])
            )
        )
        return min(twins.tolist(), key=published)

    def _independent_publishers(self, others: Sequence[Echo]) -> int:
        """Copies of one text among the others count once, and so does each publisher."""
        independent = [self.pool.article[echo.row] for echo in others if echo.independent]
        texts = {int(self.pool.group[article]) for article in independent}
        return min(len(texts), len({publisher(self._infos[article]) for article in independent}))

    def _citation(self, row: int) -> Citation:
        index = int(self.pool.index[row])
        spans = self.prepared[self.pool.given[self.pool.article[row]]].spans
        return self._cited(row, index, *spans[index].tolist())

    def _cited(self, row: int, sentence: int, start: int, end: int) -> Citation:
        """A stretch of a sentence of the row's article."""
        article = self.read(self._infos[self.pool.article[row]])
        return Citation.of(article, sentence=sentence, start=start, end=end)

    def _described(self, chosen: int) -> Described:
        picked = (pick for pick in self.selection.picks if pick.row == chosen)
        row = self._original(next(picked, Pick(row=chosen, gain=0.0)))
        info = self._infos[self.pool.article[row]]
        citation = self._citation(row)
        return Described(
            article=info.id,
            language=info.language,
            sentence=citation.sentence,
            text=citation.quote,
        )


def _behind(added: Addition, mention: DateMention) -> DateMention:
    """The mention where it stands when that is added."""
    shift = len(added.text) if mention.start >= added.start else 0
    return replace(mention, start=mention.start + shift, end=mention.end + shift)
