"""The Search tab as a user meets it: keys and clicks on what is shown, and the query that comes out."""

from __future__ import annotations

import datetime as dt
import threading
import types

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, QTranslator
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QScrollBar

from copernicus_plugin.gui.search_tab.tab import SearchTab
from copernicus_plugin.gui.search_tab.when import DayEdit, months_before, preset_days, seasons, today
from copernicus_plugin.host.translation import CONTEXT
from copernicus_plugin.model.geometry import area_from_box, area_km2, bounds, vertex_count
from copernicus_plugin.model.query import Choice, Order, Period, Query, Range

from .conftest import choose, until

LEFT = Qt.MouseButton.LeftButton


def press(button):
    QTest.mouseClick(button, LEFT)


def type_text(tab, text):
    edit = tab.footer.text_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    until(lambda: not tab.footer.being_typed)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def select_action(menu, title):
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == title]
    action.trigger()


# ---- What


def test_two_letters_open_the_list_grouped_by_theme_with_counts(tab):
    tab.focus_what()
    QTest.keyClicks(tab.what.box, "s")
    QTest.qWait(250)
    assert not tab.what.popup.isVisible()
    QTest.keyClicks(tab.what.box, "ent 2")
    until(tab.what.popup.isVisible)
    assert tab.what.popup.titles()[:2] == ["Satellite", "Sentinel-2 L2A"]
    model = tab.what.popup.model()
    assert "4 access points" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_down_and_return_choose_and_escape_closes(tab):
    tab.focus_what()
    QTest.keyClicks(tab.what.box, "sent 2")
    until(tab.what.popup.isVisible)
    QTest.keyClick(tab.what.box, Qt.Key.Key_Escape)
    assert not tab.what.popup.isVisible()
    QTest.keyClick(tab.what.box, Qt.Key.Key_Down)
    assert tab.what.popup.isVisible()
    second = tab.what.popup.titles()[2]
    QTest.keyClick(tab.what.box, Qt.Key.Key_Down)
    QTest.keyClick(tab.what.box, Qt.Key.Key_Return)
    assert tab.what.box.text() == second
    assert not tab.what.popup.isVisible()


def test_a_click_in_the_list_chooses(tab):
    tab.focus_what()
    QTest.keyClicks(tab.what.box, "sent 2")
    until(tab.what.popup.isVisible)
    popup = tab.what.popup
    place = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert tab.what.box.text() == "Sentinel-2 L2A"
    assert tab.footer.text.startswith("sentinel-2-l2a ")


def test_words_that_no_collection_has_are_said(tab):
    tab.focus_what()
    QTest.keyClicks(tab.what.box, "xyzzy")
    until(lambda: tab.what.description.text() == "No collection has these words.")
    assert not tab.footer.button.isEnabled()


def test_what_was_half_typed_gives_way_to_the_chosen_one(filled):
    type_into(filled.what.box, "cop")
    until(filled.what.popup.isVisible)
    filled.footer.text_edit.setFocus()
    assert filled.what.box.text() == "Sentinel-2 L2A"
    assert not filled.what.popup.isVisible()


