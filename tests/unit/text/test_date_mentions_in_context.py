"""English mentions that need what stands around them: a verb, a date before, a week or a range."""

from datetime import date

import pytest

from summarizer.text.date_mentions import date_mentions, mentions_within

#: a Wednesday
PUBLISHED = date(2019, 7, 3)

#: text, then what is found (see test_date_mentions); `w` marks a week by its Monday, `q` a quarter
GOLDEN = """
    He arrived last week.                                           ~w2019-06-24
    They called for protests on Friday, when the reading is due.    ~2019-07-05
    She declared Friday a day of mourning.                          ~2019-07-05
    The fair opens in Nairobi on Friday.                            ~2019-07-05
    The wounded must wait until Friday.                             ~2019-07-05
    They agreed to hold reunions of divided families on Friday.     ~2019-07-05
    She was ordered to appear in court on Friday.                   ~2019-07-05
    They called off the talks on Friday, when rain fell.            ~2019-06-28
    The mayor called for calm in the town of Dara on Friday.        ~2019-06-28
    Someone must have opened the gate on Friday.                    ~2019-06-28
    They could barely walk on Friday.                               ~2019-06-28
    Earlier this week, he left.                                     ~w2019-07-01
    They will be back next week.                                    ~w2019-07-08
    It fell earlier this month.                                     ~2019-07
    It fell last month and ends next month.                         ~2019-06 ~2019-08
    Later this year it ends.                                        ~2019
    In the last week of June it fell.                               ~2019-06
    It grew over the last year.
    He left two days ago.                                           ~2019-07-01
    He left 10 days ago.                                            ~2019-06-23
    She left a week ago.                                            ~w2019-06-24
    She left three weeks ago.                                       ~w2019-06-10
    It fell two months ago.                                         ~2019-05
    It ended nearly three years ago.                                ~2016
    This morning he left; last night he had slept.                  ~2019-07-03 ~2019-07-02
    The day before yesterday he left.                               ~2019-07-01
    The day after tomorrow he leaves.                               ~2019-07-05
    They met over the weekend.                                      ~2019-06-29 ~2019-06-30
    They met last weekend.                                          ~2019-06-29 ~2019-06-30
    They will meet this weekend.                                    ~2019-07-06 ~2019-07-07
    They meet next weekend.                                         ~2019-07-06 ~2019-07-07
    They met Friday night.                                          ~2019-06-28
    On Sunday morning it rained.                                    ~2019-06-30
    The vote this Friday is close.                                  ~2019-07-05
    He resigned this Monday.                                        ~2019-07-01
    He resigned this past Friday.                                   ~2019-06-28
    The vote is this coming Friday.                                 ~2019-07-05
    He left on Friday last week.                                    ~2019-06-28
    He left on Monday of this week.                                 ~2019-07-01
    The debate is scheduled for Sunday.                             ~2019-07-07
    A vote is expected on Friday.                                   ~2019-07-05
    The talks, due to be held on Friday, matter.                    ~2019-07-05
    The hearing will be reopened on Monday.                         ~2019-07-08
    Voters will decide on Sunday.                                   ~2019-07-07
    On Sunday, voters will decide.                                  ~2019-07-07
    On Sunday, voters decided who will rule.                        ~2019-06-30
    Mr. Moon had said earlier on Sunday that he would come.         ~2019-06-30
    The talks will resume, he said on Sunday.                       ~2019-06-30
    The talks will resume, he told reporters in Seoul on Sunday.    ~2019-06-30
    The talks will resume, he said in a statement on Sunday.        ~2019-06-30
    The talks will resume, said Mr. Moon on Sunday.                 ~2019-06-30
    He said Kim would come on Sunday.                               ~2019-07-07
    He will visit the square where they met on Sunday.              ~2019-06-30
    The oil could reach the coast by Friday.                        ~2019-07-05
    The well may be finally sealed by Sunday.                       ~2019-07-07
    The debate should go forward on Friday.                         ~2019-07-05
    On Friday, crews could resume the search.                       ~2019-07-05
    They will start the so-called top kill on Sunday.               ~2019-07-07
    He could not be reached on Sunday.                              ~2019-06-30
    They could see the smoke on Sunday.                             ~2019-06-30
    It may have sunk on Sunday.                                     ~2019-06-30
    They agreed to meet on Monday.                                  ~2019-07-08
    The film will open in October.                                  ~2019-10
    The film will open in February.                                 ~2020-02
    The film opened in February.                                    ~2019-02
    Voting will begin on December 12.                               ~2019-12-12
    On June 1, 2 and 3 it rained.                                   ~2019-06-01 ~2019-06-02 ~2019-06-03
    On June 1, 2, 3 and 4, 2018, it rained.                         =2018-06-01 =2018-06-02 =2018-06-03 =2018-06-04
    It rained between 12 and 14 June.                               ~2019-06-12 ~2019-06-14
    It rained 12-14 June 2018.                                      =2018-06-12 =2018-06-14
    It rained from 12 to 14 June 2018.                              =2018-06-12 =2018-06-14
    They met in Hanoi on Feb. 27 & 28.                              ~2019-02-27 ~2019-02-28
    On June 12, 15 people died.                                     ~2019-06-12
    On May 5,000 people fled; May 5.5 is none.
    It rose on May 12 to 5.5 percent.                               ~2019-05-12
    It rained on the 30th.                                          ~2019-06-30
    He will leave on the 30th.                                      ~2019-07-30
    He lives on the 30th floor.
    In mid-July it rained.                                          ~2019-07
    In early June it rained.                                        ~2019-06
    In early 2019 it rained.                                        =2019
    In mid-2018 it rained.                                          =2018
    It rained in the 1990s.
    From 2016 to 2018 he ruled.                                     =2016 =2018
    Between 2016 and 2018 he ruled.                                 =2016 =2018
    One of 2000 people fled.
    It began in 2018/19.                                            =2018
    In the first quarter of 2019 it grew.                           =q2019-01-01
    In Q3 2018 it grew.                                             =q2018-07-01
    In the summer of 2018 it grew.                                  =2018
    Spring 2019 was wet.                                            =2019
    Back in June '18 it rained.                                     =2018-06
    In June last year it rained.                                    ~2018-06
    On June 12 last year it rained.                                 ~2018-06-12
    It fell in May, after May resigned.                             ~2019-05
    The resignation of May was late.
    It rained on 2018-06-12T20:05:00Z.                              =2018-06-12
    It rained on 30/06/2019 and 06/29/2019.                         =2019-06-30 =2019-06-29
    It rained on 06/07/2019.
    On Christmas Day it rained.                                     ~2018-12-25
    On New Year’s Eve 2018 it rained.                               =2018-12-31
    On the Fourth of July it will rain.                             ~2019-07-04
    After the Sept. 11 attacks it rained.
    After Sept. 11, 2001, it rained.                                =2001-09-11
    USA Today and the Mail on Sunday reported.
    Profits rose 5% from a year earlier.                            ~2018
    He won on June 12, 2018. Three days later he left.              =2018-06-12 ~2018-06-15
    He won on June 12. The next day he left.                        ~2019-06-12 ~2019-06-13
    He won on June 12. The following day, he left.                  ~2019-06-12 ~2019-06-13
    He won on Sunday; a day earlier he had lost.                    ~2019-06-30 ~2019-06-29
    He won on Sunday. That day it rained.                           ~2019-06-30 ~2019-06-30
    He won on June 12, 2018. A week later he left.                  =2018-06-12 ~w2018-06-18
    He won in June 2018. Two months later he left.                  =2018-06 ~2018-08
    He won in June 2018. Three days later he left.                  =2018-06
    He won in 2016. Two years later he lost.                        =2016 ~2018
    He won on Sunday, two days later than planned.                  ~2019-06-30
    Three days later he left, and the day after the vote he died.
    He won on Sunday. The day after, he left.                       ~2019-06-30 ~2019-07-01
    """
