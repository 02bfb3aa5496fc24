"""Evidence into the room that a model has: every passage whole, or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.errors import GenerationError
from summarizer.protocols import Assignment, Packed, Passage

__all__ = ["Turns", "pack"]

#: (role, content) of each turn
Turns = tuple[tuple[str, str], ...]

#: calls of a tokenizer, which may be a server's; each one after the third halves what is unsure
_CALLS = 10
#: bytes that number, publisher and date take in a line of evidence, roughly
_FRAME = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What is told when the evidence may have `size` bytes, and its tokens."""

    size: int
    passages: tuple[Passage, ...]
    tokens: int


def pack(
    assignment: Assignment,
    *,
    prompt: str,
    room: int,
    tell: Callable[[tuple[Passage, ...]], Turns],
    count: Callable[[Turns], int],
) -> Packed:
    """The assignment within `room` tokens: passages by importance, told in the order of `number`.

    One that is too long for what is left makes way for shorter ones of less importance. `tell`
    gives the turns for some passages, and `count` their tokens; it is called ten times at most, so
    the choice goes by bytes and is then checked. `GenerationError` when not even one fits.
    """

    def trial(size: int, passages: tuple[Passage, ...]) -> _Trial:
        return _Trial(size=size, passages=passages, tokens=count(tell(passages)))

    if not assignment.passages:
        raise GenerationError("there is no evidence to write from")
    everything = sum(map(_size, assignment.passages))
    best = trial(everything, _in_order(assignment.passages))
    if best.tokens > room:
        best = _narrowed(assignment.passages, room, best, trial)
    used = tuple(passage.number for passage in best.passages)
    return Packed(
        assignment=assignment,
        prompt=prompt,
        turns=tell(best.passages),
        tokens=best.tokens,
        used=used,
        left_out=tuple(sorted({passage.number for passage in assignment.passages} - {*used})),
    )


def _narrowed(
    passages: Sequence[Passage],
    room: int,
    above: _Trial,
    trial: Callable[[int, tuple[Passage, ...]], _Trial],
) -> _Trial:
    """The trial of most evidence that fits, found between none and `above`, which does not fit."""
    below = trial(0, ())
    calls = 2
    size = _where_it_ends(below, above, room)
    while calls < _CALLS - 1 and above.size - below.size > 1:
        chosen = _choice(passages, size)
        if chosen in (below.passages, above.passages):
            known = below if chosen == below.passages else above
            tried = _Trial(size=size, passages=chosen, tokens=known.tokens)
        else:
            tried = trial(size, chosen)
            calls += 1
        below, above = (tried, above) if tried.tokens <= room else (below, tried)
        size = (below.size + above.size) // 2
    if below.passages:
        return below
    shortest = min(passages, key=_size)
    last = trial(_size(shortest), (shortest,))
    if last.tokens > room:
        raise GenerationError(
            f"the model has room for {max(room, 0)} tokens, and the instructions with the shortest"
            f" piece of evidence have {last.tokens}: use a larger context, or ask for fewer words"
        )
    return last


def _where_it_ends(below: _Trial, above: _Trial, room: int) -> int:
    """The size at which the room ends if tokens grow evenly with bytes; less than `above` has."""
    share = (room - below.tokens) / max(above.tokens - below.tokens, 1)
    return min(max(int(share * above.size), 1), above.size - 1)


def _choice(passages: Sequence[Passage], size: int) -> tuple[Passage, ...]:
    """Passages of `size` bytes at most, the most important first, in the order of their numbers."""
    chosen = []
    for passage in passages:
        if _size(passage) <= size:
            chosen.append(passage)
            size -= _size(passage)
    return _in_order(chosen)


def _in_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda passage: passage.number))


def _size(passage: Passage) -> int:
    """Bytes of its line. They go with tokens more evenly than characters do across scripts."""
    return _FRAME + len(f"{passage.source or ''}{passage.text}".encode())
