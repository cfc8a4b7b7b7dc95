"""From products to QGIS layers: footprints, streamed and downloaded images, their styles and their provenance."""
