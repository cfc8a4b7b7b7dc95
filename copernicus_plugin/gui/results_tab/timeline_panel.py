"""The timeline with what is said above and below it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.painting import CENTRED, Fonts
from copernicus_plugin.gui.results_tab.timeline_strip import TimelineStrip
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.buttons import LinkButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel, PlainLabel, scaled_font
from copernicus_plugin.host.translation import tr


class CloudLegend(Themed, QWidget):
    """The classes of the cloud cover; the caption before them gives way where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ""
        self._clouds = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_content(self, caption: str, clouds: bool) -> None:
        self._caption, self._clouds = caption, clouds
        self.setAccessibleName(caption)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, Fonts(self.font()).px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, fonts = self.theme, Fonts(self.font())
        painter = QPainter(self)
        painter.setFont(fonts.badge)
        painter.setPen(theme.dim)
        metrics = fonts.badge_metrics
        right = self.width()
        if self._clouds:
            right = self._draw_classes(painter, theme, fonts)
        room = right - fonts.px(8)
        caption = self._caption
        if metrics.horizontalAdvance(caption) > room:
            caption = caption.split(",")[0]
        if metrics.horizontalAdvance(caption) <= room:
            painter.drawText(QRect(0, 0, room, self.height()), CENTRED, caption)
        painter.end()

    def _draw_classes(self, painter: QPainter, theme: Theme, fonts: Fonts) -> int:
        metrics, side = fonts.badge_metrics, fonts.px(8)
        right = self.width()
        classes = ((60.0, tr("≥ 40 %")), (30.0, tr("< 40")), (15.0, tr("< 20")), (5.0, tr("< 10")))
        for cover, text in classes:
            width = metrics.horizontalAdvance(text)
            painter.drawText(QRect(right - width, 0, width + 2, self.height()), CENTRED, text)
            right -= width + fonts.px(4) + side
            painter.fillRect(QRect(right, (self.height() - side) // 2, side, side), theme.cloud(cover))
            right -= fonts.px(8)
        word = tr("Cloud")
        width = metrics.horizontalAdvance(word)
        painter.drawText(QRect(right - width, 0, width + 2, self.height()), CENTRED, word)
        return int(right - width)


class TimelinePanel(QWidget):
    """The brushed period, how many are shown, the strip, and its legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = TimelineStrip(self)
        self.period = PlainLabel("", self)
        self.period.setFont(scaled_font(self.font(), 1.0, bold=True))
        # Days are never elided: the count gives way.
        self.period.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.shown = ElidedLabel("", self, Tone.DIM)
        self.shown.setFont(scaled_font(self.font(), 0.92))
        self.shown.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.all_dates = LinkButton(tr("All dates"), self)
        self.legend = CloudLegend(self)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.period)
        head.addWidget(self.shown)
        head.addStretch(1)
        head.addWidget(self.all_dates)
        self._below = QHBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(16)
        self._below.addWidget(self.legend, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._head)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._below)
        self._wide = False
        self.all_dates.clicked.connect(lambda: self.strip.set_brush(None))
        self.strip.redrawn.connect(self._update)
        self.strip.brushed.connect(lambda _days: self._update())

    def set_wide(self, wide: bool) -> None:
        """In the table's layout all texts stand in one line under the strip."""
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._column.removeWidget(self._head)
            self._below.insertWidget(0, self._head, 0)
        else:
            self._below.removeWidget(self._head)
            self._column.insertWidget(0, self._head)

    def set_counts(self, shown: int, total: int) -> None:
        self.strip.set_shown(shown)
        if shown == total:
            text = tr("all {count} shown").format(count=formats.count_text(total))
        else:
            text = tr("{shown} of {count} shown").format(
                shown=formats.count_text(shown), count=formats.count_text(total)
            )
        self.shown.setText(text)
        self._update()

    def _update(self) -> None:
        days = self.strip.brush or self.strip.span
        self.period.setText(formats.day_range_text(*days) if days is not None else "")
        self.all_dates.setVisible(self.strip.brush is not None)
        self.legend.set_content(self.strip.caption(), self.strip.has_clouds())
