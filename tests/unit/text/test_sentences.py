import pytest

from summarizer.text.sentences import split

#: what one sentence is stands between two bars
GOLDEN = {
    "en": """
        The envoy flew to Washington, D.C.|He said nothing on arrival.
        "Never!" and left.|Nobody followed.
        "Never!" he said, and left.
        "Never!"|She left without another word.
        "We won.|We are happy," she said.|"Really?" he asked.
        The mayor said: “It is over.”|He wept.|“Is it?” a guard asked.|‘No!’ cried the cook.
        “Is it over?”|“It is.”|The two shook hands.
        "Hi."|"Hello."|"Goodbye."
        He asked (why not?) and walked on.|(Nobody answered.)|It rained.
        What?!|No way!!|Really.
        She lives in the U.S. and works in the U.K.|They seldom meet.
        He joined the U.S. Army in 1990.|The U.S. Senate agreed.
        It began in the U.S.|Last year it came here.
        The force belongs to the U.N.|The council met.
        Albert I. Jones met J. R. Ewing and J. A. Hull.|They talked.
        J.K. Rowling wrote it.|J.R.R. Tolkien did not.
        Nobody was faster than you and I.|Did they see it?
        She got an A.|The others got a B.|They left.
        Doors open at 9 a.m. Monday and close at 5 p.m.|The hall is dark then.
        We met at 9 a.m. Mr. Hill came late.
        He lived at No. 10 Downing Street.|Then he moved to Nos. 3 and 4.
        She said no.|He left.
        No.|He said it twice.
        Mr. Smith and Mrs. Jones saw Dr. Brown at St. Mary's.|All were well.
        Gen. Robert B. Abrams met Lt. Col. Lee.|They saluted.
        He works for Apple Inc.|The firm is big.|Acme Corp. said so.
        It was signed by Henry Ford Jr.|The son smiled.
        Ph.D. students and M.D. holders came.|He has a Ph.D.|She has none.
        Bring pens, paper, etc.|The school has none.|Bring e.g. crayons, i.e. colours.
        Prices rose 3.5 percent to $2.3 million.|Then they fell.|He paid $5.|She paid €6.
        The vote was 5-4.|200 people came.
        Section 3.2.1 applies.|See p. 4 and pp. 5-6.|It is short.
        See https://example.org/a.b?c=d.|It is a page.|Write to a.b@example.org for more.
        He was born on Jan. 5, 1990, in Ohio.|On Feb. 2 he left.
        He waited... then he left.|It was late…|Nobody came.
        I do not know ... perhaps he left.
        The river froze.[6]|Later it thawed.[7][8]|Boats returned.
        1. First comes salt.|2. Second comes bread.|3. Last comes soup.
        1.) The first|2.) The second
        • One point|• Another point
        HANOI, Feb. 27 (Wire) — Talks began.|They went on until 2 p.m. Thursday.
        'Tis true.|'Twas a cold night.
        Yahoo! bought the site.|It failed.
        """,
    "de": """
        Am 3. Oktober kam Dr. Müller z. B. nach Berlin.|Er blieb bis zum 5. Mai.|Danach ging er.
        Im 14. Bezirk brannte es.|Das war 2019.|Im Jahr darauf war Ruhe.
        Er sagte: „So ist es.“|Dann ging er.|„Warum?“, fragte sie.|„Darum!“
        »Nein!«, rief er.|»Doch!«
        Das kostet 3,5 Mio. Euro.|Es ist ca. 10 km weit, d.h. nah.
        """,
    "fr": """
        M. Dupont est parti.|Mme Martin est restée.|« C'est fini », dit-il.|« Vraiment ? »|Oui.
        Il a dit : « Non ! » et partit.|Des chats, des chiens, etc. étaient là.
        """,
    "es": """
        El Sr. García llegó.|¿Qué pasa?|¡Nada!|Dijo que no.|Vive en EE.UU. con la Sra. López.
        """,
    "it": "Il sig. Rossi è arrivato.|L'on. Bianchi no.",
    "pt": "O Sr. Silva chegou.|A Dra. Costa saiu.|Foi ótimo!",
    "nl": "Dhr. Jansen kwam om ca. 8 uur.|Mevr. De Vries ging, d.w.z. meteen.",
    "ru": """
        В 1990 г. он приехал в Москву.|Там он жил на ул. Ленина.|«Нет!» — сказал он.|Потом ушёл.
        А. С. Пушкин писал стихи.|Их знают все.
        """,
    "zh": "他来了。|她走了！|为什么？|“不知道。”|他说。",
    "ja": "彼は来た。|「本当？」と彼女は言った。|誰も答えなかった。",
}
CASES = [
    pytest.param(language, line.strip(), id=f"{language}-{line.strip()[:30]}")
    for language, lines in GOLDEN.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_sentences_end_where_a_reader_ends_them(language, line):
    sentences = line.split("|")
    text = ("" if language in ("zh", "ja") else " ").join(sentences)
    assert [text[start:end] for start, end in split(text, language)] == sentences


def test_a_line_break_ends_a_sentence():
    text = "A headline without a stop\n  The first line.  \n\n\tThe second one\n"
    assert [text[a:b] for a, b in split(text, "en")] == [
        "A headline without a stop",
        "The first line.",
        "The second one",
    ]


def test_a_hard_line_break_goes_on_in_lower_case():
    text = "The word was that\nthe line broke here,\nand here. It ended.\nThis is new."
    assert [text[a:b] for a, b in split(text, "en")] == [
        "The word was that\nthe line broke here,\nand here.",
        "It ended.",
        "This is new.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n \n\t\n"])
def test_nothing_has_no_sentence(text):
    assert split(text, "en") == []


@pytest.mark.parametrize("language", [None, "en", "fi", "xx"])
def test_a_language_without_rules_is_read_like_english(language):
    assert split("Mr. Smith left. He ran.", language) == [(0, 15), (16, 23)]


def test_a_stop_without_a_space_before_a_typographic_quote_keeps_the_quote_whole():
    text = "“It is over.”He left."
    assert [text[a:b] for a, b in split(text, "en")] == ["“It is over.”", "He left."]
