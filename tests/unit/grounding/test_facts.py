"""Pairs of a claim and its evidence that a reader would tell apart, kind by kind."""

from datetime import date

import pytest

from summarizer.grounding.evidence import EvidenceSentence
from summarizer.grounding.facts import faults, prepare_facts

#: a Sunday
PUBLISHED = date(2019, 6, 30)


def found(claim, *evidence, language="en", said=None, published=PUBLISHED):
    sentences = [
        EvidenceSentence(text=text, article=0, index=i, language=language, published=published)
        for i, text in enumerate(evidence)
    ]
    return faults(claim, prepare_facts(sentences), language=language, said=said)


def kinds(claim, *evidence, **setting):
    return {fault.kind for fault in found(claim, *evidence, **setting)}


TALKS = "The two leaders talked for 45 minutes in the Freedom House on Sunday."
COST = (
    "The shutdown cost the economy $2.3 million, the budget office said, 11 percent of its output."
)
MARCH = "More than a million people marched through the city, the organisers said."
VOTE = "The house passed the bill by 217 votes to 185 after a debate of nine hours."
BOYS = (
    "Twelve boys aged 11 to 16 and their coach were found on Monday at about 10 p.m. in the cave."
)

TRUE_NUMBERS = [
    ("The two leaders talked for forty-five minutes in the Freedom House.", TALKS),
    ("The shutdown cost the economy 2,300,000 dollars.", COST),
    ("The shutdown cost the economy 2.3 million dollars, 11% of output.", COST),
    ("The budget office put the cost at 11 per cent of output.", COST),
    ("Over one million people marched through the city.", MARCH),
    ("The bill was passed by the house, 217 to 185.", VOTE),
    ("After nine hours of debate the house passed the bill.", VOTE),
    ("12 boys and their coach were found at 10pm.", BOYS),
    ("At 22:00 the boys and their coach were found.", BOYS),
    ("About 500,000 people came.", "About half a million people came to the square."),
    ("Some 500,000 people came to the square.", "In all, 492,000 people came to the square."),
]
FALSE_NUMBERS = [
    ("The two leaders talked for 53 minutes in the Freedom House.", TALKS),
    ("The two leaders talked for fifty-four minutes in the Freedom House.", TALKS),
    ("The shutdown cost the economy $2.3 billion.", COST),
    ("The shutdown cost the economy €2.3 million.", COST),
    ("The shutdown cost the economy 12 percent of its output.", COST),
    ("Nearly two million people marched through the city.", MARCH),
    ("Less than a million people marched through the city.", MARCH),
    ("The house passed the bill by 185 votes to 217 after a debate.", VOTE),
    ("11 boys and their coach were found in the cave.", BOYS),
    ("The boys and their coach were found at 9 p.m. in the cave.", BOYS),
    ("Some 500,400 people came to the square.", "Some 500,000 people came to the square."),
]


@pytest.mark.parametrize(("claim", "evidence"), TRUE_NUMBERS)
def test_a_number_said_otherwise_is_no_fault(claim, evidence):
    assert kinds(claim, evidence) == set()


@pytest.mark.parametrize(("claim", "evidence"), FALSE_NUMBERS)
def test_another_number_is_a_certain_fault(claim, evidence):
    wrong = found(claim, evidence)
    assert "number" in {fault.kind for fault in wrong}
    assert all(fault.certain and fault.evidence == 0 for fault in wrong)


def test_a_number_of_another_sentence_is_none_of_this_one():
    storm = "The storm killed 53 people on the coast."
    assert kinds("The talks lasted 53 minutes.", "The talks lasted 45 minutes.", storm) == {
        "number"
    }
    assert kinds("The storm killed 53 people.", "The talks lasted 45 minutes.", storm) == set()


def test_a_number_that_nothing_stands_against_is_not_certain():
    (fault,) = found(
        "A ferry with 212 people sank.", "A ferry with many people sank near the coast."
    )
    assert (fault.kind, fault.certain, fault.evidence) == ("number", False, None)
    assert fault.message == "“212” is not in the sources"


