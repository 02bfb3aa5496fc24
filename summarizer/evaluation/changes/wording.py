"""What is said of a thing: denied, only possible, or quoted in other words."""

import random
import re

from summarizer.evaluation.changes.kinds import Sources, put
from summarizer.text.verbs import PAST

__all__ = ["change_modality", "change_negation", "change_quotation"]

_AUXILIARY = re.compile(
    r"\b(?P<aux>is|are|was|were|will|would|could|should|has|have|had)"
    r"(?= (?:\w+ed|been|be|\w+ing)\b)"
    r"(?! (?:\w+ )?(?:not|no|never|nothing|nobody|none)\b)"
)
_NOT = re.compile(r"\b(?P<aux>is|are|was|were|will|would|could|did|do|does|has|have|had)"
                  r"(?: not|n['’]t)(?= [a-z])(?! (?:only|just)\b)")  # fmt: skip
_FLIPS = {
    "confirmed": "denied", "denied": "confirmed", "accepted": "rejected", "rejected": "accepted",
    "approved": "rejected", "increased": "decreased", "rose": "fell", "fell": "rose",
    "supported": "opposed", "opposed": "supported", "won": "lost", "lost": "won",
    "without": "with", "agreed to": "refused to", "refused to": "agreed to",
}  # fmt: skip
_FLIP = re.compile(rf"\b(?:{'|'.join(_FLIPS)})\b(?!['’])")
_MODAL = re.compile(
    r"(?<=[a-z] )(?P<modal>will|may|might|could|must|should|would)(?= (?!not\b)[a-z])"
)
_OTHER_MODAL = {
    "will": ("may", "might"), "would": ("might", "must"), "may": ("will", "must"),
    "might": ("will",), "could": ("will", "must"), "must": ("may",), "should": ("may", "will"),
}  # fmt: skip
_WILL = re.compile(r"\b(?:will|may|might) (?P<verb>[a-z]+)\b")
_QUOTED = re.compile(r"“[^“”]{5,}”|(?<![\w\"])\"(?=\w)[^\"]{5,}[^\s\"]\"(?!\w)")
_WORD = re.compile(r"\b[a-z]{4,}\b")


def change_negation(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """A "not" put in or left out, or a verb turned into its opposite."""
    made = [put(sentence, m, f"{m['aux']} not") for m in _AUXILIARY.finditer(_unquoted(sentence))][
        :1
    ]
    made += [put(sentence, m, m["aux"]) for m in _NOT.finditer(_unquoted(sentence))] * 2
    made += [put(sentence, m, _FLIPS[m.group()]) for m in _FLIP.finditer(_unquoted(sentence))]
    return chance.choice(made) if made else None


def change_modality(sentence: str, _: Sources, chance: random.Random) -> str | None:
    """What will or may be becomes what may, will or must be, or what was."""
    plain = _unquoted(sentence)
    made = [
        put(sentence, m, chance.choice(_OTHER_MODAL[m["modal"]])) for m in _MODAL.finditer(plain)
    ]
    made += [put(sentence, m, PAST[m["verb"]]) for m in _WILL.finditer(plain) if m["verb"] in PAST]
    return chance.choice(made) if made else None


def change_quotation(sentence: str, sources: Sources, chance: random.Random) -> str | None:
    """A word in a quotation is replaced by one of the articles, or left out."""
    places = [
        (match, word)
        for match in _QUOTED.finditer(sentence)
        for word in _WORD.finditer(sentence, match.start(), match.end())
    ]
    if not places:
        return None
    quoted, word = chance.choice(places)
    # what a quotation leaves out at its ends it still quotes
    before, after = sentence[quoted.start() : word.start()], sentence[word.end() : quoted.end()]
    if re.search(r"\w", before) and re.search(r"\w", after) and chance.random() < 0.25:
        return sentence[: word.start()] + sentence[word.end() :].lstrip()
    others = sorted({w for w in _WORD.findall(sources.cluster) if w[:4] != word.group()[:4]})
    return put(sentence, word, chance.choice(others)) if others else None


def _unquoted(sentence: str) -> str:
    """The sentence with what it quotes blotted out: nothing but a quotation is changed there."""
    return re.sub(r"[“\"][^“”\"]*[”\"]", lambda match: "#" * len(match.group()), sentence)
