"""A model that is loaded once, in a thread of its own, while those who need it wait."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from time import monotonic
from typing import Generic, TypeVar

from summarizer.errors import ModelUnavailableError

__all__ = ["Awaited"]

Model = TypeVar("Model")

#: seconds between two looks at whether somebody still waits
_LOOK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failure:
    """Why the model could not be loaded: words, since an error would keep what it held."""

    reason: str
    #: of the files that failed
    mark: object
    at: float


class Awaited(Generic[Model]):
    """The model that `load` gives. Safe to share between threads.

    What failed is not tried again at each request, but once the files differ or a minute is over:
    a folder may still be on its way, and memory may have been short.
    """

    def __init__(
        self,
        name: str,
        load: Callable[[], Model],
        *,
        mark: Callable[[], object] = lambda: None,
        again: float = 60.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`mark` gives the same for the same files, quickly; `again` is in seconds."""
        self._name = name
        self._load = load
        self._mark = mark
        self._again = again
        self._clock = clock
        self._changed = Condition()
        self._loading = False
        self._model: Model | None = None
        self._failure: _Failure | None = None
        self._closed = False

    def get(self, stop: Callable[[], bool]) -> Model:
        """The model, waited for until `stop` gives True.

        `ModelUnavailableError` then, when it cannot be loaded, and once it is closed.
        """
        with self._changed:
            self._begin()
            while True:
                if self._closed:
                    raise ModelUnavailableError(self._name, "it was closed")
                if self._model is not None:
                    return self._model
                if self._failure is not None:
                    raise ModelUnavailableError(self._name, self._failure.reason)
                if stop():
                    reason = "it was still being loaded when the time was over; ask again later"
                    raise ModelUnavailableError(self._name, reason)
                self._changed.wait(_LOOK)

    def close(self) -> None:
        """Let go of the model, for good; whoever waits for it learns so at once.

        A load that is under way cannot be ended: what comes of it is dropped.
        """
        with self._changed:
            self._closed = True
            self._model = None
            self._changed.notify_all()

    def _begin(self) -> None:
        """Load it unless it is there, on its way, closed, or known to fail."""
        if self._closed or self._loading or self._model is not None:
            return
        mark = self._mark()
        failure = self._failure
        if failure and failure.mark == mark and self._clock() - failure.at < self._again:
            return
        self._failure = None
        self._loading = True
        Thread(target=self._run, args=(mark,), name="loading", daemon=True).start()

    def _run(self, mark: object) -> None:
        model: Model | None = None
        failure: _Failure | None = None
        try:
            model = self._load()
        except Exception as error:  # noqa: BLE001  (who waits learns of it)
            if isinstance(error, ModelUnavailableError):
                reason = error.reason
            else:
                reason = str(error) or type(error).__name__
            failure = _Failure(reason=reason, mark=mark, at=self._clock())
        with self._changed:
            self._loading = False
            self._failure = failure
            if not self._closed:
                self._model = model
            self._changed.notify_all()
