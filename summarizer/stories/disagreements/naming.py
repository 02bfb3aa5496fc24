"""What a disagreement is about, in the words that its sentences share."""

from collections.abc import Sequence

from summarizer.stories.disagreements.claims import Claim
from summarizer.stories.disagreements.concepts import concept
from summarizer.text.stemmed import Token, stemmed

__all__ = ["shared_words"]

#: a phrase, not a sentence
_MOST_WORDS = 12
_GAP = "…"


def shared_words(claims: Sequence[Claim]) -> str:
    """The first claim's sentence cut down to what another one with a different value holds too.

    Light words stay between two shared ones; other gaps are marked.
    """
    first = claims[0]
    others = {word for claim in claims[1:] for word in _words(claim)}
    told: list[str] = []
    between: list[Token] = []
    gap = False
    for token in stemmed(first.report.text, "en"):
        if token.start < first.end and first.start < token.end:
            gap = gap or (bool(told) and _inner(first))
        elif concept(token.stem) in others and not token.light:
            if told:
                told += [_GAP] if gap else [each.text for each in between]
            told.append(token.text)
            between, gap = [], False
        elif token.light:
            between.append(token)
        else:
            gap = True
        if len(told) >= _MOST_WORDS:
            break
    return " ".join(told) or first.report.text[first.start : first.end]


def _inner(claim: Claim) -> bool:
    return claim.key[0] != "count"


def _words(claim: Claim) -> set[str]:
    counted = {claim.key[1]} if claim.key[0] == "count" else set()
    return set(claim.words) | counted
