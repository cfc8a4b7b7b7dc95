"""The Downloads tab on real transfers from a server of this machine."""

from __future__ import annotations

import dataclasses
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from copernicus_plugin.gui.downloads_tab.model import Group
from copernicus_plugin.gui.downloads_tab.row_layout import RowAction
from copernicus_plugin.gui.downloads_tab.sentences import Milestones
from copernicus_plugin.model.download import Download, DownloadRequest, DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset
from tests.qgis.gui_results.invented import sentinel, with_places
from tests.qgis.gui_results.shown import Heard, click, press, show, wait_until

BLOCK = bytes(100_000)


class FileServer:
    """``/<name>/<blocks>``: so many blocks of 100 kB, each as soon as ``gate`` is open; 404 under ``/gone``."""

    def __init__(self):
        outer = self
        self.gate = threading.Event()
        self.gate.set()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                if self.path.startswith("/gone"):
                    self.send_error(404)
                    return
                blocks = int(self.path.rsplit("/", 1)[1].split(".")[0])
                self.send_response(200)
                self.send_header("Content-Type", "image/tiff")
                self.send_header("Content-Length", str(blocks * len(BLOCK)))
                self.end_headers()
                try:
                    for number in range(blocks):
                        if number * 2 >= blocks:
                            outer.gate.wait(20)
                        self.wfile.write(BLOCK)
                except OSError:
                    self.close_connection = True

            def log_message(self, *arguments):
                del arguments

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self):
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(2)


@pytest.fixture
def server():
    made = FileServer()
    yield made
    made.close()


def request(server, folder, number=0, path="file/20.tif"):
    product = sentinel(number)
    asset = Asset("visual", f"{server.address}/{path}", "image/tiff", "True colour", ("visual",))
    return DownloadRequest(product, (asset,), str(folder), f"Sentinel-2 L2A · 2026-10-{24 - number} · T29UNU")


def spoken(tab, position=0):
    return tab.model.index(position).data(Qt.ItemDataRole.AccessibleTextRole)


def press_button(tab, download_id, action):
    wait_until(lambda: tab.view.button_rect(download_id, action) is not None)
    QTest.qWait(20)
    click(tab.view.viewport(), tab.view.button_rect(download_id, action).center())


def test_at_first_it_says_how_downloads_are_made(downloads_tab):
    show(downloads_tab)
    assert downloads_tab.empty_page.isVisible()
    assert "Results tab" in downloads_tab.empty_page.advice.text()
    assert not downloads_tab.pause_all.isVisible()


def test_a_download_runs_is_verified_and_can_be_loaded(downloads_tab, services, server, tmp_path):
    show(downloads_tab)
    server.gate.clear()
    (download,) = services.downloads.add([request(server, tmp_path, 0, "file/80.tif")])
    wait_until(lambda: spoken(downloads_tab) is not None and "per cent" in spoken(downloads_tab), 10)
    assert downloads_tab.groups[Group.ACTIVE].label() == "Active 1"
    assert downloads_tab.facts.text().startswith(" · 1 running")
    assert downloads_tab.amount.text().endswith(" of 8.0 MB")
    wait_until(lambda: 0.25 <= (downloads_tab.bar.share or 0) <= 0.6)
    assert spoken(downloads_tab).startswith("Sentinel-2 L2A · 2026-10-24 · T29UNU, ")
    server.gate.set()
    wait_until(lambda: downloads_tab.groups[Group.DONE].label() == "Done 1", 10)
    assert "Length checked · 8.0 MB" in spoken(downloads_tab)
    loads = Heard(downloads_tab.loadRequested)
    press_button(downloads_tab, download.id, RowAction.LOAD)
    downloads_tab.view.setFocus()
    downloads_tab.view.setCurrentIndex(downloads_tab.model.index(0))
    press(downloads_tab.view, Qt.Key.Key_L)
    assert [one.id for one in loads] == [download.id, download.id]
    assert all(Path(file).read_bytes() == BLOCK * 80 for file in loads[0].files)
    click(downloads_tab.clear_done)
    wait_until(downloads_tab.empty_page.isVisible)
    assert loads[0].files
    assert all(Path(file).stat().st_size == 8_000_000 for file in loads[0].files)


