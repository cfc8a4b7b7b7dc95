"""The list below the search box: collections by theme, two lines each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.search_tab.sentences import access_point_count, theme_title
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, scaled
from copernicus_plugin.gui.widgets.labels import scaled_font
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.collection import Collection

ID_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_ROLE = Qt.ItemDataRole.UserRole + 2
NOTE_ROLE = Qt.ItemDataRole.UserRole + 3
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 4
_MOST_ROWS = 60
_LEFT, _RIGHT, _GAP = 32, 8, 8


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        metrics = option.fontMetrics
        if not index.data(ID_ROLE):
            return QSize(100, metrics.height() + 4)
        return QSize(100, 2 * metrics.height() + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme = Theme.of(option.widget)
        painter.save()
        if index.data(ID_ROLE):
            chosen = index == option.widget.currentIndex()
            _paint_collection(painter, option, index, theme, chosen)
        else:
            painter.fillRect(option.rect, mixed(theme.base, theme.base_text, 0.06))
            painter.setFont(scaled_font(option.font, 0.92, bold=True))
            painter.setPen(theme.colour(Tone.DIM, theme.base))
            box = option.rect.adjusted(8, 0, -8, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        painter.restore()


def _paint_collection(
    painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex, theme: Theme, chosen: bool
) -> None:
    rect = option.rect
    ground = theme.selected_ground if chosen else theme.base
    painter.fillRect(rect, ground)
    if chosen:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.selected_bar)
    text = theme.selected_text if chosen else theme.base_text
    note = theme.colour(Tone.DIM, ground)
    ratio = painter.device().devicePixelRatioF()
    image = icons.pixmap(str(index.data(ICON_ROLE)), text, 16, ratio)
    painter.drawPixmap(rect.left() + 9, rect.top() + (rect.height() - 16) // 2, image)
    inner = rect.adjusted(_LEFT, 3, -_RIGHT, -3)
    half = inner.height() // 2
    small = scaled_font(option.font, 0.92)
    count = str(index.data(NOTE_ROLE))
    count_width = QFontMetrics(small).horizontalAdvance(count) + _GAP
    bold = QFont(option.font)
    bold.setBold(True)
    left = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
    right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
    first = QRect(inner.left(), inner.top(), inner.width() - count_width, half)
    second = QRect(inner.left(), inner.top() + half, inner.width(), half)
    _draw(painter, first, left, str(index.data()), bold, text)
    _draw(painter, QRect(inner.left(), inner.top(), inner.width(), half), right, count, small, note)
    _draw(painter, second, left, str(index.data(DETAIL_ROLE)), small, note)


def _draw(painter: QPainter, rect: QRect, flags: int, text: str, font: QFont, colour: object) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags, elided)


class CollectionPopup(Themed, QListView):
    """Lies over the tab, so that the focus stays in the search box. ``chosen`` carries a collection's id."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Matching collections"))
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(14)
        shadow.setOffset(0, 3)
        self.setGraphicsEffect(shadow)
        self.hide()
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.viewport().update()

    def fill(self, collections: Sequence[Collection], count: Callable[[str], int]) -> None:
        """Show ``collections`` (grouped by theme already); ``count`` tells how many access points hold one."""
        model = self.model()
        model.clear()
        theme = None
        for collection in collections[:_MOST_ROWS]:
            if collection.theme is not theme:
                theme = collection.theme
                heading = QStandardItem(theme_title(theme))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                model.appendRow(heading)
            row = QStandardItem(tr_data(collection.title))
            row.setData(collection.id, ID_ROLE)
            row.setData(collection.theme.value, ICON_ROLE)
            row.setData(access_point_count(count(collection.id)), NOTE_ROLE)
            row.setData(tr_data(collection.description), DETAIL_ROLE)
            spoken = ", ".join((row.text(), str(row.data(DETAIL_ROLE)), str(row.data(NOTE_ROLE))))
            row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(row)
        self._go(self._next(-1, 1))

    def place_below(self, box: QWidget) -> None:
        """As wide as ``box``, wider to the left where the rows need it; as high as its rows, within the tab."""
        parent = self.parentWidget()
        corner = box.mapTo(parent, box.rect().bottomLeft())
        rows = self.model().rowCount()
        wanted = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth()
        room = parent.height() - corner.y() - scaled(self, 8)
        right = corner.x() + box.width()
        width = min(max(box.width(), self._needed_width()), right - scaled(self, 8))
        self.setGeometry(right - width, corner.y() + 1, width, max(60, min(wanted, room)))
        self.raise_()
        self.show()

    def _needed_width(self) -> int:
        """Of the longest title beside its count, with the space around them."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics, small = QFontMetrics(bold), QFontMetrics(scaled_font(self.font(), 0.92))
        model = self.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        texts = [
            metrics.horizontalAdvance(str(row.data())) + small.horizontalAdvance(str(row.data(NOTE_ROLE)))
            for row in rows
            if row.data(ID_ROLE)
        ]
        around = _LEFT + _RIGHT + _GAP + 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        return int(max(texts, default=0) + around)

    def titles(self) -> list[str]:
        """The shown rows, headings included."""
        model = self.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def move_current(self, step: int) -> None:
        """The next (1) or previous (-1) collection; stays at the ends."""
        self._go(self._next(self.currentIndex().row(), step))

    def move_page(self, step: int) -> None:
        for _ in range(5):
            self.move_current(step)

    def choose_current(self) -> bool:
        """Whether there was one."""
        found = self.currentIndex().data(ID_ROLE)
        if not found:
            return False
        self.hide()
        self.chosen.emit(str(found))
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.pos())
        if index.data(ID_ROLE):
            self._go(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and index.data(ID_ROLE):
            self._go(index.row())
            self.choose_current()

    def _next(self, row: int, step: int) -> int:
        model = self.model()
        candidate = row + step
        while 0 <= candidate < model.rowCount():
            if model.index(candidate, 0).data(ID_ROLE):
                return candidate
            candidate += step
        return row

    def _go(self, row: int) -> None:
        if row >= 0:
            index = self.model().index(row, 0)
            self.setCurrentIndex(index)
            # The heading above the first row is seen again when going back up.
            self.scrollTo(self.model().index(0, 0) if row == 1 else index)
            self.viewport().update()
