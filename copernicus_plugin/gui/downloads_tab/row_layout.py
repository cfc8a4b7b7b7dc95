"""Where the parts of a row lie: painting, sizes and mouse hits all ask here."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QRect
from qgis.PyQt.QtGui import QFontMetrics

from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.downloads_tab.place import Place
from copernicus_plugin.gui.message_actions import offered
from copernicus_plugin.gui.messages import Action
from copernicus_plugin.gui.results_tab.painting import WRAPPED, Fonts
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.download import Download, DownloadState


class RowAction(enum.Enum):
    """What can be pressed in a row."""

    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    REMOVE = "remove"
    RETRY = "retry"
    LOAD = "load"
    FOLDER = "folder"
    LOG = "log"
    NETWORK = "network"
    CHOOSE_FOLDER = "choose_folder"
    CONFIRM = "confirm"
    KEEP = "keep"
    ADD_ACCOUNT = "add_account"
    CHECK_ACCOUNT = "check_account"
    UNLOCK_ACCOUNTS = "unlock_accounts"
    TYPE_CODE = "type_code"
    OPEN_LINK = "open_link"


OF_MESSAGE = {
    Action.RETRY: RowAction.RETRY,
    Action.LOG: RowAction.LOG,
    Action.NETWORK_OPTIONS: RowAction.NETWORK,
    Action.CHOOSE_FOLDER: RowAction.CHOOSE_FOLDER,
    Action.ADD_ACCOUNT: RowAction.ADD_ACCOUNT,
    Action.CHECK_ACCOUNT: RowAction.CHECK_ACCOUNT,
    Action.UNLOCK_ACCOUNTS: RowAction.UNLOCK_ACCOUNTS,
    Action.TYPE_CODE: RowAction.TYPE_CODE,
    Action.OPEN_LINK: RowAction.OPEN_LINK,
}
"""What the links of a message are in a row."""
_MESSAGE_ICONS = {
    RowAction.RETRY: "retry",
    RowAction.NETWORK: "settings",
    RowAction.CHOOSE_FOLDER: "folder",
    RowAction.ADD_ACCOUNT: "key-plus",
    RowAction.CHECK_ACCOUNT: "key",
    RowAction.UNLOCK_ACCOUNTS: "padlock",
    RowAction.TYPE_CODE: "key",
    RowAction.OPEN_LINK: "link",
}
_WITH_BAR = (DownloadState.RUNNING, DownloadState.PAUSED, DownloadState.WAITING, DownloadState.VERIFYING)


@dataclass(frozen=True)
class Button:
    """``icon`` alone is a flat tool button; with ``text`` a push button, or a link."""

    action: RowAction
    rect: QRect
    icon: str = ""
    text: str = ""
    link: bool = False


@dataclass
class RowLayout:
    """All rectangles in pixels of the view; empty where a row has no such part."""

    icon: QRect
    title: QRect
    note: QRect = field(default_factory=QRect)
    bar: QRect = field(default_factory=QRect)
    state: QRect = field(default_factory=QRect)
    message: QRect = field(default_factory=QRect)
    message_text: str = ""
    hint: QRect = field(default_factory=QRect)
    hint_text: str = ""
    buttons: list[Button] = field(default_factory=list)
    height: int = 0

    def button_at(self, x: int, y: int) -> Button | None:
        return next((one for one in self.buttons if one.rect.contains(x, y)), None)


def tip_of(action: RowAction) -> str:
    """The words for a button that is an icon, with its key."""
    return {
        RowAction.PAUSE: tr("Pause (Space)"),
        RowAction.RESUME: tr("Resume (Space)"),
        RowAction.CANCEL: tr("Cancel (Delete)"),
        RowAction.REMOVE: tr("Take it off the list (Delete)"),
        RowAction.RETRY: tr("Try again (R)"),
        RowAction.LOAD: tr("Load (L)"),
        RowAction.FOLDER: tr("Open the folder (O)"),
    }.get(action, "")


def icon_actions(download: Download) -> list[tuple[RowAction, str]]:
    """The tool buttons of a row, from left to right."""
    state = download.state
    if state is DownloadState.PAUSED:
        return [(RowAction.RESUME, "play"), (RowAction.CANCEL, "cross")]
    if state.active:
        return [(RowAction.PAUSE, "pause"), (RowAction.CANCEL, "cross")]
    if state is DownloadState.DONE:
        return [(RowAction.LOAD, "layers"), (RowAction.FOLDER, "folder")]
    if state is DownloadState.CANCELLED:
        return [(RowAction.RETRY, "retry"), (RowAction.REMOVE, "cross")]
    return [(RowAction.REMOVE, "cross")]


def message_choices(download: Download, place: Place) -> list[tuple[RowAction, str]]:
    """What can be done about a failure, the best first, with its words; empty where nothing failed."""
    told = sentences.failure(download, place)
    if told is None:
        return []
    actions = [action for action in offered(told, place.access_point) if action in OF_MESSAGE]
    if Action.RETRY not in actions and download.state is DownloadState.FAILED:
        actions.append(Action.RETRY)
    return [
        (OF_MESSAGE[action], tr("Try again") if action is Action.RETRY else told.title_of(action))
        for action in actions
        if action is not Action.LOG
    ]


def lay_out(
    download: Download, place: Place, rect: QRect, fonts: Fonts, selected: bool, confirming: bool
) -> RowLayout:
    """``rect`` is the row's; its height is not looked at."""
    left = rect.x() + fonts.px(32)
    right = rect.right() - fonts.px(6)
    y = rect.y() + fonts.px(7)
    title_height = fonts.px(19)
    layout = RowLayout(QRect(rect.x() + fonts.px(8), y + fonts.px(2), fonts.px(16), fonts.px(16)), QRect())
    title_right = _add_icons(layout, download, right, y, title_height, fonts)
    layout.title = QRect(left, y, title_right - left, title_height)
    y += title_height
    line = fonts.px(17)
    if selected:
        layout.note = QRect(left, y, right - left, line)
        y += line
    if download.state in _WITH_BAR:
        layout.bar = QRect(left, y + fonts.px(2), right - left, fonts.px(6))
        y += fonts.px(10)
    if confirming:
        y = _add_question(layout, download, left, right, y, fonts)
    else:
        y = _add_failure(layout, download, place, left, right, y, fonts)
    if not layout.message_text:
        layout.state = QRect(left, y, right - left, line)
        y += line
        y = _add_hint(layout, sentences.hint(download, place), left, right, y, fonts)
    layout.height = y + fonts.px(7) - rect.y()
    return layout


