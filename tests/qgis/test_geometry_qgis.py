from __future__ import annotations

from tests.unit.model.geometry_cases import GeometryCases


class TestWithQgis(GeometryCases):
    """The same cases as with shapely, on the geometry that every QGIS has."""

    library = "qgis"
