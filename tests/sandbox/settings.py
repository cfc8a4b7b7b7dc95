"""What a sandbox is started with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Settings:
    data: Path | None = None
    """Real products."""
    recordings: Path | None = None
    bulk: int = 0
    signature_lifetime: float = 2700.0
    today: str = ""
    cache: Path = CHECKOUT / "build" / "sandbox-cache"

    @property
    def now(self) -> datetime.datetime:
        if self.today:
            return datetime.datetime.fromisoformat(f"{self.today}T23:59:59+00:00")
        return datetime.datetime.now(datetime.timezone.utc)
