"""Whatever articles there are: the order in which they come decides nothing."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.service.storytelling import stories_of
from tests.pools import article, random_texts

SEEDS = st.integers(0, 10_000)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 14))
def test_three_shuffles_give_identical_stories(seed, count):
    texts = random_texts(seed, articles=count, lively=True)
    articles = [
        article(text, id=f"a{number}", title=None if number % 3 else text[:30], source="Paper")
        for number, text in enumerate([*texts, texts[0]])
    ]
    told = stories_of(articles)
    chance = random.Random(seed)
    for _ in range(3):
        assert stories_of(chance.sample(articles, len(articles))) == told


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_every_article_is_in_one_story(seed):
    texts = random_texts(seed, articles=10, lively=True)
    articles = [article(text, id=f"a{number}") for number, text in enumerate(texts)]
    stories = stories_of(articles)
    placed = sorted(info.id for story in stories for info in story.articles)
    assert placed == sorted(each.id for each in articles)
    for story in stories:
        assert len(story.links) == len(story.articles) - 1
        assert 1 <= story.independent <= len(story.articles)
    assert len({story.id for story in stories}) == len(stories)
