"""How articles write the features that their vectors are made of."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from summarizer.prepared import Prepared
from summarizer.stories.story_features import features
from summarizer.text.tokens import words
from summarizer.types import Article

__all__ = ["forms_of", "readable"]

#: terms that are looked at for each that is told: a word in the middle of a longer term is none
_ASKED = 3


def forms_of(articles: Iterable[tuple[Article, Prepared]], wanted: Iterable[int]) -> dict[int, str]:
    """For each of the wanted features' hashes the form it is written in most often."""
    found: dict[int, Counter[str]] = {feature: Counter() for feature in wanted}
    for article, form in articles:
        written = [
            word
            for start, end in form.spans.tolist()
            for word in words(article.text[start:end], article.language)
        ]
        for kind in features(form):
            for hashed, start, stop in zip(
                kind.hashes.tolist(), kind.starts.tolist(), kind.stops.tolist(), strict=True
            ):
                if hashed in found:
                    found[hashed][" ".join(written[start:stop])] += 1
    return {
        feature: min(forms, key=lambda form: (-forms[form], form))
        for feature, forms in found.items()
        if forms
    }


def readable(forms: Iterable[str], most: int) -> tuple[str, ...]:
    """The first forms that are no part of a longer one among them, each once whatever its case."""
    given: dict[str, str] = {}
    for form in forms:
        given.setdefault(f" {form.casefold()} ", form)
    asked = list(islice(given, most * _ASKED))
    whole = [each for each in asked if not any(each in other and each != other for other in asked)]
    return tuple(given[each] for each in whole[:most])
