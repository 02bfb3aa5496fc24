"""Abbreviations that end in a full stop without ending a sentence, by language.

Written without the final stop. One that is written with a capital here is an abbreviation with a
capital only: "Sat." is, "he sat." is not.
"""

from functools import cache

from summarizer.text.function_words import function_words

__all__ = ["endings", "known", "numbered", "proper", "starters", "titles"]

#: before a name or a number: never end a sentence
_TITLES = {
    "en": """mr mrs ms messrs dr drs prof profs rev hon gen gens col lt lts maj sgt sgts cpl capt
        cmdr cpt adm brig pvt pfc spc msgr gov govs sen sens rep reps pres amb supt insp det mt mts
        ft st ste vs p pp fig figs eq vol ch sec ed eds trans asst atty treas cf e.g i.e viz approx
        ca al et fr rt mgr dir dep ofc ald wm geo chas""",
    "de": """hr hrn fr dr prof dipl ing med jur rer habil theol nr bzw z.b d.h u.a v.a i.d.r ca vgl
        evtl ggf ggfs ggü inkl exkl einschl zzgl abzgl bzgl betr str st bd hrsg o.ä s.o s.u geb
        gest verh sog tel abb abg abt akad allg anm aufl ch chr dgl ehem eigtl erg fa fam fasz frhr
        gebr gegr gem ges gesch hl hptm insb insbes jg kath lt ltd mind näml oberst österr ph präs
        prot pfr rd reg resp röm schr sen skr stellv städt th u.u urspr vors wg zit z.t staatssekr
        bürgerm oberbürgerm""",
    "fr": """m mm mme mmes mlle mlles mgr dr drs pr prs st ste n° p pp cf av bld boul éd env hab ch
        ph th cdt Col gal lt sgt adj sén dép chap fasc ill coll trad tél""",
    "es": """sr sres sra sras srta srtas dr dra dres prof profa d dña ud uds vd vds núm nro n.º p
        pp pág págs arts cap fig vol ed ej av avda avdas ctra pza pl pº gral gob pte pdte vpte pdta
        lic ing arq mons fr hno hnos sto sta excmo excma ilmo ilma cnel tte sgto cmdte alte cte
        dpto depto admón prov tel teléf tfno aprox ee ff jj rr cc pto bs mtro mtra mtros dip sen
        gdor sec Col""",
    "it": """sig sigg sig.ra sig.na dott dott.ssa dr dr.ssa prof prof.ssa proff ing avv arch geom
        rag cav comm on onn sen mons gen col cap magg ten serg maresc brig gov pres vicepres segr
        amb rev card p pp pag pagg artt fig vol cfr ca es n nn tel p.zza v.le c.so l.go lett egr
        spett gent.mo ill.mo sec""",
    "pt": """sr srs sra sras srta dr drs dra dras prof profs profa profas d exmo exma ilmo ilma exa
        eng enga arq adv des dep sen gov gen cel maj ten sgt cap alm brig n n.º p pp pág págs arts
        fig vol ed av avs r rod estr pça pç trav tel obs aprox st sto sta mons pe""",
    "nl": """dhr mevr mej mw mr mrs drs dr ir ing prof ds st nr nrs blz bijv o.a d.w.z m.b.t i.v.m
        t.o.v m.n t.g.v i.p.v n.a.v resp ca plm jl a.s vgl zgn ong evt incl excl gem gebr fam kol
        Gen lt Kap sgt Burg wnd prov afb fig hfst vs tel staatssecr jhr t.z.t""",
    "ru": "т.е т.к т.н проф акад доц св ср",
}

#: end a phrase or, before a likely beginning, a sentence
_ENDINGS = {
    "en": """jr sr inc corp co ltd llc plc bros u.s u.s.a u.k u.n e.u d.c l.a n.y a.m p.m b.c a.d
        ph.d m.d b.a m.a b.sc m.sc etc jan feb Mar apr jun jul aug sep sept oct nov dec mon tue
        tues Wed thu thurs fri Sat Sun ave blvd rd hwy pkwy dept est univ assn assoc dist ala calif
        conn Del kan ky Mass mont neb nev Pa va vt Wash fla tex Ill ind ga md mich minn Miss Mo
        okla Ore penn tenn colo ariz Ark wis wyo intl natl mfg comm ret esq""",
    "de": """usw etc co cie feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa jh jhd mio
        mrd nat phil pers std stk u.ä hbf pol tsd""",
    "fr": "etc ex janv févr avr juil oct nov déc bd cie sté",
    "es": """etc ee.uu uu aa hh oo s.a s.l cía ltda ene feb abr jun jul ago sept oct nov dic a.c
        d.c As""",
    "it": "ecc etc s.p.a s.r.l feb mar apr mag giu lug ago sett ott nov dic a.c d.c soc",
    "pt": "etc s.a cia ltda jan fev abr mai jun jul ago nov a.c d.c fed jr",
    "nl": "enz etc b.v n.v e.d e.a feb mrt apr jun jul aug sep sept okt nov dec mln mld",
    "ru": """т.д т.п и.о г гг в вв др пр стр им млн млрд тыс трлн руб р коп долл чел н.э эт ст гл п
        ул просп пер пл бул наб д кв корп обл пос дер с см ген полк кап лейт адм зам пом нач изд
        тел оз прибл ок канд чл.-корр респ тов мл""",
}

#: before a number; words elsewhere ("No. 10", "No. He left.")
_NUMBERED = {
    "en": "no nos prop",
    "de": "abs art jan kap max min tl",
    "fr": "art fig max min no sept vol",
    "es": "art mar máx mín no",
    "it": "art max min no",
    "pt": "art dez mar máx mín no out set fl fls",
    "nl": "art jan max mei min",
    "ru": "макс мин рис табл",
}

#: capitalised words with which sentences begin and names do not
_STARTERS = {
    "en": """a after all although an and another as at authorities because before both but by
        despite during each earlier eight every everybody everyone few five following for four from
        he her here his how however i if in instead it its last later many meanwhile moreover most
        my never nine no nobody none nor not nothing now of officials on once one only other our
        over people seven she since six so some still such ten that the their then there these they
        this those though three through to two under until we what when where while who why with
        would yet you your mr mrs ms dr""",
}


@cache
def titles(language: str | None) -> frozenset[str]:
    """Abbreviations (lower case) that never end a sentence."""
    return _listed(_TITLES, language)


@cache
def endings(language: str | None) -> frozenset[str]:
    """Abbreviations (lower case) that end a sentence when one begins after them."""
    return _listed(_ENDINGS, language)


@cache
def numbered(language: str | None) -> frozenset[str]:
    """Abbreviations (lower case) before a number, which are words before anything else."""
    return frozenset(_NUMBERED.get(language or "en", "").split())


@cache
def known(language: str | None) -> frozenset[str]:
    """All abbreviations in lower case."""
    return titles(language) | endings(language) | numbered(language)


@cache
def proper(language: str | None) -> frozenset[str]:
    """Abbreviations (lower case) that are words when they stand in lower case."""
    tables = (table.get(language or "en", table["en"]) for table in (_TITLES, _ENDINGS))
    words = " ".join(tables).split()
    return frozenset(word.lower() for word in words if word[0].isupper())


@cache
def starters(language: str | None) -> frozenset[str]:
    """Words (lower case) that show, capitalised after an abbreviation, that a sentence begins."""
    words = _STARTERS.get(language or "en")
    return frozenset(words.split()) if words else function_words(language)


def _listed(table: dict[str, str], language: str | None) -> frozenset[str]:
    return frozenset(table.get(language or "en", table["en"]).lower().split())
