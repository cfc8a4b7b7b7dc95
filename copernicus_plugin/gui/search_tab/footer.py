"""The fixed end of the tab: the search as text, and the button."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QPoint, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui.search_tab.sentences import mistake_sentence
from copernicus_plugin.gui.search_tab.text_query import Mistake
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.buttons import IconButton, PrimaryButton, draw_focus
from copernicus_plugin.gui.widgets.labels import NoteLabel
from copernicus_plugin.gui.widgets.section import Line
from copernicus_plugin.host.translation import tr

CHECK_MS = 250
_MOST_LINES = 4


class TextQueryEdit(Themed, QPlainTextEdit):
    """Two lines of monospace, up to four where the text needs them.

    Return goes on to the next field, mistakes are underlined.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(max(7.5, self.font().pointSizeF() * 0.9))
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The search as text"))
        self.setPlaceholderText("sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60")
        self._mistakes: Sequence[Mistake] = ()
        self.textChanged.connect(self.updateGeometry)
        self.follow_theme()

    @property
    def mistakes(self) -> Sequence[Mistake]:
        return self._mistakes

    def apply_theme(self, theme: Theme) -> None:
        self.mark(self._mistakes)

    def mark(self, mistakes: Sequence[Mistake]) -> None:
        """Underline what was not understood."""
        self._mistakes = mistakes
        selections = []
        for mistake in mistakes:
            selection = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            colour = self.theme.failed
            style.setUnderlineColor(colour)
            ground = QColor(colour)
            ground.setAlpha(46)
            style.setBackground(ground)
            cursor = QTextCursor(self.document())
            length = len(self.toPlainText())
            cursor.setPosition(min(mistake.start, length))
            cursor.setPosition(min(mistake.start + mistake.length, length), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            selections.append(selection)
        self.setExtraSelections(selections)

    def mistake_at(self, position: QPoint) -> Mistake | None:
        """What is wrong with the word under a point of the viewport."""
        place = self.cursorForPosition(position).position()
        return next((m for m in self._mistakes if m.start <= place <= m.start + m.length), None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            mistake = self.mistake_at(event.pos())
            if mistake is not None:
                QToolTip.showText(event.globalPos(), mistake_sentence(mistake), self)
                return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        lines = min(max(2, self._needed_lines()), _MOST_LINES) * self.fontMetrics().lineSpacing()
        return QSize(150, int(lines + 2 * self.document().documentMargin() + 2 * self.frameWidth()) + 3)

    def _needed_lines(self) -> int:
        """Of the text where no scroll bar takes from its width; its own layout is made too late to be asked."""
        room = self.width() - 2 * self.frameWidth() - 2 * self.document().documentMargin()
        layout = QTextLayout(self.toPlainText(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = 0
        while lines < _MOST_LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(20.0, room))
            lines += 1
        layout.endLayout()
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())


class _MenuArrow(IconButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("arrow-down", tr("More about this search"), parent, raised=True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(30)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Only our own arrow: the style's menu indicator would be a second one.
        painter = QPainter(self)
        theme = self.theme
        ground = theme.hover if self.underMouse() or self.isDown() else theme.window
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.line)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        side = 16
        self.icon().paint(painter, (self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.link)
        painter.end()


class Footer(QWidget):
    """``textEdited`` 250 ms after the last key; ``pressed`` is the button: Search, or Stop while running."""

    textEdited = pyqtSignal(str)
    pressed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.text_edit = TextQueryEdit(self)
        self.text_edit.textChanged.connect(self._changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self._check)
        self.copy_button = IconButton("code", tr("Copy the search as text"), self)
        self.copy_button.clicked.connect(self._copy)
        self.help_button = IconButton("help", tr("How to write a search as text"), self)
        self.help_button.clicked.connect(self._toggle_help)
        self.mistake = NoteLabel("", self, Tone.FAILED)
        self.mistake.setWordWrap(True)
        self.mistake.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.mistake.hide()
        self.help_note = NoteLabel(_help_text(), self)
        self.help_note.setWordWrap(True)
        self.help_note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.help_note.hide()
        self.button = PrimaryButton(tr("Search"), "search", self)
        self.button.clicked.connect(self.pressed)
        self.arrow = _MenuArrow(self)
        self.menu = QMenu(self.arrow)
        self.arrow.setMenu(self.menu)
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.copy_button)
        side.addWidget(self.help_button)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.text_edit, 1)
        top.addLayout(side)
        bottom = QHBoxLayout()
        bottom.setSpacing(4)
        bottom.addWidget(self.button, 1)
        bottom.addWidget(self.arrow)
        inner = QVBoxLayout()
        inner.setContentsMargins(8, 6, 8, 8)
        inner.setSpacing(6)
        inner.addLayout(top)
        inner.addWidget(self.mistake)
        inner.addWidget(self.help_note)
        inner.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Line(self))
        outer.addLayout(inner)
        self.text_edit.setFrameShape(QFrame.Shape.StyledPanel)

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        return [self.text_edit, self.copy_button, self.help_button, self.button, self.arrow]

    @property
    def text(self) -> str:
        return str(self.text_edit.toPlainText())

    @property
    def being_typed(self) -> bool:
        """Whether what is typed was not looked at yet."""
        return bool(self._timer.isActive())

    def set_text(self, text: str) -> None:
        """From the form: without ``textEdited``."""
        self._timer.stop()
        if text != self.text:
            self._quiet = True
            self.text_edit.setPlainText(text)
            self._quiet = False
        self.show_mistakes(())

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        self.text_edit.mark(mistakes)
        self.mistake.setText(mistake_sentence(mistakes[0]) if mistakes else "")
        self.mistake.setVisible(bool(mistakes))

    def flush(self) -> None:
        """Look at what was typed now."""
        if self._timer.isActive():
            self._timer.stop()
            self._check()

    def _changed(self) -> None:
        if not self._quiet:
            self._timer.start()

    def _check(self) -> None:
        self.textEdited.emit(self.text)

    def _copy(self) -> None:
        self.text_edit.selectAll()
        self.text_edit.copy()

    def _toggle_help(self) -> None:
        self.help_note.setVisible(self.help_note.isHidden())


def _help_text() -> str:
    return tr(
        "Collection, period, filters and box in any order: "
        "sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. "
        "An end of the period may be .. for open; ranges are <=60, >=10 or 10..60."
    )