@pytest.mark.parametrize(
    "claim",
    [
        "The two leaders talked on 30 June in the Freedom House.",
        "On June 30, the two leaders talked in the Freedom House.",
        "The two leaders talked in June in the Freedom House.",
        "The leaders talked on Sunday.",
    ],
)
def test_one_day_has_many_names(claim):
    assert kinds(claim, TALKS) == set()


@pytest.mark.parametrize(
    "claim",
    [
        "The two leaders talked on 29 June in the Freedom House.",
        "The two leaders talked on Saturday in the Freedom House.",
        "The two leaders talked in May in the Freedom House.",
        "On Monday, the two leaders talked for 45 minutes in the Freedom House.",
    ],
)
def test_another_day_is_a_fault(claim):
    assert kinds(claim, TALKS) == {"date"}


def test_the_day_of_the_claim_is_what_its_weekdays_count_from():
    claim = "The two leaders talked on Sunday in the Freedom House."
    assert kinds(claim, TALKS, said=date(2019, 7, 3)) == set()
    told = "The two leaders talked on 30 June 2019 in the Freedom House."
    assert kinds(claim, told, said=date(2019, 7, 3)) == set()
    assert kinds(claim, told, said=date(2019, 7, 8)) == {"date"}


def test_days_that_nobody_can_place_do_not_contradict():
    told = "The two leaders talked on Sunday in the Freedom House."
    claim = "The two leaders talked on 30 June 2019 in the Freedom House."
    assert kinds(claim, told, published=None) == set()
    monday = told.replace("Sunday", "Monday")
    assert kinds(monday, told, published=None) == {"date"}


SUMMIT = "U.S. President Donald Trump invited North Korean leader Kim Jong Un to meet him in Seoul."
BOARD = "The National Transportation Safety Board sent Rémy Córdova’s team to Ethiopia."

TRUE_NAMES = [
    ("Mr Trump invited Mr Kim to Seoul.", SUMMIT),
    ("Donald J. Trump invited Kim Jong-un to Seoul.", SUMMIT),
    ("trump invited kim jong un to meet him in seoul.", SUMMIT),
    ("The American president invited Kim Jong-un to Seoul.", SUMMIT),
    ("The NTSB sent a team to Ethiopia.", BOARD),
    ("The board sent Cordova's team to Ethiopia.", BOARD),
    ("Bob Miller left Boeing.", "Robert Miller, the chairman, left Boeing in May."),
    ("The EU paid.", "The European Union paid for it."),
    ("British divers found them.", "Divers from Britain found them."),
]
FALSE_NAMES = [
    ("Mr Trump invited Mr Moon to meet him in Seoul.", SUMMIT),
    ("U.S. President Barack Obama invited North Korean leader Kim Jong Un to Seoul.", SUMMIT),
    ("Donald Trump invited Kim Jong Un to meet him in Tokyo.", SUMMIT),
    ("The Federal Aviation Administration sent Córdova’s team to Ethiopia.", BOARD),
    ("The National Transportation Safety Board sent a team to Indonesia.", BOARD),
]


@pytest.mark.parametrize(("claim", "evidence"), TRUE_NAMES)
def test_a_name_said_otherwise_is_no_fault(claim, evidence):
    assert kinds(claim, evidence) == set()


@pytest.mark.parametrize(("claim", "evidence"), FALSE_NAMES)
def test_another_name_is_a_fault(claim, evidence):
    assert kinds(claim, evidence) == {"name"}


@pytest.mark.parametrize(
    ("claim", "evidence", "crossed"),
    [
        ("Spain beat Italy in the final.", "Italy beat Spain in the final.", True),
        ("Spain was beaten by Italy in the final.", "Italy beat Spain in the final.", False),
        ("Hunt succeeded Johnson at the office.", "Johnson succeeded Hunt at the office.", True),
        ("Divers from Cuba and Peru came.", "Divers from Peru and Cuba came.", False),
        ("Lo, the mayor of Rome, spoke.", "Rome's mayor, Lo, spoke on the square.", False),
    ],
)
def test_who_did_what_to_whom(claim, evidence, crossed):
    assert kinds(claim, evidence) == ({"role"} if crossed else set())


QUOTED = "Trump said it was “a wonderful, historic day” and that “speed is not the object”."


