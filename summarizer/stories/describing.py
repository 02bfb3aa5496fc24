"""What a story is about, in its own words, and why its articles are together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.prepared import Prepared
from summarizer.stories.identity import by_date, day_of, founder, story_id
from summarizer.stories.story_vectors import Vectors
from summarizer.stories.surface import forms_of, readable
from summarizer.types import Article, Story, StoryLink

__all__ = ["Member", "described"]

Floats = NDArray[np.float64]

#: key terms of a story, and terms that a link names
TERMS, SHARED = 8, 4
#: features that are looked up for each that is told
_ASKED = 4
#: characters of a label that is no title
_LABEL = 80
#: most central articles in which the words of key terms are looked up
_READ = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """An article of a story."""

    article: Article
    prepared: Prepared
    #: its row in the vectors, or that of the article that it is a copy of
    row: int
    copy: bool


def described(members: Sequence[Member], vectors: Vectors) -> Story:
    """The story of these articles, in whichever order they are given."""
    members = sorted(members, key=lambda member: by_date(member.article.info))
    originals = sorted(
        (member for member in members if not member.copy),
        key=lambda member: member.article.content_hash,
    )
    rows = csr_array(vectors.values[[member.row for member in originals]])
    centroid = np.asarray(rows.sum(axis=0), dtype=np.float64).ravel()
    order = np.argsort(-(rows @ centroid), kind="stable")
    central = [originals[place] for place in order.tolist()]
    infos = [member.article.info for member in members]
    dates = [info.date.value for info in infos if info.date is not None and day_of(info)]
    publishers = dict.fromkeys(info.source for info in infos if info.source)
    return Story(
        id=story_id(founder(infos)),
        label=_label(central, vectors, centroid),
        terms=_terms(central, vectors, rows, centroid),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        articles=tuple(infos),
        publishers=tuple(publishers),
        independent=len(originals),
        links=_links(members, central, vectors),
    )


def _label(central: Sequence[Member], vectors: Vectors, centroid: Floats) -> str:
    """The title of the most central article that has one; else the head of a sentence."""
    titles = (member.article.title for member in central)
    title = next((title for title in titles if title), None)
    return title or _head(central[0], vectors, centroid)


def _head(member: Member, vectors: Vectors, centroid: Floats) -> str:
    """The beginning of the article's sentence that tells most of what the story is about."""
    form = member.prepared
    columns = vectors.columns(form.tokens)
    weights, held = np.zeros(len(columns)), columns >= 0
    weights[held] = centroid[columns[held]]
    told = [weights[start:end].sum() for start, end in pairwise(form.bounds.tolist())]
    if not told:
        return "Untitled"
    start, end = form.spans[int(np.argmax(told))].tolist()
    return shorten(member.article.text[start:end], _LABEL, placeholder=" …")


def _terms(
    central: Sequence[Member], vectors: Vectors, rows: csr_array, centroid: Floats
) -> tuple[str, ...]:
    """The features with the largest sums that two of its articles have, where there are two."""
    held = np.bincount(rows.indices, minlength=len(centroid)) >= min(2, len(central))
    return _written(vectors, np.where(held, centroid, 0.0), central[:_READ], TERMS, lettered=True)


def _links(
    members: Sequence[Member], central: Sequence[Member], vectors: Vectors
) -> tuple[StoryLink, ...]:
    rows = vectors.values[[member.row for member in central]]
    alike = (rows @ rows.T).toarray()
    np.fill_diagonal(alike, -1.0)
    by_row = {member.row: place for place, member in enumerate(central)}
    links = []
    for member in members:
        place = by_row[member.row]
        if member.copy:
            links.append(_copied(member, central[place]))
        elif place:
            best = int(np.argmax(alike[place]))
            pair = (member, central[best])
            one, other = (vectors.values[[each.row]].toarray().ravel() for each in pair)
            links.append(
                StoryLink(
                    article=member.article.id,
                    nearest=central[best].article.id,
                    similarity=round(min(1.0, float(alike[place, best])), 4),
                    terms=_written(vectors, one * other, pair, SHARED),
                )
            )
    return tuple(links)


def _copied(member: Member, original: Member) -> StoryLink:
    return StoryLink(
        article=member.article.id,
        nearest=original.article.id,
        similarity=1.0,
        terms=(),
        copy=True,
    )


def _written(
    vectors: Vectors,
    weights: Floats,
    members: Sequence[Member],
    most: int,
    *,
    lettered: bool = False,
) -> tuple[str, ...]:
    """The features of the largest weights above 0, as the members write them.

    Numbers are good evidence that two articles tell of one event, but say little of it: `lettered`
    leaves them out.
    """
    order = np.argsort(-weights, kind="stable")[: most * _ASKED]
    asked = vectors.features[order[weights[order] > 0]].tolist()
    forms = forms_of(((each.article, each.prepared) for each in members), asked)
    told = (forms[feature] for feature in asked if feature in forms)
    return readable((form for form in told if not lettered or any(map(str.isalpha, form))), most)
