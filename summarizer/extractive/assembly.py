"""From chosen rows to summary sentences: text, citations, corroboration, dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from summarizer.extractive.corroboration import Echo, echoes, publisher
from summarizer.extractive.dating import as_published, dated, local_day
from summarizer.extractive.explanations import Described, explain
from summarizer.extractive.ordering import told
from summarizer.prepared import Pool, Prepared
from summarizer.selection.outcome import Selection
from summarizer.selection.similarity import weighted_rows
from summarizer.text.agreement import may_agree
from summarizer.types import (
    Article,
    ArticleInfo,
    Choice,
    Citation,
    Corroboration,
    Order,
    SummarySentence,
)

__all__ = ["Assembly"]


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

    def sentences(self, order: Order) -> tuple[SummarySentence, ...]:
        """The summary's sentences in telling order."""
        self._expect(
            [*self._echoes, *(echo.row for each in self._echoes.values() for echo in each)]
        )
        strongest = max((pick.gain for pick in self.selection.picks), default=0.0) or 1.0
        sentences = [
            self._sentence(pick.row, pick.gain / strongest) for pick in self.selection.picks
        ]
        days = [
            None if sentence.date is None else local_day(sentence.date.value, self.zone)
            for sentence in sentences
        ]
        places = told(self.selection.picks, self.pool, order, days)
        return tuple(sentences[place] for place in places)

    def choices(self) -> tuple[Choice, ...]:
        """Why each sentence was kept, and why the nearest ones were not."""
        self._expect([self._original(drop.row) for drop in self.selection.drops])
        return explain(self.selection, self.pool, self._described)

    @cached_property
    def _echoes(self) -> dict[int, tuple[Echo, ...]]:
        """What other articles say, by the row that is told for each pick."""
        rows = weighted_rows(self.pool)
        return {row: echoes(row, self.pool, rows, self._infos) for row in self._originals.values()}

    @cached_property
    def _originals(self) -> dict[int, int]:
        """The row that is told for each pick."""
        return {pick.row: self._original(pick.row) for pick in self.selection.picks}

    def _expect(self, rows: Sequence[int]) -> None:
        articles = dict.fromkeys(self.pool.article[rows].tolist())
        self.expect([self._infos[article] for article in articles])

    @cached_property
    def _infos(self) -> tuple[ArticleInfo, ...]:
        return tuple(self.articles[given] for given in self.pool.given)

    def _sentence(self, chosen: int, score: float) -> SummarySentence:
        row = self._originals[chosen]
        article = self._infos[self.pool.article[row]]
        citation = self._citation(row)
        others = [
            echo
            for echo in self._echoes[row]
            if may_agree(citation.quote, self._citation(echo.row).quote)
        ]
        read = self.read(article)
        before, published = read.text[: citation.start], as_published(read, citation.start)
        told_of, mentions = dated(citation.quote, published, zone=self.zone, before=before)
        return SummarySentence(
            text=citation.quote,
            citations=(citation,),
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

    def _original(self, row: int) -> int:
        """Of the rows with the same words, the one that was published first as far as is known.

        Only rows of the same length stand in for each other, or the budget would not hold.
        """

        def published(twin: int) -> tuple[date, int]:
            found = self._infos[self.pool.article[twin]].date
            return (date.max if found is None else local_day(found.value, self.zone)), twin

        pool = self.pool
        twins = np.flatnonzero(
            (pool.same == pool.same[row])
            & (pool.words == pool.words[row])
            & (pool.characters == pool.characters[row])
        )
        return min(twins.tolist(), key=published)

    def _independent_publishers(self, others: Sequence[Echo]) -> int:
        """Copies of one text among the others count once, and so does each publisher."""
        independent = [self.pool.article[echo.row] for echo in others if echo.independent]
        texts = {int(self.pool.group[article]) for article in independent}
        return min(len(texts), len({publisher(self._infos[article]) for article in independent}))

    def _citation(self, row: int) -> Citation:
        number = int(self.pool.article[row])
        info, index = self._infos[number], int(self.pool.index[row])
        article = self.read(info)
        start, end = self.prepared[self.pool.given[number]].spans[index].tolist()
        given = article.given_span(start, end)
        return Citation(
            article=info.id,
            sentence=index,
            start=start,
            end=end,
            given_start=None if given is None else given.start,
            given_end=None if given is None else given.end,
            quote=article.text[start:end],
            title=info.title,
            source=info.source,
            url=info.url,
        )

    def _described(self, chosen: int) -> Described:
        row = self._original(chosen)
        info = self._infos[self.pool.article[row]]
        citation = self._citation(row)
        return Described(
            article=info.id,
            language=info.language,
            sentence=citation.sentence,
            text=citation.quote,
        )
