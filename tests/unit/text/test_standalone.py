import pytest

from summarizer.text.standalone import is_dangling, opening_word


@pytest.mark.parametrize(
    "sentence",
    [
        "He signed it the same evening.",
        "he signed it.",
        "— But nobody came.",
        "(They left early.)",
        "Also, the road was closed.",
        "However, the vote failed.",
        "This surprised everyone.",
        "Its engines were new.",
        "Their leaders met in June.",
        "Such a vote is rare.",
        "In addition, the port was shut.",
        "As a result the shop closed.",
        "The two shook hands.",
        "The latter denied it.",
        "One of them was injured.",
        "They’re ready to talk.",
        "It collapsed an hour after the quake.",
        "Meanwhile the river rose.",
        "On Friday he blamed the others.",
        "After the meeting they flew home.",
        "In March her contract ended, and they left.",
        "On the same day the ministers signed.",
        "Three days later the siege ended.",
        "The next morning the police came.",
        "Both of them were injured.",
        "Because the road was closed.",
        "No request had come, however.",
        "The mayor, however, said no.",
    ],
)
def test_a_sentence_that_points_back_cannot_stand_alone(sentence):
    assert is_dangling(sentence, "en")
    assert is_dangling(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim crossed the line on foot.",
        "Kim said that he would return.",
        "It is clear that the vote failed.",
        "It was believed that the engine had failed.",
        "This week the court meets again.",
        "This year the river rose.",
        "“He lied,” the mayor said.",
        '"But why?" asked the judge.',
        "Heroes were honoured in Paris.",
        "Butter prices rose.",
        "Item 4 was dropped.",
        "Twenty boats sank.",
        "",
        "…",
        "2019 was a dry year.",
        "The president said that he would return.",
        "On Friday Kim said that he would return.",
        "On Friday the court ruled.",
        "Both Paris and Rome agreed.",
        "Those who stayed were saved.",
        "Because of the fog the airport closed.",
    ],
)
def test_a_sentence_that_names_its_matter_can(sentence):
    assert not is_dangling(sentence, "en")


def test_nothing_is_claimed_of_other_languages():
    assert not is_dangling("He would ik niet zeggen.", "nl")
    assert not is_dangling("So war es.", "de")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("“It’s over,” she said.", "it"), (" — But", "but"), ("...", ""), ("7 men", "7")],
)
def test_the_opening_word_is_plain(sentence, word):
    assert opening_word(sentence) == word
