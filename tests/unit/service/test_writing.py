"""A model's sentences on their way to the reader, with a model that writes what the test says."""

import pytest

from summarizer.errors import (
    GenerationError,
    InvalidRequestError,
    ModelTimeoutError,
    ModelUnavailableError,
)
from summarizer.service import Summarizer
from summarizer.service.writing import Writer
from summarizer.types import Budget, Notice, Summary, SummarySentence
from tests.fakes import ScriptedModel
from tests.questions import as_bytes, codes, document, request

FIRST = document(
    "President Donald Trump stepped into North Korea on Sunday. "
    "He shook hands with Kim Jong Un at the border village of Panmunjom. "
    "The two leaders agreed to restart stalled nuclear talks.",
    id="trump",
    source="Daily Ledger",
    date="2019-06-30",
)
SECOND = document(
    "Pope Francis praised the meeting of Donald Trump and Kim Jong Un at Panmunjom. "
    "The talks had stalled after a summit in Hanoi in February failed without a deal.",
    id="pope",
    source="Harbour Courier",
    date="2019-07-01",
)
TRUE = "Donald Trump stepped into North Korea on Sunday."
POPE = "Pope Francis praised the meeting of Donald Trump and Kim Jong Un at Panmunjom."
FALSE = "The two leaders did not agree to restart stalled nuclear talks."
INVENTED = "Angela Merkel bought seventeen penguins in Lisbon."


def told(*texts, words=100, writer=None, documents=(FIRST, SECOND), cut=False, **fields):
    model = ScriptedModel(*texts, cut=cut)
    summarizer = Summarizer(writer=Writer(generator=model, **(writer or {})))
    question = request(words, **{"method": "abstractive", **fields})
    return summarizer.summarize(question, documents), model


def test_what_the_articles_support_is_told_as_written_with_its_places():
    summary, _ = told(f"{TRUE} [1] {POPE} [4]")
    assert summary.summary == f"{TRUE} {POPE}"
    assert summary.method == "abstractive"
    assert [s.origin for s in summary.sentences] == ["generated"] * 2
    assert [s.verdict for s in summary.sentences] == ["supported"] * 2
    first = summary.sentences[0]
    assert first.citations[0].quote == "President Donald Trump stepped into North Korea on Sunday."
    assert first.citations[0].article == "trump"
    assert [(m.text, str(m.value)[:10]) for m in first.mentions] == [("Sunday", "2019-06-30")]
    generation = summary.generation
    assert generation is not None
    assert (generation.generated, generation.written, generation.calls) == (1.0, 2, 1)
    assert (generation.prompt, generation.model.name) == ("brief/1", "scripted")
    assert summary.manifest.parameters["method"] == "abstractive"
    assert codes(summary) == []


def test_what_they_do_not_support_is_replaced_by_what_it_cites_and_said_so():
    summary, _ = told(f"{TRUE} {FALSE}")
    instead = summary.sentences[1]
    assert instead.text == "The two leaders agreed to restart stalled nuclear talks."
    assert (instead.origin, instead.verdict) == ("replaced", "unsupported")
    assert instead.citations[0].quote == instead.text
    assert {reason.kind for reason in instead.reasons} == {"negation"}
    assert FALSE not in summary.summary
    assert summary.generation.replaced == 0.5
    assert codes(summary) == ["replaced-sentences"]


def test_it_is_dropped_where_that_is_asked_for():
    summary, _ = told(f"{TRUE} {FALSE}", policy="drop")
    assert summary.summary == TRUE
    assert summary.generation.dropped == 0.5
    assert codes(summary) == ["dropped-sentences"]


def test_it_is_told_with_a_mark_where_that_is_asked_for():
    summary, _ = told(f"{TRUE} {FALSE}", policy="flag")
    flagged = summary.sentences[1]
    assert (flagged.text, flagged.origin, flagged.verdict) == (FALSE, "generated", "unsupported")
    assert flagged.reasons
    assert codes(summary) == ["flagged-sentences"]


def test_nothing_is_told_twice():
    summary, _ = told(f"{FALSE} The two leaders agreed to restart stalled nuclear talks. {TRUE}")
    assert summary.summary == f"The two leaders agreed to restart stalled nuclear talks. {TRUE}"


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (Budget(amount=10), TRUE),
        (Budget(amount=1, unit="sentences"), TRUE),
        (Budget(amount=len(TRUE) + 5, unit="characters"), TRUE),
        (Budget(amount=200), f"{TRUE} {POPE}"),
    ],
)
def test_a_model_that_writes_too_much_is_stopped_at_the_budget(budget, expected):
    model = ScriptedModel(f"{TRUE} {POPE} " + "The talks had stalled. " * 2)
    question = request(method="abstractive")
    summary = Summarizer(writer=Writer(generator=model)).summarize(
        type(question)(budget=budget, method="abstractive"), [FIRST, SECOND]
    )
    assert summary.summary.startswith(expected)
    assert len(summary.sentences) >= expected.count(".")
    if budget.amount < 100:
        assert summary.summary == expected


