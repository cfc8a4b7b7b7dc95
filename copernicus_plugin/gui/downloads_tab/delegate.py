"""Draws a download: title, bar, what happens, and the buttons of the row."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPen
from qgis.PyQt.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.downloads_tab.model import DOWNLOAD_ROLE, DownloadsModel
from copernicus_plugin.gui.downloads_tab.row_layout import Button, RowAction, RowLayout, lay_out
from copernicus_plugin.gui.results_tab.painting import LEFT, RIGHT, WRAPPED, Fonts, draw_icon, draw_share_bar
from copernicus_plugin.gui.theme import Theme, Tone, mixed, readable
from copernicus_plugin.model.download import Download, DownloadState
from copernicus_plugin.model.errors import Reason

_ICONS = {
    DownloadState.WAITING: ("clock", Tone.CARE),
    DownloadState.RUNNING: ("download", Tone.RUNNING),
    DownloadState.PAUSED: ("paused", Tone.CLOSED),
    DownloadState.VERIFYING: ("running", Tone.RUNNING),
    DownloadState.DONE: ("good", Tone.GOOD),
    DownloadState.FAILED: ("failed", Tone.FAILED),
    DownloadState.CANCELLED: ("closed", Tone.CLOSED),
}


_ACCOUNT_ICONS = {Reason.NO_ACCOUNT: "key-plus", Reason.LOCKED: "padlock", Reason.CODE_NEEDED: "key"}


def icon_of(download: Download) -> tuple[str, Tone]:
    """The icon of a row, and its tone."""
    if sentences.waits_for_the_user(download) and download.error is not None:
        return _ACCOUNT_ICONS.get(download.error.reason, "key-plus"), Tone.CARE
    return _ICONS[download.state]


class DownloadDelegate(QStyledItemDelegate):
    """``hot`` is the button under the mouse, as (download id, action)."""

    def __init__(self, model: DownloadsModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._fonts: Fonts | None = None
        self._theme: Theme | None = None
        self.hot: tuple[str, RowAction] | None = None

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

    def layout_of(self, index: QModelIndex, rect: QRect) -> RowLayout:
        download = index.data(DOWNLOAD_ROLE)
        selected = self._view.selectionModel().isSelected(index) if self._view.selectionModel() else False
        asking = download.id in self._model.confirming
        return lay_out(download, self._model.place_of(download), rect, self.fonts, selected, asking)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        width = self._view.viewport().width()
        if index.data(DOWNLOAD_ROLE) is None:
            return QSize(width, 0)
        return QSize(width, self.layout_of(index, QRect(0, 0, width, 0)).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        download: Download | None = index.data(DOWNLOAD_ROLE)
        if download is None:
            return
        layout = self.layout_of(index, option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = self.theme
        ground = theme.selected_ground if selected else theme.base
        text = theme.selected_text if selected else theme.base_text
        painter.save()
        painter.fillRect(option.rect, ground)
        if selected:
            painter.fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), theme.selected_bar)
        line = QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, mixed(ground, theme.text, 0.2))
        name, tone = icon_of(download)
        draw_icon(painter, name, theme.colour(tone, ground), layout.icon)
        self._draw_texts(painter, layout, download, text, ground)
        self._draw_bar(painter, layout, download, ground)
        self._draw_message(painter, layout, download)
        for button in layout.buttons:
            self._draw_button(painter, button, download, text, ground)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.selected_bar, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 3, 3)
        painter.restore()

    def _draw_texts(
        self, painter: QPainter, layout: RowLayout, download: Download, text: QColor, ground: QColor
    ) -> None:
        fonts, theme = self.fonts, self.theme
        dim = theme.colour(Tone.DIM, ground)
        painter.setFont(fonts.bold)
        painter.setPen(text)
        painter.drawText(layout.title, LEFT, fitted_title(download.request.title, layout.title.width(), fonts))
        painter.setFont(fonts.note)
        if not layout.note.isNull():
            painter.setPen(dim)
            name = download.request.product.id
            painter.drawText(layout.note, LEFT, _elided(fonts, name, layout.note.width()))
        if layout.state.isNull():
            return
        place = self._model.place_of(download)
        said = sentences.state_text(download, place)
        title = place.title
        room = layout.state.width()
        beside = fonts.note_metrics.horizontalAdvance(title) + fonts.px(8)
        if fonts.note_metrics.horizontalAdvance(said) <= room - beside:
            painter.setPen(dim)
            painter.drawText(layout.state, RIGHT, title)
            room -= beside
        painter.setPen(text)
        painter.drawText(layout.state, LEFT, _elided(fonts, said, room))
        if layout.hint_text:
            painter.setPen(dim)
            painter.drawText(layout.hint, WRAPPED, layout.hint_text)

    def _draw_bar(self, painter: QPainter, layout: RowLayout, download: Download, ground: QColor) -> None:
        if layout.bar.isNull():
            return
        theme = self.theme
        tone = {DownloadState.PAUSED: Tone.CLOSED, DownloadState.WAITING: Tone.CARE}.get(download.state, Tone.RUNNING)
        track = mixed(ground, theme.text, 0.11)
        share = 1.0 if download.state is DownloadState.VERIFYING else sentences.share_of(download)
        draw_share_bar(painter, QRectF(layout.bar), share or 0.0, theme.colour(tone, ground), track)

    def _draw_message(self, painter: QPainter, layout: RowLayout, download: Download) -> None:
        if not layout.message_text:
            return
        theme, fonts = self.theme, self.fonts
        failed = download.state is DownloadState.FAILED and not sentences.waits_for_the_user(download)
        tone = Tone.FAILED if failed and download.id not in self._model.confirming else Tone.CARE
        inner = theme.ground(tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(inner)
        painter.setPen(QPen(mixed(inner, theme.colour(tone, inner), 0.35), 1))
        painter.drawRoundedRect(QRectF(layout.message).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(readable(theme.text, inner))
        painter.setFont(fonts.note)
        pad = fonts.px(7)
        painter.drawText(layout.message.adjusted(pad, pad, -pad, 0), WRAPPED, layout.message_text)
        painter.restore()

    def _draw_button(
        self, painter: QPainter, button: Button, download: Download, text: QColor, ground: QColor
    ) -> None:
        hot = self.hot == (download.id, button.action)
        theme, fonts = self.theme, self.fonts
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if button.link:
            font = QFont(fonts.note)
            font.setUnderline(True)
            painter.setFont(font)
            link = theme.colour(Tone.LINK, ground)
            painter.setPen(mixed(link, text, 0.35) if hot else link)
            painter.drawText(button.rect, RIGHT, button.text)
            painter.restore()
            return
        if button.text or hot:
            painter.setBrush(mixed(ground, theme.text, 0.12 if hot else 0.03))
            painter.setPen(QPen(mixed(ground, theme.text, 0.3), 1) if button.text else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        left = button.rect.x() + fonts.px(8)
        side = fonts.px(16)
        if button.icon and button.text:
            spot = QRect(left, button.rect.y() + (button.rect.height() - side) // 2, side, side)
            draw_icon(painter, button.icon, text, spot)
            left += fonts.px(20)
        elif button.icon:
            spot = QRect(0, 0, side, side)
            spot.moveCenter(button.rect.center())
            draw_icon(painter, button.icon, text, spot)
        if button.text:
            painter.setFont(fonts.normal)
            painter.setPen(text)
            room = button.rect.right() - left - fonts.px(4)
            label = fonts.metrics.elidedText(button.text, Qt.TextElideMode.ElideRight, room + 2)
            painter.drawText(QRect(left, button.rect.y(), room + 4, button.rect.height()), LEFT, label)
        painter.restore()


def fitted_title(title: str, width: int, fonts: Fonts) -> str:
    """Where it is too long the platform gives way, never the date or the tile."""
    metrics = fonts.bold_metrics
    if metrics.horizontalAdvance(title) <= width:
        return title
    first, dot, rest = title.partition(" · ")
    room = width - metrics.horizontalAdvance(dot + rest)
    if not dot or room < metrics.horizontalAdvance("S2…"):
        return str(metrics.elidedText(title, Qt.TextElideMode.ElideLeft, width))
    return str(metrics.elidedText(first, Qt.TextElideMode.ElideRight, room)) + dot + rest


def _elided(fonts: Fonts, text: str, width: int) -> str:
    return str(fonts.note_metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width)))
