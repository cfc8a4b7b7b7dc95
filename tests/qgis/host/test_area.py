"""Areas of the map as longitude and latitude, and back."""

from __future__ import annotations

import math
import time

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from copernicus_plugin.host.area import (
    area_from_extent,
    area_from_geometry,
    area_from_layer,
    area_from_text,
    area_to_geometry,
    area_to_text,
)
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import area_km2, bounds, vertex_count, wkb_to_polygons

WORLD_KM2 = 510_065_622


def crs(name):
    return QgsCoordinateReferenceSystem(name)


def box(area):
    return pytest.approx(bounds(area.wkb), abs=0.01)


def holds(area, longitude, latitude):
    geometry = QgsGeometry()
    geometry.fromWkb(area.wkb)
    return geometry.intersects(QgsGeometry.fromPointXY(QgsPointXY(longitude, latitude)))


def reason_of(work):
    with pytest.raises(AccessError) as caught:
        work()
    assert caught.value.kind is ErrorKind.INVALID_QUERY
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "extent", "expected"),
    [
        ("EPSG:4326", (-9, 52, -8, 53), (-9, 52, -8, 53)),
        ("EPSG:4258", (-9, 52, -8, 53), (-9, 52, -8, 53)),
        ("EPSG:4326", (-170, -10, 175, 10), (-170, -10, 175, 10)),
        ("EPSG:4326", (170, -10, 190, 10), (170, -10, -170, 10)),
        ("EPSG:4326", (350, -10, 370, 10), (-10, -10, 10, 10)),
        ("EPSG:4326", (-300, -100, 300, 100), (-180, -90, 180, 90)),
        ("EPSG:3857", (-1e6, 6e6, 1e6, 7e6), (-8.983, 47.354, 8.983, 53.092)),
        ("EPSG:3857", (-3e7, 6e6, 3e7, 7e6), (-180, 47.354, 180, 53.092)),
        ("EPSG:3857", (-3e8, -3e8, 3e8, 3e8), (-180, -90, 180, 90)),
        ("EPSG:3857", (1.9e7, 6e6, 2.1e7, 7e6), (170.68, 47.354, -171.354, 53.092)),
        ("EPSG:3832", (-1e6, -3e6, 5e6, 3e6), (141.017, -26.159, -165.084, 26.159)),
    ],
)
def test_extents(qgis_app, name, extent, expected):
    assert box(area_from_extent(QgsRectangle(*extent), crs(name))) == expected


def test_edges_follow_the_map_and_not_the_corners(qgis_app):
    # The northern edge of a box in this CRS bulges to the north between its corners.
    area = area_from_extent(QgsRectangle(2.6e6, 1.5e6, 7.4e6, 5.4e6), crs("EPSG:3035"))
    north = bounds(area.wkb)[3]
    corner = max(y for (ring, *_) in wkb_to_polygons(area.wkb) for x, y in ring if x < -30)
    assert north - corner > 4
    assert vertex_count(area.wkb) < 200


@pytest.mark.parametrize(
    ("name", "pole", "sign"), [("EPSG:3413", 90, 1), ("EPSG:3031", -90, -1), ("EPSG:3995", 90, 1)]
)
def test_an_extent_round_a_pole_is_a_cap(qgis_app, name, pole, sign):
    side = 3e6
    area = area_from_extent(QgsRectangle(-side, -side, side, side), crs(name))
    for longitude in range(-180, 181, 15):
        assert holds(area, longitude, pole - sign * 5)
        assert not holds(area, longitude, pole - sign * 60)
    # A little less than the true side squared: the scale is below one near the pole.
    assert 0.85 < area_km2(area.wkb) / (2 * side / 1000) ** 2 < 1.1


def test_an_extent_with_the_pole_on_its_very_edge(qgis_app):
    area = area_from_extent(QgsRectangle(0, -3e6, 3e6, 3e6), crs("EPSG:3031"))
    whole = area_from_extent(QgsRectangle(-3e6, -3e6, 3e6, 3e6), crs("EPSG:3031"))
    assert holds(area, 90, -85)
    assert not holds(area, -90, -85)
    assert area_km2(area.wkb) == pytest.approx(area_km2(whole.wkb) / 2, rel=0.01)


