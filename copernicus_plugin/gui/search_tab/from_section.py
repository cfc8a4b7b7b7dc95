"""From: the access points that hold the collection."""

from __future__ import annotations

from collections.abc import Sequence
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

from copernicus_plugin.gui.search_tab.sentences import state_word
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, scaled
from copernicus_plugin.gui.widgets.buttons import IconButton
from copernicus_plugin.gui.widgets.labels import IconLabel, NoteLabel
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccessPoint, AccountKind, State

Note = tuple[str, str, str, Tone]
"""text, short text, icon, tone"""


def searches_without_account(access_point: AccessPoint) -> bool:
    """Whether it can be searched by everyone."""
    account = access_point.account
    return account.kind is AccountKind.NONE or "search" not in account.needed_for


def note_of(access_point: AccessPoint) -> Note:
    """What stands at the right of a row."""
    if access_point.status.state is State.RESTRICTED:
        return tr("restricted"), tr("restricted"), "padlock", Tone.CARE
    if not searches_without_account(access_point):
        return tr("account needed"), tr("account needed"), "key-plus", Tone.CARE
    if access_point.account.kind is not AccountKind.NONE and "download" in access_point.account.needed_for:
        return tr("search only without account"), tr("search only"), "key-plus", Tone.CARE
    return tr("no account needed"), tr("open to all"), "no-account", Tone.GOOD


class AccessPointRow(QWidget):
    """A tick box, the title, a note and the account's light. ``toggled`` only by the user's hand."""

    toggled = pyqtSignal(str, bool)
    _MARGIN = 5
    _GAP = 6

    def __init__(self, access_point: AccessPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.access_point = access_point
        self.box = _TickBox(access_point.short_title, self)
        self.box.toggled.connect(self._toggled)
        text, short, icon, tone = note_of(access_point)
        self._texts = (text, short)
        self.note = NoteLabel(text, self)
        self._light = IconLabel(icon, tone, text, self)
        usable = searches_without_account(access_point)
        self.box.setEnabled(usable)
        if not usable:
            self.setToolTip(
                tr("{place} cannot be searched without an account.").format(place=access_point.short_title)
            )
        elif access_point.operator:
            self.setToolTip(f"{access_point.short_title}\n{access_point.operator}")
        row = QHBoxLayout(self)
        row.setContentsMargins(self._MARGIN, 0, self._MARGIN, 0)
        row.setSpacing(self._GAP)
        row.addWidget(self.box, 1)
        row.addWidget(self.note)
        row.addWidget(self._light)
        self.setMinimumHeight(scaled(self, 21))
        self._name()

    @property
    def ticked(self) -> bool:
        return bool(self.box.isChecked())

    def set_ticked(self, ticked: bool) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(ticked and self.box.isEnabled())
        self.box.blockSignals(False)
        self._name()

    def set_compact(self, compact: bool) -> None:
        self.note.setText(self._texts[1 if compact else 0])

    def full_width(self) -> int:
        """What the row needs with the long note and the whole title."""
        title = self.fontMetrics().horizontalAdvance(self.access_point.short_title)
        around = self.box.chrome() + self._light.width() + 2 * self._MARGIN + 2 * self._GAP + 4
        return int(title + self.note.fontMetrics().horizontalAdvance(self._texts[0]) + around)

    def _toggled(self, ticked: bool) -> None:
        self._name()
        self.toggled.emit(self.access_point.id, ticked)

    def _name(self) -> None:
        ticked = tr("ticked") if self.ticked else tr("not ticked")
        parts = (self.access_point.short_title, ticked, state_word(self.access_point), self._texts[0])
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

    def __init__(self, registry: Any, parent: QWidget | None = None) -> None:
        super().__init__(tr("From"), parent, line=False)
        self._registry = registry
        self.ticks: dict[str, bool] = {}
        self.rows: list[AccessPointRow] = []
        self.menu_button = IconButton("list", tr("Tick several access points at once"), self)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.addAction(tr("Tick all that work without an account")).triggered.connect(self._tick_usual)
        menu.addAction(tr("Tick all")).triggered.connect(lambda: self._tick_all(True))
        menu.addAction(tr("Untick all")).triggered.connect(lambda: self._tick_all(False))
        self.menu_button.setMenu(menu)
        self.add_control(self.menu_button)
        self._box = _Box(self)
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(1, 3, 1, 3)
        self._list.setSpacing(1)
        self.body.addWidget(self._box)
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
            row = AccessPointRow(access_point, self._box)
            row.set_ticked(self.ticks.get(access_point.id, searches_without_account(access_point)))
            row.toggled.connect(self._toggled)
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
        return [self.header, self.menu_button, *(row.box for row in self.rows)]

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.content.width() - self.body.contentsMargins().left()
        compact = any(row.full_width() > room for row in self.rows)
        for row in self.rows:
            row.set_compact(compact)

    def _toggled(self, access_point: str, ticked: bool) -> None:
        self.ticks[access_point] = ticked
        self._count()
        self.changed.emit()

    def _tick_usual(self) -> None:
        for row in self.rows:
            self.ticks.pop(row.access_point.id, None)
            row.set_ticked(searches_without_account(row.access_point))
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
