"""Function words of the languages that we know: words that carry grammar rather than matter.

Written for this project from the closed word classes (articles, pronouns, prepositions,
conjunctions, auxiliaries, particles). They tell languages apart and mark tokens as light.
"""

from functools import cache

__all__ = ["LANGUAGES", "function_words"]

_WORDS = {
    "en": """a about above after again against all also although am among an and another any are as
        at be because been before being below between both but by can could did do does
        doing down during each either else ever every few for from further had has have
        having he her here hers herself him himself his how however i if in into is it
        its itself just may me might more most much must my myself neither no nor not
        now of off on once one only onto or other our ours out over own per rather same
        shall she should since so some such than that the their theirs them themselves
        then there therefore these they this those though through thus to too under
        until up upon us very was we were what when where whether which while who whom
        whose why will with within without would yet you your yours s t d ll re ve m""",
    "de": """ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus
        bei beim bereits bin bis bist da dabei damit dann das dass dem den denn der
        deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch
        ein eine einem einen einer eines er es etwas euch für gegen gewesen hab habe
        haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
        im in ins ist ja jede jedem jeden jeder jedes jedoch kann kein keine keinen
        können könnte man mehr mein mit muss nach nicht noch nun nur ob oder ohne sehr
        sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sondern
        über um und uns unser unter viel vom von vor war waren was wegen weil weiter
        welche wenn werden wie wieder will wir wird wo worden wurde wurden zu zum zur
        zwischen""",
    "fr": """à afin ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir
        ayant c car ce ceci cela celle celles celui ces cet cette ceux chez comme contre d
        dans de depuis des donc dont du elle elles en encore entre est et étaient était
        été être eu eux fait fut il ils j je l la laquelle le lequel les leur leurs lors
        lui m ma mais me même mes moins mon n ne ni nos notre nous on ont ou où par
        parce pas pendant peu peut plus pour pourquoi qu quand que quel quelle qui s sa
        sans se selon sera ses si sien soit son sont sous sur t ta te tous tout toute
        toutes très tu un une vers vos votre vous y""",
    "es": """a al algo algunas algunos ante antes aquel aquella así aún aunque cada como con contra
        cual cuando de del desde donde dos durante e el él ella ellas ellos en entre era
        eran eres es esa esas ese eso esos esta está estaba están estar estas este esto
        estos fue fueron ha había han hasta hay la las le les lo los más me mi mientras
        mis mucho muy nada ni no nos nosotros o otra otro otros para pero poco por
        porque pues que qué quien quienes se según ser si sí sido sin sobre solo son su
        sus también tan tanto te tiene todo todos tras tu un una uno unos y ya yo""",
    "it": """a abbiamo ad agli ai al all alla alle allo anche ancora aveva avere c che chi ci
        ciò circa col come con contro così cui d da dagli dai dal dall dalla dalle dallo degli
        dei del dell della delle dello dentro di dopo dove due e è ed era erano essere essi fa
        fino fra già gli ha hanno ho i il in indi io l la le lei li lo loro lui ma me mentre mi
        molto ne negli nei nel nell nella nelle nello noi non nostro o ogni oltre oppure per
        perché però più poi presso prima proprio quale quando quanto quella quelle quello questa
        queste questi questo qui se sei senza si sia siamo sono sopra sotto stata stati stato su
        sua sue sugli sui sul sull sulla suo suoi tra tu tutti tutto un una uno vi voi""",
    "pt": """a à ao aos aquela aquele aqui as às assim até cada com como contra da das de dela dele
        deles depois desde dessa desse desta deste do dos duas e é ela elas ele eles em
        entre era eram essa essas esse esses esta está estão estas estava este estes eu
        foi foram há isso isto já lhe lhes mais mas me mesmo meu minha muito na nas nem
        no nos nós não num numa o onde os ou outra outro para pela pelas pelo pelos pode
        por porque qual quando que quem são se seja sem ser seu seus só sob sobre sua
        suas também tem têm ter teve tinha tudo um uma você vocês""",
    "nl": """aan al alle als altijd andere ben bij daar dan dat de der deze die dit doch doen door
        dus een en er ge geen had hadden heb hebben heeft hem hen het hier hij hoe hun
        iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na
        naar niet niets nog nu of om omdat onder ons onze ook op over reeds sinds te
        tegen ten ter toch toen tot tussen u uit uw van vanaf veel volgens voor waar
        want waren was wat we wel werd werden wie wij wil worden wordt zal ze zei zelf
        zich zij zijn zo zonder zou zouden""",
    "ru": """а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да
        для до его ее ей ему если есть еще же за здесь и из или им их к как какой ко
        когда кто ли либо между меня мне много может можно мы на над надо нас не него
        нее нет ни них но ну о об один однако он она они оно от очень перед по под после
        потом потому почти при про раз с сам свою себя сейчас со так также такой там тем
        то того тоже той только том тот тут ты у уже хотя чего чем через что чтобы эта
        эти это этого этой этом этот я""",
}

LANGUAGES = tuple(_WORDS)


@cache
def function_words(language: str | None) -> frozenset[str]:
    """The function words of `language` in lower case; those of English for one we do not know."""
    return frozenset(_WORDS.get(language or "en", _WORDS["en"]).split())
