"""Every error that the library raises on purpose.

SummarizerError
├── SettingsError (ValueError)    a setting of the environment that cannot be used
├── InvalidInputError (ValueError)
│   ├── UnreadableInputError      bytes, a file or a document that holds no article
│   └── InvalidRequestError       a question that cannot be answered as put
│       └── UnknownNameError      no ranker, order, … of that name (also a LookupError)
├── NotFoundError (LookupError)
│   ├── ArticleNotFoundError
│   ├── BoilerplateNotFoundError
│   ├── BriefNotFoundError
│   ├── NoArticlesError           a topic or a date range that matches nothing
│   └── StoryNotFoundError
├── StoreError
│   ├── StoreUnavailableError     the database cannot be opened or does not answer (also an OSError)
│   └── StoreVersionError         the database was written by a newer version
├── GenerationError               no text came of the model
│   ├── ModelUnavailableError     no such model, or its server does not answer (also an OSError)
│   ├── ModelBusyError            too many wait for it already
│   └── ModelTimeoutError         the deadline passed first (also a TimeoutError)
├── JudgeError                    a model that judges gave no verdict
├── MissingExtraError (ImportError)
└── ServiceError                  raised by the client of the REST API
    ├── ServiceUnavailableError   no connection, or still 429/503 after the retries
    ├── UnauthorizedError         401 or 403
    └── RemoteError               any other answer that is not a result
"""

from collections.abc import Iterable
from datetime import date


class SummarizerError(Exception):
    """Base of every error here; `str(error)` is one sentence that says what to do."""


class SettingsError(SummarizerError, ValueError):
    """The setting `name` (an environment variable or a line of `.env`) cannot be used."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"the setting {name} cannot be used: {reason}")
        self.name = name
        self.reason = reason


class InvalidInputError(SummarizerError, ValueError):
    """Something handed over cannot be used."""


class UnreadableInputError(InvalidInputError):
    """`name` (a path, an id, `line 3`) holds no article, because of `reason`."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    @classmethod
    def of_system(cls, name: str, error: OSError) -> "UnreadableInputError":
        """A file that the system does not give, in the words of every command."""
        missing = isinstance(error, FileNotFoundError)
        return cls(name, "does not exist" if missing else error.strerror or str(error))


class InvalidRequestError(InvalidInputError):
    """A question that cannot be answered as put; `pointer` is the JSON pointer of the field."""

    def __init__(self, message: str, *, pointer: str | None = None) -> None:
        super().__init__(message)
        self.pointer = pointer


class UnknownNameError(InvalidRequestError, LookupError):
    """There is no `kind` called `name`; the message lists the `known` ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str], *, pointer: str | None = None):
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        super().__init__(
            f"there is no {kind} {name!r}; choose one of {', '.join(self.known)}", pointer=pointer
        )


class NotFoundError(SummarizerError, LookupError):
    """What was asked for is not there."""


class ArticleNotFoundError(NotFoundError):
    """The store holds no article `article_id`."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"there is no article {article_id!r}; list them with GET /v1/articles")
        self.article_id = article_id


class BoilerplateNotFoundError(NotFoundError):
    """No line `line_id` was learned as boilerplate."""

    def __init__(self, line_id: str) -> None:
        message = f"there is no line {line_id!r}; list them with `summarizer boilerplate list`"
        super().__init__(message)
        self.line_id = line_id


class BriefNotFoundError(NotFoundError):
    """No brief was written for `key`."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no brief was written for {key}; write it with `summarizer brief`")
        self.key = key


class NoArticlesError(NotFoundError):
    """Nothing in the store matches the question; `nearest` are days beside its dates that have
    articles which do.
    """

    def __init__(self, message: str, nearest: Iterable[date] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


class StoryNotFoundError(NotFoundError):
    """No story has the id `story_id`, or had it before."""

    def __init__(self, story_id: str) -> None:
        super().__init__(f"there is no story {story_id!r}; list them with GET /v1/stories")
        self.story_id = story_id


class StoreError(SummarizerError):
    """The store cannot do what was asked."""


class StoreUnavailableError(StoreError, OSError):
    """The database at `url` cannot be opened or does not answer."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"cannot use the database {url}: {reason}")
        self.url = url
        self.reason = reason

    def __str__(self) -> str:  # OSError would print its arguments
        return f"cannot use the database {self.url}: {self.reason}"


class StoreVersionError(StoreError):
    """The database was written by a newer version of this program."""


class GenerationError(SummarizerError):
    """The model gave no text that can be used; the message says why."""


class ModelUnavailableError(GenerationError, OSError):
    """The model `name` cannot be loaded or reached, because of `reason`."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"cannot use the model {name}: {reason}")
        self.name = name
        self.reason = reason

    def __str__(self) -> str:  # OSError would print its arguments
        return f"cannot use the model {self.name}: {self.reason}"


class ModelBusyError(GenerationError):
    """As many requests as may wait for the model do; try again in `retry_after` seconds."""

    def __init__(self, waiting: int, retry_after: int) -> None:
        super().__init__(
            f"{waiting} requests wait for the model already; try again in {retry_after} s"
        )
        self.waiting = waiting
        self.retry_after = retry_after


class ModelTimeoutError(GenerationError, TimeoutError):
    """The model did not finish within `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the model did not finish within {seconds:g} s")
        self.seconds = seconds


class JudgeError(SummarizerError):
    """The judge `name` gave no verdict, because of `reason`."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"the judge {name} gave no verdict: {reason}")
        self.name = name
        self.reason = reason


class MissingExtraError(SummarizerError, ImportError):
    """`feature` needs the optional dependencies `extra`; the message is the command to run."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs more packages: pip install 'summarizer[{extra}]'")
        self.feature = feature
        self.extra = extra


class ServiceError(SummarizerError):
    """The REST API did not give a result."""


class ServiceUnavailableError(ServiceError, ConnectionError):
    """The API cannot be reached, or was still too busy after every retry."""


class UnauthorizedError(ServiceError, PermissionError):
    """The API key is missing or wrong."""


class RemoteError(ServiceError):
    """The API answered with a problem: `status`, `title`, `detail`, `pointers` of the fields."""

    def __init__(self, status: int, title: str, detail: str, pointers: Iterable[str] = ()) -> None:
        super().__init__(f"{status} {title}: {detail}" if detail else f"{status} {title}")
        self.status = status
        self.title = title
        self.detail = detail
        self.pointers = tuple(pointers)
