"""`summarizer …`: every use case from the command line."""

import sys

from summarizer.errors import InvalidRequestError, SettingsError, SummarizerError

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments name, and end the process with its exit code.

    0 when everything got an answer, 1 when something got none, 2 for wrong usage.
    """
    from summarizer.cli.app import app

    try:
        app()
    except (InvalidRequestError, SettingsError) as error:
        sys.exit(_fail(error, code=2))
    except SummarizerError as error:
        sys.exit(_fail(error, code=1))


def _fail(error: SummarizerError, *, code: int) -> int:
    sys.stderr.write(f"summarizer: {error}\n")
    return code
