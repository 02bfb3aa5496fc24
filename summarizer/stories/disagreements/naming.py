"""What a disagreement is about, in the words that its sentences share."""

from collections.abc import Sequence

from summarizer.stories.disagreements.claims import Claim
from summarizer.stories.disagreements.clauses import clause_around
from summarizer.stories.disagreements.concepts import concept
from summarizer.text.stemmed import stemmed

__all__ = ["shared_words"]

#: a phrase, not a sentence
_MOST_WORDS = 12
#: fewer shared words do not say what it is about
_TELLING = 3
_GAP = "…"
#: with more of them it is no phrase either
_MOST_GAPS = 1


def shared_words(claims: Sequence[Claim]) -> str:
    """A phrase that says what the claims are about: "explosion in the market of Dara … people".

    It holds, in their order, the words of the first claim's sentence that another claim has, too,
    and ends after about a dozen. The value is left out; light words stay between two that are
    shared, and other gaps are a "…". Where fewer than three are shared it is the clause around the
    first claim's value, with "…" in the value's place. Never empty.
    """
    first = claims[0]
    others = {word for claim in claims[1:] for word in _words(claim)}
    told: list[str] = []
    between: list[str] = []
    gap, shared = False, 0
    for token in stemmed(first.report.text, "en"):
        if token.start < first.end and first.start < token.end:
            gap = gap or (bool(told) and first.key[0] != "count")
        elif concept(token.stem) in others and not token.light:
            if told:
                told += [_GAP] if gap else between
            told.append(token.text)
            shared += 1
            between, gap = [], False
        elif token.light:
            between.append(token.text)
        else:
            gap = True
        if len(told) >= _MOST_WORDS:
            break
    whole = shared >= _TELLING and told.count(_GAP) <= _MOST_GAPS
    return " ".join(told) if whole else _clause(first)


def _clause(claim: Claim) -> str:
    """The words around the value, which is a gap."""
    text = claim.report.text
    clause = clause_around(text, claim.start, claim.end)
    before = text[clause.start : claim.start].split()[-_MOST_WORDS:]
    after = text[claim.end : clause.end].split()[: max(0, _MOST_WORDS - len(before))]
    return " ".join([*before, _GAP, *after]).strip('"“”., ')


def _words(claim: Claim) -> set[str]:
    counted = {claim.key[1]} if claim.key[0] == "count" else set()
    return set(claim.words) | counted
