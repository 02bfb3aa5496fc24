"""What a pronoun stands for, in answers."""

from summarizer.service import Summarizer
from summarizer.types import Budget, Document, RankerOptions, Summary, SummaryRequest
from tests.questions import without_added


class TestAntecedents:
    TEXT = (
        "Chancellor Anna Kolb crossed the border line on Monday, 24 June 2019. "
        "She promised the fishermen of the island a new harbour before July 2020. "
        "Nobody believed that."
    )

    def told(self, amount: int, **options: bool) -> Summary:
        asked = SummaryRequest(
            budget=Budget(amount=amount),
            topic="fishermen island harbour",
            ranker_options=RankerOptions(**options),
        )
        return Summarizer().summarize(asked, [Document(id="a", text=self.TEXT)])

    def test_what_a_pronoun_stands_for_is_told_in_brackets(self):
        [sentence] = self.told(16).sentences
        assert sentence.text.startswith("She [Anna Kolb] promised the fishermen")
        [added], [citation] = sentence.added, sentence.citations
        assert sentence.text[added.start :].startswith(added.text)
        assert (added.text, added.citation.quote) == (" [Anna Kolb]", "Anna Kolb")
        assert self.TEXT[added.citation.start : added.citation.end] == "Anna Kolb"
        assert (added.citation.sentence, citation.sentence) == (0, 1)
        assert self.TEXT[citation.start : citation.end] == citation.quote
        assert without_added(sentence) == citation.quote
        [mention] = sentence.mentions
        assert sentence.text[mention.start : mention.end] == mention.text == "before July 2020"

    def test_behind_the_sentence_that_names_the_person_there_are_no_brackets(self):
        told = self.told(27).sentences
        assert [each.citations[0].sentence for each in told] == [0, 1]
        assert [each.added for each in told] == [(), ()]

    def test_nor_where_it_names_the_person_by_half_of_the_name(self):
        text = (
            "Anna Kolb left. Kolb met the fishermen of the island at the harbour. "
            "She promised new boats to all of the people. Nobody believed that."
        )
        asked = SummaryRequest(budget=Budget(amount=2, unit="sentences"), topic="fishermen")
        told = Summarizer().summarize(asked, [Document(id="a", text=text)]).sentences
        assert [(each.citations[0].sentence, each.added) for each in told] == [(1, ()), (2, ())]

    def test_a_budget_for_everything_needs_none(self):
        assert [each.added for each in self.told(500).sentences] == [()] * 3

    def test_switched_off_the_sentence_is_told_as_it_stands(self):
        summary = self.told(16, standalone=False)
        [sentence] = summary.sentences
        assert sentence.text == sentence.citations[0].quote
        assert sentence.added == ()
        assert summary.manifest.parameters["standalone"] is False
        assert self.told(16).manifest.parameters["standalone"] is True
