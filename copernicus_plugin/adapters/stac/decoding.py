"""A page of items, feature by feature.

``json.loads`` of a whole page holds Python's global lock for as long as it takes (116 ms for 250 items of Earth
Search), and the main thread with it. Here each member of each feature is scanned by itself, and what is not needed
is dropped at once, so that other threads run in between. Never raises anything but ``AccessError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from copernicus_plugin.adapters.decoding import (
    after_space,
    count_of,
    first_member,
    following_member,
    key_at,
    scan,
    text_of,
    walk_list,
)
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

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
        key, index = key_at(self._text, start)
        while key is not None:
            members[key], index = scan(self._text, index)
            key, index = following_member(self._text, index)
        if after_space(self._text, index) != len(self._text):
            raise ValueError("an inner object")
        self._members.update((name, value) for name, value in members.items() if name in _ENVELOPE)
        return _dicts(members.get("links"))

    def _links_before_features(self) -> list[dict[str, Any]] | None:
        links: list[dict[str, Any]] | None = None
        try:
            key, index = first_member(self._text, after_space(self._text, 0))
            while key is not None and key != "features":
                value, index = scan(self._text, index)
                if key == "links":
                    links = _dicts(value)
                key, index = following_member(self._text, index)
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
        key, index = first_member(text, after_space(text, 0))
        while key is not None:
            if key == "features" and text[index : index + 1] == "[":
                seen = True
                index = yield from walk_list(text, index, _read_feature, self._count_unreadable)
            else:
                value, index = scan(text, index)
                if key in _ENVELOPE:
                    self._members[key] = value
            key, index = following_member(text, index)
        if after_space(text, index) != len(text):
            raise ValueError("something follows the object")
        if not seen:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": self._host, "key": "features"})

    def _count_unreadable(self) -> None:
        self.unreadable += 1

    def envelope(self) -> Envelope:
        """Links and count; complete once ``features`` has been walked to its end."""
        context = self._members.get("context")
        context = context if isinstance(context, dict) else {}
        counts = (self._members.get("numberMatched"), self._members.get("numMatched"), context.get("matched"))
        matched = next((count for count in map(count_of, counts) if count is not None), None)
        return Envelope(_dicts(self._members.get("links")), matched, context.get("next"))


def _read_feature(text: str, index: int) -> tuple[RawFeature, int]:
    feature = RawFeature({})
    key, index = first_member(text, index)
    while key is not None:
        value, end = scan(text, index)
        if key in _KEPT:
            feature.members[key] = value
            if key == "assets":
                feature.assets_text = text[index:end]
        key, index = following_member(text, end)
    return feature, index


def _dicts(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
