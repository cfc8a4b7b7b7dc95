"""How the search goes: one line, and behind it a line for each access point and what went wrong."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from copernicus_plugin.gui.message_actions import ELSEWHERE, account_of, offered
from copernicus_plugin.gui.messages import Action, During, Message, message_for
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.announce import announce
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel, IconLabel, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.gui.widgets.status_line import StatusLine
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import ErrorKind
from copernicus_plugin.search.events import AccessPointStatus, AskingState

_TICK_MS = 500


class Summary(QWidget):
    """``stopRequested``, ``retryRequested`` (access point id), ``actionRequested`` (another ``Action``, the id of the
    access point whose account is meant, a link).
    """

    stopRequested = pyqtSignal()
    retryRequested = pyqtSignal(str)
    actionRequested = pyqtSignal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: Mapping[str, str] = {}
        self._places: Mapping[str, AccessPoint] = {}
        self._property_titles: Mapping[str, str] = {}
        self._statuses: dict[str, AccessPointStatus] = {}
        self._lines: dict[str, StatusLine] = {}
        self._messages: dict[str, InlineMessage] = {}
        self._told: dict[str, Message] = {}
        self._running = False
        self._found = 0
        self._wide = False
        self._chosen_open: bool | None = None
        self._held_closed = False
        self._progress_texts = ("", "")
        self._asked_at: dict[str, float] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._make_row()
        self._lay_out()

    def _make_row(self) -> None:
        self.ring = RunningRing(self)
        self.mark = IconLabel("good", Tone.GOOD, "", self)
        self._symbol = QWidget(self)
        self._symbol.setFixedSize(16, 16)
        self._icons = QStackedLayout(self._symbol)
        self._icons.setContentsMargins(0, 0, 0, 0)
        self._icons.addWidget(self.ring)
        self._icons.addWidget(self.mark)
        self.headline = ElidedLabel("", self)
        self.headline.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.headline.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.progress = ElidedLabel("", self, Tone.DIM)
        self.progress.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._brief_icon = IconLabel("failed", Tone.FAILED, "", self)
        self.brief = ElidedLabel("", self, Tone.DIM)
        self.brief.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.brief_retry = LinkButton(tr("Retry"), self)
        self.brief_retry.clicked.connect(self._retry_failed)
        self.stop = LinkButton(tr("Stop"), self)
        self.stop.setAccessibleName(tr("Stop the search"))
        self.stop.clicked.connect(self.stopRequested)
        self.opener = IconButton("arrow-down", "", self)
        self.opener.clicked.connect(self._toggle)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for widget in (self._symbol, self.headline, self.progress, self._brief_icon, self.brief, self.brief_retry):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.stop)
        self._row.addWidget(self.opener)
        self._details = QWidget(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._message_list = QVBoxLayout()
        self._message_list.setSpacing(4)
        inner = QVBoxLayout(self._details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(3)
        inner.addLayout(self._list)
        inner.addLayout(self._message_list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 4, 8, 4)
        outer.setSpacing(2)
        outer.addLayout(self._row)
        outer.addWidget(self._details)

    # what happens

    def begin(self, access_points: Sequence[str], titles: Mapping[str, str], properties: Mapping[str, str]) -> None:
        """``titles`` of the access points and of the filters' properties, by id."""
        self._titles, self._property_titles = titles, properties
        self._statuses = {one: AccessPointStatus(one, AskingState.WAITING) for one in access_points}
        self._running, self._found, self._chosen_open = True, 0, None
        for layout in (self._list, self._message_list):
            while layout.count():
                widget = layout.takeAt(0).widget()
                widget.hide()
                widget.deleteLater()
        self._lines, self._messages = {}, {}
        for one in access_points:
            line = StatusLine(self._title(one), self._details)
            self._list.addWidget(line)
            self._lines[one] = line
            self._show_status(self._statuses[one])
        self._update()

    def set_places(self, access_points: Mapping[str, AccessPoint]) -> None:
        """By id; tells which of them have an account."""
        self._places = access_points

    def set_status(self, status: AccessPointStatus) -> None:
        if status.access_point not in self._lines:
            return
        self._statuses[status.access_point] = status
        if not status.state.ended:
            self._running = True
        self._show_status(status)
        self._update()

    def finish(self, statuses: Sequence[AccessPointStatus]) -> None:
        for status in statuses:
            if status.access_point in self._lines:
                self._statuses[status.access_point] = status
                self._show_status(status)
        self._running = False
        self._update()
        announce(self, f"{self.headline.text()}, {self.progress.text()}")

    def set_found(self, found: int) -> None:
        self._found = found
        self._update()

    def hold_closed(self, held: bool) -> None:
        """Only its first line, while something in place of the list needs the room."""
        self._held_closed = held
        self._update()

    def set_wide(self, wide: bool) -> None:
        self._wide = wide
        self._update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_progress()

    def add_control(self, widget: QWidget) -> None:
        """At the right of the first line, before Stop."""
        self._row.insertWidget(self._row.count() - 2, widget)

    def remove_control(self, widget: QWidget) -> None:
        self._row.removeWidget(widget)

    @property
    def running(self) -> bool:
        return self._running

    @property
    def is_open(self) -> bool:
        return not self._details.isHidden()

    def failed(self) -> list[AccessPointStatus]:
        return [one for one in self._statuses.values() if one.state is AskingState.FAILED and one.error is not None]

    def seconds(self) -> dict[str, float]:
        """How long each access point took to answer, by id."""
        return {key: one.seconds for key, one in self._statuses.items()}

    def message_of(self, access_point: str) -> InlineMessage | None:
        """The message shown for an access point that failed."""
        return self._messages.get(access_point)

    def line_of(self, access_point: str) -> StatusLine | None:
        return self._lines.get(access_point)

    def hide_messages(self, hidden: bool) -> None:
        """Where one message elsewhere says it for all."""
        for access_point, message in self._messages.items():
            message.setVisible(not hidden)
            self._lines[access_point].setVisible(hidden)

    # how it is shown

    def _title(self, access_point: str) -> str:
        return self._titles.get(access_point, access_point)

    def _show_status(self, status: AccessPointStatus) -> None:
        line = self._lines[status.access_point]
        shown = {
            AskingState.WAITING: self._show_waiting,
            AskingState.ASKED: self._show_asked,
            AskingState.RECEIVING: self._show_receiving,
            AskingState.DONE: self._show_done,
            AskingState.FAILED: self._show_failed,
            AskingState.STOPPED: self._show_stopped,
        }[status.state]
        shown(line, status)
        line.setToolTip(self._tip(status))
        self._show_message(status)

    def _show_waiting(self, line: StatusLine, status: AccessPointStatus) -> None:
        line.set_state("more", Tone.DIM, tr("waiting"), tr("waiting for a free connection"))

    def _show_asked(self, line: StatusLine, status: AccessPointStatus) -> None:
        line.set_state("running", Tone.RUNNING, tr("running"), tr("asked"), _seconds(status))
        self._asked_at[status.access_point] = time.monotonic() - status.seconds
        self._clock.start()

    def _tick(self) -> None:
        """Seconds go on for those that have not answered yet."""
        waiting = [key for key, one in self._statuses.items() if one.state is AskingState.ASKED]
        if not waiting or not self._running:
            self._clock.stop()
        for key in waiting:
            self._lines[key].set_right(formats.seconds_text(time.monotonic() - self._asked_at[key]))

    def _show_receiving(self, line: StatusLine, status: AccessPointStatus) -> None:
        if not status.total:
            line.set_state("running", Tone.RUNNING, tr("running"), formats.count_text(status.found), _seconds(status))
            return
        text = tr("{part} of {whole}").format(
            part=formats.count_text(status.found), whole=formats.count_text(status.total)
        )
        line.set_state("running", Tone.RUNNING, tr("running"), "", text, status.found / status.total)

    def _show_done(self, line: StatusLine, status: AccessPointStatus) -> None:
        line.set_state("good", Tone.GOOD, tr("done"), found_text(status), _seconds(status))

    def _show_failed(self, line: StatusLine, status: AccessPointStatus) -> None:
        note = tr("failed") if not status.found else formats.count_text(status.found)
        line.set_state("failed", Tone.FAILED, tr("failed"), note, _seconds(status))

    def _show_stopped(self, line: StatusLine, status: AccessPointStatus) -> None:
        note = (
            tr("stopped at {count}").format(count=formats.count_text(status.found)) if status.found else tr("stopped")
        )
        line.set_state("closed", Tone.CLOSED, tr("stopped"), note, _seconds(status))

    def _tip(self, status: AccessPointStatus) -> str:
        if not status.filtered_here:
            return self._title(status.access_point)
        names = ", ".join(self._property_titles.get(name, name) for name in status.filtered_here)
        return tr("{place} would ignore this, so it was filtered here: {names}").format(
            place=self._title(status.access_point), names=names
        )

    def _show_message(self, status: AccessPointStatus) -> None:
        key = status.access_point
        message = self._messages.get(key)
        if status.state is not AskingState.FAILED or status.error is None:
            if message is not None:
                message.hide()
                message.deleteLater()
                del self._messages[key]
            self._lines[key].show()
            return
        if message is None:
            message = InlineMessage(self._details)
            message.setContentsMargins(0, 0, 0, 0)
            message.activated.connect(lambda action, place=key: self._on_action(action, place))
            self._message_list.addWidget(message)
            self._messages[key] = message
        told = message_for(status.error, self._title(key), self._during(key))
        offer = offered(told, self._places.get(key))
        actions = [(one, told.title_of(one)) for one in offer if one is Action.RETRY or one in ELSEWHERE]
        self._told[key] = told
        waits = status.error.kind is ErrorKind.ACCOUNT_NEEDED
        message.show_message(Tone.CARE if waits else Tone.FAILED, told.marked or told.text, actions)
        self._lines[key].hide()

    def _during(self, access_point: str) -> During:
        """Other results are spoken of only where somebody else may have some."""
        others = (one for key, one in self._statuses.items() if key != access_point)
        return During.SEARCH if any(one.state is not AskingState.FAILED for one in others) else During.ONLY_SEARCH

    def _on_action(self, action: Action, access_point: str) -> None:
        if action is Action.RETRY:
            self.retryRequested.emit(access_point)
        else:
            told = self._told[access_point]
            account = told.access_point or account_of(self._places.get(access_point))
            self.actionRequested.emit(action, account, told.link)

    def _retry_failed(self) -> None:
        for status in self.failed():
            self.retryRequested.emit(status.access_point)

    def _toggle(self) -> None:
        self._held_closed = False
        self._chosen_open = not self.is_open
        self._update()

    def _update(self) -> None:
        failed = self.failed()
        asked = len(self._statuses)
        done = sum(1 for one in self._statuses.values() if one.state is AskingState.DONE)
        wanted = self._chosen_open
        if wanted is None:
            wanted = (bool(failed) and not self._wide) or (self._running and self._found == 0)
        self._details.setVisible(wanted and asked > 0 and not self._held_closed)
        self.opener.set_icon_name("arrow-down" if self.is_open else "arrow-right")
        self.opener.set_name(tr("Hide the access points") if self.is_open else tr("Show the access points"))
        self.stop.setVisible(self._running)
        brief = bool(failed) and not self.is_open
        for widget in (self._brief_icon, self.brief):
            widget.setVisible(brief)
        # In a narrow dock the number of failures matters more than that of answers, and the lines have the links.
        self.brief_retry.setVisible(brief and self._wide)
        self.progress.setVisible(not brief or self._wide)
        if brief:
            names = ", ".join(self._title(one.access_point) for one in failed)
            text = self._brief_text(failed, names)
            self.brief.setText(text if self._wide else tr_n("%n failed", len(failed)))
        self._show_texts(done, asked, len(failed))

    def _brief_text(self, failed: Sequence[AccessPointStatus], names: str) -> str:
        errors = [one.error for one in failed if one.error is not None]
        if len(failed) == 1 and errors:
            told = message_for(errors[0], names, self._during(failed[0].access_point))
            return told.text.split(". ")[0]
        if all(error.kind is ErrorKind.NETWORK_FAULT for error in errors):
            return tr("{names} did not answer").format(names=names)
        return tr("{names} could not answer").format(names=names)

    def _show_texts(self, done: int, asked: int, failed: int) -> None:
        if self._running:
            self._icons.setCurrentWidget(self.ring)
        else:
            name, tone = ("good", Tone.GOOD) if done == asked else ("care", Tone.CARE)
            if not done:
                name, tone = ("failed", Tone.FAILED) if failed else ("closed", Tone.CLOSED)
            self.mark.set_icon(name, tone)
            self._icons.setCurrentWidget(self.mark)
        if self._running and not self._found and not done:
            self.headline.setText(tr_n("Asking %n access point(s)", asked))
            self._progress_texts = ("", "")
        else:
            self.headline.setText(products_text(self._found))
            numbers = {"done": formats.count_text(done), "asked": formats.count_text(asked)}
            if done == asked and not self._running:
                self._progress_texts = (tr_n("from %n access point(s)", asked), "")
            else:
                self._progress_texts = (
                    tr("{done} of {asked} access points done").format(**numbers),
                    tr("{done} of {asked} done").format(**numbers),
                )
        self.headline.setMinimumWidth(self.headline.fontMetrics().horizontalAdvance(self.headline.text()) + 2)
        self._fit_progress()

    def _fit_progress(self) -> None:
        """The long form where there is room for it, else the short one."""
        taken = self.headline.minimumWidth() + 16 + 16 + 6 * 5 + self.opener.sizeHint().width()
        for widget in (self.stop, self.brief, self.brief_retry):
            if not widget.isHidden():
                taken += widget.sizeHint().width() + 6
        long_text, short_text = self._progress_texts
        fits = self.progress.fontMetrics().horizontalAdvance(long_text) <= self.width() - taken or self._wide
        self.progress.setText(long_text if fits else short_text)


def products_text(count: int) -> str:
    """``68 products``"""
    # %n would be written without the locale's group separators.
    return tr_n("%n product(s)", count).replace(str(count), formats.count_text(count), 1)


def found_text(status: AccessPointStatus) -> str:
    """``68``, or ``first 1 000 of 26 450`` where the limit ended it."""
    found = formats.count_text(status.found)
    if not status.more:
        return found
    if status.total is None:
        return tr("first {found}, there are more").format(found=found)
    return tr("first {found} of {total}").format(found=found, total=formats.count_text(status.total))


def _seconds(status: AccessPointStatus) -> str:
    return formats.seconds_text(status.seconds) if status.seconds else ""
