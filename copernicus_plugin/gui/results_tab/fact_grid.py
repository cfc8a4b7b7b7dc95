"""Names and values in two columns of pairs; what is too long for one takes the whole line."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from copernicus_plugin.gui.results_tab.facts import Fact
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.labels import NoteLabel

_GAP = 6
_BETWEEN = 14


class FactGrid(QWidget):
    """``columns`` pairs side by side at most, where there is room for them."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._facts: Sequence[Fact] = ()
        self._placed: list[tuple[int, int, int]] = []
        self._labels: list[tuple[NoteLabel, NoteLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(3)
        for column in range(columns):
            self._grid.setColumnStretch(3 * column + 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def texts(self) -> dict[str, str]:
        """What is shown, by its name."""
        return dict(self._facts)

    def fill(self, facts: Sequence[Fact]) -> None:
        if list(facts) == list(self._facts):
            return
        self._facts = list(facts)
        for pair in self._labels:
            for label in pair:
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        self._labels, self._placed = [], []
        for name, value in facts:
            note = NoteLabel(name, self)
            # Where there is no room it goes on in the next line: a date or a tile is never elided.
            label = NoteLabel(value, self, Tone.TEXT)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setAccessibleName(f"{name}: {value}")
            self._labels.append((note, label))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _place(self) -> None:
        places = self._places()
        self._wrap()
        if places == self._placed:
            return
        self._placed = places
        for (note, label), (line, column, span) in zip(self._labels, places):
            self._grid.removeWidget(note)
            self._grid.removeWidget(label)
            self._grid.addWidget(note, line, 3 * column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, line, 3 * column + 1, 1, span)
            note.show()
            label.show()
        for column in range(1, self._columns):
            self._grid.setColumnMinimumWidth(3 * column - 1, _BETWEEN - 2 * _GAP)
        self.updateGeometry()

    def _wrap(self) -> None:
        """What does not even fit the whole line; its height is told here, for layouts in layouts forget to ask."""
        room = max(1, self.width() - self._names() - _GAP)
        for _note, label in self._labels:
            wrapped = _needed(label) > room
            label.setWordWrap(wrapped)
            label.setMinimumHeight(label.heightForWidth(room) if wrapped else 0)

    def _names(self) -> int:
        return max((note.sizeHint().width() for note, _label in self._labels), default=0)

    def _places(self) -> list[tuple[int, int, int]]:
        """Line, column of pairs and span of each value."""
        names = self._names()
        room = (max(self.width(), 1) - (self._columns - 1) * _BETWEEN) // self._columns - names - _GAP
        line, column = 0, 0
        places: list[tuple[int, int, int]] = []
        for _note, label in self._labels:
            wide = _needed(label) > room
            if column and (wide or column >= self._columns):
                line, column = line + 1, 0
            span = 3 * (self._columns - 1) + 1 if wide else 1
            places.append((line, column, span))
            line, column = (line + 1, 0) if wide else (line, column + 1)
        return places


def _needed(label: QLabel) -> int:
    """The width of its text in one line, with the frame that a theme may give it."""
    margins = label.contentsMargins()
    return int(label.fontMetrics().horizontalAdvance(label.text()) + margins.left() + margins.right() + 1)
