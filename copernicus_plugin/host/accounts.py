"""The user's accounts, kept in QGIS's encrypted authentication database."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.ports import Credentials


class AccountState(enum.Enum):
    """What is known of an account without opening anything."""

    NOT_NEEDED = "not_needed"
    MISSING = "missing"
    SET = "set"
    LOCKED = "locked"
    """It is there, but the user has not opened QGIS's authentication database in this session."""
    REFUSED = "refused"
    """The place did not take it the last time."""
    SESSION_ONLY = "session_only"
    """Known until QGIS closes: the user did not give the master password."""


class AccountStore(QObject):
    """Main thread, but for ``credentials_for``, which any thread may call."""

    changed = pyqtSignal(str)
    lockChanged = pyqtSignal()

    def state(self, access_point: AccessPoint) -> AccountState:
        return AccountState.NOT_NEEDED

    def unlock(self, parent_prompt: bool = True) -> bool:
        return False

    def save(self, access_point_id: str, values: Mapping[str, str], one_time_code: bool) -> bool:
        return False

    def remove(self, access_point_id: str) -> None:
        return None

    def username(self, access_point_id: str) -> str:
        return ""

    def note_refused(self, access_point_id: str) -> None:
        return None

    def note_accepted(self, access_point_id: str) -> None:
        return None

    def credentials_for(self, access_point: str) -> Credentials:
        raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": access_point})
