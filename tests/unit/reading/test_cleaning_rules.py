"""Each rule on a small text of its own: what goes, under which name, and that the text stays."""

import pytest

from summarizer.reading.cleaning import clean, clean_with

LEAD = (
    "The city council of Harbourton agreed on Tuesday to repair the old lighthouse, "
    "which has been dark since the storm in March."
)
NEXT = "The work will cost about 2 million euros, the mayor said, and is to begin in the autumn."
LAST = "Fishermen had asked for the light for months, because the harbour is hard to find at night."


def page(*blocks):
    return "\n\n".join(blocks)


def rules(cleaned):
    return {item.text: item.rule for item in cleaned.removed}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("1. Skip to content", "skip-link"),
        ("Skip to main menu", "skip-link"),
        ("https://news.example/lighthouse", "address"),
        ("Read more: What the storm did to the coast", "read-more"),
        ("Read moreStorms: a history of the coast", "read-more"),
        ("Read more2018: the year of the storms", "read-more"),
        ("Lire aussi : Le phare de la côte", "read-more"),
        ("Twitter Facebook Reddit Pinterest Email", "share"),
        ("Share on Facebook Share on Twitter Share via Email", "share"),
        ("1,204 SHARES", "share"),
        (
            "Each evening our editors pick the best stories. You can sign up to receive them here.",
            "newsletter",
        ),
        ("Sign up to receive the harbour letter.", "newsletter"),
        ("© 2019 Harbour Times. All rights reserved.", "copyright"),
        ("We use cookies to improve your visit. You can change this at any time.", "cookies"),
        ("12 comments", "comments"),
        ("View the discussion thread.", "comments"),
        ("Advertisement", "advertisement"),
        ("WWW links", "links"),
        ("Audios and videos on the topic", "links"),
        ("Related topics", "links"),
        ("Tags: harbour, lighthouse, storm", "tags"),
        ("The post Light at last appeared first on Harbour Times.", "feed-tail"),
        ("law,jcg/ng (Reuters, AP, dpa)", "agency-tail"),
        ("ap/aw\xa0(AP, Reuters, AFP)", "agency-tail"),
        ("Author: Anna Example (with dpa, AFP)", "author"),
        ("By Anna Example and Ben Sample", "author"),
        ("Anna Example, coast correspondent", "author"),
        ("Anna Example reports from the coast for the Harbour Times.", "author"),
        ("June 29, 2019", "date"),
        ("Published: Saturday, 29 June 2019, 10:15 GMT", "date"),
        ("(Photo by B. Sample/Coast Wire)", "credit"),
        ("Watch video 02:35", "video"),
        ("02:35 mins.", "video"),
        ("Now live", "video"),
        ("{mosads}", "template-token"),
        ("[[newsletter]]", "template-token"),
        ("Image caption The mayor visited the lighthouse on Monday.", "caption"),
        ("Media captionThe mayor: 'We will have light'", "caption"),
        ("In this Jan. 5, 2019, photo, the mayor of Harbourton visits the rock.", "caption"),
        ("In this image made from video, waves break over the lighthouse.", "caption"),
        ("The mayor smiles as she leaves the council on Tuesday,... (Associated Press)", "caption"),
        ("Story continues after the video.", "advertisement"),
        ("Support us from as little as 1 euro. Thank you.", "support"),
        ("Please consider subscribing.", "support"),
        ("Follow us on Twitter @harbour and like us on Facebook.", "share"),
        ("Download our app for the latest news.", "contact"),
        ("Contact the writer at anna@example.com or follow her.", "contact"),
        ("Anna Example can be reached at anna@example.com.", "contact"),
        ("This article was originally published on the Coast Blog.", "editorial-note"),
        ("This article was amended on 3 March 2019 to correct a name.", "editorial-note"),
        ("CORRECTION: An earlier version of this article misspelled a name.", "editorial-note"),
        ("The views expressed are those of the author.", "editorial-note"),
        ("Dieser Artikel erschien zuerst am 3. Mai 2019.", "editorial-note"),
        ("Anna Example is a staff writer at the Harbour Times.", "author"),
        ("The Coast Press contributed to this report.", "author"),
        ("This material may not be published, broadcast, rewritten or copied.", "copyright"),
        (
            "These data are added to the Wayback Machine after an embargo period of a month.",
            "web-archive",
        ),
        ("'A bright idea'", "subhead"),
        ("'Hard work' still needed", "subhead"),
        ("Light at last", "subhead"),
    ],
)
def test_a_line_that_is_not_the_article_goes_under_its_rule(line, rule):
    cleaned = clean(page(LEAD, line, NEXT))
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert rules(cleaned) == {line: rule}


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more carefully, the treaty says something else.",
        "Voters have until Friday to register, and thousands queued here in the rain.",
        "Immigrants were told to register with the police to receive food.",
        "Families were asked to sign up for free meals.",
        "“We use cookies as bribes,” the teacher joked.",
        "Under the law, such photographs may not be published without consent.",
        "The names of the victims may not be published, the court ruled.",
        "Please support the families, she said in a letter.",
        "“Please donate blood,” the minister said.",
        "The company © logo was changed in 2018.",
        "Support the work of the Red Cross, she said.",
        "Keywords: peace, land and bread, Lenin said.",
        "Today's Harbour Times reports that the mayor is paying for the light.",
        "Der Bürgermeister sagte: „Wir schaffen das.“",
        "Sie rief: „Nie wieder!“",
        "»Das war nicht klug.«",
        "By 2020, the company hopes to have repaired all of its lights.",
        "Is it enough?",
        "He signed up for the course in June 2018.",
        "Copyright law protects the drawings of the lighthouse.",
        "In this town, photographers are not welcome any more.",
        "In a video, the mayor thanked the keepers of the rock.",
        "The image: two fishermen, one lamp and a very dark sea.",
        "Share prices fell on Tuesday.",
        "Comments by the mayor were not available on Tuesday.",
        "Correspondents say that the harbour was quiet.",
        "Author of the plan is Anna Example, an engineer from the capital.",
        "The two sides signed the treaty on June 12, 2018.",
        "The keeper has lived on the rock since June 12, 2018.",
        "“We will follow the light,” she said.",
        "In court, the company did not deny it (see page 2).",
        "It is the third storm since May.",
        "A copy of the page was added to the Wayback Machine of the Internet Archive.",
    ],
)
def test_a_sentence_of_running_text_stays(sentence):
    assert clean(page(LEAD, sentence, NEXT)).text == f"{LEAD}\n{sentence}\n{NEXT}"


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor finds money – and the harbour gets its light back",
        "Mayor finds money - and the harbour gets its light back",
        "Council finds money; lighthouse is to be repaired",
        "Light at last – but who pays?",
        "Lighthouse latest: the council says yes...",
        "Hafenstadt — was die Stadt jetzt plant",
    ],
)
def test_a_headline_with_a_dash_or_a_semicolon_is_the_title_and_names_no_publisher(headline):
    cleaned = clean(page(headline, LEAD, NEXT))
    assert cleaned.title == headline
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert cleaned.header.source is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Light at last - Harbour Times", "Harbour Times"),
        ("Light at last | Coast | The Island", "The Island"),
        ("Light at last – harbour.example", "harbour.example"),
        ("Light at last - who pays", None),
    ],
)
def test_a_part_of_a_windows_title_is_the_publisher_when_it_looks_like_one(line, source):
    assert clean(page(line, "Light at last", LEAD, NEXT)).header.source == source