@pytest.mark.parametrize(
    ("claim", "faithful"),
    [
        ('He called it "a wonderful, historic day".', True),
        ("He called it ‘a wonderful … day’.", True),
        ("He called it “a [truly] wonderful, historic day”.", True),
        ("He called it «a wonderful, historic day».", True),
        ("It was a ‘historic’ day.", True),
        ('He called it "a wonderful, memorable day".', False),
        ("He called it ‘a day … wonderful’.", False),
        ("He called it “a historic day”.", False),
        ("He said that “speed is not the aim”.", False),
        ("It was a “speed” day.", False),
    ],
)
def test_quotations_are_word_for_word(claim, faithful):
    assert kinds(claim, QUOTED) == (set() if faithful else {"quotation"})


TRUE_TURNS = [
    ("The minister didn't resign.", "The minister did not resign on Monday."),
    ("The minister refused to resign.", "The minister did not resign on Monday."),
    ("The two will meet again.", "Kim said that the two would meet again soon."),
    ("The two are to meet again.", "The two will meet again in May."),
    ("She might lose her seat.", "Observers say that she may lose her seat."),
]
FALSE_TURNS = [
    ("The minister resigned on Monday.", "The minister did not resign on Monday.", "negation"),
    ("The company failed to pay the fine.", "The company paid the fine at once.", "negation"),
    ("They crossed the river without help.", "They crossed the river with help.", "negation"),
    ("The spokesman confirmed the report.", "The spokesman denied the report.", "negation"),
    ("The court rejected the appeal.", "The court accepted the appeal.", "negation"),
    ("The bill can't pass the Senate.", "The bill can pass the Senate.", "negation"),
    ("The leaders met in Seoul in May.", "The leaders will meet in Seoul in May.", "modality"),
    ("She will lose her seat in May.", "She may lose her seat in May.", "modality"),
    ("The pump must fail in the rain.", "The pump may fail in the rain.", "modality"),
]


@pytest.mark.parametrize(("claim", "evidence"), TRUE_TURNS)
def test_what_is_turned_alike_is_no_fault(claim, evidence):
    assert kinds(claim, evidence) == set()


@pytest.mark.parametrize(("claim", "evidence", "kind"), FALSE_TURNS)
def test_what_is_turned_otherwise_is_a_certain_fault(claim, evidence, kind):
    wrong = found(claim, evidence)
    assert kind in {fault.kind for fault in wrong}
    assert all(fault.certain for fault in wrong)


def test_a_fault_names_its_place_and_the_sentence_that_shows_otherwise():
    claim = "The two leaders talked for 53 minutes in the Freedom House."
    (fault,) = found(claim, "Nobody came.", TALKS)
    assert claim[fault.start : fault.end] == "53"
    assert fault.evidence == 1
    assert fault.message == "“53” is not in the sources; the nearest says “45”"


def test_other_languages_have_numbers_quotations_and_unknown_names():
    told = "Die Fähre sank am Sonntag mit 40 Menschen, sagte die Polizei: „Alle leben noch heute“."
    assert kinds("Die Fähre sank mit 40 Menschen.", told, language="de") == set()
    assert kinds("Die Fähre sank mit 41 Menschen.", told, language="de") == {"number"}
    assert kinds("„Alle leben nicht mehr“, sagte sie.", told, language="de") == {"quotation"}
    french = "Le ministre Dupont a quitté Paris."
    assert kinds("Le ministre Dupont a quitté Paris.", french, language="fr") == set()
    assert kinds("Le ministre Durand a quitté Paris.", french, language="fr") == {"name"}


def test_the_language_of_a_claim_is_that_of_most_of_its_evidence():
    texts = [
        ("de", "Die Fähre sank."),
        ("en", "The minister did not resign."),
        ("en", "It rained."),
    ]
    facts = prepare_facts(
        [
            EvidenceSentence(text=text, article=0, index=index, language=language)
            for index, (language, text) in enumerate(texts)
        ]
    )
    assert [fault.kind for fault in faults("The minister resigned.", facts)] == ["negation"]


def test_no_evidence_has_nothing_to_say():
    assert faults("Forty people came.", prepare_facts([])) == ()
