"""Words for days in seven languages; `shared` says how they go together.

In each list words are separated by spaces, words for one thing by `|`; `_` is a space inside one.
"""

from dataclasses import dataclass

__all__ = ["VOCABULARIES", "Vocabulary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A language's words; adjectives stand before their noun or, where `after` says so, behind."""

    #: abbreviations only where they are no other words ("sept" is seven in French, "Jan" a man)
    months: str
    #: Monday first
    weekdays: str
    #: the day before yesterday, yesterday, today, tomorrow, the day after tomorrow
    days: str
    #: last, this, next
    which: str
    #: the same, behind the noun
    after: str = ""
    #: day, week, month, year
    units: str
    #: from one
    numbers: str
    #: patterns around "three days" that make it "three days ago"
    ago_before: str = ""
    ago_after: str = ""
    #: the same for "three days later"
    later: str
    #: words before a month, and before a year, that make it one
    in_month: str
    in_year: str
    #: behind a year, where that makes it one ("2018 года")
    year_after: str = ""
    #: between a month and its year
    year_of: tuple[str, ...] = ()
    #: what is counted: a number before it is no year
    counted: str
    #: between a weekday and its week, in either order
    of_week: str
    #: what joins two dates to a range or a list, and what may stand beside that
    joints: str
    #: words that look ahead
    ahead: str
    #: before a word for a day that means something else then ("esta mañana" is this morning)
    not_after: tuple[str, ...] = ()


VOCABULARIES: dict[str, Vocabulary] = {
    "de": Vocabulary(
        months="januar|jänner februar|feber|feb märz april mai juni juli august|aug"
        " september|sept|sep oktober|okt november|nov dezember|dez",
        weekdays="montag|montagabend|montagmorgen dienstag|dienstagabend|dienstagmorgen"
        " mittwoch|mittwochabend|mittwochmorgen donnerstag|donnerstagabend|donnerstagmorgen"
        " freitag|freitagabend|freitagmorgen samstag|sonnabend|samstagabend|samstagmorgen"
        " sonntag|sonntagabend|sonntagmorgen",
        days="vorgestern gestern heute morgen übermorgen",
        which="letzten|letzte|letzter|letztes|letztem|vergangenen|vergangene|vergangener|vergangenes"
        "|vorigen|vorige|voriger|voriges dieses|diese|dieser|diesem|diesen"
        " nächsten|nächste|nächster|nächstes|kommenden|kommende|kommender|kommendes",
        units="tag|tage|tagen woche|wochen monat|monate|monaten|monats jahr|jahre|jahren|jahres",
        numbers="ein|eine|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        ago_before="vor ",
        later="später|darauf|danach",
        in_month="im|seit|ab|bis|anfang|ende|mitte|vom|zwischen",
        in_year="im_jahr|im_jahre|seit|bis|jahres|jahr|anfang|ende|mitte|sommer|herbst|frühjahr|winter",
        counted="menschen|personen|leute|einwohner männer|frauen|kinder"
        " soldaten|polizisten|beamte|helfer"
        " demonstranten|teilnehmer|besucher|zuschauer|gäste|mitglieder"
        " arbeiter|mitarbeiter|stellen|jobs"
        " tote|verletzte|opfer|flüchtlinge|gefangene"
        " stimmen|sitze|fälle|häuser|wohnungen"
        " euro|dollar|pfund|punkte|meter|kilometer|tonnen|uhr",
        of_week="der|in_der|am",
        joints="und|bis|oder|sowie am|im|dem|den|der|zum",
        ahead="wird|werden|soll|sollen|will|wollen|möchte|möchten|plant|planen|geplant|würde",
    ),
    "fr": Vocabulary(
        months="janvier|janv février|févr mars avril mai juin juillet|juil août|aout septembre"
        " octobre|oct novembre|nov décembre|déc",
        weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
        days="avant-hier hier aujourd'hui|aujourd’hui demain après-demain",
        which="dernier|dernière ce|cet|cette prochain|prochaine",
        after="dernier|dernière|passé|passée - prochain|prochaine",
        units="jour|jours semaine|semaines mois an|ans|année|années",
        numbers="un|une deux trois quatre cinq six sept huit neuf dix onze douze",
        ago_before="il y a ",
        later="plus_tard|après",
        in_month="en|de|début|fin|mi|depuis|dès|d'ici|au_mois_de|avant|jusqu'en|entre",
        in_year="en|depuis|de|fin|début|l'année|avant|d'ici|d’ici|jusqu'en|été|hiver|printemps|automne",
        counted="personnes|gens|habitants hommes|femmes|enfants"
        " soldats|policiers|militaires|pompiers|gendarmes"
        " manifestants|participants|visiteurs|spectateurs|membres"
        " ouvriers|salariés|employés|emplois|postes"
        " morts|blessés|victimes|réfugiés|migrants|prisonniers"
        " voix|sièges|cas|maisons|logements"
        " euros|dollars|livres|points|mètres|kilomètres|tonnes",
        of_week="de_la|la|le",
        joints="et|au|à|ou le|en|du|de|fin|début",
        ahead="va|vont|doit|doivent|devrait|devraient|sera|seront|prévu|prévue|aura|auront|prévoit",
    ),
    "es": Vocabulary(
        months="enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago"
        " septiembre|setiembre|sept octubre|oct noviembre|nov diciembre|dic",
        weekdays="lunes martes miércoles jueves viernes sábado domingo",
        days="anteayer|antier ayer hoy mañana pasado_mañana",
        which="pasado|pasada|último|última este|esta próximo|próxima",
        after="pasado|pasada - próximo|próxima|que_viene",
        units="día|días semana|semanas mes|meses año|años",
        numbers="un|una dos tres cuatro cinco seis siete ocho nueve diez once doce",
        ago_before="hace ",
        ago_after=" atrás",
        later="después|más_tarde",
        in_month="en|de|desde|a_principios_de|a_finales_de|hasta|entre",
        in_year="en|desde|de|del|hasta|año|verano|otoño|invierno|primavera",
        year_of=("de", "del"),
        counted="personas|gente|habitantes hombres|mujeres|niños"
        " soldados|policías|militares|agentes"
        " manifestantes|participantes|visitantes|espectadores|miembros"
        " obreros|trabajadores|empleados|empleos|puestos"
        " muertos|heridos|víctimas|refugiados|migrantes|presos"
        " votos|escaños|casos|casas|viviendas"
        " euros|dólares|libras|puntos|metros|kilómetros|toneladas",
        of_week="de_la|la|el",
        joints="y|e|al|a|o|hasta el|en|de|los",
        ahead="va|van|será|serán|prevé|previsto|prevista|debe|deben|tendrá|habrá|celebrará|reunirá",
        not_after=("la", "esta", "de", "La", "Esta", "una"),
    ),
    "it": Vocabulary(
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
        " novembre dicembre",
        weekdays="lunedì|lunedí martedì mercoledì giovedì venerdì sabato domenica",
        days="l'altroieri|l’altroieri ieri oggi domani dopodomani",
        which="scorso|scorsa|ultimo|ultima questo|questa prossimo|prossima",
        after="scorso|scorsa - prossimo|prossima",
        units="giorno|giorni settimana|settimane mese|mesi anno|anni",
        numbers="un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici",
        ago_after=" fa",
        later="dopo|più_tardi",
        in_month="in|a|di|da|nel_mese_di|fino_a|metà|fine|inizio|tra|fra",
        in_year="nel|dal|del|al|fino_al|anno|estate|autunno|inverno|primavera",
        counted="persone|gente|abitanti uomini|donne|bambini"
        " soldati|poliziotti|militari|agenti|carabinieri"
        " manifestanti|partecipanti|visitatori|spettatori|membri"
        " operai|lavoratori|dipendenti|posti"
        " morti|feriti|vittime|profughi|migranti|detenuti voti|seggi|casi|case"
        " euro|dollari|sterline|punti|metri|chilometri|tonnellate",
        of_week="della|di|la",
        joints="e|ed|al|a|o|fino il|in|di|del|nel",
        ahead="sarà|saranno|dovrà|dovrebbe|dovranno|prevede|previsto|prevista|avrà|incontrerà|andrà",
    ),
    "pt": Vocabulary(
        months="janeiro|jan fevereiro|fev março abril|abr maio junho|jun julho|jul agosto|ago"
        " setembro outubro novembro|nov dezembro",
        weekdays="segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        days="anteontem ontem hoje amanhã depois_de_amanhã",
        which="passado|passada|último|última este|esta|neste|nesta próximo|próxima",
        after="passado|passada - próximo|próxima|que_vem",
        units="dia|dias semana|semanas mês|meses ano|anos",
        numbers="um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze",
        ago_before="há ",
        ago_after=" atrás",
        later="depois|mais_tarde",
        in_month="em|de|desde|até|no_início_de|no_final_de|entre",
        in_year="em|desde|de|até|ano|verão|outono|inverno|primavera",
        year_of=("de", "do"),
        counted="pessoas|gente|habitantes homens|mulheres|crianças"
        " soldados|policiais|polícias|militares|agentes"
        " manifestantes|participantes|visitantes|espectadores|membros"
        " operários|trabalhadores|empregados|empregos|vagas"
        " mortos|feridos|vítimas|refugiados|migrantes|presos"
        " votos|assentos|casos|casas"
        " euros|dólares|reais|libras|pontos|metros|quilômetros|toneladas",
        of_week="da|na|a",
        joints="e|ao|a|ou|até o|em|de|do|no",
        ahead="vai|vão|será|serão|deve|devem|deverá|deverão|previsto|prevista|terá|planeja",
    ),
    "nl": Vocabulary(
        months="januari februari|feb maart april mei juni juli augustus|aug september|sept"
        " oktober|okt november|nov december|dec",
        weekdays="maandag|maandagavond|maandagochtend dinsdag|dinsdagavond|dinsdagochtend"
        " woensdag|woensdagavond|woensdagochtend donderdag|donderdagavond|donderdagochtend"
        " vrijdag|vrijdagavond|vrijdagochtend zaterdag|zaterdagavond|zaterdagochtend"
        " zondag|zondagavond|zondagochtend",
        days="eergisteren gisteren vandaag morgen overmorgen",
        which="vorige|vorig|afgelopen|laatste deze|dit volgende|volgend|komende|aanstaande",
        units="dag|dagen week|weken maand|maanden jaar|jaren",
        numbers="een|één twee drie vier vijf zes zeven acht negen tien elf twaalf",
        ago_after=" geleden",
        later="later|daarna",
        in_month="in|sinds|vanaf|tot|begin|eind|half|medio|van|tussen",
        in_year="in|sinds|van|tot|jaar|eind|begin|zomer|herfst|najaar|voorjaar|winter",
        counted="mensen|personen|inwoners mannen|vrouwen|kinderen"
        " soldaten|agenten|militairen"
        " demonstranten|betogers|deelnemers|bezoekers|toeschouwers|leden"
        " arbeiders|werknemers|banen"
        " doden|gewonden|slachtoffers|vluchtelingen|migranten|gevangenen"
        " stemmen|zetels|gevallen|huizen|woningen"
        " euro|dollar|pond|punten|meter|kilometer|ton",
        of_week="van|op|in",
        joints="en|tot|of|t/m op|in|de|met",
        ahead="zal|zullen|zou|gaat|gaan|wil|willen|moet|moeten|gepland|verwacht",
        not_after=("deze", "de", "goede", "Deze", "De"),
    ),
    "ru": Vocabulary(
        months="январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле"
        " май|мая|мае июнь|июня|июне июль|июля|июле август|августа|августе"
        " сентябрь|сентября|сентябре октябрь|октября|октябре"
        " ноябрь|ноября|ноябре декабрь|декабря|декабре",
        weekdays="понедельник|понедельника вторник|вторника среду|среды|среда четверг|четверга"
        " пятницу|пятницы|пятница субботу|субботы|суббота воскресенье|воскресенья",
        days="позавчера вчера сегодня завтра послезавтра",
        which="прошлый|прошлая|прошлое|прошлую|прошлой|прошлом|прошлого|минувший|минувшую|минувшее"
        "|минувшей|минувшем этот|эта|это|эту|этой|этом|этого|нынешнем|нынешнего"
        " следующий|следующая|следующее|следующую|следующей|следующем|следующего|будущей|будущем",
        units="день|дня|дней неделя|недели|недель|неделю|неделе месяц|месяца|месяцев|месяце"
        " год|года|году|лет",
        numbers="один|одну|одна два|две три четыре пять шесть семь восемь девять десять одиннадцать"
        " двенадцать",
        ago_after=" (?:тому )?назад",
        later="спустя",
        in_month="в|с|до|начале|конце|середине|между",
        in_year="в|с|до|начале|конце",
        year_after=" (?:году|года|год|г\\.)",
        counted="человек|людей|жителей мужчин|женщин|детей"
        " солдат|военных|полицейских|военнослужащих"
        " участников|демонстрантов|протестующих|зрителей|членов"
        " рабочих|сотрудников|мест"
        " погибших|раненых|пострадавших|беженцев|заключённых"
        " голосов|случаев|домов|квартир"
        " евро|долларов|рублей|очков|метров|километров|тонн",
        of_week="на|в|во",
        joints="и|по|до|или в|во|с|на",
        ahead="будет|будут|должен|должна|должны|намерен|планирует|планируют|состоится|пройдёт|пройдет"
        "|встретится|ожидается|запланирован|запланирована",
    ),
}
