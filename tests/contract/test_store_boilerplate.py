"""Lines that a publisher prints under many articles, learned, taken out and given back."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from summarizer.errors import BoilerplateNotFoundError
from summarizer.protocols import Store
from summarizer.reading import content_hash, read_document
from summarizer.text.preparing import prepare
from summarizer.types import Article, BoilerplateLine, Document
from tests.contract.samples import NOON

LATER = NOON + timedelta(days=1)
NOTICE = "Write to our readers' desk, which answers every letter."
TOPICS = "ferry lighthouse budget election orchestra volcano museum harvest".split()


def story(topic: str, *, publisher: str = "Harbour Courier", tail: str = NOTICE) -> Article:
    """A report that shares nothing with those on other topics but its last line."""
    text = "\n\n".join(
        [
            f"Everybody in town talked about the {topic} on Tuesday morning.",
            f"A {topic} like this one had not been seen for thirty-{len(topic)} years, people said.",
            f"Nobody could tell what the {topic} would bring in summer.",
            tail,
        ]
    )
    document = Document(
        title=f"The {topic}", text=text, source=publisher, url=f"https://{topic}.example/1"
    )
    return read_document(document, name=topic, default_id=topic)


def add(store: Store, *articles: Article, restore: bool = False) -> list[tuple[str, str]]:
    """What the service does."""
    shown = store.without_boilerplate(articles)
    forms = [
        prepare(a.text, title=a.title, language=a.language, content_hash=a.content_hash)
        for a in shown
    ]
    return list(store.add(list(zip(articles, forms, strict=True)), seen=NOON, restore=restore))


def ids(outcome: list[tuple[str, str]]) -> list[str]:
    return [article_id for article_id, _ in outcome]


def holding(store: Store) -> int:
    return sum(
        NOTICE in each.text for each in store.articles([info.id for info in store.page().items])
    )


SIX = [story(topic) for topic in TOPICS[:6]]
SEVENTH = story(TOPICS[6])


def test_a_line_of_six_articles_goes_from_all_of_them_and_from_the_next(store: Store) -> None:
    first = ids(add(store, *SIX[:5]))
    assert (store.boilerplate(), holding(store)) == ((), 5)
    ids_ = first + ids(add(store, SIX[5])) + ids(add(store, SEVENTH))
    assert holding(store) == 0
    (line,) = store.boilerplate()
    assert line == BoilerplateLine(
        id=line.id, publisher="harbour courier", excerpt=NOTICE, articles=7, state="learned"
    )
    for article_id, read in zip(ids_, [*SIX, SEVENTH], strict=True):
        kept = store.article(article_id)
        assert kept.text == read.text.removesuffix(f"\n{NOTICE}")
        (removed,) = (item for item in kept.removed if item.rule == "publisher-boilerplate")
        assert removed.text == NOTICE == kept.given[removed.start :]
        assert kept.content_hash == content_hash(kept) != read.content_hash
        assert kept.version == 1


def test_only_what_was_prepared_for_the_text_that_stays_is_kept(store: Store) -> None:
    earlier = ids(add(store, *SIX))
    (next_one,) = ids(add(store, SEVENTH))
    assert store.prepared(earlier) == (None,) * 6
    (form,) = store.prepared([next_one])
    assert form is not None
    assert form.content_hash == store.article(next_one).content_hash
    assert form.spans[-1].tolist()[1] == len(store.article(next_one).text)


def test_reading_them_again_changes_nothing(store: Store) -> None:
    add(store, *SIX, SEVENTH)
    before = [store.article(info.id) for info in store.page().items]
    lines = store.boilerplate()
    assert {status for _, status in add(store, *SIX, SEVENTH)} == {"unchanged"}
    # what the store shows, handed over again
    assert {status for _, status in add(store, *before)} == {"unchanged"}
    assert [store.article(info.id) for info in store.page().items] == before
    assert store.boilerplate() == lines


def test_articles_without_an_address_are_known_again(store: Store) -> None:
    bare = [replace(each, url=None) for each in SIX]
    bare = [replace(each, content_hash=content_hash(each)) for each in bare]
    first = add(store, *bare)
    assert add(store, *bare) == [(article_id, "unchanged") for article_id in ids(first)]
    assert holding(store) == 0


def test_the_bare_text_of_a_cleaned_page_is_known(store: Store) -> None:
    one = add(store, *SIX)[0][0]
    bare = replace(SIX[0], url=None)
    assert add(store, bare) == [(one, "unchanged")]


def test_what_is_learned_does_not_depend_on_the_order(store: Store) -> None:
    outcomes = set()
    for order in list(permutations([*SIX, SEVENTH]))[::700]:
        known = [article_id for each in order for article_id in ids(add(store, each, restore=True))]
        kept = sorted((a.id, a.text, a.content_hash) for a in store.articles(known))
        outcomes.add((store.boilerplate(), tuple(kept)))
        for article_id in known:
            store.delete(article_id)
        assert store.boilerplate() == ()
    assert len(outcomes) == 1


def test_it_is_not_found_by_the_words_that_were_taken_out(store: Store) -> None:
    add(store, *SIX[:5])
    assert store.find(topic="readers' desk letter").total == 5
    add(store, SIX[5])
    assert store.find(topic="readers' desk letter").total == 0
    assert store.find(topic="ferry").total == 1


def test_deleting_below_six_gives_the_line_back(store: Store) -> None:
    known = ids(add(store, *SIX))
    store.delete(known[0])
    assert (store.boilerplate(), holding(store)) == ((), 5)
    assert [store.article(each).text for each in known[1:]] == [each.text for each in SIX[1:]]
    assert store.article(known[1]).content_hash == SIX[1].content_hash
    add(store, SIX[0], restore=True)
    assert holding(store) == 0


def test_a_forgotten_line_comes_back_and_stays(store: Store) -> None:
    add(store, *SIX)
    (line,) = store.boilerplate()
    store.judge_boilerplate(line.id, keep=False)
    assert holding(store) == 6
    add(store, SEVENTH)
    assert holding(store) == 7
    assert store.boilerplate() == (replace(line, articles=7, state="forgotten"),)
    store.judge_boilerplate(line.id, keep=True)
    assert holding(store) == 0


def test_a_kept_line_stays_out_however_few_print_it(store: Store) -> None:
    known = ids(add(store, *SIX))
    (line,) = store.boilerplate()
    store.judge_boilerplate(line.id, keep=True)
    for article_id in known[1:]:
        store.delete(article_id)
    assert holding(store) == 0
    assert store.boilerplate() == (replace(line, articles=1, state="kept"),)


@pytest.mark.parametrize("line", ["", "missing", "\0", "\ud800"])
def test_a_line_that_is_not_listed(store: Store, line: str) -> None:
    with pytest.raises(BoilerplateNotFoundError):
        store.judge_boilerplate(line, keep=True)


def test_a_changed_article_counts_once(store: Store) -> None:
    one = add(store, *SIX[:5])[0][0]
    for number in range(3):
        changed = replace(SIX[0], text=f"Version {number} tells more than that.\n{SIX[0].text}")
        changed = replace(changed, alignment=(), content_hash=content_hash(changed))
        assert add(store, changed) == [(one, "updated")]
    assert (store.boilerplate(), store.article(one).version) == ((), 4)


def test_a_new_version_of_a_cleaned_article_is_cleaned_and_its_old_one_known(store: Store) -> None:
    one = add(store, *SIX)[0][0]
    changed = replace(SIX[0], text=f"The ferry is back in port.\n{SIX[0].text}", alignment=())
    changed = replace(changed, content_hash=content_hash(changed))
    assert add(store, changed) == [(one, "updated")]
    assert (store.article(one).text.split("\n")[0], holding(store)) == (
        "The ferry is back in port.",
        0,
    )
    assert add(store, SIX[0], changed) == [(one, "unchanged")] * 2


def test_a_text_printed_again_and_again_is_no_boilerplate(store: Store) -> None:
    reprints = [
        replace(SIX[0], url=f"https://{n}.example/", text=SIX[0].text + f"\nIt is number {n} now.")
        for n in range(8)
    ]
    add(store, *(replace(each, content_hash=content_hash(each)) for each in reprints))
    assert (store.boilerplate(), holding(store)) == ((), 8)


def test_background_that_a_publisher_retells_is_no_boilerplate(store: Store) -> None:
    tail = "The ferry sank on 3 June with forty people aboard."
    many = [story(f"ferry {topic}", tail=tail) for topic in TOPICS]
    add(store, *(replace(each, url=None, content_hash=each.id) for each in many))
    assert store.boilerplate() == ()


def test_each_publisher_has_its_own(store: Store) -> None:
    for number, topic in enumerate(TOPICS):
        add(store, story(topic, publisher="Courier" if number % 2 else "Ledger"))
    assert (store.boilerplate(), holding(store)) == ((), 8)


def test_a_text_handed_over_as_clean_is_left_alone(store: Store) -> None:
    for each in [*SIX, SEVENTH]:
        document = Document(text=each.text, source=each.source, title=each.title, cleaned=True)
        add(store, read_document(document, name="a", default_id="a"))
    assert (store.boilerplate(), holding(store)) == ((), 7)
