"""The strip of acquisitions in time, with a brush that filters the list."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.painting import CENTRED, Fonts
from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.gui.results_tab.timeline import (
    NO_CLOUD,
    Bin,
    Step,
    Timeline,
    count_into,
    days_of,
    make_timeline,
    month_starts,
)
from copernicus_plugin.gui.theme import Theme, Themed, mixed
from copernicus_plugin.gui.widgets.buttons import draw_focus
from copernicus_plugin.host.translation import tr, tr_n

_NARROWEST_BIN = 3
_LOWEST_TOP = 2
_REACH = 6
Days = tuple[int, int]


class _Drag(enum.Enum):
    NONE = 0
    FIRST = 1
    LAST = 2
    BOTH = 3
    NEW = 4


class TimelineStrip(Themed, QWidget):
    """``brushed``: (first day, last day), both included, or ``None`` for all dates."""

    brushed = pyqtSignal(object)
    redrawn = pyqtSignal()
    """other bins than before"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._span: Days | None = None
        self._timeline: Timeline | None = None
        self._brush: Days | None = None
        self._drag = _Drag.NONE
        self._grip = (0, (0, 0))
        self._pressed_at = 0
        self._shown = 0
        self._fonts: Fonts | None = None
        self._rebin = QTimer(self)
        self._rebin.setSingleShot(True)
        self._rebin.setInterval(30)
        self._rebin.timeout.connect(self._make_bins)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    # what is shown

    @property
    def timeline(self) -> Timeline | None:
        return self._timeline

    @property
    def brush(self) -> Days | None:
        return self._brush

    @property
    def span(self) -> Days | None:
        """The first and the last day with a product."""
        return self._span

    def set_rows(self, rows: Sequence[Row]) -> None:
        """All rows, filtered or not; the brush goes back to all dates."""
        self._rows = list(rows)
        self._span = days_of(self._rows)
        self._brush = None
        self._make_bins()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """A batch that arrived; the brush stays."""
        self._rows.extend(rows)
        fresh = days_of(rows)
        if fresh is not None:
            old = self._span or fresh
            self._span = (min(old[0], fresh[0]), max(old[1], fresh[1]))
        if self._timeline is not None and fresh is not None and self._covers(fresh) and not self._rebin.isActive():
            count_into(self._timeline, rows)
            self._name()
            self.update()
        elif not self._rebin.isActive():
            self._rebin.start()

    def _covers(self, days: Days) -> bool:
        return self._timeline is not None and self._timeline.first <= days[0] and days[1] <= self._timeline.last

    def set_shown(self, shown: int) -> None:
        """How many are shown, for the accessible name."""
        self._shown = shown
        self._name()

    def set_brush(self, brush: Days | None) -> None:
        """Brush these days, cut to what there is, and tell it."""
        if brush is not None and self._timeline is not None:
            first = max(self._timeline.first, min(brush))
            last = min(self._timeline.last, max(brush))
            brush = (min(first, self._timeline.last), max(last, self._timeline.first))
            if self._span is not None and brush[0] <= self._span[0] and brush[1] >= self._span[1]:
                whole = (self._timeline.first, self._timeline.last)
                brush = None if brush == whole and self._drag is _Drag.NONE else brush
        if brush != self._brush:
            self._brush = brush
            self._name()
            self.update()
            self.brushed.emit(brush)

    def caption(self) -> str:
        """``Aug – Nov 2026, products a day``"""
        if self._timeline is None or self._span is None:
            return ""
        months = formats.month_range_text(self._timeline.first, self._timeline.last)
        return {
            Step.DAY: tr("{months}, products a day"),
            Step.WEEK: tr("{months}, products a week"),
            Step.MONTH: tr("{months}, products a month"),
            Step.YEAR: tr("{months}, products a year"),
        }[self._timeline.step].format(months=months)

    def has_clouds(self) -> bool:
        return self._timeline is not None and any(sum(one.classes[:NO_CLOUD]) for one in self._timeline.bins)

    def _make_bins(self) -> None:
        self._rebin.stop()
        if self._span is None:
            self._timeline = None
        else:
            most = max(7, (self.width() or 300) // _NARROWEST_BIN)
            self._timeline = make_timeline(self._rows, self._span, most)
        self._name()
        self.update()
        self.redrawn.emit()

    def _name(self) -> None:
        days = self._brush or self._span
        if days is None:
            self.setAccessibleName(tr("Acquisitions in time, none yet"))
            return
        self.setAccessibleName(
            tr("Acquisitions from {first} to {last}, {shown} of {count} products").format(
                first=formats.spoken_day(days[0]),
                last=formats.spoken_day(days[1]),
                shown=formats.count_text(self._shown),
                count=formats.count_text(len(self._rows)),
            )
        )
        self.setAccessibleDescription(tr("Left and Right move the first day, with Shift the last, with Alt both"))

    def apply_theme(self, theme: Theme) -> None:
        self._fonts = None
        self.update()

    @property
    def fonts(self) -> Fonts:
        if self._fonts is None:
            self._fonts = Fonts(self.font())
        return self._fonts

    def sizeHint(self) -> QSize:
        return QSize(300, Fonts(self.font()).px(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_bins()

    # geometry

    def x_of(self, day: int) -> float:
        """Where a day begins, in pixels."""
        if self._timeline is None:
            return 0.0
        return 1 + (day - self._timeline.first) / self._timeline.days * float(self.width() - 2)

    def day_at(self, x: float) -> int:
        """The day drawn at ``x``, within those that are there."""
        if self._timeline is None:
            return 0
        day = self._timeline.first + int((x - 1) / max(1, self.width() - 2) * self._timeline.days)
        return int(min(self._timeline.last, max(self._timeline.first, day)))

    def _nearest_edge(self, x: float) -> int:
        if self._timeline is None:
            return 0
        share = (x - 1) / max(1, self.width() - 2)
        return int(self._timeline.first + round(share * self._timeline.days))

    def _handles(self) -> tuple[float, float]:
        days = self._brush
        if days is None:
            return 1.0, self.width() - 1.0
        return self.x_of(days[0]), self.x_of(days[1] + 1)

    def _days(self) -> Days:
        if self._brush is not None:
            return self._brush
        if self._timeline is None:
            return (0, 0)
        return self._timeline.first, self._timeline.last

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.base)
        if self._timeline is not None:
            self._draw_brush_ground(painter, theme)
            self._draw_months(painter, theme)
            self._draw_bars(painter, theme)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._timeline is not None:
            self._draw_handles(painter, theme)
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.link)
        painter.end()

    def _draw_brush_ground(self, painter: QPainter, theme: Theme) -> None:
        if self._brush is None:
            return
        left, right = self._handles()
        painter.fillRect(QRectF(left, 1, right - left, self.height() - 2), theme.selected_ground)

    def _draw_months(self, painter: QPainter, theme: Theme) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        painter.setFont(self.fonts.badge)
        starts = month_starts(timeline.first, timeline.last)
        metrics = self.fonts.badge_metrics
        labelled_until = -1.0
        height = self.fonts.px(18)
        for day in [timeline.first, *starts]:
            x = self.x_of(day)
            text, strong = _month_label(day, day == timeline.first)
            if day != timeline.first and (strong or timeline.step in (Step.DAY, Step.WEEK)):
                painter.setPen(QPen(theme.line, 1))
                painter.drawLine(QPointF(round(x) + 0.5, 1), QPointF(round(x) + 0.5, self.height() - 2))
            width = metrics.horizontalAdvance(text)
            following = next((self.x_of(one) for one in starts if one > day), float(self.width()))
            room = following - x if day == timeline.first else self.width() - x
            if x + 3 > labelled_until and room > width + 5 and x + width + 4 < self.width():
                painter.setPen(theme.dim)
                painter.drawText(QRectF(x + 4, 1, width + 4, height), CENTRED, text)
                labelled_until = x + width + 8

    def _draw_bars(self, painter: QPainter, theme: Theme) -> None:
        timeline = self._timeline
        highest = timeline.highest if timeline is not None else 0
        if timeline is None or not highest:
            return
        room = self.height() - self.fonts.px(20) - 2
        for one in timeline.bins:
            if not one.count:
                continue
            left, right = self.x_of(one.first), self.x_of(one.last + 1)
            width = max(2, min(self.fonts.px(7), int(right - left) - 1))
            x = round((left + right - width) / 2)
            inside = self._brush is None or (one.last >= self._brush[0] and one.first <= self._brush[1])
            # One product a day is a low bar, also where no day has more.
            height = max(4, round(room * one.count / max(_LOWEST_TOP, highest)))
            self._draw_bar(painter, theme, one, QRect(x, self.height() - 1 - height, width, height), inside)

    def _draw_bar(self, painter: QPainter, theme: Theme, one: Bin, rect: QRect, inside: bool) -> None:
        bottom = rect.y() + rect.height()
        done = 0
        for index, count in enumerate(one.classes):
            if not count:
                continue
            done += count
            top = rect.y() + rect.height() - round(rect.height() * done / one.count)
            colour = _class_colour(theme, index)
            if not inside:
                colour = mixed(theme.base, colour, 0.4)
            painter.fillRect(QRect(rect.x(), top, rect.width(), bottom - top), colour)
            bottom = top

    def _draw_handles(self, painter: QPainter, theme: Theme) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.selected_bar if self._brush is not None else mixed(theme.base, theme.text, 0.45)
        for handle in self._handles():
            x = min(self.width() - 1.5, max(1.5, round(handle)))
            if self._brush is not None:
                painter.setPen(QPen(colour, 1.5))
                painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
            knob = QRectF(0, 0, 6, 15)
            knob.moveCenter(QPointF(min(self.width() - 4.0, max(4.0, x)), self.height() / 2))
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(theme.base)
            painter.drawRoundedRect(knob, 2.5, 2.5)
        painter.restore()

    # mouse

    def _what_is_at(self, x: float) -> _Drag:
        left, right = self._handles()
        near = sorted(((abs(x - left), 0, _Drag.FIRST), (abs(x - right), 1, _Drag.LAST)))
        if near[0][0] <= _REACH:
            return near[0][2]
        if self._brush is not None and left < x < right:
            return _Drag.BOTH
        return _Drag.NEW

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._timeline is None:
            return
        self._pressed_at = event.pos().x()
        self._drag = self._what_is_at(self._pressed_at)
        self._grip = (self.day_at(event.pos().x()), self._days())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.pos().x()
        if self._timeline is None:
            return
        if self._drag is _Drag.NONE:
            over = self._what_is_at(x)
            shape = {
                _Drag.FIRST: Qt.CursorShape.SizeHorCursor,
                _Drag.LAST: Qt.CursorShape.SizeHorCursor,
                _Drag.BOTH: Qt.CursorShape.OpenHandCursor,
            }.get(over, Qt.CursorShape.CrossCursor)
            self.setCursor(shape)
            return
        self._drag_to(x)

    def _drag_to(self, x: float) -> None:
        start, days = self._grip
        if self._drag is _Drag.FIRST:
            self.set_brush((min(self._nearest_edge(x), days[1]), days[1]))
        elif self._drag is _Drag.LAST:
            self.set_brush((days[0], max(self._nearest_edge(x) - 1, days[0])))
        elif self._drag is _Drag.NEW:
            day = self.day_at(x)
            self.set_brush((min(start, day), max(start, day)))
        else:
            self.set_brush(self._moved(days, self.day_at(x) - start))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not _Drag.NONE and event.pos().x() != self._pressed_at:
            # A quick hand leaves no move between press and release.
            self._drag_to(event.pos().x())
        self._drag = _Drag.NONE
        if self._brush is not None and self._timeline is not None:
            whole = (self._timeline.first, self._timeline.last)
            if self._brush == whole:
                self.set_brush(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = _Drag.NONE
        self.set_brush(None)

    def _moved(self, days: Days, by: int) -> Days:
        if self._timeline is None:
            return days
        by = max(self._timeline.first - days[0], min(self._timeline.last - days[1], by))
        return days[0] + by, days[1] + by

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().x()), self)
            return True
        return bool(super().event(event))

    def text_at(self, x: float) -> str:
        """``24 October, 3 products, cloud 2 per cent``, for the bar drawn at ``x``."""
        found = self._timeline.at(self.day_at(x)) if self._timeline is not None else None
        if found is None:
            return ""
        days = formats.spoken_day(found.first)
        if found.last > found.first:
            days = f"{days} – {formats.spoken_day(found.last)}"
        parts = [days, tr_n("%n product(s)", found.count)]
        if found.least_cloud is not None:
            parts.append(tr("cloud {number} per cent").format(number=formats.per_cent_number(found.least_cloud)))
        return ", ".join(parts)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or self._timeline is None:
            super().keyPressEvent(event)
            return
        by = -1 if event.key() == Qt.Key.Key_Left else 1
        first, last = self._days()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            first, last = self._moved((first, last), by)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            last = max(first, min(self._timeline.last, last + by))
        else:
            first = min(last, max(self._timeline.first, first + by))
        self.set_brush((first, last))
        event.accept()


def _month_label(day: int, is_first: bool) -> tuple[str, bool]:
    date = dt.date.fromordinal(day)
    january = date.month == 1 and not is_first
    return (str(date.year) if january else formats.month_name(date.month)), january


def _class_colour(theme: Theme, index: int) -> QColor:
    if index == NO_CLOUD:
        return theme.running
    return theme.cloud((5, 15, 30, 60)[index])
