"""The last groupings of stored articles, so that a second question about them is a quick one."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from threading import Lock

from summarizer.prepared import Prepared
from summarizer.service.storytelling import Grouping
from summarizer.types import ArticleInfo

__all__ = ["Groupings"]

#: that are remembered: some 30 MB for 5,000 articles
_MOST = 4


class Groupings:
    """Groupings by what they were made of: an article more, or another text, makes a new one.

    Safe to share between threads.
    """

    def __init__(self) -> None:
        self._lock, self._work = Lock(), Lock()
        self._known: OrderedDict[bytes, Grouping] = OrderedDict()

    def of(
        self, articles: Sequence[ArticleInfo], forms: Callable[[], Sequence[Prepared]]
    ) -> Grouping:
        """The stories of the articles; `forms` reads their prepared forms where these are needed.

        One is worked out at a time: who asks for the same meanwhile gets it when it is done.
        """
        key = _key(articles)
        if (known := self._look_up(key)) is not None:
            return known
        with self._work:
            if (known := self._look_up(key)) is None:
                known = Grouping.of(articles, forms())
                self._keep(key, known)
        return known

    def _look_up(self, key: bytes) -> Grouping | None:
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
            return self._known.get(key)

    def _keep(self, key: bytes, grouping: Grouping) -> None:
        with self._lock:
            self._known[key] = grouping
            while len(self._known) > _MOST:
                self._known.popitem(last=False)


def _key(articles: Sequence[ArticleInfo]) -> bytes:
    """A digest of all that a grouping shows of its articles, in whichever order."""
    digest = blake2b(digest_size=16)
    for told in sorted(map(repr, articles)):
        digest.update(told.encode("utf-8", "surrogatepass"))
    return digest.digest()
