"""Which stored articles a topic finds, which it leaves out, and what is said when there are none."""

from datetime import date

import pytest

from summarizer.errors import NoArticlesError
from summarizer.types import DateRange
from tests.questions import KOREA, document, request

FILLER = "The weather stayed fine on the coast, and boats went out to fish. " * 8


class TestFinding:
    def test_a_mention_in_passing_is_no_match(self, empty):
        empty.ingest_documents(
            [
                document("The nuclear talks in Hanoi ended without a deal.", id="deal"),
                document(
                    f"A nuclear plant closed. {FILLER * 12} The talks of the fishers went on."
                ),
            ]
        )
        summary = empty.summarize(request(topic="nuclear talks"))
        assert [each.article.title for each in summary.articles] == [None]
        assert {s.text for s in summary.sentences} == {
            "The nuclear talks in Hanoi ended without a deal."
        }

    def test_words_of_another_sense_that_stand_apart_are_no_match(self, empty):
        hole = (
            "The first image of a black hole was shown. The black hole is far away, and black as"
            f" nothing else. {FILLER * 10} The astronomers will meet on Friday."
        )
        empty.ingest_documents(
            [
                document(hole, id="hole"),
                *[document(f"The weather of day {n}. {FILLER}") for n in range(9)],
            ]
        )
        assert empty.summarize(request(topic="black hole")).articles
        with pytest.raises(NoArticlesError):
            empty.summarize(request(topic="black friday"))

    def test_of_too_many_those_most_about_it_are_read(self, empty):
        passing = [
            document(f"The Hanoi summit number {n} was named. {FILLER}", title=f"{n}")
            for n in range(9)
        ]
        about = document(f"The Hanoi summit. {FILLER}", title="Summit in Hanoi ends")
        empty.ingest_documents([*passing, about])
        summary = empty.summarize(request(topic="Hanoi summit", max_articles=1))
        assert [each.article.title for each in summary.articles] == ["Summit in Hanoi ends"]
        message = next(each.message for each in summary.warnings if each.code == "not-all-read")
        assert message.startswith("Read the best 1 of ")

    def test_of_too_many_copies_of_one_text_are_read_last(self, empty):
        wire = f"The Hanoi summit ended early, and the Hanoi summit had no result. {FILLER}"
        empty.ingest_documents(
            [
                *[
                    document(wire, source=f"Paper {n}", url=f"https://{n}.example/wire")
                    for n in range(5)
                ],
                document(
                    f"Reporters at the Hanoi summit waited in vain. {FILLER[::-1]}", source="Own"
                ),
            ]
        )
        read = empty.summarize(request(topic="Hanoi summit", max_articles=2)).articles
        assert sorted(each.article.source.split()[0] for each in read) == ["Own", "Paper"]
        [wired] = [each for each in read if each.article.source != "Own"]
        assert wired.copies == ()
        every = empty.summarize(request(topic="Hanoi summit", max_articles=6)).articles
        assert sorted(len(each.copies) for each in every) == [0, 4]

    def test_of_equals_the_newest_is_read(self, empty):
        texts = [(f"The Hanoi summit: day {n}. {FILLER}", date(2019, 2, n)) for n in (27, 28, 26)]
        empty.ingest_documents([document(text, date=str(day)) for text, day in texts])
        [read] = empty.summarize(request(topic="Hanoi summit", max_articles=1)).articles
        assert read.article.date.value == date(2019, 2, 28)

    def test_words_between_quotation_marks_decide(self, filled):
        everything = filled.summarize(request(topic="border meeting"))
        phrase = filled.summarize(request(topic='"border meeting"'))
        assert {each.article.id for each in phrase.articles} < {
            each.article.id for each in everything.articles
        }

    def test_two_topics_of_the_same_articles_are_told_differently(self, filled):
        june = [each for each in KOREA if each.date and str(each.date.value)[:7] == "2019-06"]
        talks, crossing = (
            filled.summarize(request(words=40, topic=topic), june)
            for topic in ("nuclear talks", "border crossing")
        )
        assert talks.manifest.documents == crossing.manifest.documents
        assert "resume the nuclear talks" in talks.summary
        assert "talks" not in crossing.summary
        assert "at the inter-Korean border" in crossing.summary