CASES = [line.strip() for line in GOLDEN.strip().splitlines()]
WIDTH = {"day": 10, "week": 10, "month": 7, "quarter": 10, "year": 4}


def found(text: str, published: date | None = PUBLISHED, language: str = "en") -> list[str]:
    return [
        ("=" if mention.origin == "stated" else "~")
        + {"week": "w", "quarter": "q"}.get(mention.precision, "")
        + mention.value.isoformat()[: WIDTH[mention.precision]]
        for mention in date_mentions(text, published=published, language=language)
    ]


@pytest.mark.parametrize("case", CASES)
def test_what_stands_around_decides(case):
    text, *dates = case.split("  ")
    assert found(text) == " ".join(dates).split()


def test_an_anchor_is_forgotten_after_a_few_sentences():
    text = "He won on June 12, 2018." + " It rained and rained." * 30 + " Three days later he left."
    assert found(text) == ["=2018-06-12"]


def test_without_a_publication_an_anchor_serves():
    text = "He won on June 12, 2018. Two days later he left. On Sunday he came back."
    assert found(text, None) == ["=2018-06-12", "~2018-06-14"]


def test_what_rests_on_an_inferred_day_says_so():
    text = "On Sunday, after 12 June 2018, he left. The next day he died."
    mentions = date_mentions(text, published=PUBLISHED, inferred=True)
    assert [mention.origin for mention in mentions] == ["inferred", "stated", "relative"]


def test_the_mentions_of_a_sentence_count_from_its_start():
    text = "He won on June 12, 2018. Three days later he left."
    sentence = text[25:]
    (mention,) = mentions_within(date_mentions(text, published=None), 25, len(text))
    assert mention.value == date(2018, 6, 15)
    assert sentence[mention.start : mention.end] == mention.text == "Three days later"


def test_a_weekend_gives_both_days_one_span():
    one, other = date_mentions("They met over the weekend.", published=PUBLISHED)
    assert (one.start, one.end) == (other.start, other.end)


def test_a_hard_space_is_a_space():
    assert found("On June\u00a012, 2018 it rained.") == ["=2018-06-12"]


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_at_the_ends_of_the_calendar_nothing_breaks(published):
    text = "Tomorrow, last week, 200 years ago, next year, on Monday, this weekend, on the 30th."
    assert all(mention.text in text for mention in date_mentions(text, published=published))
