"""Judges by classifiers: one that the test trained, and ones whose every number is computed again."""

import numpy as np
import pytest

from summarizer.errors import JudgeError, ModelUnavailableError
from summarizer.grounding.checker import SUPPORTED, Checker
from summarizer.grounding.evidence import EvidenceSentence
from summarizer.neural.entailment_judge import EntailmentJudge
from summarizer.neural.folders import ModelFolder
from summarizer.neural.labels import entailment_label
from tests import tiny_judges
from tests.tiny_judges import told

CLAIM = "The clinic opened the tunnel."
SHORT = "The mayor praised the plan."
LONG = " ".join(
    told("mayor", verb, "plan", day) for verb in tiny_judges.VERBS for day in ("Monday",)
)
LONGER = f"{LONG} {LONG} The union bought the law, xylophones and 77 quinces."


def judge(folder):
    return EntailmentJudge(ModelFolder(path=folder))


def by_hand(folder, claim, evidence, chance, *, most=64):
    """The greatest chance over windows of the evidence, half of each shared with the next."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    ids = [tokenizer(text, add_special_tokens=False).input_ids for text in (evidence, claim)]
    start, end = tokenizer.cls_token_id, tokenizer.sep_token_id
    free = most - 3 - len(ids[1])
    found = []
    first = 0
    while True:
        window = ids[0][first : first + free]
        tokens = [start, *window, end, *ids[1], end]
        types = [0] * (len(window) + 2) + [1] * (len(ids[1]) + 1)
        with torch.no_grad():
            logits = model(
                input_ids=torch.tensor([tokens]), token_type_ids=torch.tensor([types])
            ).logits[0]
        found.append(float(chance(logits.numpy().astype(np.float64))))
        if first + free >= len(ids[0]):
            return found
        first += free - free // 2


def share_of(label):
    return lambda logits: np.exp(logits[label]) / np.exp(logits).sum()


def test_it_tells_what_follows_from_what_does_not(tiny_nli):
    """Among them sentences that it never saw: there are 400 for each verb."""
    pairs, expected = [], []
    for who in tiny_judges.WHO[::3]:
        for verb in tiny_judges.VERBS:
            for other in tiny_judges.VERBS:
                pairs.append(
                    (told(who, other, "tunnel", "Sunday"), told(who, verb, "tunnel", "Sunday"))
                )
                expected.append(verb == other)
    found = judge(tiny_nli).support(pairs)
    assert ((found > 0.5) == expected).mean() > 0.95
    assert found.min() >= 0.0
    assert found.max() <= 1.0


def test_a_checker_doubts_what_its_words_do_not_show(tiny_nli):
    """A verb in the place of another one is what the words cannot see."""
    evidence = told("mayor", "praised", "plan", "Monday")
    claims = [told("mayor", "condemned", "plan", "Monday"), "On Monday the mayor praised the plan."]
    sources = [EvidenceSentence(text=evidence, article=0, index=0, language="en")]
    plain = Checker(sources, language="en").check(claims)
    assert [each.verdict for each in plain] == ["supported", "supported"]
    judged = Checker(sources, language="en", judges=[judge(tiny_nli)]).check(claims)
    assert [each.verdict for each in judged] == ["unsupported", "supported"]
    assert [[doubt.kind for doubt in each.doubts] for each in judged] == [["judge"], []]
    assert judged[0].score < SUPPORTED < judged[1].score


@pytest.mark.parametrize(
    ("labels", "chance"),
    [
        ({0: "contradiction", 1: "neutral", 2: "entailment"}, share_of(2)),
        ({0: "ENTAILMENT", 1: "NOT_ENTAILMENT"}, share_of(0)),
        ({0: "LABEL_0"}, lambda logits: 1 / (1 + np.exp(-logits[0]))),
    ],
)
def test_support_is_the_chance_of_entailment_over_windows_of_the_evidence(tmp_path, labels, chance):
    folder = tiny_judges.save_classifier(tmp_path / "model", labels)
    turned = " ".join(LONGER.split()[::-1])
    pairs = [(CLAIM, evidence) for evidence in (SHORT, LONG, LONGER, turned)]
    windows = [by_hand(folder, claim, evidence, chance) for claim, evidence in pairs]
    assert list(map(len, windows)) == [1, 1, 3, 3]
    # cutting the evidence would leave the first window: another one counts
    assert any(max(each) > each[0] + 0.001 for each in windows)
    found = judge(folder).support(pairs)
    np.testing.assert_allclose(found, [max(each) for each in windows], atol=1e-4)


def test_a_claim_that_is_too_long_is_worth_its_weakest_part(tmp_path):
    folder = tiny_judges.save_classifier(tmp_path / "model")
    claim = f"{LONG} The union bought the law."
    words = claim.split()
    halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    made = judge(folder)
    parts = made.support([(half, SHORT) for half in halves])
    [whole] = made.support([(claim, SHORT)])
    np.testing.assert_allclose(whole, min(parts), atol=2e-4)


def test_a_claim_without_spaces_is_judged_in_parts_too(tmp_path):
    folder = tiny_judges.save_classifier(tmp_path / "model")
    [found] = judge(folder).support([("x" * 3000, SHORT)])
    assert 0 <= found <= 1


def test_pairs_are_answered_in_order_and_without_evidence_there_is_no_support(tmp_path):
    made = judge(tiny_judges.save_classifier(tmp_path / "model"))
    pairs = [(CLAIM, LONGER), (CLAIM, ""), (SHORT, LONG), (LONG, SHORT), ("", SHORT), (CLAIM, " ")]
    found = made.support(pairs)
    alone = [made.support([pair])[0] for pair in pairs]
    np.testing.assert_allclose(found, alone, atol=2e-4)
    assert found[1] == found[5] == 0.0
    assert made.support([]).shape == (0,)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, 0),
        ({0: "CONTRADICTION", 1: "ENTAILMENT"}, 1),
        ({0: "not_entailment", 1: "entailment"}, 1),
        ({0: "Non-entailment", 1: "Entailed"}, 1),
        ({0: "anything"}, None),
    ],
)
def test_labels_are_told_by_their_words(labels, expected):
    assert entailment_label(labels) == expected


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1"},
        {0: "positive", 1: "negative"},
        {0: "not_entailment", 1: "contradiction"},
        {0: "entailment", 1: "entailment_too"},
    ],
)
def test_labels_that_do_not_say_are_refused_at_once(tmp_path, labels):
    folder = tiny_judges.save_classifier(tmp_path / "model", labels)
    with pytest.raises(ModelUnavailableError, match=f"called entailment; .*{labels[1]}"):
        judge(folder)


def test_a_model_that_cannot_be_run_is_a_judge_that_fails(tmp_path):
    folder = tiny_judges.save_classifier(tmp_path / "model")
    made = judge(folder)
    (folder / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(JudgeError, match="the judge model gave no verdict"):
        made.support([(CLAIM, SHORT)])


def test_the_manifest_names_the_model_its_content_and_its_label(tmp_path):
    folder = tiny_judges.save_classifier(tmp_path / "model", {0: "entailment", 1: "neutral"})
    info = judge(folder).info
    assert (info["kind"], info["name"], info["label"]) == ("entailment", "model", 0)
    assert len(info["revision"]) == 16
    assert str(tmp_path) not in str(info)
