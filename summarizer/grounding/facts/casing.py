"""How words are written: which have a capital wherever they stand, and so are names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.text.tokens import WORD

__all__ = ["Casing"]


@dataclass(frozen=True, slots=True)
class Casing:
    """How often the evidence writes each word small, and with a capital inside a sentence."""

    small: Counter[str]
    capital: Counter[str]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> "Casing":
        """The casing of the words of sentences."""
        casing = cls(Counter(), Counter())
        for sentence in sentences:
            for place, word in enumerate(WORD.findall(sentence)):
                if word[0].islower():
                    casing.small[word.lower()] += 1
                elif place:
                    casing.capital[word.lower()] += 1
        return casing

    def is_common(self, word: str) -> bool:
        """Whether it is written small more often than not."""
        return self.small[word] > self.capital[word]

    def is_proper(self, word: str) -> bool:
        """Whether it has a capital, but for once in ten."""
        return self.capital[word] > 0 and self.capital[word] >= 9 * self.small[word]
