"""The footprint layer as a user sees it: on the map, in the layer tree, in a reopened project."""

from __future__ import annotations

import threading
import time
from statistics import median

import pytest
from qgis.core import QgsDateTimeRange, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, Qt, QTime

from copernicus_plugin.host.compat import attribution
from copernicus_plugin.layers.footprints import FootprintLayer, pin
from copernicus_plugin.model.errors import ErrorKind

from .conftest import StallProbe, draw, make_product, spin

DARK, MIDDLE, LIGHT, GREY, UNKNOWN = "#0b3f7a", "#2e7dbe", "#6aa3d0", "#8c9196", "#5c5c5c"
SELECTED = "#ffc800"
GROUND = "#ff00ff"


@pytest.fixture
def make(qgis_new_project, sentinel2, tmp_path):
    made = []

    def _make(collection=sentinel2, title="Sentinel-2 L2A", folder=tmp_path):
        footprints = FootprintLayer(collection, title, folder)
        footprints.heard = {"saved": [], "failed": [], "closed": 0}
        footprints.saved.connect(footprints.heard["saved"].append)
        footprints.failed.connect(footprints.heard["failed"].append)
        made.append(footprints)
        return footprints

    yield _make
    for footprints in made:
        footprints.close()


def fill(footprints, products):
    products = list(products)
    before = footprints.count
    footprints.add(products)
    spin(lambda: footprints.count == before + len(products), 30)
    return footprints.layer


def keep(footprints):
    footprints.finish()
    spin(lambda: footprints.heard["saved"] or footprints.heard["failed"], 60)
    return footprints.heard["saved"]


def box_of(number):
    return (-9 + number, 52, -8.2 + number, 53)


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def group_names():
    return [node.name() for node in QgsProject.instance().layerTreeRoot().children()[0].children()]


def test_outlines_have_the_colour_of_their_cloud_class_on_a_white_halo(make):
    clouds = [3, 10, 39.9, 40, None]
    layer = fill(make(), [make_product(i, cloud=c, box=box_of(i)) for i, c in enumerate(clouds)])
    picture = draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280, dpi=288)
    # 200 pixels are a degree: the left edges lie at 40, 240, …
    seen = [picture.colour(40 + 200 * i, 140) for i in range(5)]
    assert seen == [DARK, MIDDLE, LIGHT, GREY, UNKNOWN]
    assert [picture.colour(40 + dx, 140) for dx in (-5, 5)] == ["#ffffff", "#ffffff"]
    assert picture.colour(120, 140) == GROUND, "nothing hides an image"
    assert legend(layer) == ["cloud < 10 %", "cloud < 20 %", "cloud < 40 %", "cloud ≥ 40 %", "cloud unknown"]


def test_legend_without_unknown_clouds_and_one_colour_where_clouds_mean_nothing(make, dem):
    layer = fill(make(), [make_product(0, cloud=5)])
    assert legend(layer) == ["cloud < 10 %", "cloud < 20 %", "cloud < 40 %", "cloud ≥ 40 %"]
    layer = fill(make(dem, "Copernicus DEM GLO-30"), [make_product(0, box=box_of(0))])
    assert len(layer.renderer().legendSymbolItems()) == 1
    assert draw([layer], (-9.2, 51.8, -8, 53.2), 240, 280).count("#1b66b1") > 100


def test_selection_colours_the_line_and_lies_above_identical_footprints(make):
    layer = fill(make(), [make_product(i, cloud=5, box=box_of(0)) for i in range(4)])
    assert draw([layer], (-9.2, 51.8, -8, 53.2), 240, 280).count(SELECTED) == 0
    layer.selectByIds([1])
    picture = draw([layer], (-9.2, 51.8, -8, 53.2), 240, 280)
    assert picture.count(SELECTED) > 500
    assert picture.count(DARK) == 0
    layer.removeSelection()
    assert draw([layer], (-9.2, 51.8, -8, 53.2), 240, 280).count(SELECTED) == 0


def test_above_five_thousand_one_thin_line_without_halo(make):
    footprints = make()
    layer = fill(footprints, [make_product(i, cloud=5) for i in range(5000)])
    assert layer.renderer().categories()[0].symbol().symbolLayerCount() == 2
    fill(footprints, [make_product(5000, cloud=5)])
    # The categories own the symbols.
    categories = layer.renderer().categories()
    assert categories[0].symbol().symbolLayerCount() == 1
    assert categories[0].symbol().symbolLayer(0).width() < 0.3


