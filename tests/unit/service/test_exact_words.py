"""Single letters and words with signs are found where they stand, and nowhere else."""

import pytest

from summarizer.errors import NoArticlesError
from summarizer.service.exact_words import exact_words, stands_in
from summarizer.types import StoriesRequest, TimelineRequest
from tests.questions import document, request

CAPITAL = "The screeners of the airport in Washington, D.C., went unpaid. The U.S. is closed. " * 3
COMPILER = "A compiler for C++ came out on 3 May 2019. C++ grew by modules, the makers of C++ said."


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("C++", ("C++",)),
        ("C# and c", ("C#", "c")),
        ("vitamin C?", ("C",)),
        ("a U.S. plan, AT&T, K-pop", ()),
        ("#metoo + I", ()),
        ("他", ()),
    ],
)
def test_words_that_are_looked_for_as_written(topic, words):
    assert exact_words(topic, "en") == words


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("C", CAPITAL, False),
        ("C", "Vitamin C.", True),
        ("C", "C-suite, C++, C#, M&C, C.N.N.", False),
        ("c++", "It is written in C++, they said.", True),
        ("C#", "written in C", False),
    ],
)
def test_a_word_stands_by_itself(word, text, stands):
    assert stands_in(word, text) is stands


@pytest.mark.parametrize("topic", ["C++", "C#", "C", "the", "of the"])
def test_what_no_article_holds_finds_none(empty, topic):
    empty.ingest_documents([document(CAPITAL, date="2019-05-03")])
    for ask in (
        lambda: empty.summarize(request(topic=topic)),
        lambda: empty.timeline(TimelineRequest(topic=topic)),
        lambda: empty.stories(StoriesRequest(topic=topic)),
    ):
        with pytest.raises(NoArticlesError) as caught:
            ask()
        told = "give words that tell something" if "the" in topic else f"no article holds “{topic}”"
        assert told in str(caught.value)


def test_the_article_that_holds_it_is_found(empty):
    empty.ingest_documents([document(CAPITAL), document(COMPILER)])
    found = empty.summarize(request(topic="C++"))
    assert "compiler" in found.summary
    assert len(found.articles) == 1
    assert "topic-not-found" not in {each.code for each in found.warnings}
    with pytest.raises(NoArticlesError):
        empty.summarize(request(topic="C#"))


def test_beginnings_of_words_are_what_the_answer_is_about(empty):
    nuclear = "The nuclear reactor was shut on 4 May 2019 after a week of checks in the hall."
    weather = "The weather stayed fine on 3 May 2019 and many boats went out to fish."
    empty.ingest_documents([document(f"{weather} {nuclear}", date="2019-05-05")])
    found = empty.summarize(request(words=18, topic="nucl*"))
    assert found.summary == nuclear
    told = empty.timeline(TimelineRequest(topic="nucl*", days=1))
    assert [each.text for each in told.entries[0].sentences] == [nuclear]
    for answer in (found, told):
        assert "topic-not-found" not in {each.code for each in answer.warnings}
