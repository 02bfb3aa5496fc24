"""The line in which a page says when its article appeared, in eight languages; the 3rd of May 2019
is the day of publication, the 4th that of a change.
"""

import re
from datetime import UTC, date, datetime

import pytest

from summarizer.reading import read_document
from summarizer.reading.dates import find_dates, is_date_line, tells_when
from summarizer.types import Document

#: a headline, a standfirst, and two paragraphs
STORIES = {
    "en": (
        "Mayor resigns over scandal",
        "The party wants to choose a new head of the town before the summer.",
        "The mayor of the city resigned on Friday after months of investigation, the council said.",
        "The opposition asked for quick elections and called the step long overdue.",
    ),
    "de": (
        "Bürgermeister tritt zurück",
        "Die Partei will noch vor dem Sommer über die Nachfolge entscheiden.",
        "Der Bürgermeister von Hafenstadt ist am Freitag nach langen Ermittlungen zurückgetreten.",
        "Die Opposition nannte den Schritt überfällig und forderte eine rasche Neuwahl der Spitze.",
    ),
    "fr": (
        "Le maire démissionne",
        "Le parti veut choisir un nouveau maire avant la fin de l’été.",
        "Le maire de la ville a démissionné vendredi après des mois d’enquête, a annoncé la mairie.",
        "L’opposition a demandé des élections rapides et parle d’un départ trop tardif.",
    ),
    "es": (
        "El alcalde dimite",
        "El partido quiere elegir a un nuevo alcalde antes de que llegue el verano.",
        "El alcalde de la ciudad ha dimitido este viernes tras meses de investigación.",
        "La oposición pide elecciones rápidas y habla de una salida demasiado tardía.",
    ),
    "it": (
        "Il sindaco si dimette",
        "Il partito vuole scegliere un nuovo sindaco prima della fine dell’estate.",
        "Il sindaco della città si è dimesso venerdì dopo mesi di indagini, ha annunciato il comune.",
        "L’opposizione chiede elezioni rapide e parla di una uscita troppo tardiva.",
    ),
    "pt": (
        "O prefeito renuncia",
        "O partido quer escolher um novo prefeito antes do fim do ano que vem.",
        "O prefeito da cidade renunciou na sexta-feira depois de meses de investigação.",
        "A oposição pede eleições rápidas e fala de uma saída que veio tarde demais.",
    ),
    "nl": (
        "Burgemeester treedt af",
        "De partij wil nog voor de zomer een nieuwe burgemeester van de stad kiezen.",
        "De burgemeester van de stad is vrijdag na maanden van onderzoek afgetreden.",
        "De oppositie vraagt om snelle verkiezingen en spreekt van een te laat vertrek.",
    ),
    "ru": (
        "Мэр ушел в отставку",
        "Партия хочет выбрать нового мэра города еще до конца этого лета.",
        "Мэр города в пятницу ушел в отставку после нескольких месяцев расследования.",
        "Оппозиция требует скорых выборов и говорит о слишком позднем уходе мэра.",
    ),
}
LINES = {
    "en": """
        PUBLISHED: 14:05 EST, 3 May 2019 | UPDATED: 15:10 EST, 3 May 2019        2019-05-03T19:05
        Updated: 15:10 BST, 4 May 2019 Published: 14:05 BST, 3 May 2019          2019-05-03T13:05
        3 May 2019, first published at 14:05 GMT                                 2019-05-03T14:05
        Fri 3 May 2019 14.05 BST Last modified on Sat 4 May 2019 08.00 BST       2019-05-03T13:05
        Friday 3 May 2019 | UPDATED: 15:10 BST                                   2019-05-03
        3 May 2019 Last updated at 15:10 GMT                                     2019-05-03
        Last updated at 15:10 GMT, 4 May 2019                                    2019-05-04
        MAY 3, 2019 / 2:05 PM / UPDATED 3 HOURS AGO                              2019-05-03
        Published in Politics on 3 May 2019                                      2019-05-03
        Posted by admin on May 3, 2019                                           2019-05-03
        By Jane Roe, political correspondent | 3 May 2019                        2019-05-03
        """,
    "de": """
        Veröffentlicht am 03.05.2019 um 18:42 Uhr                                2019-05-03
        Fr, 03.05.2019, 18:42 Uhr MESZ                                           2019-05-03T16:42
        Erstellt: 03.05.2019 Aktualisiert: 04.05.2019, 08:12 Uhr                 2019-05-03
        Aktualisiert: 04.05.2019, 08:12 Uhr Veröffentlicht: 03.05.2019           2019-05-03
        Zuletzt aktualisiert am 04.05.2019 um 08:12 Uhr                          2019-05-04
        Stand: 03.05.2019, 18:42 Uhr                                             2019-05-03
        Erschienen am 3. Mai 2019                                                2019-05-03
        3. Mai 2019, 18 Uhr Quelle: Hafen Online, dpa                            2019-05-03
        Von THOMAS KRÜGER, BERLIN -Aktualisiert am 03.05.2019-18:42              2019-05-03
        Von Anna Weiß | 03.05.2019                                               2019-05-03
        """,
    "fr": """
        Publié le 03/05/2019 à 06:32                                             2019-05-03
        Par Claire Dubois Publié le 03/05/2019 à 06:32, mis à jour le 04/05/2019 à 11:05   2019-05-03
        Modifié le 04/05/2019 à 11:05 | Publié le 03/05/2019 à 06:32             2019-05-03
        Mise à jour : 04/05/2019 à 11:05                                         2019-05-04
        Paru le ven. 3 mai 2019 à 6 h 32                                         2019-05-03
        Par AFP, le 3 mai 2019                                                   2019-05-03
        AFP le 03/05/2019 à 06:32                                                2019-05-03
        """,
    "es": """
        Publicado el viernes, 3 de mayo de 2019                                  2019-05-03
        3 may 2019 - 10:05 CEST                                                  2019-05-03T08:05
        Creada: 3.05.2019 10:05h. Última actualización: 4.05.2019 11:00h.        2019-05-03
        Actualizado a las 11:00 del 04/05/2019                                   2019-05-04
        Por Pedro García | 3 mayo 2019 10:05                                     2019-05-03
        Madrid - 03 MAY 2019 - 00:15 CEST                                        2019-05-02T22:15
        Fecha de publicación: 3 de mayo de 2019                                  2019-05-03
        """,
    "it": """
        Pubblicato il 3 maggio 2019 alle 14:05                                   2019-05-03
        3 maggio 2019 (modifica il 4 maggio 2019 | 11:05)                        2019-05-03
        Venerdì 3 Maggio 2019, 14:05 - Ultimo aggiornamento: 15:10               2019-05-03
        Aggiornato alle 11:05 del 4 maggio 2019                                  2019-05-04
        3° maggio 2019 ore 14.05                                                 2019-05-03
        di Marco Rossi 3 maggio 2019                                             2019-05-03
        """,
    "pt": """
        Publicado em 3 de maio de 2019 às 14:05                                  2019-05-03
        03/05/2019 14h05 Atualizado 04/05/2019 15h10                             2019-05-03
        Criado em 03/05/2019 - 14:05 e atualizado em 04/05/2019                  2019-05-03
        Por G1 — São Paulo 03/05/2019 14h05 Atualizado há 2 horas                2019-05-03
        Última atualização em 4 de maio de 2019                                  2019-05-04
        Sexta-feira, 3.mai.2019 às 14h05                                         2019-05-03
        """,
    "nl": """
        Gepubliceerd: 3 mei 2019 14:05 Laatste update: 4 mei 2019 15:10          2019-05-03
        Laatste update: 4 mei 2019 15:10 Gepubliceerd: 3 mei 2019                2019-05-03
        3 mei 2019 14:05 Aangepast: 4 mei 2019 15:10                             2019-05-03
        Voor het laatst bijgewerkt: 4 mei 2019                                   2019-05-04
        vr 3 mei 2019, 14:05 uur                                                 2019-05-03
        Door onze redactie | 3 mei 2019                                          2019-05-03
        """,
    "ru": """
        Опубликовано: 03.05.2019 в 16:20                                         2019-05-03
        16:20 МСК 03.05.2019 (обновлено: 18:05 МСК 04.05.2019)                   2019-05-03T13:20
        Обновлено 4 мая 2019, 18:05                                              2019-05-04
        Пт, 3 мая 2019 г.                                                        2019-05-03
        3 мая 2019, 16:20 (МСК)                                                  2019-05-03T13:20
        3 мая 2019, 16:20 по московскому времени                                 2019-05-03
        Автор: Иван Петров, 3 мая 2019                                           2019-05-03
        """,
}
CASES = [
    (language, *re.split(r"\s{2,}", line.strip()))
    for language, lines in LINES.items()
    for line in lines.strip().splitlines()
]