@pytest.mark.parametrize(
    ("notice", "source"),
    [
        ("© 2019 Hafen-Kurier GmbH", "Hafen-Kurier"),
        ("© Ediciones del Puerto S.L.", "Ediciones"),
        ("© " * 5_000, None),
    ],
)
def test_a_notice_of_copyright_names_the_publisher(notice, source):
    assert clean(page(LEAD, NEXT, notice)).header.source == source


def test_a_standfirst_without_a_full_stop_is_text_below_the_headline():
    standfirst = "The council finds the money that the keepers of the rock have asked for"
    cleaned = clean(page("Light at last", standfirst, "By Anna Example", LEAD, NEXT))
    assert (cleaned.title, cleaned.text) == ("Light at last", f"{standfirst}\n{LEAD}\n{NEXT}")


def test_a_token_in_a_line_that_goes_is_reported_with_it():
    cleaned = clean(page(LEAD, "Share this {{link}} on Facebook", NEXT))
    assert [item.text for item in cleaned.removed] == ["Share this {{link}} on Facebook"]


def test_the_headline_is_the_title_and_not_text():
    cleaned = clean(page("Politics", "Harbourton brings back its light", LEAD, NEXT))
    assert cleaned.title == "Harbourton brings back its light"
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert rules(cleaned)["Politics"] == "section-label"


def test_a_headline_behind_a_trail_is_found_once():
    headline = "Harbourton brings back its light"
    cleaned = clean(page(f"News Coast {headline}", headline, LEAD, NEXT))
    assert cleaned.title == headline
    assert [item.rule for item in cleaned.removed] == ["title", "title"]


def test_a_window_title_gives_title_source_and_two_dates():
    headline = "Harbourton brings back its light"
    window = f" date 2019-02-08  {headline} | News | Coast Radio | 09.02.2019"
    cleaned = clean(page(window, "News", headline, LEAD, NEXT))
    assert cleaned.title == headline
    assert cleaned.header.source == "Coast Radio"
    assert [reading.value.isoformat() for reading in cleaned.header.dates] == [
        "2019-02-08",
        "2019-02-09",
    ]


def test_a_known_title_is_recognised_in_the_text():
    cleaned = clean(page("Light at last", LEAD, NEXT), title="Light at last")
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert rules(cleaned) == {"Light at last": "title"}


def test_a_caption_goes_with_its_credit_and_its_label():
    block = "Anna Example Ben Sample\nThe two at the lighthouse.\nImage: Coast Wire/B. Sample"
    cleaned = clean(page(LEAD, block, NEXT))
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert list(rules(cleaned).values()) == ["caption", "caption", "credit"]