def _add_hint(layout: RowLayout, text: str, left: int, right: int, y: int, fonts: Fonts) -> int:
    if not text:
        return y
    width = right - left
    height = QFontMetrics(fonts.note).boundingRect(QRect(0, 0, width, 4000), WRAPPED, text).height()
    layout.hint, layout.hint_text = QRect(left, y, width, height), text
    return y + int(height)


def _add_icons(layout: RowLayout, download: Download, right: int, y: int, height: int, fonts: Fonts) -> int:
    side = max(21, fonts.px(22))
    x = right + fonts.px(2)
    for action, icon in reversed(icon_actions(download)):
        x -= side
        layout.buttons.insert(0, Button(action, QRect(x, y + (height - side) // 2, side, side), icon))
        x -= fonts.px(3)
    return x


def _add_question(layout: RowLayout, download: Download, left: int, right: int, y: int, fonts: Fonts) -> int:
    y = _add_message(layout, sentences.question(download), left, right, y, fonts)
    choices = [(RowAction.CONFIRM, "cross", tr("Cancel it")), (RowAction.KEEP, "", tr("Keep it"))]
    return _add_push_buttons(layout, choices, left, right, y, fonts)


def _add_failure(
    layout: RowLayout, download: Download, place: Place, left: int, right: int, y: int, fonts: Fonts
) -> int:
    told = sentences.failure(download, place)
    if told is None:
        return y
    y = _add_message(layout, told.text, left, right, y, fonts)
    choices = [(action, _MESSAGE_ICONS[action], text) for action, text in message_choices(download, place)]
    return _add_push_buttons(layout, choices, left, right, y, fonts, link=(RowAction.LOG, tr("Log")))


def _add_message(layout: RowLayout, text: str, left: int, right: int, y: int, fonts: Fonts) -> int:
    pad = fonts.px(7)
    metrics = QFontMetrics(fonts.note)
    width = right - left - 2 * pad
    needed = metrics.boundingRect(QRect(0, 0, width, 4000), WRAPPED, text).height()
    layout.message = QRect(left, y + fonts.px(2), right - left, needed + 2 * pad)
    layout.message_text = text
    return int(layout.message.bottom()) + 1 + fonts.px(5)


def _add_push_buttons(
    layout: RowLayout,
    choices: list[tuple[RowAction, str, str]],
    left: int,
    right: int,
    y: int,
    fonts: Fonts,
    link: tuple[RowAction, str] | None = None,
) -> int:
    height = max(21, fonts.px(24))
    room = right
    if link is not None:
        width = fonts.note_metrics.horizontalAdvance(link[1]) + 4
        room = right - width - fonts.px(6)
        layout.buttons.append(Button(link[0], QRect(right - width, y, width, height), "", link[1], link=True))
    x = left
    for action, icon, text in choices:
        width = fonts.metrics.horizontalAdvance(text) + fonts.px(16) + (fonts.px(20) if icon else 0)
        if x > left and x + width > room:
            x, y = left, y + height + fonts.px(4)
        layout.buttons.append(Button(action, QRect(x, y, min(width, right - left), height), icon, text))
        x += width + fonts.px(5)
    return y + height
