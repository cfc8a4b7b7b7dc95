"""What matches a query exactly."""

from __future__ import annotations

import datetime as dt

import pytest

from copernicus_plugin.adapters.filtering import ExactFilter, fits, within_period
from copernicus_plugin.model.geometry import area_from_box
from copernicus_plugin.model.query import Choice, Period, Query, Range

JUNE = Period.of_days(dt.date(2026, 6, 1), dt.date(2026, 6, 30))


@pytest.mark.parametrize(
    ("name", "value", "wanted", "expected"),
    [
        ("eo:cloud_cover", 20, Range(maximum=20), True),
        ("eo:cloud_cover", 20.01, Range(maximum=20), False),
        ("eo:cloud_cover", 0, Range(0, 0), True),
        ("eo:cloud_cover", None, Range(maximum=20), False),
        ("eo:cloud_cover", "12.5", Range(10, 20), True),
        ("eo:cloud_cover", "much", Range(10, 20), False),
        ("eo:cloud_cover", True, Range(0, 20), False),
        ("platform", "Sentinel-2A", Choice(("sentinel-2a",)), True),
        ("platform", "sentinel-2b", Choice(("sentinel-2a", "sentinel-2b")), True),
        ("platform", "sentinel-2c", Choice(("sentinel-2a", "sentinel-2b")), False),
        ("grid:code", "mgrs-31uft", Choice(("MGRS-31UFT",)), False),
        ("sat:relative_orbit", 51, Choice((51,)), True),
        ("sat:relative_orbit", "51", Choice((51,)), True),
        ("sat:relative_orbit", 51.0, Choice(("51.0",)), True),
        ("sar:polarizations", ["VV", "VH"], Choice(("VH",)), True),
        ("sar:polarizations", ["HH"], Choice(("VV", "VH")), False),
        ("sar:polarizations", [], Choice(("VV",)), False),
        ("x", {"a": 1}, Choice(("a",)), False),
        ("x", False, Choice((0,)), False),
    ],
)
def test_a_value_fits_a_filter_or_not(name, value, wanted, expected):
    assert fits(name, value, wanted) is expected


@pytest.mark.parametrize(
    ("properties", "inside"),
    [
        ({"datetime": "2026-06-01T00:00:00Z"}, True),
        ({"datetime": "2026-06-30T23:59:59Z"}, True),
        ({"datetime": "2026-07-01T00:00:00Z"}, False),
        ({"datetime": "2026-07-01T01:00:00+02:00"}, True),
        ({"datetime": None, "start_datetime": "2026-05-31T23:00:00Z", "end_datetime": "2026-06-01T01:00:00Z"}, True),
        ({"datetime": None, "start_datetime": "2026-01-01T00:00:00Z", "end_datetime": "2026-12-31T00:00:00Z"}, True),
        ({"datetime": None, "start_datetime": "2026-07-01T00:00:00Z"}, False),
        ({"end_datetime": "2026-06-03T00:00:00Z"}, True),
        ({"datetime": "yesterday"}, False),
        ({}, False),
    ],
)
def test_the_period_has_both_its_ends(properties, inside):
    assert within_period(properties, JUNE) is inside


def test_an_open_period_has_one_end():
    assert within_period({"datetime": "2030-01-01T00:00:00Z"}, Period(JUNE.start))
    assert not within_period({"datetime": "2020-01-01T00:00:00Z"}, Period(JUNE.start))


def test_coverage_is_the_share_of_the_area():
    wanted = ExactFilter(Query("x", area_from_box(0, -1, 2, 1)))
    assert wanted.match(area_from_box(0, -1, 1, 1).wkb, {}).coverage == pytest.approx(0.5)
    assert wanted.match(area_from_box(5, 5, 6, 6).wkb, {}) is None
    assert wanted.match(b"", {}) is None
    assert ExactFilter(Query("x")).match(b"", {}).coverage is None


def test_a_collection_without_time_is_not_asked_when():
    assert ExactFilter(Query("x", period=JUNE), timeless=True).match(b"", {}) is not None
    assert ExactFilter(Query("x", period=JUNE)).match(b"", {}) is None
