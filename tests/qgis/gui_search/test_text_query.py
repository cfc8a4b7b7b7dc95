"""The search as one line of text."""

from __future__ import annotations

import datetime as dt

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.gui.search_tab.completion import matches
from copernicus_plugin.gui.search_tab.text_query import (
    MistakeKind,
    SearchText,
    format_search,
    parse_search,
    parse_values,
)
from copernicus_plugin.model.collection import Collection, FilterDefinition, FilterKind, Theme
from copernicus_plugin.model.query import Choice, Range

COLLECTIONS = load_registry().collections
S2 = COLLECTIONS["sentinel-2-l2a"]


def parse(text):
    return parse_search(text, COLLECTIONS)


def test_the_whole_line_is_understood():
    found = parse(
        "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60 orbit=23,123 tile=29UNU bbox=-9.42,52.31,-7.65,53.22"
    )
    assert found.mistakes == ()
    assert found.collection == "sentinel-2-l2a"
    assert (found.first, found.last) == (dt.date(2026, 8, 22), dt.date(2026, 11, 22))
    assert found.filters == {
        "eo:cloud_cover": Range(None, 60),
        "sat:relative_orbit": Choice((23, 123)),
        "grid:code": Choice(("MGRS-29UNU",)),
    }
    assert found.box == (-9.42, 52.31, -7.65, 53.22)


@pytest.mark.parametrize(
    "text",
    [
        "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60 orbit=23,123 tile=29UNU bbox=-9.42,52.31,-7.65,53.22",
        "sentinel-2-l2a 2026-08-22/.. cloud=10..60",
        "sentinel-2-l2a ../2026-11-22 cloud>=5 platform=sentinel-2a,sentinel-2c",
        "sentinel-2-l2a bbox=170,-20,-170,-10",
        "sentinel-2-l2a",
        "",
    ],
)
def test_what_is_read_is_written_again(text):
    assert format_search(parse(text), S2) == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("cloud<=60 sentinel-2-l2a", "sentinel-2-l2a cloud<=60"),
        ("SENTINEL-2-L2A tile=29unu", "sentinel-2-l2a tile=29UNU"),
        ("sentinel-2-l2a tile=MGRS-29UNU", "sentinel-2-l2a tile=29UNU"),
        ("sentinel-2-l2a cloud>=5 cloud<=60", "sentinel-2-l2a cloud=5..60"),
        ("sentinel-2-l2a eo:cloud_cover<=60%", "sentinel-2-l2a cloud<=60"),
        ("sentinel-2-l2a 2026-08-22", "sentinel-2-l2a 2026-08-22/2026-08-22"),
        ('sentinel-2-l2a platform="Sentinel-2A"', "sentinel-2-l2a platform=sentinel-2a"),
    ],
)
def test_other_ways_to_write_it(text, same):
    found = parse(text)
    assert found.mistakes == ()
    assert format_search(found, S2) == same


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("sentinel-9 2026-01-01", "sentinel-9", MistakeKind.UNKNOWN_COLLECTION),
        ("sentinel-2-l2a nonsense", "nonsense", MistakeKind.UNKNOWN_WORD),
        ("sentinel-2-l2a clowd<=60", "clowd<=60", MistakeKind.UNKNOWN_FILTER),
        ("sentinel-2-l2a 2026-13-01/2026-12-01", "2026-13-01/2026-12-01", MistakeKind.NOT_A_DAY),
        ("sentinel-2-l2a cloud<=many", "cloud<=many", MistakeKind.NOT_A_NUMBER),
        ("sentinel-2-l2a cloud<=160", "cloud<=160", MistakeKind.OUT_OF_RANGE),
        ("sentinel-2-l2a cloud=60..10", "cloud=60..10", MistakeKind.NOT_A_RANGE),
        ("sentinel-2-l2a orbit=900", "orbit=900", MistakeKind.OUT_OF_RANGE),
        ("sentinel-2-l2a orbit=x", "orbit=x", MistakeKind.NOT_A_NUMBER),
        ("sentinel-2-l2a tile=29", "tile=29", MistakeKind.NOT_A_CHOICE),
        ("sentinel-2-l2a platform=landsat", "platform=landsat", MistakeKind.NOT_A_CHOICE),
        ("sentinel-2-l2a orbit<=23", "orbit<=23", MistakeKind.NOT_A_RANGE),
        ("sentinel-2-l2a bbox=1,2,3", "bbox=1,2,3", MistakeKind.NOT_A_BOX),
        ("sentinel-2-l2a bbox=1,50,3,40", "bbox=1,50,3,40", MistakeKind.NOT_A_BOX),
        ("sentinel-2-l2a bbox=nan,1,2,3", "bbox=nan,1,2,3", MistakeKind.NOT_A_BOX),
        ("sentinel-2-l2a cloud<=60 cloud<=50", "cloud<=50", MistakeKind.TWICE),
        ("cop-dem-glo-30 2026-01-01/2026-02-01", "2026-01-01/2026-02-01", MistakeKind.NO_TIME),
    ],
)
def test_a_mistake_is_found_where_it_stands(text, word, kind):
    (mistake,) = parse(text).mistakes
    assert text[mistake.start : mistake.start + mistake.length] == word
    assert mistake.kind is kind


def test_a_period_may_be_turned_round_because_the_form_says_so():
    found = parse("sentinel-2-l2a 2026-11-22/2026-08-22")
    assert found.mistakes == ()
    assert found.first > found.last


def test_a_short_word_that_two_filters_share_is_not_used():
    both = (
        FilterDefinition("eo:cloud_cover", "Cloud", FilterKind.RANGE),
        FilterDefinition("s2:cloud_cover", "Cloud too", FilterKind.RANGE),
    )
    collection = Collection("c", "C", Theme.LAND, filters=both)
    text = format_search(SearchText("c", filters={"s2:cloud_cover": Range(None, 5)}), collection)
    assert text == "c s2:cloud_cover<=5"
    assert parse_search(text, {"c": collection}).filters == {"s2:cloud_cover": Range(None, 5)}


def test_a_field_of_its_own_reads_values_and_finds_the_first_mistake():
    orbit = next(definition for definition in S2.filters if definition.property == "sat:relative_orbit")
    assert parse_values(orbit, " 23, 123 ; 23") == (Choice((23, 123)), None)
    assert parse_values(orbit, "  ") == (None, None)
    value, mistake = parse_values(orbit, "23, x")
    assert value is None
    assert (mistake.start, mistake.word) == (4, "x")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sent 2", "sentinel-2-l2a"),
        ("2 sent", "sentinel-2-l2a"),
        ("l2a", "sentinel-2-l2a"),
        ("elev", "cop-dem-glo-30"),
    ],
)
def test_words_in_any_order_find_collections(typed, first):
    assert matches(COLLECTIONS.values(), typed)[0].id == first


def test_one_letter_is_too_few_and_a_number_is_meant_whole():
    assert matches(COLLECTIONS.values(), "s") == []
    assert all("2" in collection.title for collection in matches(COLLECTIONS.values(), "sent 2"))


def test_found_collections_are_grouped_by_theme():
    order = [list(Theme).index(collection.theme) for collection in matches(COLLECTIONS.values(), "cop")]
    assert order == sorted(order)
