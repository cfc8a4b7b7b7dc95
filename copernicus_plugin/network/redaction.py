"""Addresses and texts without what must not be read in a log or an error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, unquote, urlsplit

HIDDEN = "***"
LONGEST_ADDRESS = 500

# Whole names, in lower case without "-" and "_": Azure's, Amazon's and Google's signatures, OAuth's words, and what
# the services of the plugin call their keys.
_SECRET_NAMES = frozenset(
    name
    for names in (
        ("sig", "token", "sastoken", "key", "appkey", "authkey", "mapkey", "wskey", "subscriptionkey", "keypairid"),
        (
            "code",
            "codeverifier",
            "devicecode",
            "assertion",
            "secret",
            "pass",
            "passwd",
            "pwd",
            "auth",
            "authorization",
        ),
        (
            "session",
            "sessionid",
            "sessionstate",
            "usercode",
            "sid",
            "jwt",
            "bearer",
            "ticket",
            "otp",
            "totp",
            "hmac",
            "policy",
            "skoid",
            "sktid",
        ),
        ("user", "username", "login", "email"),
    )
    for name in names
)
_SECRET_PARTS = (
    "token",
    "secret",
    "password",
    "passwd",
    "signature",
    "apikey",
    "subscriptionkey",
    "credential",
    "accesskey",
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\"'<>]+")
_CREDENTIALS = re.compile(r"(?i)\b(bearer|basic|negotiate|digest|apikey|token)(\s+|:\s*|=)[A-Za-z0-9._~+/=-]{8,}")
# Names in a form or in JSON, where a server repeats what it was sent, or what it was about to give.
_PAIRS = re.compile(
    r"(?i)(?<![A-Za-z0-9])"
    r"((?:[a-z]+[_-])?(?:password|passwd|totp|otp|secret|token(?![_-](?:type|endpoint))|session[_-]?(?:state|id)|jwt)"
    r"[\"']?\s*[:=]\s*[\"']?)([^\s\"'&,;<>{}]+)"
)
_JWT = re.compile(r"\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){1,2}")


def redacted_url(url: str) -> str:
    """``url`` for people: no user information, no fragment, and ``***`` for each value of a query that is secret.

    Never raises; an address that cannot be taken apart is hidden but for its scheme. At most 500 characters.
    """
    try:
        parts = urlsplit(url)
        host = _host_and_port(parts)
    except ValueError:
        return f"{_scheme_of(url)}://{HIDDEN}"
    if not parts.netloc and "@" in parts.path:
        return HIDDEN
    shown = f"{parts.scheme}://{host}{_path(parts.path)}" if parts.netloc else f"{_path(url.partition('?')[0])}"
    if parts.query:
        shown += "?" + "&".join(_pair(pair) for pair in re.split("[&;]", parts.query))
    return shown if len(shown) <= LONGEST_ADDRESS else shown[: LONGEST_ADDRESS - 1] + "…"


def redacted_text(text: str, secrets: Iterable[str] = ()) -> str:
    """``text`` (a server's own words) without the given secrets, tokens, and with its addresses redacted."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= 4:
            text = text.replace(secret, HIDDEN)
    text = _ADDRESS.sub(lambda found: redacted_url(found.group()), text)
    text = _CREDENTIALS.sub(lambda found: f"{found.group(1)}{found.group(2)}{HIDDEN}", text)
    text = _JWT.sub(HIDDEN, text)
    return _PAIRS.sub(lambda found: f"{found.group(1)}{HIDDEN}", text)


def _scheme_of(url: str) -> str:
    scheme = url.partition(":")[0].lower()
    return scheme if scheme in ("http", "https", "ftp", "s3") else "unknown"


def _host_and_port(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    return host if parts.port is None else f"{host}:{parts.port}"


def _path(path: str) -> str:
    # CREODIAS and DHuS take a token as a path parameter, /download/<id>;token=…
    return re.sub(r"(?i)(;[^=;/]*=)[^;/]*", lambda found: found.group(1) + HIDDEN, path)


def _pair(pair: str) -> str:
    name, equals, _ = pair.partition("=")
    if not equals:
        # A query that is one word is often a ticket; a long one is never worth reading.
        return pair if len(pair) <= 32 else HIDDEN
    return f"{name}={HIDDEN}" if _is_secret(name) else pair


def _is_secret(name: str) -> bool:
    plain = re.sub("[^a-z0-9]", "", unquote(name).lower())
    return plain in _SECRET_NAMES or any(part in plain for part in _SECRET_PARTS)
