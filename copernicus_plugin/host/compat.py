"""The one module that knows versions of QGIS, and where this plugin's own version is written."""

from __future__ import annotations

import functools
from pathlib import Path

from qgis.core import Qgis, QgsGeometry, QgsMapLayer, QgsVectorLayer, QgsWkbTypes

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
    """``Qgis.GeometryType`` came with QGIS 3.30; its values are those of ``QgsWkbTypes``."""
    return int(geometry.type()) == int(QgsWkbTypes.GeometryType.PolygonGeometry)


def is_polygon_layer(layer: QgsMapLayer | None) -> bool:
    """Whether ``layer`` is a vector layer of areas."""
    if not isinstance(layer, QgsVectorLayer):
        return False
    return int(layer.geometryType()) == int(QgsWkbTypes.GeometryType.PolygonGeometry)
