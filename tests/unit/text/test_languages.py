import pytest

from summarizer.text.languages import detect

TEXTS = {
    "en": "The two leaders met at the border, and they talked for about an hour before lunch.",
    "de": "Die beiden Staatschefs trafen sich an der Grenze und sprachen über eine Stunde lang.",
    "fr": "Les deux dirigeants se sont rencontrés à la frontière et ils ont parlé pendant une heure.",
    "es": "Los dos líderes se reunieron en la frontera y hablaron durante más de una hora.",
    "it": "I due capi di Stato si sono incontrati al confine e hanno parlato per più di un'ora.",
    "pt": "Os dois líderes encontraram-se na fronteira e não falaram mais do que uma hora.",
    "nl": "De twee leiders ontmoetten elkaar aan de grens en spraken meer dan een uur met elkaar.",
    "ru": "Два лидера встретились на границе и говорили больше часа, но они не подписали ничего.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language):
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_capitals_and_punctuation_do_not_matter(language):
    assert detect("— " + TEXTS[language].upper().replace(" ", "  ")) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "12:30 — 5,000",
        "Kim",
        "Boeing 737 MAX, Airbus A320, Embraer E195",
        "Valtiomiehet tapasivat rajalla ja keskustelivat tunnin ajan ennen lounasta.",
        "两位领导人在边界会面，谈了大约一个小时。",
        "Οι δύο ηγέτες συναντήθηκαν στα σύνορα και μίλησαν για μία ώρα.",
    ],
)
def test_nothing_is_claimed_of_a_text_in_none_of_them(text):
    assert detect(text) is None


def test_the_beginning_of_a_long_text_decides():
    assert detect(TEXTS["de"] * 40 + TEXTS["en"] * 400) == "de"
