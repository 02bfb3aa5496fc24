"""Month names, weekdays and zone abbreviations, as news pages print them."""

from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

__all__ = ["MONTHS", "WEEKDAYS", "ZONES"]

_NAMES = (
    "january jan januar janvier janv enero ene janeiro gennaio gen januari января январь",
    "february feb februar février fevrier févr febrero fevereiro febbraio februari февраля февраль",
    "march mar märz maerz mrz mars marzo março marco maart mrt марта март",
    "april apr avril avr abril abr aprile апреля апрель",
    "may mai mayo maio maggio mag mei мая май",
    "june jun juni juin junio junho giugno giu июня июнь",
    "july jul juli juillet juil julio julho luglio lug июля июль",
    "august aug août aout agosto ago augustus августа август",
    "september sept sep septembre septiembre setembro settembre set сентября сентябрь",
    "october oct oktober okt octobre octubre outubro ottobre ott октября октябрь",
    "november nov novembre noviembre novembro ноября ноябрь",
    "december dec dezember dez décembre decembre diciembre dic dezembro dicembre декабря декабрь",
)
#: name, casefolded and without a dot -> number
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
} | {"febbr": 2, "déc": 12}

WEEKDAYS: frozenset[str] = frozenset(
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday"
    " sat sunday sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi"
    " mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado"
    " domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta"
    " quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " понедельник вторник среда четверг пятница суббота воскресенье".split()
)


def _hours(count: float) -> timezone:
    return timezone(timedelta(hours=count))


#: what is left out (CST, IST) stands for several zones
ZONES: dict[str, tzinfo] = {
    **dict.fromkeys(("UTC", "GMT", "Z"), UTC),
    **dict.fromkeys(("BST", "CET", "WEST"), _hours(1)),
    **dict.fromkeys(("CEST", "EET", "SAST"), _hours(2)),
    **dict.fromkeys(("EEST", "MSK"), _hours(3)),
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
