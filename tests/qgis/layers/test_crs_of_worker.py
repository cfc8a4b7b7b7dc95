"""A layer built in a worker must be drawn on maps of other CRSs after the worker has ended.

QGIS 3.22 keeps PROJ objects per thread: a CRS made in a thread that ended is valid, but nothing can be transformed
from or to it any more (seen: footprints and countries vanished from a map in the raster's own UTM zone).
"""

from __future__ import annotations

import threading

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle

from tests.qgis.layers.conftest import draw, spin
from tests.qgis.layers.test_loader import EXTENT, access_point, address, ear, scene, server  # noqa: F401 (fixtures)

LONGITUDE_LATITUDE = QgsCoordinateReferenceSystem("EPSG:4326")


def no_worker_left():
    return not [thread for thread in threading.enumerate() if "copernicus" in thread.name.lower()]


def test_other_layers_can_be_drawn_in_the_crs_of_a_loaded_image(server, ear):  # noqa: F811
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    layer = ear.loaded[0].layer
    spin(no_worker_left)
    transform = QgsCoordinateTransform(LONGITUDE_LATITUDE, layer.crs(), QgsProject.instance())
    assert transform.isValid()
    assert 400_000 < transform.transform(QgsPointXY(-9, 53)).x() < 600_000


def test_a_loaded_image_is_seen_on_a_map_in_longitude_and_latitude(server, ear):  # noqa: F811
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    layer = ear.loaded[0].layer
    spin(no_worker_left)
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(layer.crs().authid()), LONGITUDE_LATITUDE, QgsProject.instance()
    )
    extent = there.transformBoundingBox(QgsRectangle(*EXTENT))
    box = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    picture = draw([layer], box, 200, 200, crs=LONGITUDE_LATITUDE)
    assert picture.colour(150, 100) == "#c86432"
