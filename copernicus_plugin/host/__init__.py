"""QGIS as the host of the engine."""
