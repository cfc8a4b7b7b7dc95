"""What the download service's own error codes mean (satellite.md §2.5, seen by three or more independent projects)."""

from __future__ import annotations

import re

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.limits import limit_for

_CODE = re.compile(r"DAT-ZIP-(\d{3})\b")
_SESSIONS = re.compile(r"max(?:imum)? session number(?: (\d+))? exceeded", re.IGNORECASE)
_TRAFFIC = re.compile(
    r"(?:quota|traffic|transfer(?:red)? (?:limit|volume)|volume|monthly|bandwidth)\b.*"
    r"(?:exceed|used up|exhaust|reached|depleted)|(?:exceed|exhaust|used up).*\b(?:quota|traffic|transfer|volume)",
    re.IGNORECASE | re.DOTALL,
)
_TOKENS = {"604": Reason.SIGN_IN_LOST, "109": Reason.SIGN_IN_ENDED, "609": Reason.WRONG_CLIENT}
_ADDRESSES = frozenset({"104", "111"})
_ACCOUNT_KINDS = frozenset({ErrorKind.ACCOUNT_NEEDED, ErrorKind.ACCOUNT_REFUSED})
_ANSWERED = _ACCOUNT_KINDS | {ErrorKind.QUOTA_USED_UP, ErrorKind.INVALID_QUERY, ErrorKind.SERVER_FAULT}


def explained(error: AccessError, href: str, limits: Limits, eligibility_link: str) -> AccessError:
    """``error`` with the reason that its code, its status or its words tell; itself where they tell no more."""
    if error.kind not in _ANSWERED or "status" not in error.parameters:
        return error
    text = f"{error.parameters.get('code', '')} {error.parameters.get('detail', '')}"
    found = _CODE.search(text)
    code = found.group(1) if found else ""
    sessions = _SESSIONS.search(text)
    if code == "100" or sessions:
        return _too_many(error, sessions, limits)
    if code in _TOKENS:
        kind = error.kind if error.kind in _ACCOUNT_KINDS else ErrorKind.ACCOUNT_REFUSED
        return AccessError(kind, _TOKENS[code], error.parameters)
    if code in _ADDRESSES:
        return AccessError(ErrorKind.INVALID_QUERY, Reason.ADDRESS, {**error.parameters, "address": href})
    return _by_status(error, text, eligibility_link)


def _by_status(error: AccessError, text: str, eligibility_link: str) -> AccessError:
    status = error.parameters["status"]
    if status in (403, 413, 429) and _TRAFFIC.search(text):
        return AccessError(ErrorKind.QUOTA_USED_UP, Reason.TRAFFIC_USED_UP, error.parameters)
    if status == 403 and error.kind is ErrorKind.ACCOUNT_REFUSED:
        link = {"link": eligibility_link} if eligibility_link else {}
        return AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE, {**error.parameters, **link})
    if status == 413:
        return AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS, error.parameters)
    return error


def _too_many(error: AccessError, sessions: re.Match[str] | None, limits: Limits) -> AccessError:
    parameters: dict[str, Parameter] = dict(error.parameters)
    if sessions is not None and sessions.group(1):
        parameters["allowed"] = int(sessions.group(1))
    else:
        allowed = limit_for(str(parameters.get("host", "")), limits.connections)
        if allowed is not None:
            parameters["allowed"] = allowed
    return AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_CONNECTIONS, parameters)
