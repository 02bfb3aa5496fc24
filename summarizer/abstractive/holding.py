"""A model that is loaded once, by nobody who waits for it."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from summarizer.errors import GenerationError

__all__ = ["Held"]

_Thing = TypeVar("_Thing")
#: seconds between two looks at whether somebody still waits
_LOOK = 0.05
#: seconds for which a failure is told again instead of being tried again
_REMEMBERED = 60.0


class Held(Generic[_Thing]):
    """What `load` gives, loaded in a thread of its own when it is first asked for."""

    def __init__(
        self, load: Callable[[], _Thing], *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._load = load
        self._clock = clock
        self._lock = Lock()
        self._loading: Future[_Thing] | None = None
        self._failed_at: float | None = None
        self._closed = False

    def get(self, stop: Callable[[], bool] = lambda: False) -> _Thing:
        """The thing, or what its loading failed with, which is told again for a minute.

        `GenerationError` once `stop` gives True (the loading goes on for the next one who asks),
        and after `close`.
        """
        loading = self._begun()
        while not wait([loading], timeout=_LOOK).done:
            if stop():
                raise GenerationError("the model is still being loaded")
        return loading.result()

    def close(self) -> None:
        """Let go of it, for good; a second call does nothing."""
        with self._lock:
            self._closed = True
            self._loading = None

    def _begun(self) -> "Future[_Thing]":
        with self._lock:
            if self._closed:
                raise GenerationError("the model was closed")
            failed = self._failed_at
            if failed is not None and self._clock() - failed >= _REMEMBERED:
                self._loading = self._failed_at = None
            if self._loading is None:
                self._loading = Future()
                Thread(target=self._run, args=[self._loading], name="loading", daemon=True).start()
            return self._loading

    def _run(self, loading: "Future[_Thing]") -> None:
        try:
            loading.set_result(self._load())
        except BaseException as error:  # noqa: BLE001  (told to all who wait for it)
            self._failed_at = self._clock()
            loading.set_exception(error)
