from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QFont

from copernicus_plugin.gui.downloads_tab.tab import DownloadsTab
from copernicus_plugin.gui.results_tab.tab import ResultsTab
from copernicus_plugin.host.services import Services
from tests.qgis.gui_results.invented import quicklook_server
from tests.qgis.gui_results.shown import end


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(autouse=True)
def _font_of_qgis(qgis_app):
    """9 points, as QGIS's own default is; the widths of ux.md are for that."""
    before = QFont(qgis_app.font())
    font = QFont(before)
    font.setPointSizeF(9)
    qgis_app.setFont(font)
    yield
    qgis_app.setFont(before)


@pytest.fixture
def services(qgis_app):
    QgsSettings().remove("copernicus_plugin")
    made = Services()
    yield made
    made.close()


@pytest.fixture
def thumbnail_server():
    with quicklook_server() as server:
        yield server


@pytest.fixture
def results(services):
    tab = ResultsTab(services)
    yield tab
    tab.close_for_good()
    end(tab)


@pytest.fixture
def downloads_tab(services):
    tab = DownloadsTab(services)
    yield tab
    end(tab)
