"""A section of a tab: an arrow, a bold title, notes and controls at the right, and a body."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.theme import Theme, Themed, scaled
from copernicus_plugin.gui.widgets.buttons import draw_focus, pressed_by_key
from copernicus_plugin.gui.widgets.labels import NoteLabel
from copernicus_plugin.host.translation import tr

INDENT = 16


class SectionTitle(Themed, QAbstractButton):
    """The arrow and the title; pressed to open and close."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name()
        self.follow_theme()

    def _name(self) -> None:
        state = tr("{section}, open") if self.isChecked() else tr("{section}, closed")
        self.setAccessibleName(state.format(section=self.text()))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        return QSize(INDENT + metrics.horizontalAdvance(self.text()) + 6, max(21, scaled(self, 21)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.setChecked(False)
        elif event.key() == Qt.Key.Key_Right:
            self.setChecked(True)
        elif not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        arrow = "arrow-down" if self.isChecked() else "arrow-right"
        image = icons.pixmap(arrow, theme.text, 12, self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - 12) // 2, image)
        painter.setFont(self._bold())
        painter.setPen(theme.text)
        box = QRect(INDENT, 0, self.width() - INDENT, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.link)
        painter.end()


class Line(Themed, QFrame):
    """One pixel between two sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.line)
        painter.end()


class Section(QWidget):
    """Put the content into ``body``; ``add_control`` puts a widget at the right of the title."""

    toggled = pyqtSignal(bool)

    def __init__(self, title: str, parent: QWidget | None = None, line: bool = True) -> None:
        super().__init__(parent)
        self.header = SectionTitle(title, self)
        self.note = NoteLabel("", self)
        self.note.hide()
        self._line = Line(self)
        self._line.setVisible(line)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(6)
        self._head.addWidget(self.header)
        self._head.addStretch(1)
        self._head.addWidget(self.note)
        self.content = QWidget(self)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(INDENT, 0, 0, 0)
        self.body.setSpacing(5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(5)
        outer.addLayout(self._head)
        outer.addWidget(self.content)
        outer.addSpacing(1)
        outer.addWidget(self._line)
        self.header.toggled.connect(self._open)

    @property
    def is_open(self) -> bool:
        return bool(self.header.isChecked())

    def set_open(self, is_open: bool) -> None:
        self.header.setChecked(is_open)

    def set_note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def add_control(self, widget: QWidget) -> None:
        self._head.addWidget(widget)

    def _open(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.toggled.emit(is_open)
