"""Products and footprints as QGIS layers."""
