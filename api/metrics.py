"""Counts and durations of requests in the Prometheus format, in a registry of each app's own."""

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from api.allowed import METHODS

__all__ = ["Metrics"]

#: seconds; a summary of stored articles takes hundredths, one of hundreds in hand takes seconds
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """What was asked, how it went, how long it took."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "summarizer_http_requests",
            "Requests by method, route and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "summarizer_http_request_seconds",
            "Seconds from the request's head to the last byte of the answer.",
            ("method", "route"),
            registry=self._registry,
            buckets=_BUCKETS,
        )

    def record(self, *, method: str, route: str, status: int | None, seconds: float) -> None:
        """Count a request; `status` is None when the client left before the answer."""
        known = method if method in METHODS else "other"
        self._requests.labels(known, route, str(status or "none")).inc()
        self._seconds.labels(known, route).observe(seconds)

    def exposition(self) -> bytes:
        """All numbers in Prometheus' text format."""
        return generate_latest(self._registry)
