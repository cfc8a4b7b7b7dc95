"""Checked JSON as the model's words. What is read here has passed ``format`` already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copernicus_plugin.model.access_point import (
    AccessPoint,
    Account,
    AccountKind,
    Endpoint,
    Group,
    Limits,
    Links,
    State,
    Status,
)
from copernicus_plugin.model.collection import (
    BandPreset,
    Collection,
    FilePattern,
    FilterChoice,
    FilterDefinition,
    FilterKind,
    Theme,
)

_ACCOUNT_KEYS = ("kind", "needed_for", "sent_to", "of")


def access_point_of(content: Mapping[str, Any], origin: str) -> AccessPoint:
    """One file. ``origin`` is ``bundled`` or the path of the user's file."""
    texts = ("id", "title", "short_title", "operator", "rights", "description", "attribution")
    return AccessPoint(
        **{name: content[name] for name in texts if name in content},
        group=Group(content["group"]),
        status=_status(content["status"]),
        replaces=tuple(content.get("replaces", ())),
        links=Links(**content["links"]),
        account=_account(content["account"]),
        limits=_limits(content.get("limits", {})),
        endpoints=tuple(_endpoint(endpoint) for endpoint in content["endpoints"]),
        origin=origin,
    )


def _status(content: Mapping[str, Any]) -> Status:
    return Status(
        State(content["state"]),
        content.get("since", ""),
        content.get("until", ""),
        tuple(content.get("successors", ())),
    )


def _account(content: Mapping[str, Any]) -> Account:
    return Account(
        AccountKind(content["kind"]),
        tuple(content.get("needed_for", ())),
        tuple(content.get("sent_to", ())),
        {name: value for name, value in content.items() if name not in _ACCOUNT_KEYS},
        content.get("of", ""),
    )


def _limits(content: Mapping[str, Any]) -> Limits:
    connections = {host: int(most) for host, most in content.get("connections", {}).items()}
    return Limits(connections, dict(content.get("requests_per_second", {})))


def _endpoint(content: Mapping[str, Any]) -> Endpoint:
    return Endpoint(
        content["protocol"],
        content["url"],
        content.get("collections", {}),
        content.get("dialect", {}),
        tuple(content.get("witnesses", ())),
    )


def collection_of(name: str, content: Mapping[str, Any]) -> Collection:
    """One entry of ``collections.json``."""
    same = (
        "title",
        "group",
        "level",
        "description",
        "since",
        "until",
        "timeless",
        "licence",
        "licence_url",
        "attribution",
        "doi",
        "cloud_cover",
        "layer_kind",
    )
    lists = ("keywords", "labels", "default_assets")
    values: dict[str, Any] = {key: content[key] for key in same if key in content}
    values.update({key: tuple(content[key]) for key in lists if key in content})
    return Collection(
        id=name,
        theme=Theme(content["theme"]),
        filters=tuple(_filter(entry) for entry in content.get("filters", ())),
        presets=tuple(_preset(entry) for entry in content.get("presets", ())),
        files=tuple(_file(entry) for entry in content.get("files", ())),
        **values,
    )


def _filter(content: Mapping[str, Any]) -> FilterDefinition:
    choices = tuple(FilterChoice(entry["value"], entry["title"]) for entry in content.get("choices", ()))
    same = {key: value for key, value in content.items() if key not in ("kind", "choices")}
    return FilterDefinition(**same, kind=FilterKind(content["kind"]), choices=choices)


def _file(content: Mapping[str, Any]) -> FilePattern:
    lists = {name: tuple(content[name]) for name in ("roles", "bands") if name in content}
    return FilePattern(**{**content, **lists})


def _preset(content: Mapping[str, Any]) -> BandPreset:
    stretch = content.get("stretch")
    return BandPreset(
        id=content["id"],
        title=content["title"],
        assets=tuple(content.get("assets", ())),
        bands=tuple(content.get("bands", ())),
        stretch=(float(stretch[0]), float(stretch[1])) if stretch else None,
        style=content["style"],
        classes=tuple((int(value), colour, title) for value, colour, title in content.get("classes", ())),
    )
