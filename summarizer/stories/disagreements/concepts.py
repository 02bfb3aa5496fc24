"""Words that news uses for one and the same: who was killed, died or lost their lives.

Only what is counted or timed again and again; anything else is compared by its own words.
"""

import re

from summarizer.text.tokens import stem

__all__ = [
    "CONCEPTS",
    "DOINGS_OF",
    "OTHERS",
    "PEOPLE",
    "PHRASES",
    "WORDS_OF_DOINGS",
    "concept",
    "opposed",
]

_GROUPS = """
    kill: kill die dead death fatal fatality slay perish drown body
    injure: injure injury wound hurt
    miss: missing unaccounted
    infect: infect infection sicken
    arrest: arrest detain detention custody
    charge: charge indict
    meet: meet meeting talk talks conversation summit encounter discussion
    sentence: sentence jail
    pay: pay
    deal: deal buy purchase acquire acquisition takeover sell sale fetch
    length: last take
    displace: displace evacuate flee evacuation shelter
    rescue: rescue save pluck
    release: release free
    join: join attend turnout march rally
    hire: hire
    resign: resign resignation quit
    cut: cut slash
    fine: fine penalty
    cost: cost bill price
    ransom: ransom
    damage: damage
    steal: steal theft embezzle
    stake: stake shareholding
    burn: burn blacken char scorch consume
    explode: explode explosion blast detonate
    blackout: blackout outage
    launch: launch liftoff
    open: open opening
    fire: wildfire blaze flame
    quake: quake earthquake tremor
    flood: flooding floodwater
    storm: hurricane cyclone typhoon
    collapse: collapse
    plant: plant factory mill
    job: job position post
    strike: hit
    people: people person life live victim passenger resident villager inhabitant islander worker
        spectator racegoer guest tourist civilian protester demonstrator marcher
    house: house home
    aboard: aboard board
    begin: begin start
    say: say tell add
"""
_LINES = re.sub(r"\n {8,}", " ", _GROUPS).strip().splitlines()
_BY_STEM = {
    stem(word, "en"): name.strip()
    for line in _LINES
    for name, _, words in (line.partition(":"),)
    for word in words.split()
}
#: words of one line exclude each other: exports are no imports
_OPPOSED = """
    men women
    boys girls
    adults children
    north south east west
    northern southern eastern western
    imports exports
    first last
    urban rural
    domestic foreign
    public private
    revenue profit loss
    upper lower
    buyers sellers
    wins defeats
    won lost
    morning afternoon evening night
    winter spring summer autumn
"""
#: what only one of two reports tells of makes them two things
OTHERS = frozenset(stem(word, "en") for word in "aftershock suspected runoff rematch".split())
_SIDES = {
    stem(word, "en"): number
    for number, line in enumerate(_OPPOSED.strip().splitlines())
    for word in line.split()
}
#: what may not be exchanged for each other: the injured are not the dead
CONCEPTS = frozenset(
    """kill injure miss infect arrest charge meet sentence displace rescue release hire""".split()
)
#: what two reports that name somebody or some place alike may tell of in ever other words, by the
#: kind of value. Not when it was, nor what it cost: of one matter many a day and many a sum is told
DOINGS_OF: dict[str, frozenset[str]] = {
    "count": frozenset("kill injure miss arrest charge displace rescue release join quake".split()),
    "money": frozenset("fine deal ransom damage steal".split()),
    "%": frozenset("stake turnout".split()),
    "measure": frozenset("burn quake sentence blackout".split()),
    "clock": frozenset(("explode",)),
}
_DOINGS: frozenset[str] = frozenset().union(*DOINGS_OF.values())
#: for each of them, but for what only phrases tell, its words
WORDS_OF_DOINGS = tuple(
    frozenset(words)
    for line in _LINES
    for name, words in ((line.partition(":")[0].strip(), line.partition(":")[2].split()),)
    if name in _DOINGS
)
#: what several words say together
PHRASES = {
    "kill": r"\b(?:claim|cost|los|took|tak)\w*\b[^,;.]{0,30}\blives\b",
    "meet": r"\b(?:see|saw|seeing) each other\b|\bs[ai]t down\b",
    "infect": r"\btested positive\b|\bfell ill\b",
    "displace": r"\b(?:from|flee|fled|leave|left) their homes\b",
    "rescue": r"\b(?:brought|pulled|got)\b[^,;.]{0,40}\b(?:alive|surviv\w*|safety|out)\b",
    "deal": r"\bpa(?:y|ys|id)\b[^,;.]{0,40}\bfor\b",
    "turnout": r"\bturnout\b|\bcast (?:their )?(?:ballots?|votes?)\b|\btook part in\b",
    "blackout": r"\bwithout (?:electricity|power)\b|\bpower cut\b",
    "explode": r"\bw[a-z]+t off\b",
    "launch": r"\blift(?:ed)? off\b|\bblast(?:ed)? off\b",
    "sentence": r"\bterm in prison\b|\bprison term\b|\bbehind bars\b",
}
#: words for people, whoever they are
PEOPLE = frozenset(next(line for line in _LINES if line.strip().startswith("people:")).split()[1:])


def concept(stemmed: str) -> str:
    """The name that a stem shares with those of the same meaning; the stem itself else."""
    return _BY_STEM.get(stemmed, stemmed)


def opposed(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each has a word that excludes one of the other, and does not say both."""
    mine, theirs = (
        {_SIDES[word] for word in one - other if word in _SIDES}
        for one, other in ((words, others), (others, words))
    )
    return bool(mine & theirs)
