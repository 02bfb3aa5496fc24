"""What on a page is not the article: each rule knows one kind of it, and says its name.

The order matters: what is told by its own words goes first, what is told by its place afterwards.
"""

from summarizer.reading.page import Rule
from summarizer.reading.rules import (
    captions,
    furniture,
    galleries,
    headings,
    notices,
    tails,
    videos,
)

__all__ = ["GUESSES", "SIGNS"]

#: what a line's own words tell
SIGNS: tuple[Rule, ...] = (
    galleries.take_galleries,
    furniture.take_furniture,
    notices.take_notices,
    tails.take_agency_tails,
    tails.take_author_lines,
    captions.take_credited,
    videos.take_videos,
    headings.take_date_lines,
)
#: what its place tells, once it is known where the article stands
GUESSES: tuple[Rule, ...] = (
    headings.take_title,
    captions.take_dated,
    headings.take_labels,
    headings.take_questions,
)
