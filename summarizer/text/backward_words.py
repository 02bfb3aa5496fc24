"""What points back to an earlier sentence, in the languages that we know.

Written for this project from the closed classes: pronouns, demonstratives, connectives, adverbs of
what was told before, and nouns that name what was just reported. What only looks like pointing
back ("It is clear that", "Cette semaine", "Es gibt") is listed beside it.
"""

import re
from dataclasses import dataclass, field
from functools import cache

__all__ = ["Backward", "backward"]

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backward:
    """The words and patterns of one language; patterns are matched at the sentence's beginning."""

    #: opening words in lower case
    words: frozenset[str]
    #: longer openings
    phrases: re.Pattern[str]
    #: openings that only look like one of these
    harmless: re.Pattern[str]
    #: anywhere: a speaker who is only a pronoun ("…,” he said")
    speaker: re.Pattern[str] = field(default=_NEVER)


@cache
def backward(language: str | None) -> Backward | None:
    """What points back in `language`, English when it is not known; None for other languages."""
    known = _KNOWN.get(language or "en")
    if known is None:
        return None
    words, phrases, harmless, speaker = known
    return Backward(
        words=frozenset(words.split()),
        phrases=_opening(phrases),
        harmless=_opening(harmless),
        speaker=re.compile(speaker, re.IGNORECASE | re.VERBOSE),
    )


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\b", re.IGNORECASE | re.VERBOSE)