def test_what_is_half_typed_is_not_searched_as_what_was_chosen_before(filled):
    searched = []
    filled.searchRequested.connect(lambda query, places: searched.append(query))
    type_into(filled.what.box, "sentinel 3")
    assert not filled.footer.button.isEnabled()
    assert filled.footer.button.toolTip() == "Choose a collection first."
    QTest.keyClick(filled.what.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not searched
    filled.footer.text_edit.setFocus()
    assert filled.what.box.text() == "Sentinel-2 L2A"
    assert filled.footer.button.isEnabled()


def test_the_tree_has_every_collection_by_theme(tab, registry):
    tab.what.tree_menu.aboutToShow.emit()
    titles = [action.text() for action in tab.what.tree_menu.actions()]
    assert titles[0] == "Satellite"

    def leaves(menu):
        for action in menu.actions():
            if action.menu():
                yield from leaves(action.menu())
            else:
                yield action

    found = list(leaves(tab.what.tree_menu))
    assert len(found) == len(registry.collections)
    next(action for action in found if action.text() == "Sentinel-2 L2A").trigger()
    assert tab.what.box.text() == "Sentinel-2 L2A"


def test_details_open_below_and_name_who_holds_it(filled):
    assert filled.what.details.isHidden()
    filled.what.details_link.setFocus()
    QTest.keyClick(filled.what.details_link, Qt.Key.Key_Return)
    assert filled.what.details.isVisible()
    assert "Earth Search" in filled.what.details.text()
    assert filled.what.details_link.text() == "Less"


# ---- Where


def test_the_map_view_is_the_area_at_first_and_moves_with_the_map(filled, canvas):
    assert filled.where.status.text().startswith("Map view")
    west = bounds(filled.where.area.wkb)[0]
    assert west == pytest.approx(canvas.extent().xMinimum(), abs=0.01)
    canvas.setExtent(QgsRectangle(10, 40, 12, 42))
    until(lambda: bounds(filled.where.area.wkb)[0] > 8)
    assert filled.asked == []


def test_a_typed_box_is_checked_and_searched(filled):
    type_into(filled.where.box_edit, "-9.4, 52.3, -7.6, 53.2")
    until(lambda: filled.where.box == (-9.4, 52.3, -7.6, 53.2))
    assert "bbox=-9.4,52.3,-7.6,53.2" in filled.footer.text
    press(filled.footer.button)
    query, _places = filled.asked[0]
    assert bounds(query.area.wkb) == pytest.approx((-9.4, 52.3, -7.6, 53.2))


def test_a_box_that_cannot_be_read_is_marked_and_stays(filled):
    type_into(filled.where.box_edit, "nine, 52.3")
    until(filled.where.message.isVisible)
    assert filled.where.box_edit.text() == "nine, 52.3"
    assert filled.where.box_edit.wrong
    assert "Type west, south, east, north" in filled.where.message.text
    assert not filled.footer.button.isEnabled()
    assert filled.footer.button.toolTip() == filled.where.message.text
    type_into(filled.where.box_edit, "-9.4, 52.3, -7.6, 53.2")
    until(lambda: not filled.where.message.isVisible())
    assert filled.footer.button.isEnabled()


def test_a_polygon_is_drawn_shown_and_searched(filled, canvas):
    press(filled.where.polygon_button)
    assert filled.where.hint.isVisible()
    assert filled.where.polygon_button.accessibleName() == "Draw a polygon, on"
    for place in (QPoint(100, 400), QPoint(400, 400), QPoint(300, 100)):
        QTest.mouseMove(canvas.viewport(), place)
        QTest.mouseClick(canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert filled.where.status.text().startswith("Polygon, 3 vertices")
    assert filled.where.size_label.text().endswith(" km²")
    assert filled.where.status.accessibleName().startswith("Area valid, Polygon, 3 vertices, ")
    assert not filled.where.hint.isVisible()
    assert "bbox" not in filled.footer.text
    press(filled.footer.button)
    assert vertex_count(filled.asked[0][0].area.wkb) == 3


def test_a_self_crossing_polygon_is_shown_and_repaired(filled, canvas):
    press(filled.where.polygon_button)
    for place in (QPoint(100, 400), QPoint(400, 100), QPoint(400, 400), QPoint(100, 100)):
        QTest.mouseMove(canvas.viewport(), place)
        QTest.mouseClick(canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert filled.where.message.text.replace("<b>", "").startswith("The polygon crosses itself near ")
    assert not filled.footer.button.isEnabled()
    before = canvas.center()
    QTest.mouseClick(filled.where.message.link("Show"), LEFT)
    assert canvas.center() != before
    QTest.mouseClick(filled.where.message.link("Repair"), LEFT)
    assert not filled.where.message.isVisible()
    assert filled.where.area is not None
    assert filled.footer.button.isEnabled()


def layer_of(count):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "fields", "memory")
    features = []
    for index in range(count):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(2 * index, 50, 2 * index + 1, 51)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_layer_is_read_in_the_background(filled):
    layer_of(3)
    select_action(filled.where.layer_menu, "fields")
    until(lambda: filled.where.status.text().startswith("Layer fields, 12 vertices"))
    assert bounds(filled.where.area.wkb) == pytest.approx((0, 50, 5, 51))


def test_only_the_selected_features_are_taken(filled):
    layer = layer_of(3)
    press(filled.where.selection_button)
    assert filled.where.message.text == "Nothing is selected. Select features on the map first."
    layer.selectByIds([2])
    press(filled.where.selection_button)
    until(lambda: filled.where.status.text().startswith("1 selected feature, 4 vertices"))
    assert bounds(filled.where.area.wkb) == pytest.approx((2, 50, 3, 51))


def test_fifty_thousand_vertices_do_not_hold_the_main_thread_up(filled):
    import math
    import time

    ring = [
        (10 + math.cos(a) * (1 + 0.01 * (i % 2)), 50 + math.sin(a))
        for i, a in enumerate(2 * math.pi * k / 50000 for k in range(50000))
    ]
    text = ", ".join(f"{x} {y}" for x, y in [*ring, ring[0]])
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "coast", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({text}))"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    started = time.monotonic()
    select_action(filled.where.layer_menu, "coast")
    assert time.monotonic() - started < 0.5
    until(lambda: filled.where.status.text().startswith("Layer coast, ") or filled.where.message.isVisible(), 20000)
    assert filled.where.area is not None
    assert vertex_count(filled.where.area.wkb) > 40000


def test_clearing_searches_the_whole_world_and_takes_the_line_off_the_map(filled, canvas):
    def shown():
        return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]

    type_into(filled.where.box_edit, "-9, 52, -7, 53")
    until(lambda: len(shown()) == 1)
    press(filled.where.clear_button)
    assert shown() == []
    assert filled.where.status.text() == "Whole world"
    press(filled.footer.button)
    assert filled.asked[0][0].area is None


