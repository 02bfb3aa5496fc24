"""How articles write the features that their vectors are made of."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from summarizer.prepared import Hashes, Prepared
from summarizer.stories.story_features import features
from summarizer.text.tokens import word_spans
from summarizer.types import Article

__all__ = ["Written", "forms_of", "readable"]

#: terms that are looked at for each that is told: a word in the middle of a longer term is none
_ASKED = 3
_UNPARTED = re.compile(r"(?:[^,;:!?()\[\]\"“”—–]|(?<=\d)[,:](?=\d))+")
#: what belongs to the first and to the last word
_HYPHENED, _HYPHENS = re.compile(r"(?<![\w-])(?:\w+-)+$"), re.compile(r"(?:-\w+)+")
#: characters of the former that are looked for
_LONGEST = 40
_GENITIVE = re.compile(r"['’]s?$")


class Written:
    """The features of one article as its text writes them; the text is looked through once."""

    def __init__(self, article: Article, form: Prepared) -> None:
        self._text = article.text
        self._spans = [
            (start + first, start + last)
            for start, end in form.spans.tolist()
            for first, last in word_spans(article.text[start:end], article.language)
        ]
        kinds = features(form)
        self._hashes = np.concatenate([kind.hashes for kind in kinds])
        self._starts = np.concatenate([kind.starts for kind in kinds])
        self._stops = np.concatenate([kind.stops for kind in kinds])

    def count(self, asked: Hashes, found: dict[int, Counter[str]]) -> None:
        """Count in `found`, for each of the `asked` hashes, the forms it has here."""
        places: NDArray[np.intp] = np.flatnonzero(np.isin(self._hashes, asked))
        for hashed, start, stop in zip(
            self._hashes[places].tolist(),
            self._starts[places].tolist(),
            self._stops[places].tolist(),
            strict=True,
        ):
            form = self._form(self._spans[start][0], self._spans[stop - 1][1])
            if form is not None:
                found[hashed][form] += 1

    def _form(self, start: int, end: int) -> str | None:
        """The words as they stand, without a genitive's end; None where a mark parts them.

        Of several words the first and the last are whole: "Port-au-Prince", not "Port-au".
        """
        words = self._text[start:end]
        if not _UNPARTED.fullmatch(words):
            return None
        if " " in words or "-" in words:
            before = _HYPHENED.search(self._text, max(0, start - _LONGEST), start)
            after = _HYPHENS.match(self._text, end)
            words = f"{before.group() if before else ''}{words}{after.group() if after else ''}"
        return _GENITIVE.sub("", " ".join(words.split()))


def forms_of(articles: Iterable[Written], wanted: Sequence[int]) -> dict[int, str]:
    """For each of the wanted features' hashes the form it is written in most often."""
    asked = np.array(wanted, dtype=np.uint64)
    found: dict[int, Counter[str]] = {feature: Counter() for feature in wanted}
    for article in articles:
        article.count(asked, found)
    return {
        feature: min(forms, key=lambda form: (-forms[form], form))
        for feature, forms in found.items()
        if forms
    }


def readable(forms: Iterable[str], most: int) -> tuple[str, ...]:
    """The first forms that are no part of a longer one among them, each once whatever its case."""
    given: dict[str, str] = {}
    for form in forms:
        given.setdefault(f" {form.casefold().replace('-', ' ')} ", form)
    asked = list(islice(given, most * _ASKED))
    whole = [each for each in asked if not any(each in other and each != other for other in asked)]
    return tuple(given[each] for each in whole[:most])
