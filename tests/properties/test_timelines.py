"""Whatever the articles, a timeline is in order, verbatim, cited, stable, and tells nothing twice."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from summarizer.service import Summarizer
from summarizer.types import DateRange, PublicationDate, Timeline, TimelineRequest
from tests.pools import WORDS, article

WHEN = ["on Sunday", "on 3 June 2019", "in May 2018", "yesterday", "on June 20 and 21", "in 2017"]
WHEN += ["last month", "on Friday", "", "", "since 2016", "in the first quarter of 2019"]
SENTENCES = st.tuples(
    st.sampled_from(["The", "He", "But", "“The", "Anna Berg saw"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=9),
    st.sampled_from(WHEN),
    st.sampled_from([".", ".", "?", ".”"]),
).map(lambda parts: f"{parts[0]} {' '.join(parts[1])} {parts[2]}".strip() + parts[3])
TEXTS = st.lists(SENTENCES, min_size=1, max_size=7).map(" ".join)
DAYS = st.none() | st.integers(0, 40).map(lambda after: date(2019, 6, 1) + timedelta(days=after))
CORPORA = st.lists(st.tuples(TEXTS, DAYS), min_size=1, max_size=6).map(
    lambda drawn: [
        article(text, id=f"a{number}", source=f"Paper {number % 3}", date=dated(day))
        for number, (text, day) in enumerate([*drawn, drawn[0]])
    ]
)
REQUESTS = st.builds(
    TimelineRequest,
    topic=st.none() | st.sampled_from(["harbour", "storm flood", "xylophone"]),
    dates=st.none() | st.just(DateRange.between("2019-06-03", "2019-06-30")),
    days=st.none() | st.integers(1, 9),
    sentences_per_date=st.integers(1, 3),
)


def dated(day):
    return None if day is None else PublicationDate(value=day, precision="day", origin="given")


@settings(max_examples=120, deadline=None)
@given(articles=CORPORA, request=REQUESTS, shuffled=st.randoms(use_true_random=False))
def test_a_timeline_keeps_its_promises(articles, request, shuffled):
    found = Summarizer().timeline(request, articles)
    texts = {each.id: each.text for each in articles}

    assert [e.date for e in found.entries] == sorted(e.date for e in found.entries)
    days = [e for e in found.entries if e.precision == "day"]
    told = [e.date + timedelta(n) for e in days for n in range((e.until - e.date).days + 1)]
    assert len(told) == len(set(told))
    assert request.days is None or len(told) <= request.days

    places = [(c.article, c.sentence) for s in found.sentences for c in s.citations]
    assert len(places) == len(set(places)) == len(found.sentences)
    for entry in found.entries:
        assert 1 <= len(entry.sentences) <= request.sentences_per_date
        assert (entry.known == "stated") == (entry.origin == "stated")
        if request.dates is not None:
            assert date(2019, 6, 3) <= entry.date <= entry.until <= date(2019, 6, 30)
    for sentence in found.sentences:
        for citation in sentence.citations:
            assert texts[citation.article][citation.start : citation.end] == citation.quote

    again = list(articles)
    shuffled.shuffle(again)
    dump = TypeAdapter(Timeline).dump_json
    assert dump(Summarizer().timeline(request, again)) == dump(found)
