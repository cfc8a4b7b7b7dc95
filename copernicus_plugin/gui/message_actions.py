"""Where the links of messages lead: one place that turns an ``Action`` into a wish of a tab."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.gui.messages import ACCOUNT_ACTIONS, Action, Message
from copernicus_plugin.model.access_point import AccessPoint, AccountKind

ELSEWHERE = frozenset({Action.LOG, Action.NETWORK_OPTIONS, Action.OPEN_LINK, *ACCOUNT_ACTIONS})
"""What is carried out outside of the tab that shows the message."""


class MessageActions(QObject):
    """``accountRequested``: id of the access point, and the ``Action``'s value as the reason why."""

    logRequested = pyqtSignal()
    networkOptionsRequested = pyqtSignal()
    accountRequested = pyqtSignal(str, str)
    linkRequested = pyqtSignal(str)

    def carry_out(self, action: Action, access_point: str = "", link: str = "") -> bool:
        """Tell who can do it; false where the tab itself must."""
        if action is Action.LOG:
            self.logRequested.emit()
        elif action is Action.NETWORK_OPTIONS:
            self.networkOptionsRequested.emit()
        elif action is Action.OPEN_LINK:
            self.linkRequested.emit(link)
        elif action in ACCOUNT_ACTIONS:
            self.accountRequested.emit(access_point, action.value)
        else:
            return False
        return True


def account_of(place: AccessPoint | None) -> str:
    """The id of the access point whose account is used at ``place``."""
    return (place.account.of or place.id) if place is not None else ""


def offered(message: Message, place: AccessPoint | None) -> list[Action]:
    """The actions that make sense: an account is spoken of only where the place has one."""
    has_account = place is not None and (place.account.kind is not AccountKind.NONE or bool(place.account.of))
    return [action for action in message.actions if has_account or action not in ACCOUNT_ACTIONS]
