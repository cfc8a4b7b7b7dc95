"""A product as a line of a table, 30 px high."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.model import ROW_ROLE, Column, ResultsModel, availability_text
from copernicus_plugin.gui.results_tab.painting import (
    AVAILABILITY_ICONS,
    LEFT,
    RIGHT,
    Fonts,
    draw_icon,
    draw_share_bar,
    draw_thumbnail,
)
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.rows import Key, Row
from copernicus_plugin.gui.theme import Theme, Tone, mixed

TABLE_ROW_HEIGHT = 30
BAR_WIDTH = 3


class TableDelegate(QStyledItemDelegate):
    """Draws a cell of a ``Row``; the view tells which rows are lifted and which one has the focus."""

    def __init__(self, pictures: Pictures, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._model = model
        self._fonts: Fonts | None = None
        self._theme: Theme | None = None
        self.lifted: set[Key] = set()
        self.focused: Key | None = None

    def refresh(self) -> None:
        """Fonts or colours are others now."""
        self._fonts = None
        self._theme = None

    @property
    def fonts(self) -> Fonts:
        if self._fonts is None:
            self._fonts = Fonts(self.parent().font())
        return self._fonts

    @property
    def theme(self) -> Theme:
        if self._theme is None:
            self._theme = Theme.of(self.parent())
        return self._theme

    def height(self) -> int:
        return self.fonts.px(TABLE_ROW_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        if row is None:
            return QSize(60, self.height())
        column = Column(index.column())
        extra = {Column.CARD: 40, Column.CLOUD: 40, Column.COVERS: 74, Column.AVAILABILITY: 38}.get(column, 18)
        width = self.fonts.bold_metrics.horizontalAdvance(self._model.text(row, column))
        return QSize(width + self.fonts.px(extra), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        column = Column(index.column())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = self._ground(index.row(), selected)
        painter.fillRect(option.rect, ground)
        painter.setPen(self.theme.selected_text if selected else self.theme.base_text)
        painter.setFont(self.fonts.normal)
        inner = option.rect.adjusted(self.fonts.px(6), 0, -self.fonts.px(8), 0)
        if column is Column.CARD:
            self._draw_picture(painter, option.rect, row, ground, selected)
        elif column is Column.ACQUIRED:
            self._draw_acquired(painter, inner, row)
        elif column is Column.CLOUD:
            self._draw_cloud(painter, inner, row)
        elif column is Column.COVERS:
            self._draw_coverage(painter, inner, row, ground)
        elif column is Column.AVAILABILITY:
            self._draw_availability(painter, inner, row, ground)
        else:
            text = self._model.text(row, column)
            elided = text
            if column is not Column.TILE or not row.tile:
                elided = self.fonts.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, inner.width())
            painter.drawText(inner, RIGHT if column in (Column.SIZE, Column.SOURCES) else LEFT, elided)
        self._draw_lines(painter, option.rect, row)
        painter.restore()

    def _ground(self, position: int, selected: bool) -> QColor:
        if selected:
            return self.theme.selected_ground
        return self.theme.base if position % 2 else mixed(self.theme.base, self.theme.text, 0.035)

    def _draw_picture(self, painter: QPainter, rect: QRect, row: Row, ground: QColor, selected: bool) -> None:
        side = self.fonts.px(26)
        spot = QRect(rect.x() + self.fonts.px(7), rect.y() + (rect.height() - side) // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        picture = self._pictures.picture(row.product.thumbnail_href, spot.size(), ratio)
        draw_thumbnail(painter, spot, picture, self.theme, ground)
        if selected:
            painter.fillRect(QRect(rect.x(), rect.y(), BAR_WIDTH, rect.height()), self.theme.selected_bar)

    def _draw_acquired(self, painter: QPainter, inner: QRect, row: Row) -> None:
        painter.setFont(self.fonts.bold)
        if not row.date:
            painter.drawText(inner, LEFT, formats.NOTHING)
            return
        painter.drawText(inner, LEFT, row.date)
        left = inner.x() + self.fonts.bold_metrics.horizontalAdvance(row.date) + self.fonts.px(7)
        painter.drawText(QRect(left, inner.y(), inner.right() - left + 1, inner.height()), LEFT, row.clock)

    def _draw_cloud(self, painter: QPainter, inner: QRect, row: Row) -> None:
        painter.drawText(inner, RIGHT, formats.per_cent_text(row.cloud))
        if row.cloud is not None:
            side = self.fonts.px(16)
            draw_icon(painter, "cloud", self.theme.cloud(row.cloud), QRect(inner.x(), inner.y(), side, inner.height()))

    def _draw_coverage(self, painter: QPainter, inner: QRect, row: Row, ground: QColor) -> None:
        painter.drawText(inner, RIGHT, formats.share_text(row.coverage))
        if row.coverage is None:
            return
        number = self.fonts.metrics.horizontalAdvance("100 % ")
        width = min(self.fonts.px(48), inner.width() - number)
        if width < self.fonts.px(16):
            return
        height = self.fonts.px(6)
        bar = QRectF(inner.x(), inner.y() + (inner.height() - height) // 2, width, height)
        good = self.theme.colour(Tone.GOOD, ground)
        draw_share_bar(painter, bar, row.coverage, good, mixed(ground, self.theme.text, 0.11))

    def _draw_availability(self, painter: QPainter, inner: QRect, row: Row, ground: QColor) -> None:
        name, tone = AVAILABILITY_ICONS[row.shown_availability]
        side = self.fonts.px(14)
        draw_icon(painter, name, self.theme.colour(tone, ground), QRect(inner.x(), inner.y(), side, inner.height()))
        painter.drawText(
            inner.adjusted(side + self.fonts.px(6), 0, 0, 0), LEFT, availability_text(row.shown_availability)
        )

    def _draw_lines(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.key in self.lifted or row.key == self.focused:
            painter.setPen(QPen(self.theme.selected_bar, 1))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
