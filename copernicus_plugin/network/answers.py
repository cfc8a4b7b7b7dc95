"""What the status of an answer means, in which words the server explains it, and whether it is data at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.addresses import address_of
from copernicus_plugin.network.messages import HttpResponse
from copernicus_plugin.network.redaction import redacted_text

LONGEST_DETAIL = 300
LARGEST_JSON = 128 * 1024 * 1024
_WORDS = (
    "detail",
    "ErrorDetail",
    "ErrorMessage",
    "error_description",
    "description",
    "message",
    "title",
    "reason",
    "errorMessage",
    "msg",
    "error",
    "errors",
)
_XML_WORDS = re.compile(
    r"<(?:\w+:)?(?:ExceptionText|ServiceException|Message|message|faultstring)\b[^>]*>"
    r"\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</",
    re.DOTALL,
)
_TAGS = re.compile(r"<[^>]*>")


def status_fault(
    status: int,
    host: str,
    detail: str,
    secret_sent: bool,
    wait: float | None = None,
    code: str = "",
) -> AccessError:
    """The error for a status of 400 or more.

    ``detail`` and ``code`` are the server's own, ``wait`` the seconds it asks for.
    """
    parameters: dict[str, Parameter] = {"host": host, "status": status}
    if detail:
        parameters["detail"] = detail
    if code:
        parameters["code"] = code
    if wait is not None:
        parameters["seconds"] = round(wait, 1)
    kind, reason = _meaning(status, secret_sent)
    return AccessError(kind, reason, parameters)


def _meaning(status: int, secret_sent: bool) -> tuple[ErrorKind, Reason]:
    if status in (401, 403):
        return (ErrorKind.ACCOUNT_REFUSED if secret_sent else ErrorKind.ACCOUNT_NEEDED), Reason.UNSPECIFIED
    if status in (404, 410):
        return ErrorKind.NOT_FOUND, Reason.UNSPECIFIED
    if status == 407:
        return ErrorKind.NETWORK_FAULT, Reason.PROXY_ACCOUNT
    if status in (408, 429):
        return ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS
    if status >= 500:
        return ErrorKind.SERVER_FAULT, Reason.STATUS
    return ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER


def words_of(headers: Mapping[str, str], body: bytes, secrets: tuple[str, ...] = ()) -> str:
    """The server's explanation, at most 300 characters, without tokens and signatures; empty where there is none.

    JSON in the dialects of STAC and FastAPI (``detail``: a text, or a list of ``{loc, msg}``; the Data Space puts that
    list in ``ErrorDetail``), RFC 7807, OAuth,
    OData (``error.message``, itself a text or ``{value}``) and the data stores; OGC and S3 exceptions; else the text
    itself, unless it is a page for people. DHuS explains itself in the header ``cause-message``.
    """
    told = headers.get("cause-message", "") or _from_json(body) or _from_markup(headers, body)
    told = " ".join(redacted_text(told, secrets).split())
    return told if len(told) <= LONGEST_DETAIL else told[: LONGEST_DETAIL - 1] + "…"


def code_of(body: bytes, secrets: tuple[str, ...] = ()) -> str:
    """The server's own code of an error (``DAT-ZIP-609``; OAuth's ``error``), at most 60 characters; empty if none.

    Without tokens and without ``secrets``: some servers put a sentence there.
    """
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    found = (document.get("code") or document.get("error")) if isinstance(document, dict) else None
    if not isinstance(found, str) or len(found) > 60 or not found.isprintable():
        return ""
    return redacted_text(found, secrets)


def _from_json(body: bytes) -> str:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return "; ".join(part for part in _phrases(document, 0) if part)


def _phrases(value: Any, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        for element in value[:5]:
            yield from _phrases(element, depth + 1)
    elif isinstance(value, dict):
        yield from _object_phrases(value, depth)


def _object_phrases(value: dict[str, Any], depth: int) -> Iterator[str]:
    if isinstance(value.get("msg"), str) and isinstance(value.get("loc"), list):
        yield f"{'.'.join(str(part) for part in value['loc'])}: {value['msg']}"
        return
    if isinstance(value.get("value"), str):
        yield value["value"].strip()
        return
    for key in _WORDS:
        found = list(_phrases(value.get(key), depth + 1))
        if any(found):
            yield from found
            return


def _from_markup(headers: Mapping[str, str], body: bytes) -> str:
    text = body[:4096].decode("utf-8", "replace").strip()
    if looks_like_page(headers, body) or text.startswith(("{", "[")):
        return ""
    found = _XML_WORDS.search(text)
    if found is not None:
        return _TAGS.sub(" ", found.group(1))
    return "" if text.startswith("<") or "\0" in text or "�" in text else text


def looks_like_page(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether the answer is an HTML page for people (a login form, a proxy's notice)."""
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml") and not start.startswith((b"{", b"["))


def read_json_bytes(response: HttpResponse, limit: int = LARGEST_JSON) -> bytes:
    """The body of an answer that should be JSON, as UTF-8 bytes, not parsed yet.

    Raises ``AccessError(BAD_ANSWER)``: ``LOGIN_PAGE`` for an HTML page, ``NOT_JSON`` for anything else that does not
    begin as an object or a list, ``TOO_LARGE`` beyond ``limit`` bytes. No trust is put in Content-Type alone: many
    servers send JSON as text.
    """
    body = response.read(limit)
    host = address_of(response.url).host
    body = body[3:] if body.startswith(b"\xef\xbb\xbf") else body
    if body[:64].lstrip()[:1] in (b"{", b"["):
        return body
    reason = Reason.LOGIN_PAGE if looks_like_page(response.headers, body) else Reason.NOT_JSON
    raise AccessError(ErrorKind.BAD_ANSWER, reason, {"host": host})


def expect_json(response: HttpResponse, limit: int = LARGEST_JSON) -> Any:
    """The parsed body; errors as ``read_json_bytes``. For small answers: large ones are decoded item by item."""
    body = read_json_bytes(response, limit)
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": address_of(response.url).host}) from None


def expect_data(response: HttpResponse) -> None:
    """For files: raise ``AccessError(BAD_ANSWER, LOGIN_PAGE)`` where the headers announce an HTML page."""
    if looks_like_page(response.headers, b""):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE, {"host": address_of(response.url).host})
