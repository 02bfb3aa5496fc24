"""Base forms of irregular English verbs, which stemming leaves apart: "met" is "meet"."""

__all__ = ["PAST", "base_form"]

_FORMS = """
    be:was,were,been,is,are,am have:has,had do:does,did,done go:went,gone,goes say:said
    get:got,gotten
    make:made know:knew,known take:took,taken see:saw,seen come:came give:gave,given tell:told
    find:found think:thought leave:left feel:felt keep:kept begin:began,begun show:showed,shown
    hold:held write:wrote,written stand:stood lose:lost pay:paid meet:met lead:led
    speak:spoke,spoken spend:spent grow:grew,grown win:won buy:bought send:sent build:built
    fall:fell,fallen sell:sold draw:drew,drawn break:broke,broken catch:caught choose:chose,chosen
    deal:dealt drive:drove,driven eat:ate,eaten fight:fought fly:flew,flown forget:forgot,forgotten
    hear:heard hide:hid,hidden lay:laid lie:lain rise:rose,risen run:ran seek:sought
    shoot:shot sing:sang,sung sink:sank,sunk sit:sat sleep:slept steal:stole,stolen strike:struck
    swear:swore,sworn swim:swam,swum teach:taught tear:tore,torn throw:threw,thrown
    understand:understood wake:woke,woken wear:wore,worn bring:brought become:became
    withdraw:withdrew,withdrawn undergo:underwent,undergone undertake:undertook,undertaken
    overcome:overcame withstand:withstood freeze:froze,frozen flee:fled bind:bound bleed:bled
    breed:bred cling:clung creep:crept dig:dug feed:fed hang:hung kneel:knelt lend:lent
    ride:rode,ridden ring:rang,rung shake:shook,shaken shrink:shrank,shrunk slide:slid
    spin:spun spring:sprang,sprung stick:stuck sweep:swept swing:swung weep:wept wind:wound
    arise:arose,arisen awake:awoke bear:bore,borne,born beat:beaten bend:bent bite:bit,bitten
    blow:blew,blown mean:meant forgive:forgave,forgiven forbid:forbade,forbidden mistake:mistook
"""
PAST: dict[str, str] = {}
_BASE: dict[str, str] = {}
for _entry in _FORMS.split():
    _verb, _, _forms = _entry.partition(":")
    PAST[_verb] = _forms.split(",")[0]
    _BASE.update(dict.fromkeys(_forms.split(","), _verb))


def base_form(word: str) -> str:
    """The verb that a word in lower case is an irregular form of; the word itself else."""
    return _BASE.get(word, word)
