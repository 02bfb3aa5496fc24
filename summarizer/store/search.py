"""Which articles are about a topic: those that hold enough of what its words weigh.

A word weighs its inverse document frequency, ln(1 + articles / articles that hold it), as in BM25
(Robertson and Zaragoza 2009); one that no article holds weighs the most. So an article about
another event of the same place holds too little: an empty answer is better than a wrong one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import ColumnElement, Connection, Subquery, case, func, select

from summarizer.store.dialect import Dialect, Weighed
from summarizer.store.tables import CURRENT_VERSION, article_versions, articles
from summarizer.store.terms import Term

__all__ = ["Search", "relevant"]

#: of the best article's terms: "summit Hanoi leaders" finds what holds two of the three
_OF_BEST = (2, 3)
#: of the weight of all words, in a topic of few words and in one of very many (a pasted article)
_OF_ALL, _OF_ALL_LEAST = 0.5, 0.2
#: how much less of it with each word beyond the fourth
_LESS = 0.02
#: weights are whole numbers of this: sums do not depend on their order
_UNIT = 1e6
#: for a word that no article holds
_UNSEEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A topic, weighed by what the store holds."""

    terms: tuple[Weighed, ...]
    #: least weight of the terms that an article holds
    least: int
    #: the terms that no article holds
    unknown: tuple[str, ...]

    @property
    def weights(self) -> tuple[tuple[str, float], ...]:
        """The whole words with what they weigh, as inverse document frequencies."""
        return tuple(
            (each.term.text, each.weight / _UNIT) for each in self.terms if not each.term.prefix
        )

    @classmethod
    def of(cls, connection: Connection, dialect: Dialect, terms: Sequence[Term]) -> "Search":
        """The terms weighed."""
        count = connection.execute(select(func.count()).select_from(articles)).scalar_one()
        spread = dialect.spread(connection, terms)
        weighed = tuple(
            Weighed(term=term, weight=round(_UNIT * log(1 + count / (held or _UNSEEN))))
            for term, held in zip(terms, spread, strict=True)
        )
        share = max(_OF_ALL_LEAST, _OF_ALL - _LESS * max(0, len(terms) - 4))
        return cls(
            terms=weighed,
            least=max(1, int(share * sum(each.weight for each in weighed))),
            unknown=tuple(term.text for term, held in zip(terms, spread, strict=True) if not held),
        )


def relevant(dialect: Dialect, search: Search, filters: Sequence[ColumnElement[bool]]) -> Subquery:
    """The articles inside the filters that are about the topic: `number`, `weight` and `score`."""
    matches = dialect.matches(search.terms)
    required = sum(each.term.required for each in search.terms)
    weight = func.sum(matches.c.weight)
    phrases = func.sum(case((matches.c.required, 1), else_=0))
    each = (
        select(
            matches.c.number,
            func.count().label("held"),
            weight.label("weight"),
            func.sum(matches.c.score).label("score"),
        )
        .group_by(matches.c.number)
        .having(weight >= search.least, phrases >= required)
        .subquery("each")
    )
    best = (
        select(each, func.max(each.c.held).over().label("most"))
        .join(articles, articles.c.number == each.c.number)
        .join(article_versions, CURRENT_VERSION)
        .where(*filters)
        .subquery("best")
    )
    part, whole = _OF_BEST
    return (
        select(best.c.number, best.c.weight, best.c.score)
        .where(whole * best.c.held >= part * best.c.most)
        .subquery("relevant")
    )
