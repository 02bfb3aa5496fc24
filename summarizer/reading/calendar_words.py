"""Month names, weekdays and zone abbreviations, as news pages print them."""

from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

__all__ = ["MONTHS", "WEEKDAYS", "ZONES"]

_NAMES = """
    january jan januar jänner janvier janv enero ene janeiro gennaio gen januari января январь янв
    | february feb februar feber février fevrier févr fév febrero fevereiro fev febbraio febbr
      februari февраля февраль фев февр
    | march mar märz maerz mär mrz mars marzo março marco maart mrt марта март мар
    | april apr avril avr abril abr aprile апреля апрель апр
    | may mai mayo maio maggio mag mei мая май
    | june jun juni juin junio junho giugno giu июня июнь июн
    | july jul juli juillet juill juil julio julho luglio lug июля июль июл
    | august aug août aout agosto ago augustus августа август авг
    | september sept sep septembre septiembre setiembre setembro settembre set
      сентября сентябрь сент сен
    | october oct oktober okt octobre octubre outubro out ottobre ott октября октябрь окт
    | november nov novembre noviembre novembro ноября ноябрь нояб ноя
    | december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre
      декабря декабрь дек
"""
#: name, casefolded and without a dot -> number
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(_NAMES.split("|"), start=1)
    for name in names.split()
}

WEEKDAYS: frozenset[str] = frozenset(
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday"
    " sat sunday sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
    " mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven"
    " sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom"
    " lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab"
    " segunda terça quarta quinta sexta seg ter qua qui sex"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo"
    " понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс".split()
)


def _hours(count: float) -> timezone:
    return timezone(timedelta(hours=count))


#: what is left out (CST, IST) stands for several zones
ZONES: dict[str, tzinfo] = {
    **dict.fromkeys(("UTC", "GMT", "Z"), UTC),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST"), _hours(1)),
    **dict.fromkeys(("CEST", "EET", "MESZ", "SAST"), _hours(2)),
    **dict.fromkeys(("EEST", "MSK", "МСК"), _hours(3)),
    **dict.fromkeys(("SGT", "HKT", "AWST"), _hours(8)),
    **dict.fromkeys(("JST", "KST"), _hours(9)),
    "ICT": _hours(7),
    "PKT": _hours(5),
    "GST": _hours(4),
    "AEST": _hours(10),
    "AEDT": _hours(11),
    "NZST": _hours(12),
    "NZDT": _hours(13),
    "EDT": _hours(-4),
    "EST": _hours(-5),
    "CDT": _hours(-5),
    "MDT": _hours(-6),
    "MST": _hours(-7),
    "PDT": _hours(-7),
    "PST": _hours(-8),
    "ET": ZoneInfo("America/New_York"),
    "PT": ZoneInfo("America/Los_Angeles"),
}
