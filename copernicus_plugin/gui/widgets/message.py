"""A message where it happened: ground, icon, sentence, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, readable, set_text_colour
from copernicus_plugin.gui.widgets.announce import announce, marked_up, plain
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.flow import FlowLayout
from copernicus_plugin.gui.widgets.labels import IconLabel
from copernicus_plugin.host.translation import tr

_ICONS = {Tone.GOOD: "good", Tone.CARE: "care", Tone.FAILED: "failed", Tone.NOTE: "info"}
_ROOM_FOR_WORDS = 240
"""pixels that the sentence, its icon and its cross have at least beside links"""


class InlineMessage(Themed, QFrame):
    """``activated`` carries the key of the pressed link. Hidden until ``show_message``."""

    activated = pyqtSignal(object)
    dismissed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None, closable: bool = False) -> None:
        super().__init__(parent)
        self._tone = Tone.NOTE
        self._text = ""
        self.links: list[LinkButton] = []
        self._icon = IconLabel("info", Tone.NOTE, "", self)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._links = QWidget(self)
        self._flow = FlowLayout(self._links, gap=8)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.setSpacing(6)
        self._inner.addWidget(self.label, 1)
        self._inner.addWidget(self._links, 0, Qt.AlignmentFlag.AlignTop)
        outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        outer.setContentsMargins(8, 6, 8, 6)
        outer.setSpacing(6)
        outer.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._inner, 1)
        self._close: IconButton | None = None
        if closable:
            self._close = IconButton("cross", tr("Dismiss this message"), self)
            self._close.clicked.connect(self.dismiss)
            outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.follow_theme()

    @property
    def text(self) -> str:
        return self._text

    def show_message(self, tone: Tone, text: str, actions: Sequence[tuple[object, str]] = ()) -> None:
        """Show ``text`` (it may hold ``<b>`` and ``<br>``) with one link per (key, title); announced once."""
        changed = text != self._text or not self.isVisibleTo(self.parentWidget())
        self._tone, self._text = tone, text
        self.label.setText(marked_up(text))
        self._icon.set_icon(_ICONS.get(tone, "info"), tone)
        self.setAccessibleName(plain(text))
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        for key, title in actions:
            link = LinkButton(title, self._links)
            link.clicked.connect(lambda _checked=False, pressed=key: self.activated.emit(pressed))
            self._flow.addWidget(link)
            link.show()
            self.links.append(link)
        self._links.setVisible(bool(self.links))
        self.apply_theme(self.theme)
        self._arrange()
        self.show()
        if changed:
            announce(self, text)

    def dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()

    def clear(self) -> None:
        self._text = ""
        self.hide()

    def link(self, key_title: str) -> LinkButton | None:
        """The shown link with that title."""
        return next((link for link in self.links if link.text() == key_title), None)

    def apply_theme(self, theme: Theme) -> None:
        ground = theme.ground(self._tone)
        set_text_colour(self.label, readable(theme.text, ground))
        self._icon.set_ground(ground)
        for link in self.links:
            link.set_ground(ground)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        wide = sum(link.sizeHint().width() + 8 for link in self.links)
        beside = wide <= self.width() * 0.4 and self.width() - wide >= _ROOM_FOR_WORDS
        if beside:
            self._links.setFixedWidth(wide + 2)
        else:
            self._links.setMinimumWidth(0)
            self._links.setMaximumWidth(16777215)
        self._inner.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._inner.setAlignment(self._links, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        ground = theme.ground(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(mixed(ground, theme.colour(self._tone, ground), 0.35), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()