def test_the_layer_tree_names_the_search_and_counts(make):
    footprints = make()
    assert not QgsProject.instance().mapLayers(), "nothing found yet, nothing shown"
    fill(footprints, [make_product(i, cloud=5) for i in range(68)])
    assert [node.name() for node in QgsProject.instance().layerTreeRoot().children()] == ["Copernicus Data Access"]
    assert group_names() == ["Sentinel-2 L2A · 68 footprints"]


def test_our_group_is_above_the_users_layers(make):
    other = QgsVectorLayer("Point?crs=EPSG:4326", "Countries", "memory")
    QgsProject.instance().addMapLayer(other)
    fill(make(), [make_product(0, cloud=5)])
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert names == ["Copernicus Data Access", "Countries"]


def test_attributes_say_what_the_catalogue_said(make):
    product = make_product(7, cloud=12.5)
    layer = fill(make(), [product])
    feature = next(layer.getFeatures())
    assert feature["id"] == product.id
    assert feature["title"] == "Sentinel-2A L2A · 2022-10-05 · T29UNU"
    assert feature["access_point"] == "earth_search"
    assert feature["collection"] == "sentinel-2-l2a"
    assert feature["platform"] == "Sentinel-2A"
    assert feature["datetime"].toUTC().toString("yyyy-MM-ddTHH:mm:ss") == "2022-10-05T12:01:11"
    assert feature["cloud_cover"] == 12.5
    assert feature["coverage"] == 50.0
    assert (feature["tile"], feature["orbit"], feature["online"]) == ("T29UNU", 23, True)
    assert feature.geometry().asWkb().data() == product.footprint
    assert layer.crs().authid() == "EPSG:4326"
    assert "cloud_cover" in layer.mapTipTemplate()
    assert attribution(layer) == "Contains modified Copernicus Sentinel data 2022"
    assert layer.metadata().rights() == [attribution(layer)]
    assert layer.temporalProperties().isActive()
    assert layer.temporalProperties().startField() == "datetime"


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_temporal_controller_filters_by_utc(make, kept, zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        footprints = make()
        # 11:54:11 UTC and the minutes after it.
        layer = fill(footprints, [make_product(i, cloud=5, box=box_of(i)) for i in range(5)])
        if kept:
            assert keep(footprints)
        day = QDate(2022, 10, 5)
        span = QgsDateTimeRange(
            QDateTime(day, QTime(11, 55), Qt.TimeSpec.UTC), QDateTime(day, QTime(11, 57), Qt.TimeSpec.UTC)
        )
        picture = draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280, dpi=288, span=span)
        assert [picture.colour(40 + 200 * i, 140) for i in range(5)] == [GROUND, DARK, DARK, GROUND, GROUND]
        everything = draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280, dpi=288)
        assert [everything.colour(40 + 200 * i, 140) for i in range(5)] == [DARK] * 5
    finally:
        monkeypatch.undo()
        time.tzset()


def test_keys_and_ids_translate_both_ways_and_a_product_is_there_once(make):
    footprints = make()
    products = [make_product(i, cloud=5) for i in range(10)]
    fill(footprints, products)
    footprints.add(products[:3])
    footprints.finish()
    spin(lambda: footprints.heard["saved"])
    assert footprints.layer.featureCount() == 10
    ids = footprints.ids_of([products[4].key, ("no", "such", "key"), products[2].key])
    assert [f["id"] for f in footprints.layer.getFeatures(QgsFeatureRequest().setFilterFids(ids))] == [
        products[2].id,
        products[4].id,
    ]
    assert footprints.keys_of(ids) == [products[2].key, products[4].key]
    assert footprints.keys_of([99]) == []


def test_a_footprint_without_a_geometry_is_its_box(make):
    from dataclasses import replace

    product = replace(make_product(0), footprint=b"", bbox=(179.0, 10.0, -179.0, 11.0))
    layer = fill(make(), [product])
    geometry = next(layer.getFeatures()).geometry()
    assert geometry.isMultipart()
    assert geometry.constGet().numGeometries() == 2
    assert geometry.area() == pytest.approx(2.0)


@pytest.mark.parametrize("kept", [False, True])
def test_only_the_listed_products_are_shown(make, kept):
    footprints = make()
    products = [make_product(i, cloud=5, box=box_of(i)) for i in range(6)]
    layer = fill(footprints, products)
    if kept:
        assert keep(footprints)
    footprints.set_visible_keys([products[0].key, products[3].key])
    assert sorted(f["id"] for f in layer.getFeatures()) == [products[0].id, products[3].id]
    picture = draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280)
    assert [picture.colour(40 + 200 * i, 140) for i in range(5)] == [DARK, GROUND, GROUND, DARK, GROUND]
    late = make_product(6, cloud=5, box=box_of(6))
    fill(footprints, [late])
    assert late.id in {f["id"] for f in layer.getFeatures()}, "what arrives is seen until the list filters again"
    footprints.set_visible_keys([products[1].key])
    assert [f["id"] for f in layer.getFeatures()] == [products[1].id]
    footprints.set_visible_keys([])
    assert layer.featureCount() == 0
    footprints.set_visible_keys(None)
    assert layer.featureCount() == 7