def as_text(story: tuple[str, ...], *lines: str) -> Document:
    return Document(text="\n\n".join([story[0], *lines, *story[2:]]))


def as_page(story: tuple[str, ...], *lines: str) -> Document:
    shown = "".join(f"<div>{line}</div>" for line in lines)
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story[2:])
    return Document(html=f"<html><body><h1>{story[0]}</h1>{shown}{text}</body></html>")


def as_page_with_standfirst(story: tuple[str, ...], *lines: str) -> Document:
    return as_page((story[0], "", *story[2:]), f"<p>{story[1]}</p>", *lines)


FORMS = [as_text, as_page, as_page_with_standfirst]


def read(document: Document):
    return read_document(document, name="x", default_id="x")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_a_line_below_the_headline_dates_the_article(language, line, expected, form):
    article = read(form(STORIES[language], line))
    exact = "T" in expected
    value = datetime.fromisoformat(expected).replace(tzinfo=UTC) if exact else expected
    assert article.language == language
    assert (article.date.value if exact else str(article.date.value)) == value
    assert article.date.alternatives == ()
    assert article.source is None
    assert line not in article.text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The harbour on 3 May 2018, before the storm"),
        ("en", "Storm of 3 May 2018: what we know"),
        ("en", "Updated plans of 3 May 2018 for the harbour"),
        ("de", "Das Rathaus, aufgenommen am 3. Mai 2018"),
        ("fr", "Le port, le 3 mai 2018, après la tempête"),
        ("es", "Así fue el 3 de mayo de 2018 en la ciudad"),
        ("it", "Il porto il 3 maggio 2018 dopo la tempesta"),
        ("pt", "O porto em 3 de maio de 2018, depois da tempestade"),
        ("nl", "De haven op 3 mei 2018 na de storm"),
        ("ru", "Порт 3 мая 2018 года после шторма"),
    ],
)
def test_the_day_in_a_caption_or_a_teaser_does_not(language, line, form):
    assert read(form(STORIES[language], line)).date is None


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Friday 3 May 2019", "Updated: 3 May 2019, 15:10 BST"),
        ("Updated: 4 May 2019, 15:10 BST", "Published: 3 May 2019"),
    ],
)
def test_a_change_told_in_a_line_of_its_own_is_no_publication(lines, form):
    article = read(form(STORIES["en"], *lines))
    assert (article.date.value, article.date.alternatives) == (date(2019, 5, 3), ())


