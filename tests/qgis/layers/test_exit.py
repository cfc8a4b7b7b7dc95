"""QGIS is closed while a layer is being opened: it must end well, not in a crash of a thread left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .file_server import FileServer
from .rasters import write_scene

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = """
import sys, time
from qgis.core import QgsApplication, QgsProject

application = QgsApplication([], True)
application.initQgis()
from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.model.collection import BandPreset, Collection, Theme
from copernicus_plugin.model.product import Asset, Product

preset = BandPreset("true_colour", "True colour", assets=("visual",), stretch=(0, 3000))
collection = Collection("sentinel-2-l2a", "Sentinel-2", Theme.SATELLITE, presets=(preset,))
loader = LayerLoader({collection.id: collection}, {}, sys.argv[2])
for number in range(3):
    asset = Asset("visual", f"{sys.argv[1]}/slow/0.4/TCI.tif?{number}", "image/tiff; application=geotiff")
    product = Product(
        id=str(number), collection=collection.id, access_point="somewhere", endpoint="https://somewhere.example",
        footprint=None, bbox=None, assets={"visual": asset},
    )
    loader.load_streamed(product, "", lambda asset: StreamAddress(asset.href))
ends = time.monotonic() + float(sys.argv[3])
while time.monotonic() < ends:
    application.processEvents()
    time.sleep(0.005)
started = time.perf_counter()
loader.close()
print("closed in", time.perf_counter() - started, flush=True)
application.exitQgis()
time.sleep(1.5)
print("ended", flush=True)
"""


@pytest.mark.parametrize("after", [0.05, 0.45, 0.85])
def test_qgis_ends_well_while_a_layer_is_opened(tmp_path, after):
    write_scene(tmp_path)
    server = FileServer(tmp_path, tmp_path / "journal")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    environment |= {"QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "QGIS_AUTH_DB_DIR_PATH": str(tmp_path)}
    command = [sys.executable, "-X", "faulthandler", "-c", SCRIPT, server.url, str(tmp_path), str(after)]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path
        )
    finally:
        server.close()
    assert done.stdout.endswith("ended\n"), done.stderr[-3000:]
    assert done.returncode == 0, done.stderr[-3000:]
    assert float(done.stdout.split("closed in", 1)[1].split()[0]) < 1.2