def test_space_pauses_and_goes_on_delete_cancels(downloads_tab, services, server, tmp_path):
    show(downloads_tab)
    server.gate.clear()
    (download,) = services.downloads.add([request(server, tmp_path)])
    wait_until(lambda: downloads_tab.groups[Group.ACTIVE].label() == "Active 1", 10)
    view = downloads_tab.view
    view.setFocus()
    view.setCurrentIndex(downloads_tab.model.index(0))
    press(view, Qt.Key.Key_Space)
    wait_until(lambda: "Paused" in spoken(downloads_tab), 10)
    assert downloads_tab.resume_all.isVisible()
    server.gate.set()
    press(view, Qt.Key.Key_Space)
    wait_until(lambda: "Paused" not in spoken(downloads_tab), 10)
    wait_until(lambda: downloads_tab.groups[Group.DONE].label() == "Done 1", 10)
    server.gate.clear()
    (second,) = services.downloads.add([request(server, tmp_path, 1, "second/40.tif")])
    wait_until(lambda: downloads_tab.groups[Group.ACTIVE].label() == "Active 1", 10)
    view.setCurrentIndex(downloads_tab.model.index(0))
    assert view.current_download().id == second.id
    press(view, Qt.Key.Key_Delete)
    wait_until(lambda: downloads_tab.model.rowCount() == 1, 10)
    assert download.id in [one.id for one in services.downloads.downloads()]
    assert second.id not in [one.id for one in services.downloads.downloads()]


def test_pause_all_and_the_button_of_a_row(downloads_tab, services, server, tmp_path):
    show(downloads_tab)
    server.gate.clear()
    one, two = services.downloads.add([request(server, tmp_path), request(server, tmp_path, 1, "other/20.tif")])
    wait_until(lambda: downloads_tab.groups[Group.ACTIVE].label() == "Active 2", 10)
    click(downloads_tab.pause_all)
    wait_until(downloads_tab.resume_all.isVisible, 10)
    wait_until(lambda: all(x.state is DownloadState.PAUSED for x in services.downloads.downloads()), 10)
    server.gate.set()
    press_button(downloads_tab, two.id, RowAction.RESUME)
    wait_until(lambda: downloads_tab.groups[Group.DONE].label() == "Done 1", 10)
    states = {x.id: x.state for x in services.downloads.downloads()}
    assert states == {one.id: DownloadState.PAUSED, two.id: DownloadState.DONE}
    click(downloads_tab.groups[Group.DONE])
    assert downloads_tab.model.rowCount() == 1
    click(downloads_tab.groups[Group.FAILED])
    assert downloads_tab.none_page.isVisible()
    click(downloads_tab.groups[Group.ALL])
    assert downloads_tab.model.rowCount() == 2


def test_a_failure_is_explained_in_its_row_and_tried_again(downloads_tab, services, server, tmp_path):
    show(downloads_tab)
    (download,) = services.downloads.add([request(server, tmp_path, 0, "gone/20.tif")])
    wait_until(lambda: downloads_tab.groups[Group.FAILED].label() == "Failed 1", 10)
    assert "Earth Search" in spoken(downloads_tab)
    logs = Heard(downloads_tab.logRequested)
    if downloads_tab.view.button_rect(download.id, RowAction.LOG) is not None:
        press_button(downloads_tab, download.id, RowAction.LOG)
        assert len(logs) == 1
    changes = Heard(services.downloads.changed)
    press_button(downloads_tab, download.id, RowAction.RETRY)
    wait_until(lambda: any(change.state is not DownloadState.FAILED for change in changes), 10)
    wait_until(lambda: downloads_tab.groups[Group.FAILED].label() == "Failed 1", 10)


def shot(state, received=0, number=0, place="earth_search", **more):
    """A snapshot as the queue gives it, of a size that no test should really fetch."""
    product = sentinel(number, place)
    asked = DownloadRequest(product, tuple(product.assets.values())[:1], "/nowhere", f"Product {number}")
    return Download(f"id{number}", asked, state, received, 1_000_000_000, **more)


