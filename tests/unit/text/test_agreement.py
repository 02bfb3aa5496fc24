import pytest

from summarizer.text.agreement import may_agree


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than 400 firefighters came.", "About 400 firefighters fought the fire."),
        ("Two people died.", "2 people were killed."),
        ("Forty people were saved at noon.", "Forty people were saved."),
        ("The leaders met for 45 minutes.", "The leaders met at the border."),
        ("He would not sign.", "He said that he would never sign."),
    ],
)
def test_reports_of_one_thing_may_agree(one, other):
    assert may_agree(one, other)
    assert may_agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than a million marched.", "Nearly two million marched."),
        ("They talked for 45 minutes.", "They talked for 53 minutes."),
        ("The cause is not known.", "The cause is known."),
        ("He denied it.", "He said it."),
        ("Trump has shaken hands with Kim.", "Trump would shake hands with Kim."),
        ("The bill will be withdrawn.", "The bill was withdrawn."),
        ("Can it be switched off?", "It was switched off."),
    ],
)
def test_what_differs_in_what_matters_does_not(one, other):
    assert not may_agree(one, other)
    assert not may_agree(other, one)
