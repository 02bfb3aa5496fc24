"""All checks of a claim, in one place."""

import re
from collections.abc import Iterator
from datetime import date

from summarizer.grounding.facts.context import Facts
from summarizer.grounding.facts.faults import Fault
from summarizer.grounding.facts.kinds import COMPARISONS
from summarizer.grounding.facts.polarity import polarity_faults
from summarizer.grounding.facts.quotations import (
    Quotation,
    found_in,
    nearest_words,
    quotations,
    words_of,
)
from summarizer.grounding.facts.reading import Reading, read_sentence
from summarizer.grounding.facts.slots import slot_match
from summarizer.grounding.facts.values import value_faults
from summarizer.text.tokens import WORD

__all__ = ["faults"]

#: so few words stand somewhere in the articles whoever said them
_FEW = 2
#: where they are looked for, and how alike the place must be
_NEAR, _ALIKE = 0.72, 0.4
#: in these languages every noun has a capital
_CAPITAL_NOUNS = frozenset(("de", "lb"))
_CAPITALISED = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=[,;] ))[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)*"
)


def faults(
    claim: str, facts: Facts, *, language: str | None = None, said: date | None = None
) -> tuple[Fault, ...]:
    """What the evidence does not bear out in a claim, in the order of the claim.

    `said` is the day on which the claim was made, from which its relative dates count; without it
    they count from the day of the article that tells most of the claim.
    """
    if not facts.evidence:
        return ()
    language = language or facts.language
    day = said or _day_of(claim, facts, language)
    reading = read_sentence(claim, language=language, published=day, casing=facts.casing)
    found = list(_quotation_faults(reading, facts))
    for how in COMPARISONS:
        found += value_faults(reading, facts, how)
    if language in (None, "en"):
        found += polarity_faults(reading, facts)
    else:
        found += _unknown_names(claim, language, facts)
    return tuple(sorted(found, key=lambda fault: (fault.start, fault.end, fault.kind)))


def _day_of(claim: str, facts: Facts, language: str | None) -> date | None:
    plain = read_sentence(claim, language=language, published=None, casing=facts.casing)
    around = facts.around(plain, 0, 0, near=1.0)
    return facts.evidence[around.sentences[0]].published if around.sentences else None


def _unknown_names(claim: str, language: str, facts: Facts) -> Iterator[Fault]:
    """Words with a capital in the middle of a sentence that no evidence has at all."""
    if language in _CAPITAL_NOUNS:
        return
    for match in _CAPITALISED.finditer(claim):
        if not match.group()[
            0
        ].isupper():  # "été": the pattern knows no small letter with an accent
            continue
        words = {word.lower() for word in WORD.findall(match.group())}
        if not words & facts.words:
            yield Fault(
                kind="name",
                start=match.start(),
                end=match.end(),
                message=f"“{match.group()}” is not in the sources",
                evidence=None,
                certain=False,
            )


def _quotation_faults(claim: Reading, facts: Facts) -> Iterator[Fault]:
    for quotation in quotations(claim.text):
        if _is_quoted(quotation, claim, facts):
            continue
        row = max(
            range(len(facts.evidence)),
            key=lambda row: nearest_words(quotation.text, facts.evidence[row].text),
        )
        yield Fault(
            kind="quotation",
            start=quotation.start,
            end=quotation.end,
            message=f"{claim.text[quotation.start : quotation.end]} is not word for word"
            " in the sources",
            evidence=row,
            certain=True,
        )


def _is_quoted(quotation: Quotation, claim: Reading, facts: Facts) -> bool:
    """Whether an article has it word for word: one or two words where they fit, or quoted."""
    words = words_of(quotation.text)
    if not found_in(quotation.text, facts.article_words.values()):
        return False
    inside = [
        place
        for place, token in enumerate(claim.tokens)
        if quotation.start <= token.start < quotation.end
    ]
    if len(words.split()) > _FEW or not inside:
        return True
    if f" {words} " in facts.quoted or (" " in words and found_in(quotation.text, facts.quoted)):
        return True
    span = inside[0], inside[-1] + 1
    around = facts.around(claim, *span, near=_NEAR)
    return any(_fits(claim, span, facts.readings[row]) for row in around.sentences)


def _fits(claim: Reading, span: tuple[int, int], other: Reading) -> bool:
    """Whether the sentence has the claim's words between words that are alike."""
    stems, length = claim.row.stems[slice(*span)], span[1] - span[0]
    return any(
        other.row.stems[place : place + length] == stems
        and slot_match(claim.row, span, other.row, (place, place + length)).both >= _ALIKE
        for place in range(len(other.tokens) - length + 1)
    )
