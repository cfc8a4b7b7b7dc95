"""The timeline as a table, for those who read it line by line: a day, how many, how clear, shown or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.painting import number_of
from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.gui.widgets.buttons import LinkButton
from copernicus_plugin.gui.widgets.labels import NoteLabel
from copernicus_plugin.host.translation import tr, tr_n

_RIGHT = number_of(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
_DAY = int(Qt.ItemDataRole.UserRole)


@dataclass
class _Day:
    count: int = 0
    cloud: float | None = None
    coverage: float | None = None


class DaysPage(QWidget):
    """``dayChosen``: the list is to show this day only (proleptic Gregorian ordinal). In place of the list."""

    backRequested = pyqtSignal()
    dayChosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = LinkButton(tr("‹ Back to the results"), self)
        self.back.clicked.connect(self.backRequested)
        self.note = NoteLabel("", self)
        self.note.setWordWrap(True)
        self.table = QTreeWidget(self)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAlternatingRowColors(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setAccessibleName(tr("Table of days"))
        self.table.setHeaderLabels([tr("Day"), tr("Products"), tr("Least cloud"), tr("Covers at most")])
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.table.headerItem().setTextAlignment(column, _RIGHT)
        self.table.itemDoubleClicked.connect(lambda item, _column: self.dayChosen.emit(item.data(0, _DAY)))
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(8, 4, 8, 8)
        column_layout.setSpacing(5)
        column_layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column_layout.addWidget(self.note)
        column_layout.addWidget(self.table, 1)

    def fill(self, rows: Iterable[Row]) -> None:
        """All products that have a day, the newest first."""
        days: dict[int, _Day] = {}
        for row in rows:
            if row.day:
                day = days.setdefault(row.day, _Day())
                day.count += 1
                day.cloud = _better(day.cloud, row.cloud, least=True)
                day.coverage = _better(day.coverage, row.coverage, least=False)
        self.table.clear()
        for number in sorted(days, reverse=True):
            self.table.addTopLevelItem(_line(number, days[number]))
        self.note.setText(tr_n("%n day(s) with products. Return shows one of them alone.", len(days)))
        if days:
            self.table.setCurrentItem(self.table.topLevelItem(0))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.table.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.dayChosen.emit(item.data(0, _DAY))
        else:
            super().keyPressEvent(event)


def _better(known: float | None, value: float | None, least: bool) -> float | None:
    if known is None or value is None:
        return value if known is None else known
    return min(known, value) if least else max(known, value)


def _line(number: int, day: _Day) -> QTreeWidgetItem:
    texts = [
        formats.iso_day(number),
        formats.count_text(day.count),
        formats.per_cent_text(day.cloud),
        formats.share_text(day.coverage),
    ]
    item = QTreeWidgetItem(texts)
    item.setData(0, _DAY, number)
    for column in (1, 2, 3):
        item.setTextAlignment(column, _RIGHT)
    spoken = [formats.spoken_day(number, year=True), tr_n("%n product(s)", day.count)]
    if day.cloud is not None:
        spoken.append(tr("cloud {number} per cent").format(number=formats.per_cent_number(day.cloud)))
    item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), ", ".join(spoken))
    return item
