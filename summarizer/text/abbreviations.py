"""Abbreviations that end in a full stop without ending a sentence, by language, in lower case.

Written without the final stop, as Punkt's parameters want them.
"""

from functools import cache

from summarizer.text.function_words import function_words

__all__ = ["endings", "starters", "titles"]

#: before a name or a number: never end a sentence
_TITLES = {
    "en": """mr mrs ms messrs dr prof rev hon gen col lt maj sgt cpl capt cmdr adm gov sen rep reps
        sens pres amb supt insp det mt ft st no nos vs p pp fig figs eq vol ch sec ed eds trans cf
        e.g i.e viz approx ca al et""",
    "de": """hr fr dr prof dipl ing nr bzw z.b d.h u.a v.a i.d.r ca vgl evtl ggf inkl exkl str st
        bd hrsg abs art o.ä s.o s.u geb gest sog tel mio mrd""",
    "fr": """m mm mme mlle dr pr st ste no n° p pp art cf ex av boul chap éd env fig""",
    "es": """sr sra srta sres dr dra prof d dña ud uds núm no p pág págs art cap ed ej avda""",
    "it": """sig sigg sig.ra dott dott.ssa prof ing avv on sen p pag pagg art cap ecc n no es""",
    "pt": """sr sra srta dr dra prof profa d no n p pág págs art cap ed av ex""",
    "nl": """dhr mevr mr drs dr ir ing prof st nr blz bijv o.a d.w.z m.b.t i.v.m t.o.v resp ca jl
        a.s""",
    "ru": """г гг в вв им ул пр д стр с см т.е т.д т.п т.к др пр млн млрд тыс руб проф акад""",
}

#: end a phrase or, before a likely beginning, a sentence
_ENDINGS = {
    "en": """jr sr inc corp co ltd llc plc bros u.s u.s.a u.k u.n e.u d.c l.a n.y a.m p.m b.c a.d
        ph.d m.d b.a m.a b.sc m.sc etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues
        wed thu thurs fri sat sun ave blvd rd st dept est univ assn bros calif conn mass pa va wash
        fla tex ill ind ga md mich minn miss mo okla ore penn tenn colo ariz ark""",
    "de": "usw etc jan feb mär apr jun jul aug sep sept okt nov dez jh jhd uhr gmbh",
    "fr": "etc janv févr avr juil sept oct nov déc",
    "es": "etc ee.uu s.a ene feb mar abr jun jul ago sept oct nov dic",
    "it": "ecc s.p.a gen feb mar apr mag giu lug ago sett ott nov dic",
    "pt": "etc s.a jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "enz etc b.v n.v jan feb mrt apr jun jul aug sep sept okt nov dec",
    "ru": "т.д т.п и.о",
}

#: capitalised words with which sentences begin and names do not
_STARTERS = {
    "en": """a after all although an and another as at because before both but by despite during
        each earlier every few following for from he her here his how however i if in instead it
        its last later many meanwhile moreover most my never no none nor not now of on once one
        only other our over people she since so some still such that the their then there these
        they this those though three through to two under until we what when where while who why
        with would yet you your mr mrs ms dr""",
}


@cache
def titles(language: str | None) -> frozenset[str]:
    """Abbreviations that never end a sentence."""
    return frozenset(_TITLES.get(language or "en", _TITLES["en"]).split())


@cache
def endings(language: str | None) -> frozenset[str]:
    """Abbreviations that end a sentence when one begins after them."""
    return frozenset(_ENDINGS.get(language or "en", _ENDINGS["en"]).split())


@cache
def starters(language: str | None) -> frozenset[str]:
    """Words (lower case) that show, capitalised after an abbreviation, that a sentence begins."""
    known = _STARTERS.get(language or "en")
    return frozenset(known.split()) if known else function_words(language)