@pytest.mark.parametrize(
    "caption",
    [
        "The mayor has looked at the lamp for years. Photo: Getty Photo: Getty",
        "The mayor climbs the lighthouse (Getty Images/AFP/B. Sample)",
        "FILE PHOTO: The mayor climbs the lighthouse last summer.",
        "The mayor climbs the lighthouse in Harbourton June 12, 2018.",
        "Empty nets on the quay of Harbourton, February 28, 2019.",
    ],
)
def test_a_caption_alone_goes(caption):
    cleaned = clean(page(LEAD, caption, NEXT, LAST))
    assert cleaned.text == f"{LEAD}\n{NEXT}\n{LAST}"
    assert rules(cleaned) == {caption: "caption"}


def test_a_paragraph_before_a_credit_in_a_text_without_blank_lines_stays():
    lines = [LEAD, NEXT, LAST, LEAD, NEXT, "Photo: Coast Wire", LAST]
    assert clean("\n".join(lines)).text == "\n".join(line for line in lines if line[:5] != "Photo")


def test_the_headline_of_a_video_goes_with_its_player():
    player = "Watch video 01:48\nNow live\n01:48 mins."
    cleaned = clean(page(LEAD, player, "Why was this rock chosen for the light?", NEXT))
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert set(rules(cleaned).values()) == {"video"}


def test_a_gallery_goes_whole_and_the_text_behind_it_stays():
    def picture(number, subtitle):
        return page(
            f"  • The lamp, part {number} (Coast Wire/B. Sample)",
            "    A lamp in pictures",
            f"    {subtitle}",
            f"    Part {number} of the lamp was made in the year 18{number}0. It still turns.",
        )

    pictures = [picture(1, "Glass"), picture(2, "'Brass'"), picture(3, "Who built it?")]
    cleaned = clean(page(LEAD, *pictures, NEXT, LAST))
    assert cleaned.text == f"{LEAD}\n{NEXT}\n{LAST}"
    assert set(rules(cleaned).values()) == {"gallery"}
    assert len(cleaned.removed) == 12


def test_a_token_glued_to_a_paragraph_goes_alone():
    cleaned = clean(page(LEAD, "{{ad-slot}}" + NEXT))
    assert cleaned.text == f"{LEAD}\n{NEXT}"
    assert rules(cleaned) == {"{{ad-slot}}": "template-token"}


def test_a_subhead_that_asks_goes_on_pages_and_stays_in_plain_texts():
    assert clean(page(LEAD, "What comes next?", NEXT)).text.count("What comes next?") == 1
    marked = clean(page(LEAD, "Read more: Storms", "What comes next?", NEXT))
    assert rules(marked)["What comes next?"] == "subhead"


def test_a_list_that_the_text_leads_to_stays_whole():
    block = "The plan has three parts:\n- a new lamp\n- a stronger door\n- a keeper"
    assert clean(page(LEAD, block, NEXT)).text == f"{LEAD}\n{block}\n{NEXT}"


def test_hard_wrapped_paragraphs_become_one_line():
    wrapped = (
        "The city council of Harbourton agreed on Tuesday to repair the old\n"
        "lighthouse, which has been dark since the storm in March. The work\n"
        "will cost about 2 million euros, the mayor said, and is to begin in\n"
        "the autumn.\n\n"
        "Fishermen had asked for the light for months, because the harbour is\n"
        "hard to find at night."
    )
    cleaned = clean(wrapped)
    assert cleaned.text == "\n".join(part.replace("\n", " ") for part in wrapped.split("\n\n"))


def test_sentences_on_lines_of_their_own_stay_apart():
    lines = ["Light at last!", "He laughed.", "Is it over?", LEAD, NEXT]
    assert clean("\n".join(lines)).text == "\n".join(lines)


@pytest.mark.parametrize("text", ["no full stop here", "Light at last", "water, light and a rock"])
def test_a_text_of_nothing_but_labels_is_kept_when_nothing_else_is_left(text):
    assert clean(text).text == text


def test_a_whole_page_loses_the_teasers_around_the_article():
    menu = "\n".join(f"Section {number}" for number in range(30))
    teaser = "A ferry ran aground on Monday, and nobody was hurt in the accident."
    text = page(
        menu, teaser, menu, "Harbourton brings back its light", LEAD, NEXT, LAST, menu, teaser
    )
    cleaned = clean(text)
    assert cleaned.text == f"{LEAD}\n{NEXT}\n{LAST}"
    assert cleaned.title == "Harbourton brings back its light"
    rules = [item.rule for item in cleaned.removed if item.text == teaser]
    assert [rule.split()[0] for rule in rules] == ["line-model", "line-model"]
    alone = clean_with(None, text)
    assert [item.rule for item in alone.removed if item.text == teaser] == ["outside", "outside"]


def test_the_report_is_in_order_and_exact():
    text = page("Politics", "Light at last, says the mayor", "{x_y}" + LEAD, "Advertisement", NEXT)
    removed = clean(text).removed
    assert [item.start for item in removed] == sorted(item.start for item in removed)
    assert all(text[item.start : item.start + len(item.text)] == item.text for item in removed)
