"""A kind of data, true wherever it lies: its title, filters, band presets and licence."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Theme(enum.Enum):
    """The branches of the collection tree, in their order."""

    SATELLITE = "satellite"
    LAND = "land"
    MARINE = "marine"
    ATMOSPHERE = "atmosphere"
    CLIMATE = "climate"
    EMERGENCY = "emergency"
    SECURITY = "security"


class FilterKind(enum.Enum):
    """How a filter is asked for in the panel and held in a query."""

    RANGE = "range"
    """``minimum`` to ``maximum``, either may be open; held as ``query.Range``"""
    CHOICE = "choice"
    """One or several of ``choices``; held as ``query.Choice``"""
    LIST = "list"
    """Free values, separated by commas; held as ``query.Choice``"""


@dataclass(frozen=True)
class FilterChoice:
    """A value that a server knows, and its title in English (translatable)."""

    value: str
    title: str


@dataclass(frozen=True)
class FilterDefinition:
    """A filter that makes sense for a collection; ``property`` is STAC's own name."""

    property: str
    title: str
    kind: FilterKind
    value_type: str = "string"
    """``string``, ``integer`` or ``number``"""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    default: float | None = None
    """The upper end offered at first, for a range."""
    choices: tuple[FilterChoice, ...] = ()
    pattern: str = ""
    """A regular expression that a typed value must match whole, for a list; without ``prefix``."""
    prefix: str = ""
    """What the property has in front of a typed value (``MGRS-`` before ``29UNU``); values in a query have it."""
    example: str = ""


@dataclass(frozen=True)
class FilePattern:
    """Which files of a product of this collection are worth naming, wherever the product lies (zip, server, bucket).

    ``pattern`` is a regular expression that is looked for in the path within the product (``/`` between folders).
    ``key`` and ``title`` may hold its named groups (``{band}_{resolution}m``); so may ``bands``, where a band is a
    name (``B04``) or ``name=common name`` (``{polarisation}``, ``B04=red``). The keys are STAC's (those that the Data
    Space's STAC uses), so that presets fit.
    """

    pattern: str
    key: str
    title: str = ""
    media_type: str = ""
    roles: tuple[str, ...] = ("data",)
    bands: tuple[str, ...] = ()


@dataclass(frozen=True)
class BandPreset:
    """A way to show a product: one ready-made asset, or bands put together.

    ``assets``: asset keys of which the first one present is shown as it is (with its own bands).
    ``bands``: names of bands (``B04``) or STAC common names (``red``), for red, green, blue; or one for grey.
    ``stretch``: display minimum and maximum in the file's own numbers. ``style``: a built-in style
    (``rgb``, ``grey``, ``elevation``, ``classes``, ``index``).
    """

    id: str
    title: str
    assets: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    stretch: tuple[float, float] | None = None
    style: str = "rgb"
    classes: tuple[tuple[int, str, str], ...] = ()
    """value, colour ``#rrggbb``, title; for style ``classes``"""


@dataclass(frozen=True)
class Collection:
    """One entry of ``access_points/collections.json``."""

    id: str
    title: str
    theme: Theme
    description: str = ""
    group: str = ""
    """Branch within the theme, for instance ``Sentinel-2``."""
    keywords: tuple[str, ...] = ()
    """Further words that find it in the completer."""
    since: str = ""
    """First day, ISO 8601; empty if the collection is not a series in time."""
    until: str = ""
    timeless: bool = False
    """True where the acquisition time does not matter to a user (an elevation model): no period is sent."""
    licence: str = ""
    licence_url: str = ""
    attribution: str = ""
    """With ``{year}`` where the licence wants the year of the data."""
    doi: str = ""
    filters: tuple[FilterDefinition, ...] = ()
    presets: tuple[BandPreset, ...] = ()
    default_assets: tuple[str, ...] = ()
    """What Download takes: keys, or ``role:data``; the first that match of each entry."""
    layer_kind: str = "raster"
    files: tuple[FilePattern, ...] = ()
    """The files inside a product of this collection; the first pattern that fits a path names it."""
    cloud_cover: bool = False
    """Whether ``eo:cloud_cover`` means something here."""
    labels: tuple[str, ...] = field(default_factory=tuple)
    """STAC properties that the title of a product is made of, after platform and level."""
    level: str = ""
    """Short processing level shown in titles, for instance ``L2A``."""