def test_endless_repetition_is_stopped():
    summary, model = told(f"{TRUE} " * 1000)
    assert summary.summary == TRUE
    assert model.words < 100
    assert codes(summary) == ["repetition"]


def test_a_last_sentence_without_an_end_is_left_out():
    summary, _ = told(f"{TRUE} Pope Francis praised the meeting of")
    assert summary.summary == TRUE
    assert codes(summary) == ["unfinished"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "wrote no sentence"),
        ("word " * 500, "wrote no sentence"),
        (INVENTED, "none of the 1 sentences"),
        (ModelUnavailableError("t5", "there is no such folder"), "no such folder"),
    ],
)
def test_where_nothing_can_be_told_auto_gives_the_extract_with_the_reason(text, reason):
    summary, _ = told(text, method="auto")
    plain = Summarizer().summarize(request(100), [FIRST, SECOND])
    assert summary.method == "extractive"
    assert summary.sentences == plain.sentences
    [notice] = [each for each in summary.warnings if each.code == "extract-instead"]
    assert reason in notice.message
    with pytest.raises(GenerationError, match=reason):
        told(text)


def test_a_model_that_takes_too_long_is_given_up():
    clock = iter(range(1000))
    slow = {"timeout": 20.0, "clock": lambda: float(next(clock))}
    summary, model = told(f"{TRUE} {POPE} " * 50, method="auto", writer=slow)
    assert model.words < 30
    [notice] = [each for each in summary.warnings if each.code == "extract-instead"]
    assert "20 s" in notice.message
    with pytest.raises(ModelTimeoutError):
        told(f"{TRUE} {POPE} " * 50, writer={**slow, "clock": lambda: float(next(clock))})


class Unready(ScriptedModel):
    """Is loaded for as long as somebody waits."""

    def pack(self, assignment, *, stop):
        self.looks = 0
        while not stop():
            self.looks += 1
        raise ModelUnavailableError("scripted", "it was still being loaded")


def test_the_time_of_a_summary_includes_the_loading():
    clock = iter(range(1000))
    model = Unready(TRUE)
    writer = Writer(generator=model, timeout=20.0, clock=lambda: float(next(clock)))
    summarizer = Summarizer(writer=writer)
    summary = summarizer.summarize(request(100, method="auto"), [FIRST, SECOND])
    assert 0 < model.looks < 30
    [notice] = [each for each in summary.warnings if each.code == "extract-instead"]
    assert "still being loaded" in notice.message
    with pytest.raises(ModelUnavailableError, match="still being loaded"):
        summarizer.summarize(request(100, method="abstractive"), [FIRST, SECOND])


def test_a_reader_who_leaves_while_the_model_loads_is_told_nothing():
    looks = iter([False] * 5)
    summarizer = Summarizer(writer=Writer(generator=Unready(TRUE)))
    told = summarizer.stream(
        request(100, method="auto"), [FIRST, SECOND], stop=lambda: next(looks, True)
    )
    assert list(told) == []


def test_without_a_model_auto_is_the_extract_and_abstractive_is_refused():
    plain = Summarizer().summarize(request(100), [FIRST, SECOND])
    auto = Summarizer().summarize(request(100, method="auto"), [FIRST, SECOND])
    assert as_bytes(auto) == as_bytes(plain)
    with pytest.raises(InvalidRequestError, match="SUMMARIZER_MODEL") as caught:
        Summarizer().summarize(request(100, method="abstractive"), [FIRST, SECOND])
    assert caught.value.pointer == "/method"


def test_evidence_that_does_not_fit_is_written_in_parts_and_joined():
    model = ScriptedModel("{1}", room=30)
    summarizer = Summarizer(writer=Writer(generator=model))
    summary = summarizer.summarize(request(100, method="abstractive"), [FIRST, SECOND])
    *parts, joined = model.calls
    assert len(parts) > 1
    given = [p.number for part in parts for p in part.assignment.passages if p.number in part.used]
    assert sorted(given) == sorted(set(given))
    assert {p.text for p in joined.assignment.passages} == {
        next(p.text for p in part.assignment.passages if p.number == part.used[0]) for part in parts
    }
    assert summary.generation.calls == len(model.calls)
    assert summary.sentences[0].verdict == "supported"