def test_hidden_footprints_are_kept_too(make):
    footprints = make()
    products = [make_product(i, cloud=5) for i in range(6)]
    layer = fill(footprints, products)
    footprints.set_visible_keys([products[5].key])
    assert keep(footprints)
    assert [f["id"] for f in layer.getFeatures()] == [products[5].id]
    footprints.set_visible_keys(None)
    assert layer.featureCount() == 6


def test_ten_thousand_are_filtered_at_once(make):
    footprints = make()
    products = [make_product(i, cloud=5) for i in range(10_000)]
    fill(footprints, products)
    times = {}
    for name in ("memory", "file"):
        start = time.perf_counter()
        footprints.set_visible_keys([product.key for product in products[::2]])
        times[name] = 1000 * (time.perf_counter() - start)
        assert footprints.layer.featureCount() == 5000
        footprints.set_visible_keys(None)
        if name == "memory":
            assert keep(footprints)
    print({name: f"{value:.1f} ms" for name, value in times.items()})
    assert max(times.values()) < 100


def test_kept_as_a_geopackage_with_style_selection_and_id_and_in_a_reopened_project(make, tmp_path):
    footprints = make()
    layer = fill(footprints, [make_product(i, cloud=10 * i, box=box_of(i)) for i in range(5)])
    identifier, labels = layer.id(), legend(layer)
    layer.selectByIds([2, 4])
    before = draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280).image
    path = keep(footprints)[0]
    assert path.endswith(".gpkg")
    assert layer.dataProvider().name() == "ogr"
    assert layer.id() == identifier
    assert sorted(layer.selectedFeatureIds()) == [2, 4]
    assert legend(layer) == labels
    assert layer.name() == "Sentinel-2 L2A · 5 footprints"
    assert draw([layer], (-9.2, 51.8, -3.8, 53.2), 1080, 280).image == before
    assert footprints.keys_of([2]) == [make_product(1).key]
    assert next(layer.getFeatures(QgsFeatureRequest(2)))["id"] == make_product(1).id
    assert "shown" not in layer.fields().names()
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    again = project.mapLayer(identifier)
    assert again.isValid()
    assert again.featureCount() == 5
    assert draw([again], (-9.2, 51.8, -3.8, 53.2), 1080, 280).count(DARK) > 100
    assert again.metadata().rights() == ["Contains modified Copernicus Sentinel data 2022"]


def test_an_access_point_asked_again_adds_to_what_is_kept(make):
    footprints = make()
    fill(footprints, [make_product(i, cloud=5) for i in range(3)])
    assert keep(footprints)
    more = [make_product(i, cloud=5, access_point="planetary_computer") for i in range(300)]
    layer = fill(footprints, more)
    spin(lambda: layer.name() == "Sentinel-2 L2A · 303 footprints")
    assert layer.featureCount() == 303
    assert footprints.ids_of([more[-1].key]) == [303]
    assert next(layer.getFeatures(QgsFeatureRequest(303)))["access_point"] == "planetary_computer"


def test_what_arrives_while_the_file_is_written_is_not_lost(make):
    footprints = make()
    fill(footprints, [make_product(i, cloud=5) for i in range(2000)])
    footprints.finish()
    late = [make_product(i, cloud=5) for i in range(2000, 2100)]
    footprints.add(late)
    spin(lambda: footprints.heard["saved"] and footprints.count == 2100)
    assert footprints.layer.featureCount() == 2100


def test_nothing_found_leaves_no_layer_and_no_file(make, tmp_path):
    footprints = make()
    footprints.finish()
    QCoreApplication.processEvents()
    assert not QgsProject.instance().mapLayers()
    assert not list(tmp_path.rglob("*.gpkg"))


def test_a_folder_that_cannot_be_written_is_told_and_the_layer_stays(make, tmp_path):
    (tmp_path / "file").write_text("")
    footprints = make(folder=tmp_path / "file")
    layer = fill(footprints, [make_product(i, cloud=5) for i in range(3)])
    keep(footprints)
    assert footprints.heard["failed"][0].kind is ErrorKind.STORAGE_FAULT
    assert layer.featureCount() == 3
    assert layer.dataProvider().name() == "memory"


