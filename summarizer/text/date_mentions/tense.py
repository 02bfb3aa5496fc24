"""Whether the words around a date look ahead: "will meet on Sunday" against "met on Sunday"."""

import re
from collections.abc import Callable

__all__ = ["looks_ahead_after", "looks_ahead_in_english"]

#: how far back, and how far on, a verb is looked for
_BACK, _ON = 400, 60
_STOP = re.compile(r"[.!?…] |\n")

_SAYING = (
    "said|says|told|announced|reported|tweeted|added|wrote|confirmed|warned|declared|insisted"
    "|acknowledged|stated|noted|claimed|signaled|signalled|hinted|indicated|denied|testified"
)
_PAST = (
    "was|were|had|did|met|won|lost|came|went|took|made|gave|got|fell|rose|saw|held|left|found|began"
    "|became|broke|brought|fought|flew|spoke|struck|shook|sent|sat|stood|ran|led|kept|grew"
    r"|drew|drove"
    "|shot|spent|arrived|died|killed|voted|opened|closed|rejected|agreed|signed|launched|resigned"
    "|published|released|earlier|already|has been|have been"
)
_AHEAD = re.compile(
    r"(?P<ahead>\b(?:(?:will|would|shall|won['’]t|may|could(?! not\b)|should|must|can)"
    r"(?: \w+){0,2}? be(?: \w+ly)?(?: \w+)?|to be(?: \w+)?|will|would|shall|won['’]t"
    # what could not be done and what one could see is past
    r"|(?:may|might|should"
    r"|could(?! (?:not|no|never|barely|hardly|only|see|hear|feel|smell|find|do)\b))"
    r"(?: (?:also|still|soon|even|now))? (?!have\b|be\b)[a-z]+"
    r"|(?:is|are|was|were|be|been) (?:\w+ly )?"
    r"(?:to|due|scheduled|expected|planned|set|slated|supposed|going|bound|likely|poised)"
    r"|(?:plan|hope|want|intend|expect|promise|vow|agree|prepare|aim|order|summon|invite)"
    r"(?:s|ned|d|ed)? to|(?:call(?:s|ing)?|announced|billed|booked) for(?! the \w+ time)"
    # what is told in the present of a day to come
    r"|(?:opens|begins|starts|resumes|convenes|expires)|(?:takes|comes) (?:effect|place|into force)"
    r"|must (?!(?:\w+ )?(?:have|be)\b)(?:\w+ )?[a-z]+"
    r"|plans? for|due|scheduled|expected|upcoming|slated|ahead of|later on"
    r"|as early as|as soon as)\b)"
    # behind a hyphen, an article or a preposition it is an adjective: "the so-called top kill",
    # "reunions of divided families"
    rf"|(?P<back>\b(?:{_SAYING}|{_PAST}"
    r"|(?<!-)(?<!\bof )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bfor )(?<!\bwith )[a-z]{3,20}ed)\b)",
)
#: who was told, and where, between a verb of saying and its day
_TOLD = (
    r" (?:(?:in|at|to|on|during) )?(?:(?:an?|the|his|her|their|state) )?"
    r"(?:(?:\w+ )?(?:reporters|journalists|lawmakers|parliament|conference|briefing|interview"
    r"|television|statement|speech|tweet|Twitter)|him|her|them|us"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})"
)
#: "…, he said on Sunday": the day is that of the saying, whatever is said
_SAID_ON = re.compile(
    rf"\b(?:{_SAYING})(?:{_TOLD}){{0,2}}(?:,? (?:on|late|early|earlier|later))* ?$"
)
#: "declared Monday a day of mourning"
_NAMED = re.compile(r"\b(?:declared|proclaimed|designated) $")
#: "on Wednesday, when the debate is due to resume"
_WHEN = re.compile(
    r",? when [^,.;]{0,60}?\b(?:will|would|(?:is|are) (?:to|due|set|expected|scheduled))\b"
)


def looks_ahead_in_english(text: str, start: int, end: int) -> bool:
    """Whether what is told of the day at `text[start:end]` had not yet happened.

    The nearest verb before it in the sentence decides, or the first one shortly behind it when
    there is none before; a day right behind a verb of saying is past, and one of which it is told
    what will be then lies ahead.
    """
    if _WHEN.match(text, end) or _NAMED.search(text, max(0, start - 20), start):
        return True
    begin = _sentence_start(text, start)
    if _SAID_ON.search(text, max(begin, start - 60), start):
        return False
    cues = list(_AHEAD.finditer(text, begin, start))
    if cues:
        return cues[-1].lastgroup == "ahead"
    stop = _STOP.search(text, end, end + _ON)
    cue = _AHEAD.search(text, end, stop.start() if stop else end + _ON)
    return cue is not None and cue.lastgroup == "ahead"


def looks_ahead_after(cues: str) -> Callable[[str, int, int], bool]:
    """A judge for a language in which `cues` (words, separated by `|`) look ahead when they stand
    before the day in its sentence.
    """
    pattern = re.compile(rf"\b(?:{cues})\b", re.IGNORECASE)

    def judge(text: str, start: int, _: int) -> bool:
        return pattern.search(text, _sentence_start(text, start), start) is not None

    return judge


def _sentence_start(text: str, place: int) -> int:
    least = max(0, place - _BACK)
    ends = [text.rfind(stop, least, place) for stop in (". ", "! ", "? ", "\n")]
    return max(least, *(end + 1 for end in ends))
