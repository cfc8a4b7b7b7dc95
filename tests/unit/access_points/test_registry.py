from __future__ import annotations

import json
import re
import time

import pytest

from copernicus_plugin.access_points.protocols import PROTOCOLS, SEARCHING_PROTOCOLS
from copernicus_plugin.access_points.registry import HERE, load_registry
from copernicus_plugin.model.access_point import AccountKind, Group, State
from copernicus_plugin.model.collection import FilterKind, Theme


@pytest.fixture
def place():
    """A small file that is right."""
    return {
        "id": "mine",
        "title": "My place",
        "short_title": "Mine",
        "group": "user",
        "operator": "me",
        "status": {"state": "active"},
        "links": {},
        "account": {"kind": "none"},
        "endpoints": [
            {"protocol": "stac", "url": "https://stac.example.org", "collections": {"sentinel-2-l2a": "s2"}},
        ],
    }


def put(folder, content, name=None):
    path = folder / f"{name or content['id']}.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def faults_of(folder):
    return [(fault.file.rpartition("/")[2], fault.key, fault.reason) for fault in load_registry(HERE, folder).faults]


# what is bundled


def test_the_bundled_files_have_no_fault():
    registry = load_registry()
    assert list(registry.faults) == []
    bundled = {"cdse", "contributing_missions", "earth_search", "open_access_hub", "planetary_computer"}
    assert bundled <= registry.access_points.keys()


def test_reading_everything_is_quick():
    load_registry()
    begun = time.thread_time()
    load_registry()
    assert time.thread_time() - begun < 0.05


def test_who_holds_what():
    registry = load_registry()

    def holders(collection):
        return [place.id for place in registry.holding(collection)]

    assert holders("sentinel-2-l2a") == ["cdse", "earth_search", "planetary_computer"]
    assert holders("cop-dem-glo-30") == ["cdse", "earth_search", "planetary_computer"]
    assert holders("sentinel-2-l1c") == ["cdse", "earth_search"]
    assert holders("sentinel-1-rtc") == ["planetary_computer"]
    assert holders("ccm-optical") == holders("ccm-sar") == holders("cop-dem-eea-10") == ["contributing_missions"]
    assert holders("no such thing") == []


def test_every_collection_is_somewhere():
    registry = load_registry()
    assert [name for name in registry.collections if not registry.holding(name)] == []


def test_every_place_says_who_may_do_what():
    for place in load_registry().access_points.values():
        assert place.origin == "bundled"
        assert place.links.home
        assert place.links.licence
        assert place.rights.count(".") >= 1
        assert len(place.short_title) <= 24
        assert (place.account.kind is AccountKind.NONE) == (not place.account.sent_to)
        if place.account.kind is not AccountKind.NONE:
            assert "search" not in place.account.needed_for
            assert place.links.register


def test_collections_say_what_a_user_sees():
    registry = load_registry()
    s2 = registry.collections["sentinel-2-l2a"]
    assert (s2.title, s2.theme, s2.group, s2.level) == ("Sentinel-2 L2A", Theme.SATELLITE, "Sentinel-2", "L2A")
    assert s2.description == "Surface reflectance, 10–60 m, every 5 days, since 2015"
    assert s2.attribution == "Contains modified Copernicus Sentinel data {year}"
    assert [definition.property for definition in s2.filters] == [
        "eo:cloud_cover",
        "sat:relative_orbit",
        "grid:code",
        "platform",
    ]
    cloud = s2.filters[0]
    assert (cloud.kind, cloud.minimum, cloud.maximum, cloud.unit) == (FilterKind.RANGE, 0, 100, "%")
    dem = registry.collections["cop-dem-glo-30"]
    assert dem.timeless
    assert not dem.cloud_cover
    assert "© DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH 2014-2018" in dem.attribution