def test_a_new_search_replaces_the_last_footprints_unless_pinned(make, tmp_path):
    first = make()
    fill(first, [make_product(0, cloud=5)])
    keep(first)
    second = make()
    assert first.layer is None
    assert not QgsProject.instance().mapLayers()
    spin(lambda: not list(tmp_path.rglob("*.gpkg")))
    layer = fill(second, [make_product(1, cloud=5), make_product(2, cloud=5)])
    pin(layer)
    third = make()
    fill(third, [make_product(3, cloud=5)])
    assert group_names() == ["Sentinel-2 L2A · 1 footprint", "Sentinel-2 L2A · 2 footprints"]


def test_the_file_of_a_saved_project_is_never_removed(make, tmp_path):
    first = make()
    fill(first, [make_product(0, cloud=5)])
    path = keep(first)[0]
    assert QgsProject.instance().write(str(tmp_path / "saved.qgz"))
    make()
    for _ in range(50):
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert QgsVectorLayer(path, "kept", "ogr").featureCount() == 1


@pytest.mark.parametrize("moment", ["filling", "writing", "kept"])
@pytest.mark.parametrize("end", ["layer removed", "project cleared", "closed"])
def test_ends_in_the_middle_leave_nothing_behind(make, tmp_path, moment, end, qgis_app):
    footprints = make()
    footprints.add([make_product(i, cloud=5) for i in range(6000)])
    spin(lambda: footprints.count > 0)
    if moment != "filling":
        spin(lambda: footprints.count == 6000)
        footprints.finish()
    if moment == "kept":
        spin(lambda: footprints.heard["saved"])
    project = QgsProject.instance()
    if end == "layer removed":
        project.removeMapLayer(footprints.layer.id())
    elif end == "project cleared":
        project.clear()
    else:
        footprints.close()
    footprints.add([make_product(9999)])
    footprints.set_visible_keys([])
    footprints.finish()
    spin(lambda: not [t for t in threading.enumerate() if t.name.startswith("copernicus footprints")])
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert footprints.layer is None
    stays = end == "closed" and moment == "kept"
    assert len(project.mapLayers()) == stays
    assert bool(list(tmp_path.rglob("*.gpkg"))) == (moment == "kept")


def test_a_user_who_edits_meanwhile_loses_nothing(make):
    footprints = make()
    products = [make_product(i, cloud=5) for i in range(5)]
    layer = fill(footprints, products)
    layer.startEditing()
    layer.deleteFeatures([2])
    footprints.finish()
    QCoreApplication.processEvents()
    assert layer.isEditable()
    assert layer.commitChanges()
    spin(lambda: footprints.heard["saved"])
    assert layer.featureCount() == 4
    assert footprints.keys_of([2]) == [products[2].key]
    assert footprints.ids_of([products[1].key]) == []


def test_ten_thousand_arrive_without_stalling(make):
    products = [make_product(i, cloud=i % 100) for i in range(10_000)]
    filling, keeping = [], []
    for _ in range(5):
        footprints = make()
        with StallProbe() as probe:
            for start in range(0, 10_000, 1000):
                footprints.add(products[start : start + 1000])
                QCoreApplication.processEvents()
            spin(lambda footprints=footprints: footprints.count == 10_000)
        filling.append(probe.worst)
        with StallProbe() as probe:
            assert keep(footprints)
        keeping.append(probe.worst)
    print(f"median stall: filling {median(filling):.1f} ms, keeping {median(keeping):.1f} ms")
    assert median(filling) <= 50
    assert median(keeping) <= 50


@pytest.mark.slow
def test_a_hundred_thousand(make):
    products = []
    for i in range(100_000):
        west, south = -179 + (i * 7919 % 35700) / 100, -80 + (i * 104729 % 15000) / 100
        products.append(make_product(i, cloud=i % 100, box=(west, south, west + 1, south + 1)))
    footprints = make()
    # The thread's own time: what else runs on the machine does not count.
    start, begun = time.perf_counter(), time.thread_time()
    fill(footprints, products)
    loaded, busy = time.perf_counter() - start, time.thread_time() - begun
    for _ in range(2):
        world = draw([footprints.layer], (-180, -90, 180, 90), 1024, 768).seconds
        working = draw([footprints.layer], (0, 0, 20, 10), 1024, 768).seconds
        print(f"loaded {loaded:.1f} s ({busy:.1f} s busy), world {world:.2f} s, working zoom {working:.3f} s")
        assert busy <= 5
        assert world <= 1.5 * SLACK
        assert working <= 0.3 * SLACK
        keep(footprints)
    assert footprints.layer.featureCount() == 100_000


# The limits of drawing are for an idle machine; the tests share theirs.
SLACK = 2
