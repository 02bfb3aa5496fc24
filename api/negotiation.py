"""Which form of an answer the client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence

__all__ = ["preferred"]


def preferred(accept: str | None, forms: Sequence[str]) -> str:
    """The one of `forms` that `accept` puts first; the first one when it names none of them."""
    ranges = [_media_range(item) for item in (accept or "*/*").split(",")]
    return max(forms, key=lambda form: _quality(form, ranges))


def _media_range(item: str) -> tuple[str, float]:
    name, *parameters = (part.strip() for part in item.lower().split(";"))
    given = [value for key, _, value in (p.partition("=") for p in parameters) if key == "q"]
    try:
        return name, float(given[0]) if given else 1.0
    except ValueError:
        return name, 0.0


def _quality(form: str, ranges: Sequence[tuple[str, float]]) -> float:
    """That of the most specific range that holds `form`."""
    group = form.partition("/")[0]
    for name in (form, f"{group}/*", "*/*"):
        found = [quality for range_, quality in ranges if range_ == name]
        if found:
            return found[0]
    return 0.0