def test_filters_make_sense():
    for collection in load_registry().collections.values():
        properties = [definition.property for definition in collection.filters]
        assert len(set(properties)) == len(properties)
        assert collection.cloud_cover == ("eo:cloud_cover" in properties)
        for definition in collection.filters:
            if definition.kind is FilterKind.CHOICE:
                assert definition.choices, definition
            if definition.kind is FilterKind.RANGE:
                assert definition.minimum < definition.maximum, definition
                assert definition.default is None or definition.minimum <= definition.default <= definition.maximum
            if definition.kind is FilterKind.LIST:
                assert definition.example, definition
                if definition.pattern:
                    assert re.fullmatch(definition.pattern, definition.example)


@pytest.mark.parametrize(("tile", "right"), [
    ("29UNU", True), ("1CCV", True), ("01CCV", True), ("60XWS", True), ("61UNU", False), ("29INU", False),
    ("29UNW", False), ("29unu", False), ("T29UNU", False), ("00CCV", False),
])  # fmt: skip
def test_which_tiles_there_are(tile, right):
    definition = next(f for f in load_registry().collections["sentinel-2-l2a"].filters if f.property == "grid:code")
    assert definition.prefix == "MGRS-"
    assert bool(re.fullmatch(definition.pattern, tile)) is right


def test_presets_can_be_drawn():
    for collection in load_registry().collections.values():
        assert collection.default_assets
        assert len({preset.id for preset in collection.presets}) == len(collection.presets)
        for preset in collection.presets:
            assert preset.assets or len(preset.bands) in (1, 3), preset
            assert preset.style != "classes" or preset.classes, preset
            if preset.stretch:
                assert preset.stretch[0] < preset.stretch[1]


def test_scene_classification_has_the_twelve_official_classes():
    presets = load_registry().collections["sentinel-2-l2a"].presets
    classes = next(preset for preset in presets if preset.id == "scene_classification").classes
    assert [value for value, _, _ in classes] == list(range(12))
    assert {value: title for value, _, title in classes}[6] == "Water"


def test_what_recorded_items_need_is_in_the_dialects():
    registry = load_registry()
    search, planetary = (
        registry.access_points[name].endpoints[0].dialect for name in ("earth_search", "planetary_computer")
    )
    orbit = search["derived_properties"]["sat:relative_orbit"]
    name = "S2B_MSIL2A_20250731T130249_N0511_R095_T24MVV_20250731T132745.SAFE"
    assert int(re.search(orbit["pattern"], name)[1]) == 95
    rewritten = {rule["from"]: rule["to"] for rule in search["asset_rewrite"]}
    assert rewritten["s3://copernicus-dem-30m/"] == "https://copernicus-dem-30m.s3.amazonaws.com/"
    assert not any(start.startswith(("s3://sentinel-s2-l1c", "s3://sentinel-s1-l1c")) for start in rewritten)
    assert planetary["property_values"]["platform"]["sentinel-2b"] == "Sentinel-2B"
    assert planetary["derived_properties"]["grid:code"] == {"from": "s2:mgrs_tile", "template": "MGRS-{value}"}
    assert planetary["signing"]["except"] == ["ai4edatasetspublicassets"]


def test_protocols_that_search_are_known_ones():
    assert PROTOCOLS.keys() >= SEARCHING_PROTOCOLS
    assert "stac" in SEARCHING_PROTOCOLS


# a user's folder


def test_a_user_adds_a_place(tmp_path, place):
    path = put(tmp_path, place)
    registry = load_registry(HERE, tmp_path)
    mine = registry.access_points["mine"]
    assert (mine.title, mine.group, mine.status.state, mine.origin) == (
        "My place",
        Group.USER,
        State.ACTIVE,
        str(path),
    )
    assert [one.id for one in registry.holding("sentinel-2-l2a")] == [
        "cdse",
        "earth_search",
        "planetary_computer",
        "mine",
    ]


def test_a_users_file_takes_the_place_of_a_bundled_one(tmp_path, place):
    put(tmp_path, {**place, "id": "earth_search", "title": "A mirror"})
    registry = load_registry(HERE, tmp_path)
    assert registry.access_points["earth_search"].title == "A mirror"
    assert list(registry.faults) == []


