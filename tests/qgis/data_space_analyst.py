"""The Data Space as an analyst meets it: real services, the real panel, real sockets to the sandbox."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import Qt

from copernicus_plugin.gui.account_routing import AccountRouting
from copernicus_plugin.gui.dock import CopernicusDock
from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.message_actions import offered
from copernicus_plugin.gui.messages import part_of
from copernicus_plugin.host.services import Services
from copernicus_plugin.model.download import DownloadRequest, DownloadState
from copernicus_plugin.model.query import Query
from copernicus_plugin.transfers.queue import DownloadQueue
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
from tests.qgis.interface import Interface
from tests.sandbox import Fault
from tests.sandbox.content.accounts import ANALYST

CATALOGUE = "catalogue.dataspace.copernicus.eu"
DOWNLOAD = "download.dataspace.copernicus.eu"
TOKEN = r"/protocol/openid-connect/token$"
WHOLE = r"\$value"
BROKEN_AT = 300_000
"""Bytes that have arrived at least where a test lets a transfer break off."""
TOKEN_ENDED = '{"code": "DAT-ZIP-109", "message": "Signature verification failed: token is expired"}'


class Hasty(Services):
    """Tries again sooner than a user would want it."""

    def _make_queue(self, changed):
        return DownloadQueue(
            self.session,
            self._request_for,
            changed,
            refused=self._refused,
            retry_delays=(0.02, 0.02, 0.02),
            explain=self._explain,
        )


class Analyst:
    """Who searches, downloads, and reads what the panel says."""

    def __init__(self, services, sandbox, folder):  # noqa: F811
        self.services, self.sandbox, self.folder = services, sandbox, folder
        self.interface = Interface()
        self.dock = CopernicusDock(services, self.interface)
        self.routing = AccountRouting(services, self.dock)
        self.accounts, self.store = services.accounts, services.accounts.store
        self.logged: list[tuple[int, str]] = []
        self.tested: list[object] = []
        QgsApplication.messageLog().messageReceived.connect(self._hear)
        self.accounts.tested.connect(lambda place, error, seconds: self.tested.append(error))
        self._statuses: list[object] = []
        self._products: list[object] = []
        services.search.finished.connect(self._statuses.append)
        services.search.productsFound.connect(lambda place, products: self._products.extend(products))

    def _hear(self, text, tag, level):
        if tag == "Copernicus":
            self.logged.append((int(level), text))

    def has_account(self, person, place="cdse"):
        self.store.save(place, {"username": person.username, "password": person.password}, bool(person.code))

    def saves_and_tests(self, person, place="cdse"):
        """As the account's form does."""
        self.has_account(person, place)
        values = {"username": person.username, "password": person.password}
        told = len(self.tested)
        self.accounts.test(place, values, bool(person.code), person.code)
        until(lambda: len(self.tested) > told)
        assert self.tested[-1] is None, str(self.tested[-1])

    def tries_again(self, download_id):
        """What was logged before is forgotten."""
        self.logged.clear()
        self.services.downloads.retry(download_id)

    def reads_files_again(self):
        self.services.__dict__.pop("registry", None)
        assert self.services.registry is not None

    def ask(self, collection="sentinel-2-l2a", place="cdse", limit=20):
        """The status of the place, and what it found."""
        self._statuses.clear()
        self._products.clear()
        self.services.search.start(Query(collection, limit=limit), [place])
        return self._answer()

    def asks_again(self, place="cdse"):
        self._statuses.clear()
        self._products.clear()
        self.services.search.retry(place)
        return self._answer()

    def _answer(self):
        until(lambda: self._statuses, 20)
        return self._statuses[0][0], list(self._products)

    def finds(self, collection="sentinel-2-l2a", place="cdse", online=True):
        status, products = self.ask(collection, place)
        assert status.error is None, str(status.error)
        return next(one for one in products if (one.properties.get("order:status") is None) is online)

    def downloads(self, product):
        """The id of the download that was started."""
        asset = product.assets["Product"]
        title = f"{product.collection} {product.properties.get('datetime', '')}"
        (made,) = self.services.downloads.add([DownloadRequest(product, (asset,), str(self.folder), title)])
        return made.id

    def download(self, download_id):
        (found,) = [one for one in self.services.downloads.downloads() if one.id == download_id]
        return found

    def until_state(self, download_id, state, seconds=10.0):
        ended = (DownloadState.FAILED, DownloadState.DONE)

        def arrived():
            now = self.download(download_id)
            assert now.state is state or now.state not in ended, f"{now.state}: {now.error}"
            return now.state is state

        until(arrived, seconds)
        return self.download(download_id)

    def until_failed(self, download_id):
        """And QGIS's log says so."""
        until(self.failures_logged)
        return self.until_state(download_id, DownloadState.FAILED)

    def until_done(self, download_id):
        """It goes on by itself, soon."""
        until(lambda: self.download(download_id).state is not DownloadState.FAILED)
        return self.until_state(download_id, DownloadState.DONE)

    def reads(self, download_id):
        """The sentence of the row, and the links after it; also as a screen reader says it."""
        model = self.dock.downloads_tab.model
        shown = self.download(download_id)
        place = model.place_of(shown)
        told = sentences.failure(shown, place)
        assert told is not None
        rows = [model.index(row) for row in range(model.rowCount())]
        spoken = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
        assert [text for text in spoken if text and told.text in text], (told.text, spoken)
        return told.text, [action.name for action in offered(told, place.access_point)], told.link

    def part(self, product):
        """Bytes of the file that is not complete."""
        return sum(file.stat().st_size for file in self.folder.rglob(f"{product.id}*.part"))

    def kept(self, product):
        """What arrived, told as the panel tells it; it is enough to speak of."""
        size = product.assets["Product"].size
        assert BROKEN_AT <= self.part(product) < size
        return f"{part_of(self.part(product), size)} are kept."

    def failures_logged(self):
        return [text for level, text in self.logged if level >= int(Qgis.MessageLevel.Warning)]

    def breaks_off(self, product, meanwhile):
        """The id of a download that is in its middle when ``meanwhile`` happens, and goes on after it."""
        self.sandbox.tell(DOWNLOAD, do="deliver", name=f"{product.id}.SAFE", how="stored")
        # It never gets to its end, and is slow enough for small pieces.
        fault = Fault(throttle=1_500_000, stall=60.0, stall_after=1_000_000)
        self.sandbox.fault(DOWNLOAD, WHOLE, fault, times=1)
        started = self.downloads(product)
        until(lambda: self.download(started).received >= BROKEN_AT)
        meanwhile()
        self.services.downloads.pause(started)
        self.services.downloads.resume(started)
        return started

    def token_ends(self):
        """The next request for a file is told that the token is too old."""
        self.sandbox.fault(DOWNLOAD, WHOLE, Fault(status=401, body=TOKEN_ENDED), times=1)

    def close(self):
        QgsApplication.messageLog().messageReceived.disconnect(self._hear)
        self.dock.close_for_good()
        self.dock.setParent(None)
        self.dock.deleteLater()
        deleted()
        self.interface.close()


