"""From: the access points that hold the collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui.account_lights import Light, account_is_there, light_of, state_of
from copernicus_plugin.gui.messages import Action
from copernicus_plugin.gui.search_tab.sentences import state_word
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, scaled
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.labels import IconLabel, NoteLabel
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccessPoint, AccountKind, State


@dataclass(frozen=True)
class RowWords:
    """What stands at the right of a row.

    ``spoken`` is the whole of it; ``note`` gives way where it is narrow; ``link`` leads to the account.
    """

    spoken: str
    note: str
    short: str
    link: str
    light: Light


def searches_without_account(access_point: AccessPoint) -> bool:
    """Whether it can be searched by everyone."""
    account = access_point.account
    return (account.kind is AccountKind.NONE and not account.of) or "search" not in account.needed_for


def can_be_searched(access_point: AccessPoint, state: AccountState) -> bool:
    """Now, with the account as it is."""
    return searches_without_account(access_point) or account_is_there(state)


def words_of(access_point: AccessPoint, state: AccountState) -> RowWords:
    """For a place whose account is in ``state``."""
    light = light_of(access_point, state)
    restricted = access_point.status.state is State.RESTRICTED
    eligible = tr("by eligibility")
    link = {
        AccountState.MISSING: tr("add account…"),
        AccountState.LOCKED: tr("unlock…"),
        AccountState.REFUSED: tr("account refused, fix…"),
    }.get(state, "")
    if state is AccountState.NOT_NEEDED:
        return RowWords(light.words, light.words, tr("open to all"), "", light)
    if state is AccountState.MISSING:
        if not searches_without_account(access_point):
            return RowWords(tr("account needed"), "", "", link, light)
        if restricted:
            return RowWords(f"{eligible}, {tr('search only without account')}", eligible, "", link, light)
        if "download" not in access_point.account.needed_for:
            free = tr("no account needed")
            return RowWords(free, free, tr("open to all"), "", Light("no-account", Tone.GOOD, free))
        return RowWords(tr("search only without account"), tr("search only"), "", link, light)
    note = eligible if restricted else light.words
    short = tr("this session") if state is AccountState.SESSION_ONLY else note
    spoken = f"{eligible}, {light.words}" if restricted else light.words
    return RowWords(spoken, "" if state is AccountState.REFUSED else note, "" if link else short, link, light)


class AccessPointRow(QWidget):
    """A tick box, the title, a note, a link and the account's light. ``toggled`` only by the user's hand."""

    toggled = pyqtSignal(str, bool)
    accountRequested = pyqtSignal(str, str)
    _MARGIN = 5
    _GAP = 6

    def __init__(self, access_point: AccessPoint, state: AccountState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.access_point = access_point
        self.state = state
        self._compact = False
        self.box = _TickBox(access_point.short_title, self)
        self.box.toggled.connect(self._toggled)
        self.note = NoteLabel("", self)
        self.link = LinkButton("", self)
        self.link.set_small(True)
        self.link.clicked.connect(lambda _on=False: self._lead())
        self.light = IconLabel("no-account", Tone.GOOD, "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._MARGIN, 0, self._MARGIN, 0)
        row.setSpacing(self._GAP)
        row.addWidget(self.box, 1)
        row.addWidget(self.note)
        row.addWidget(self.link)
        row.addWidget(self.light)
        self.setMinimumHeight(scaled(self, 21))
        self.set_state(state)

    @property
    def ticked(self) -> bool:
        return bool(self.box.isChecked())

    @property
    def usable(self) -> bool:
        """Whether it can be searched now."""
        return can_be_searched(self.access_point, self.state)

    @property
    def has_link(self) -> bool:
        return bool(self._words.link)

    def set_ticked(self, ticked: bool) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(ticked and self.usable)
        self.box.blockSignals(False)
        self._name()

    def set_state(self, state: AccountState) -> None:
        """The account as it is now."""
        self.state = state
        self._words = words_of(self.access_point, state)
        place = self.access_point.short_title
        self.light.set_icon(self._words.light.icon, self._words.light.tone, self._words.light.words)
        self.link.setText(self._words.link)
        self.link.updateGeometry()
        self.link.setVisible(bool(self._words.link))
        self.link.setAccessibleName(f"{place}, {self._words.link}")
        if not self.usable:
            self.set_ticked(False)
            self.setToolTip(tr("{place} cannot be searched without an account.").format(place=place))
        elif state is AccountState.MISSING and self._words.link:
            without = tr("{place} can be searched without an account. Loading and downloading need one.")
            self.setToolTip(without.format(place=place))
        else:
            self.setToolTip("\n".join(part for part in (place, self.access_point.operator) if part))
        self.set_compact(self._compact)
        self._name()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        text = self._words.short if compact else self._words.note
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def full_width(self) -> int:
        """What the row needs with the long note and the whole title."""
        title = self.fontMetrics().horizontalAdvance(self.access_point.short_title)
        around = self.box.chrome() + self.light.width() + 2 * self._MARGIN + 2 * self._GAP + 4
        note = self.note.fontMetrics().horizontalAdvance(self._words.note)
        link = self.link.sizeHint().width() + self._GAP if self._words.link else 0
        return int(title + note + link + around)

    def _lead(self) -> None:
        action = {AccountState.LOCKED: Action.UNLOCK_ACCOUNTS, AccountState.REFUSED: Action.CHECK_ACCOUNT}
        self.accountRequested.emit(self.access_point.id, action.get(self.state, Action.ADD_ACCOUNT).value)

    def _toggled(self, ticked: bool) -> None:
        if ticked and not self.usable:
            # Who ticks it wants to search it: that leads over the account.
            self.set_ticked(False)
            self._lead()
            return
        self._name()
        self.toggled.emit(self.access_point.id, ticked)

    def _name(self) -> None:
        ticked = tr("ticked") if self.ticked else tr("not ticked")
        parts = (self.access_point.short_title, ticked, state_word(self.access_point), self._words.spoken)
        self.box.setAccessibleName(", ".join(parts))


class _TickBox(QCheckBox):
    """Its title gives way before the row grows wider than the panel."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._full = text
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def chrome(self) -> int:
        """What the box itself takes beside its title."""
        metric = QStyle.PixelMetric
        style = self.style()
        box = style.pixelMetric(metric.PM_IndicatorWidth, None, self)
        return int(box + style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.chrome()
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))