def test_a_users_bad_file_leaves_the_bundled_one(tmp_path, place):
    put(tmp_path, {**place, "id": "earth_search", "title": ""})
    registry = load_registry(HERE, tmp_path)
    assert registry.access_points["earth_search"].origin == "bundled"
    assert [fault.key for fault in registry.faults] == ["title"]


def test_a_users_collections_add_and_override(tmp_path):
    whole = json.loads((HERE / "collections.json").read_text(encoding="utf-8"))
    mine = {**whole["collections"]["sentinel-2-l2a"], "title": "Mine"}
    put(
        tmp_path,
        {"collections": {"sentinel-2-l2a": mine, "my-data": mine, "bad": {**mine, "theme": "sea"}}},
        "collections",
    )
    registry = load_registry(HERE, tmp_path)
    assert registry.collections["sentinel-2-l2a"].title == registry.collections["my-data"].title == "Mine"
    assert "sentinel-2-l1c" in registry.collections
    assert "bad" not in registry.collections
    assert [(fault.key, fault.reason[:5]) for fault in registry.faults] == [("collections.bad.theme", "'sea'")]


def test_a_folder_that_is_not_there_is_no_fault(tmp_path):
    assert list(load_registry(HERE, tmp_path / "nowhere").faults) == []


# faults


def test_a_fault_names_file_key_and_reason(tmp_path, place):
    place["endpoints"][0]["url"] = "stac.example.org"
    place["endpoints"][0]["dialect"] = {"largest_pages": 3}
    place["status"]["state"] = "activ"
    del place["operator"]
    path = put(tmp_path, place)
    faults = load_registry(HERE, tmp_path).faults
    assert [(fault.key, fault.reason) for fault in faults] == [
        ("operator", "is missing"),
        ("status.state", "'activ' is not one of active, superseded, restricted, closed"),
        ("endpoints[0].url", "'stac.example.org' is not an http or https address"),
        ("endpoints[0].dialect.largest_pages", "is not a known key; is 'largest_page' meant?"),
    ]
    assert {fault.file for fault in faults} == {str(path)}
    assert str(faults[0]) == f"{path}: operator is missing"


def test_one_bad_file_does_not_prevent_the_others(tmp_path, place):
    put(tmp_path, "{not json", "broken")
    put(tmp_path, "[1, 2]", "list")
    put(tmp_path, "\ufeff{}", "marked")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.json").mkdir()
    put(tmp_path, '{"id": NaN}', "number")
    put(tmp_path, "[" * 100_000, "deep")
    put(tmp_path, place)
    registry = load_registry(HERE, tmp_path)
    assert "mine" in registry.access_points
    broken = {fault.file.rpartition("/")[2] for fault in registry.faults}
    assert broken == {
        "broken.json",
        "list.json",
        "marked.json",
        "binary.json",
        "folder.json",
        "number.json",
        "deep.json",
    }


def test_the_file_is_called_as_its_id(tmp_path, place):
    put(tmp_path, place, "other")
    assert faults_of(tmp_path) == [("other.json", "id", "is 'mine', but the file is called 'other.json'")]
    assert "mine" not in load_registry(HERE, tmp_path).access_points


def test_a_key_that_is_there_twice_is_a_fault(tmp_path, place):
    put(tmp_path, json.dumps(place)[:-1] + ', "title": "Again"}', "mine")
    assert faults_of(tmp_path) == [("mine.json", "title", "is there twice")]


def test_a_collection_that_does_not_exist_is_left_out(tmp_path, place):
    place["endpoints"][0]["collections"]["sentinel-9"] = "s9"
    put(tmp_path, place)
    assert faults_of(tmp_path) == [
        ("mine.json", "endpoints[0].collections.sentinel-9", "there is no collection 'sentinel-9'")
    ]
    assert load_registry(HERE, tmp_path).access_points["mine"].endpoints[0].collections == {"sentinel-2-l2a": "s2"}


