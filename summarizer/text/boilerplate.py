"""Lines that a publisher prints under many articles: what is compared, and how they are cut out.

A line is a paragraph of the cleaned text. It speaks for being boilerplate only in an article that
it has nothing to do with: with whose title and opening it shares no content word. On 1,534 articles
of 14 publishers (mds_daily_news), 60 of the 98 lines that six or fewer articles print were
background, retold where the story goes on; with this condition, and six articles, what is learned
are comment rules, teasers and notices.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import accumulate

from summarizer.text.function_words import function_words
from summarizer.text.hashing import content_hash
from summarizer.text.publishers import publisher_of
from summarizer.text.tokens import count_words, stem_hash, surface_hash
from summarizer.types import Article, EntryDate, Piece, RemovedText

__all__ = ["RULE", "PrintedLine", "evidence", "printed_lines", "without"]

#: under which removals are reported
RULE = "publisher-boilerplate"
#: a shorter line may be anybody's ("He did not answer.")
_LEAST_WORDS = 5
#: lines at the top among which the longest is taken for the opening
_OPENING = 4
_STEM = 5
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line of an article; `key` is the same for all its prints by one publisher."""

    key: str
    start: int
    end: int


def printed_lines(article: Article) -> list[PrintedLine]:
    """The lines long enough to be compared; none of an unknown publisher, nor of a text that was
    handed over as clean (a single piece, line breaks included).
    """
    publisher = publisher_of(article)
    if publisher is None or len(article.alignment) == 1:
        return []
    return [
        PrintedLine(key=_key(publisher, article.text[start:end]), start=start, end=end)
        for start, end in _paragraphs(article.text)
        if count_words(article.text[start:end]) >= _LEAST_WORDS
    ]


def evidence(article: Article) -> dict[str, tuple[str, ...]]:
    """By line: what tells this article from copies of it, namely its two longest other lines;
    nothing for a line that the article has to do with.
    """
    lines = printed_lines(article)
    longest = sorted(range(len(lines)), key=lambda i: (lines[i].start - lines[i].end, i))
    giants = list(dict.fromkeys(lines[i].key for i in longest))[:3]
    words = [_words(article, article.text[line.start : line.end]) for line in lines]
    title = _words(article, article.title or "")
    # where the opening itself is compared, the next longest takes its place
    openings = [i for i in longest if i < _OPENING][:2]
    found: dict[str, tuple[str, ...]] = {}
    for place, line in enumerate(lines):
        opening = next((words[i] for i in openings if i != place), title)
        apart = words[place].isdisjoint(title) and words[place].isdisjoint(opening)
        beside = tuple(key for key in giants if key != line.key)[:2]
        found.setdefault(line.key, beside if apart else ())
    return found


def without(article: Article, keys: AbstractSet[str]) -> Article:
    """The article without those lines, each reported as removed; as it is when nothing would stay.

    Its content hash is that of what stays.
    """
    gone = [line for line in printed_lines(article) if line.key in keys] if keys else []
    starts = {line.start for line in gone}
    kept = [span for span in _paragraphs(article.text) if span[0] not in starts]
    if not gone or not any(article.text[start:end].strip() for start, end in kept):
        return article
    shorter = replace(
        article,
        text="\n".join(article.text[start:end] for start, end in kept),
        alignment=tuple(_moved(article.alignment, kept)),
        entries=tuple(_moved_entries(article.entries, kept)),
        removed=tuple(
            sorted([*article.removed, *_reported(article, gone)], key=lambda item: item.start)
        ),
    )
    return replace(shorter, content_hash=content_hash(shorter))


def _key(publisher: str, line: str) -> str:
    return format(stem_hash(f"{publisher}\n{surface_hash(line)}"), "016x")


def _words(article: Article, text: str) -> frozenset[str]:
    """The first letters of the content words: a stemmer would take longer than all the rest."""
    light = function_words(article.language)
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in light)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n"):
        yield start, start + len(paragraph)
        start += len(paragraph) + 1


def _moved(alignment: tuple[Piece, ...], kept: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of the paragraphs kept, where these stand now; no piece reaches beyond one."""
    pieces = iter(alignment)
    piece = next(pieces, None)
    at = 0
    for start, end in kept:
        while piece is not None and piece.start < end:
            if piece.start >= start:
                shift = at - start
                yield replace(piece, start=piece.start + shift, end=piece.end + shift)
            piece = next(pieces, None)
        at += end - start + 1


def _moved_entries(
    entries: tuple[EntryDate, ...], kept: list[tuple[int, int]]
) -> Iterator[EntryDate]:
    """The entries of which something is kept, where that stands now."""
    starts = [start for start, _ in kept]
    moved = [0, *accumulate(end - start + 1 for start, end in kept)]
    for entry in entries:
        first = bisect_left(kept, entry.start, key=lambda span: span[1])
        last = bisect_left(starts, entry.end)
        if first < last:
            start = moved[first] + max(0, entry.start - kept[first][0])
            end = moved[last - 1] + min(entry.end, kept[last - 1][1]) - kept[last - 1][0]
            yield replace(entry, start=start, end=end)


def _reported(article: Article, gone: list[PrintedLine]) -> Iterator[RemovedText]:
    pieces = article.alignment
    for line in gone:
        after = bisect_left(pieces, line.start, key=lambda piece: piece.start)
        if after < len(pieces) and pieces[after].start < line.end:
            start = pieces[after].given_start
        else:  # what cannot be traced is placed behind what stands before it
            start = pieces[after - 1].given_end if after else 0
        yield RemovedText(text=article.text[line.start : line.end], rule=RULE, start=start)
