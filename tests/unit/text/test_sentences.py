import pytest

from summarizer.text.sentences import split

#: what one sentence is stands between two bars
GOLDEN = {
    "en": """
        We met at 2 a.m.|Nobody slept.
        He lives in Menasha, Wis.|Four people saw him in Montpelier, Vt. on Monday.
        PANAMA CITY BEACH, Fla. -- The storm came.|WASHINGTON, D.C. — Ten people saw it.
        MADISON, Ala. (Wire) — Brig. Gen. Lee met Treas. Sec. Hill, Msgr. Roe and Sgts. May and Poe.
        Asst. Atty. Gen. Roe met Pvt. Hill and Del. Stacey Plaskett.|They talked.
        Fr. Brown, Wm. Poe, the Rt. Hon. Hill and Dep. Chief Roe left.|Prop. 8 passed in 5 min.|Poe won.
        He fell ill.|Trump sat.|Putin wed.|It was critical mass.|Iran said so.
        See No. 5 and Nos. 6 and 7.|He said no.|Trump left.
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
        Die Fa. Müller GmbH & Co. KG zahlt.|Der Abg. Schmidt nicht.
        Es geht um mind. 14 Fälle.|Ca. 20 Pers. waren da, u. a. Dr. Weiß, s. S. 12.
        Prof. Dr. med. Weiß sprach mit Dr. rer. nat. Kurz und Hl. Vater.|Es war gut.
        Abb. 3 zeigt es, vgl. Abt. 2 und Art. 5 Abs. 1.|Das ist eine neue Art.|Merkel sagte das.
        Er wohnt in der Hauptstr. 5 und in der Karl-Marx-Str. 7.|Sie wohnt in der Hauptstr.|Das ist weit.
        Am Mo. kam er.|Um 18 Uhr.|Merkel ging zur Müller GmbH.|Schmidt blieb.
        Sie zahlten 5 Mio. Euro und rd. 3 Mrd. Dollar.|Es waren 3 Mio.|Das ist viel.
        Der Min. sprach von max. 30 und min. 5 Euro gem. Verordnung Nr. 3 zu.|Das ist Max.|Merkel ging.
        Am 3. Oktober kam Dr. Müller z. B. nach Berlin.|Er blieb bis zum 5. Mai.|Danach ging er.
        Im 14. Bezirk brannte es.|Das war 2019.|Im Jahr darauf war Ruhe.
        Er sagte: „So ist es.“|Dann ging er.|„Warum?“, fragte sie.|„Darum!“
        »Nein!«, rief er.|»Doch!«
        Das kostet 3,5 Mio. Euro.|Es ist ca. 10 km weit, d.h. nah.
        """,
    "fr": """
        J.-C. Juncker est là.|J.-L. Mélenchon aussi, avec Ch. Michel et Ph. Martinez.
        Mgr Dupont et le Col. Petit ont vu MM. Roux et Blanc, Mmes Noir et Brun.|Ils sont partis.
        Il passe le col.|Froome attaque.|Il fut jugé pour vol.|Macron a réagi.|Ils sont sept.|Paul rit.
        Voir le vol. 2, l’art. 5, la fig. 3 et le n° 4, le 12 sept. 2019.|C’est fini.
        En 52 av. J.-C. Vercingétorix perdit.|Il est mort.
        M. Dupont est parti.|Mme Martin est restée.|« C'est fini », dit-il.|« Vraiment ? »|Oui.
        Il a dit : « Non ! » et partit.|Des chats, des chiens, etc. étaient là.
        """,
    "es": """
        EE. UU. pagó.|La UE no.|Vive en EE. UU.|El presidente de los EE. UU. Trump habló.
        La Av. Libertador está cerrada.|El núm. 3 no.|El pte. Sánchez habló con el Gral. Ruiz.
        Las FF. AA. no.|CC. OO. tampoco.|El Lic. Gómez, el Ing. Paz y Mons. Ruiz sí.
        La Mtra. Díaz y el Sen. Paz viven en Bs. As. en la Col. Roma.|El Dip. Ruiz no.
        Vive cerca del mar.|Juan no.|Dijo que no.|Pedro calló.|El 3 mar. 2019 llegó.
        El Sr. García llegó.|¿Qué pasa?|¡Nada!|Dijo que no.|Vive en EE.UU. con la Sra. López.
        """,
    "it": """
        Il Gen. Bianchi, il Magg. Verdi e l’Ing. Neri arrivano.|Il Card. Rossi no.
        Vedi l’art. 18 e il n. 3, cfr. pag. 5.|L’on. Conte e il sen. Renzi tacciono.
        La Fiat S.p.A. e la Rossi S.r.l. pagano.|Ha detto no.|Conte ride.
        Il sig. Rossi è arrivato.|L'on. Bianchi no.
        """,
    "pt": """
        O Gen. Costa, o Des. Lima e a Profa. Dra. Reis vieram.|O Dep. Silva não.
        A Av. Paulista e a R. Augusta fecharam.|V. Exa. sabe.|O Exmo. Sr. Reis não.
        Ele mora perto do mar.|Maria não.|Eram dez.|João saiu.|Em 3 dez. 2019 voltou.
        O Sr. Silva chegou.|A Dra. Costa saiu.|Foi ótimo!
        """,
    "nl": """
        Dhr. De Vries kwam.|Mw. Jansen niet.|Mr. drs. Van Dam en Ds. De Boer wel.
        Hij woont in de Kerkstr. 5.|Zie nr. 3, art. 5 en fig. 2.|Hij heet Jan.|Piet niet.
        Het kost 3 mln. euro, excl. btw, m.n. voor Burg. De Wit en Gen. Smit.|Dat is veel.
        Dhr. Jansen kwam om ca. 8 uur.|Mevr. De Vries ging, d.w.z. meteen.
        """,
    "ru": """
        И т. д. и т. п.|Всё.|Это стоит 5 млн.|Это много.|Он помог им.|Они ушли.
        Это было в 1990 г.|Он жил на ул. Ленина, д. 5, в г. Москве, у акад. Петрова и св. Николая.
        В т. ч. Тов. Петров, чл.-корр. Иванов и Ж.-Ж. Руссо.|Ген. Сидоров ушёл.
        Он ехал 5 км.|Рост 180 см.|Она ниже.|Ген. Иванов и полк. Петров, ст. 228, гл. 3, рис. 2.
        В 1990 г. он приехал в Москву.|Там он жил на ул. Ленина.|«Нет!» — сказал он.|Потом ушёл.
        А. С. Пушкин писал стихи.|Их знают все.
        """,
    "hi": """
        क्या हुआ।|वह गया।|कौन?|“वह गया।”|वह रुकी॥
        """,
    "ur": "یہ ٹھیک ہے۔|وہ گیا۔|کون؟|وہ رکی۔",
    "ar": "هل ستعود السفن؟|نعم.|قال: «لا!»|ذهب.",
    "hy": "Ինչո՞ւ։|Նա գնաց։|Վերջ։",
    "am": "ሰላም።|እሱ ሄደ።|ማን፧|እሷ።",
    "zh": "他来了。|她走了！|为什么？|“不知道。”|他说。|“走吧！”，她说．|完了。",
    "ja": "彼は来た。|「本当？」と彼女は言った。|誰も答えなかった。|３．５％だ．|終わり｡",
    "km": "រឿងនេះ។|គាត់ទៅ។|នាងនៅ៕",
}
UNSPACED = ("am", "ja", "km", "zh")
CASES = [
    pytest.param(language, line.strip(), id=f"{language}-{line.strip()[:30]}")
    for language, lines in GOLDEN.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_sentences_end_where_a_reader_ends_them(language, line):
    sentences = line.split("|")
    text = ("" if language in UNSPACED else " ").join(sentences)
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
