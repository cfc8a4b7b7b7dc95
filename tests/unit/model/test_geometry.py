from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from copernicus_plugin.model import geometry
from copernicus_plugin.model.errors import ErrorKind
from tests.unit.model.geometry_cases import GeometryCases, failure_of

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


RECORDINGS = Path(__file__).parents[4] / "shared" / "recordings"


def _geometries(node):
    if isinstance(node, dict):
        if node.get("type") == "Feature" and node.get("geometry"):
            yield node["geometry"]
        for member in node.values():
            yield from _geometries(member)
    elif isinstance(node, list):
        for member in node:
            yield from _geometries(member)


@pytest.mark.shared
@pytest.mark.skipif(not RECORDINGS.is_dir() and not os.environ.get("CI"), reason="needs ../shared")
def test_every_recorded_footprint_is_read():
    count = 0
    for path in sorted(RECORDINGS.rglob("*.json")):
        try:
            content = json.loads(path.read_bytes())
        except ValueError:
            content = None
        for recorded in _geometries(content):
            failure = failure_of(geometry.geojson_to_wkb, recorded)
            assert failure in (None, ErrorKind.BAD_ANSWER), path
            if failure is None:
                wkb = geometry.geojson_to_wkb(recorded)
                west, south, east, north = geometry.bounds(wkb)
                assert -180 <= west <= 180, path
                assert -180 <= east <= 180, path
                assert -90 <= south < north <= 90, path
                assert geometry.area_km2(wkb) > 0, path
                count += 1
    assert count > 100