def test_cancelling_asks_in_the_row_where_much_would_be_lost(downloads_tab, services):
    show(downloads_tab)
    services.downloads.changed.emit(shot(DownloadState.RUNNING, 692_000_000, speed=20e6, seconds_left=15.0))
    view = downloads_tab.view
    view.setFocus()
    view.setCurrentIndex(downloads_tab.model.index(0))
    height = view.visualRect(downloads_tab.model.index(0)).height()
    assert spoken(downloads_tab) == "Product 0, 69 per cent, 15 seconds left"
    press(view, Qt.Key.Key_Delete)
    QTest.qWait(30)
    assert view.visualRect(downloads_tab.model.index(0)).height() > height
    assert view.button_rect("id0", RowAction.CONFIRM) is not None
    press(view, Qt.Key.Key_Escape)
    QTest.qWait(30)
    assert view.button_rect("id0", RowAction.CONFIRM) is None
    assert downloads_tab.model.rowCount() == 1
    press_button(downloads_tab, "id0", RowAction.CANCEL)
    press_button(downloads_tab, "id0", RowAction.KEEP)
    assert view.button_rect("id0", RowAction.CONFIRM) is None


def test_a_full_disk_offers_another_folder(downloads_tab, services):
    show(downloads_tab)
    full = AccessError(
        ErrorKind.STORAGE_FAULT, Reason.DISK_FULL, {"folder": "/nowhere", "free": 800_000_000, "needed": 3_100_000_000}
    )
    services.downloads.changed.emit(shot(DownloadState.FAILED, 310_000_000, error=full))
    assert "800 MB" in spoken(downloads_tab) or "0.80 GB" in spoken(downloads_tab)
    press_button(downloads_tab, "id0", RowAction.CHOOSE_FOLDER)
    wait_until(lambda: downloads_tab._dialog is not None and downloads_tab._dialog.isVisible())
    downloads_tab._dialog.reject()
    wait_until(lambda: downloads_tab._dialog is None)


def test_load_when_done_is_remembered(downloads_tab, services):
    show(downloads_tab)
    before = services.settings.load_when_done
    box = downloads_tab.load_when_done
    assert box.isChecked() is before
    press(box, Qt.Key.Key_Space)
    assert services.settings.load_when_done is not before


def test_only_four_steps_are_announced():
    milestones = Milestones()
    steps = range(0, 1_000_000_001, 10_000_000)
    told = [milestones.passed(shot(DownloadState.RUNNING, received)) for received in steps]
    told.append(milestones.passed(shot(DownloadState.DONE, 1_000_000_000)))
    assert [one for one in told if one is not None] == [25, 50, 75, 100]


@pytest.mark.parametrize("width", [320, 380, 1100])
def test_nothing_is_wider_than_the_dock(downloads_tab, services, width):
    show(downloads_tab, width, 600)
    services.downloads.changed.emit(shot(DownloadState.RUNNING, 692_000_000, speed=20e6, seconds_left=15.0))
    QTest.qWait(50)
    assert downloads_tab.width() == width
    assert downloads_tab.view.horizontalScrollBar().maximum() == 0
    layout = downloads_tab.view.button_rect("id0", RowAction.CANCEL)
    assert downloads_tab.view.viewport().rect().contains(layout)


