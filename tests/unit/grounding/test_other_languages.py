"""By the plain path: numbers, quotations and names as they are written."""

import pytest

from summarizer.grounding.checker import Checker
from summarizer.grounding.evidence import EvidenceSentence

NEWS = {
    "fr": "Le ministre a ouvert une école à Paris mercredi.",
    "ru": "Министр открыл школу в Москве в среду.",
    "de": "Der Minister eröffnete am Mittwoch in Berlin eine Schule.",
}


@pytest.mark.parametrize(
    ("language", "claim", "kinds"),
    [
        ("fr", "Une école a été ouverte à Paris.", []),
        ("fr", "Une école a été ouverte à Lyon.", ["Lyon"]),
        ("fr", "Le ministre a ouvert 12 écoles.", ["12"]),
        ("ru", "Министр открыл новую школу.", []),
        ("ru", "Министр открыл школу в Киеве.", ["Киеве"]),
        ("de", "Der Minister eröffnete eine neue Schule.", []),
        ("de", "Der Minister eröffnete 12 Schulen.", ["12"]),
    ],
)
def test_what_is_not_in_the_sources_is_named(language, claim, kinds):
    evidence = EvidenceSentence(text=NEWS[language], article=0, index=0, language=language)
    [checked] = Checker([evidence], language=language).check([claim])
    facts = [doubt for doubt in checked.doubts if doubt.kind != "content"]
    assert [claim[doubt.start : doubt.end] for doubt in facts] == kinds
