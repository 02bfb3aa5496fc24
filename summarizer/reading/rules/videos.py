"""Embedded videos and sound: the player's labels and the headline of the clip."""

import re

from summarizer.reading.page import Page

__all__ = ["take_videos"]

_PLAYER = re.compile(
    r"^(?:(?:watch|play|now playing:?|see)(?: the| this)?(?: video| live)?|video|audio|listen"
    r"|now live|live now"
    r"|listen to (?:the )?(?:audio|podcast|this article)|(?:watch|play) (?:video|audio))"
    r"(?:\s*[:|-]?\s*\(?\d{1,2}:\d{2}(?::\d{2})?\)?)?$"
    r"|^\(?\d{1,2}:\d{2}(?::\d{2})?\)?\s*(?:mins?|minutes?|min\.)\.?$"
    r"|^(?:duration|length):?\s*\d{1,2}:\d{2}.*$"
    r"|^(?:your browser does not support|media playback is (?:un)?supported)\b.*$"
    r"|^(?:watch|video):\s+\S[^.]*$",
    re.IGNORECASE,
)


def take_videos(page: Page) -> None:
    """Take out players, and the one short line after a player that is the clip's headline."""
    players = [i for i, line in page.open() if line.words <= 20 and _PLAYER.search(line.text)]
    page.mark(players, "video")
    for index in players:
        following = index + 1
        if following < len(page.lines) and following not in players and _is_teaser(page, following):
            page.mark([following], "video")


def _is_teaser(page: Page, index: int) -> bool:
    line = page.lines[index]
    headline = not line.closed or line.text.endswith("?")
    return headline and line.words <= 15 and page.alone(index)
