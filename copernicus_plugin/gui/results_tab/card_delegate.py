"""A product as a card: 78 px high, its picture at the left, four lines beside it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.model import ROW_ROLE, ResultsModel, availability_text
from copernicus_plugin.gui.results_tab.painting import (
    AVAILABILITY_ICONS,
    LEFT,
    RIGHT,
    Fonts,
    badge_width,
    draw_badge,
    draw_icon,
    draw_share_bar,
    draw_thumbnail,
)
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.rows import Key, Row
from copernicus_plugin.gui.theme import Theme, Tone, mixed
from copernicus_plugin.host.translation import tr, tr_n

CARD_HEIGHT = 78
THUMBNAIL = 66
COMPACT_BELOW = 360
BAR_WIDTH = 3


@dataclass(frozen=True)
class CardLayout:
    """Where the parts of a card lie, in pixels of the view."""

    thumbnail: QRect
    lines: tuple[QRect, QRect, QRect, QRect]
    compact: bool

    @staticmethod
    def of(rect: QRect, fonts: Fonts) -> CardLayout:
        side = fonts.px(THUMBNAIL)
        margin = fonts.px(8)
        thumbnail = QRect(rect.x() + margin, rect.y() + (rect.height() - side) // 2, side, side)
        left = thumbnail.right() + 1 + fonts.px(10)
        width = rect.right() - fonts.px(9) - left
        top = rect.y() + fonts.px(6)
        heights = [fonts.px(17), fonts.px(17), fonts.px(17), fonts.px(16)]
        lines = []
        for height in heights:
            lines.append(QRect(left, top, width, height))
            top += height
        return CardLayout(thumbnail, (lines[0], lines[1], lines[2], lines[3]), rect.width() < COMPACT_BELOW)


class CardDelegate(QStyledItemDelegate):
    """Draws a ``Row``; which one is hovered or lifted by the map is told by the view."""

    def __init__(self, pictures: Pictures, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._model = model
        self._fonts: Fonts | None = None
        self._theme: Theme | None = None
        self.lifted: set[Key] = set()

    def refresh(self) -> None:
        """Fonts or colours are others now."""
        self._fonts = None
        self._theme = None

    @property
    def fonts(self) -> Fonts:
        if self._fonts is None:
            self._fonts = Fonts(self.parent().font())
        return self._fonts

    def height(self) -> int:
        return self.fonts.px(CARD_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(option.rect.width(), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        if self._theme is None:
            self._theme = Theme.of(self.parent())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = self._draw_ground(painter, option.rect, selected)
        layout = CardLayout.of(option.rect, self.fonts)
        picture = self._pictures.picture(
            row.product.thumbnail_href, layout.thumbnail.size(), painter.device().devicePixelRatioF()
        )
        draw_thumbnail(painter, layout.thumbnail, picture, self._theme, ground)
        text = self._theme.selected_text if selected else self._theme.base_text
        self._draw_first_line(painter, layout.lines[0], row, text, ground)
        self._draw_title(painter, layout.lines[1], row, text)
        self._draw_coverage(painter, layout, row, ground)
        self._draw_badges(painter, layout.lines[3], row, ground)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._draw_frame(painter, option.rect, row, focused)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, selected: bool) -> QColor:
        theme = self._need_theme()
        ground = theme.selected_ground if selected else theme.base
        painter.fillRect(rect, ground)
        if selected:
            painter.fillRect(QRect(rect.x(), rect.y(), BAR_WIDTH, rect.height()), theme.selected_bar)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), mixed(ground, theme.text, 0.2))
        return ground

    def _draw_first_line(self, painter: QPainter, line: QRect, row: Row, text: QColor, ground: QColor) -> None:
        fonts, theme = self.fonts, self._need_theme()
        right = line.right() + 1
        if row.cloud is not None:
            cloud = formats.per_cent_text(row.cloud)
            painter.setFont(fonts.bold)
            painter.setPen(text)
            painter.drawText(line, RIGHT, cloud)
            icon = fonts.px(16)
            right -= fonts.bold_metrics.horizontalAdvance(cloud) + fonts.px(4) + icon
            draw_icon(painter, "cloud", theme.cloud(row.cloud), QRect(right, line.y(), icon, line.height()))
            right -= fonts.px(6)
        painter.setFont(fonts.bold)
        painter.setPen(text)
        headline = row.headline
        if not row.date:
            headline = fonts.bold_metrics.elidedText(headline, Qt.TextElideMode.ElideMiddle, right - line.x())
        painter.drawText(line, LEFT, headline)
        if row.clock:
            left = line.x() + fonts.bold_metrics.horizontalAdvance(headline) + fonts.px(7)
            painter.setFont(fonts.normal)
            clock = tr("{time} UTC").format(time=row.clock)
            painter.drawText(QRect(left, line.y(), right - left, line.height()), LEFT, clock)

    def _draw_title(self, painter: QPainter, line: QRect, row: Row, text: QColor) -> None:
        fonts = self.fonts
        painter.setFont(fonts.normal)
        painter.setPen(text)
        painter.drawText(line, LEFT, fitted_title(row, line.width(), fonts))

    def _draw_coverage(self, painter: QPainter, layout: CardLayout, row: Row, ground: QColor) -> None:
        fonts, theme, line = self.fonts, self._need_theme(), layout.lines[2]
        dim = theme.colour(Tone.DIM, ground)
        painter.setPen(dim)
        right = line.right() + 1
        if row.size is not None:
            painter.setFont(fonts.normal)
            size = formats.size_text(row.size)
            painter.drawText(line, RIGHT, size)
            right -= fonts.metrics.horizontalAdvance(size) + fonts.px(6)
        if row.coverage is None:
            return
        width, height = fonts.px(64), fonts.px(6)
        bar = QRectF(line.x(), line.y() + (line.height() - height) // 2, width, height)
        track = mixed(ground, theme.text, 0.11)
        draw_share_bar(painter, bar, row.coverage, theme.colour(Tone.GOOD, ground), track)
        left = line.x() + width + fonts.px(7)
        painter.setFont(fonts.note)
        room = QRect(left, line.y(), right - left, line.height())
        painter.drawText(room, LEFT, self._coverage_text(row.coverage, layout.compact, room.width()))

    def _coverage_text(self, share: float, compact: bool, room: int) -> str:
        share_text = formats.share_text(share)
        long_text = tr("covers {share} of the area").format(share=share_text)
        if compact or self.fonts.note_metrics.horizontalAdvance(long_text) > room:
            return tr("covers {share}").format(share=share_text)
        return long_text

    def _draw_badges(self, painter: QPainter, line: QRect, row: Row, ground: QColor) -> None:
        fonts, theme = self.fonts, self._need_theme()
        titles = self._model.source_titles(row)
        source = titles[0] if len(titles) == 1 else tr_n("%n source(s)", len(titles))
        second = availability_text(row.shown_availability)
        room = line.width() - badge_width(second, fonts, True) - fonts.px(6)
        spare = badge_width("", fonts, False)
        source = fonts.badge_metrics.elidedText(source, Qt.TextElideMode.ElideRight, room - spare)
        at = QPointF(line.x(), line.y())
        width = draw_badge(painter, at, source, fonts, theme, ground, None)
        at.setX(at.x() + width + fonts.px(6))
        draw_badge(painter, at, second, fonts, theme, ground, AVAILABILITY_ICONS[row.shown_availability])

    def _draw_frame(self, painter: QPainter, rect: QRect, row: Row, focused: bool) -> None:
        if row.key not in self.lifted and not focused:
            return
        theme = self._need_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.selected_bar, 1.4 if focused else 1.0))
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5), 3, 3)

    def _need_theme(self) -> Theme:
        if self._theme is None:
            self._theme = Theme.of(self.parent())
        return self._theme


def fitted_title(row: Row, width: int, fonts: Fonts) -> str:
    """``Sentinel-2C · L2A · T29UNU · R123``; where it is too long, the tile is what stays."""
    has_date = bool(row.date)
    tile = row.tile if has_date else ""
    choices = (
        (row.platform, row.level, *row.labels, tile, row.orbit),
        (row.platform, *row.labels, tile, row.orbit),
        (row.platform, tile, row.orbit),
        (row.platform, tile),
        (tile,),
    )
    text = ""
    for parts in choices:
        text = " · ".join(part for part in parts if part)
        if text and fonts.metrics.horizontalAdvance(text) <= width:
            break
    if not text or text == row.headline:
        text = row.product.id
    return str(fonts.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width))
