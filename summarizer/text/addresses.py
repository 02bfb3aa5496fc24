"""Addresses without what does not tell articles apart.

Not courlan's `normalize_url`, which sorts the query, drops empty parameters and takes `eid`, `cid`
and `uid` for tracking: on many sites they are the number of the article, and different articles
would become one.
"""

import re
from urllib.parse import SplitResult, urlsplit

__all__ = ["canonical_url"]

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SLASHES = re.compile(r"[/\s]+$")
#: parameters that say where a reader came from, never what is read
_TRACKING = re.compile(
    r"(?:utm|at|mtm|pk|piwik|hsa|oly|vero)_.*"
    r"|(?:fb|g|d|y|tw|tt|rdt_)clid|msclkid|li_fat_id|gbraid|wbraid|igsh|igshid|mkt_tok"
    r"|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|__twitter_impression|guccounter|guce_referr?er(?:_sig)?"
    r"|ref_?src|ref_?url|cmpid|ocid|ncid|smid|s_cid|xtor|wt\.mc_id",
    re.IGNORECASE,
)


def canonical_url(url: str | None) -> str | None:
    """The address without what does not tell articles apart; None when it names no host.

    Lower-case scheme and host, `https` for `http`; no user, default port, fragment, tracking
    parameters or slash at the end. Everything else stays as it is, in its order.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = _host(parts)
    except ValueError:  # a port that is no number, half an IPv6 address
        return None
    if not parts.scheme or not host:
        return None
    scheme = "https" if parts.scheme == "http" else parts.scheme
    items = (item.strip() for item in parts.query.split("&"))
    kept = [item for item in items if item and not _is_tracking(item)]
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"{scheme}://{host}{_SLASHES.sub('', parts.path)}{query}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").strip().removesuffix(".").strip()
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = host.encode("idna").decode()
    default = parts.port in (None, _DEFAULT_PORTS.get(parts.scheme))
    return host if default else f"{host}:{parts.port}"


def _is_tracking(item: str) -> bool:
    return _TRACKING.fullmatch(item.partition("=")[0]) is not None