@pytest.mark.parametrize("streamed", [False, True])
def test_what_is_to_be_said_of_first_drafts_is_said_once(streamed):
    """Each part is cut off within a sentence, and so is what they are joined to."""
    model = ScriptedModel("{1} The talks had stalled after 1.", room=30, cut=True)
    summarizer = Summarizer(writer=Writer(generator=model))
    question = request(100, method="abstractive")
    if streamed:
        *items, summary = summarizer.stream(question, [FIRST, SECOND])
        assert [each for each in items if isinstance(each, Notice)] == list(summary.warnings)
    else:
        summary = summarizer.summarize(question, [FIRST, SECOND])
    assert len(model.calls) > 2
    assert [(each.code, each.message) for each in summary.warnings] == [
        ("unfinished", "First drafts: The model's last sentence was not finished: left out."),
        ("not-all-in-prompt", "The model has no room for 1 of its first drafts."),
        ("unfinished", "The model's last sentence was not finished: left out."),
    ]


def test_what_is_to_be_said_of_first_drafts_without_a_sentence_is_said():
    *parts, whole = ["The talks had stalled after 1."] * 3 + ["{1} {2}"]
    model = ScriptedModel(*parts, whole, room=30, cut=True)
    summary = Summarizer(writer=Writer(generator=model)).summarize(
        request(100, method="abstractive"), [FIRST, SECOND]
    )
    assert codes(summary) == ["not-all-in-prompt", "unfinished"]


def test_what_fits_into_no_call_is_named():
    model = ScriptedModel("{1}", room=16)
    summarizer = Summarizer(writer=Writer(generator=model, most_calls=1))
    summary = summarizer.summarize(request(100, method="abstractive"), [FIRST, SECOND])
    assert len(model.calls) == 1
    [notice] = [each for each in summary.warnings if each.code == "not-all-in-prompt"]
    assert "5 sentences of evidence" in notice.message
    assert set(notice.articles) <= {"trump", "pope"}


def test_a_stream_tells_each_sentence_before_the_next_one_is_written():
    model = ScriptedModel(f"{TRUE} {POPE} {FALSE}")
    summarizer = Summarizer(writer=Writer(generator=model))
    stream = summarizer.stream(request(100, method="abstractive"), [FIRST, SECOND])
    first = next(stream)
    assert isinstance(first, SummarySentence)
    assert first.text == TRUE
    assert model.words == len(TRUE.split()) + 1
    *others, last = stream
    assert isinstance(last, Summary)
    assert last.sentences == (first, *(o for o in others if isinstance(o, SummarySentence)))


def test_nobody_waiting_ends_the_writing_within_a_few_words():
    gone = []
    model = ScriptedModel(f"{TRUE} {POPE} " * 20)
    stream = Summarizer(writer=Writer(generator=model)).stream(
        request(100, method="auto"), [FIRST, SECOND], stop=lambda: bool(gone)
    )
    next(stream)
    written = model.words
    gone.append(True)
    assert list(stream) == []
    assert model.words <= written + 2


def test_a_stream_of_an_extract_ends_with_what_summarize_gives():
    documents = [FIRST, SECOND, document("")]
    *items, summary = Summarizer().stream(request(100), documents)
    assert summary == Summarizer().summarize(request(100), documents)
    assert [i for i in items if isinstance(i, SummarySentence)] == list(summary.sentences)
    assert [i for i in items if isinstance(i, Notice)] == list(summary.warnings)


def test_the_same_question_gives_the_same_bytes():
    one, other = (told(f"{TRUE} {FALSE} {POPE}", explain=True)[0] for _ in range(2))
    assert as_bytes(one) == as_bytes(other)


@pytest.mark.parametrize(
    ("rest", "cut", "warned"),
    [
        ("The talks had stalled after 1.", True, ["unfinished"]),
        ("Pope Francis praised the meeting of Donald J.", True, ["unfinished"]),
        ("[3]", False, []),
        ("[3", True, []),
    ],
)
def test_what_a_text_was_cut_off_in_is_left_out(rest, cut, warned):
    summary, _ = told(f"{TRUE} {rest}", cut=cut, policy="flag")
    assert summary.summary == TRUE
    assert codes(summary) == warned


def test_a_text_that_was_cut_off_between_sentences_is_told():
    summary, _ = told(f"{TRUE} {POPE}", cut=True)
    assert summary.summary == f"{TRUE} {POPE}"
    assert codes(summary) == []


LONG = document(f"Pope Francis {'praised and ' * 60}praised the meeting.", id="long")


