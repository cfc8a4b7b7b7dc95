"""Copernicus Data Access: all access points to Copernicus data in one dock panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copernicus_plugin.plugin import CopernicusPlugin


def classFactory(iface: Any) -> CopernicusPlugin:  # QGIS's name
    """Called by QGIS when the plugin is switched on."""
    from copernicus_plugin.plugin import CopernicusPlugin

    return CopernicusPlugin(iface)
