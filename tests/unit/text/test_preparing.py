import pytest

from summarizer.prepared import SentenceFlag, TokenFlag, pack, unpack
from summarizer.text.preparing import prepare
from summarizer.text.sketching import SKETCH_SIZE
from summarizer.text.tokens import stem_hash, tokenize
from tests.pools import prepared

TEXT = "Kim met Moon. “Was it so?” he asked.\nBut nobody knew! Is it so?\n(Why?) The end"


def test_sentences_are_described_by_their_own_words():
    form = prepare(TEXT, title="Kim and Moon", language="en", content_hash="7")
    assert [TEXT[start:end] for start, end in form.spans] == [
        "Kim met Moon.",
        "“Was it so?” he asked.",
        "But nobody knew!",
        "Is it so?",
        "(Why?)",
        "The end",
    ]
    quoted = SentenceFlag.QUOTATION | SentenceFlag.QUOTES
    assert form.flags.tolist() == [
        0,
        quoted | SentenceFlag.DANGLING,
        SentenceFlag.DANGLING,
        SentenceFlag.QUESTION,
        SentenceFlag.QUESTION,
        SentenceFlag.UNFINISHED,
    ]
    assert form.words.tolist() == [3, 5, 3, 3, 1, 2]
    assert form.paragraphs.tolist() == [0, 0, 1, 1, 2, 2]
    assert form.bounds.tolist() == [0, 3, 8, 11, 14, 15, 17]
    assert form.tokens.tolist() == tokenize(TEXT, "en").hashes.tolist()
    assert form.token_flags.tolist()[-2:] == [TokenFlag.FUNCTION | TokenFlag.CAPITALISED, 0]
    assert form.title.tolist() == [stem_hash(word) for word in ("kim", "and", "moon")]
    assert (form.content_hash, form.language, len(form)) == ("7", "en", 6)


def test_what_the_sentences_around_tell_of_one_is_known():
    text = "Anna Kolb came. She left. “It rained. It froze,” a man said.\n“Nobody swam.”"
    form = unpack(pack(prepare(text, title=None, language="en", content_hash="7")))
    inside, open_ = SentenceFlag.INSIDE, SentenceFlag.OPEN
    assert (form.flags & (inside | open_ | SentenceFlag.DANGLING)).tolist() == [
        0,
        SentenceFlag.DANGLING,
        open_,
        inside | SentenceFlag.DANGLING,
        SentenceFlag.DANGLING,
    ]
    start, end, at, near, count = form.antecedents[1].tolist()
    assert (text[start:end], text[:at]) == ("Anna Kolb", "Anna Kolb came. She")
    assert (near, count) == (0, 2)
    assert (form.antecedents[[0, 2, 3, 4]] == -1).all()


@pytest.mark.parametrize("text", ["", "  \n", "…", "— ! —"])
def test_an_article_without_words_gives_empty_arrays(text):
    form = unpack(pack(prepare(text, title=None, language=None, content_hash="")))
    assert len(form.tokens) == 0
    assert len(form.spans) == len(form.words) == len(form.bounds) - 1
    assert form.spans.shape[1] == 2
    assert form.sketch.tolist() == [0xFFFFFFFF] * SKETCH_SIZE


def test_another_version_is_not_read(monkeypatch):
    packed = pack(prepared("Kim met Moon."))
    assert unpack(packed) is not None
    monkeypatch.setattr("summarizer.prepared.VERSION", 10_000)
    assert unpack(packed) is None
    assert unpack(pack(prepared("Kim met Moon."))) is not None


def test_the_same_article_packs_to_the_same_bytes():
    assert pack(prepared(TEXT)) == pack(prepared(TEXT))
