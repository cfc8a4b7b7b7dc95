from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.model.geometry_cases import GeometryCases

pytest.importorskip("shapely")


class TestWithShapely(GeometryCases):
    library = "shapely"


def test_importing_geometry_imports_no_geometry_library():
    code = (
        "import sys; import copernicus_plugin.model.geometry; "
        "sys.exit(any(name.partition('.')[0] in ('shapely', 'qgis', 'numpy', 'osgeo') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_without_shapely_qgis_is_chosen():
    code = (
        "import sys; sys.modules['shapely'] = None; sys.modules['shapely.geometry'] = None\n"
        "from copernicus_plugin.model.geometry_backend import backend\n"
        "sys.exit(backend().name != 'qgis')"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