@pytest.mark.parametrize("width", [320, 380])
def test_words_beside_give_way_and_not_the_buttons(downloads_tab, services, width):
    show(downloads_tab, width, 600)
    for number in range(3):
        running = shot(DownloadState.RUNNING, 692_000_000, speed=38.4e6, seconds_left=4000.0)
        services.downloads.changed.emit(dataclasses.replace(running, id=f"id{number}"))
    QTest.qWait(50)
    for button in (downloads_tab.pause_all, downloads_tab.options, downloads_tab.clear_done):
        assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize(
    ("kind", "reason", "place", "said", "buttons", "why"),
    [
        (
            ErrorKind.ACCOUNT_NEEDED,
            Reason.NO_ACCOUNT,
            "space",
            "Data Space needs an account to download. Searching works without.",
            ["Add account…", "Try again"],
            "add_account",
        ),
        (
            ErrorKind.ACCOUNT_NEEDED,
            Reason.LOCKED,
            "mirror",
            "The account of Mirror is locked. QGIS's master password unlocks it.",
            ["Unlock accounts", "Try again"],
            "unlock_accounts",
        ),
        (
            ErrorKind.ACCOUNT_NEEDED,
            Reason.CODE_NEEDED,
            "space",
            "Data Space asks for the code of your authenticator app.",
            ["Type the code", "Try again"],
            "type_code",
        ),
        (
            ErrorKind.ACCOUNT_REFUSED,
            Reason.CREDENTIALS_REFUSED,
            "space",
            "Data Space refused the name or the password. "
            "If it wants the code of an authenticator app, tick that too.",
            ["Check account…", "Try again"],
            "check_account",
        ),
    ],
)
def test_what_an_account_stops_says_what_to_do_and_leads_there(
    downloads_tab, services, kind, reason, place, said, buttons, why
):
    with_places(services)
    show(downloads_tab, 320, 600)
    error = AccessError(kind, reason, {"host": "download.example.org"})
    services.downloads.changed.emit(shot(DownloadState.FAILED, 310_000_000, place=place, error=error))
    assert spoken(downloads_tab) == f"Product 0, {said} 0.31 of 1.00 GB are kept."
    waits = kind is ErrorKind.ACCOUNT_NEEDED
    assert downloads_tab.groups[Group.WAITING if waits else Group.FAILED].label().endswith(" 1")
    wanted = Heard(downloads_tab.accountRequested)
    view = downloads_tab.view
    layout = view.delegate.layout_of(downloads_tab.model.index(0), view.visualRect(downloads_tab.model.index(0)))
    assert [button.text for button in layout.buttons if button.text and not button.link] == buttons
    press_button(downloads_tab, "id0", RowAction(why))
    view.setFocus()
    view.setCurrentIndex(downloads_tab.model.index(0))
    press(view, Qt.Key.Key_Return)
    # The mirror has no account of its own: that of the Data Space is used there.
    assert wanted == [("space", why)] * 2


def test_who_may_not_have_a_product_is_led_to_where_access_is_given(downloads_tab, services):
    with_places(services)
    show(downloads_tab)
    parameters = {"status": 403, "link": "https://example.org/access"}
    error = AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE, parameters)
    services.downloads.changed.emit(shot(DownloadState.FAILED, place="space", error=error))
    links = Heard(downloads_tab.linkRequested)
    press_button(downloads_tab, "id0", RowAction.OPEN_LINK)
    assert links == ["https://example.org/access"]


def test_an_account_is_not_asked_for_where_there_is_none(downloads_tab, services):
    show(downloads_tab)
    error = AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.STATUS, {"host": "example.org", "status": 403})
    services.downloads.changed.emit(shot(DownloadState.FAILED, error=error))
    assert downloads_tab.view.button_rect("id0", RowAction.CHECK_ACCOUNT) is None
    assert downloads_tab.view.button_rect("id0", RowAction.RETRY) is not None


@pytest.mark.parametrize(
    ("place", "said"), [("space", "Data Space allows 4 downloads"), ("mirror", "Mirror allows no more downloads")]
)
def test_a_row_that_waits_for_a_connection_says_why(downloads_tab, services, place, said):
    with_places(services)
    show(downloads_tab, 320, 600)
    services.downloads.changed.emit(shot(DownloadState.WAITING, place=place, waiting_for="place"))
    assert spoken(downloads_tab) == (
        f"Product 0, Waiting for a free connection, {said} at a time. This one starts when one is done."
    )
    index = downloads_tab.model.index(0)
    layout = downloads_tab.view.delegate.layout_of(index, downloads_tab.view.visualRect(index))
    assert layout.hint_text.startswith(said)
    assert layout.hint.bottom() < layout.height
    assert layout.hint.right() < downloads_tab.view.viewport().width()


def test_an_archive_that_was_tested_says_so(downloads_tab, services):
    show(downloads_tab)
    services.downloads.changed.emit(shot(DownloadState.DONE, 1_000_000_000, verified_by="archive", elapsed=41))
    assert spoken(downloads_tab) == "Product 0, Verified by archive test · 1.00 GB in 41 s"
