"""What the plugin remembers."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsSettings

from copernicus_plugin.host.settings import PREFIX, PluginSettings


@pytest.fixture(autouse=True)
def empty(qgis_app):
    QgsSettings().remove(PREFIX.rstrip("/"))
    yield
    QgsSettings().remove(PREFIX.rstrip("/"))


def test_first_start():
    settings = PluginSettings()
    assert os.path.basename(settings.download_folder) == "Copernicus"
    assert os.path.isabs(settings.download_folder)
    assert settings.load_when_done is True
    assert settings.last_search == {}
    assert settings.dock_tab == 0
    assert settings.widths("results") == []
    assert settings.state("open", {"a": 1}) == {"a": 1}


def test_everything_is_remembered():
    first = PluginSettings()
    first.download_folder = "/data/Köln"
    first.load_when_done = False
    first.last_search = {"collection": "sentinel-2-l2a", "days": 30}
    first.dock_tab = 2
    first.set_widths("results", [120, 80])
    first.set_state("open", ["where", "when"])
    second = PluginSettings()
    assert second.download_folder == "/data/Köln"
    assert second.load_when_done is False
    assert second.last_search == {"collection": "sentinel-2-l2a", "days": 30}
    assert second.dock_tab == 2
    assert second.widths("results") == [120, 80]
    assert second.state("open") == ["where", "when"]


@pytest.mark.parametrize("damage", ["{", "[1", '"text"', "true", "-5", "5.5"])
def test_damaged_values_are_as_if_never_set(damage):
    for key in ("last_search", "dock_tab", "state/widths/results"):
        QgsSettings().setValue(PREFIX + key, damage)
    settings = PluginSettings()
    assert settings.last_search == {}
    assert settings.dock_tab == 0
    assert settings.widths("results") == []
