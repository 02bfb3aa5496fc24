"""The page that the cleaning rules work on: lines, and which rule took which of them out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.reading.lines import Line

__all__ = ["Page", "Rule"]


@dataclass
class Page:
    """The lines of a text in order; a rule marks those that are not the article."""

    lines: list[Line]
    #: a title known from elsewhere, then the one found
    title: str | None = None
    #: index of a line -> name of the rule that took it out
    marks: dict[int, str] = field(default_factory=dict)

    #: how likely each line is to be article, where a model was asked
    chances: list[float] | None = None
    #: a line that is less likely than this goes
    threshold: float = 0.0
    #: where the article must be, on a page that holds much else
    stretch: tuple[int, int] | None = None

    @cached_property
    def blocks(self) -> Counter[int]:
        """How many lines each block has."""
        return Counter(line.block for line in self.lines)

    def open(self) -> Iterator[tuple[int, Line]]:
        """The lines that no rule took out so far, with their indices."""
        return ((i, line) for i, line in enumerate(self.lines) if i not in self.marks)

    def mark(self, indices: Iterable[int], rule: str) -> None:
        """Take lines out; the first rule to do so is the one reported."""
        for index in indices:
            self.marks.setdefault(index, rule)

    def marked(self, index: int, *rules: str) -> bool:
        """Whether one of these rules (any, when none is named) took the line out."""
        return index in self.marks and (not rules or self.marks[index] in rules)

    def outside(self, index: int) -> bool:
        """Whether the line stands where the article cannot be."""
        return self.stretch is not None and not self.stretch[0] <= index < self.stretch[1]

    def unlikely(self, index: int) -> bool:
        """Whether a model was asked, and says that the line is not the article."""
        return self.chances is not None and self.chances[index] < self.threshold

    def likely(self, index: int) -> bool:
        """Whether a model was asked, and says that the line is the article."""
        return self.chances is not None and not self.unlikely(index)

    def body(self) -> tuple[int, int]:
        """The stretch from the first to after the last line that must be running text."""
        prose = [index for index, line in self.open() if line.prose]
        return (prose[0], prose[-1] + 1) if prose else (0, 0)

    def alone(self, index: int) -> bool:
        """Whether blank lines (or the text's ends) stand before and after the line."""
        block = self.lines[index].block
        around = self.lines[max(0, index - 1) : index] + self.lines[index + 1 : index + 2]
        return all(line.block != block for line in around)


#: takes out what it knows not to be the article
Rule = Callable[[Page], None]
