"""What a signed access point leaves behind on the disk: pixels, and not one signature."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, unquote

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer

import copernicus_plugin
from copernicus_plugin.host.area import area_from_text
from copernicus_plugin.model.download import DownloadState
from copernicus_plugin.model.query import Period, Query
from tests.qgis.host.conftest import own_folders, plain_environment, sandbox, set_proxy, trust, trusted, until  # noqa: F401
from tests.qgis.interface import Interface

PLACE = "planetary_computer"
SECRET = re.compile(rb"(?i)\bsig(?:nature)?(?:=|%3d)(?!\*\*\*)")
"""A signature that is not hidden, also where the address is quoted."""


@pytest.fixture
def window(qgis_app, qgis_new_project, own_folders, sandbox, trusted, monkeypatch):  # noqa: F811
    """The panel in a window, behind the sandbox; yields the interface and the panel's services."""
    for name in ("CURL_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    set_proxy(*sandbox.proxy)
    gdal.VSICurlClearCache()
    settings = QgsSettings()
    settings.remove("copernicus_plugin")
    settings.setValue("copernicus_plugin/state/folder_asked", "true")
    settings.setValue("copernicus_plugin/download_folder", str(own_folders / "downloads"))
    interface = Interface()
    plugin = copernicus_plugin.classFactory(interface)
    plugin.initGui()
    interface.actions[0].trigger()
    yield interface, plugin._services
    plugin.unload()
    interface.close()
    settings.remove("copernicus_plugin")
    gdal.VSICurlClearCache()


@pytest.fixture
def messages(qgis_app):
    told = []
    log = QgsApplication.messageLog()

    def hear(text, tag, level):
        told.append(text)

    log.messageReceived.connect(hear)
    yield told
    log.messageReceived.disconnect(hear)


def used(interface, services, tmp_path):
    """Search, thumbnails, streaming, a combination of bands, the quicklook, a download; then the project is saved."""
    dock = interface.docks[0]
    period = Period(dt.datetime(2022, 9, 1, tzinfo=dt.timezone.utc), dt.datetime(2022, 11, 1, tzinfo=dt.timezone.utc))
    area = area_from_text("-9.2, 52.6, -7.6, 53.5")
    dock.search_tab.searchRequested.emit(Query("sentinel-2-l2a", area=area, period=period, limit=20), [PLACE])
    project = QgsProject.instance()

    def layers(kind):
        return [layer for layer in project.mapLayers().values() if isinstance(layer, kind)]

    until(lambda: [layer for layer in layers(QgsVectorLayer) if layer.source().partition("|")[0].endswith(".gpkg")])
    product = dock.results_tab.model.shown[0].product
    dock.results_tab.loadRequested.emit([product], "true_colour")
    dock.results_tab.loadRequested.emit([product], "false_colour")
    dock.results_tab.drapeRequested.emit(product)
    until(lambda: len(layers(QgsRasterLayer)) == 3, 20)
    dock.results_tab.downloadRequested.emit([product])
    until(lambda: [d.state for d in services.downloads.downloads()] == [DownloadState.DONE], 30)
    until(lambda: len(layers(QgsRasterLayer)) == 4, 20)
    assert project.write(str(tmp_path / "saved.qgz"))
    assert project.write(str(tmp_path / "saved.qgs"))
    return [layer.source() for layer in project.mapLayers().values()]


def written(folder):
    """Every file's name and bytes, archives unpacked."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield str(file), file.read_bytes()
            if file.suffix == ".qgz":
                with zipfile.ZipFile(file) as archive:
                    for name in archive.namelist():
                        yield f"{file}/{name}", archive.read(name)


def test_no_signature_is_left_anywhere(window, messages, sandbox, own_folders):  # noqa: F811
    interface, services = window
    sources = used(interface, services, own_folders)
    QgsSettings().sync()
    found = dict(written(own_folders))
    found["settings"] = Path(QgsSettings().fileName()).read_bytes()
    found["sources"] = "\n".join(sources).encode()
    found["messages"] = "\n".join(messages).encode()
    names = "\n".join(found)
    for kind in ("requests.log", ".gpkg", ".vrt", "quicklook_", ".qgz/saved.qgs", "downloads/"):
        assert kind in names, kind
    assert any("pc_url_signing=yes" in source for source in sources)
    signatures = {value for request in sandbox.requests() for value in parse_qs(request.query).get("sig", [])}
    assert signatures, "files were asked for with signatures, or this test proves nothing"
    for name, content in found.items():
        hit = SECRET.search(content)
        assert hit is None, f"{name}: {content[max(0, hit.start() - 80) : hit.end() + 40]!r}"
        for signature in signatures:
            for spelling in (signature, unquote(signature)):
                assert spelling.encode() not in content, name
