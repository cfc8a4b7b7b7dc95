"""A place of the user's own: a name, an address, and which protocol it speaks."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from copernicus_plugin.access_points.protocols import PROTOCOLS
from copernicus_plugin.gui.access_points_tab.asking import CollectionsQuestion
from copernicus_plugin.gui.access_points_tab.user_files import ODATA, STAC, is_address
from copernicus_plugin.gui.messages import During, message_for
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.buttons import PrimaryButton
from copernicus_plugin.gui.widgets.fields import MarkedEdit
from copernicus_plugin.gui.widgets.labels import PlainLabel, WrappedLabel, WrappedNote, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.errors import AccessError


class AddForm(QScrollArea):
    """``filled``: name, address, protocol, and the ids of the collections there (``None`` for OData)."""

    filled = pyqtSignal(str, str, str, object)
    cancelled = pyqtSignal()

    def __init__(self, services: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._question = CollectionsQuestion(services, self)
        self._question.told.connect(self._on_told)
        self.destroyed.connect(self._question.close)
        self._asking = False
        self._make()
        self._show_asking(False)

    def _make(self) -> None:
        inside = QWidget()
        title = WrappedLabel(tr("Add an access point of your own"), inside)
        title.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.name = MarkedEdit(inside)
        self.name.setPlaceholderText(tr("as it is to be called here"))
        self.address = MarkedEdit(inside)
        self.address.setPlaceholderText("https://…")
        self.protocol = QComboBox(inside)
        for key in (STAC, ODATA):
            self.protocol.addItem(tr_data(PROTOCOLS[key]), key)
        self.protocol.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.protocol.currentIndexChanged.connect(lambda _index: self._explain())
        self.explanation = WrappedNote("", inside)
        self.message = InlineMessage(inside)
        self.add = PrimaryButton(tr("Add"), "plus", inside)
        self.add.clicked.connect(lambda _on=False: self.submit())
        self.cancel = BarButton("", tr("Cancel"), inside)
        self.cancel.setMinimumHeight(32)
        self.cancel.clicked.connect(lambda _on=False: self.give_up())
        self.ring = RunningRing(inside)
        self.waiting = WrappedNote(tr("Asking which collections it has…"), inside)
        for edit in (self.name, self.address):
            edit.textEdited.connect(lambda _text, one=edit: one.set_wrong(False))
            edit.returnPressed.connect(self.submit)
        self._lay_out(inside, title)
        self._explain()

    def _lay_out(self, inside: QWidget, title: QLabel) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        named = ((tr("Name"), self.name), (tr("Address"), self.address), (tr("Speaks"), self.protocol))
        for row, (text, field) in enumerate(named):
            label = PlainLabel(text, inside)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        wait = QHBoxLayout()
        wait.setSpacing(6)
        wait.addWidget(self.ring)
        wait.addWidget(self.waiting, 1)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self.add, 1)
        bar.addWidget(self.cancel)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 7, 8, 8)
        column.setSpacing(6)
        column.addWidget(title)
        column.addLayout(grid)
        column.addWidget(self.explanation)
        column.addLayout(wait)
        column.addWidget(self.message)
        column.addLayout(bar)
        column.addStretch(1)
        self.setWidget(inside)

    def start(self) -> None:
        """Empty, ready to type."""
        for edit in (self.name, self.address):
            edit.clear()
            edit.set_wrong(False)
        self.message.clear()
        self._show_asking(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Check what is typed, then ask the server what it has."""
        if self._asking:
            return
        name, address = self.name.text().strip(), self.address.text().strip()
        self.name.set_wrong(not name)
        self.address.set_wrong(not is_address(address))
        if not name:
            self.say(Tone.CARE, tr("Give it a name first."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.address.wrong:
            self.say(Tone.CARE, tr("The address must begin with https:// or http:// and must not hold an account."))
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.protocol.currentData() == STAC:
            self.message.clear()
            self._show_asking(True)
            self._question.ask(address)
        else:
            self.filled.emit(name, address, ODATA, None)

    def say(self, tone: Tone, text: str) -> None:
        self.message.show_message(tone, text)

    def give_up(self) -> None:
        """Back to what was shown before."""
        self._question.cancel()
        self._show_asking(False)
        self.cancelled.emit()

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        return [self.name, self.address, self.protocol, self.add, self.cancel]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_told(self, found: list[str] | None, error: AccessError | None) -> None:
        self._show_asking(False)
        if error is not None:
            self.say(Tone.FAILED, message_for(error, self.name.text().strip(), During.LOAD).text)
        else:
            self.filled.emit(self.name.text().strip(), self.address.text().strip(), STAC, found or [])

    def _show_asking(self, asking: bool) -> None:
        self._asking = asking
        self.ring.setVisible(asking)
        self.waiting.setVisible(asking)
        for widget in (self.name, self.address, self.protocol, self.add):
            widget.setEnabled(not asking)

    def _explain(self) -> None:
        if self.protocol.currentData() == STAC:
            text = tr("The address of the API's landing page. It is asked which collections it has.")
        else:
            text = tr(
                "The address of the catalogue, ending in /odata/v1/. It is taken to hold what the Data Space does."
            )
        self.explanation.setText(text)
