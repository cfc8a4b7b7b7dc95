"""How long a server asks to wait, in the dialects that the services speak.

``Retry-After`` in seconds, whole or not (CDSE, data stores); as an HTTP date (proxies, object stores); in
milliseconds (Sentinel Hub, whose body has the code ``RATE_LIMIT_EXCEEDED``); and as a moment: ``X-Quota-Reset`` in
seconds since 1970 (WEkEO), ``retryAfter`` in the JSON body in milliseconds since 1970 (EUMETSAT Data Store; its
gateway says ``nextAccessTime``). With them ``X-RateLimit-Reset`` and ``RateLimit-Reset``, which are a moment or a
span, as their size tells.
Source: ``protocols/satellite.md``, ``protocols/national.md``.
"""

from __future__ import annotations

import email.utils
import json
import math
from collections.abc import Iterator, Mapping
from datetime import timezone
from typing import Any

_SPAN_END = 1e8
"""Numbers above are moments: three years of waiting, or 1973."""
_SECONDS_END = 1e11
"""Moments above are in milliseconds."""
_BODY_LIMIT = 65536


def wait_asked(headers: Mapping[str, str], body: bytes, now: float, milliseconds: bool = False) -> float | None:
    """Seconds to wait from ``now`` (seconds since 1970), never negative; ``None`` where nothing readable is said.

    Header names are lower-case. ``milliseconds`` says that this server counts ``Retry-After`` so.
    """
    document = _document(body)
    asked = headers.get("retry-after")
    if asked is not None:
        wait = _retry_after(asked, now, milliseconds or _is_sentinel_hub(document))
        if wait is not None:
            return wait
    for name in ("x-quota-reset", "x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset"):
        wait = _span_or_moment(_number(headers.get(name)), now)
        if wait is not None:
            return wait
    for key in ("retryAfter", "nextAccessTime"):
        for value in _values(document, key):
            wait = _span_or_moment(_number(value), now)
            if wait is not None:
                return wait
    return None


def _retry_after(text: str, now: float, milliseconds: bool) -> float | None:
    number = _number(text)
    if number is None:
        return _from_date(text, now)
    if milliseconds and number < _SPAN_END:
        return number / 1000.0
    return _span_or_moment(number, now)


def _span_or_moment(number: float | None, now: float) -> float | None:
    if number is None:
        return None
    if number < _SPAN_END:
        return number
    moment = number / 1000.0 if number >= _SECONDS_END else number
    return max(0.0, moment - now)


def _from_date(text: str, now: float) -> float | None:
    try:
        moment = email.utils.parsedate_to_datetime(text.strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.utc)
        return max(0.0, moment.timestamp() - now)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0.0 else None


def _document(body: bytes) -> Any:
    if not body[:64].lstrip().startswith(b"{") or len(body) > _BODY_LIMIT:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _objects(document: Any) -> Iterator[dict[str, Any]]:
    """The answer and the objects that it wraps the message in."""
    if not isinstance(document, dict):
        return
    yield document
    for key in ("error", "message", "detail"):
        if isinstance(document.get(key), dict):
            yield document[key]


def _values(document: Any, key: str) -> Iterator[Any]:
    return (found[key] for found in _objects(document) if key in found)


def _is_sentinel_hub(document: Any) -> bool:
    return "RATE_LIMIT_EXCEEDED" in _values(document, "code")
