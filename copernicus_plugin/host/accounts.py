"""The user's accounts, kept in QGIS's encrypted authentication database.

Nothing here asks for the master password but ``unlock`` and ``save``, which the user's own click must have led to.
Known of a locked account is only that it is there: QGIS's settings hold the ids of its authentication configurations
and whether a code is asked for, nothing else. What was read is kept in memory for the threads that work.
"""

from __future__ import annotations

import enum
import itertools
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from copernicus_plugin.host.settings import PluginSettings
from copernicus_plugin.model.access_point import AccessPoint, AccountKind
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.ports import Credentials

_STATE = "accounts"
_IDS_LIFETIME = 2.0
# QGIS's method "Basic" is the only one of all versions that keeps a pair of texts; each kind's two go there.
_PAIRS = {
    AccountKind.KEY_HEADER: ("", "key"),
    AccountKind.BEARER: ("", "key"),
    AccountKind.S3_KEYS: ("access_key", "secret_key"),
    AccountKind.CLIENT_CREDENTIALS: ("access_key", "secret_key"),
}
_NAME_AND_WORD = ("username", "password")


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
    """Main thread, but for ``credentials_for``, which any thread may call.

    An id is that of an access point; where that uses the account of another (``Account.of``), the other's is meant.
    ``changed`` is told for the owner of an account and for each place that uses it; ``credentialsChanged`` for the
    owner, only where what ``credentials_for`` answers is another from now on.
    """

    changed = pyqtSignal(str)
    credentialsChanged = pyqtSignal(str)
    lockChanged = pyqtSignal()

    def __init__(self, places: Callable[[], Mapping[str, AccessPoint]], parent: QObject | None = None) -> None:
        """``places`` gives the access points by id, whenever they are needed.

        QGIS's database is not touched before the event loop runs, and not at all while no account is kept.
        """
        super().__init__(parent)
        self._places = places
        self._settings = PluginSettings()
        self._versions = itertools.count(1)
        self._lock = threading.Lock()
        self._entries: dict[str, dict[str, Any]] = _entries_of(self._settings.state(_STATE))
        self._known: dict[str, Credentials] = {}
        self._session_only: set[str] = set()
        self._refused: set[str] = set()
        self._ids: tuple[float, frozenset[str]] = (0.0, frozenset())
        self._listening = False
        self._closed = False
        if self._entries:
            QTimer.singleShot(0, self._begin)

    def credentials_for(self, access_point: str) -> Credentials:
        owner = self._owner(access_point)
        with self._lock:
            found = self._known.get(owner)
            locked = owner in self._entries
        if found is not None:
            return found
        reason = Reason.LOCKED if locked else Reason.NO_ACCOUNT
        raise AccessError(ErrorKind.ACCOUNT_NEEDED, reason, {"access_point": owner})

    def state(self, access_point: AccessPoint) -> AccountState:
        """Without ever asking for the master password."""
        owner = self._owner(access_point.id, access_point)
        place = self._places().get(owner, access_point)
        if place.account.kind is AccountKind.NONE:
            return AccountState.NOT_NEEDED
        self._drop_deleted(owner)
        if owner in self._refused:
            return AccountState.REFUSED
        if owner in self._session_only:
            return AccountState.SESSION_ONLY
        if owner in self._known:
            return AccountState.SET
        return AccountState.LOCKED if owner in self._entries else AccountState.MISSING

    @property
    def locked(self) -> bool:
        """Whether there is an account that ``unlock`` could open."""
        return any(owner not in self._known for owner in self._entries)

    def unlock(self, parent_prompt: bool = True) -> bool:
        """Read every account of ours into memory; ``False`` where the user did not give the master password.

        QGIS asks for it if it must, and only if ``parent_prompt``.
        """
        if not self._entries:
            return True
        manager = self._manager()
        if not self._is_open(parent_prompt):
            return False
        were_locked = self.locked
        for owner, entry in list(self._entries.items()):
            if owner in self._session_only:
                continue
            found, config = manager.loadAuthenticationConfig(entry["authcfg"], QgsAuthMethodConfig(), True)
            if found:
                self._keep(owner, self._values_of(owner, config), bool(entry["one_time_code"]))
            elif entry["authcfg"] not in manager.configIds():
                self._forget(owner)
        if were_locked:
            self.lockChanged.emit()
        return True

    def save(self, access_point_id: str, values: Mapping[str, str], one_time_code: bool) -> bool:
        """``False`` where QGIS could not keep it (master password refused): it is then kept for this session only."""
        owner = self._owner(access_point_id)
        wanted = {name: text for name, text in values.items() if text}
        kept = self._store(owner, wanted, one_time_code)
        (self._session_only.discard if kept else self._session_only.add)(owner)
        self._refused.discard(owner)
        if not self._keep(owner, wanted, one_time_code):
            # Typed again as it was: what was refused may be tried again.
            with self._lock:
                self._known[owner] = replace(self._known[owner], version=next(self._versions))
            self._tell(owner)
        # The master password that was just given opens the others too.
        if kept and self.locked:
            self.unlock(False)
        return kept

    def remove(self, access_point_id: str) -> None:
        """From memory, from the settings, and from QGIS's database."""
        owner = self._owner(access_point_id)
        entry = self._entries.get(owner)
        if entry is not None:
            self._manager().removeAuthenticationConfig(entry["authcfg"])
        self._forget(owner)

    def username(self, access_point_id: str) -> str:
        """Empty while locked, and for accounts that are a key."""
        with self._lock:
            found = self._known.get(self._owner(access_point_id))
        return found.values.get("username", "") if found is not None else ""

    def one_time_code(self, access_point_id: str) -> bool:
        """Whether the user said that the account asks for a code; known while it is locked too."""
        owner = self._owner(access_point_id)
        with self._lock:
            found = self._known.get(owner)
            entry = self._entries.get(owner, {})
        return found.one_time_code if found is not None else bool(entry.get("one_time_code", False))

    def note_refused(self, access_point_id: str) -> None:
        """The place did not take the account."""
        owner = self._owner(access_point_id)
        if owner not in self._refused and owner in self._known:
            self._refused.add(owner)
            self._tell(owner)

    def note_accepted(self, access_point_id: str) -> None:
        owner = self._owner(access_point_id)
        if owner in self._refused:
            self._refused.discard(owner)
            self._tell(owner)

    def _owner(self, access_point_id: str, place: AccessPoint | None = None) -> str:
        place = place or self._places().get(access_point_id)
        return place.account.of if place is not None and place.account.of else access_point_id

    def _tell(self, owner: str) -> None:
        users = [
            place.id for place in list(self._places().values()) if place.account.of == owner and place.id != owner
        ]
        for name in (owner, *users):
            self.changed.emit(name)

    def _keep(self, owner: str, values: Mapping[str, str], one_time_code: bool) -> bool:
        """Into memory; ``False`` where it was there already."""
        with self._lock:
            before = self._known.get(owner)
            fresh = Credentials(dict(values), one_time_code, before.version if before is not None else 0)
            if before == fresh:
                return False
            self._known[owner] = replace(fresh, version=next(self._versions))
        self._refused.discard(owner)
        self.credentialsChanged.emit(owner)
        self._tell(owner)
        return True

    def _forget(self, owner: str) -> None:
        with self._lock:
            known = self._known.pop(owner, None)
            entry = self._entries.pop(owner, None)
        self._session_only.discard(owner)
        self._refused.discard(owner)
        if entry is not None:
            self._write_entries()
        if known is not None or entry is not None:
            self.credentialsChanged.emit(owner)
            self._tell(owner)

    def _drop_deleted(self, owner: str) -> None:
        """The user may delete a configuration in QGIS's own options: no signal tells of that."""
        entry = self._entries.get(owner)
        if entry is None or owner in self._session_only:
            return
        now = time.monotonic()
        if now - self._ids[0] > _IDS_LIFETIME:
            self._ids = (now, frozenset(self._manager().configIds()))
        if entry["authcfg"] in self._ids[1] or self._manager().isDisabled():
            return
        with self._lock:
            self._known.pop(owner, None)
            self._entries.pop(owner, None)
        self._refused.discard(owner)
        self._write_entries()
        # Later: whoever asks for the state may be painting.
        QTimer.singleShot(0, lambda: self._tell_deleted(owner))

    def _tell_deleted(self, owner: str) -> None:
        if not self._closed:
            self.credentialsChanged.emit(owner)
            self._tell(owner)

    def _store(self, owner: str, values: Mapping[str, str], one_time_code: bool) -> bool:
        """In QGIS's database."""
        manager = self._manager()
        if not self._is_open(True):
            return False
        place = self._places().get(owner)
        name, word = _PAIRS.get(place.account.kind, _NAME_AND_WORD) if place is not None else _NAME_AND_WORD
        config = QgsAuthMethodConfig("Basic")
        config.setName(f"{place.title if place is not None else owner} (Copernicus Data Access)")
        for key, text in (("username", values.get(name, "")), ("password", values.get(word, "")), ("realm", "")):
            config.setConfig(key, text)
        old = self._entries.get(owner, {}).get("authcfg", "")
        if old and old in manager.configIds():
            config.setId(old)
            stored = bool(manager.updateAuthenticationConfig(config))
        else:
            answer = manager.storeAuthenticationConfig(config)
            stored, config = answer if isinstance(answer, tuple) else (bool(answer), config)
        self._ids = (0.0, frozenset())
        if not stored or not self._came_through(config, owner, values):
            return False
        with self._lock:
            self._entries[owner] = {"authcfg": config.id(), "one_time_code": bool(one_time_code)}
        self._write_entries()
        return True

    def _came_through(self, config: QgsAuthMethodConfig, owner: str, values: Mapping[str, str]) -> bool:
        """QGIS separates what it stores by ``|||`` and ``:::``, and cuts a password that holds them."""
        manager = self._manager()
        found, again = manager.loadAuthenticationConfig(config.id(), QgsAuthMethodConfig(), True)
        if found and self._values_of(owner, again) == dict(values):
            return True
        manager.removeAuthenticationConfig(config.id())
        with self._lock:
            self._entries.pop(owner, None)
        self._write_entries()
        return False

    def _values_of(self, owner: str, config: QgsAuthMethodConfig) -> dict[str, str]:
        place = self._places().get(owner)
        name, word = _PAIRS.get(place.account.kind, _NAME_AND_WORD) if place is not None else _NAME_AND_WORD
        found = {name: str(config.config("username")), word: str(config.config("password"))}
        return {key: text for key, text in found.items() if key and text}

    def _write_entries(self) -> None:
        self._settings.set_state(_STATE, self._entries)

    def _is_open(self, prompt: bool) -> bool:
        manager = self._manager()
        if manager.isDisabled():
            return False
        if manager.masterPasswordIsSet():
            return True
        return prompt and bool(manager.setMasterPassword(True))

    def _manager(self) -> Any:
        """QGIS's, first touched when there is an account to look after."""
        manager = QgsApplication.authManager()
        if not self._listening and not self._closed:
            self._listening = True
            # Queued: it is told by whatever thread opened the database, in the middle of that.
            manager.masterPasswordVerified.connect(self._on_opened, Qt.ConnectionType.QueuedConnection)
        return manager

    def _begin(self) -> None:
        """A database that is open already is read without a question; a locked one is listened to."""
        if not self._closed and self._manager().masterPasswordIsSet():
            self.unlock(False)

    def _on_opened(self, verified: bool) -> None:
        """The user gave the master password for something else: nothing needs to be asked for ours."""
        if verified and self.locked and not self._closed:
            self.unlock(False)

    def close(self) -> None:
        """Forget everything secret. May be called twice."""
        self._closed = True
        if self._listening:
            self._listening = False
            QgsApplication.authManager().masterPasswordVerified.disconnect(self._on_opened)
        with self._lock:
            self._known.clear()


def _entries_of(found: Any) -> dict[str, dict[str, Any]]:
    """What the settings hold, as far as it can be used."""
    if not isinstance(found, dict):
        return {}
    return {
        str(owner): {"authcfg": entry["authcfg"], "one_time_code": bool(entry.get("one_time_code"))}
        for owner, entry in found.items()
        if isinstance(entry, dict) and isinstance(entry.get("authcfg"), str) and entry["authcfg"]
    }
