"""Characters that a server sends in halves: JSON writes an emoji as two escapes (RFC 8259, 7)."""

import re

__all__ = ["Halves"]

_HIGH = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_LOW = r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
#: any other escape is passed over as a whole, so that an escaped backslash begins none
_ESCAPE = re.compile(rf"(?P<pair>{_HIGH}{_LOW})|(?P<high>{_HIGH})|(?P<low>{_LOW})|\\.")
_UNKNOWN = "\\ufffd"


class Halves:
    """Mends the JSON of one answer, event by event."""

    def __init__(self) -> None:
        self._high = ""

    def mended(self, data: str) -> str:
        """The JSON with first halves moved to their second ones, which a later event may hold; a
        second half alone is an unknown character.
        """
        return _ESCAPE.sub(self._mended, data)

    def _mended(self, match: re.Match[str]) -> str:
        if match["high"]:
            self._high = match["high"]
            return ""
        if match["low"]:
            whole = f"{self._high}{match['low']}" if self._high else _UNKNOWN
            self._high = ""
            return whole
        return match[0]
