"""What geometry must do, whichever library does it: run with shapely in tests/unit, with QGIS in tests/qgis."""

from __future__ import annotations

import json
import math
import struct
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copernicus_plugin.model import geometry
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry_backend import backend
from copernicus_plugin.model.geometry_sphere import plane_area, sphere_area
from copernicus_plugin.model.geometry_wkb import positions
from copernicus_plugin.model.query import Area

steady = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors, HealthCheck.function_scoped_fixture],
)


def box(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring] for ring in rings]}


def cell_km2(degrees, south, north):
    """Surface between two parallels of the WGS 84 ellipsoid, in closed form."""
    a, f = 6378.137, 1 / 298.257223563
    e = math.sqrt(f * (2 - f))
    b2 = (a * (1 - f)) ** 2

    def below(latitude):
        s = math.sin(math.radians(latitude))
        return b2 / 2 * (s / (1 - (e * s) ** 2) + math.log((1 + e * s) / (1 - e * s)) / (2 * e))

    return math.radians(degrees) * (below(north) - below(south))


def within_world(wkb):
    return all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in positions(geometry.wkb_to_polygons(wkb)))


def is_valid(wkb):
    library = backend()
    return library.is_valid(library.read(wkb))


def contains(outer, inner):
    library = backend()
    return library.prepare(library.read(outer)).contains(library.read(inner))


def error_of(call, *arguments, **named):
    with pytest.raises(AccessError) as caught:
        call(*arguments, **named)
    return caught.value


def star(corners, centre=(5.0, 40.0), radii=(3.0, 5.0), noise=None):
    """A ring that does not cross itself: one corner in each direction."""
    ring = []
    for n in range(corners):
        angle = 2 * math.pi * n / corners
        share = noise(n) if noise else (n * 7919 % 101) / 101
        radius = radii[0] + (radii[1] - radii[0]) * share
        ring.append((centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)))
    return [*ring, ring[0]]


numbers = st.floats(-12, 12, allow_nan=False).map(lambda number: round(number, 6))


LONGITUDES = st.sampled_from([0.0, 100.0, 178.0, -179.5, 181.0])


@st.composite
def stars(draw):
    corners = draw(st.integers(3, 60))
    shares = draw(st.lists(st.floats(0, 1), min_size=corners, max_size=corners))
    centre = (draw(LONGITUDES), draw(st.sampled_from([0.0, 52.0, -80.0, 84.0])))
    return star(corners, centre, (1.0, 5.5), shares.__getitem__)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)
coordinate = st.floats() | st.integers() | st.sampled_from([None, "7", [], True, 10**400, float("nan")])
nearly = st.lists(st.lists(st.lists(coordinate, max_size=4) | anything, max_size=7) | anything, max_size=3)
kinds = st.sampled_from(
    [
        "Polygon",
        "MultiPolygon",
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "GeometryCollection",
        "X",
        None,
    ]
)


