"""The one module that knows versions of QGIS, and where this plugin's own version is written."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

_PLUGIN = Path(__file__).resolve().parent.parent


def qgis_version() -> str:
    """For instance ``3.22.16``, without the release's name."""
    return str(Qgis.QGIS_VERSION).split("-", 1)[0]


@functools.lru_cache(maxsize=1)
def plugin_version() -> str:
    """The ``version`` of ``metadata.txt``: beside the code once installed, above it in a checkout."""
    for folder in (_PLUGIN, _PLUGIN.parent):
        file = folder / "metadata.txt"
        if file.is_file():
            for line in file.read_text(encoding="utf-8").splitlines():
                name, _, value = line.partition("=")
                if name.strip() == "version":
                    return value.strip()
    return "0"


def user_agent() -> str:
    """What servers are told: plain, honest, the same for every request."""
    return f"copernicus_plugin/{plugin_version()} QGIS/{qgis_version()}"


def is_polygon(geometry: QgsGeometry) -> bool:
    """Whether ``geometry`` is an area."""
    return _is_polygon_type(geometry.type())


def is_polygon_layer(layer: QgsMapLayer | None) -> bool:
    """Whether ``layer`` is a vector layer of areas."""
    return isinstance(layer, QgsVectorLayer) and _is_polygon_type(layer.geometryType())


def metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    """How long a unit of the map is; for degrees, at the equator."""
    metres, _ = QgsUnitTypes.decodeDistanceUnit("meters")
    return float(QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), metres)) or 1.0


def enum_value(member: Any) -> int:
    """The number of a Qt enumeration's member: PyQt6 has enumerations that are no numbers."""
    return int(getattr(member, "value", member))


def attribution(layer: QgsMapLayer) -> str:
    """Whom a map with ``layer`` has to name."""
    return str(_keeper_of_attribution(layer).attribution())


def set_attribution(layer: QgsMapLayer, text: str) -> None:
    """Say whom a map with ``layer`` has to name."""
    _keeper_of_attribution(layer).setAttribution(text)


def _keeper_of_attribution(layer: QgsMapLayer) -> Any:
    # It moved from the layer to its server properties with QGIS 3.38, where the old methods warn.
    properties = layer.serverProperties()
    return properties if hasattr(properties, "setAttribution") else layer


def _is_polygon_type(kind: Any) -> bool:
    # The enumerations moved to Qgis with QGIS 3.30, under other names; this text stayed, and is never translated.
    return str(QgsWkbTypes.geometryDisplayString(kind)) == "Polygon"
