from datetime import date

import pytest

from summarizer.reading import read_document
from summarizer.reading.dates import read_date
from summarizer.reading.publication import choose_date
from summarizer.text.day_orders import doubts, in_order, in_usual_order, other_order
from summarizer.text.hashing import content_hash
from summarizer.types import Document

JULY, JUNE = date(2019, 7, 6), date(2019, 6, 7)
DOUBTFUL = choose_date(read_date("06/07/2019", "header"))


def article(written, source="Coast Post"):
    text = "The council agreed on a new light, and the mayor was glad about it."
    document = Document(text=text, date=written, source=source)
    return read_document(document, name="x", default_id=written)


@pytest.mark.parametrize(("order", "value"), [("day", JULY), ("month", JUNE), (None, JULY)])
def test_a_doubtful_date_is_read_in_the_order_asked_for_and_stays_doubtful(order, value):
    turned = in_order(DOUBTFUL, order)
    assert turned.value == value
    assert other_order(turned).value == ({JULY, JUNE} - {value}).pop()
    assert in_order(turned, "day") == DOUBTFUL


@pytest.mark.parametrize("written", ["30/06/2019", "06/06/2019", "2019-06-30"])
def test_a_date_without_that_doubt_is_never_turned(written):
    found = choose_date(read_date(written, "header"))
    assert in_order(found, "month") is found
    assert doubts(found) == ()


def test_the_doubt_is_told_alike_in_either_order():
    (told,) = doubts(DOUBTFUL)
    assert told.message.startswith("its date can be read as 2019-06-07 or 2019-07-06")
    assert doubts(in_order(DOUBTFUL, "month")) == (told,)


def test_the_content_hash_does_not_tell_how_a_doubtful_date_is_read():
    doubtful = article("06/07/2019")
    (turned, _) = in_usual_order([doubtful, article("06/30/2019")])
    assert turned.date.value == JUNE
    assert content_hash(turned) == content_hash(doubtful) == doubtful.content_hash


def test_articles_in_hand_help_those_of_their_publisher():
    others = [article("06/30/2019"), article("13/06/2019", source="Hill Gazette")]
    mine, yours = article("06/07/2019"), article("06/07/2019", source="Hill Gazette")
    unknown = article("06/07/2019", source=None)
    found = in_usual_order([mine, yours, unknown, *others])
    assert [each.date.value for each in found[:3]] == [JUNE, JULY, JULY]
