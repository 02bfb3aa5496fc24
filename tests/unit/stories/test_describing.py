import random
from dataclasses import replace

import pytest

from summarizer.service.storytelling import stories_of, story_ids
from summarizer.stories.surface import readable
from tests import corpus
from tests.pools import article, prepared

EVERY = [each for _, each in corpus.every_article()]
STORIES = stories_of(EVERY)
STORYLINES = {each.id: name for name, each in corpus.every_article()}
FERRY = "The ferry Maria sank off Corfu at noon. Rescue boats from Athens saved forty people."


def story(name: str):
    return next(each for each in STORIES if STORYLINES[each.articles[0].id] == name)


def test_the_storylines_are_told_by_what_they_are_about():
    assert len(STORIES) == len(corpus.STORYLINES)
    expected = {
        "notre-dame": "Notre-Dame",
        "korea": "Kim Jong Un",
        "hong-kong": "Hong Kong",
        "black-hole": "black hole",
        "max": "MCAS",
        "thai-cave": "divers",
    }
    for name, term in expected.items():
        assert term in story(name).terms
        assert story(name).label in {info.title for info in story(name).articles}


def test_a_story_has_its_dates_publishers_and_independent_articles():
    found = story("max")
    days = [info.date.value for info in found.articles if info.date is not None]
    assert f"{found.first:%Y-%m-%d}" == min(f"{day:%Y-%m-%d}" for day in days)
    assert f"{found.last:%Y-%m-%d}" == max(f"{day:%Y-%m-%d}" for day in days)
    assert found.articles[-1].date is None
    assert set(found.publishers) == {info.source for info in found.articles}
    # one agency text stands in three articles
    assert found.independent == len(found.articles) - 2
    assert sum(link.copy for link in found.links) == 2


def test_links_say_why_every_article_but_the_most_central_one_is_there():
    for each in STORIES:
        ids = {info.id for info in each.articles}
        assert len(each.links) == len(ids) - 1
        for link in each.links:
            assert {link.article, link.nearest} <= ids
            assert link.article != link.nearest
            if link.copy:
                assert (link.similarity, link.terms) == (1.0, ())
            else:
                assert 0 < link.similarity < 1
                assert link.terms


def test_shared_terms_stand_in_both_articles():
    texts = {each.id: f" {each.text} {each.title} ".casefold() for each in EVERY}
    named = [
        (link, term.casefold()) for each in STORIES for link in each.links for term in link.terms
    ]
    assert len(named) > 100
    stands = [
        all(word[:4] in texts[one] for word in term.split() for one in (link.article, link.nearest))
        for link, term in named
    ]
    # but for irregular stems
    assert sum(stands) > 0.98 * len(stands)


def test_an_id_depends_on_the_first_article_alone():
    first = story("hong-kong").articles[0]
    founding = next(each for each in EVERY if each.id == first.id)
    [alone] = stories_of([founding])
    assert alone.id == story("hong-kong").id
    assert (alone.independent, alone.links) == (1, ())
    assert len({each.id for each in STORIES}) == len(STORIES)


def test_ids_are_those_of_the_stories():
    forms = [corpus.prepared(each) for each in EVERY]
    ids = story_ids([each.info for each in EVERY], forms)
    told = {info.id: each.id for each in STORIES for info in each.articles}
    assert list(ids) == [told[each.id] for each in EVERY]


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_the_articles_changes_nothing(seed):
    assert stories_of(random.Random(seed).sample(EVERY, len(EVERY))) == STORIES


def test_without_a_title_the_label_is_the_head_of_a_sentence():
    told = f"Nobody knew why. {FERRY} It was a long day."
    [found] = stories_of([article(told)])
    assert found.label in FERRY
    long = article("A captain " + "of the old island ferry Maria " * 20 + "was questioned.")
    [cut] = stories_of([replace(long, title=None)])
    assert cut.label.endswith(" …")
    assert len(cut.label) <= 80


def test_undated_articles_and_such_without_a_word_are_told():
    found = stories_of([article("***", id="none"), article(FERRY, id="ferry")])
    assert {each.label for each in found} == {"***", FERRY.split(". ", maxsplit=1)[0] + "."}
    assert all((each.first, each.last, each.publishers) == (None, None, ()) for each in found)
    assert stories_of([]) == ()
    assert story_ids([], []) == ()
    assert len(story_ids([article(FERRY).info], [prepared(FERRY)])) == 1


def test_terms_are_no_parts_of_longer_ones():
    given = ["Kim", "Kim Jong Un", "kim jong", "Kimono", "summit", "Summit"]
    assert readable(given, 8) == ("Kim Jong Un", "Kimono", "summit")
    assert readable(given, 1) == ("Kim Jong Un",)
    assert readable([], 3) == ()


def test_terms_are_written_whole_and_never_across_a_mark():
    one = (
        "The quake struck Port-au-Prince at noon. Haiti's worst quake in two centuries, struck off."
    )
    other = (
        "Rescuers reached Port-au-Prince after the quake. It was, for two centuries, struck never."
    )
    [found] = stories_of([article(one, id="one"), article(other, id="other")])
    assert "Port-au-Prince" in found.terms
    assert not {"Port au", "au Prince", "Port-au", "centuries struck"} & set(found.terms)
    assert not any(term.endswith(("'s", "’s")) for term in found.terms)


def test_a_title_that_tells_nothing_of_the_story_is_no_label():
    stamp = article(FERRY, id="stamp", title="Last updated at 22:46 GMT")
    named = article(f"{FERRY} Divers searched on.", id="named", title="Ferry Maria sinks off Corfu")
    assert [each.label for each in stories_of([stamp, named])] == ["Ferry Maria sinks off Corfu"]
