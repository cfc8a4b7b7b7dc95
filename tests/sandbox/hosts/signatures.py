"""Shared access signatures of Azure, issued by the Planetary Computer and checked by the blob hosts."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from datetime import datetime, timezone
from urllib.parse import urlencode

_KEY = b"the sandbox's own signing key"


def _stamp(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment, timezone.utc):%Y-%m-%dT%H:%M:%SZ}"


class Signatures:
    def __init__(self, lifetime: float) -> None:
        self._lifetime = lifetime

    def token(self, account: str, container: str) -> tuple[str, str]:
        """The query string that opens the container, and when it ends (as ``msft:expiry``)."""
        now = time.time()
        end = _stamp(now + self._lifetime)
        words = {
            "st": _stamp(now - 86400), "se": end, "sp": "rl", "sv": "2024-05-04", "sr": "c",
            "skoid": "9c8ff44a-6a2c-4dfb-b298-1c9212f64d9a", "sktid": "72f988bf-86f1-41af-91ab-2d7cd011db47",
            "skt": _stamp(now - 3600), "ske": _stamp(now + 6 * 86400), "sks": "b", "skv": "2024-05-04",
            "sig": self._sign(account, container, end),
        }  # fmt: skip
        return urlencode(words), end

    def fault_of(self, account: str, container: str, query: dict[str, str]) -> str:
        """ "" when the signature opens the container, else Azure's error code."""
        if "sig" not in query:
            return "ResourceNotFound"
        end = query.get("se", "")
        if not hmac.compare_digest(query["sig"], self._sign(account, container, end)) or end < _stamp(time.time()):
            return "AuthenticationFailed"
        return ""

    def _sign(self, account: str, container: str, end: str) -> str:
        digest = hmac.new(_KEY, f"{account}/{container}/{end}".encode(), hashlib.sha256).digest()
        return base64.b64encode(digest).decode()
