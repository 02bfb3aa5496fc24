from datetime import date

import pytest

from summarizer.text.date_mentions import date_mentions

#: a Sunday
PUBLISHED = date(2019, 6, 30)

#: text, then what is found: the day, month or year, `=` when the text names it itself, `~` when it
#: needs the publication
GOLDEN = """
    Signed on June 12, 2018 in Singapore.        =2018-06-12
    Signed on 12 June 2018.                      =2018-06-12
    Signed on 4 July 1776.                       =1776-07-04
    It lapses on 30 December 9999.
    On May 5 1500 people marched.                ~2019-05-05
    Signed on 12th of June, 2018.                =2018-06-12
    Signed on Sept. 9, 2018.                     =2018-09-09
    Signed on Nov 3 2018.                        =2018-11-03
    The file says 2018-06-12.                    =2018-06-12
    Stand: 9.2.2019                              =2019-02-09
    Stand: 09.02.2019.                           =2019-02-09
    From 1 June 2018 to 3 July 2018.             =2018-06-01 =2018-07-03
    On 27–28 February 2019 they met.             =2019-02-27 =2019-02-28
    On February 27 and 28, 2019, they met.       =2019-02-27 =2019-02-28
    On February 27 & 28 they met.                ~2019-02-27 ~2019-02-28
    On 27-28 February they met.                  ~2019-02-27 ~2019-02-28
    From June 12 to July 3.                      ~2019-06-12 ~2019-07-03
    Open between March 3 and April 5, 2017.      =2017-03-03 =2017-04-05
    Open from 12 June to 14 July 2018.           =2018-06-12 =2018-07-14
    Open 12 June–14 June 2018.                   =2018-06-12 =2018-06-14
    Open Monday, March 6, to Friday, April 7, 2017.   =2017-03-06 =2017-04-07
    Open from December 30 to January 2, 2018.    =2017-12-30 =2018-01-02
    On March 3, April 5 and May 6, 2017.         =2017-03-03 =2017-04-05 =2017-05-06
    On March 3 and 4 and on April 5, 2017.       =2017-03-03 =2017-03-04 =2017-04-05
    Shut in June and July 2018.                  =2018-06 =2018-07
    Shut in June and July of 2018.               =2018-06 =2018-07
    Shut between June and August 2018.           =2018-06 =2018-08
    Shut in May and June last year.              ~2018-05 ~2018-06
    He came in June 2018 and in February.        =2018-06 ~2019-02
    Born on July 4, 1980, he died on May 5.      =1980-07-04 ~2019-05-05
    Shut on June 3. April 2018 was dry.          ~2019-06-03 =2018-04
    Not on March 3 but, he said, on April 5, 2017.   ~2019-03-03 =2017-04-05
    On June 3 at 5:30 it rang.                   ~2019-06-03
    June 3 to 5:30 is no span.                   ~2019-06-03
    The June 12 summit failed.                   ~2019-06-12
    The 3rd of May was dry.                      ~2019-05-03
    Feb. 8 was cold.                             ~2019-02-08
    May 5 was warm.                              ~2019-05-05
    We may 5 times win.
    On December 31 it snowed.                    ~2018-12-31
    On January 1 it thawed.                      ~2019-01-01
    On Oct. 1 it was new.                        ~2018-10-01
    On September 30 it will close.               ~2019-09-30
    On 31 June nobody came.
    On June 31, 2019 nobody came.
    On 31 June 2019 nobody came.
    2019-02-30 is no day, nor is 2019-13-01.
    On February 29 nobody came.
    On February 29, 2016 all came.               =2016-02-29
    Version 1.2.10.2019 is out.
    In April 2018 they met.                      =2018-04
    It was April 2018.                           =2018-04
    In Aug. 2018 they met.                       =2018-08
    It fell in April.                            ~2019-04
    It closed in December.                       ~2018-12
    It opens in September.                       ~2019-09
    It fell last June.                           ~2018-06
    It fell last May.                            ~2019-05
    It fell last July.                           ~2018-07
    It opens next July.                          ~2019-07
    It opens next June.                          ~2020-06
    This June was dry.                           ~2019-06
    Late December was dry, mid-August wet.       ~2018-12 ~2019-08
    They met on Sunday.                          ~2019-06-30
    They met on Saturday.                        ~2019-06-29
    They met on Monday.                          ~2019-06-24
    They meet next week on Monday.               ~2019-07-01
    They meet next week, on Monday, July 1.      ~2019-07-01
    They met last week Tuesday.                  ~2019-06-18
    They met earlier this week on Tuesday.       ~2019-06-25
    They met last week. On Tuesday they left.    ~w2019-06-17 ~2019-06-25
    Friday’s vote failed.                        ~2019-06-28
    They met last Sunday.                        ~2019-06-23
    They met last Saturday.                      ~2019-06-29
    Last Sunday they met.                        ~2019-06-23
    They meet next Sunday.                       ~2019-07-07
    They meet next Monday.                       ~2019-07-01
    They will meet on Wednesday.                 ~2019-07-03
    They will meet soon. They met on Wednesday.  ~2019-06-26
    They plan to meet on Sunday.                 ~2019-06-30
    It rained on Sunday, 12 May.                 ~2019-05-12
    It rained on Sunday, May 12, 2019.           =2019-05-12
    It rained on May 12, a Sunday, in Rome.      ~2019-05-12
    It rained on Tuesday (June 25).              ~2019-06-25
    The Sunday Times, on Black Friday, said so.
    He goes on Saturday Night Live on Mondays.
    Today it rained.                             ~2019-06-30
    It rained tonight, as yesterday.             ~2019-06-30 ~2019-06-29
    It will rain tomorrow.                       ~2019-07-01
    In 2018 it rained.                           =2018
    It has rained since 2015 and until 2030.     =2015 =2030
    It rained in the 1990s, and 2000 of us fled.
    It rained last year.                         ~2018
    Next year it will rain.                      ~2020
    It rained this year.                         ~2019
    Room 2019 holds 12 people.
    """
