"""What the plugin costs a QGIS that starts with it switched on, in fresh processes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
MOST_MILLISECONDS = 150
NEEDLESS = ("requests", "urllib3", "shapely", "owslib", "numpy", "lxml")

SCRIPT = """
import json, sys, time
import qgis.gui, qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow

application = QgsApplication([], True)
application.initQgis()


class Interface:
    def __init__(self):
        self.window, self.actions = QMainWindow(), []

    def mainWindow(self):
        return self.window

    def registerMainWindowAction(self, action, keys):
        return True

    def addWebToolBarIcon(self, action):
        self.actions.append(action)

    def addPluginToWebMenu(self, name, action):
        self.actions.append(action)


interface = Interface()
before = set(sys.modules)
started = time.perf_counter()
import copernicus_plugin
plugin = copernicus_plugin.classFactory(interface)
plugin.initGui()
seconds = time.perf_counter() - started
new = {name.partition(".")[0] for name in set(sys.modules) - before}
texts = [action.text() for action in interface.actions]
print(json.dumps({"milliseconds": 1000 * seconds, "imported": sorted(new), "actions": texts}))
"""


@pytest.fixture(scope="module")
def starts(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    own = {"HOME": str(home), "QGIS_CUSTOM_CONFIG_PATH": str(home), "QGIS_AUTH_DB_DIR_PATH": str(home)}
    environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = []
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", SCRIPT]
        done = subprocess.run(
            command, env=environment, cwd=home, capture_output=True, text=True, timeout=60, check=False
        )
        lines = done.stdout.splitlines()
        assert lines, done.stderr
        told.append(json.loads(lines[-1]))
    return told


def test_switching_it_on_takes_no_time_to_speak_of(starts):
    assert all(start["actions"] == ["Copernicus Data Access"] * 2 for start in starts)
    assert statistics.median(start["milliseconds"] for start in starts) <= MOST_MILLISECONDS, starts


def test_nothing_heavy_is_imported_for_an_action_in_a_tool_bar(starts):
    for start in starts:
        assert "copernicus_plugin" in start["imported"]
        assert not set(NEEDLESS) & set(start["imported"])
