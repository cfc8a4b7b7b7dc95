"""The list: what is seen of the products as they arrive, sorted, filtered, selected; by mouse and keyboard."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from copernicus_plugin.gui.results_tab.model import Column
from tests.qgis.gui_results.invented import QUERY, dem, sentinel
from tests.qgis.gui_results.shown import Heard, click, press, show, wait_until

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLACES = ["earth_search", "planetary_computer"]


def arrive(tab, count=12, start=0, place="earth_search", thumbnails=""):
    if tab.model.total == 0:
        tab.begin(QUERY, PLACES)
    products = [sentinel(number, place, thumbnails) for number in range(start, start + count)]
    tab.add_products(products)
    return products


def card(tab, position):
    """The middle of a card, in the viewport."""
    return tab.view.visualRect(tab.model.index(position, 0)).center()


def spoken(tab, position):
    return tab.model.index(position, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def dates(tab):
    return [row.date for row in tab.model.shown]


def test_a_card_says_all_that_it_shows(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(2, day=dt.date(2026, 10, 24)), sentinel(0, day=dt.date(2026, 10, 1))])
    assert spoken(results, 0) == (
        "24 October 2026 11:43 UTC, Sentinel-2C, tile 29UNU, cloud 3 per cent, covers 71 per cent, "
        "1.13 gigabytes, Earth Search (AWS), online, 1 of 2"
    )
    click(results.view.viewport(), card(results, 0))
    assert "online, selected, 1 of 2" in spoken(results, 0)
    results.set_loaded([results.model.shown[0].key])
    assert ", loaded, selected" in spoken(results, 0)


def test_a_product_without_a_time_is_named_by_its_cell(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([dem(number) for number in range(3)])
    assert results.model.shown[0].headline == "N50 W000"
    assert not results.timeline.isVisible()
    assert spoken(results, 0).startswith("TanDEM-X, tile N50 W000, covers 33 per cent")


def test_the_newest_come_first_and_the_order_can_be_changed(results):
    show(results)
    arrive(results, 12)
    assert dates(results) == sorted(dates(results), reverse=True)
    order = results.filter_line.order
    order.setFocus()
    for title, check in (
        ("Oldest first", lambda: dates(results) == sorted(dates(results))),
        ("Least cloud", lambda: [row.cloud for row in results.model.shown][:2] == [0.4, 3.1]),
        ("Most coverage", lambda: results.model.shown[0].coverage == 1.0),
        ("Smallest first", lambda: results.model.shown[0].size == min(row.size for row in results.model.shown)),
    ):
        while order.currentText() != title:
            press(order, Qt.Key.Key_Down)
        press(order, Qt.Key.Key_Return) if order.view().isVisible() else None
        wait_until(check)


def test_words_filter_the_list_at_once(results):
    show(results)
    arrive(results, 12)
    told = Heard(results.visibleKeysChanged)
    field = results.filter_line.field
    field.setFocus()
    QTest.keyClicks(field, "29umu s2b")
    wait_until(lambda: len(results.model.shown) == 2)
    assert all(row.tile == "T29UMU" and row.platform == "Sentinel-2B" for row in results.model.shown)
    assert results.timeline.shown.text() == "2 of 12 shown"
    wait_until(lambda: told and told[-1] == [row.key for row in results.model.shown])
    QTest.keyClicks(field, " nothing")
    wait_until(results.hidden_page.isVisible)
    click(results.hidden_page.show_all)
    assert len(results.model.shown) == 12
    assert results.view.isVisible()
    wait_until(lambda: told[-1] is None)


def test_control_f_goes_to_the_filter_and_down_back_to_the_list(results):
    show(results)
    arrive(results)
    results.view.setFocus()
    press(results.view, Qt.Key.Key_F, CONTROL)
    wait_until(results.filter_line.field.hasFocus)
    press(results.filter_line.field, Qt.Key.Key_Down)
    wait_until(results.view.hasFocus)


def test_selecting_by_mouse_is_told_once_and_counted_below(results):
    show(results)
    products = arrive(results)
    told = Heard(results.selectionChanged)
    click(results.view.viewport(), card(results, 0))
    click(results.view.viewport(), card(results, 2), CONTROL)
    assert results.footer.count.text() == "2 selected"
    wait_until(lambda: told)
    QTest.qWait(150)
    shown = [results.model.shown[0].key, results.model.shown[2].key]
    assert told == [shown]
    assert results.footer.facts.text().startswith(" · 2.26 GB")
    wait_until(lambda: "of the area" in results.footer.facts.text())
    click(results.footer.clear)
    assert results.footer.count.text() == "Nothing selected"
    assert not results.footer.load.isEnabled()
    wait_until(lambda: told[-1] == [])
    assert len(products) == 12


def test_selecting_on_the_map_is_not_told_back(results):
    show(results)
    arrive(results, 60)
    told = Heard(results.selectionChanged)
    wanted = [results.model.shown[40].key, results.model.shown[42].key]
    results.select_keys(wanted)
    assert [row.key for row in results.view.selected_rows()] == wanted
    assert results.view.viewport().rect().contains(card(results, 40))
    QTest.qWait(200)
    assert told == []
    press(results.view, Qt.Key.Key_Space)
    wait_until(lambda: told == [[wanted[1]]])


def test_arrows_shift_home_end_and_control_a(results):
    show(results)
    arrive(results, 30)
    view = results.view
    click(view.viewport(), card(results, 1))
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_Down, SHIFT)
    assert [results.model.position(key) for key in view.selected_keys()] == [1, 2, 3]
    press(view, Qt.Key.Key_Down, CONTROL)
    assert len(view.selected_keys()) == 3
    press(view, Qt.Key.Key_Space)
    assert [results.model.position(key) for key in view.selected_keys()] == [1, 2, 3, 4]
    press(view, Qt.Key.Key_End)
    assert [results.model.position(key) for key in view.selected_keys()] == [29]
    press(view, Qt.Key.Key_Home, SHIFT)
    assert len(view.selected_keys()) == 30
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Home)
    assert [results.model.position(key) for key in view.selected_keys()] == [0]
    press(view, Qt.Key.Key_A, CONTROL)
    assert results.footer.count.text() == "30 selected"


def test_letters_do_what_the_buttons_do(results):
    show(results)
    products = arrive(results)
    loads, downloads = Heard(results.loadRequested), Heard(results.downloadRequested)
    zooms, drapes = Heard(results.zoomRequested), Heard(results.drapeRequested)
    click(results.view.viewport(), card(results, 0))
    chosen = results.view.selected_rows()[0].product
    assert chosen in products
    for key in (Qt.Key.Key_L, Qt.Key.Key_D, Qt.Key.Key_Z, Qt.Key.Key_Q, Qt.Key.Key_C):
        press(results.view, key)
    assert loads == [([chosen], "")]
    assert downloads == [[chosen]]
    assert zooms == [[chosen]]
    assert drapes == [chosen]
    assert QGuiApplication.clipboard().text() == chosen.self_href
    click(results.footer.load)
    click(results.footer.download)
    assert len(loads) == len(downloads) == 2


def test_keys_that_qgis_owns_are_taken_by_the_list(results):
    show(results)
    arrive(results)
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtGui import QKeyEvent

    for key, modifier in ((Qt.Key.Key_L, 0), (Qt.Key.Key_Z, 0), (Qt.Key.Key_A, CONTROL), (Qt.Key.Key_F, CONTROL)):
        wanted = modifier or Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, wanted)
        event.ignore()
        QApplication.sendEvent(results.view, event)
        assert event.isAccepted(), key


def test_load_offers_the_presets_that_the_products_have(results):
    show(results)
    arrive(results)
    loads = Heard(results.loadRequested)
    click(results.view.viewport(), card(results, 0))
    titles = [action.text() for action in results.footer.preset_menu.actions()]
    assert "True colour" in titles
    click(results.footer.presets)
    wait_until(results.footer.preset_menu.isVisible)
    place = results.footer.preset_menu.actionGeometry(results.footer.preset_menu.actions()[-1]).center()
    click(results.footer.preset_menu, place)
    assert len(loads) == 1
    assert loads[0][1] != ""


def test_return_opens_the_details_and_escape_closes_them(results):
    show(results)
    arrive(results)
    click(results.view.viewport(), card(results, 3))
    product = results.view.selected_rows()[0].product
    press(results.view, Qt.Key.Key_Return)
    assert results.preview.isVisible()
    assert results.preview.title.accessibleName() == product.id
    assets = results.preview.assets
    lines = [[assets.topLevelItem(at).text(column) for column in range(3)] for at in range(assets.topLevelItemCount())]
    assert ["True colour, 10 m", "COG", "152 MB"] in lines
    press(results.preview.back, Qt.Key.Key_Escape)
    assert results.view.isVisible()
    assert not results.preview.isVisible()


def test_hover_is_told_and_the_map_lifts_a_card_without_scrolling(results):
    show(results)
    arrive(results, 40)
    told = Heard(results.hovered)
    QTest.mouseMove(results.view.viewport(), card(results, 1))
    wait_until(lambda: told and told[-1] == results.model.shown[1].key)
    before = results.view.verticalScrollBar().value()
    lifted = results.model.shown[3].key
    plain = results.view.viewport().grab().toImage()
    results.highlight(lifted)
    QTest.qWait(30)
    assert results.view.viewport().grab().toImage() != plain
    assert results.view.verticalScrollBar().value() == before


def test_pages_that_arrive_do_not_move_what_is_selected(results):
    show(results)
    arrive(results, 40, start=100)
    click(results.view.viewport(), card(results, 4))
    chosen = results.view.selected_keys()
    y = card(results, 4).y()
    # newer ones come in above, in one run and scattered
    arrive(results, 25, start=60)
    wait_until(results.view.new_above.isVisible)
    assert results.view.new_above.text() == "25 new ↑"
    assert results.view.selected_keys() == chosen
    assert card(results, results.model.position(chosen[0])).y() == y
    arrive(results, 120, start=0, place="planetary_computer")
    assert results.view.selected_keys() == chosen
    assert card(results, results.model.position(chosen[0])).y() == y
    click(results.view.new_above)
    assert results.view.verticalScrollBar().value() == 0
    assert not results.view.new_above.isVisible()
    assert results.view.selected_keys() == chosen


def test_sorting_and_filtering_keep_the_selection(results):
    show(results)
    arrive(results, 30)
    click(results.view.viewport(), card(results, 2))
    chosen = results.view.selected_keys()
    results.filter_line.order.setCurrentIndex(2)
    results.filter_line.order.activated.emit(2)
    assert results.view.selected_keys() == chosen
    assert results.view.current_row().key == chosen[0]


def test_thumbnails_are_fetched_for_the_rows_that_are_seen_only(results, thumbnail_server):
    server, asked = thumbnail_server
    show(results, 380, 700)
    arrive(results, 200, thumbnails=server)
    wait_until(lambda: len(asked) >= 4, 10)
    QTest.qWait(400)
    seen = {f"/{row.product.thumbnail_href.rsplit('/', 1)[1]}" for row in results.view.seen_rows()}
    assert set(asked) == seen
    href = results.model.shown[0].product.thumbnail_href
    size = results.view.card_delegate.fonts.px(66)
    corner = results.view.visualRect(results.model.index(0, 0)).topLeft() + QPoint(30, 40)
    wait_until(lambda: results.pictures.image(href) is not None)
    QTest.qWait(50)
    drawn = results.view.viewport().grab().toImage()
    colours = {drawn.pixel(corner.x() + dx, corner.y() + dy) for dx in range(0, 30, 5) for dy in range(0, 20, 5)}
    assert len(colours) > 4
    assert size >= 66


def test_wide_it_is_a_table_with_a_preview(results):
    show(results, 1100, 500)
    arrive(results, 20)
    view = results.view
    assert view.horizontalHeader().isVisible()
    assert [column for column in Column if view.isColumnHidden(column)] == []
    assert view.rowHeight(0) < 40
    assert sum(view.columnWidth(column) for column in Column) <= view.viewport().width()
    index = view.model().index(2, Column.COVERS)
    click(view.viewport(), view.visualRect(index).center())
    assert results.preview.isVisible()
    assert results.preview.title.accessibleName() == results.model.shown[2].product.id
    header = view.horizontalHeader()
    x = header.sectionViewportPosition(Column.CLOUD) + 10
    click(header.viewport(), QPoint(x, header.height() // 2))
    assert [row.cloud for row in results.model.shown] == sorted(row.cloud for row in results.model.shown)
    click(results.filter_line.cards)
    assert view.cards
    assert not header.isVisible()


def test_narrow_the_table_shows_what_fits(results):
    show(results, 340, 600)
    arrive(results, 20)
    click(results.filter_line.table)
    view = results.view
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert shown[:3] == [Column.CARD, Column.ACQUIRED, Column.TILE]
    assert sum(view.columnWidth(column) for column in shown) <= view.viewport().width()


def test_resizing_keeps_the_top_row(results):
    show(results, 380, 700)
    arrive(results, 100)
    results.view.verticalScrollBar().setValue(results.view.rowHeight(0) * 30)
    top = results.model.shown[results.view.rowAt(0)].key
    results.resize(1000, 600)
    QTest.qWait(50)
    assert results.model.shown[results.view.rowAt(0)].key == top


def test_the_order_is_remembered(results, services):
    from copernicus_plugin.gui.results_tab.tab import ResultsTab
    from tests.qgis.gui_results.shown import end

    show(results)
    arrive(results)
    results.filter_line.order.setCurrentIndex(1)
    results.filter_line.order.activated.emit(1)
    results.hide()
    again = ResultsTab(services)
    assert again.filter_line.order.currentText() == "Oldest first"
    again.close_for_good()
    end(again)
