"""Drawing on a shown map with the mouse and the keyboard."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.gui import QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from copernicus_plugin.gui.map_tools import POLYGON, RECTANGLE, AreaDrawing, AreaOverlay
from copernicus_plugin.host.area import area_from_text
from copernicus_plugin.model.geometry import bounds

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def drawing(canvas):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    drawing = AreaDrawing(canvas)
    drawing.pan = pan
    drawing.found = []
    drawing.drawn.connect(lambda geometry, kind: drawing.found.append((geometry, kind)))
    yield drawing
    drawing.release()


def pixel(canvas, longitude, latitude):
    place = canvas.mapSettings().mapToPixel().transform(QgsPointXY(longitude, latitude))
    return QPoint(round(place.x()), round(place.y()))


def click(canvas, longitude, latitude, button=LEFT):
    at = pixel(canvas, longitude, latitude)
    QTest.mouseMove(canvas.viewport(), at)
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)


def bands(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def drag(canvas, first, last):
    QTest.mousePress(canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(canvas, *first))
    QTest.mouseMove(canvas.viewport(), pixel(canvas, -8, 53))
    QTest.mouseMove(canvas.viewport(), pixel(canvas, *last))
    QTest.mouseRelease(canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(canvas, *last))


def test_a_rectangle_is_dragged_and_the_tool_before_comes_back(canvas, drawing):
    drawing.start(RECTANGLE)
    drag(canvas, (-9, 52), (-7, 54))
    ((geometry, kind),) = drawing.found
    box = geometry.boundingBox()
    assert kind == RECTANGLE
    assert box.xMinimum() == pytest.approx(-9, abs=0.02)
    assert box.yMaximum() == pytest.approx(54, abs=0.02)
    assert canvas.mapTool() is drawing.pan
    assert bands(canvas) == []


def test_a_rectangle_is_clicked_at_two_corners(canvas, drawing):
    drawing.start(RECTANGLE)
    click(canvas, -9, 52)
    assert drawing.found == []
    click(canvas, -7, 54)
    assert drawing.found[0][0].boundingBox().width() == pytest.approx(2, abs=0.03)


def test_a_polygon_ends_with_a_right_click_after_a_step_back(canvas, drawing):
    drawing.start(POLYGON)
    click(canvas, -9, 52)
    click(canvas, -7, 52)
    click(canvas, -6.5, 54.5)
    assert len(bands(canvas)) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    click(canvas, -7, 54)
    click(canvas, -7, 54, RIGHT)
    ((geometry, kind),) = drawing.found
    assert kind == POLYGON
    assert len(geometry.asPolygon()[0]) == 4
    assert geometry.boundingBox().xMaximum() == pytest.approx(-7, abs=0.02)
    assert bands(canvas) == []


def test_return_ends_a_polygon_but_two_corners_are_too_few(canvas, drawing):
    drawing.start(POLYGON)
    click(canvas, -9, 52)
    click(canvas, -7, 52)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert drawing.found == []
    assert drawing.kind == POLYGON
    click(canvas, -7, 54)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(drawing.found) == 1


def test_a_double_click_ends_a_polygon(canvas, drawing):
    drawing.start(POLYGON)
    for corner in ((-9, 52), (-7, 52), (-7, 54)):
        click(canvas, *corner)
    QTest.mouseDClick(canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(canvas, -7, 54))
    assert len(drawing.found) == 1
    assert len(drawing.found[0][0].asPolygon()[0]) == 4


def test_r_and_p_switch_and_escape_stops(canvas, drawing):
    kinds = []
    drawing.kindChanged.connect(kinds.append)
    drawing.start(POLYGON)
    click(canvas, -9, 52)
    QTest.keyClick(canvas, Qt.Key.Key_R)
    QTest.keyClick(canvas, Qt.Key.Key_P)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert kinds == [POLYGON, RECTANGLE, POLYGON, ""]
    assert drawing.found == []
    assert canvas.mapTool() is drawing.pan
    assert bands(canvas) == []


def test_taking_another_tool_of_qgis_ends_the_drawing(canvas, drawing):
    drawing.start(POLYGON)
    click(canvas, -9, 52)
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    assert drawing.kind == ""
    assert canvas.mapTool() is other
    assert bands(canvas) == []


def test_the_area_is_drawn_anew_in_another_crs_and_taken_away(canvas):
    overlay = AreaOverlay(canvas)
    area = area_from_text("-9, 52, -7, 54")
    overlay.show(area)
    (band,) = bands(canvas)
    assert band.strokeColor().name() == "#d40078"
    assert band.asGeometry().boundingBox().xMinimum() == pytest.approx(-9)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    (band,) = bands(canvas)
    assert band.asGeometry().boundingBox().xMinimum() == pytest.approx(-1001875.4, abs=1)
    assert bounds(overlay.area.wkb) == pytest.approx((-9, 52, -7, 54))
    overlay.release()
    assert bands(canvas) == []
