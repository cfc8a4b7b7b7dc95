"""What was asked of the sandbox, and what it answered."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import Any

LONGEST_BODY = 1 << 20


@dataclass
class LoggedRequest:
    """One request as it arrived. ``status`` is 0 while it is unanswered and when the connection was dropped."""

    host: str
    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes
    scheme: str = "https"
    status: int = 0
    bytes_sent: int = 0
    started: float = 0.0
    """Seconds since the epoch."""
    seconds: float | None = None
    """Until the last byte of the answer was handed to the socket."""
    connection: int = 0
    """Same number, same connection."""

    def header(self, name: str) -> str | None:
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}" + (f"?{self.query}" if self.query else "")

    def to_json(self) -> dict[str, Any]:
        return {**dataclasses.asdict(self), "body": self.body.decode("latin-1")}

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> LoggedRequest:
        headers = [(name, value) for name, value in document["headers"]]
        return cls(**{**document, "headers": headers, "body": document["body"].encode("latin-1")})


class RequestLog:
    def __init__(self) -> None:
        self.entries: list[LoggedRequest] = []

    def add(self, entry: LoggedRequest) -> None:
        entry.started = time.time()
        self.entries.append(entry)

    def clear(self) -> None:
        self.entries = []
