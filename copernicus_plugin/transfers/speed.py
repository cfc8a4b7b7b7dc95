"""How fast bytes arrive, smoothed so that a person can read it."""

from __future__ import annotations

import math

_SECONDS = 3.0
_PAUSE = 1.0


class SpeedMeter:
    """An exponential mean over the last three seconds. Times are those of ``time.monotonic``."""

    def __init__(self) -> None:
        self._speed: float | None = None
        self._since: float | None = None
        self._bytes = 0

    def start(self, now: float) -> None:
        """Bytes flow from now on: what lay between does not count."""
        self._since = now
        self._bytes = 0
        self._speed = None

    def add(self, count: int, now: float) -> None:
        if self._since is None:
            self.start(now)
            return
        self._bytes += count
        passed = now - self._since
        if passed < 0.1:
            return
        momentary = self._bytes / passed
        share = 1.0 if self._speed is None else 1 - math.exp(-passed / _SECONDS)
        self._speed = momentary if self._speed is None else self._speed + share * (momentary - self._speed)
        self._since = now
        self._bytes = 0

    def speed(self, now: float) -> float:
        """Bytes per second; 0 before anything was measured, and less and less where nothing arrives any more"""
        if self._speed is None or self._since is None:
            return 0.0
        idle = max(0.0, now - self._since - _PAUSE)
        return self._speed * math.exp(-idle / _SECONDS)

    def seconds_left(self, remaining: int, now: float) -> float | None:
        speed = self.speed(now)
        return remaining / speed if speed > 1 else None