CASES = [line.strip() for line in GOLDEN.strip().splitlines()]


def found(text: str, published: date | None = PUBLISHED, language: str = "en") -> list[str]:
    width = {"day": 10, "week": 10, "month": 7, "year": 4}
    return [
        ("=" if mention.origin == "stated" else "~")
        + ("w" if mention.precision == "week" else "")
        + mention.value.isoformat()[: width[mention.precision]]
        for mention in date_mentions(text, published=published, language=language)
    ]


@pytest.mark.parametrize("case", CASES)
def test_dates_are_what_a_reader_takes_them_for(case):
    text, *dates = case.split("  ")
    assert found(text) == " ".join(dates).split()


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2019, 1, 2), "On December 31 it snowed.", "~2018-12-31"),
        (date(2018, 12, 20), "On January 3 they vote.", "~2019-01-03"),
        (date(2018, 12, 20), "On March 29 Britain leaves.", "~2019-03-29"),
        (date(2018, 12, 20), "In April it fell.", "~2018-04"),
        (date(2019, 1, 1), "They met on Monday.", "~2018-12-31"),
        (date(2019, 1, 1), "They met yesterday.", "~2018-12-31"),
        (date(2020, 3, 1), "On February 29 it leapt.", "~2020-02-29"),
        (date(2019, 12, 31), "They will meet on Thursday.", "~2020-01-02"),
    ],
)
def test_a_missing_year_is_the_nearest_one(published, text, day):
    assert found(text, published) == [day]


def test_without_a_publication_only_what_needs_none_is_found():
    text = (
        "On Sunday, last year, on June 3, in May, today, in 2018, on 2 June 2017 and in May 2016."
    )
    assert found(text, None) == ["=2018", "=2017-06-02", "=2016-05"]


def test_a_mention_keeps_its_place():
    text = "They met on June 12, 2018, and again in April."
    mentions = date_mentions(text, published=PUBLISHED)
    assert [(mention.text, text[mention.start : mention.end]) for mention in mentions] == [
        ("June 12, 2018", "June 12, 2018"),
        ("in April", "in April"),
    ]


@pytest.mark.parametrize("language", ["pl", "sv", "zh", "fi"])
def test_in_other_languages_numbers_are_read(language):
    assert found("Am 9.2.2019, 2019-02-10, Sunday, May 5", language=language) == [
        "=2019-02-09",
        "=2019-02-10",
    ]


def test_an_unknown_language_is_read_like_english():
    assert date_mentions("On May 5", published=PUBLISHED, language=None)[0].value == date(
        2019, 5, 5
    )
