import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import UnreadableInputError
from summarizer.reading.decoding import decode

TEXT = "Der Bürgermeister sagte am Dienstag: „Die Straße zum Leuchtturm wird größer und schöner.“ Übel!"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_the_usual_encodings_come_out_right(encoding):
    assert decode(TEXT.encode(encoding), name="x") == TEXT


def test_a_declared_charset_counts_in_markup_only():
    page = '<meta charset="iso-8859-2"><p>Łódź jest piękna</p>'
    assert decode(page.encode("iso-8859-2"), name="x", markup=True) == page


def test_a_charset_that_came_with_the_bytes_counts_first():
    page = '<meta charset="utf-16"><p>Łódź jest piękna</p>'
    assert decode(page.encode("iso-8859-2"), name="x", charset="ISO-8859-2") == page
    for unfit in ("klingon", "utf-8\0", "ascii", "utf-8"):
        assert decode(TEXT.encode("cp1252"), name="x", charset=unfit) == TEXT


def test_a_wrong_declaration_does_not_hurt():
    page = f'<meta charset="klingon"><p>{TEXT}</p>'
    assert decode(page.encode(), name="x", markup=True) == page


def test_some_broken_bytes_do_not_change_the_encoding():
    data = (TEXT * 20).encode() + b"\xff!"
    assert decode(data, name="x") == TEXT * 20 + "\ufffd!"


@pytest.mark.parametrize("before", [1_000, 70_000])
@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "Der Bürgermeister sagte: schön."),
        ("cp1252", "It costs £1.2m – he’s “not sure”."),
        ("cp1252", "Le café, c’est à côté… déjà vu."),
        ("cp1252", "El señor Peña y São Paulo."),
        ("cp1252", "© 2019, § 5 bei 5 °C in der Straße."),
        ("cp1250", "Łódź jest piękna, powiedział burmistrz we wtorek. Rybacy czekali na światło."),
        ("gb18030", "港口城市开通新地铁线，市民出行更便捷。"),
        ("euc-kr", "항구 도시의 등대가 삼월의 폭풍 이후 다시 빛난다고 시장이 말했다."),
    ],
)
def test_what_stands_behind_much_ascii_comes_out_right(encoding, words, before):
    plain = "The council agreed on Tuesday to repair the old light on the rock. "
    text = plain * (before // len(plain)) + f"{words} " + plain * 5
    assert decode(text.encode(encoding), name="x") == text


def test_nul_characters_are_dropped():
    assert decode(
        b"light" + b"\x00" + b" at last, says the mayor of the town today", name="x"
    ).startswith("light at")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 light",
        b"PK\x03\x04light",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08\x00",
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 50,
    ],
)
def test_binary_data_is_refused(data):
    with pytest.raises(UnreadableInputError, match=r"photo\.bin: is a binary file"):
        decode(data, name="photo.bin")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_storable_text_or_an_error(data, markup):
    try:
        text = decode(data, name="x", markup=markup)
    except UnreadableInputError:
        return
    assert "\x00" not in text
    text.encode("utf-8")
