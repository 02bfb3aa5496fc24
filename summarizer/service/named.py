"""What a topic names: words that stand for one person, place or thing, and for no other."""

from collections.abc import Sequence

import numpy as np

from summarizer.prepared import Prepared, TokenFlag
from summarizer.protocols import Store
from summarizer.service.stored import prepared_forms
from summarizer.store.terms import search_terms
from summarizer.text.tokens import stem_hashes

__all__ = ["holds", "names_of"]

#: articles that are looked at for how a word is written, those that hold it most
_SEEN = 20
#: of its occurrences in them; a word that only begins sentences and headings has fewer
_CAPITALISED = 0.5


def names_of(store: Store, topic: str, language: str | None) -> tuple[str, ...]:
    """The words of the topic that are names, as written.

    They are told by how the stored articles write them, for readers ask in small letters; a word
    that none of them holds, by how the topic does. What holds a digit is one ("H1N1", "2010"). In
    German every noun is.
    """
    words = (term.text for term in search_terms(topic, language))
    return tuple(word for word in words if _is_name(store, word, language))


def holds(form: Prepared, names: Sequence[str]) -> bool:
    """Whether an article's title or text has every one of the names."""
    stems = [stem for name in names for stem in stem_hashes(name, form.language).tolist()]
    return bool(np.isin(stems, np.concatenate([form.tokens, form.title])).all())


def _is_name(store: Store, word: str, language: str | None) -> bool:
    if any(map(str.isdigit, word)):
        return True
    found = store.find(topic=f'"{word}"', language=language, limit=_SEEN)
    capitals = np.concatenate(
        [
            np.zeros(0, dtype=bool),
            *(_capitals(f, word) for f in prepared_forms(store, found.articles)),
        ]
    )
    return bool(capitals.mean() > _CAPITALISED) if len(capitals) else word[:1].isupper()


def _capitals(form: Prepared, word: str) -> np.ndarray:
    """[occurrences of the word] whether it begins with a capital."""
    there = np.isin(form.tokens, stem_hashes(word, form.language))
    return (form.token_flags[there] & TokenFlag.CAPITALISED) > 0
