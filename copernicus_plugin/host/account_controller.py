"""What the windows do with accounts: test, sign in, and hear how it went, without ever waiting."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.accounts import AccountStore


class AccountController(QObject):
    """Main thread; the work is done in threads of its own, the answers are queued signals."""

    tested = pyqtSignal(str, object, float)
    connectionTested = pyqtSignal(str, object, float)
    signedIn = pyqtSignal(str)
    codeWanted = pyqtSignal(str)
    stateChanged = pyqtSignal(str)

    def __init__(self, store: AccountStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store

    def test(self, access_point_id: str, values: Mapping[str, str], one_time_code: bool, code: str) -> None:
        return None

    def sign_in(self, access_point_id: str, code: str) -> None:
        return None

    def test_connection(self, access_point_id: str) -> None:
        return None
