"""The engine runs without QGIS: importing qgis, osgeo or Qt fails in this tier."""

from __future__ import annotations

import importlib.abc
import sys

FORBIDDEN = ("qgis", "osgeo", "PyQt5", "PyQt6")


class _Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in FORBIDDEN:
            raise ImportError(f"{fullname} is blocked in tests/unit")


def pytest_configure(config):
    loaded = [name for name in FORBIDDEN if name in sys.modules]
    if loaded:
        raise RuntimeError(f"tests/unit must run without {loaded}: use -p no:pytest_qgis -p no:pytest-qt")
    sys.meta_path.insert(0, _Refuse())
