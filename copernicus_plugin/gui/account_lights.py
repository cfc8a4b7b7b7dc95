"""How the state of an account is shown everywhere: a shape, a colour and words that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccessPoint, AccountKind

_KEYS = (AccountKind.KEY_HEADER, AccountKind.BEARER, AccountKind.S3_KEYS, AccountKind.CLIENT_CREDENTIALS)


@dataclass(frozen=True)
class Light:
    """``words`` stand beside the shape, and are read with it."""

    icon: str
    tone: Tone
    words: str


def state_of(accounts: Any, access_point: AccessPoint) -> AccountState:
    """Without asking anything; ``accounts`` may be ``None`` where nobody keeps accounts."""
    if access_point.account.kind is AccountKind.NONE and not access_point.account.of:
        return AccountState.NOT_NEEDED
    if accounts is None:
        return AccountState.MISSING
    found: AccountState = accounts.store.state(access_point)
    return found


def light_of(access_point: AccessPoint, state: AccountState) -> Light:
    """The light of a place whose account is in ``state``."""
    key = access_point.account.kind in _KEYS
    return {
        AccountState.NOT_NEEDED: Light("no-account", Tone.GOOD, tr("no account needed")),
        AccountState.MISSING: Light("key-plus", Tone.CARE, tr("no account set")),
        AccountState.SET: Light("key-tick", Tone.GOOD, tr("key set") if key else tr("account set")),
        AccountState.LOCKED: Light("padlock", Tone.CARE, tr("account locked")),
        AccountState.REFUSED: Light("key-cross", Tone.FAILED, tr("account refused")),
        AccountState.SESSION_ONLY: Light("key-clock", Tone.CARE, tr("kept until QGIS closes")),
    }[state]


def account_is_there(state: AccountState) -> bool:
    """Whether credentials are known, whatever else is to be done with them."""
    return state in (AccountState.SET, AccountState.LOCKED, AccountState.SESSION_ONLY)


def account_is_usable(state: AccountState) -> bool:
    """Whether it can be tried right now."""
    return state in (AccountState.SET, AccountState.SESSION_ONLY)
