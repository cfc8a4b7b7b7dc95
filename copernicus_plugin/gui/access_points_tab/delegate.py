"""Draws a group or a place: arrow or state, title, words at the right, the account's light."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from copernicus_plugin.gui.access_points_tab import sentences
from copernicus_plugin.gui.access_points_tab.model import GROUP_ROLE, LIGHT_ROLE, NOTE_ROLE, PLACE_ROLE
from copernicus_plugin.gui.results_tab.painting import LEFT, RIGHT, Fonts, draw_icon
from copernicus_plugin.gui.theme import Theme, Tone
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.model.access_point import AccessPoint, State

_ROW = 21
_EDGE = 8
_INDENT = 26


class AccessPointDelegate(QStyledItemDelegate):
    """Keeps fonts and colours until ``refresh``."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts: Fonts | None = None
        self._theme: Theme | None = None

    def refresh(self) -> None:
        """Fonts or colours are others now."""
        self._fonts = None
        self._theme = None

    @property
    def fonts(self) -> Fonts:
        if self._fonts is None:
            self._fonts = Fonts(self._view.font())
        return self._fonts

    @property
    def theme(self) -> Theme:
        if self._theme is None:
            self._theme = Theme.of(self._view)
        return self._theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(100, max(_ROW, self.fonts.px(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        rect = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = self.theme
        ground = theme.selected_ground if selected else theme.base
        text = theme.selected_text if selected else theme.base_text
        painter.save()
        painter.fillRect(rect, ground)
        if selected:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), theme.selected_bar)
        place = index.data(PLACE_ROLE)
        if isinstance(place, AccessPoint):
            self._draw_place(painter, rect, index, place, (ground, text))
        elif index.data(GROUP_ROLE) is not None:
            self._draw_group(painter, rect, index, (ground, text))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.selected_bar, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()

    def _draw_group(self, painter: QPainter, rect: QRect, index: QModelIndex, colours: tuple[QColor, QColor]) -> None:
        ground, text = colours
        fonts = self.fonts
        side = fonts.px(12)
        arrow = "arrow-down" if self._view.isExpanded(index) else "arrow-right"
        draw_icon(painter, arrow, text, QRect(fonts.px(5), rect.y(), side, rect.height()))
        left = fonts.px(5) + side + fonts.px(5)
        note = str(index.data(NOTE_ROLE))
        wide = fonts.note_metrics.horizontalAdvance(note) + 2
        right = rect.width() - fonts.px(_EDGE)
        painter.setFont(fonts.note)
        painter.setPen(self.theme.colour(Tone.DIM, ground))
        painter.drawText(QRect(right - wide, rect.y(), wide, rect.height()), RIGHT, note)
        painter.setFont(fonts.bold)
        painter.setPen(text)
        room = right - wide - fonts.px(8) - left
        title = fonts.bold_metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.y(), room, rect.height()), LEFT, title)

    def _draw_place(
        self, painter: QPainter, rect: QRect, index: QModelIndex, place: AccessPoint, colours: tuple[QColor, QColor]
    ) -> None:
        ground, text = colours
        fonts, theme = self.fonts, self.theme
        side = fonts.px(16)
        name, tone = sentences.STATE_SHAPES[place.status.state]
        draw_icon(painter, name, theme.colour(tone, ground), QRect(fonts.px(_INDENT), rect.y(), side, rect.height()))
        right = rect.width() - fonts.px(_EDGE) - side
        light = index.data(LIGHT_ROLE)
        if light is not None:
            spot = QRect(right, rect.y(), side, rect.height())
            draw_icon(painter, light.icon, theme.colour(light.tone, ground), spot)
        right -= fonts.px(6)
        left = fonts.px(_INDENT) + side + fonts.px(6)
        title, note = self._fitted(place, str(index.data(NOTE_ROLE)), right - left)
        ended = place.status.state in (State.CLOSED, State.SUPERSEDED)
        painter.setFont(fonts.normal)
        painter.setPen(theme.colour(Tone.DIM, ground) if ended else text)
        painter.drawText(QRect(left, rect.y(), right - left, rect.height()), LEFT, title)
        painter.setFont(fonts.note)
        painter.setPen(theme.colour(Tone.DIM, ground))
        painter.drawText(QRect(left, rect.y(), right - left, rect.height()), RIGHT, note)

    def _fitted(self, place: AccessPoint, note: str, room: int) -> tuple[str, str]:
        """The title gives way to its short form, then the note is left out, then the short title is cut."""
        metrics = self.fonts.metrics
        long, short = tr_data(place.title), tr_data(place.short_title or place.title)
        beside = self.fonts.note_metrics.horizontalAdvance(note) + self.fonts.px(8)
        for title in (long, short):
            if metrics.horizontalAdvance(title) <= room - beside:
                return title, note
        if metrics.horizontalAdvance(short) <= room:
            # The state's shape still says what the note would.
            return short, ""
        return str(metrics.elidedText(short, Qt.TextElideMode.ElideRight, room)), ""
