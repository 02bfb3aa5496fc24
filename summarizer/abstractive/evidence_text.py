"""Evidence as an encoder reads it: one text, in the room that the model has."""

from collections.abc import Iterable, Sequence

from summarizer.abstractive.loading import Loaded
from summarizer.errors import GenerationError
from summarizer.protocols import Assignment, Packed, Passage

__all__ = ["as_text", "pack_text"]


def pack_text(loaded: Loaded, assignment: Assignment) -> Packed:
    """The passages that the encoder has room for, the most important first; those of an article
    stand together where the model knows a separator. `GenerationError` when not even one fits.

    One that is too long keeps no shorter one out.
    """
    used = _fitting(loaded, assignment.passages)
    if not used:
        message = f"the model reads {loaded.room} tokens, and no piece of evidence fits in"
        raise GenerationError(message)
    numbers = {each.number for each in used}
    return Packed(
        assignment=assignment,
        prompt="seq2seq/1",
        turns=(("input", as_text(loaded, used)),),
        tokens=_tokens(loaded, used),
        used=tuple(sorted(numbers)),
        left_out=tuple(p.number for p in assignment.passages if p.number not in numbers),
    )


def as_text(loaded: Loaded, passages: Iterable[Passage]) -> str:
    """The input: passages in the order of their numbers, those of one article together where there
    is something to put between articles.
    """
    ordered = sorted(passages, key=lambda passage: passage.number)
    if loaded.separator is None:
        body = " ".join(_plain(loaded, each.text) for each in ordered)
    else:
        articles = dict.fromkeys(each.article for each in ordered)
        texts = (
            " ".join(_plain(loaded, each.text) for each in ordered if each.article == article)
            for article in articles
        )
        body = f" {loaded.separator} ".join(texts)
    return loaded.prefix + body


def _fitting(loaded: Loaded, passages: Sequence[Passage]) -> list[Passage]:
    """Those that fit: chosen by what each has when it stands behind another, then counted together.

    Some tokenizers write a first word otherwise than the same word further on. Where the sum is too
    low for that, the last one chosen makes way for those behind it.
    """
    texts = [f" {_plain(loaded, each.text)}" for each in passages]
    sized = list(zip(passages, _sizes(loaded, texts), strict=True))
    while True:
        used = _chosen(loaded, sized)
        if not used or _tokens(loaded, used) <= loaded.room:
            return used
        sized = [(each, size) for each, size in sized if each is not used[-1]]


def _chosen(loaded: Loaded, sized: Sequence[tuple[Passage, int]]) -> list[Passage]:
    between = 0
    if loaded.separator is not None:
        [between] = _sizes(loaded, [f" {loaded.separator}"])
    # what the tokenizer puts around every input counts once, with what stands before the evidence
    room = loaded.room - len(loaded.tokenizer(loaded.prefix.rstrip()).input_ids)
    used: list[Passage] = []
    begun: set[int] = set()
    for each, size in sized:
        needed = size + (between if begun and each.article not in begun else 0)
        if needed <= room:
            room -= needed
            used.append(each)
            begun.add(each.article)
    return used


def _sizes(loaded: Loaded, texts: Sequence[str]) -> list[int]:
    """Tokens of each, without those that stand around every input."""
    if not texts:
        return []
    ids = loaded.tokenizer(list(texts), add_special_tokens=False).input_ids
    return [len(each) for each in ids]


def _tokens(loaded: Loaded, passages: Iterable[Passage]) -> int:
    """Tokens of the whole, as the model gets them."""
    return len(loaded.tokenizer(as_text(loaded, passages)).input_ids)


def _plain(loaded: Loaded, text: str) -> str:
    """The text on one line, without what the tokenizer would take for a mark of its own."""
    for token in loaded.tokenizer.all_special_tokens:
        text = text.replace(token, " ")
    if loaded.separator is not None:
        text = text.replace(loaded.separator, " ")
    return " ".join(text.split())