def test_a_change_dates_an_article_rather_than_the_day_at_the_top_of_the_page():
    headline, _, *text = STORIES["en"]
    menu = ["Sunday 5 May 2019", *"News Sport Weather Travel Money Life Arts Video Jobs".split()]
    lines = [*menu, headline, "Last Updated: 12:59am GMT 04/05/2019", *text]
    dated = read(Document(text="\n\n".join(lines))).date
    assert (dated.value, dated.precision) == (date(2019, 5, 4), "day")


def test_of_dates_above_the_headline_the_nearest_counts():
    headline, _, *text = STORIES["en"]
    lines = ["Sunday, 5 May, 2019", "Fri, May 3, 2019", headline, *text]
    assert read(Document(text="\n\n".join(lines))).date.value == date(2019, 5, 3)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Meridian Wire, 3 May 2019", "Meridian Wire"),
        ("L’Écho du Port | 3 May 2019", "L’Écho du Port"),
        ("Smith & Sons, 3 May 2019", "Smith & Sons"),
        ("France 24, 3 May 2019", "France 24"),
        ("Madrid - 03 MAY 2019 - 00:15 CEST", None),
        ("Redacción | 3 May 2019", None),
        ("Web Issue 3044 | 3 May 2019", None),
        ("Thursday Jan 10 - Sunday, 3 May 2019", None),
    ],
)
def test_what_stands_beside_a_date_is_a_publisher_only_when_it_is_a_name(line, source):
    headline, _, *text = STORIES["en"]
    assert read(Document(text="\n\n".join([line, headline, *text]))).source == source


@pytest.mark.parametrize("month", "янв фев мар апр мая июн июл авг сен окт ноя дек".split())
def test_short_months_are_months(month):
    (reading,) = find_dates(f"3 {month}. 2019", "header")
    assert (reading.value.day, reading.value.year) == (3, 2019)


def test_a_line_that_says_when_and_a_line_that_says_more():
    assert is_date_line("Veröffentlicht am 03.05.2019 um 18:42 Uhr")
    assert not is_date_line("Von Anna Weiß | 03.05.2019")
    assert tells_when("Von Anna Weiß | 03.05.2019")
    assert not tells_when("Am 3. Mai 2019 trat er zurück.")
    assert not tells_when("Von Anna Weiß")
