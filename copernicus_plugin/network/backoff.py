"""How long to wait before another attempt, where the server does not say."""

from __future__ import annotations

import secrets

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0


def pause_before(attempt: int) -> float:
    """Seconds before the further attempt number ``attempt`` (from 1): doubled each time, up to a third shorter.

    The difference keeps the many requests that one dropped server makes fail together from coming back together.
    """
    whole = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(attempt - 1, 16))
    return whole * (1.0 - secrets.randbelow(1000) / 3000.0)