def test_a_polar_extent_beside_the_pole(qgis_app):
    area = area_from_extent(QgsRectangle(1e6, 1e6, 3e6, 3e6), crs("EPSG:3413"))
    assert holds(area, 90, 70)
    assert not holds(area, 90, 89)
    assert not holds(area, -90, 70)


def test_what_cannot_be_brought_to_the_globe_is_told(qgis_app):
    def far_away():
        area_from_extent(QgsRectangle(5e8, 5e6, 6e8, 6e6), crs("EPSG:32629"))

    with pytest.raises(AccessError) as caught:
        far_away()
    assert caught.value.reason is Reason.AREA_OUTSIDE_CRS
    assert caught.value.parameters == {"crs": "EPSG:32629"}
    nowhere = QgsCoordinateReferenceSystem()
    assert reason_of(lambda: area_from_extent(QgsRectangle(0, 0, 1, 1), nowhere)) is Reason.AREA_OUTSIDE_CRS


@pytest.mark.parametrize("extent", [QgsRectangle(), QgsRectangle(1, 1, 1, 2), QgsRectangle(0, 0, math.inf, 1)])
def test_no_extent(qgis_app, extent):
    assert reason_of(lambda: area_from_extent(extent, crs("EPSG:4326"))) is Reason.AREA_EMPTY


@pytest.mark.parametrize("name", ["EPSG:4326", "EPSG:3857"])
def test_a_crossing_polygon_is_refused_with_the_place_and_can_be_repaired(qgis_app, name):
    geometry = QgsGeometry.fromWkt("Polygon((0 0,10 10,10 0,0 10,0 0))")
    geometry.transform(QgsCoordinateTransform(crs("EPSG:4326"), crs(name), QgsProject.instance()))
    with pytest.raises(AccessError) as caught:
        area_from_geometry(geometry, crs(name))
    assert caught.value.reason is Reason.AREA_SELF_CROSSING
    assert caught.value.parameters["longitude"] == pytest.approx(5, abs=0.05)
    assert caught.value.parameters["latitude"] == pytest.approx(5, abs=0.05)
    repaired = area_from_geometry(geometry, crs(name), repair=True)
    assert holds(repaired, 1, 5)
    assert holds(repaired, 9, 5)
    assert not holds(repaired, 5, 2)


def test_holes_curves_and_third_dimensions(qgis_app):
    holed = area_from_geometry(
        QgsGeometry.fromWkt("PolygonZ((0 0 5,10 0 5,10 10 5,0 10 5,0 0 5),(4 4 5,6 4 5,6 6 5,4 6 5,4 4 5))"),
        crs("EPSG:4326"),
    )
    assert holds(holed, 1, 1)
    assert not holds(holed, 5, 5)
    curve = "CurvePolygon(CircularString(0 0, 2 2, 4 0, 2 -2, 0 0))"
    circle = area_from_geometry(QgsGeometry.fromWkt(curve), crs("EPSG:4326"))
    assert box(circle) == (0, -2, 4, 2)


def layer_of(geometries, kind="Polygon", name="EPSG:4326"):
    layer = QgsVectorLayer(f"{kind}?crs={name}", "layer", "memory")
    features = []
    for geometry in geometries:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_layers_all_or_selected(qgis_app):
    boxes = [QgsGeometry.fromRect(QgsRectangle(x, 0, x + 2, 1)) for x in (0, 1, 10)]
    layer = layer_of(boxes)
    assert box(area_from_layer(layer, False)) == (0, 0, 12, 1)
    assert reason_of(lambda: area_from_layer(layer, True)) is Reason.AREA_EMPTY
    layer.selectByIds([3])
    assert box(area_from_layer(layer, True)) == (10, 0, 12, 1)
    assert reason_of(lambda: area_from_layer(layer_of([]), False)) is Reason.AREA_EMPTY


