"""A page of items, feature by feature.

``json.loads`` of a whole page holds Python's global lock for as long as it takes (116 ms for 250 items of Earth
Search), and the main thread with it. Here each member of each feature is scanned by itself, and what is not needed
is dropped at once, so that other threads run in between. Never raises anything but ``AccessError``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

_space = re.compile(r"[ \t\n\r]*").match
_scan = json.JSONDecoder(parse_constant=lambda _name: None, strict=False).raw_decode
_KEPT = frozenset({"id", "geometry", "bbox", "properties", "links", "collection", "assets"})
_ENVELOPE = frozenset({"links", "context", "numberMatched", "numMatched"})


@dataclass
class RawFeature:
    """The decoded members of a feature that are needed, and its ``assets`` also as the server wrote them."""

    members: dict[str, Any]
    assets_text: str = ""


@dataclass
class Envelope:
    """What surrounds the features. ``matched`` is the server's count; ``next_value`` is ``context.next``."""

    links: list[dict[str, Any]] = field(default_factory=list)
    matched: int | None = None
    next_value: Any = None


class PageText:
    """One answer of a search: make it, look at ``early_links``, walk ``features``, then read ``envelope``.

    After ``early_links`` the envelope knows what follows the features as well.
    """

    def __init__(self, body: bytes, host: str, content_type: str = "") -> None:
        self._host = host
        self._text = text_of(body, host, content_type)
        self._members: dict[str, Any] = {}
        self.unreadable = 0
        """features that are no objects"""

    def early_links(self) -> list[dict[str, Any]] | None:
        """The page's ``links`` without decoding its features; ``None`` where that cannot be told.

        What parses from a ``"links"`` on as members of one object up to the very end of the text belongs to
        the outermost object: a quotation mark within a text would have a backslash before it, and after the
        end of an inner object something would follow.
        """
        start = self._text.rfind('"links"')
        try:
            if start > 0 and self._text[start - 1] != "\\":
                return self._links_at_the_end(start)
            return None
        except (ValueError, RecursionError):
            return self._links_before_features()

    def _links_at_the_end(self, start: int) -> list[dict[str, Any]]:
        members: dict[str, Any] = {}
        key, index = _key_at(self._text, start)
        while key is not None:
            members[key], index = _scan(self._text, index)
            key, index = _following(self._text, index)
        if _after_space(self._text, index) != len(self._text):
            raise ValueError("an inner object")
        self._members.update((name, value) for name, value in members.items() if name in _ENVELOPE)
        return _dicts(members.get("links"))

    def _links_before_features(self) -> list[dict[str, Any]] | None:
        links: list[dict[str, Any]] | None = None
        try:
            key, index = _first(self._text, _after_space(self._text, 0))
            while key is not None and key != "features":
                value, index = _scan(self._text, index)
                if key == "links":
                    links = _dicts(value)
                key, index = _following(self._text, index)
        except (ValueError, RecursionError):
            return None
        return links

    def features(self) -> Iterator[RawFeature]:
        """Each feature once, in the server's order. Raises ``AccessError(BAD_ANSWER)`` where the text is broken,
        also after some of them.
        """
        try:
            yield from self._walk()
        except (ValueError, RecursionError):
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": self._host}) from None

    def _walk(self) -> Iterator[RawFeature]:
        text, seen = self._text, False
        key, index = _first(text, _after_space(text, 0))
        while key is not None:
            if key == "features" and text[index : index + 1] == "[":
                seen = True
                index = yield from self._walk_features(index)
            else:
                value, index = _scan(text, index)
                if key in _ENVELOPE:
                    self._members[key] = value
            key, index = _following(text, index)
        if _after_space(text, index) != len(text):
            raise ValueError("something follows the object")
        if not seen:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": self._host, "key": "features"})

    def _walk_features(self, index: int) -> Generator[RawFeature, None, int]:
        """The value returned is where the list ends."""
        text = self._text
        index = _after_space(text, index + 1)
        if text[index : index + 1] == "]":
            return index + 1
        while True:
            if text[index : index + 1] == "{":
                feature, index = _read_feature(text, index)
                yield feature
            else:
                self.unreadable += 1
                _, index = _scan(text, index)
            index = _after_space(text, index)
            mark = text[index : index + 1]
            if mark == "]":
                return index + 1
            if mark != ",":
                raise ValueError("no comma between features")
            index = _after_space(text, index + 1)

    def envelope(self) -> Envelope:
        """Links and count; complete once ``features`` has been walked to its end."""
        context = self._members.get("context")
        context = context if isinstance(context, dict) else {}
        counts = (self._members.get("numberMatched"), self._members.get("numMatched"), context.get("matched"))
        matched = next((count for count in map(_count, counts) if count is not None), None)
        return Envelope(_dicts(self._members.get("links")), matched, context.get("next"))


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


def _after_space(text: str, index: int) -> int:
    return _space(text, index).end()  # type: ignore[union-attr]  # matches nothing, too


def _key_at(text: str, index: int) -> tuple[str | None, int]:
    if text[index : index + 1] != '"':
        raise ValueError("no name of a member")
    key, index = _scan(text, index)
    index = _after_space(text, index)
    if text[index : index + 1] != ":":
        raise ValueError("no colon after the name of a member")
    return key, _after_space(text, index + 1)


def _first(text: str, index: int) -> tuple[str | None, int]:
    """The first member's name and where its value starts; or ``None`` and where the object ends."""
    if text[index : index + 1] != "{":
        raise ValueError("no object")
    index = _after_space(text, index + 1)
    return (None, index + 1) if text[index : index + 1] == "}" else _key_at(text, index)


def _following(text: str, index: int) -> tuple[str | None, int]:
    """The same for the next member, from where the last value ended."""
    index = _after_space(text, index)
    mark = text[index : index + 1]
    if mark == ",":
        return _key_at(text, _after_space(text, index + 1))
    if mark == "}":
        return None, index + 1
    raise ValueError("no comma between members")


def _read_feature(text: str, index: int) -> tuple[RawFeature, int]:
    feature = RawFeature({})
    key, index = _first(text, index)
    while key is not None:
        value, end = _scan(text, index)
        if key in _KEPT:
            feature.members[key] = value
            if key == "assets":
                feature.assets_text = text[index:end]
        key, index = _following(text, end)
    return feature, index


def _dicts(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _count(value: object) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) < 19:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
