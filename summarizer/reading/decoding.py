"""Bytes as text: byte order mark, declared charset, UTF-8, a guess; and what is no text at all."""

import codecs
import re

from charset_normalizer import from_bytes

from summarizer.errors import UnreadableInputError

__all__ = ["decode", "drop_unusable"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: how files begin that are no text: PDF, ZIP and Office, images, gzip, programs, old Office, media
_BINARY = (
    *b"%PDF- PK\x03\x04 \x89PNG GIF8 \xff\xd8\xff \x1f\x8b \x7fELF BZh".split(),
    *b"\xd0\xcf\x11\xe0 RIFF OggS ID3 \xfd7zXZ 7z\xbc\xaf".split(),
    b"SQLite format 3\x00",
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
#: browsers read these names as Windows' superset
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
#: a guess reads no more than this, and a little of the ASCII before it
_SAMPLE = 65_536
_CONTEXT = 1_024
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
#: with so few bytes beyond ASCII a detector takes "Bürgermeister" for Big5 and £ for Ł (1 in 50
#: bytes of German and Spanish is one, 1 in 40 of Slovene, 1 in 25 of French)
_FEW = 0.015
#: what Western European text in Windows' encoding never holds: a capital in the middle of a word, a
#: sign in it, or a whole word of accents, which is Cyrillic, Greek or Chinese
_NOT_WESTERN = re.compile(
    "[a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽŸ]|[a-zß-öø-ÿ](?=[^\x00-\x7f])[^\\w\\s’‘·–—…\xad][a-zß-öø-ÿ]|[^\x00-\x7f]{4}"
)


def decode(data: bytes, *, name: str, markup: bool = False, charset: str | None = None) -> str:
    """The text of `data`, without NULs; UnreadableInputError when it is binary.

    A `charset` that came with the data counts and, with `markup`, one declared in the first 2,048
    bytes.
    """
    if data.startswith(_BINARY):
        raise UnreadableInputError(name, "is a binary file, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return drop_unusable(data[len(mark) :].decode(encoding, errors="replace"))
    wide = _wide_encoding(data)
    if wide is None and _is_binary(data):
        raise UnreadableInputError(name, "is a binary file, not text")
    for candidate in (wide, _known(charset), _declared(data) if markup else None):
        text = _try(data, candidate)
        if text is not None:
            return drop_unusable(text)
    return drop_unusable(_decode_utf8(data) or _guess(data))


def drop_unusable(text: str) -> str:
    """The text without NULs and lone surrogates, which no store and no JSON can hold."""
    return _UNUSABLE.sub("", text)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(4, 0.02 * len(sample))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in European text every other byte is zero."""
    sample = data[:2048]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:2048])
    return None if match is None else _known(match.group(1).decode("ascii"))


def _known(charset: str | None) -> str | None:
    try:
        encoding = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    # A page that reached us as single bytes is not what a wide charset says it is.
    return None if encoding.startswith(("utf-16", "utf-32")) else _SUPERSETS.get(encoding, encoding)


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _decode_utf8(data: bytes) -> str | None:
    """UTF-8, also when a few characters of many are broken."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if broken == 0 or broken <= 0.1 * beyond else None


def _guess(data: bytes) -> str:
    """The text in the encoding that the bytes around the first one beyond ASCII look like."""
    first = _NOT_ASCII.search(data)
    start = max(0, (0 if first is None else first.start()) - _CONTEXT)
    sample = data[start : start + _SAMPLE]
    best = None if _is_western(sample) else from_bytes(sample).best()
    encoding = "cp1252" if best is None else best.encoding
    return _try(data, encoding) or _try(data, "cp1252") or data.decode(encoding, errors="replace")


def _is_western(sample: bytes) -> bool:
    """Whether it is ASCII but for a few letters and marks, as Windows writes them."""
    text = _try(sample, "cp1252")
    few = len(_NOT_ASCII.findall(sample)) <= max(2, _FEW * len(sample))
    return few and text is not None and _NOT_WESTERN.search(text) is None
