"""Says in words how another query differs from the one that found nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.query import Query


def change_text(query: Query, other: Query, property_titles: Mapping[str, str]) -> str:
    """``Without the filter cloud cover``, ``One month earlier``, ``Everywhere``."""
    parts = []
    for name in query.filters:
        title = property_titles.get(name, name)
        if name not in other.filters:
            if name == "eo:cloud_cover":
                parts.append(tr("Without the cloud filter"))
            else:
                parts.append(tr("Without the filter “{title}”").format(title=title))
        elif other.filters[name] != query.filters[name]:
            parts.append(tr("With another “{title}”").format(title=title))
    if query.period != other.period:
        parts.append(_period_text(query, other))
    if query.area != other.area:
        parts.append(tr("Everywhere") if other.area is None else tr("In a larger area"))
    return ", ".join(parts) or tr("With another query")


def _period_text(query: Query, other: Query) -> str:
    old, new = query.period, other.period
    if new is None or (new.start is None and new.end is None):
        return tr("Without the period")
    if old is None or old.start is None or new.start is None:
        return tr("In another period")
    days = (old.start - new.start).days
    if 27 <= days <= 32:
        return tr("One month earlier")
    if days > 0:
        return tr("From {date} on").format(date=new.start.date().isoformat())
    return tr("In another period")


def count_shown(alternative: Any) -> str:
    """``31``, or ``more than 1 000`` where counting was ended."""
    count = formats.count_text(alternative.count)
    return tr("{count} or more").format(count=count) if getattr(alternative, "capped", False) else count
