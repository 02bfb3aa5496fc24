"""What holds for the disagreements of any articles, in any order."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Budget, Summarizer, SummaryRequest
from summarizer.stories.disagreements import Report, differences
from summarizer.types import Document
from tests.corpus import STORYLINES, articles

DAY = date(2024, 5, 14)
#: as many ways to tell of one number of people, no two of them copies of one text
INJURED = (
    "The explosion in the market of Dara injured {} people.",
    "Officials told reporters that {} people were wounded by the explosion in the market of Dara.",
    "According to the mayor, {} people were hurt when the explosion tore through Dara market.",
    "The Dara market explosion, which shook houses, left {} people injured and many in shock.",
    "A hospital said it took in {} people injured by the explosion in Dara, near the market.",
)
PLANS = (
    "The bank will cut {} jobs at its headquarters in Dara.",
    "Managers plan to cut {} jobs at the Dara headquarters of the bank, unions said.",
)
FACTS = (
    "The bank has cut {} jobs at its headquarters in Dara.",
    "Unions said that the bank had cut {} jobs at its Dara headquarters.",
)
#: none is a rounded form of another, and none so far from another that it is of something else
NUMBERS = {
    11: "eleven", 12: "twelve", 14: "fourteen", 17: "seventeen", 23: "twenty-three",
    36: "thirty-six", 48: "forty-eight", 59: "59",
}  # fmt: skip
FILLER = (
    "Rain is forecast for the valley, and farmers hope for a good harvest.",
    "The school choir sang on the square before a large audience.",
    "A new line of trams will open between the harbour and the airport.",
    "Fishing boats stayed in the port because of the storm.",
    "The museum shows paintings that were thought to be lost.",
)


def value_of(text):
    return next(n for n, word in NUMBERS.items() if text in (str(n), word))


def reports_of(sentences, days):
    return [
        Report(
            text=text,
            article=n,
            index=0,
            group=n,
            published=day,
            moment=datetime.combine(day, time(), tzinfo=UTC),
            language="en",
        )
        for n, (text, day) in enumerate(zip(sentences, days, strict=True))
    ]


@st.composite
def told(draw, frames, numbers):
    """The numbers, each in a frame of its own, in digits or in words."""
    written = [draw(st.sampled_from([str(n), NUMBERS[n]])) for n in numbers]
    chosen = draw(st.permutations(frames))[: len(numbers)]
    return [frame.format(word) for frame, word in zip(chosen, written, strict=True)]


@st.composite
def differing(draw):
    """Sentences of one thing of which no two give one number."""
    numbers = draw(st.lists(st.sampled_from(list(NUMBERS)), min_size=2, max_size=5, unique=True))
    return numbers, draw(told(INJURED, numbers))


@st.composite
def agreeing(draw):
    """Sentences of one thing that all give one number."""
    count = draw(st.integers(2, 5))
    number = draw(st.sampled_from(list(NUMBERS)))
    return draw(told(INJURED, [number] * count))


def plain(found):
    return [
        (
            each.what,
            each.kind,
            [[(claim.place, claim.report.text) for claim in claims] for claims in each.values],
        )
        for each in found
    ]


def amounts(difference):
    return [claims[0].amount.value for claims in difference.values]


@given(differing())
def test_values_that_exclude_each_other_are_all_reported(parts):
    numbers, sentences = parts
    [found] = differences(reports_of(sentences, [DAY] * len(sentences)))
    assert found.kind == "conflict"
    assert sorted(amounts(found)) == sorted(numbers)
    assert found.what


@given(agreeing(), st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_what_all_tell_alike_is_never_reported(sentences, later):
    days = [DAY + timedelta(days=n) for n in later[: len(sentences)]]
    assert differences(reports_of(sentences, days)) == ()


@given(differing(), st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_the_newest_value_comes_first(parts, later):
    numbers, sentences = parts
    days = [DAY + timedelta(days=n) for n in later[: len(sentences)]]
    [found] = differences(reports_of(sentences, days))
    assert found.kind == ("update" if len(set(days)) == len(days) else "conflict")
    published = dict(zip(numbers, days, strict=True))
    order = [published[number] for number in amounts(found)]
    assert order == sorted(order, reverse=True)


@given(differing(), agreeing(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(parts, others, chance):
    sentences = [*parts[1], *(each.replace("Dara", "Homs") for each in others)]
    given_ = reports_of(sentences, [DAY] * len(sentences))
    found = differences(given_)
    assert found
    assert plain(differences(chance.sample(given_, len(given_)))) == plain(found)


@given(differing())
def test_copies_of_one_text_do_not_disagree(parts):
    one_group = [replace(each, group=0) for each in reports_of(parts[1], [DAY] * len(parts[1]))]
    assert differences(one_group) == ()


@given(
    st.lists(st.sampled_from(list(NUMBERS)), min_size=2, max_size=2, unique=True),
    st.integers(0, 30),
    st.data(),
)
def test_a_plan_is_told_apart_from_what_came_of_it(numbers, later, data):
    planned, done = numbers
    [plan] = data.draw(told(PLANS, [planned]))
    [fact] = data.draw(told(FACTS, [done]))
    [found] = differences(reports_of([plan, fact], [DAY, DAY + timedelta(days=later)]))
    assert found.kind == "plan"
    by_status = {claims[0].status: claims[0].amount.value for claims in found.values}
    assert by_status == {"plan": planned, "fact": done}


@given(st.sampled_from(list(NUMBERS)), st.integers(0, 30), st.data())
def test_a_plan_that_came_true_is_no_difference(number, later, data):
    [plan] = data.draw(told(PLANS, [number]))
    [fact] = data.draw(told(FACTS, [number]))
    assert differences(reports_of([plan, fact], [DAY, DAY + timedelta(days=later)])) == ()


@given(
    st.lists(st.sampled_from(list(NUMBERS)), min_size=2, max_size=2, unique=True),
    st.integers(1, 30),
    st.data(),
)
def test_what_is_planned_after_the_fact_is_another_plan(numbers, later, data):
    [plan] = data.draw(told(PLANS, numbers[:1]))
    [fact] = data.draw(told(FACTS, numbers[1:]))
    assert differences(reports_of([plan, fact], [DAY + timedelta(days=later), DAY])) == ()


def documents_of(sentences, days):
    return [
        Document(
            id=f"d{n}",
            text=f"{text} {FILLER[n]}",
            date=f"2024-05-{day}",
            source=f"Paper {n}",
            cleaned=True,
        )
        for n, (text, day) in enumerate(zip(sentences, days, strict=False))
    ]


DAYS = st.lists(st.integers(13, 15), min_size=5, max_size=5)


def summary_of(documents):
    return Summarizer().summarize(SummaryRequest(budget=Budget(amount=20)), documents)


@settings(deadline=None, max_examples=40)
@given(differing(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(parts, days, chance):
    documents = documents_of(parts[1], days)
    found = summary_of(documents).disagreements
    assert found
    shuffled = chance.sample(documents, len(documents))
    assert summary_of(shuffled).disagreements == found


def test_the_order_changes_nothing_in_the_sample_corpus():
    for storyline in STORYLINES:
        given_ = articles(storyline)
        assert summary_of(given_).disagreements == summary_of(given_[::-1]).disagreements


@settings(deadline=None, max_examples=40)
@given(differing(), DAYS)
def test_each_value_is_told_once_cited_and_newest_first(parts, days):
    numbers, sentences = parts
    documents = documents_of(sentences, days)
    texts = {document.id: document.text for document in documents}
    [found] = summary_of(documents).disagreements
    assert sorted(value_of(value.text.lower()) for value in found.values) == sorted(numbers)
    for value in found.values:
        assert value.text in value.citations[0].quote
        for cited in value.citations:
            assert texts[cited.article][cited.start : cited.end] == cited.quote
    told_days = [value.date.value for value in found.values]
    assert told_days == sorted(told_days, reverse=True)


@settings(deadline=None, max_examples=40)
@given(agreeing(), DAYS)
def test_articles_that_agree_give_none(sentences, days):
    assert summary_of(documents_of(sentences, days)).disagreements == ()
