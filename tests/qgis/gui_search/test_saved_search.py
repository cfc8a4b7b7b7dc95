"""Searches kept in files: what was saved is what comes back, and a file that is none is named."""

from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtWidgets import QFileDialog

from copernicus_plugin.gui.search_tab.saved import SUFFIX
from tests.qgis.gui_search.conftest import choose


def act(tab, title, path):
    """Choose the action of the button's menu, and the file in the dialog that follows."""
    next(action for action in tab.footer.menu.actions() if action.text() == title).trigger()
    dialog = next(found for found in tab.findChildren(QFileDialog) if found.isVisible())
    dialog.selectFile(str(path))
    dialog.accept()


def test_a_saved_search_comes_back_with_its_area_period_and_filters(filled, make_tab, tmp_path):
    file = tmp_path / f"west{SUFFIX}"
    filled.footer.text_edit.setPlainText("sentinel-2-l2a 2022-08-22/2022-11-22 cloud<=35 bbox=-9.4,52.3,-7.6,53.2")
    filled.footer.flush()
    wanted = filled.query_or_none()
    act(filled, "Save this search…", file)
    assert file.is_file()

    other = make_tab()
    choose(other, "dem")
    act(other, "Open a saved search…", file)
    assert other.query_or_none() == wanted


@pytest.mark.parametrize(
    "content",
    [b"\x00\xff", b"[]", b'{"text": 5}', json.dumps({"text": "sentinel-2-l2a", "area": "0106000000ff"}).encode()],
)
def test_a_file_that_holds_no_search_is_named_and_changes_nothing(filled, tmp_path, content):
    file = tmp_path / f"odd{SUFFIX}"
    file.write_bytes(content)
    before = filled.query_or_none()
    act(filled, "Open a saved search…", file)
    assert "odd" in filled.where.message.text
    assert filled.query_or_none() == before
