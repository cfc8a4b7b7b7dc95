"""What each kind of account asks the user for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.gui import QgsPasswordLineEdit
from qgis.PyQt.QtWidgets import QWidget

from copernicus_plugin.gui.widgets.fields import Marked
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccountKind


@dataclass(frozen=True)
class AccountField:
    """``key`` as in ``network.ports.Credentials.values``; a ``hidden`` one is never shown again once it is stored."""

    key: str
    label: str
    hidden: bool = False


def fields_of(kind: AccountKind) -> tuple[AccountField, ...]:
    """In the order in which they are typed; empty where the place asks for nothing."""
    named = (AccountField("username", tr("User name")), AccountField("password", tr("Password"), True))
    kinds: Mapping[AccountKind, tuple[AccountField, ...]] = {
        AccountKind.NONE: (),
        AccountKind.BASIC: named,
        AccountKind.OIDC_DIRECT: named,
        AccountKind.OIDC_DEVICE: named,
        AccountKind.KEY_HEADER: (AccountField("key", tr("Key"), True),),
        AccountKind.BEARER: (AccountField("key", tr("Token"), True),),
        AccountKind.S3_KEYS: (
            AccountField("access_key", tr("Access key")),
            AccountField("secret_key", tr("Secret key"), True),
        ),
        AccountKind.CLIENT_CREDENTIALS: (
            AccountField("access_key", tr("Client id")),
            AccountField("secret_key", tr("Client secret"), True),
        ),
    }
    return kinds[kind]


class HiddenEdit(Marked, QgsPasswordLineEdit):
    """QGIS's own field for passwords."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setShowLockIcon(False)
