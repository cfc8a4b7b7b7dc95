"""The Access points tab over the real services; the places answer from the sandbox, under their own names."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from copernicus_plugin.gui.access_points_tab.tab import AccessPointsTab
from copernicus_plugin.host.services import Services
from tests.qgis.host.conftest import (  # noqa: F401 - fixtures
    deleted,
    own_folders,
    plain_environment,
    sandbox,
    set_proxy,
    trust,
    trusted,
    until,
)
from tests.qgis.host.test_accounts import IDENTITY, manager, the_typist, typist  # noqa: F401 - fixtures


@pytest.fixture
def make_services(typist, own_folders, sandbox, trusted):  # noqa: F811
    made = []
    sandbox.tell(IDENTITY, do="reset")

    def make():
        set_proxy(*sandbox.proxy)
        made.append(Services())
        return made[-1]

    yield make
    for services in made:
        services.close()
        services.deleteLater()
    deleted()


@pytest.fixture
def make_tab(make_services):
    docks = []

    def make(width=380, height=860, services=None):
        dock = QDockWidget()
        tab = AccessPointsTab(services or make_services(), dock)
        dock.setWidget(tab)
        dock.resize(width, height)
        dock.show()
        dock.activateWindow()
        QTest.qWait(20)
        tab.told = []
        tab.searchAt.connect(lambda place: tab.told.append(("search", place.id)))
        tab.collectionRequested.connect(lambda one, place: tab.told.append(("collection", one, place.id)))
        tab.accountDone.connect(lambda place, usable: tab.told.append(("done", place, usable)))
        tab.linkRequested.connect(lambda url: tab.told.append(("link", url)))
        tab.registryChanged.connect(lambda: tab.told.append(("registry",)))
        tab.services = tab._services
        docks.append(dock)
        return tab

    yield make
    for dock in docks:
        dock.hide()
        dock.deleteLater()
    QApplication.sendPostedEvents()


@pytest.fixture
def tab(make_tab):
    return make_tab()
