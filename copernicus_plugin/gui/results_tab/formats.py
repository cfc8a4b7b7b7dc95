"""Numbers, sizes and dates as a user reads them: by the locale, dates as ISO 8601 and always UTC."""

from __future__ import annotations

import datetime as dt
import re

from qgis.PyQt.QtCore import QDate, QLocale

from copernicus_plugin.host.translation import tr
from copernicus_plugin.layers.naming import degree_cell
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.product import Product

NOTHING = "–"
_MISSION = re.compile(r"^sentinel[-_ ]?(\d)([a-z]?)$", re.IGNORECASE)
_KNOWN_NAMES = {"tandem-x": "TanDEM-X"}


def count_text(count: int) -> str:
    return str(QLocale().toString(int(count)))


def number_text(number: float, decimals: int) -> str:
    return str(QLocale().toString(float(number), "f", decimals))


def size_text(size: float | None) -> str:
    """``size`` in bytes as MB or GB (10⁶, 10⁹), as the catalogues count."""
    if size is None:
        return NOTHING
    if size >= 750e9:
        return tr("{number} TB").format(number=number_text(size / 1e12, 2))
    if size >= 750e6:
        return tr("{number} GB").format(number=number_text(size / 1e9, _decimals(size / 1e9)))
    if size >= 1e6:
        return tr("{number} MB").format(number=number_text(size / 1e6, 0 if size >= 10e6 else 1))
    if size >= 1e3:
        return tr("{number} kB").format(number=number_text(size / 1e3, 0))
    return tr("{number} bytes").format(number=count_text(int(size)))


def _decimals(number: float) -> int:
    return 2 if number < 10 else 1 if number < 100 else 0


def part_text(received: float, total: float | None) -> str:
    """``4.8 of 6.7 GB``: the unit once, where both are told in the same."""
    if total is None:
        return size_text(received)
    if total >= 750e6 and received >= 750e6:
        first = number_text(received / 1e9, _decimals(total / 1e9))
        return tr("{part} of {whole}").format(part=first, whole=size_text(total))
    return tr("{part} of {whole}").format(part=size_text(received), whole=size_text(total))


def spoken_size(size: float) -> str:
    """For screen readers."""
    if size >= 750e6:
        return tr("{number} gigabytes").format(number=number_text(size / 1e9, 2))
    if size < 1e6:
        return tr("{number} kilobytes").format(number=number_text(size / 1e3, 0))
    return tr("{number} megabytes").format(number=number_text(size / 1e6, 0 if size >= 10e6 else 1))


def per_cent_number(value: float) -> str:
    """``value`` in per cent: one decimal below 1, none above; never a rounded 100 or 0 that is not one."""
    if 0 < value < 0.95:
        return number_text(max(0.1, value), 1)
    if 99 < value < 100:
        return number_text(99, 0)
    return number_text(value, 0)


def per_cent_text(value: float | None) -> str:
    return NOTHING if value is None else tr("{number} %").format(number=per_cent_number(value))


def share_text(share: float | None) -> str:
    """``share`` is 0…1."""
    return NOTHING if share is None else per_cent_text(share * 100)


_SHORTEST = 0.1


def seconds_text(seconds: float) -> str:
    if seconds < _SHORTEST:
        return tr("{number} s").format(number=f"< {number_text(_SHORTEST, 1)}")
    return tr("{number} s").format(number=number_text(seconds, 1 if seconds < 10 else 0))


def duration_text(seconds: float) -> str:
    """``18 s``, ``6 min``, ``2 h 05 min``"""
    whole = round(seconds)
    if whole < 90:
        return tr("{number} s").format(number=count_text(max(1, whole)))
    if whole < 5400:
        return tr("{number} min").format(number=count_text(round(whole / 60)))
    minutes = round(whole / 60)
    return tr("{hours} h {minutes} min").format(hours=count_text(minutes // 60), minutes=f"{minutes % 60:02d}")


def clock_text(moment: dt.datetime) -> str:
    return moment.strftime("%H:%M")


def month_name(month: int, short: bool = True) -> str:
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return str(QLocale().standaloneMonthName(month, form)).rstrip(".")


def day_text(day: int) -> str:
    """``20 Sep``; ``day`` is a proleptic Gregorian ordinal, as everywhere in this package."""
    date = dt.date.fromordinal(day)
    # Qt's own format knows the genitive that some languages want.
    return str(QLocale().toString(QDate(date.year, date.month, date.day), "d MMM")).replace(".", "")


def iso_day(day: int) -> str:
    """``2026-10-24``"""
    return dt.date.fromordinal(day).isoformat()


def spoken_day(day: int, year: bool = False) -> str:
    date = dt.date.fromordinal(day)
    return str(QLocale().toString(QDate(date.year, date.month, date.day), "d MMMM yyyy" if year else "d MMMM"))


def day_range_text(first: int, last: int) -> str:
    """``20 Sep – 31 Oct``, with the years where they differ."""
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    if start.year != end.year:
        return f"{day_text(first)} {start.year} – {day_text(last)} {end.year}"
    return day_text(first) if first == last else f"{day_text(first)} – {day_text(last)}"


def month_range_text(first: int, last: int) -> str:
    """``Aug – Nov 2026``"""
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    if start.year != end.year:
        return f"{month_name(start.month)} {start.year} – {month_name(end.month)} {end.year}"
    if start.month == end.month:
        return f"{month_name(start.month)} {end.year}"
    return f"{month_name(start.month)} – {month_name(end.month)} {end.year}"


def platform_text(product: Product) -> str:
    """``Sentinel-2C``, however the catalogue writes it."""
    name = str(product.properties.get("platform") or product.properties.get("constellation") or "")
    found = _MISSION.match(name.strip())
    if found:
        return f"Sentinel-{found.group(1)}{found.group(2).upper()}"
    known = _KNOWN_NAMES.get(name.lower())
    return known or (name[:1].upper() + name[1:])


def tile_text(product: Product) -> str:
    """``T29UNU`` of MGRS, ``N52 W009`` of a DEM; empty where the product lies on no grid."""
    code = product.properties.get("grid:code")
    if isinstance(code, str) and code:
        grid, dash, cell = code.partition("-")
        if not dash:
            return code
        return f"T{cell}" if grid == "MGRS" else re.sub(r"(?<=\d)(?=[EW])", " ", cell)
    tile = product.properties.get("s2:mgrs_tile")
    if isinstance(tile, str) and tile:
        return f"T{tile.lstrip('T')}"
    return re.sub(r"(?<=\d)(?=[EW])", " ", degree_cell(product.id))


def orbit_text(product: Product) -> str:
    orbit = product.properties.get("sat:relative_orbit")
    return f"R{orbit:03d}" if isinstance(orbit, int) and not isinstance(orbit, bool) else ""


def other_labels(product: Product, collection: Collection | None) -> tuple[str, ...]:
    """What tells products of this collection apart, beside platform, level, tile and orbit: ``IW``, ``GRD``."""
    result = []
    for name in collection.labels if collection is not None else ():
        value = product.properties.get(name)
        if name in ("grid:code", "s2:mgrs_tile", "sat:relative_orbit", "platform", "datetime") or value in (
            None,
            "",
            [],
        ):
            continue
        result.append("+".join(str(part) for part in value) if isinstance(value, (list, tuple)) else str(value))
    return tuple(result)
