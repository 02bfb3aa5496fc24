"""Words that news uses for one and the same: who was killed, died or lost their lives.

Only what is counted or timed again and again; anything else is compared by its own words.
"""

from summarizer.text.tokens import stem

__all__ = ["CONCEPTS", "PEOPLE", "concept", "opposed"]

_GROUPS = """
    kill: kill die dead death fatal fatality slay perish
    injure: injure injury wound hurt
    miss: missing unaccounted
    arrest: arrest detain detention
    meet: meet meeting talk talks conversation summit encounter discussion
    sentence: sentence jail
    pay: pay buy purchase acquire
    last: last take
    displace: displace evacuate flee evacuation
    rescue: rescue save
    release: release free
    join: join attend turnout march rally
    hire: hire
    cut: cut slash
    strike: hit
    protest: protester demonstrator marcher
    people: people person life live victim passenger resident villager
    house: house home
    aboard: aboard board
    begin: begin start
    say: say tell add
"""
_BY_STEM = {
    stem(word, "en"): name.strip()
    for line in _GROUPS.strip().splitlines()
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
    wins losses
    won lost
    morning afternoon evening night
    winter spring summer autumn
"""
_SIDES = {
    stem(word, "en"): number
    for number, line in enumerate(_OPPOSED.strip().splitlines())
    for word in line.split()
}
#: what may not be exchanged for each other: the injured are not the dead
CONCEPTS = frozenset("kill injure miss arrest meet sentence displace rescue release hire".split())
#: words for people, whoever they are
PEOPLE = frozenset(
    next(line for line in _GROUPS.splitlines() if line.strip().startswith("people:")).split()[1:]
)


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