class GeometryCases:
    """Sub-classes name the ``library``."""

    library = ""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _library(cls):
        with geometry.forced_backend(cls.library) as used:
            assert used.name == cls.library
            yield

    # WKB

    def test_polygons_come_back_from_wkb_as_they_went_in(self):
        polygons = [[box(0, 0, 4, 4), box(1, 1, 2, 2)], [box(10, 0, 11, 1)]]
        wkb = geometry.polygons_to_wkb(polygons)
        assert geometry.wkb_to_polygons(wkb) == polygons
        assert struct.unpack_from("<BII", wkb) == (1, 6, 2)
        assert backend().write(backend().read(wkb)) == wkb

    def test_an_open_ring_is_closed(self):
        wkb = geometry.polygons_to_wkb([[box(0, 0, 1, 1)[:-1]]])
        assert geometry.wkb_to_polygons(wkb) == [[box(0, 0, 1, 1)]]
        assert geometry.vertex_count(wkb) == 4

    @pytest.mark.parametrize("order", "<>")
    @pytest.mark.parametrize(("code", "extra"), [(3, 0), (1003, 1), (3003, 2), (0x80000003, 1), (0x20000003, 0)])
    def test_wkb_of_other_writers_is_read(self, order, code, extra):
        srid = struct.pack(order + "I", 4326) if code == 0x20000003 else b""
        flat = [number for position in box(1, 2, 3, 4) for number in (*position, *[9.0] * extra)]
        wkb = struct.pack(order + "BI", order == "<", code) + srid + struct.pack(f"{order}II{len(flat)}d", 1, 5, *flat)
        assert geometry.wkb_to_polygons(wkb) == [[box(1, 2, 3, 4)]]

    @given(st.binary(max_size=60))
    @steady
    def test_bytes_that_are_no_wkb_are_a_bad_answer(self, garbage):
        assert failure_of(geometry.wkb_to_polygons, garbage) in (None, ErrorKind.BAD_ANSWER)
        cut = geometry.polygons_to_wkb([[box(0, 0, 1, 1)]])[: -1 - len(garbage)]
        assert failure_of(geometry.wkb_to_polygons, cut) is ErrorKind.BAD_ANSWER

    def test_a_count_that_promises_gigabytes_is_refused_at_once(self):
        assert error_of(geometry.wkb_to_polygons, struct.pack("<BIII", 1, 3, 1, 2**31)).kind is ErrorKind.BAD_ANSWER

    # sizes

    @pytest.mark.parametrize(("south", "north"), [(0, 1), (52, 53), (-70, -65), (89, 90)])
    def test_area_is_that_of_the_ellipsoid(self, south, north):
        area = geometry.area_from_box(10, south, 11, north)
        assert geometry.area_km2(area.wkb) == pytest.approx(cell_km2(1, south, north), rel=2e-5)

    def test_the_world_has_510_million_km2(self):
        world = geometry.area_from_box(-180, -90, 180, 90)
        assert geometry.area_km2(world.wkb) == pytest.approx(510_065_622, rel=1e-6)
        assert geometry.bounds(world.wkb) == (-180, -90, 180, 90)

    def test_holes_are_no_area(self):
        whole = geometry.area_from_polygons([[box(0, 0, 4, 4)]])
        holed = geometry.area_from_polygons([[box(0, 0, 4, 4), box(1, 1, 2, 2)]])
        hole = geometry.area_from_box(1, 1, 2, 2)
        assert geometry.area_km2(whole.wkb) - geometry.area_km2(holed.wkb) == pytest.approx(
            geometry.area_km2(hole.wkb)
        )

    # boxes

    def test_a_box_over_the_antimeridian_is_two(self):
        area = geometry.area_from_box(170, -10, -175, 10)
        assert geometry.bounds(area.wkb) == (170, -10, -175, 10)
        assert len(geometry.wkb_to_polygons(area.wkb)) == 2
        assert geometry.area_km2(area.wkb) == pytest.approx(cell_km2(15, -10, 10), rel=1e-4)

    def test_a_wide_box_is_as_wide_as_it_says(self):
        area = geometry.area_from_box(-170, -10, 160, 10)
        assert geometry.bounds(area.wkb) == (-170, -10, 160, 10)
        steps = [abs(a[0] - b[0]) for ring in geometry.wkb_to_polygons(area.wkb)[0] for a, b in zip(ring, ring[1:])]
        assert max(steps) <= 90, "a server that takes the short way round would misread it"

    @pytest.mark.parametrize(
        ("numbers", "reason"),
        [
            ((1, 2, 1, 3), Reason.AREA_EMPTY),
            ((1, 2, 3, 2), Reason.AREA_EMPTY),
            ((1, 3, 2, 2), Reason.AREA_BOX),
            ((1, 2, 3, 91), Reason.AREA_BOX),
            ((1, float("nan"), 3, 4), Reason.AREA_BOX),
            ((500000, 5000000, 600000, 5100000), Reason.AREA_BOX),
        ],
    )
    def test_a_box_that_is_none_is_refused(self, numbers, reason):
        error = error_of(geometry.area_from_box, *numbers)
        assert (error.kind, error.reason) == (ErrorKind.INVALID_QUERY, reason)

    # antimeridian and poles

    @pytest.mark.parametrize(
        "ring",
        [
            [(170, 0), (-170, 0), (-170, 10), (170, 10)],
            [(170, 0), (190, 0), (190, 10), (170, 10)],
            [(-190, 0), (-170, 0), (-170, 10), (-190, 10)],
            [(170, 0), (180, 0), (-180, 0), (-170, 0), (-170, 10), (-180, 10), (180, 10), (170, 10)],
            [(530, 0), (550, 0), (550, 10), (530, 10)],
        ],
        ids=["jumps", "0..360", "beyond -180", "with positions on it", "more than once round"],
    )
    def test_however_a_crossing_is_written_it_is_the_same_area(self, ring):
        for wkb in (geometry.area_from_polygons([[ring]]).wkb, geometry.geojson_to_wkb(polygon([*ring, ring[0]]))):
            assert within_world(wkb)
            assert is_valid(wkb)
            assert geometry.bounds(wkb) == (170, 0, -170, 10)
            assert geometry.area_km2(wkb) == pytest.approx(cell_km2(20, 0, 10), rel=1e-4)

    def test_a_dem_tile_that_runs_over_the_edge_is_split_there(self):
        """As recorded: the westernmost tiles of the Copernicus DEM begin half a pixel beyond -180."""
        west = -180.0013888888889
        wkb = geometry.geojson_to_wkb(polygon(box(west, 50, west + 1, 51)))
        assert within_world(wkb)
        assert geometry.bounds(wkb) == pytest.approx((360 + west, 50, west + 1, 51))
        assert geometry.area_km2(wkb) == pytest.approx(cell_km2(1, 50, 51), rel=1e-4)

    @pytest.mark.parametrize(
        ("west", "east"), [(-180, 180), (-180, 179.92), (-179.75, 180), (0, 359.75), (0, 360), (-180.0, 0.5)]
    )
    def test_a_global_grid_stays_global(self, west, east):
        wkb = geometry.geojson_to_wkb(polygon(box(west, -60, east, 60)))
        assert within_world(wkb)
        assert geometry.area_km2(wkb) == pytest.approx(cell_km2(east - west, -60, 60), rel=1e-4)

    @pytest.mark.parametrize("sign", [1, -1])
    @pytest.mark.parametrize("direction", [1, -1])
    def test_a_ring_round_a_pole_holds_the_pole(self, sign, direction):
        ring = [(longitude, 75.0 * sign) for longitude in range(-175, 185, 10)][::direction]
        for wkb in (geometry.area_from_polygons([[ring]]).wkb, geometry.geojson_to_wkb(polygon([*ring, ring[0]]))):
            assert within_world(wkb)
            assert is_valid(wkb)
            assert geometry.area_km2(wkb) == pytest.approx(cell_km2(360, 75, 90), rel=1e-3)
            pole = geometry.area_from_box(-30, *((88, 30, 90) if sign > 0 else (-90, 30, -88)))
            assert geometry.AreaMatcher(pole).coverage(wkb) == pytest.approx(1)

    def test_a_hole_over_the_antimeridian_stays_a_hole(self):
        area = geometry.area_from_polygons([[box(170, -10, 190, 10), [(175, -5), (-175, -5), (-175, 5), (175, 5)]]])
        expected = cell_km2(20, -10, 10) - cell_km2(10, -5, 5)
        assert geometry.area_km2(area.wkb) == pytest.approx(expected, rel=1e-4)
        assert not geometry.AreaMatcher(area).intersects(geometry.area_from_box(178, -1, -178, 1).wkb)

    def test_holes_stay_with_the_part_that_they_are_in(self):
        rings = [box(160, -10, 200, 10), box(165, -1, 166, 1), box(195, -1, 196, 1)]
        area = geometry.area_from_polygons([rings])
        assert sorted(len(part) for part in geometry.wkb_to_polygons(area.wkb)) == [2, 2]

    def test_a_shape_that_crosses_many_times_is_cut_into_all_its_parts(self):
        comb = [(175, 0), (185, 0), (185, 1), (179, 1), (179, 2), (185, 2), (185, 3), (179, 3), (179, 4), (185, 4)]
        comb += [(185, 5), (175, 5)]
        area = geometry.area_from_polygons([[comb]])
        assert is_valid(area.wkb)
        assert len(geometry.wkb_to_polygons(area.wkb)) == 4, "the back of the comb and three teeth"

    @given(stars())
    @steady
    def test_splitting_changes_no_area(self, ring):
        wkb = geometry.geojson_to_wkb(polygon([(x, max(-90, min(90, y))) for x, y in ring]))
        unsplit = geometry.polygons_to_wkb([[[(x, max(-90, min(90, y))) for x, y in ring]]])
        assert within_world(wkb)
        before, after = (sphere_area(geometry.wkb_to_polygons(one)) for one in (unsplit, wkb))
        assert after == pytest.approx(before, rel=1e-9)

    # validity

    def test_a_crossing_is_named_with_its_place(self):
        bow = [(-9.0, 52.0), (-8.0, 53.0), (-8.0, 52.0), (-9.0, 53.0)]
        assert geometry.crossing_place([[bow]]) == pytest.approx((-8.5, 52.5))
        error = error_of(geometry.area_from_polygons, [[bow]])
        assert (error.kind, error.reason) == (ErrorKind.INVALID_QUERY, Reason.AREA_SELF_CROSSING)
        assert error.parameters == pytest.approx({"longitude": -8.5, "latitude": 52.5})

    def test_a_crossing_beyond_180_is_named_within_it(self):
        bow = [(178, 0), (-178, 2), (-178, 0), (178, 2)]
        longitude, latitude = geometry.crossing_place([[bow]])
        assert (abs(longitude), latitude) == (pytest.approx(180), pytest.approx(1))

    def test_repair_keeps_both_halves_of_a_bow(self):
        bow = [(0, 0), (2, 2), (2, 0), (0, 2)]
        area = geometry.area_from_polygons([[bow]], repair=True)
        assert is_valid(area.wkb)
        assert geometry.area_km2(area.wkb) == pytest.approx(cell_km2(1, 0, 2), rel=1e-3)
        assert geometry.crossing_place(geometry.make_valid([[bow]])) is None

    def test_a_valid_area_has_no_crossing(self):
        assert geometry.crossing_place([[star(50)], [box(0, 0, 1, 1), box(0.2, 0.2, 0.4, 0.4)]]) is None

    @pytest.mark.parametrize(
        "rings",
        [
            [[(0, 0), (4, 0), (4, 4), (2, 4), (2, 2), (1, 3), (2, 4), (0, 4)]],
            [[(0, 0), (4, 0), (4, 4), (4, 6), (4, 4), (0, 4)]],
            [[(0, 0), (0, 0), (4, 0), (4, 0), (4, 4), (0, 4), (0, 0)]],
        ],
        ids=["touches itself", "spike", "repeated positions"],
    )
    def test_what_only_looks_odd_needs_no_consent(self, rings):
        area = geometry.area_from_polygons([rings])
        assert is_valid(area.wkb)
        assert geometry.area_km2(area.wkb) > 0

    def test_polygons_that_overlap_are_one_area(self):
        area = geometry.area_from_polygons([[box(0, 0, 2, 2)], [box(1, 0, 3, 2)]])
        assert is_valid(area.wkb)
        assert geometry.area_km2(area.wkb) == pytest.approx(cell_km2(3, 0, 2), rel=1e-4)

    @pytest.mark.parametrize(
        "polygons",
        [[], [[]], [[[(1, 1), (2, 2)]]], [[[(1, 1), (1, 1), (1, 1), (1, 1)]]], [[[(0, 0), (1, 1), (2, 2), (0, 0)]]]],
    )
    def test_nothing_is_no_area(self, polygons):
        for repair in (False, True):
            error = error_of(geometry.area_from_polygons, polygons, repair=repair)
            assert (error.kind, error.reason) == (ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)

    # simplification

    @given(stars(), st.integers(8, 40))
    @steady
    def test_a_simplified_area_contains_the_original(self, ring, most):
        area = geometry.area_from_polygons([[ring]], repair=True)
        simpler = geometry.simplify_enclosing(area, most)
        assert geometry.vertex_count(simpler.wkb) <= most
        assert is_valid(simpler.wkb)
        assert within_world(simpler.wkb)
        assert contains(simpler.wkb, area.wkb)

    @given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=12), st.integers(8, 30))
    @steady
    def test_many_islands_are_enclosed_together(self, places, most):
        islands = [[box(x, y, x + 0.3, y + 0.2)] for x, y in places]
        area = geometry.area_from_polygons(islands)
        simpler = geometry.simplify_enclosing(area, most)
        assert geometry.vertex_count(simpler.wkb) <= most
        assert is_valid(simpler.wkb)
        assert contains(simpler.wkb, area.wkb)

    @pytest.mark.parametrize("most", [8, 50, 500])
    def test_fifty_thousand_vertices_are_simplified_in_two_seconds(self, most):
        area = geometry.area_from_polygons([[star(50_000, radii=(4.9, 5.0))]])
        begun = time.thread_time()
        simpler = geometry.simplify_enclosing(area, most)
        taken = time.thread_time() - begun
        assert taken < 2
        assert geometry.vertex_count(simpler.wkb) <= most
        assert contains(simpler.wkb, area.wkb)
        assert geometry.area_km2(simpler.wkb) < 1.35 * geometry.area_km2(area.wkb)

    def test_more_vertices_fit_closer(self):
        area = geometry.area_from_polygons([[star(3000, noise=lambda n: (math.sin(n / 40) + 1) / 2)]])
        sizes = [geometry.area_km2(geometry.simplify_enclosing(area, most).wkb) for most in (8, 30, 120, 500)]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[-1] < 1.05 * geometry.area_km2(area.wkb)

    def test_an_area_on_both_sides_of_the_antimeridian_does_not_become_the_world(self):
        area = geometry.area_from_polygons([[star(400, centre=(180, -17))]])
        simpler = geometry.simplify_enclosing(area, 20)
        assert contains(simpler.wkb, area.wkb)
        west, _, east, _ = geometry.bounds(simpler.wkb)
        assert west > 170
        assert east < -170

    def test_what_is_simple_enough_stays_as_it_is(self):
        area = geometry.area_from_polygons([[star(20)]])
        assert geometry.simplify_enclosing(area, 20) is area
        with pytest.raises(ValueError, match="8"):
            geometry.simplify_enclosing(area, 7)

    # coverage

    def test_coverage_is_of_true_area(self):
        northern = geometry.AreaMatcher(geometry.area_from_box(0, 0, 40, 90))
        half = geometry.geojson_to_wkb(polygon(box(-5, 0, 50, 30)))
        assert northern.coverage(half) == pytest.approx(0.5), "sin 30° is a half"

    def test_coverage_of_slanted_footprints_is_exact(self):
        area = geometry.area_from_box(0, 50, 4, 52)
        left = geometry.geojson_to_wkb(polygon([(0, 50), (4, 50), (0, 52), (0, 50)]))
        right = geometry.geojson_to_wkb(polygon([(4, 50), (4, 52), (0, 52), (4, 50)]))
        matcher = geometry.AreaMatcher(area)
        assert matcher.coverage(left) + matcher.coverage(right) == pytest.approx(1, abs=1e-12)
        assert geometry.union_coverage(area, [left, right]) == 1

    def test_all_none_and_part(self):
        matcher = geometry.AreaMatcher(geometry.area_from_box(0, 0, 10, 10))
        around, inside, beside, corner, touching = (
            geometry.geojson_to_wkb(polygon(box(*numbers)))
            for numbers in ((-1, -1, 11, 11), (1, 1, 2, 2), (20, 0, 21, 1), (9, 9, 12, 12), (10, 0, 11, 1))
        )
        assert [matcher.intersects(wkb) for wkb in (around, inside, beside, corner, touching)] == [
            True, True, False, True, True,
        ]  # fmt: skip
        assert matcher.coverage(around) == 1
        assert 0.0099 < matcher.coverage(inside) < 0.0102
        assert matcher.coverage(beside) == matcher.coverage(touching) == 0
        assert matcher.coverage(corner) == pytest.approx(0.0099, rel=0.02)

    def test_footprints_over_the_antimeridian(self):
        fiji = geometry.AreaMatcher(geometry.area_from_box(177, -20, -178, -15))
        half = geometry.geojson_to_wkb(polygon([(179.5, -21), (-170, -21), (-170, -14), (179.5, -14), (179.5, -21)]))
        far = geometry.geojson_to_wkb(polygon(box(0, -21, 10, -14)))
        assert fiji.intersects(half)
        assert fiji.coverage(half) == pytest.approx(0.5)
        assert not fiji.intersects(far)

    def test_a_footprint_that_crosses_itself_still_counts(self):
        matcher = geometry.AreaMatcher(geometry.area_from_box(0, 0, 2, 2))
        bow = geometry.geojson_to_wkb(polygon([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]))
        assert matcher.intersects(bow)
        assert matcher.coverage(bow) == pytest.approx(0.5, rel=1e-3)
        assert matcher.union_coverage([bow, bow]) == pytest.approx(0.5, rel=1e-3)

    @given(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=9), st.sampled_from([0, 175, -180]))
    @settings(steady, max_examples=150)
    def test_any_scribble_covers_what_its_repair_covers(self, places, longitude):
        ring = [(x + longitude, y) for x, y in places]
        footprint = geometry.geojson_to_wkb(polygon([*ring, ring[0]]))
        matcher = geometry.AreaMatcher(geometry.area_from_box(longitude - 6, -6, longitude + 6, 6))
        share = matcher.coverage(footprint)
        failure = failure_of(lambda polygons: geometry.area_from_polygons(polygons, repair=True), [[ring]])
        if failure is None:
            repaired = geometry.area_from_polygons([[ring]], repair=True)
            assert is_valid(repaired.wkb)
            assert share == pytest.approx(matcher.coverage(repaired.wkb), abs=1e-6)
        else:
            assert share < 1e-3, "a line or a point"

    def test_a_figure_of_eight_whose_halves_cancel_out_is_no_line(self):
        ring = [(175, 1), (181, 6), (176, 1), (175, 6), (175, 1)]
        footprint = geometry.geojson_to_wkb(polygon(ring))
        matcher = geometry.AreaMatcher(geometry.area_from_box(169, -6, 181, 6))
        repaired = geometry.area_from_polygons([[ring]], repair=True)
        assert matcher.coverage(footprint) == pytest.approx(matcher.coverage(repaired.wkb), abs=1e-6)

    def test_footprints_that_cannot_be_read_cover_nothing(self):
        matcher = geometry.AreaMatcher(geometry.area_from_box(0, 0, 2, 2))
        for garbage in (b"", b"\x01", b"\x01\x03\x00\x00\x00\xff\xff\xff\xff", b"nonsense" * 9):
            assert not matcher.intersects(garbage)
            assert matcher.coverage(garbage) == 0
        half = geometry.area_from_box(0, 0, 1, 2).wkb
        assert matcher.union_coverage([b"", half, b"\x01"]) == pytest.approx(0.5)
        assert matcher.union_coverage([]) == 0

    def test_two_that_overlap_are_not_counted_twice(self):
        area = geometry.area_from_box(0, 0, 2, 1)
        parts = [
            geometry.area_from_box(*numbers).wkb for numbers in ((0, 0, 1, 1), (0.5, 0, 1.5, 1), (-9, -9, -8, -8))
        ]
        assert geometry.union_coverage(area, parts) == pytest.approx(0.75)

    def test_one_matcher_serves_several_threads(self):
        matcher = geometry.AreaMatcher(geometry.area_from_polygons([[star(2000)]]))
        footprint = geometry.area_from_box(4, 39, 6, 41).wkb
        results = []

        def ask():
            results.extend(round(matcher.coverage(footprint), 12) for _ in range(300))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(results) == 1200
        assert len(set(results)) == 1

    def test_a_huge_area_is_matched_as_quickly_and_nearly_as_exactly(self):
        """Fifty thousand corners: touching is exact, shares are right to a thousandth."""
        ring = star(50_000, (0, 45), (11.9, 12))
        area = geometry.area_from_polygons([[ring]])
        matcher = geometry.AreaMatcher(area)
        footprints = [geometry.geojson_to_wkb(item) for item in _catalogue(1000)]
        begun = time.thread_time()
        shares = [matcher.coverage(footprint) for footprint in footprints]
        assert time.thread_time() - begun < 1
        disc = geometry.AreaMatcher(geometry.area_from_polygons([[star(360, (0, 45), (11.95, 11.95))]]))
        assert max(shares) > 0
        for footprint, share in zip(footprints, shares):
            assert share == pytest.approx(disc.coverage(footprint), abs=1e-3)
        assert matcher.coverage(geometry.area_from_box(-20, 20, 20, 70).wkb) == 1
        x, y = max(ring)
        assert matcher.intersects(geometry.area_from_box(x, y - 1e-3, x + 1, y + 1e-3).wkb)

    def test_ten_thousand_footprints_are_matched_in_a_second(self):
        matcher = geometry.AreaMatcher(geometry.area_from_polygons([[star(14, (0, 45), (8, 15))]]))
        footprints = [geometry.geojson_to_wkb(item) for item in _catalogue(10_000)]
        begun = time.thread_time()
        found = [matcher.coverage(footprint) for footprint in footprints if matcher.intersects(footprint)]
        taken = time.thread_time() - begun
        assert len(found) > 1000
        assert taken < 1

    # GeoJSON

    def test_ten_thousand_footprints_are_packed_in_a_seventh_of_a_second(self):
        items = _catalogue(10_000)
        taken = []
        for _ in range(5):
            begun = time.thread_time()
            for item in items:
                geometry.geojson_to_wkb(item)
            taken.append(time.thread_time() - begun)
        assert min(taken) <= 0.15

    def test_heights_are_dropped_and_rings_closed(self):
        ring = [[0, 0, 7], [1, 0, 7], [1, 1, 7], [0, 1, 7]]
        wkb = geometry.geojson_to_wkb({"type": "Polygon", "coordinates": [ring]})
        assert geometry.wkb_to_polygons(wkb) == [[box(0, 0, 1, 1)]]

    def test_several_polygons(self):
        multi = {"type": "MultiPolygon", "coordinates": [[box(0, 0, 1, 1)], [box(178, 0, 182, 1)]]}
        assert len(geometry.wkb_to_polygons(geometry.geojson_to_wkb(multi))) == 3

    def test_a_collection_becomes_one_surface(self):
        parts = [polygon(box(0, 0, 2, 1)), polygon(box(1, 0, 3, 1)), {"type": "Point", "coordinates": [9, 9]}]
        wkb = geometry.geojson_to_wkb({"type": "GeometryCollection", "geometries": parts})
        assert is_valid(wkb)
        assert geometry.area_km2(wkb) == pytest.approx(cell_km2(3, 0, 1), rel=1e-4)

    @pytest.mark.parametrize(
        ("kind", "coordinates", "place"),
        [
            ("Point", [5, 50], (5, 50)),
            ("MultiPoint", [[5, 50], [6, 51]], (6, 51)),
            ("LineString", [[5, 50], [7, 50]], (6, 50)),
            ("MultiLineString", [[[5, 50], [7, 50]], [[0, 0], [1, 1]]], (0.5, 0.5)),
            ("Polygon", [[[5, 50], [7, 50], [5, 50]]], (6, 50)),
            ("LineString", [[179, 0], [-179, 0]], (-179.5, 0)),
            ("Point", [0, 90], (0, 89.99995)),
        ],
    )
    def test_points_and_lines_become_something_that_can_be_seen(self, kind, coordinates, place):
        wkb = geometry.geojson_to_wkb({"type": kind, "coordinates": coordinates})
        assert within_world(wkb)
        assert is_valid(wkb)
        assert 0 < geometry.area_km2(wkb) < 20
        x, y = place
        near = geometry.AreaMatcher(geometry.area_from_box(x - 1e-5, y - 1e-5, x + 1e-5, y + 1e-5))
        assert near.intersects(wkb)

    @pytest.mark.parametrize(
        "geojson",
        [
            {},
            {"type": "Polygon"},
            {"type": "Polygon", "coordinates": None},
            {"type": "Polygon", "coordinates": []},
            {"type": "Polygon", "coordinates": [[]]},
            {"type": "MultiPolygon", "coordinates": []},
            {"type": "Polygon", "coordinates": [[["0", 0], [1, 0], [1, 1], ["0", 0]]]},
            {"type": "Polygon", "coordinates": [[[float("nan"), 0], [1, 0], [1, 1], [0, 0]]]},
            {"type": "Polygon", "coordinates": [[[10**400, 0], [1, 0], [1, 1], [10**400, 0]]]},
            {"type": "Polygon", "coordinates": [[[500000, 5000000], [600000, 5000000], [600000, 5100000]]]},
            {"type": "GeometryCollection", "geometries": []},
            {"type": "Feature", "geometry": polygon(box(0, 0, 1, 1))},
            {"type": ["Polygon"], "coordinates": [box(0, 0, 1, 1)]},
            None,
            [],
            "POLYGON EMPTY",
        ],
    )
    def test_what_is_no_geometry_is_a_bad_answer(self, geojson):
        error = error_of(geometry.geojson_to_wkb, geojson)
        assert (error.kind, error.reason) == (ErrorKind.BAD_ANSWER, Reason.MISSING_KEY)

    def test_a_bottomless_collection_is_a_bad_answer(self):
        inner = {"type": "Point", "coordinates": [0, 0]}
        for _ in range(3000):
            inner = {"type": "GeometryCollection", "geometries": [inner]}
        assert error_of(geometry.geojson_to_wkb, inner).kind is ErrorKind.BAD_ANSWER

    @given(
        anything
        | st.fixed_dictionaries({"type": kinds, "coordinates": nearly}, optional={"geometries": st.lists(anything)})
    )
    @settings(steady, max_examples=400)
    def test_any_json_is_either_a_footprint_or_a_bad_answer(self, geojson):
        failure = failure_of(geometry.geojson_to_wkb, geojson)
        assert failure in (None, ErrorKind.BAD_ANSWER)
        if failure is None:
            assert within_world(geometry.geojson_to_wkb(geojson))

    def test_geojson_turns_as_the_standard_wants(self):
        clockwise = [box(0, 0, 4, 4)[::-1], box(1, 1, 2, 2)]
        written = geometry.wkb_to_geojson(geometry.polygons_to_wkb([clockwise]))
        assert written["type"] == "Polygon"
        outer, hole = written["coordinates"]
        assert plane_area([tuple(position) for position in outer]) > 0
        assert plane_area([tuple(position) for position in hole]) < 0
        assert json.loads(json.dumps(written)) == written

    def test_geojson_of_a_split_area_is_read_back_the_same(self):
        area = geometry.area_from_polygons([[star(30, centre=(180, 10))]])
        written = geometry.wkb_to_geojson(area.wkb)
        assert written["type"] == "MultiPolygon"
        again = Area(geometry.geojson_to_wkb(written))
        assert geometry.area_km2(again.wkb) == pytest.approx(geometry.area_km2(area.wkb))
        assert geometry.bounds(again.wkb) == geometry.bounds(area.wkb)

    def test_bounds_leave_out_the_widest_gap_only_where_180_is_touched(self):
        apart = geometry.area_from_polygons([[box(-170, 0, -160, 5)], [box(160, 0, 170, 5)]])
        assert geometry.bounds(apart.wkb) == (-170, 0, 170, 5)
        assert error_of(geometry.bounds, geometry.polygons_to_wkb([])).reason is Reason.AREA_EMPTY


def failure_of(call, argument):
    try:
        call(argument)
    except AccessError as error:
        return error.kind
    return None


def _catalogue(count):
    items = []
    for n in range(count):
        x, y = -20 + n * 7919 % 4000 / 100, 30 + n * 104729 % 3000 / 100
        ring = [[x, y], [x + 1, y - 0.1], [x + 1.4, y + 0.5], [x + 1.2, y + 1.1], [x, y + 1], [x, y]]
        items.append({"type": "Polygon", "coordinates": [ring]})
    return items
