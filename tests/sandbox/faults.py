"""How the sandbox misbehaves on request."""

from __future__ import annotations

import dataclasses
import re
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

RETRY_DIALECTS = (
    "seconds",
    "decimal",
    "milliseconds",
    "http-date",
    "x-ratelimit-reset",
    "ratelimit-reset",
    "x-quota-reset",
    "body-epoch-ms",
)


@dataclass(frozen=True)
class Fault:
    """One way to misbehave; several fields may be combined (latency and a status, throttle and a cut).

    Times are seconds, rates bytes per second, sizes bytes of the body as it travels.
    """

    latency: float = 0.0
    """Wait before the status line."""
    stall: float = 0.0
    """Hang for this long after ``stall_after`` bytes of the body, then go on."""
    stall_after: int = 0
    throttle: float = 0.0
    """Bytes per second of this connection."""
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    drop: bool = False
    """Reset the connection instead of answering."""
    cut_after: int | None = None
    """Close the connection after so many bytes of the body."""
    ignore_range: bool = False
    login_page: bool = False
    """A page that asks for a password, with status 200."""
    cut_json: bool = False
    """Half of the body, with a Content-Length that fits the half."""
    wrong_length: int = 0
    """Added to the true Content-Length: above zero promises too much, below zero the rest is lost."""
    etag: str = ""
    """The file's ETag from now on, as if it had been replaced while it was read."""
    redirect: str = ""
    empty: bool = False
    expired_signature: bool = False
    """Azure's 403 for a signature that has run out."""

    @staticmethod
    def too_many_requests(dialect: str, seconds: float, status: int = 429) -> Fault:
        """Asks to wait ``seconds``, said in one of RETRY_DIALECTS."""
        then = time.time() + seconds
        said = {
            "seconds": ({"Retry-After": str(round(seconds))}, None),
            "decimal": ({"Retry-After": f"{seconds:.3f}"}, None),
            "milliseconds": ({"Retry-After": str(round(seconds * 1000))}, None),
            "http-date": ({"Retry-After": formatdate(then, usegmt=True)}, None),
            "x-ratelimit-reset": ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(round(then))}, None),
            "ratelimit-reset": ({"RateLimit-Remaining": "0", "RateLimit-Reset": str(round(seconds))}, None),
            "x-quota-reset": ({"X-Quota-Reset": str(round(then))}, None),
            "body-epoch-ms": ({}, f'{{"code": "900800", "message": "Message throttled out", "nextAccessTime": '
                                  f'{round(then * 1000)}}}'),
        }  # fmt: skip
        headers, body = said[dialect]
        return Fault(status=status, headers=headers, body=body)

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


@dataclass
class _Rule:
    host: str
    pattern: re.Pattern[str]
    method: str
    fault: Fault
    times_left: int | None


class FaultBook:
    """The faults that wait for their request; the first that fits is used."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(self, host: str, path_pattern: str, fault: Fault, times: int | None = None, method: str = "") -> None:
        """``host`` may be "*"; ``path_pattern`` is searched in path and query as they were sent."""
        self._rules.append(_Rule(host, re.compile(path_pattern), method, fault, times))

    def clear(self) -> None:
        self._rules.clear()

    def take(self, host: str, path_and_query: str, method: str) -> Fault | None:
        for rule in self._rules:
            if rule.host not in ("*", host) or rule.method not in ("", method) or rule.times_left == 0:
                continue
            if rule.pattern.search(path_and_query):
                if rule.times_left is not None:
                    rule.times_left -= 1
                return rule.fault
        return None
