"""What a reader of support scores relies on."""

import pytest

from summarizer.grounding.claims import claim_spans
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.support import Support, prepare_support, summary_score, supports
from summarizer.grounding.support.model import SupportModel, shipped_card, shipped_model
from summarizer.grounding.support.signals import SIGNALS

ARTICLES = (
    (
        "The ferry Maria sank off the harbour of Palermo at noon on Sunday.",
        "Rescuers in four helicopters saved forty passengers.",
        "The captain was questioned by the police.",
    ),
    ("Heavy rain closed two schools in Lyon.", "The mayor asked families to stay at home."),
)
EVIDENCE = [
    EvidenceSentence(text=text, article=article, index=index, language="en")
    for article, texts in enumerate(ARTICLES)
    for index, text in enumerate(texts)
]


def scored(text: str, evidence=EVIDENCE) -> Support:
    [found] = supports([text], prepare_support(evidence))
    return found


def test_a_sentence_falls_with_how_much_of_it_is_made_up():
    scores = [
        scored(text).score
        for text in (
            "the ferry maria sank off the harbour of palermo at noon on sunday .",
            "The ferry Maria sank off Palermo at noon on Sunday.",
            "The ferry Maria sank on Sunday, and rescuers saved forty passengers.",
            "The ferry Maria sank in Lyon, the mayor said.",
            "The ferry was raised by a Norwegian salvage company.",
            "Norwegian salvage companies expect record profits.",
        )
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert scores[1] > 0.8
    assert scores[-1] == pytest.approx(0, abs=0.01)


def test_the_best_sentences_are_named_by_their_place_best_first():
    assert scored("The captain was questioned.").best == (2,)
    fused = "Forty passengers were saved by helicopters after the ferry Maria sank off Palermo."
    assert set(scored(fused).best) == {0, 1}
    assert scored("Zebras quack.") == Support(score=0.0, best=(), whole=False)
    shuffled = [EVIDENCE[place] for place in (4, 2, 0, 3, 1)]
    assert scored("The captain was questioned.", shuffled).best == (1,)


def test_of_two_equal_sentences_the_closer_one_is_named():
    evidence = [
        EvidenceSentence(text="A ferry sank: the Maria.", article=0, index=0),
        EvidenceSentence(text="The ferry Maria sank at noon, all said.", article=1, index=0),
        EvidenceSentence(text="The ferry Maria sank at noon.", article=2, index=0),
    ]
    # the pairs of neighbours decide, then the length
    assert scored("The ferry Maria sank.", evidence).best == (2,)
    assert scored("The ferry Maria sank.", evidence[:2]).best == (1,)


def test_other_articles_change_nothing_for_a_sentence_that_shares_nothing_with_them():
    told = "The ferry Maria sank off Palermo at noon, rescuers said."
    alone = scored(told, EVIDENCE[:3])
    beside = [
        EvidenceSentence(text=f"Zebra {number} quacked loudly.", article=9 + number, index=0)
        for number in range(50)
    ]
    assert scored(told, [*EVIDENCE[:3], *beside]).score == alone.score


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug nach Köln entgleiste am Montagmorgen.",
        "Паром затонул у берегов Палермо в воскресенье.",
        "两国领导人周日在北京会面。",
        "Juna kulki Helsingistä Ouluun sunnuntaina.",
    ],
)
def test_a_copy_is_known_in_any_language(text):
    evidence = [EvidenceSentence(text=text, article=0, index=0)]
    assert scored(text, evidence) == Support(score=1.0, best=(0,))
    assert scored(text, [*EVIDENCE, *evidence]).score == 1.0


def test_a_summary_is_half_its_mean_and_half_its_worst():
    found = [Support(score=score, best=()) for score in (1.0, 0.5, 0.6)]
    assert summary_score(found) == pytest.approx((0.7 + 0.5) / 2)
    assert summary_score([]) == 0.0


def test_a_tokenized_summary_is_split_at_its_stops():
    text = 'a ferry sank on sunday . mr. kim said " no " ! ... he left .'
    assert [text[start:end] for start, end in claim_spans(text, "en")] == [
        "a ferry sank on sunday .",
        'mr. kim said " no " !',
        "... he left .",
    ]


def test_the_shipped_model_says_what_it_is_made_of():
    card = shipped_card()
    assert card["data"]["names"] == ["grounding_frank.jsonl"]
    assert len(card["data"]["sha256"]) == 64
    assert card["terms"]
    assert card["command"].startswith("summarizer train-checker grounding_frank.jsonl")
    assert set(card["held out"]["ROC AUC"]) == {"cnndm", "bbc", "together"}
    model = shipped_model()
    assert len(model.means) == len(SIGNALS)
    assert (model.deviations > 0).all()
    assert model.slope > 0


def test_a_model_is_read_as_it_was_written_and_one_for_other_signals_is_refused():
    model = shipped_model()
    text = model.to_json({"what": "a test"})
    assert SupportModel.from_json(text).digest == model.digest
    with pytest.raises(ValueError, match="summarizer train-checker"):
        SupportModel.from_json(text.replace('"ordered"', '"sorted"'))
