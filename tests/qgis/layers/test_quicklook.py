"""The quicklook of a product on the map: its place, what is told when there is none, a project closed meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

from copernicus_plugin.layers.quicklook import QuicklookDraper, placement_of
from copernicus_plugin.model.errors import ErrorKind, Reason

from .conftest import draw, make_product, spin

HREF = "https://somewhere.example/thumbnail.jpg"


class Pictures(QObject):
    """As ``Thumbnails``, with answers given by the test."""

    ready = pyqtSignal(str, QImage)
    missed = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.asked = []

    def request(self, href):
        self.asked.append(href)

    def cached(self, href):
        return None


@pytest.fixture
def pictures():
    return Pictures()


@pytest.fixture
def draper(qgis_new_project, pictures, tmp_path):
    made = QuicklookDraper(pictures, str(tmp_path / "layers"))
    made.told = []
    made.failed.connect(lambda product, error: made.told.append(error))
    yield made
    made.close()


def product(number=0, west=10.0, href=HREF):
    return replace(make_product(number, box=(west, 50.0, west + 1, 51.0)), thumbnail_href=href)


def picture():
    image = QImage(40, 40, QImage.Format.Format_RGB888)
    image.fill(QColor("#3366cc"))
    return image


def layers():
    return [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsRasterLayer)]


def test_it_lies_where_the_product_lies_and_is_taken_off_again(draper, pictures):
    draper.drape(product())
    assert pictures.asked == [HREF]
    pictures.ready.emit(HREF, picture())
    spin(layers, 5)
    (layer,) = layers()
    extent = layer.extent()
    assert (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()) == (10.0, 50.0, 11.0, 51.0)
    assert draw([layer], (9.5, 49.5, 11.5, 51.5), 100, 100).colour(50, 50) == "#3366cc"
    draper.drape(product())
    assert not layers()
    assert not draper.told


def test_one_that_cannot_be_had_is_told_once(draper, pictures):
    draper.drape(product())
    pictures.missed.emit(HREF)
    pictures.missed.emit(HREF)
    assert [(error.kind, error.reason) for error in draper.told] == [(ErrorKind.NOT_FOUND, Reason.NO_ASSET)]


@pytest.mark.parametrize("when", ["waiting", "writing"])
def test_a_project_that_was_closed_meanwhile_stays_empty(draper, pictures, tmp_path, when):
    draper.drape(product())
    if when == "writing":
        pictures.ready.emit(HREF, picture())
    QgsProject.instance().clear()
    if when == "waiting":
        pictures.ready.emit(HREF, picture())
    draper.drape(product(1, 20.0, HREF + "?2"))
    pictures.ready.emit(HREF + "?2", picture())
    spin(layers, 5)
    assert [layer.extent().xMinimum() for layer in layers()] == [20.0]


def test_nothing_comes_after_the_end(draper, pictures):
    draper.drape(product())
    pictures.ready.emit(HREF, picture())
    draper.close()
    draper.close = lambda: None
    for _ in range(50):
        spin(lambda: True)
    assert not layers()
    assert not draper.told


def test_no_place_over_the_antimeridian():
    assert placement_of(make_product(0, box=(179.0, 0.0, -179.0, 1.0))) is None
