"""What is done with one product by the menu, and with many by one question."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import Qt

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.rows import Row
from tests.qgis.gui_results.invented import QUERY, dem, sentinel
from tests.qgis.gui_results.shown import Heard, click, press, show, wait_until


@pytest.fixture
def listed(results):
    def fill(count: int, width: int = 380):
        show(results, width)
        results.begin(QUERY, ["earth_search"])
        results.add_products([sentinel(number) for number in range(count)])
        results.view.setFocus()
        press(results.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        return results

    return fill


@pytest.mark.parametrize("width", [320, 380, 1100])
def test_twenty_are_asked_about_once_inside_the_bar(listed, width):
    tab = listed(20, width)
    each, mosaic = Heard(tab.loadRequested), Heard(tab.mosaicRequested)
    click(tab.footer.load)
    assert (each, mosaic) == ([], [])
    question = tab.footer.question
    assert question.isVisible()
    assert question.text == "Load 20 products:"
    assert question.link("As one mosaic").hasFocus()
    click(question.link("As one mosaic"))
    assert not question.isVisible()
    assert len(mosaic[0][0]) == 20
    press(tab.view, Qt.Key.Key_L)
    click(question.link("20 layers"))
    assert len(each[0][0]) == 20
    assert len(mosaic) == 1


def test_escape_takes_the_question_back_and_so_does_another_selection(listed):
    tab = listed(24)
    each, mosaic = Heard(tab.loadRequested), Heard(tab.mosaicRequested)
    click(tab.footer.load)
    press(tab.footer.question.links[0], Qt.Key.Key_Escape)
    assert not tab.footer.question.isVisible()
    click(tab.footer.load)
    press(tab.view, Qt.Key.Key_End)
    wait_until(lambda: len(tab.view.selected_rows()) == 1)
    assert not tab.footer.question.isVisible()
    assert (each, mosaic) == ([], [])


def test_the_preset_chosen_before_the_question_is_kept(listed):
    tab = listed(24)
    mosaic = Heard(tab.mosaicRequested)
    tab.footer.preset_menu.actions()[1].trigger()
    click(tab.footer.question.link("As one mosaic"))
    assert mosaic[0][1] == preset_ids(tab)[1]


def preset_ids(tab):
    collection = tab._services.registry.collections[QUERY.collection]
    shown = [action.text() for action in tab.footer.preset_menu.actions()]
    return [preset.id for title in shown for preset in collection.presets if str(preset.title) == title]


def test_nineteen_are_loaded_without_a_question(listed):
    tab = listed(19)
    each = Heard(tab.loadRequested)
    click(tab.footer.load)
    assert len(each[0][0]) == 19


def test_the_menu_of_a_card_loads_and_downloads(listed):
    tab = listed(1)
    loaded, downloaded = Heard(tab.loadRequested), Heard(tab.downloadRequested)
    titles = {action.text().split("\t")[0]: action for action in tab.menu.actions()}
    titles["Load"].trigger()
    titles["Download"].trigger()
    assert len(loaded[0][0]) == len(downloaded[0]) == 1


def test_nothing_selected_beside_the_table_says_what_comes_there(results):
    show(results, 1100)
    results.begin(QUERY, ["earth_search"])
    results.add_products([sentinel(number) for number in range(3)])
    assert results.preview.hint.isVisible()
    assert results.preview.hint.text() == "Select a product to see it here."
    results.view.select_keys([sentinel(1).key])
    results.view.setFocus()
    press(results.view, Qt.Key.Key_Down)
    assert not results.preview.hint.isVisible()


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.04, "0.1"), (0.4, "0.4"), (0.94, "0.9"), (0.97, "1"), (1.0, "1"), (1.4, "1"), (99.6, "99")],
)
def test_one_per_cent_has_no_decimal(qgis_app, value, text):
    assert formats.per_cent_number(value) == text


def test_a_dem_cell_is_read_from_the_id_where_nothing_else_tells_it(qgis_app):
    told = dem(12)
    untold = dataclasses.replace(told, properties={**told.properties, "grid:code": None})
    assert Row(untold, 0, None).tile == Row(told, 0, None).tile == "N51 W002"