def test_points_and_lines_count_with_their_surroundings(qgis_app):
    point = area_from_layer(layer_of([QgsGeometry.fromWkt("Point(-9 53)")], "Point"), False)
    assert holds(point, -9, 53)
    assert 0 < area_km2(point.wkb) < 0.001
    line = layer_of([QgsGeometry.fromWkt("LineString(500000 5800000, 501000 5800000)")], "LineString", "EPSG:32629")
    assert area_km2(area_from_layer(line, False).wkb) == pytest.approx(0.02, rel=0.1)


@pytest.mark.parametrize("name", ["EPSG:4326", "EPSG:32629"])
def test_fifty_thousand_vertices_take_less_than_two_seconds(qgis_app, name):
    count = 50_000
    turns = [2 * math.pi * n / count for n in range(count)]
    points = [
        QgsPointXY(-9 + (1 + 0.05 * math.sin(n / 3)) * math.cos(a), 53 + math.sin(a)) for n, a in enumerate(turns)
    ]
    geometry = QgsGeometry.fromPolygonXY([points])
    geometry.transform(QgsCoordinateTransform(crs("EPSG:4326"), crs(name), QgsProject.instance()))
    layer = layer_of([geometry], name=name)
    before = time.monotonic()
    area = area_from_layer(layer, False)
    assert time.monotonic() - before < 2
    assert vertex_count(area.wkb) >= count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-9, 52, -8, 53", (-9, 52, -8, 53)),
        ("-9 52 -8 53", (-9, 52, -8, 53)),
        ("[-9.5;52.25;-8;53]", (-9.5, 52.25, -8, 53)),
        ("\u22129°, 52°, \u22128°, 53°", (-9, 52, -8, 53)),
        ("170, -10, -170, 10", (170, -10, -170, 10)),
    ],
)
def test_typed_boxes(qgis_app, text, expected):
    area = area_from_text(text)
    assert box(area) == expected
    assert box(area_from_text(area_to_text(area))) == expected


@pytest.mark.parametrize(
    "text", ["", "1,2,3", "a,b,c,d", "1,2,3,4,5", "0,60,1,50", "0,0,1,91", "nan,0,1,1", "0,0,1e9,1"]
)
def test_boxes_that_cannot_be_read(qgis_app, text):
    with pytest.raises(AccessError) as caught:
        area_from_text(text)
    assert caught.value.reason is Reason.AREA_BOX
    assert caught.value.parameters == {"text": text}


def test_a_box_of_no_size(qgis_app):
    assert reason_of(lambda: area_from_text("1,2,1,3")) is Reason.AREA_EMPTY


@pytest.mark.parametrize("name", ["EPSG:4326", "EPSG:3857", "EPSG:32629", "EPSG:3035"])
def test_there_and_back(qgis_app, name):
    area = area_from_text("-9, 52, -8, 53")
    back = area_from_geometry(area_to_geometry(area, crs(name)), crs(name))
    assert area_km2(back.wkb) == pytest.approx(area_km2(area.wkb), rel=1e-3)


def test_the_world_is_shown_as_far_as_the_map_can(qgis_app):
    world = area_from_text("-180, -90, 180, 90")
    assert area_km2(world.wkb) == pytest.approx(WORLD_KM2, rel=1e-6)
    shown = area_to_geometry(world, crs("EPSG:3857")).boundingBox()
    assert shown.xMinimum() == pytest.approx(-20037508, abs=1)
    assert shown.yMaximum() >= 20037508
    polar = area_to_geometry(world, crs("EPSG:3413")).boundingBox()
    assert 1e7 < polar.width() < 2e9


def test_a_canvas_with_the_pole_beside_its_middle_is_typed_as_all_longitudes(qgis_app):
    canvas = QgsRectangle(-1e5, -3e6, 2e6, 5e5)
    area = area_from_extent(canvas, crs("EPSG:3031"))
    west, south, east, north = bounds(area.wkb)
    assert (west, south, east) == (-180.0, -90.0, 180.0), "parts that touch leave no gap"
    assert north == pytest.approx(-57.67, abs=0.01)
    typed = area_from_text(area_to_text(area))
    assert area_km2(typed.wkb) > area_km2(area.wkb), "the box around it, not a sliver"