def test_zoom_to_the_area(filled, canvas):
    type_into(filled.where.box_edit, "20, 10, 21, 11")
    until(lambda: filled.where.box is not None and filled.where.box[0] == 20)
    press(filled.where.zoom_button)
    assert canvas.extent().contains(QgsRectangle(20, 10, 21, 11))
    assert canvas.extent().height() < 3


def test_following_the_map_searches_once_it_rests_somewhere_else(filled, canvas):
    press(filled.where.follow_button)
    assert len(filled.asked) == 1
    canvas.zoomByFactor(0.8)
    QTest.qWait(800)
    assert len(filled.asked) == 1
    canvas.setExtent(QgsRectangle(20, 40, 24, 44))
    QTest.qWait(300)
    assert len(filled.asked) == 1
    until(lambda: len(filled.asked) == 2)
    assert bounds(filled.asked[1][0].area.wkb)[0] == pytest.approx(canvas.extent().xMinimum(), abs=0.01)
    press(filled.where.follow_button)
    canvas.setExtent(QgsRectangle(-60, 0, -50, 10))
    QTest.qWait(800)
    assert len(filled.asked) == 2


def test_a_view_over_the_antimeridian(filled, canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3832"))
    canvas.setExtent(QgsRectangle(2000000, -2500000, 4500000, -1500000))
    press(filled.where.canvas_button)
    west, _south, east, _north = bounds(filled.where.area.wkb)
    assert west > east
    assert area_km2(filled.where.area.wkb) < 5_000_000


# ---- When


def test_presets_and_their_note(filled):
    press(filled.when.preset_buttons["7d"])
    assert filled.when.last_edit.day == today()
    assert filled.when.note.text() == "7 days"
    assert filled.when.preset_buttons["7d"].isChecked()
    assert f"{today() - dt.timedelta(days=6)}/{today()}" in filled.footer.text
    filled.when.first_edit.set_day(dt.date(2020, 1, 1))
    assert not filled.when.preset_buttons["7d"].isChecked()


def test_dates_turned_round_are_said_and_swapped(filled):
    filled.when.first_edit.set_day(dt.date(2026, 5, 1))
    filled.when.last_edit.set_day(dt.date(2026, 3, 1))
    assert filled.when.message.isVisible()
    assert filled.when.message.text == "The first day is after the last one."
    assert not filled.footer.button.isEnabled()
    assert filled.query_or_none() is None
    QTest.mouseClick(filled.when.message.link("Swap"), LEFT)
    assert (filled.when.first, filled.when.last) == (dt.date(2026, 3, 1), dt.date(2026, 5, 1))
    assert not filled.when.message.isVisible()
    assert filled.footer.button.isEnabled()


def test_the_season_menu(filled):
    filled.when.season_menu.aboutToShow.emit()
    actions = filled.when.season_menu.actions()
    assert len(actions) == 8
    actions[1].trigger()
    assert 88 <= (filled.when.last - filled.when.first).days <= 92


def test_seasons_and_months():
    assert seasons(dt.date(2026, 11, 22), 3) == [
        (3, dt.date(2026, 9, 1), dt.date(2026, 11, 30)),
        (2, dt.date(2026, 6, 1), dt.date(2026, 8, 31)),
        (1, dt.date(2026, 3, 1), dt.date(2026, 5, 31)),
    ]
    assert seasons(dt.date(2026, 12, 1), 1) == [(0, dt.date(2026, 12, 1), dt.date(2027, 2, 28))]
    assert seasons(dt.date(2026, 1, 1), 1) == [(0, dt.date(2025, 12, 1), dt.date(2026, 2, 28))]
    assert months_before(dt.date(2026, 5, 31), 3) == dt.date(2026, 2, 28)
    assert preset_days("30d", dt.date(2026, 11, 22)) == (dt.date(2026, 10, 24), dt.date(2026, 11, 22))


def test_a_collection_without_time_says_so(filled):
    choose(filled, "copernicus dem 30")
    assert not filled.when.first_edit.isEnabled()
    assert "does not depend on time" in filled.when.explanation.text()
    assert filled.when.explanation.isVisible()
    press(filled.footer.button)
    assert filled.asked[0][0].period is None


# ---- Filters


def test_only_the_filters_of_the_collection(filled):
    assert list(filled.filters.editors)[:3] == ["eo:cloud_cover", "sat:relative_orbit", "grid:code"]
    choose(filled, "copernicus dem 30")
    assert filled.filters.editors == {}
    assert filled.filters.empty.text() == "This collection has no filters."


def test_the_slider_and_the_number_are_one(filled):
    cloud = filled.filters.editors["eo:cloud_cover"]
    assert cloud.spin.text() == "≤ 60 %"
    cloud.slider.setFocus()
    QTest.keyClick(cloud.slider, Qt.Key.Key_PageUp)
    assert cloud.value == Range(None, 70)
    assert "cloud<=70" in filled.footer.text
    cloud.slider.setValue(1000)
    assert cloud.value is None
    assert "cloud" not in filled.footer.text


def test_a_list_is_checked_and_marked(filled):
    tile = filled.filters.editors["grid:code"]
    type_into(tile.edit, "29unu, 29")
    until(tile.note.isVisible)
    assert "“29” does not fit" in tile.note.text()
    assert not filled.footer.button.isEnabled()
    assert filled.footer.button.toolTip().startswith("MGRS tile: ")
    type_into(tile.edit, "29unu, 29UMU")
    until(lambda: not tile.note.isVisible())
    assert "tile=29UNU,29UMU" in filled.footer.text
    press(filled.footer.button)
    assert filled.asked[0][0].filters["grid:code"] == Choice(("MGRS-29UNU", "MGRS-29UMU"))


def test_choices_are_ticked_in_the_list(filled):
    combo = filled.filters.editors["platform"].combo
    assert combo.shown == "Any"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Space)
    until(combo.view().isVisible)
    for row in (0, 2):
        place = combo.view().visualRect(combo.model().index(row, 0)).center()
        QTest.mouseClick(combo.view().viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    combo.hidePopup()
    assert combo.shown == "Sentinel-2A, Sentinel-2C"
    assert "platform=sentinel-2a,sentinel-2c" in filled.footer.text


def test_filters_are_taken_away_and_added(filled):
    select_action(filled.filters.add_menu, "Cloud cover")
    assert "eo:cloud_cover" not in filled.filters.editors
    assert "cloud" not in filled.footer.text
    select_action(filled.filters.add_menu, "Cloud cover")
    assert filled.filters.editors["eo:cloud_cover"].value == Range(None, 60)
    assert "cloud<=60" in filled.footer.text


# ---- From


def test_all_that_can_be_searched_without_account_are_ticked(filled):
    rows = {row.access_point.id: row for row in filled.access_points.rows}
    assert rows["earth_search"].ticked
    assert rows["third"].ticked
    assert rows["third"].link.text() == "add account…"
    assert rows["third"].box.accessibleName().endswith("active, search only without account")
    assert not rows["fourth"].ticked
    QTest.keyClick(rows["fourth"].box, Qt.Key.Key_Space)
    assert not rows["fourth"].ticked
    assert rows["fourth"].toolTip() == "Fourth place cannot be searched without an account."
    assert rows["earth_search"].box.accessibleName() == "Earth Search (AWS), ticked, active, no account needed"
    assert filled.access_points.note.text() == "3 of 4"
    assert filled.footer.button.text() == "Search 3 access points"


def test_ticks_are_remembered(filled, make_tab):
    row = next(row for row in filled.access_points.rows if row.access_point.id == "planetary_computer")
    QTest.mouseClick(row.box, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(8, row.box.height() // 2))
    assert not row.ticked
    assert filled.footer.button.text() == "Search 2 access points"
    press(filled.footer.button)
    assert filled.asked[0][1] == ["earth_search", "third"]
    again = make_tab()
    assert again.what.box.text() == "Sentinel-2 L2A"
    assert again.access_points.ticked() == ["earth_search", "third"]


def test_no_tick_no_search(filled):
    menu = filled.access_points.menu_button.menu()
    next(action for action in menu.actions() if action.text() == "Untick all").trigger()
    assert not filled.footer.button.isEnabled()
    assert filled.footer.button.toolTip() == "Tick an access point."
    QTest.keyClick(filled.what.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filled.asked == []


# ---- the text and the button


def test_nothing_chosen_says_what_is_missing(tab):
    assert not tab.footer.button.isEnabled()
    assert tab.footer.button.toolTip() == "Choose a collection first."


def test_the_form_follows_the_text(tab):
    areas = []
    tab.areaChanged.connect(areas.append)
    type_text(tab, "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=35 orbit=23,123 tile=29UNU bbox=-9.4,52.3,-7.6,53.2")
    assert tab.what.box.text() == "Sentinel-2 L2A"
    assert tab.when.first == dt.date(2026, 8, 22)
    assert tab.filters.editors["eo:cloud_cover"].spin.text() == "≤ 35 %"
    assert tab.filters.editors["sat:relative_orbit"].edit.text() == "23, 123"
    assert tab.filters.editors["grid:code"].edit.text() == "29UNU"
    assert tab.where.box_edit.text() == "-9.4, 52.3, -7.6, 53.2"
    assert areas[-1] == tab.where.area
    press(tab.footer.button)
    query, places = tab.asked[0]
    assert query == Query(
        "sentinel-2-l2a",
        area_from_box(-9.4, 52.3, -7.6, 53.2),
        Period.of_days(dt.date(2026, 8, 22), dt.date(2026, 11, 22)),
        {
            "eo:cloud_cover": Range(None, 35),
            "sat:relative_orbit": Choice((23, 123)),
            "grid:code": Choice(("MGRS-29UNU",)),
        },
        Order.NEWEST_FIRST,
        1000,
    )
    assert "earth_search" in places


def test_a_mistake_is_marked_and_never_deleted(filled):
    type_text(filled, "sentinel-2-l2a 2026-08-22/2026-11-22 clowd<=60")
    assert filled.footer.mistake.isVisible()
    assert filled.footer.mistake.text() == "This collection has no filter “clowd<=60”."
    assert len(filled.footer.text_edit.extraSelections()) == 1
    assert filled.footer.text_edit.extraSelections()[0].cursor.selectedText() == "clowd<=60"
    assert not filled.footer.button.isEnabled()
    assert filled.footer.button.toolTip() == "The text has a word that was not understood."
    press(filled.when.preset_buttons["7d"])
    assert filled.footer.text.endswith(" clowd<=60")
    assert filled.footer.text_edit.extraSelections()[0].cursor.selectedText() == "clowd<=60"
    type_text(filled, "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60")
    assert not filled.footer.mistake.isVisible()
    assert filled.footer.button.isEnabled()


def test_control_return_searches_from_any_field(filled):
    filled.footer.text_edit.setFocus()
    QTest.keyClick(filled.footer.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(filled.asked) == 1
    tile = filled.filters.editors["grid:code"].edit
    type_into(tile, "29UNU")
    QTest.keyClick(tile, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filled.asked[1][0].filters["grid:code"] == Choice(("MGRS-29UNU",))


def test_what_was_just_typed_into_the_text_is_searched(filled):
    edit = filled.footer.text_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=5")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filled.asked[0][0].filters == {"eo:cloud_cover": Range(None, 5)}


def test_alt_q_goes_to_the_text(filled):
    filled.what.box.setFocus()
    QTest.keyClick(filled.what.box, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert filled.footer.text_edit.hasFocus()


def test_the_button_stops_while_a_search_runs(filled):
    stops = []
    filled.stopRequested.connect(lambda: stops.append(True))
    filled.set_running(True)
    assert filled.footer.button.text() == "Stop"
    press(filled.footer.button)
    assert stops == [True]
    filled.what.box.setFocus()
    QTest.keyClick(filled.what.box, Qt.Key.Key_Escape)
    assert stops == [True, True]
    assert filled.asked == []
    filled.set_running(False)
    assert filled.footer.button.text() == "Search 3 access points"


def test_escape_stops_the_drawing_before_the_search(filled):
    stops = []
    filled.stopRequested.connect(lambda: stops.append(True))
    filled.set_running(True)
    press(filled.where.rectangle_button)
    filled.where.rectangle_button.setFocus()
    QTest.keyClick(filled.where.rectangle_button, Qt.Key.Key_Escape)
    assert filled.where.drawing.kind == ""
    assert stops == []


def test_order_and_limit(filled):
    for title in ("Oldest first", "At most 100 products of each access point"):
        next(action for action in filled.footer.menu.actions() if action.text() == title).trigger()
    press(filled.footer.button)
    query = filled.asked[0][0]
    assert (query.order, query.limit) == (Order.OLDEST_FIRST, 100)


def test_the_default_search_works_at_once(tab):
    tab.start_default_search()
    query, places = tab.asked[0]
    assert query.collection == "sentinel-2-l2a"
    assert query.period == Period.of_days(*preset_days("30d", today()))
    assert query.area is not None
    assert places == ["earth_search", "planetary_computer", "third"]


def test_a_query_from_elsewhere_fills_the_form(filled):
    area = area_from_box(1, 2, 3, 4)
    period = Period.of_days(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    filled.search_for(Query("sentinel-2-l2a", area, period, {"sat:relative_orbit": Choice((12,))}))
    assert filled.filters.editors["eo:cloud_cover"].value is None
    assert filled.footer.text.startswith("sentinel-2-l2a 2026-01-01/2026-01-31 orbit=12")
    assert filled.asked[0][0].area == area
    assert filled.asked[0][0].filters == {"sat:relative_orbit": Choice((12,))}


def test_searches_made_before_are_recalled(filled):
    type_into(filled.where.box_edit, "-9, 52, -7, 53")
    until(lambda: filled.where.box is not None and filled.where.box[0] == -9)
    press(filled.footer.button)
    choose(filled, "copernicus dem 30")
    press(filled.where.clear_button)
    filled.what.history_menu.aboutToShow.emit()
    (action,) = filled.what.history_menu.actions()
    assert action.text().startswith("Sentinel-2 L2A · ")
    action.trigger()
    assert filled.what.box.text() == "Sentinel-2 L2A"
    assert filled.where.box == (-9, 52, -7, 53)
    assert "bbox=-9,52,-7,53" in filled.footer.text


# ---- the shape of it


@pytest.mark.parametrize("width", [320, 380, 1100])
def test_nothing_is_cut_off_at_the_side(make_tab, width):
    tab = make_tab(width, 700)
    choose(tab, "sent 2 l2a")
    tab.window().resize(1100, 700)
    QTest.qWait(30)
    tab.window().resize(width, 700)
    QTest.qWait(50)
    viewport = tab.scroll.viewport()
    assert tab.scroll.widget().width() == viewport.width()
    assert not any(
        bar.isVisible() and bar.orientation() == Qt.Orientation.Horizontal
        for bar in tab.scroll.findChildren(QScrollBar)
    )
    for stop in tab.tab_stops():
        if stop.isVisible():
            right = stop.mapTo(tab, QPoint(stop.width(), 0)).x()
            assert right <= tab.width(), stop.accessibleName()


def test_tab_goes_in_reading_order_and_every_stop_has_a_name(filled):
    stops = [stop for stop in filled.tab_stops() if stop.isVisible() and stop.isEnabled()]
    stops[0].setFocus()
    before = stops[0]
    for expected in stops[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        while isinstance(before, DayEdit) and QApplication.focusWidget() is before:
            QTest.keyClick(before, Qt.Key.Key_Tab)  # year, month and day are stops of their own
        reached = before = QApplication.focusWidget()
        assert reached is expected or expected.isAncestorOf(reached), (expected.accessibleName(), reached)
    for stop in stops:
        assert stop.accessibleName() or getattr(stop, "text", str)(), stop


def test_sections_stay_closed(filled, make_tab):
    press(filled.filters.header)
    assert not filled.filters.content.isVisible()
    again = make_tab()
    assert not again.filters.is_open
    assert again.where.is_open


def test_letting_go_leaves_nothing_on_the_map(make_tab, canvas):
    tab = make_tab()
    type_into(tab.where.box_edit, "-9, 52, -7, 53")
    until(lambda: tab.where.overlay.band is not None)
    press(tab.where.polygon_button)
    tab.release()
    assert not [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]
    assert canvas.mapTool() is None
    canvas.setExtent(QgsRectangle(1, 1, 2, 2))
    tab.release()


def test_deleting_the_dock_leaves_nothing_on_the_map_either(make_tab, canvas, registry, settings):
    before = canvas.mapTool()
    dock = QDockWidget()
    services = types.SimpleNamespace(registry=registry, settings=settings)
    tab = SearchTab(services, types.SimpleNamespace(mapCanvas=lambda: canvas), dock)
    dock.setWidget(tab)
    dock.show()
    type_into(tab.where.box_edit, "-9, 52, -7, 53")
    until(lambda: tab.where.overlay.band is not None)
    press(tab.where.polygon_button)
    assert canvas.mapTool() is not before
    dock.hide()
    dock.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(tab)
    assert not [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]
    assert canvas.mapTool() is before
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    QTest.qWait(350)


class _Longer(QTranslator):
    """Every text as long as a long language makes it."""

    def translate(self, context, source, disambiguation=None, n=-1):
        if context != CONTEXT:
            return ""
        filler = "".join(letter for letter in source if letter.isalpha())
        return source + " " + (filler * 2)[: max(1, round(len(source) * 0.4) - 1)]

    def isEmpty(self):
        return False


def test_texts_may_be_forty_per_cent_longer(make_tab, qgis_app):
    font = QApplication.font()
    small = QFont(font)
    small.setPointSizeF(9)
    QApplication.setFont(small)
    longer = _Longer()
    QApplication.installTranslator(longer)
    try:
        tab = make_tab(320, 700)
        type_text(tab, "sentinel-2-l2a 2026-11-22/2026-08-22 tile=29UNU")
        QTest.qWait(50)
        assert tab.scroll.widget().width() == tab.scroll.viewport().width()
        assert tab.what.header.text() != "What"
        for stop in tab.tab_stops():
            if stop.isVisible():
                right = stop.mapTo(tab, QPoint(stop.width(), 0)).x()
                assert right <= tab.width(), stop.accessibleName()
    finally:
        QApplication.removeTranslator(longer)
        QApplication.setFont(font)


def test_the_tab_may_go_while_a_layer_is_read(make_tab, canvas, registry, settings):
    layer_of(400)
    dock = QDockWidget()
    services = types.SimpleNamespace(registry=registry, settings=settings)
    tab = SearchTab(services, types.SimpleNamespace(mapCanvas=lambda: canvas), dock)
    dock.setWidget(tab)
    dock.show()
    select_action(tab.where.layer_menu, "fields")
    dock.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(tab)
    until(lambda: not [thread for thread in threading.enumerate() if thread.name == "copernicus-area"])


def test_the_box_of_a_true_area_is_short_and_looking_at_it_changes_nothing(filled, canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32629"))
    canvas.setExtent(QgsRectangle(400000, 5700000, 600000, 5900000))
    press(filled.where.canvas_button)
    area = filled.where.area
    numbers = filled.where.box_edit.text().split(", ")
    assert all(len(number.partition(".")[2]) <= 3 for number in numbers)
    west, south, east, north = bounds(area.wkb)
    assert float(numbers[0]) <= west
    assert float(numbers[1]) <= south
    assert float(numbers[2]) >= east
    assert float(numbers[3]) >= north
    filled.where.box_edit.setFocus()
    QTest.keyClick(filled.where.box_edit, Qt.Key.Key_Return)
    assert filled.where.area is area
