"""Ids that are unique within one call: a second `story` becomes `story-2`."""

from dataclasses import dataclass, field

__all__ = ["Ids"]


@dataclass
class Ids:
    """Hands out ids, each once."""

    _next: dict[str, int] = field(default_factory=dict)

    def take(self, wanted: str) -> str:
        """`wanted`, or with the next free number behind it."""
        if wanted not in self._next:
            self._next[wanted] = 2
            return wanted
        while True:
            number = self._next[wanted]
            self._next[wanted] = number + 1
            unique = f"{wanted}-{number}"
            if unique not in self._next:
                self._next[unique] = 2
                return unique
