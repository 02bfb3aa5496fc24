"""From a cleaned text to its prepared form: every array that ranking needs, made once."""

import re

import numpy as np

from summarizer.prepared import Hashes, Ints, Prepared, SentenceFlag
from summarizer.text.antecedents import Told, antecedents
from summarizer.text.datelines import dateline_length
from summarizer.text.marks import ends_sentence
from summarizer.text.quotations import quoted_parts, without_speaker
from summarizer.text.sentences import split
from summarizer.text.sketching import sketch
from summarizer.text.standalone import is_dangling
from summarizer.text.tokens import Tokens, count_words, surface_hash, tokenize

__all__ = ["prepare"]

_QUOTES = "\"“‘'„«"
_QUOTE_MARK = re.compile(r"[\"“”„«»]")
#: of a page, a mail box or an account
_ADDRESS = re.compile(r"://|www\.|@|[|]")


def prepare(text: str, *, title: str | None, language: str | None, content_hash: str) -> Prepared:
    """The prepared form of an article; an article without a sentence gives empty arrays."""
    spans = _without_datelines(text, split(text, language))
    sentences = [text[start:end] for start, end in spans]
    paragraphs = _paragraphs(text, spans)
    flags = _with_quotations(text, spans, [_flags(sentence, language) for sentence in sentences])
    tokens = [tokenize(sentence, language) for sentence in sentences]
    lengths = np.array([0, *(len(each) for each in tokens)], dtype=np.int32)
    hashes = _joined(tokens)
    return Prepared(
        content_hash=content_hash,
        language=language,
        spans=np.array(spans, dtype=np.int32).reshape(-1, 2),
        words=np.array([count_words(sentence) for sentence in sentences], dtype=np.int32),
        paragraphs=paragraphs,
        flags=np.array(flags, dtype=np.uint8),
        bounds=np.cumsum(lengths, dtype=np.int32),
        tokens=hashes,
        token_flags=np.concatenate([np.zeros(0, np.uint8), *(each.flags for each in tokens)]),
        texts=np.array([surface_hash(sentence) for sentence in sentences], dtype=np.uint64),
        antecedents=_antecedents(text, _told(spans, paragraphs, flags), language),
        title=tokenize(title or "", language).hashes,
        sketch=sketch(hashes),
    )


def _without_datelines(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those that open a paragraph without their dateline."""
    return [
        (start + (dateline_length(text[start:end]) if _opens(text, start) else 0), end)
        for start, end in spans
    ]


def _opens(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _joined(tokens: list[Tokens]) -> Hashes:
    return np.concatenate([np.zeros(0, np.uint64), *(each.hashes for each in tokens)])


def _paragraphs(text: str, spans: list[tuple[int, int]]) -> Ints:
    breaks = np.array([match.start() for match in re.finditer("\n", text)], dtype=np.int64)
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    return np.searchsorted(breaks, starts).astype(np.int32)


def _flags(sentence: str, language: str | None) -> int:
    flags = SentenceFlag(0)
    if is_dangling(sentence, language):
        flags |= SentenceFlag.DANGLING
    if sentence.rstrip("\"”’'»)").endswith("?"):
        flags |= SentenceFlag.QUESTION
    if sentence[:1] in _QUOTES:
        flags |= SentenceFlag.QUOTATION
    if _QUOTE_MARK.search(sentence):
        flags |= SentenceFlag.QUOTES
    if not ends_sentence(sentence) or _ADDRESS.search(sentence):
        flags |= SentenceFlag.UNFINISHED
    return int(flags)


def _with_quotations(text: str, spans: list[tuple[int, int]], flags: list[int]) -> list[int]:
    """The flags, with what the sentences around each one tell of it."""
    parts = quoted_parts(text, spans)
    nameless = without_speaker(text, spans, parts)
    return [
        each
        | int(inside) * SentenceFlag.INSIDE
        | int(open_) * SentenceFlag.OPEN
        | int(place in nameless) * SentenceFlag.DANGLING
        for place, (each, (inside, open_)) in enumerate(zip(flags, parts, strict=True))
    ]


def _antecedents(text: str, told: list[Told], language: str | None) -> Ints:
    rows = [
        (-1, -1, -1, -1, -1)
        if each is None
        else (each.start, each.end, each.at, each.near, count_words(text[each.start : each.end]))
        for each in antecedents(text, told, language)
    ]
    return np.array(rows, dtype=np.int32).reshape(-1, 5)


def _told(spans: list[tuple[int, int]], paragraphs: Ints, flags: list[int]) -> list[Told]:
    return [
        Told(
            span=span,
            paragraph=int(paragraph),
            dangling=bool(each & SentenceFlag.DANGLING),
            partial=bool(each & (SentenceFlag.INSIDE | SentenceFlag.OPEN)),
        )
        for span, paragraph, each in zip(spans, paragraphs, flags, strict=True)
    ]
