"""The languages beside English; a Wednesday is the day of publication."""

from datetime import date

import pytest

from summarizer.text.date_mentions import date_mentions

PUBLISHED = date(2019, 7, 3)
WIDTH = {"day": 10, "week": 10, "month": 7, "year": 4}
GOLDEN = {
    "de": """
        Offen vom 12. Juni bis 14. Juli 2018.              =2018-06-12 =2018-07-14
        Offen vom 30. Dezember bis zum 2. Januar 2018.     =2017-12-30 =2018-01-02
        Es war im Juni und Juli 2018.                      =2018-06 =2018-07
        Es war zwischen Juni und August 2018.              =2018-06 =2018-08
        Es war im Mai und Juni vergangenen Jahres.         ~2018-05 ~2018-06
        Er geht am Montag kommender Woche.                 ~2019-07-08
        Er geht am Montag der nächsten Woche.              ~2019-07-08
        Er geht nächste Woche Montag.                      ~2019-07-08
        Er kam letzte Woche am Freitag.                    ~2019-06-28
        Er kam letzte Woche. Am Montag ging er.            ~w2019-06-24 ~2019-07-01
        Sie trafen sich am Sonntag.                        ~2019-06-30
        Sie trafen sich am 12. Juni 2018.                  =2018-06-12
        Sie trafen sich am 12. Juni in Berlin.             ~2019-06-12
        Sie trafen sich am Sonntag, dem 30. Juni.          ~2019-06-30
        Sie trafen sich am 27. und 28. Februar.            ~2019-02-27 ~2019-02-28
        Es war im Mai 2018.                                =2018-05
        Es war im Dezember.                                ~2018-12
        Es war im letzten Juli.                            ~2018-07
        Es war im Juni vergangenen Jahres.                 ~2018-06
        Vor drei Tagen kam er.                             ~2019-06-30
        Er kam vor zwei Jahren.                            ~2017
        Gestern kam er, heute geht er.                     ~2019-07-02 ~2019-07-03
        Guten Morgen, sagte er; morgen geht er.            ~2019-07-04
        Letzte Woche kam er.                               ~w2019-06-24
        Am vergangenen Freitag kam er.                     ~2019-06-28
        Am kommenden Freitag geht er.                      ~2019-07-05
        Er wird am Sonntag gehen.                          ~2019-07-07
        Seit 2015 ist er da.                               =2015
        Am Sonntagabend kam er.                            ~2019-06-30
        Er siegte am 12. Juni 2018. Drei Tage später ging er.  =2018-06-12 ~2018-06-15
        Am 9.2.2019 kam er.                                =2019-02-09
        Es begann am 18. März 1848.                        =1848-03-18
        Es war im Mai 1789.                                =1789-05
        Am 3. Mai 1500 Menschen zu retten, gelang.         ~2019-05-03
        Am 3. Mai, 1500 Jahre danach, kam er.              ~2019-05-03
        Es endet am 30. Dezember 9999.
        Es war im Mai 0900.
        """,
    "fr": """
        Ouvert du 12 juin au 14 juillet 2018.              =2018-06-12 =2018-07-14
        Ouvert entre le 3 mars et le 5 avril 2017.         =2017-03-03 =2017-04-05
        C’était en juin et juillet 2018.                   =2018-06 =2018-07
        Il part lundi de la semaine prochaine.             ~2019-07-08
        Il part la semaine prochaine, lundi.               ~2019-07-08
        Il est venu vendredi de la semaine dernière.       ~2019-06-28
        Ils se sont vus dimanche.                          ~2019-06-30
        Ils se sont vus le 12 juin 2018.                   =2018-06-12
        Ils se sont vus le 1er juin.                       ~2019-06-01
        Ils se sont vus dimanche 30 juin.                  ~2019-06-30
        C’était en juin 2018.                              =2018-06
        C’était en décembre.                               ~2018-12
        C’était en juillet dernier.                        ~2018-07
        C’était en juin de l’année dernière.               ~2018-06
        Il y a trois jours, il est venu.                   ~2019-06-30
        Il est venu il y a deux ans.                       ~2017
        Il est venu hier, et aujourd’hui il part.          ~2019-07-02 ~2019-07-03
        Il est venu vendredi dernier.                      ~2019-06-28
        Il part vendredi prochain.                         ~2019-07-05
        Il doit partir vendredi.                           ~2019-07-05
        La semaine dernière, il est venu.                  ~w2019-06-24
        L’an dernier, il est venu.                         ~2018
        Depuis 2015, il est là.                            =2015
        Près de sept heures après, il est parti.
        Il a gagné le 12 juin 2018. Trois jours plus tard, il est parti.  =2018-06-12 ~2018-06-15
        Le 09/02/2019, il est venu.                        =2019-02-09
        Elle fut prise le 14 juillet 1789.                 =1789-07-14
        C’était en juillet 1789.                           =1789-07
        Le 3 mai 1500 personnes ont défilé.                ~2019-05-03
        Le 3 mai, 1500 jeunes ont défilé.                  ~2019-05-03
        Il expire le 30 décembre 9999.
        """,
    "es": """
        Abierto del 12 de junio al 14 de julio de 2018.    =2018-06-12 =2018-07-14
        Abierto entre el 3 de marzo y el 5 de abril de 2017.   =2017-03-03 =2017-04-05
        Fue en junio y julio de 2018.                      =2018-06 =2018-07
        Se va el lunes de la próxima semana.               ~2019-07-08
        Se va el lunes de la semana que viene.             ~2019-07-08
        Se va la próxima semana, el lunes.                 ~2019-07-08
        Llegó el viernes de la semana pasada.              ~2019-06-28
        Se vieron el domingo.                              ~2019-06-30
        Se vieron el 12 de junio de 2018.                  =2018-06-12
        Se vieron el 12 de junio.                          ~2019-06-12
        Se vieron el domingo 30 de junio.                  ~2019-06-30
        Fue en junio de 2018.                              =2018-06
        Fue en diciembre.                                  ~2018-12
        Fue en junio del año pasado.                       ~2018-06
        Hace tres días llegó.                              ~2019-06-30
        Llegó dos años atrás.                              ~2017
        Llegó ayer por la mañana.                          ~2019-07-02
        No esta mañana; se va mañana.                      ~2019-07-04
        Llegó el viernes pasado.                           ~2019-06-28
        Se va el próximo viernes.                          ~2019-07-05
        Se va el viernes que viene.                        ~2019-07-05
        La semana pasada llegó.                            ~w2019-06-24
        Desde 2015 está aquí.                              =2015
        Se alzó el 2 de mayo de 1808.                      =1808-05-02
        Fue en mayo de 1808.                               =1808-05
        El 2 de mayo 1500 jóvenes marcharon.               ~2019-05-02
        Vence el 30 de diciembre de 9999.
        """,
    "it": """
        Aperto dal 12 giugno al 14 luglio 2018.            =2018-06-12 =2018-07-14
        Era a giugno e luglio 2018.                        =2018-06 =2018-07
        Parte lunedì della prossima settimana.             ~2019-07-08
        Parte lunedì della settimana prossima.             ~2019-07-08
        Parte la prossima settimana, lunedì.               ~2019-07-08
        Si sono visti domenica.                            ~2019-06-30
        Si sono visti il 12 giugno 2018.                   =2018-06-12
        Si sono visti il 12 giugno.                        ~2019-06-12
        Si sono visti domenica 30 giugno.                  ~2019-06-30
        Era a giugno 2018.                                 =2018-06
        Era nel dicembre scorso.                           ~2018-12
        Era nel giugno dell’anno scorso.                   ~2018-06
        Tre giorni fa è arrivato.                          ~2019-06-30
        È arrivato ieri, parte domani.                     ~2019-07-02 ~2019-07-04
        È arrivato venerdì scorso.                         ~2019-06-28
        Parte venerdì prossimo.                            ~2019-07-05
        La settimana scorsa è arrivato.                    ~w2019-06-24
        Dal 2015 è qui.                                    =2015
        Nacque il 17 marzo 1861.                           =1861-03-17
        Fu nel mese di marzo 1861.                         =1861-03
        Il 17 marzo 1500 persone sfilarono.                ~2019-03-17
        Il 17 marzo, 1500 giovani sfilarono.               ~2019-03-17
        Scade il 30 dicembre 9999.
        """,
    "pt": """
        Aberto de 12 de junho a 14 de julho de 2018.       =2018-06-12 =2018-07-14
        Foi em junho e julho de 2018.                      =2018-06 =2018-07
        Parte na segunda-feira da próxima semana.          ~2019-07-08
        Parte na segunda-feira da semana que vem.          ~2019-07-08
        Parte na próxima semana, na segunda-feira.         ~2019-07-08
        Encontraram-se no domingo.                         ~2019-06-30
        Encontraram-se em 12 de junho de 2018.             =2018-06-12
        Encontraram-se a 12 de junho.                      ~2019-06-12
        Encontraram-se na segunda-feira.                   ~2019-07-01
        Foi em junho de 2018.                              =2018-06
        Foi em dezembro.                                   ~2018-12
        Foi em junho do ano passado.                       ~2018-06
        Chegou há três dias.                               ~2019-06-30
        Chegou dois anos atrás.                            ~2017
        Chegou ontem e parte amanhã.                       ~2019-07-02 ~2019-07-04
        Chegou na sexta-feira passada.                     ~2019-06-28
        Vai partir na sexta-feira.                         ~2019-07-05
        Na semana passada chegou.                          ~w2019-06-24
        Foi em 7 de setembro de 1822.                      =1822-09-07
        Foi em setembro de 1822.                           =1822-09
        Em 7 de junho 1500 jovens marcharam.               ~2019-06-07
        Vence em 30 de dezembro de 9999.
        """,
    "nl": """
        Open van 12 juni tot en met 14 juli 2018.          =2018-06-12 =2018-07-14
        Open van 12 juni t/m 14 juli 2018.                 =2018-06-12 =2018-07-14
        Het was in juni en juli 2018.                      =2018-06 =2018-07
        Hij gaat volgende week maandag.                    ~2019-07-08
        Hij gaat maandag volgende week.                    ~2019-07-08
        Hij kwam vorige week op vrijdag.                   ~2019-06-28
        Ze spraken elkaar zondag.                          ~2019-06-30
        Ze spraken elkaar op 12 juni 2018.                 =2018-06-12
        Ze spraken elkaar op 12 juni.                      ~2019-06-12
        Ze spraken elkaar op zondag 30 juni.               ~2019-06-30
        Het was in juni 2018.                              =2018-06
        Het was in december.                               ~2018-12
        Drie dagen geleden kwam hij.                       ~2019-06-30
        Hij kwam gisteren en gaat morgen.                  ~2019-07-02 ~2019-07-04
        Hij kwam deze morgen aan.
        Hij kwam afgelopen vrijdag.                        ~2019-06-28
        Hij zal vrijdag vertrekken.                        ~2019-07-05
        Vorige week kwam hij.                              ~w2019-06-24
        Vorig jaar kwam hij.                               ~2018
        Op 12-06-2018 kwam hij.                            =2018-06-12
        Het begon op 15 mei 1848.                          =1848-05-15
        Het was in mei 1848.                               =1848-05
        Op 15 mei 1500 mensen redden lukte.                ~2019-05-15
        Op 15 mei, 1500 jaar later, kwam hij.              ~2019-05-15
        Het eindigt op 30 december 9999.
        """,
    "ru": """
        Открыто с 12 июня по 14 июля 2018 года.            =2018-06-12 =2018-07-14
        Это было в июне и июле 2018 года.                  =2018-06 =2018-07
        Он уедет в понедельник на следующей неделе.        ~2019-07-08
        Он уедет на следующей неделе в понедельник.        ~2019-07-08
        Он уедет в понедельник следующей недели.           ~2019-07-08
        Они встретились в воскресенье.                     ~2019-06-30
        Они встретились 12 июня 2018 года.                 =2018-06-12
        Они встретились 12 июня.                           ~2019-06-12
        Они встретились в воскресенье, 30 июня.            ~2019-06-30
        Это было в июне 2018 года.                         =2018-06
        Это было в декабре.                                ~2018-12
        Это было в июне прошлого года.                     ~2018-06
        Три дня назад он приехал.                          ~2019-06-30
        Он приехал вчера и уедет завтра.                   ~2019-07-02 ~2019-07-04
        Он приехал в прошлую пятницу.                      ~2019-06-28
        На прошлой неделе он приехал.                      ~w2019-06-24
        В 2018 году он приехал.                            =2018
        Он будет там в пятницу.                            ~2019-07-05
        Это было 09.02.2019.                               =2019-02-09
        Это было 7 сентября 1812 года.                     =1812-09-07
        Это было в сентябре 1812 года.                     =1812-09
        7 июня 1500 молодых людей вышли на улицу.          ~2019-06-07
        Он истекает 30 декабря 9999 года.
        """,
}
CASES = [
    (language, line.strip())
    for language, lines in GOLDEN.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_dates_are_what_a_reader_takes_them_for(language, case):
    text, *dates = case.split("  ")
    mentions = date_mentions(text, published=PUBLISHED, language=language)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert [
        ("=" if mention.origin == "stated" else "~")
        + ("w" if mention.precision == "week" else "")
        + mention.value.isoformat()[: WIDTH[mention.precision]]
        for mention in mentions
    ] == " ".join(dates).split()


def test_a_full_stop_belongs_to_the_sentence():
    (mention,) = date_mentions("Il est parti le 23 mars.", published=PUBLISHED, language="fr")
    assert mention.text == "23 mars"