@pytest.fixture
def analyst(typist, own_folders, sandbox, trusted, monkeypatch, caplog):  # noqa: F811
    monkeypatch.setattr("copernicus_plugin.network.backoff.FIRST_PAUSE", 0.01)
    typist.answer = None  # kept for this session: quick
    raised = []
    monkeypatch.setattr(threading, "excepthook", lambda found: raised.append(found.exc_value))
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: raised.append(error))
    for host in ("identity.dataspace.copernicus.eu", "identity.cloudferro.com", DOWNLOAD, "zipper.creodias.eu"):
        sandbox.tell(host, do="reset")
    sandbox.clear_faults()
    sandbox.clear()
    set_proxy(*sandbox.proxy)
    services = Hasty()
    made = Analyst(services, sandbox, own_folders / "downloads")
    yield made
    sandbox.clear_faults()
    made.close()
    services.close()
    services.deleteLater()
    deleted()
    traces = [text for _, text in made.logged if "Traceback" in text]
    records = [record.getMessage() for record in caplog.records if record.name.startswith("copernicus")]
    found = [*map(repr, raised), *traces, *records]
    assert not found, found


@pytest.fixture(scope="module")
def truth(sandbox, qgis_app):  # noqa: F811
    """The right bytes of a product, asked for as any program would."""
    import requests

    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"https": sandbox.proxy_url}
        session.verify = str(sandbox.ca_pem)
        known: dict[str, bytes] = {}

        def of(product, person=ANALYST):
            address = product.assets["Product"].href
            if address not in known:
                form = {"grant_type": "password", "client_id": "cdse-public", "username": person.username}
                url = f"https://{IDENTITY}/auth/realms/CDSE/protocol/openid-connect/token"
                token = session.post(url, {**form, "password": person.password}).json()["access_token"]
                plain = address.replace("zipper.creodias.eu", DOWNLOAD)
                answer = session.get(plain, headers={"Authorization": f"Bearer {token}"})
                assert answer.status_code == 200, answer.text
                known[address] = answer.content
                sandbox.tell(IDENTITY, do="end_sessions")
                sandbox.clear()
            return known[address]

        yield of


def content(download):
    (file,) = download.files
    return Path(file).read_bytes()