class _Box(Themed, QFrame):
    """The frame around the rows; its ground is the window's, so that empty tick boxes are seen in every theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(mixed(theme.window, theme.text, 0.02))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class FromSection(Section):
    """``changed`` when another set is ticked; ``ticks`` is what the user chose, kept over all collections."""

    changed = pyqtSignal()
    accountRequested = pyqtSignal(str, str)
    """id of a place, and what is to be done with its account (a value of ``messages.ACCOUNT_ACTIONS``)"""

    def __init__(self, registry: Any, parent: QWidget | None = None, accounts: Any = None) -> None:
        """``accounts``: the ``AccountController``; ``None`` where nobody keeps accounts."""
        super().__init__(tr("From"), parent, line=False)
        self._registry = registry
        self._accounts = accounts
        self.ticks: dict[str, bool] = {}
        self.rows: list[AccessPointRow] = []
        self.menu_button = IconButton("list", tr("Tick several access points at once"), self)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.addAction(tr("Tick all that can be searched")).triggered.connect(self._tick_usual)
        menu.addAction(tr("Tick all")).triggered.connect(lambda: self._tick_all(True))
        menu.addAction(tr("Untick all")).triggered.connect(lambda: self._tick_all(False))
        self.menu_button.setMenu(menu)
        self.add_control(self.menu_button)
        self._box = _Box(self)
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(1, 3, 1, 3)
        self._list.setSpacing(1)
        self.body.addWidget(self._box)
        if accounts is not None:
            accounts.stateChanged.connect(self._account_changed)
            accounts.store.changed.connect(self._account_changed)
            accounts.store.lockChanged.connect(self._account_changed)
        self.empty = NoteLabel(tr("Choose a collection first."), self)
        self.body.addWidget(self.empty)
        self._box.hide()

    def show_collection(self, collection_id: str, title: str) -> None:
        """The access points that hold it, ticked as usual or as the user left them."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        holding: Sequence[AccessPoint] = self._registry.holding(collection_id) if collection_id else ()
        self.rows = []
        for access_point in holding:
            row = AccessPointRow(access_point, state_of(self._accounts, access_point), self._box)
            row.set_ticked(self.ticks.get(access_point.id, row.usable))
            row.toggled.connect(self._toggled)
            row.accountRequested.connect(self.accountRequested)
            self._list.addWidget(row)
            row.show()
            self.rows.append(row)
        self._box.setVisible(bool(self.rows))
        self.empty.setVisible(not self.rows)
        nobody = tr("No access point holds {collection} at the moment.").format(collection=title)
        self.empty.setText(nobody if collection_id else tr("Choose a collection first."))
        self._fit()
        self._count()

    def ticked(self) -> list[str]:
        """The ids, in the shown order."""
        return [row.access_point.id for row in self.rows if row.ticked]

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        stops = (stop for row in self.rows for stop in (row.box, row.link))
        return [self.header, self.menu_button, *stops]

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.content.width() - self.body.contentsMargins().left()
        # Notes that stand alone are alike in all rows; those beside a link give way one by one.
        alone = any(row.full_width() > room for row in self.rows if not row.has_link)
        for row in self.rows:
            row.set_compact(row.full_width() > room if row.has_link else alone)

    def _account_changed(self, _access_point: str = "") -> None:
        before = self.ticked()
        for row in self.rows:
            was_usable = row.usable
            row.set_state(state_of(self._accounts, row.access_point))
            if row.usable and not was_usable:
                row.set_ticked(self.ticks.get(row.access_point.id, True))
        self._fit()
        self._count()
        if self.ticked() != before:
            self.changed.emit()

    def _toggled(self, access_point: str, ticked: bool) -> None:
        self.ticks[access_point] = ticked
        self._count()
        self.changed.emit()

    def _tick_usual(self) -> None:
        for row in self.rows:
            self.ticks.pop(row.access_point.id, None)
            row.set_ticked(row.usable)
        self._count()
        self.changed.emit()

    def _tick_all(self, ticked: bool) -> None:
        for row in self.rows:
            row.set_ticked(ticked)
            self.ticks[row.access_point.id] = row.ticked
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        text = tr("{ticked} of {all}").format(ticked=len(self.ticked()), all=len(self.rows))
        self.set_note(text if self.rows else "")
