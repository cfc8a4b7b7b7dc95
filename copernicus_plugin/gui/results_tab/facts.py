"""What is known of one product, as names and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.model import availability_text
from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.product import parse_datetime

Fact = tuple[str, str]


def facts_of(row: Row) -> list[Fact]:
    """All of them, those that matter most first; only what the catalogue tells."""
    return [(name, value) for name, value in _facts(row) if value]


def _facts(row: Row) -> Iterator[Fact]:
    properties = row.product.properties
    yield tr("Acquired"), tr("{date} {time} UTC").format(date=row.date, time=row.clock) if row.date else ""
    yield tr("Cloud"), formats.per_cent_text(row.cloud) if row.cloud is not None else ""
    yield tr("Covers"), tr("{share} of area").format(share=formats.share_text(row.coverage)) if row.coverage else ""
    yield tr("Baseline"), _text(properties, "s2:processing_baseline", "processing:version")
    yield tr("Platform"), row.platform
    yield tr("Tile"), row.tile
    yield tr("Orbit"), _orbit(row, properties)
    yield tr("Mode"), _text(properties, "sar:instrument_mode")
    yield tr("Polarisation"), _text(properties, "sar:polarizations")
    yield tr("Type"), _text(properties, "product:type", "s2:product_type")
    yield tr("Level"), _text(properties, "processing:level") or row.level
    yield tr("Timeliness"), _text(properties, "product:timeliness")
    yield tr("Resolution"), _metres(properties.get("gsd"))
    yield tr("Size"), formats.size_text(row.size) if row.size is not None else ""
    yield tr("Availability"), availability_text(row.shown_availability)
    yield tr("Instrument"), _text(properties, "instruments").upper()
    yield tr("Ended"), _end(row, properties)
    yield tr("Published"), _moment(properties.get("published"))


def _metres(gsd: object) -> str:
    if not isinstance(gsd, (int, float)) or isinstance(gsd, bool):
        return ""
    return tr("{number} m").format(number=formats.number_text(gsd, 0 if gsd == int(gsd) else 1))


def _text(properties: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = properties.get(name)
        if isinstance(value, (list, tuple)):
            value = " + ".join(str(part) for part in value)
        if value not in (None, ""):
            return str(value)
    return ""


def _orbit(row: Row, properties: Mapping[str, Any]) -> str:
    parts = [row.orbit]
    direction = properties.get("sat:orbit_state")
    if direction == "ascending":
        parts.append(tr("ascending"))
    elif direction == "descending":
        parts.append(tr("descending"))
    absolute = properties.get("sat:absolute_orbit")
    if isinstance(absolute, int) and not isinstance(absolute, bool):
        parts.append(tr("absolute {number}").format(number=absolute))
    return ", ".join(part for part in parts if part)


def _end(row: Row, properties: Mapping[str, Any]) -> str:
    end = parse_datetime(properties.get("end_datetime"))
    if end is None or row.acquired is None or (end - row.acquired).total_seconds() < 60:
        return ""
    return _moment(properties.get("end_datetime"))


def _moment(value: object) -> str:
    moment = parse_datetime(value)
    if moment is None:
        return ""
    return tr("{date} {time} UTC").format(date=moment.date().isoformat(), time=formats.clock_text(moment))
