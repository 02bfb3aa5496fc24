import numpy as np
import pytest

from summarizer.stories.story_features import features
from summarizer.stories.story_vectors import counted, story_vectors, weighted
from summarizer.text.background import UNKNOWN, background_idf
from summarizer.text.tokens import stem, stem_hash
from tests import corpus
from tests.pools import prepared

TEXT = "Yesterday Kim Jong Un met the leader of the Republic. The leader smiled at Kim Jong Un."


def hashed(word: str) -> int:
    return stem_hash(stem(word, "en"))


def count_of(form, feature: int) -> float:
    found = counted(form)
    return float(found.counts[found.features == feature].sum())


def cosines(*texts: str) -> np.ndarray:
    values = story_vectors([prepared(text) for text in texts]).values
    return (values @ values.T).toarray()


def test_pairs_and_runs_stay_inside_sentences_and_leave_out_function_words():
    stems, pairs, runs = features(prepared(TEXT))
    # met+leader is parted by "the"; Republic and the next sentence by the stop
    assert [(a, b) for a, b in zip(pairs.starts, pairs.stops, strict=True)] == [
        (start, start + 2) for start in (0, 1, 2, 3, 11, 14, 15)
    ]
    assert [(a, b) for a, b in zip(runs.starts, runs.stops, strict=True)] == [(0, 4), (14, 17)]
    assert hashed("the") not in stems.hashes.tolist()


def test_the_same_run_has_the_same_hash_and_another_another_one():
    def run(text: str) -> list[int]:
        return features(prepared(text))[2].hashes.tolist()

    one, other = run("They met Kim Jong Un. We met Kim Jong Un.")
    assert one == other
    assert run("They met Kim Jong.") != run("They met Jong Kim.")
    pairs = features(prepared("They met Kim Jong."))[1].hashes.tolist()
    assert not set(run("They met Kim Jong.")) & set(pairs)


def test_a_word_counts_more_in_the_title_in_the_opening_and_in_a_run():
    filler = "word " * 60
    late = count_of(prepared(f"{filler}harbour."), hashed("harbour"))
    early = count_of(prepared(f"harbour {filler}."), hashed("harbour"))
    named = count_of(prepared(f"{filler}at Harbour Bridge."), hashed("harbour"))
    titled = count_of(prepared(f"{filler}harbour.", title="Harbour"), hashed("harbour"))
    assert (late, early, named, titled) == (1.0, 2.0, 1.5, 3.0)


def test_vectors_have_length_one_and_empty_articles_none():
    values = story_vectors([prepared(TEXT), prepared(""), prepared("He is not.")]).values
    norms = np.sqrt((values**2).sum(axis=1))
    assert norms == pytest.approx([1.0, 0.0, 0.0])


def test_rare_words_make_articles_more_alike_than_common_ones():
    rare = cosines("Muilenburg spoke.", "Muilenburg left.")[0, 1]
    common = cosines("People spoke.", "People left.")[0, 1]
    assert rare > common > 0


def test_a_word_of_the_language_at_large_is_common_in_a_small_collection_too():
    language = background_idf(
        np.array([hashed("people"), hashed("Muilenburg")], np.uint64), language="en"
    )
    common, rare = language
    assert common < 2
    assert rare > 9
    foreign = background_idf(np.array([hashed("people")], np.uint64), language="sv")
    assert foreign.tolist() == [UNKNOWN]


@pytest.mark.parametrize(
    ("language", "usual", "unusual"),
    [
        ("de", "Leute", "Kardinalbischof"),
        ("es", "gente", "desmantelamiento"),
        ("fr", "gens", "sous-marinier"),
        ("it", "gente", "smantellamento"),
        ("nl", "mensen", "ontmanteling"),
        ("pt", "pessoas", "desmantelamento"),
        ("ru", "люди", "подводник"),
    ],
)
def test_every_language_that_we_stem_has_its_common_words(language, usual, unusual):
    hashes = [stem_hash(stem(word, language)) for word in (usual, unusual)]
    common, rare = background_idf(np.array(hashes, np.uint64), language=language)
    assert common < 4 < rare


def test_an_article_is_weighted_alone_as_among_the_others():
    """What a store does with a new article: the counts of the collection are all that it needs."""
    forms = [corpus.prepared(article) for _, article in corpus.every_article()[:20]]
    vectors = story_vectors(forms)
    every = [counted(form) for form in forms]
    spread = np.sum([np.isin(every[3].features, each.features) for each in every], axis=0)
    row = np.zeros(len(vectors.features))
    row[vectors.columns(every[3].features)] = weighted(every[3], spread, len(forms))
    assert vectors.values[[3]].toarray().ravel() == pytest.approx(row)
