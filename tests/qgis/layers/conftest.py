"""Products, collections and pictures of the map for the tests of ``layers``."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass

import pytest
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QSize, QTimer
from qgis.PyQt.QtGui import QColor

from copernicus_plugin.model.collection import BandPreset, Collection, Theme
from copernicus_plugin.model.geometry import polygons_to_wkb
from copernicus_plugin.model.product import Product

START = dt.datetime(2022, 10, 5, 11, 54, 11, tzinfo=dt.timezone.utc)


def box_wkb(west, south, east, north):
    return polygons_to_wkb([[[(west, south), (east, south), (east, north), (west, north), (west, south)]]])


def make_product(number, cloud=None, box=None, access_point="earth_search", **properties):
    moment = START + dt.timedelta(minutes=number)
    box = box or (-9 + (number % 300) * 0.05, 50 + (number // 300 % 200) * 0.05, -8.9 + number % 300 * 0.05, 52)
    known = {
        "datetime": f"{moment:%Y-%m-%dT%H:%M:%S}Z",
        "platform": "sentinel-2a",
        "grid:code": "MGRS-29UNU",
        "sat:relative_orbit": 23,
    }
    if cloud is not None:
        known["eo:cloud_cover"] = cloud
    return Product(
        id=f"S2A_{number:06d}",
        collection="sentinel-2-l2a",
        access_point=access_point,
        endpoint="https://earth-search.aws.element84.com/v1",
        footprint=box_wkb(*box),
        bbox=box,
        properties={**known, **properties},
        coverage=0.5,
    )


@pytest.fixture
def sentinel2():
    return Collection(
        id="sentinel-2-l2a",
        title="Sentinel-2 L2A",
        theme=Theme.SATELLITE,
        level="L2A",
        licence="Copernicus Sentinel data terms",
        licence_url="https://sentinels.copernicus.eu/documents/247904/690755/Sentinel_Data_Legal_Notice",
        attribution="Contains modified Copernicus Sentinel data {year}",
        cloud_cover=True,
        presets=(
            BandPreset(
                "true_colour", "True colour", assets=("visual",), bands=("red", "green", "blue"), stretch=(0, 3000)
            ),
            BandPreset("false_colour", "False colour", bands=("nir", "red", "green"), stretch=(0, 4000)),
            BandPreset("bands", "Bands", bands=("red", "green", "blue"), stretch=(0, 2550)),
            BandPreset(
                "classes",
                "Scene classification",
                assets=("scl", "SCL"),
                style="classes",
                classes=((0, "#000000", "No data"), (4, "#00a000", "Vegetation"), (6, "#0000ff", "Water")),
            ),
            BandPreset("red", "Red", bands=("red",), style="grey", stretch=(0, 2550)),
        ),
    )


@pytest.fixture
def dem():
    return Collection(
        id="cop-dem-glo-30",
        title="Copernicus DEM GLO-30",
        theme=Theme.LAND,
        timeless=True,
        attribution="© DLR e.V. 2010-2014",
        presets=(BandPreset("elevation", "Elevation", assets=("data",), style="elevation"),),
    )


def spin(until, seconds=20.0):
    """Let QGIS's event loop run until something is true; says what was waited for when it never is."""
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise AssertionError("it did not happen")
        QCoreApplication.processEvents()
        time.sleep(0.001)


class StallProbe:
    """The longest time that a 5 ms timer of the main thread was late by, in milliseconds."""

    def __enter__(self):
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._timer.stop()

    def _tick(self):
        now = time.perf_counter()
        self.worst = max(self.worst, 1000 * (now - self._last) - 5)
        self._last = now


@dataclass
class Picture:
    image: object
    seconds: float

    def colour(self, x, y):
        return QColor(self.image.pixel(x, y)).name()

    def count(self, name, tolerance=2):
        wanted = QColor(name)
        image, found = self.image, 0
        for y in range(image.height()):
            for x in range(image.width()):
                colour = QColor(image.pixel(x, y))
                found += (
                    abs(colour.red() - wanted.red()) <= tolerance
                    and abs(colour.green() - wanted.green()) <= tolerance
                    and abs(colour.blue() - wanted.blue()) <= tolerance
                )
        return found


def draw(layers, extent, width=400, height=300, crs=None, ground="#ff00ff", dpi=96, span=None):
    """The layers as a user would see them."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(crs or layers[0].crs())
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(dpi)
    settings.setExtent(QgsRectangle(*extent))
    settings.setBackgroundColor(QColor(ground))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setSelectionColor(QColor("#ffc800"))
    if span is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(span)
    job = QgsMapRendererParallelJob(settings)
    start = time.perf_counter()
    job.start()
    job.waitForFinished()
    return Picture(job.renderedImage(), time.perf_counter() - start)