_KNOWN: dict[str, tuple[str, str, str, str]] = {
    "en": (
        """he she it they him her them his hers its their this that these those such but and so also
        yet or nor then still thus therefore however moreover furthermore nevertheless nonetheless
        besides instead likewise similarly otherwise consequently accordingly hence
        additionally because which both neither indeed""",
        r"""(?:in\ addition|as\ a\ result|for\ example|for\ instance|on\ the\ other\ hand|
        in\ contrast|by\ contrast|at\ the\ (?:same\ )?time|in\ turn|in\ fact|of\ course|
        after\ that|if\ so|all\ (?:of\ )?(?:this|that)|none\ of\ (?:this|that)|
        (?:until|since|by)\ then|
        (?:on|at|in|by|for|from|after|before|despite|under|with)\ (?:the\ same|this|these|those)|
        (?:on|at|in|by|for|from)\ that|meanwhile,?\ (?:he|she|it|they|his|her|its|their)|
        the\ (?:former|latter|same|others?|two)|
        (?:the|an?|one|two|three|four|five|six|some|several|\d+)\ (?:(?:next|following|previous)\ )?
        (?:hour|day|week|month|year)s?\ (?:later|earlier|before)|
        (?:on\ )?the\ (?:next|following|previous)\ (?:day|morning|evening|week|month|year)|
        (?:both|one|some|all|none|neither)\ of\ (?:them|those)|
        the\ (?:\w+\ )?(?:move|decision|announcement|incident|remarks?|comments?|statement|news|
        ruling|proposal|agreement|deal|plan|attack|shooting|crash|accident|findings?|claims?|
        allegations?|charges?|verdict|measure|pair|duo|couple)
        \ (?:is|was|are|were|has|had|have|will|would|could|may|might|also|came|comes|follow\w*|
        mark\w*|took|takes|drew|prompted|sparked|means?|meant|included?s?|left|made))""",
        r"""it\ (?:is|was|remains|has\ been|would\ be|will\ be)\ (?:not\ |still\ |also\ |now\ )?
        (?:\w+\ (?:that|to|whether|if|how|what|who|why|when)|the\ first\ time|time\ (?:to|for)|
        (?:rain|snow)\w+|an?\ \w+\ \w+\ to)|it['’]s\ (?:time|\w+\ (?:that|to|how))|
        it\ (?:took|takes|rained|snowed|seems|seemed|appears|appeared|turns|turned\ out)|
        (?:this|that|these|those)\ (?:week|month|year|morning|afternoon|evening|summer|
        winter|spring|autumn|fall|weekend)|those\ (?:who|with|in|on)|that\ (?:the|a|an)|
        (?:so|such|both)\ (?:far|as)|both\ (?:(?-i:[A-Z])\w*|\w+\ of)|because\ of""",
        r"""[,?!]["”’']{1,2}\ (?:he|she|they)\ (?:(?:\w+ly|later|also|then)\ )?(?:said|says|told|
        added|adds|wrote|asked|explained|continued|noted|insisted|warned|recalled|tweeted|argued|
        replied|concluded)\b""",
    ),
    "de": (
        """er sie ihn ihm ihnen ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner es dies
        diese diesem diesen dieser dieses dabei dadurch dafür dagegen daher damit danach daran
        darauf daraufhin daraus darin darüber darum davon davor dazu deshalb deswegen trotzdem
        dennoch jedoch aber und doch denn auch außerdem zudem ferner somit solche solcher so
        anschließend zuvor beide beides letztere letzterer hingegen allerdings dort""",
        r"""im\ gegenzug|zum\ beispiel|aus\ diesem\ grund|zur\ gleichen\ zeit|unter\ anderem|
        (?:wenig|kurz)\ (?:später|zuvor)|(?:am|in\ der)\ (?:selben|gleichen|nächsten|folgenden)|
        (?:die|der|das)\ (?:entscheidung|ankündigung|vorfall|schritt|beiden|anderen|vorhaben|tat)
        \ (?:ist|war|wird|wurde|hat|hatte|sei|soll|folgt\w*|kam|sind|waren|haben)""",
        r"""es\ (?:gibt|gab|geht|ging|handelt|heißt|hieß|regnet|schneit|
        (?:ist|war|sei|bleibt)\ (?:nicht\ |auch\ )?\w+,?\ (?:dass|zu|ob|wie|wer|was))|
        (?:diese|dieses|dieser|diesen)\ (?:woche|jahr|monat|sommer|winter|montag|dienstag|
        mittwoch|donnerstag|freitag|samstag|sonntag)|so\ (?:viele?|wenige?)""",
        r"""[“”"’»«],?\ (?:sagte?|erklärte?|betonte?|so|fügte|schrieb|meinte?)\ (?:er|sie)\b""",
    ),
    "fr": (
        """il elle ils elles lui leur leurs son sa ses ce cet cette ces c ceci cela ça celui celle
        ceux celles mais et or donc car ainsi aussi cependant pourtant toutefois néanmoins
        également ensuite puis enfin alors""",
        r"""en\ outre|de\ plus|par\ ailleurs|en\ effet|par\ conséquent|en\ revanche|par\ exemple|
        (?:dans|en)\ (?:le\ )?même\ temps|(?:selon|pour|d['’]après)\ (?:lui|elle|eux)|
        (?:pour|de)\ (?:sa|son|leur)\ (?:part|côté)|d['’]autre\ part|au\ contraire|
        (?:quelques|deux|trois|\d+)\ (?:heures|jours|semaines|mois|années)\ plus\ tard|
        le\ (?:lendemain|même\ jour)|les\ deux|l['’]autre|
        (?:la|le|l['’])\ ?(?:décision|annonce|incident|mesure|démarche)
        \ (?:est|a|avait|fait|sera)""",
        r"""il\ (?:(?:n['’])?y\ (?:a|avait)|faut|fallait|s['’]agi(?:t|ssait)|semble|paraît|
        appara[iî]t|pleut|a\ été\ \w+\ (?:que|qu['’])|
        (?:est|était|serait|reste)\ (?:\w+\ )?\w+\ (?:que|qu['’]|de|d['’]))|
        c['’](?:est|était)\ la\ (?:première|deuxième)\ fois|ce\ (?:que|qui|qu['’])|
        (?:ceux|celui|celles?)\ (?:qui|que|de|du|des)|(?:ce|cet|cette)\ (?:semaine|année|mois|
        matin|soir|nuit|été|hiver|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)""",
        r"""-t-(?:il|elle)\b|,\ (?:dit|explique|affirme|précise|ajoute)-(?:il|elle)\b""",
    ),
    "es": (
        """él ella ellos ellas ello este esta estos estas ese esa esos esas esto eso aquel aquella
        su sus pero y sino además también así asimismo luego entonces añadió agregó ambos ambas""",
        r"""sin\ embargo|no\ obstante|por\ (?:lo\ )?tanto|por\ (?:eso|ello|esto)|en\ cambio|
        por\ (?:otra\ parte|otro\ lado|su\ parte|ejemplo)|al\ (?:mismo\ tiempo|día\ siguiente)|
        de\ hecho|en\ consecuencia|tras\ (?:ello|esto|eso)|según\ (?:él|ella|ellos)|dijo\ que|
        (?:los|las)\ dos|(?:horas|días|semanas|meses|años)\ (?:después|más\ tarde)|
        (?:la|el)\ (?:decisión|anuncio|medida|incidente)\ (?:es|fue|se|ha|había|será|llega)""",
        r"""(?:este|esta|ese|esa)\ (?:semana|año|mes|mañana|tarde|noche|verano|lunes|martes|
        miércoles|jueves|viernes|sábado|domingo)|así\ como|además\ de""",
        r"""[»”"],?\ (?:dijo|añadió|agregó|explicó|señaló|afirmó)(?:\ (?:él|ella))?[.,]""",
    ),
    "it": (
        """egli ella esso essa essi esse lui lei loro questo questa questi queste quello quella
        quelli quelle ciò suo sua suoi sue ma e però inoltre anche infatti quindi dunque tuttavia
        poi così invece pertanto entrambi entrambe""",
        r"""per\ questo|nel\ frattempo|allo\ stesso\ tempo|da\ parte\ (?:sua|loro)|
        ha\ (?:aggiunto|detto|spiegato|poi)|ad\ esempio|di\ conseguenza|secondo\ (?:lui|lei|loro)|
        (?:il|la|i|le)\ (?:suo|sua|suoi|sue|loro)|i\ due|le\ due|il\ giorno\ (?:dopo|seguente)|
        (?:la|l['’])\ ?(?:decisione|annuncio|misura|incidente)\ (?:è|ha|era|sarà|arriva)""",
        r"""quest['’]anno|(?:questo|questa)\ (?:settimana|mese|mattina|sera|notte|estate|inverno|
        pomeriggio)|(?:quello|quelli|quella|quelle)\ (?:che|di|del|della|dei)|così\ come""",
        r"""[»”"],?\ (?:ha\ (?:detto|aggiunto|spiegato)|aggiunge|spiega)[.,]""",
    ),
    "pt": (
        """ele ela eles elas isso isto aquilo este esta estes estas esse essa esses essas aquele
        aquela seu sua seus suas mas e porém contudo entretanto também assim todavia ademais
        acrescentou ambos ambas""",
        r"""além\ disso|no\ entanto|por\ (?:isso|isto|sua\ vez|exemplo|outro\ lado)|
        ao\ mesmo\ tempo|de\ acordo\ com\ (?:ele|ela)|segundo\ (?:ele|ela|eles)|
        (?:o|a|os|as)\ (?:seu|sua|seus|suas)|os\ dois|as\ duas|no\ dia\ seguinte|
        (?:a|o)\ (?:decisão|anúncio|medida|incidente)\ (?:é|foi|vem|tem|será|ocorre)""",
        r"""(?:este|esta|esse|essa)\ (?:semana|ano|mês|manhã|tarde|noite|verão|segunda|terça|
        quarta|quinta|sexta|sábado|domingo)|assim\ como""",
        r"""[»”"],?\ (?:disse|acrescentou|afirmou|explicou)(?:\ (?:ele|ela))?[.,]""",
    ),
    "nl": (
        """hij zij ze hem haar hun hen dit dat deze die maar en ook toch dus daarom daarna daardoor
        daarbij daarmee daarnaast daarvoor bovendien echter desondanks vervolgens toen zo zijn
        beide beiden""",
        r"""als\ gevolg|op\ dat\ moment|tegelijkertijd|aan\ de\ andere\ kant|ten\ slotte|
        volgens\ (?:hem|haar|hen)|(?:de|een)\ dag\ (?:later|erna|ervoor)|bij\ deze|
        (?:de|het)\ (?:besluit|beslissing|aankondiging|incident|maatregel|twee)
        \ (?:is|was|wordt|werd|heeft|had|volgt|kwam|komt|hebben|waren)""",
        r"""(?:deze|dit)\ (?:week|jaar|maand|ochtend|middag|avond|zomer|winter|weekend)|
        zo['’]n|dat\ (?:de|het|een)|zo\ (?:veel|weinig)""",
        r"""[”"’'],?\ (?:zegt|zei|aldus|vertelt|stelt)\ (?:hij|zij|ze)\b""",
    ),
    "ru": (
        """он она оно они его её ее их ему ей им это этот эта эти этого этому тот та те такой такая
        такие но а и однако также тоже поэтому затем потом оба обе""",
        r"""при\ этом|кроме\ того|в\ то\ же\ время|тем\ не\ менее|тем\ временем|в\ связи\ с\ этим|
        после\ этого|по\ (?:его|её|ее|их)\ словам|таким\ образом|в\ результате|к\ тому\ же|
        на\ следующий\ день""",
        r"""(?:те|тот|та),\ кто|это\ первый""",
        r"""[»”"],?\ ?[—–-]\ (?:\w+\ )?(?:сказал|добавил|заявил|отметил|пояснил)а?\ (?:он|она)\b""",
    ),
}
