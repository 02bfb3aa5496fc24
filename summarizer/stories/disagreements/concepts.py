"""Words that news uses for one and the same: who was killed, died or lost their lives.

Only what is counted or timed again and again; anything else is compared by its own words.
"""

from summarizer.text.tokens import stem

__all__ = ["CONCEPTS", "PEOPLE", "concept"]

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
    people: people person life victim passenger resident villager
    house: house home
    begin: begin start
    say: say tell add
"""
_BY_STEM = {
    stem(word, "en"): name.strip()
    for line in _GROUPS.strip().splitlines()
    for name, _, words in (line.partition(":"),)
    for word in words.split()
}
#: what may not be exchanged for each other: the injured are not the dead
CONCEPTS = frozenset("kill injure miss arrest meet sentence displace rescue release hire".split())
#: heads that mean people, whoever they are
PEOPLE = frozenset(("people",))


def concept(stemmed: str) -> str:
    """The name that a stem shares with those of the same meaning; the stem itself else."""
    return _BY_STEM.get(stemmed, stemmed)
