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
        "Meanwhile they left.",
        "The decision was met with anger.",
        "The surprise move follows a long strike.",
        "Indeed, nobody came.",
        "None of this was planned.",
        "“Nobody came,” he said.",
        '"Nobody came," she later added.',
        "If they lose, the strike goes on.",
        "Her lawyer denied it.",
        "A keen reader, he was quick.",
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
        "The water was the first.",
        "France did the same.",
        "Sweden was one of the first!",
    ],
)
def test_a_sentence_that_points_back_cannot_stand_alone(sentence):
    assert is_dangling(sentence, "en")
    assert is_dangling(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim crossed the line on foot.",
        "The first was the tunnel.",
        "Smith came in first.",
        "The net effect of a tax on sugar and of one on salt would, economists believe, be the same.",
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
        "Meanwhile the river rose.",
        "It is raining in Paris.",
        "A photo of a woman in front of her laptop was shared.",
        "Both chambers of the parliament agreed.",
        "It was the first time that a president crossed the border.",
        "The decision of the court was met with anger.",
        "As she waited for the results, Anna Kolb spoke to the crowd.",
        "“Nobody came,” Kim said.",
        "The office also said that nobody came.",
    ],
)
def test_a_sentence_that_names_its_matter_can(sentence):
    assert not is_dangling(sentence, "en")


BACKWARD = {
    "de": ["Er unterschrieb am Abend.", "Dies war neu.", "Zudem fehlt Geld.", "„Nein“, sagte er."],
    "fr": [
        "Il a signé le soir.",
        "Cette décision surprend.",
        "En outre, la route est fermée.",
        "« Non », a-t-il dit.",
        "C’est un échec.",
    ],
    "es": ["Ella firmó por la noche.", "Sin embargo, nadie vino.", "Añadió que no vendrá."],
    "it": ["Lui ha firmato la sera.", "Tuttavia nessuno è venuto.", "Ha aggiunto che non verrà."],
    "pt": ["Ele assinou à noite.", "No entanto, ninguém veio.", "Isso surpreendeu todos."],
    "nl": ["Hij tekende die avond.", "Daarom ging de weg dicht.", "“Nee”, zei hij."],
    "ru": [
        "Он подписал договор вечером.",
        "Однако никто не пришёл.",
        "Кроме того, дорога закрыта.",
    ],
}
ALONE = {
    "de": ["Es gibt kein Geld.", "Diese Woche tagt das Gericht.", "Erfurt feiert."],
    "fr": [
        "Il y a une route.",
        "Il est clair que le vote a échoué.",
        "Cette semaine, le juge vote.",
        "Ceux qui restent sont sauvés.",
    ],
    "es": ["Esta semana vota el tribunal.", "Paris firmó el acuerdo."],
    "it": ["Questa settimana vota il tribunale.", "Quelli che restano sono salvi."],
    "pt": ["Esta semana vota o tribunal.", "A cidade votou."],
    "nl": ["Deze week stemt de rechtbank.", "De stad stemde."],
    "ru": ["Суд проголосовал.", "Те, кто остался, спасены."],
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, each) for code, some in BACKWARD.items() for each in some]
)
def test_other_languages_point_back_in_their_own_words(language, sentence):
    assert is_dangling(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, each) for code, some in ALONE.items() for each in some]
)
def test_what_only_looks_like_it_is_known_in_other_languages(language, sentence):
    assert not is_dangling(sentence, language)


def test_nothing_is_claimed_of_languages_that_are_not_known():
    assert not is_dangling("He would han inte säga.", "sv")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("“It’s over,” she said.", "it"), (" — But", "but"), ("...", ""), ("7 men", "7")],
)
def test_the_opening_word_is_plain(sentence, word):
    assert opening_word(sentence) == word
