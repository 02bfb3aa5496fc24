"""What a story is about, in its own words, and why its articles are together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Prepared
from summarizer.stories.identity import by_date, day_of, founder, story_id
from summarizer.stories.story_vectors import Vectors
from summarizer.stories.surface import Written, forms_of, readable
from summarizer.text.tokens import stem_hashes
from summarizer.types import Article, ArticleInfo, Story, StoryLink

__all__ = ["Grouped", "Member", "Read", "described"]

Floats = NDArray[np.float64]
#: gives the text of an article, and its prepared form
Read: TypeAlias = Callable[[ArticleInfo], tuple[Article, Prepared]]

#: key terms of a story, and terms that a link names
TERMS, SHARED = 8, 4
#: features that are looked up for each that is told
_ASKED = 4
#: features that one of the label's words is among
_TELLING = 40
#: characters of a label that is no title
_LABEL = 80
#: most central articles in which the words of key terms are looked up
_READ = 40
_NAMED = re.compile(r"[^\W\d_]{2}|[A-Z]\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story."""

    info: ArticleInfo
    #: its row in the vectors, or that of the article that it is a copy of
    row: int
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The articles of a story of which nothing is told yet."""

    #: by date, undated ones last
    members: tuple[Member, ...]

    @property
    def id(self) -> str:
        """See `identity.story_id`; the same in every collection that holds these articles."""
        return story_id(self.founder.content_hash)

    @property
    def founder(self) -> ArticleInfo:
        """The article that it begins with."""
        return founder([member.info for member in self.members])

    @property
    def independent(self) -> int:
        """Articles, copies of one text counted once."""
        return sum(not member.copy for member in self.members)

    @classmethod
    def of(cls, members: Sequence[Member]) -> "Grouped":
        """The story of these articles, in whichever order they are given."""
        return cls(members=tuple(sorted(members, key=lambda member: by_date(member.info))))


def described(story: Grouped, vectors: Vectors, read: Read) -> Story:
    """The story, told what it is about; each of its texts that this needs is read once."""
    infos = tuple(member.info for member in story.members)
    dates = [info.date.value for info in infos if info.date is not None and day_of(info)]
    telling = _Telling(story, vectors, read)
    return Story(
        id=story.id,
        label=telling.label(),
        terms=telling.terms(),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        articles=infos,
        publishers=tuple(dict.fromkeys(info.source for info in infos if info.source)),
        independent=story.independent,
        links=telling.links(),
    )


class _Telling:
    """One story's vectors, and its texts as they are needed."""

    def __init__(self, story: Grouped, vectors: Vectors, read: Read) -> None:
        self._members = story.members
        originals = [member for member in story.members if not member.copy]
        originals.sort(key=lambda member: member.info.content_hash)
        self._vectors = vectors.only([member.row for member in originals])
        rows = self._vectors.values
        self._centroid = np.asarray(rows.sum(axis=0), dtype=np.float64).ravel()
        order = np.argsort(-(rows @ self._centroid), kind="stable").tolist()
        self._central = [originals[place] for place in order]
        self._rows = rows[order]
        self._read = read
        self._written: dict[int, Written] = {}

    def label(self) -> str:
        """The title of the most central article whose title tells of the story, else the head of a
        sentence.
        """
        titled = [member.info for member in self._central if member.info.title]
        telling = self._vectors.features[np.argsort(-self._centroid, kind="stable")[:_TELLING]]
        for info in titled:
            # one such as "Last updated at 22:46" does not
            if np.isin(stem_hashes(info.title or "", info.language), telling).any():
                return info.title or ""
        return self._head()

    def terms(self) -> tuple[str, ...]:
        """The features with the largest sums that two of its articles have, where there are two."""
        spread = np.bincount(self._rows.indices, minlength=len(self._centroid))
        held = spread >= min(2, len(self._central))
        weights = np.where(held, self._centroid, 0.0)
        return self._told(self._vectors.features, weights, self._central[:_READ], TERMS, named=True)

    def links(self) -> tuple[StoryLink, ...]:
        """Why each article but the most central one is here."""
        by_row = {member.row: place for place, member in enumerate(self._central)}
        links = []
        for member in self._members:
            place = by_row[member.row]
            if member.copy:
                links.append(_copied(member, self._central[place]))
            elif place:
                links.append(self._link(place))
        return tuple(links)

    def _link(self, place: int) -> StoryLink:
        """What the article shares with the one that it is most like."""
        alike = (self._rows @ self._rows[[place]].T).toarray().ravel()
        alike[place] = -1.0
        best = int(np.argmax(alike))
        pair = [self._central[place], self._central[best]]
        features, weights = self._shared(place, best)
        return StoryLink(
            article=pair[0].info.id,
            nearest=pair[1].info.id,
            similarity=round(min(1.0, float(alike[best])), 4),
            terms=self._told(features, weights, pair, SHARED),
        )

    def _shared(self, one: int, other: int) -> tuple[NDArray[np.uint64], Floats]:
        """The features that both have, and what each adds to their cosine."""
        (first, ones), (second, others) = (
            (self._rows.indices[start:end], self._rows.data[start:end])
            for start, end in (self._rows.indptr[[at, at + 1]].tolist() for at in (one, other))
        )
        columns, left, right = np.intersect1d(
            first, second, assume_unique=True, return_indices=True
        )
        return self._vectors.features[columns], ones[left] * others[right]

    def _head(self) -> str:
        """The beginning of the most central article's sentence that tells most of the story."""
        article, form = self._read(self._central[0].info)
        columns = self._vectors.columns(form.tokens)
        weights, held = np.zeros(len(columns)), columns >= 0
        weights[held] = self._centroid[columns[held]]
        told = [weights[start:end].sum() for start, end in pairwise(form.bounds.tolist())]
        if not told:
            return "Untitled"
        start, end = form.spans[int(np.argmax(told))].tolist()
        return shorten(article.text[start:end], _LABEL, placeholder=" …")

    def _told(
        self,
        features: NDArray[np.uint64],
        weights: Floats,
        members: Sequence[Member],
        most: int,
        *,
        named: bool = False,
    ) -> tuple[str, ...]:
        """The features of the largest weights above 0, as the members write them.

        Numbers and "p.m." are good evidence that two articles tell of one event, but say little of
        it: `named` leaves them out.
        """
        order = np.argsort(-weights, kind="stable")[: most * _ASKED]
        asked = features[order[weights[order] > 0]].tolist()
        forms = forms_of(map(self._write, members), asked)
        told = (forms[feature] for feature in asked if feature in forms)
        return readable((form for form in told if not named or _NAMED.search(form)), most)

    def _write(self, member: Member) -> Written:
        if member.row not in self._written:
            self._written[member.row] = Written(*self._read(member.info))
        return self._written[member.row]


def _copied(member: Member, original: Member) -> StoryLink:
    return StoryLink(
        article=member.info.id,
        nearest=original.info.id,
        similarity=1.0,
        terms=(),
        copy=True,
    )
