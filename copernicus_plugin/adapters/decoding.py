"""JSON walked member by member, so that no thread is stopped for the length of a page.

``json.loads`` of a whole page holds Python's global lock for as long as it takes (116 ms for 250 items of Earth
Search), and the main thread with it. With these functions each value is scanned by itself, and other threads run in
between. They raise ``ValueError`` or ``RecursionError`` for broken text: who walks turns that into ``AccessError``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

_space = re.compile(r"[ \t\n\r]*").match
_Entry = TypeVar("_Entry")

scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder(
    parse_constant=lambda _name: None, strict=False
).raw_decode
"""The value that begins at an index, and where it ends; NaN and Infinity are read as nothing."""


def text_of(body: bytes, host: str, content_type: str = "") -> str:
    """The text of a JSON answer. Raises ``AccessError(BAD_ANSWER)`` with ``LOGIN_PAGE`` for HTML.

    A byte that is no UTF-8 becomes U+FFFD: one bad title must not cost a page.
    """
    if "html" in content_type.lower() or body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE, {"host": host})
    text = body.decode(json.detect_encoding(body), "replace")
    return text[1:] if text.startswith("\ufeff") else text


def json_object(body: bytes, host: str, content_type: str = "") -> dict[str, Any]:
    """A small answer that must be an object; raises ``AccessError(BAD_ANSWER)``."""
    text = text_of(body, host, content_type)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": host}) from None
    if not isinstance(value, dict):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": host})
    return value


def after_space(text: str, index: int) -> int:
    """Where the next mark stands."""
    return _space(text, index).end()  # type: ignore[union-attr]  # matches nothing, too


def key_at(text: str, index: int) -> tuple[str | None, int]:
    """The name of a member that begins at ``index``, and where its value starts."""
    if text[index : index + 1] != '"':
        raise ValueError("no name of a member")
    key, index = scan(text, index)
    index = after_space(text, index)
    if text[index : index + 1] != ":":
        raise ValueError("no colon after the name of a member")
    return key, after_space(text, index + 1)


def first_member(text: str, index: int) -> tuple[str | None, int]:
    """The first member's name and where its value starts; or ``None`` and where the object ends."""
    if text[index : index + 1] != "{":
        raise ValueError("no object")
    index = after_space(text, index + 1)
    return (None, index + 1) if text[index : index + 1] == "}" else key_at(text, index)


def following_member(text: str, index: int) -> tuple[str | None, int]:
    """The next member's name and where its value starts, from where the last value ended; or ``None`` at the end."""
    index = after_space(text, index)
    mark = text[index : index + 1]
    if mark == ",":
        return key_at(text, after_space(text, index + 1))
    if mark == "}":
        return None, index + 1
    raise ValueError("no comma between members")


def walk_list(
    text: str, index: int, read: Callable[[str, int], tuple[_Entry, int]], unreadable: Callable[[], None]
) -> Generator[_Entry, None, int]:
    """What ``read`` makes of each object of the list that begins at ``index``; returns where the list ends.

    ``unreadable`` is called for each entry that is no object.
    """
    index = after_space(text, index + 1)
    if text[index : index + 1] == "]":
        return index + 1
    while True:
        if text[index : index + 1] == "{":
            entry, index = read(text, index)
            yield entry
        else:
            unreadable()
            _, index = scan(text, index)
        index = after_space(text, index)
        mark = text[index : index + 1]
        if mark == "]":
            return index + 1
        if mark != ",":
            raise ValueError("no comma between entries")
        index = after_space(text, index + 1)


def count_of(value: object) -> int | None:
    """A number of things as servers tell it; ``None`` for anything else."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 19:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
