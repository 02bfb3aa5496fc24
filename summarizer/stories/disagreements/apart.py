"""What keeps two claims apart: another who, whose, where, when, or which."""

from summarizer.stories.disagreements.claims import Claim
from summarizer.stories.disagreements.concepts import OTHERS, opposed

__all__ = ["apart"]

#: what somebody does: another may have done the same
_BY_SOMEBODY = frozenset("join cost deal stake launch".split())


def apart(one: Claim, other: Claim) -> bool:
    """Whether each tells of something, someone or some place that the other does not."""
    return bool(
        (one.ordinals and other.ordinals and not one.ordinals & other.ordinals)
        or _other_day(one, other)
        or _elsewhere(one, other)
        or (one.names - other.words and other.names - one.words)
        or (not _done_to(one, other) and _other_doer(one, other))
        or _other_deed(one, other)
        or _other_number(one, other)
        or opposed(one.words, other.words)
        or (one.words ^ other.words) & OTHERS
        or one.owned - other.words
        or other.owned - one.words
    )


def _other_day(one: Claim, other: Claim) -> bool:
    """Whether what is told of two days has other numbers or deeds, too: two crashes, not one; when
    a trial begins, and when it ends.
    """
    if one.key[0] != "date":
        return False
    mine, theirs = ({each.value for each in claim.numbers} for claim in (one, other))
    if mine and theirs and not mine & theirs:
        return True
    named = one.named | other.named
    return bool(one.clause - other.words - named and other.clause - one.words - named)


def _other_deed(one: Claim, other: Claim) -> bool:
    """Whether what is counted or paid is the object of two verbs: carried, and picked up."""
    verbs = {one.verb, other.verb} - {None}
    deeds = one.key[0] in ("count", "money") and not one.doings & other.doings
    return deeds and len(verbs) > 1


def _other_number(one: Claim, other: Claim) -> bool:
    """Whether what bears a number bears another one there: flight 302, and flight 610."""
    return any(
        numbers.isdisjoint(other.numbered.get(name, numbers))
        for name, numbers in one.numbered.items()
    )


def _elsewhere(one: Claim, other: Claim) -> bool:
    """Whether each says where in other words, or in other names."""
    if one.places & one.named - other.clause and other.places & other.named - one.clause:
        return True
    met = one.places & other.words | other.places & one.words
    return bool(one.places and other.places and not met)


def _done_to(one: Claim, other: Claim) -> bool:
    """Whether it is told of those to whom it was done, whoever did it."""
    return bool(one.doings & other.doings - _BY_SOMEBODY)


def _other_doer(one: Claim, other: Claim) -> bool:
    """Whether each begins with somebody or something else, or with a name of two that both have."""
    if _unlike(one.opening, other) and _unlike(other.opening, one):
        return True
    doers = {one.opening, other.opening}
    of_both = doers <= one.named and doers <= other.named
    return len(doers) > 1 and of_both and one.passive == other.passive


def _unlike(opening: str | None, other: Claim) -> bool:
    """Whether the word that a sentence begins with is nowhere in the other."""
    return opening is not None and opening not in other.words
