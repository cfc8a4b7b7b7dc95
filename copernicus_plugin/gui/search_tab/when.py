"""When: two days, presets, and what to do when they are turned round."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import QDate, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from copernicus_plugin.gui.messages import Action, action_title, message_for
from copernicus_plugin.gui.theme import Theme, Tone
from copernicus_plugin.gui.widgets.buttons import draw_focus
from copernicus_plugin.gui.widgets.labels import NoteLabel, PlainLabel
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.query import Period

_EARLIEST = QDate(1978, 1, 1)
_LATEST = QDate(2100, 12, 31)


def today() -> dt.date:
    """In UTC, as all days here are."""
    return dt.datetime.now(dt.timezone.utc).date()


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last one of that month."""
    moved = QDate(day.year, day.month, day.day).addMonths(-months)
    return dt.date(moved.year(), moved.month(), moved.day())


def preset_days(preset: str, last: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of ``7d``, ``30d``, ``3m``, ``1y`` that end with ``last``."""
    firsts = {
        "7d": last - dt.timedelta(days=6),
        "30d": last - dt.timedelta(days=29),
        "3m": months_before(last, 3),
        "1y": months_before(last, 12),
    }
    return firsts[preset], last


def seasons(day: dt.date, count: int = 8) -> list[tuple[int, dt.date, dt.date]]:
    """The newest meteorological seasons begun by ``day``: (0 winter … 3 autumn, first day, last day)."""
    found = []
    year, quarter = day.year, (day.month % 12) // 3
    if day.month == 12:
        year += 1
    for _ in range(count):
        first = dt.date(year - 1, 12, 1) if quarter == 0 else dt.date(year, quarter * 3, 1)
        last = dt.date(year, quarter * 3 + 3, 1) - dt.timedelta(days=1)
        found.append((quarter, first, last))
        quarter -= 1
        if quarter < 0:
            quarter, year = 3, year - 1
    return found


class DayEdit(QDateEdit):
    """A day as 2026-08-22, typed or picked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setDateRange(_EARLIEST, _LATEST)
        self.setAccessibleName(name)
        self.setToolTip(tr("{what}, in UTC").format(what=name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance("2026-08-28") + 34
        return QSize(wanted, super().minimumSizeHint().height())

    @property
    def day(self) -> dt.date:
        date = self.date()
        return dt.date(date.year(), date.month(), date.day())

    def set_day(self, day: dt.date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))


class _Days(QWidget):
    """Both days in one line, or below each other where large type or a long language leaves no room."""

    def __init__(self, pairs: tuple[tuple[str, DayEdit], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._pairs: list[QWidget] = []
        self._labels: list[QWidget] = []
        for text, edit in pairs:
            pair = QWidget(self)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            label = PlainLabel(text, pair)
            self._labels.append(label)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit, 1)
            self._layout.addWidget(pair, 1)
            self._pairs.append(pair)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(pair.minimumSizeHint().width() for pair in self._pairs), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in self._labels:
            label.setMinimumWidth(0)
        wanted = sum(pair.minimumSizeHint().width() for pair in self._pairs) + 6
        below = wanted > self.width()
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        edge = max(label.sizeHint().width() for label in self._labels) if below else 0
        for label in self._labels:
            label.setMinimumWidth(edge)


class _Row(QWidget):
    """Buttons in one line, or in two where they do not fit."""

    _GAP = 3

    def __init__(self, buttons: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._GAP)
        self._arrange(len(buttons))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            3 * max(button.minimumSizeHint().width() for button in self._buttons) // 2, self.sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(button.minimumSizeHint().width() + self._GAP for button in self._buttons)
        self._arrange(3 if wanted > self.width() else len(self._buttons))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, button in enumerate(self._buttons):
            self._grid.addWidget(button, index // columns, index % columns)
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class WhenSection(Section):
    """``changed`` whenever a day changes by the user's hand."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("When"), parent)
        self._timeless = False
        self._quiet = False
        self._open_start = self._open_end = False
        self.first_edit = DayEdit(tr("First day"), self)
        self.last_edit = DayEdit(tr("Last day"), self)
        self._dates = _Days(((tr("from"), self.first_edit), (tr("to"), self.last_edit)), self)
        for edit in (self.first_edit, self.last_edit):
            edit.dateChanged.connect(self._edited)
        self.body.addWidget(self._dates)
        self._build_presets()
        self.message = InlineMessage(self)
        self.message.activated.connect(self._act)
        self.body.addWidget(self.message)
        self.explanation = NoteLabel("", self)
        self.explanation.setWordWrap(True)
        self.explanation.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.explanation.hide()
        self.body.addWidget(self.explanation)
        self.set_days(*preset_days("3m", today()))

    # ---- what others ask

    @property
    def first(self) -> dt.date | None:
        return None if self._timeless or self._open_start else self.first_edit.day

    @property
    def last(self) -> dt.date | None:
        return None if self._timeless or self._open_end else self.last_edit.day

    @property
    def problem(self) -> str:
        """Empty if the days can be searched."""
        return message_for(_reversed()).text if self._is_reversed() else ""

    def period(self) -> Period | None:
        """``None`` for a collection without time. Raises ``AccessError`` if the days are turned round."""
        if self._timeless:
            return None
        if self._is_reversed():
            raise _reversed()
        start = Period.of_days(self.first, self.first).start if self.first else None
        end = Period.of_days(self.last, self.last).end if self.last else None
        return Period(start, end)

    def set_days(self, first: dt.date | None, last: dt.date | None) -> None:
        """Without ``changed``; ``None`` is an open end."""
        self._quiet = True
        self._open_start, self._open_end = first is None, last is None
        if first is not None:
            self.first_edit.set_day(first)
        if last is not None:
            self.last_edit.set_day(last)
        self._quiet = False
        self._show()

    def set_timeless(self, title: str) -> None:
        """``title`` of a collection that does not depend on time; empty for all others."""
        self._timeless = bool(title)
        for widget in (self._dates, self._presets):
            widget.setEnabled(not self._timeless)
        sentence = tr("{collection} does not depend on time; no period is sent.").format(collection=title)
        self.explanation.setText(sentence if title else "")
        self.explanation.setVisible(bool(title))
        for widget in (self._dates, self._presets):
            widget.setToolTip(sentence if title else "")
        self._show()

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        buttons = [*self.preset_buttons.values(), self.season_button]
        return [self.header, self.first_edit, self.last_edit, *buttons, *self.message.links]

    # ---- the parts

    def _build_presets(self) -> None:
        self._texts = {
            "7d": (tr("7 days"), tr("7 d")),
            "30d": (tr("30 days"), tr("30 d")),
            "3m": (tr("3 months"), tr("3 m")),
            "1y": (tr("1 year"), tr("1 y")),
        }
        self.preset_buttons: dict[str, QPushButton] = {}
        for key, (text, short) in self._texts.items():
            button = _Preset(text, short, self)
            button.setAccessibleName(tr("Last {period}").format(period=text))
            button.clicked.connect(lambda _checked=False, preset=key: self._take(*preset_days(preset, today())))
            self.preset_buttons[key] = button
        self.season_button = _SeasonButton(tr("Season…"), self)
        self.season_menu = QMenu(self.season_button)
        self.season_menu.aboutToShow.connect(self._fill_seasons)
        self.season_button.setMenu(self.season_menu)
        self.season_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._presets = _Row((*self.preset_buttons.values(), self.season_button), self)
        self.body.addWidget(self._presets)

    def _fill_seasons(self) -> None:
        self.season_menu.clear()
        names = (tr("Winter {years}"), tr("Spring {years}"), tr("Summer {years}"), tr("Autumn {years}"))
        for quarter, first, last in seasons(today()):
            years = f"{first.year}/{last.year % 100:02d}" if first.year != last.year else str(first.year)
            action = self.season_menu.addAction(names[quarter].format(years=years))
            action.triggered.connect(lambda _checked=False, a=first, b=last: self._take(a, min(b, today())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_presets()

    def _fit_presets(self) -> None:
        room = self.content.width() - self.body.contentsMargins().left()
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        texts = [text for text, _short in self._texts.values()]
        wanted = sum(metrics.horizontalAdvance(text) + 9 for text in texts) + 3 * len(texts)
        short = wanted + self.season_button.minimumSizeHint().width() > room
        for key, button in self.preset_buttons.items():
            button.setText(self._texts[key][1 if short else 0])

    # ---- what happens

    def _take(self, first: dt.date, last: dt.date) -> None:
        self.set_days(first, last)
        self.changed.emit()

    def _edited(self) -> None:
        if self._quiet:
            return
        sender = self.sender()
        if sender is self.first_edit:
            self._open_start = False
        elif sender is self.last_edit:
            self._open_end = False
        self._show()
        self.changed.emit()

    def _is_reversed(self) -> bool:
        first, last = self.first, self.last
        return first is not None and last is not None and first > last

    def _show(self) -> None:
        first, last = self.first, self.last
        current = next((key for key in self.preset_buttons if preset_days(key, today()) == (first, last)), "")
        for key, button in self.preset_buttons.items():
            button.setChecked(key == current)
        if self._is_reversed():
            message = message_for(_reversed())
            self.message.show_message(
                Tone.CARE, message.text, [(action, action_title(action)) for action in message.actions]
            )
        else:
            self.message.clear()
        self.set_note(self._length())

    def _length(self) -> str:
        first, last = self.first, self.last
        if self._timeless or self._is_reversed():
            return ""
        if first is None or last is None:
            return tr("all before") if first is None and last else tr("all since") if first else tr("all dates")
        days = (last - first).days + 1
        return tr_n("%Ln day(s)", days)

    def _act(self, action: object) -> None:
        if action is Action.SWAP:
            self._take(self.last_edit.day, self.first_edit.day)


def _reversed() -> AccessError:
    return AccessError(ErrorKind.INVALID_QUERY, Reason.PERIOD_REVERSED)


class _Preset(QPushButton):
    """Bold while it is what the days are."""

    def __init__(self, text: str, short: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._short = short
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._embolden)

    def _embolden(self, on: bool) -> None:
        font = self.font()
        font.setBold(on)
        self.setFont(font)

    def nextCheckState(self) -> None:
        """The section ticks it, when the days are these."""

    def minimumSizeHint(self) -> QSize:
        # Of the short text, so that the panel can be made narrow while the long one is shown.
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._short) + 8, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 12, max(24, hint.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self.isChecked():
            tint = Theme.of(self).selected_bar
            tint.setAlpha(54)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 2, 2)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        if self.hasFocus():
            draw_focus(painter, self.rect(), Theme.of(self).link)
        painter.end()


class _SeasonButton(QToolButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(24, hint.height()))
