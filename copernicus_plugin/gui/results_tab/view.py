"""The list of the results: cards beside the map, a table where there is room. One view, one selection for both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.PyQt.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from copernicus_plugin.gui.results_tab.card_delegate import CardDelegate
from copernicus_plugin.gui.results_tab.model import SORT_OF_COLUMN, Column, ResultsModel
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.rows import Key, Row, SortBy, Sorting
from copernicus_plugin.gui.results_tab.table_delegate import TableDelegate
from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.gui.widgets.buttons import PrimaryButton
from copernicus_plugin.host.translation import tr, tr_n

SELECTION_SETTLES_MS = 80
SCROLLING_RESTS_MS = 120
_LETTERS = {
    Qt.Key.Key_L: "load",
    Qt.Key.Key_D: "download",
    Qt.Key.Key_O: "order",
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_Z: "zoom",
    Qt.Key.Key_Q: "drape",
}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_MOVE = (
    QAbstractItemView.CursorAction.MoveLeft,
    QAbstractItemView.CursorAction.MoveRight,
    QAbstractItemView.CursorAction.MoveNext,
    QAbstractItemView.CursorAction.MovePrevious,
)
_COLUMN_WIDTHS = {
    Column.CARD: 36,
    Column.ACQUIRED: 128,
    Column.PLATFORM: 86,
    Column.TILE: 72,
    Column.ORBIT: 48,
    Column.CLOUD: 70,
    Column.COVERS: 86,
    Column.SIZE: 66,
    Column.AVAILABILITY: 116,
    Column.SOURCES: 58,
}

_COLUMNS_BY_WEIGHT = (
    Column.CARD,
    Column.ACQUIRED,
    Column.TILE,
    Column.CLOUD,
    Column.COVERS,
    Column.SIZE,
    Column.PLATFORM,
    Column.AVAILABILITY,
    Column.ORBIT,
    Column.SOURCES,
)
"""Where there is no room for all, the first of these are shown: nothing scrolls sideways."""


class ResultsView(Themed, QTableView):
    """``selectionSettled`` (list of keys, 80 ms after the last change, never an echo of ``select_keys``)."""

    selectionSettled = pyqtSignal(object)
    selectionTouched = pyqtSignal()
    """at once, whoever changed it"""
    currentRowChanged = pyqtSignal(object)
    hoverChanged = pyqtSignal(object)
    actionRequested = pyqtSignal(str)
    """``load``, ``download``, ``order``, ``copy``, ``zoom``, ``drape``, ``details``"""
    menuRequested = pyqtSignal(QPoint)
    sortRequested = pyqtSignal(object)
    seenChanged = pyqtSignal(object)
    """the ``Row`` objects on the screen, when scrolling rests"""

    def __init__(self, model: ResultsModel, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._cards = False
        self._hovered: Key | None = None
        self._from_map: Key | None = None
        self._told: set[Key] = set()
        self._held_selection: set[Key] = set()
        self._held_current: Key | None = None
        self._anchor: tuple[Key, int] | None = None
        self._new_above = 0
        self._own_widths = False
        self._columns_state: QByteArray | None = None
        self.card_delegate = CardDelegate(pictures, model, self)
        self.table_delegate = TableDelegate(pictures, model, self)
        self._settle = self._timer(SELECTION_SETTLES_MS, self._tell_selection)
        self._rest = self._timer(SCROLLING_RESTS_MS, self._tell_seen)
        self._set_up()
        self.new_above = PrimaryButton("", "", self.viewport())
        self.new_above.setFixedHeight(26)
        self.new_above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.new_above.hide()
        self.new_above.clicked.connect(self.scrollToTop)
        self.setModel(model)
        model.is_selected = lambda position: self.selectionModel().isRowSelected(position, QModelIndex())
        model.aboutToChange.connect(self._before_change)
        model.changed.connect(self._after_change)
        model.dataChanged.connect(lambda *_: self.viewport().update())
        model.columnsFilled.connect(self._fit_columns)
        self.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        pictures.arrived.connect(lambda _href: self.viewport().update())
        self.set_cards(True)
        self.follow_theme()

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(tr("Results"))
        header = self.verticalHeader()
        header.hide()
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setSectionsClickable(True)
        columns.setMinimumSectionSize(34)
        columns.setSortIndicatorShown(True)
        columns.sectionClicked.connect(self._on_header)
        columns.sectionResized.connect(self._on_resized_by_hand)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    # cards or table

    @property
    def cards(self) -> bool:
        return self._cards

    def set_cards(self, cards: bool) -> None:
        """Cards, or the table. The top row, the selection and the focus stay."""
        if cards == self._cards:
            return
        top = self.rowAt(0)
        self._cards = cards
        delegate = self.card_delegate if cards else self.table_delegate
        self.setItemDelegate(delegate)
        columns = self.horizontalHeader()
        columns.blockSignals(True)
        for column in Column:
            self.setColumnHidden(column, cards and column is not Column.CARD)
        columns.setVisible(not cards)
        columns.setSectionResizeMode(
            Column.CARD, QHeaderView.ResizeMode.Stretch if cards else QHeaderView.ResizeMode.Fixed
        )
        columns.blockSignals(False)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if cards else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(policy)
        self._size_rows()
        if cards and self.currentIndex().isValid():
            here = self._results.index(self.currentIndex().row(), 0)
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        if not cards:
            self._restore_columns()
            self._fit_columns()
            self.show_sorting(self._results.sorting)
        if top >= 0:
            self._scroll_to_pixel(top * self._row_height())
        self._rest.start()

    def widths(self) -> list[int]:
        """Of the table's columns; empty where the user has not changed them."""
        return [self.columnWidth(column) for column in Column] if self._own_widths and not self._cards else []

    def set_widths(self, widths: Sequence[int]) -> None:
        if len(widths) != len(Column):
            return
        self._own_widths = True
        self._set_widths(widths)

    def remember_columns(self, state: QByteArray) -> None:
        """The order of the table's columns, as ``saveState`` gave it; used when the table is shown next."""
        self._columns_state = state

    def show_sorting(self, sorting: Sorting) -> None:
        order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
        for column, by in SORT_OF_COLUMN.items():
            if by is sorting.by:
                self.horizontalHeader().setSortIndicator(column, order)

    def _row_height(self) -> int:
        return int(self.verticalHeader().defaultSectionSize())

    def _size_rows(self) -> None:
        delegate = self.card_delegate if self._cards else self.table_delegate
        self.verticalHeader().setDefaultSectionSize(delegate.height())

    def _restore_columns(self) -> None:
        if self._columns_state is None:
            return
        columns = self.horizontalHeader()
        columns.blockSignals(True)
        columns.restoreState(self._columns_state)
        columns.blockSignals(False)
        self._columns_state = None

    def _fit_columns(self) -> None:
        if self._cards:
            return
        hints = {column: self.table_delegate.fonts.px(width) for column, width in _COLUMN_WIDTHS.items()}
        room = self.viewport().width()
        fitting: list[Column] = []
        # What no product tells must not push out what they do.
        for column in sorted(_COLUMNS_BY_WEIGHT, key=lambda one: not self._results.tells(one)):
            if sum(hints[one] for one in fitting) + hints[column] > room:
                break
            fitting.append(column)
        columns = self.horizontalHeader()
        columns.blockSignals(True)
        for column in Column:
            self.setColumnHidden(column, column not in fitting)
        columns.blockSignals(False)
        if self._own_widths and len(fitting) == len(Column):
            return
        spare = room - hints[Column.CARD]
        factor = max(1.0, spare / max(1, sum(hints[one] for one in fitting if one is not Column.CARD)))
        self._set_widths([width if column is Column.CARD else int(width * factor) for column, width in hints.items()])

    def _set_widths(self, widths: Sequence[int]) -> None:
        columns = self.horizontalHeader()
        columns.blockSignals(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        columns.blockSignals(False)
        columns.viewport().update()
        self.updateGeometries()
        self.viewport().update()

    def _on_resized_by_hand(self, _column: int, _old: int, _new: int) -> None:
        if not self._cards and self.horizontalHeader().isVisible() and self.isVisible():
            self._own_widths = True

    def _on_header(self, column: int) -> None:
        by = SORT_OF_COLUMN.get(Column(column))
        if by is None:
            self.show_sorting(self._results.sorting)
            return
        now = self._results.sorting
        first_down = by in (SortBy.ACQUIRED, SortBy.COVERAGE, SortBy.SOURCES)
        self.sortRequested.emit(Sorting(by, not now.descending if now.by is by else first_down))

    def apply_theme(self, theme: Theme) -> None:
        self.card_delegate.refresh()
        self.table_delegate.refresh()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "table_delegate"):
            self.card_delegate.refresh()
            self.table_delegate.refresh()
            self._size_rows()

    # what is selected

    def selected_rows(self) -> list[Row]:
        """From top to bottom."""
        shown = self._results.shown
        return [shown[position] for position in self._selected_positions()]

    def _selected_positions(self) -> list[int]:
        positions: set[int] = set()
        for part in self.selectionModel().selection():
            positions.update(range(part.top(), part.bottom() + 1))
        return sorted(position for position in positions if position < len(self._results.shown))

    def selected_keys(self) -> list[Key]:
        return [row.key for row in self.selected_rows()]

    def current_row(self) -> Row | None:
        index = self.currentIndex()
        shown = self._results.shown
        return shown[index.row()] if index.isValid() and index.row() < len(shown) else None

    def select_keys(self, keys: Iterable[Key], scroll: bool = True) -> None:
        """Select exactly these, scroll to the first; nothing is told of it."""
        wanted = set(keys)
        self._told = {key for key in wanted if self._results.position(key) >= 0}
        positions = self._select(wanted)
        if positions:
            first = self._results.index(positions[0], 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            if scroll:
                self.scrollTo(first)

    def _select(self, keys: set[Key]) -> list[int]:
        positions = sorted(place for place in map(self._results.position, keys) if place >= 0)
        selection = QItemSelection()
        last_column = len(Column) - 1
        start = 0
        for at in range(1, len(positions) + 1):
            if at == len(positions) or positions[at] != positions[at - 1] + 1:
                top, bottom = positions[start], positions[at - 1]
                selection.select(self._results.index(top, 0), self._results.index(bottom, last_column))
                start = at
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return positions

    def _on_selection(self) -> None:
        self._settle.start()
        self.selectionTouched.emit()

    def _tell_selection(self) -> None:
        keys = self.selected_keys()
        if set(keys) != self._told:
            self._told = set(keys)
            self.selectionSettled.emit(keys)

    def _on_current(self) -> None:
        row = self.current_row()
        self.table_delegate.focused = row.key if row is not None and self.hasFocus() else None
        self.currentRowChanged.emit(row)
        self.viewport().update()

    # rows that arrive, or are sorted or filtered

    def _before_change(self) -> None:
        self._held_selection = set(self.selected_keys())
        current = self.current_row()
        self._held_current = current.key if current is not None else None
        self._anchor = self._choose_anchor(current)

    def _choose_anchor(self, current: Row | None) -> tuple[Key, int] | None:
        """The row that must not move, and where its top is in the viewport."""
        height, top = self._row_height(), self.verticalScrollBar().value()
        shown = self._results.shown
        if current is not None:
            place = self.currentIndex().row() * height - top
            if -height < place < self.viewport().height():
                return current.key, place
        first = top // height
        if first >= len(shown) or (top == 0 and not self._held_selection):
            return None
        return shown[first].key, first * height - top

    def _after_change(self, new_positions: list[int]) -> None:
        place = -1 if self._anchor is None else self._results.position(self._anchor[0])
        keep = place >= 0 and (bool(new_positions) or self._held_current == (self._anchor or (None,))[0])
        self._restore_selection()
        target = place * self._row_height() - (self._anchor or ((), 0))[1] if keep else 0
        self._scroll_to_pixel(max(0, target))
        first = self.verticalScrollBar().value() // self._row_height()
        above = sum(1 for position in new_positions if position < first) if keep else 0
        self._count_new_above(self._new_above + above if new_positions else 0)
        self._rest.start()

    def _restore_selection(self) -> None:
        if self._held_selection and set(self.selected_keys()) != self._held_selection:
            self._select(self._held_selection)
        if self._held_current is not None and self.current_row() is None:
            place = self._results.position(self._held_current)
            if place >= 0:
                index = self._results.index(place, 0)
                # scrollTo() of the current index would move what must stay.
                self.setAutoScroll(False)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.setAutoScroll(True)
        # A reset says nothing of a selection that it dropped.
        self._on_selection()

    def _scroll_to_pixel(self, value: int) -> None:
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(value)

    def _count_new_above(self, count: int) -> None:
        self._new_above = count if self.verticalScrollBar().value() > 0 else 0
        self.new_above.setVisible(self._new_above > 0)
        if self._new_above:
            self.new_above.setText(tr_n("%n new ↑", self._new_above))
            self.new_above.setAccessibleName(tr_n("%n new above, go there", self._new_above))
            self._place_new_above()

    def _place_new_above(self) -> None:
        self.new_above.resize(self.new_above.sizeHint().width(), self.new_above.height())
        self.new_above.move((self.viewport().width() - self.new_above.width()) // 2, 6)

    def _on_scroll(self, value: int) -> None:
        self._rest.start()
        if value == 0 and self._new_above:
            self._count_new_above(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.new_above.isVisible():
            # The viewport scrolls its children along.
            self._place_new_above()

    def seen_rows(self) -> list[Row]:
        """The rows on the screen."""
        shown = self._results.shown
        if not shown or not self.isVisible():
            return []
        height, top = self._row_height(), self.verticalScrollBar().value()
        first = max(0, top // height)
        return list(shown[first : (top + self.viewport().height()) // height + 1])

    def _tell_seen(self) -> None:
        self.seenChanged.emit(self.seen_rows())

    # hover

    def highlight(self, key: Key | None) -> None:
        """Lift the border of the product under the mouse on the map; nothing scrolls."""
        self._from_map = key
        self._lift()

    def _lift(self) -> None:
        lifted = {key for key in (self._hovered, self._from_map) if key is not None}
        self.card_delegate.lifted = lifted
        self.table_delegate.lifted = lifted
        self.viewport().update()

    def _hover(self, position: int) -> None:
        shown = self._results.shown
        key = shown[position].key if 0 <= position < len(shown) else None
        if key != self._hovered:
            self._hovered = key
            self._lift()
            self.hoverChanged.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.pos().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.pos()).isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.actionRequested.emit("details")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            where = self.visualRect(self.currentIndex()).center()
        else:
            where = self.viewport().mapFromGlobal(event.globalPos())
        index = self.indexAt(where)
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
        self.menuRequested.emit(self.viewport().mapToGlobal(where))

    # keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return bool(super().event(event))

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (event.key() in _LETTERS or event.key() in (*_RETURN, Qt.Key.Key_Space)):
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        movements = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        return event.key() in movements or (control and event.key() in (Qt.Key.Key_A, Qt.Key.Key_Space))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _LETTERS:
            self.actionRequested.emit(_LETTERS[event.key()])
        elif plain and event.key() in _RETURN:
            self.actionRequested.emit("details")
        elif plain and event.key() == Qt.Key.Key_Space:
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), flags)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().strip():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                super().keyPressEvent(event)
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._results.rowCount()
        current = self.currentIndex()
        column = current.column() if current.isValid() else 0
        if count == 0:
            return QModelIndex()
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._results.index(0, column)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._results.index(count - 1, column)
        if not current.isValid():
            return self._results.index(0, 0)
        if action in _NO_MOVE:
            return current
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._rest.start()
        if self.new_above.isVisible():
            self._place_new_above()
