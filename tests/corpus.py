"""The sample corpus, read once for all tests that judge by it."""

import json
from functools import cache

import seeds
from summarizer.prepared import Prepared
from summarizer.reading import read_paths
from summarizer.text.preparing import prepare
from summarizer.types import Article

STORYLINES = sorted(path.stem for path in seeds.CORPUS.iterdir() if path.is_dir())


@cache
def gold(storyline: str) -> dict:
    return json.loads((seeds.GOLD / f"{storyline}.json").read_text(encoding="utf-8"))


@cache
def articles(storyline: str) -> tuple[Article, ...]:
    read = tuple(read_paths([seeds.CORPUS / storyline]))
    assert all(isinstance(each, Article) for each in read)
    return read


@cache
def every_article() -> tuple[tuple[str, Article], ...]:
    """Each article with the name of its storyline."""
    return tuple((name, each) for name in STORYLINES for each in articles(name))


@cache
def prepared(article: Article) -> Prepared:
    return prepare(
        article.text,
        title=article.title,
        language=article.language,
        content_hash=article.content_hash,
    )