class TestNothingFound:
    def test_the_words_that_no_article_holds_are_named(self, filled):
        with pytest.raises(NoArticlesError, match="no article holds “xylophone”"):
            filled.summarize(request(topic="Hanoi xylophone"))

    def test_the_nearest_days_are_named(self, filled):
        dates = DateRange.between("2019-03-01", "2019-06-01", zone="Asia/Seoul")
        with pytest.raises(NoArticlesError) as caught:
            filled.summarize(request(topic="Trump Kim summit", dates=dates))
        assert caught.value.nearest[0] == date(2019, 2, 28)
        assert caught.value.nearest[1].year == 2019
        message = str(caught.value)
        assert message.startswith(
            "no stored article about 'Trump Kim summit' in the days from 2019-03-01 to 2019-06-01"
        )
        assert "; the nearest with some: 2019-02-28 and 2019-0" in message

    def test_the_nearest_days_answer_the_same_question(self, empty):
        """A mention in passing is nearer on either side, and an article of no known day."""
        about, passing = (
            "The nuclear talks in Hanoi went on.",
            f"A nuclear plant. {FILLER * 12} Talks.",
        )
        days = {
            "2019-02-27": about,
            "2019-05": about,
            "2019-05-29": f"{passing} They met.",
            "2019-05-30": passing,
            "2019-07-02": f"{passing} It rained.",
            "2019-07-04": about,
        }
        empty.ingest_documents([document(text, date=day) for day, text in days.items()])
        june = DateRange.between("2019-06-01", "2019-06-30", zone="Asia/Seoul")
        with pytest.raises(NoArticlesError, match="2019-02-27 and 2019-07-04") as caught:
            empty.summarize(request(topic="nuclear talks", dates=june))
        assert caught.value.nearest == (date(2019, 2, 27), date(2019, 7, 4))
        for day in caught.value.nearest:
            dates = DateRange.between(day, day, zone="Asia/Seoul")
            assert empty.summarize(request(topic="nuclear talks", dates=dates)).sentences

    def test_a_month_without_a_day_is_no_day_to_ask_for(self, empty):
        empty.ingest_documents([document(date="2019-05"), document("A choir.", date="2019-04-03")])
        with pytest.raises(NoArticlesError) as caught:
            empty.summarize(request(dates=DateRange.between("2019-06-01", None)))
        assert caught.value.nearest == (date(2019, 4, 3),)

    def test_only_the_nearest_days_are_looked_through(self, empty):
        days = [f"2019-05-{day:02}" for day in range(1, 29)]
        empty.ingest_documents(
            [document(f"A nuclear plant. {FILLER * 12} Talks of {day}.", date=day) for day in days]
        )
        asked = []
        find = empty.store.find
        empty.store.find = lambda **wanted: asked.append(wanted) or find(**wanted)
        dates = DateRange.between("2019-06-01", "2019-06-30")
        with pytest.raises(NoArticlesError) as caught:
            empty.summarize(request(topic="nuclear talks", dates=dates))
        assert caught.value.nearest == ()
        assert 1 < len(asked) <= 10

    def test_nothing_is_near_what_nobody_wrote_about(self, filled):
        dates = DateRange.between("2019-06-30", "2019-06-30")
        with pytest.raises(NoArticlesError, match=r"2019-06-30 \(UTC\); no article") as caught:
            filled.summarize(request(topic="xylophone", dates=dates))
        assert caught.value.nearest == ()

    def test_the_language_is_named(self, filled):
        with pytest.raises(NoArticlesError, match="in the language 'fr'"):
            filled.summarize(request(topic="Korea", language="fr"))