@pytest.mark.parametrize("method", ["abstractive", "auto"])
def test_one_piece_that_fits_nowhere_does_not_keep_the_others_from_being_told(method):
    model = ScriptedModel("{1}", room=40)
    summary = Summarizer(writer=Writer(generator=model)).summarize(
        request(100, method=method), [FIRST, LONG]
    )
    assert summary.method == "abstractive"
    assert len(model.calls) == 1
    [notice] = [each for each in summary.warnings if each.code == "not-all-in-prompt"]
    assert notice.articles == ("long",)


def test_parts_leave_out_what_fits_into_none_of_them():
    model = ScriptedModel("{1}", room=30)
    summary = Summarizer(writer=Writer(generator=model)).summarize(
        request(100, method="abstractive"), [FIRST, SECOND, LONG]
    )
    assert len(model.calls) > 2
    notices = [each for each in summary.warnings if each.code == "not-all-in-prompt"]
    assert notices[0].articles == ("long",)


def test_a_replacement_that_has_no_room_is_dropped_and_the_writing_goes_on():
    wrong = "Pope Francis did not praise the meeting."
    summary, _ = told(f"{wrong} {TRUE}", words=10)
    assert summary.summary == TRUE
    assert (summary.generation.written, summary.generation.dropped) == (2, 0.5)
    assert codes(summary) == ["dropped-sentences"]


def test_a_first_sentence_without_room_is_said_to_be_too_long():
    with pytest.raises(GenerationError, match="longer than what is asked for"):
        told(f"{TRUE} {POPE}", words=3)


def test_endless_repetition_of_what_is_not_told_is_stopped():
    summary, model = told(f"{TRUE} " + f"{INVENTED} " * 1000)
    assert summary.summary == TRUE
    assert model.words < 100
    assert codes(summary) == ["repetition", "dropped-sentences"]


def test_dates_are_found_as_whole_words_and_once():
    dates = document("The talks of 12 May ended. In May the Mayor spoke.", date="2019-05-20")
    summary, _ = told(
        "The talks of 12 May ended. In May the Mayor spoke. On 2 May nothing.", documents=(dates,)
    )
    found = [
        (sentence.text[mention.start : mention.end], mention.precision)
        for sentence in summary.sentences
        for mention in sentence.mentions
    ]
    assert found == [("12 May", "day"), ("In May", "month")]


@pytest.mark.parametrize(
    ("evidence", "written", "dates"),
    [
        ("会議は 2019-05-02 に開かれた。", "会議は2019-05-02に開かれた。", ["2019-05-02"]),
        ("회의는 2019-05-02에 열렸다.", "회의는 2019-05-02에 열렸다.", ["2019-05-02"]),
        ("The talks ended on May 2.", "The talks ended on May 2,000 times.", []),
        ("The talks ended on 2 May.", "The talks of 1.2 May ended.", []),
        ("The talks ended on 2 May.", "On 2 May, and on 2 May only.", ["2 May", "2 May"]),
    ],
)
def test_a_date_ends_where_a_character_of_another_kind_stands(evidence, written, dates):
    source = document(evidence, date="2019-05-20")
    summary, _ = told(written, documents=(source,), policy="flag")
    assert [m.text for s in summary.sentences for m in s.mentions] == dates


@pytest.mark.parametrize(("policy", "origin"), [("replace", "replaced"), ("flag", "generated")])
def test_a_place_that_no_article_names_is_not_told_unless_that_is_asked_for(policy, origin):
    where = "Donald Trump stepped into North Korea on Sunday in London."
    summary, _ = told(f"{where} {POPE}", policy=policy)
    first = summary.sentences[0]
    assert (first.origin, first.verdict) == (origin, "partly")
    assert {reason.kind for reason in first.reasons} == {"name"}
    assert ("London" in summary.summary) == (policy == "flag")


HE = "He shook hands with Kim Jong Un at the border village of Panmunjom."


def test_who_is_meant_by_he_is_told_before_it():
    summary, _ = told(f"{TRUE} {HE}")
    assert summary.summary == f"{TRUE} {HE}"


@pytest.mark.parametrize("before", [FALSE, INVENTED, ""])
def test_a_sentence_that_points_back_to_one_that_is_not_told_is_not_told_as_written(before):
    summary, _ = told(f"{before} {HE} {POPE}")
    assert [s.text for s in summary.sentences if s.origin == "generated"] == [POPE]
    kinds = {r.message for s in summary.sentences for r in s.reasons}
    dropped = summary.generation.dropped > 0
    assert dropped or "it points back to a sentence that is not told" in kinds
    flagged, _ = told(f"{HE} {POPE}", policy="flag")
    assert flagged.sentences[0].text == HE
    assert flagged.sentences[0].verdict == "partly"