def test_successors_and_predecessors_must_exist(tmp_path, place):
    place["status"] = {"state": "superseded", "successors": ["earth_search", "nobody"]}
    place["replaces"] = ["mine", "planetary_computer"]
    put(tmp_path, place)
    assert faults_of(tmp_path) == [
        ("mine.json", "status.successors[1]", "there is no other access point 'nobody'"),
        ("mine.json", "replaces[0]", "there is no other access point 'mine'"),
    ]
    mine = load_registry(HERE, tmp_path).access_points["mine"]
    assert (mine.status.successors, mine.replaces) == (("earth_search",), ("planetary_computer",))


@pytest.mark.parametrize("host", ["*", "*.com", "*.", "https://a.example", "a.example/x", "a b", ""])
def test_credentials_go_to_named_hosts_only(tmp_path, place, host):
    place["account"] = {"kind": "basic", "needed_for": ["download"], "sent_to": [host]}
    put(tmp_path, place)
    assert [key for _, key, _ in faults_of(tmp_path)] == ["account.sent_to[0]"]


def test_an_account_says_where_its_credentials_go(tmp_path, place):
    place["account"] = {"kind": "basic", "needed_for": ["download"]}
    put(tmp_path, place)
    assert faults_of(tmp_path) == [("mine.json", "account.sent_to", "is missing")]


def test_an_account_keeps_the_details_of_its_kind(tmp_path, place):
    place["account"] = {
        "kind": "oidc_password",
        "needed_for": ["download"],
        "sent_to": ["*.example.org"],
        "issuer": "https://id.example.org",
        "one_time_code": True,
    }
    put(tmp_path, place)
    account = load_registry(HERE, tmp_path).access_points["mine"].account
    assert account.kind is AccountKind.OIDC_DIRECT
    assert account.details == {"issuer": "https://id.example.org", "one_time_code": True}
    assert account.sent_to == ("*.example.org",)


def test_closed_places_hold_nothing(tmp_path, place):
    place["status"] = {"state": "closed", "until": "2023-10-31"}
    put(tmp_path, place)
    registry = load_registry(HERE, tmp_path)
    assert "mine" not in [one.id for one in registry.holding("sentinel-2-l2a")]
    assert registry.access_points["mine"].status.until == "2023-10-31"


@pytest.mark.parametrize(("needed_for", "holds"), [(["download"], True), ([], True), (["search", "download"], False)])
def test_a_restricted_place_holds_what_everybody_may_search(tmp_path, place, needed_for, holds):
    place["status"] = {"state": "restricted"}
    place["account"] = {"kind": "basic", "needed_for": needed_for, "sent_to": ["stac.example.org"]}
    put(tmp_path, place)
    found = [one.id for one in load_registry(HERE, tmp_path).holding("sentinel-2-l2a")]
    assert ("mine" in found) is holds


def test_an_account_of_another_place_must_be_there(tmp_path, place):
    account = {"kind": "oidc_password", "needed_for": ["download"], "sent_to": ["*.example.org"]}
    put(tmp_path, {**place, "account": {**account, "of": "cdse"}})
    put(tmp_path, {**place, "id": "lost", "account": {**account, "of": "nowhere"}})
    put(tmp_path, {**place, "id": "chain", "account": {**account, "of": "mine"}})
    put(tmp_path, {**place, "id": "kind", "account": {**account, "kind": "basic", "of": "cdse"}})
    assert sorted(faults_of(tmp_path)) == [
        ("chain.json", "account.of", "'mine' has no account of its own of kind oidc_password"),
        ("kind.json", "account.of", "'cdse' has no account of its own of kind basic"),
        ("lost.json", "account.of", "there is no other access point 'nowhere'"),
    ]
    assert load_registry(HERE, tmp_path).access_points["mine"].account.of == "cdse"


def test_an_endpoint_that_cannot_be_searched_holds_nothing(tmp_path, place):
    place["endpoints"][0]["protocol"] = "wms"
    put(tmp_path, place)
    registry = load_registry(HERE, tmp_path)
    assert list(registry.faults) == []
    assert "mine" not in [one.id for one in registry.holding("sentinel-2-l2a")]
