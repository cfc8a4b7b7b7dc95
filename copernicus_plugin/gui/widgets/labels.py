"""Labels: elided, dim, with an icon."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.theme import Theme, Themed, Tone, set_text_colour


class ElidedLabel(Themed, QLabel):
    """One line that gives way: what does not fit is elided, and whole in the tool tip. Plain text only."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        tone: Tone = Tone.TEXT,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self._tone = tone
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)
        self.follow_theme()

    def setText(self, text: str) -> None:
        self._full = text
        super().setText(text)
        self.setAccessibleName(text)
        self._update_tip()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._applied_theme = None
        self._update_theme()

    def apply_theme(self, theme: Theme) -> None:
        set_text_colour(self, theme.colour(self._tone))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("mmm…")), hint.height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._update_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen((self._applied_theme or self.theme).colour(self._tone))
        rect = self.contentsRect()
        label = painter.fontMetrics().elidedText(self._full, self._mode, rect.width())
        painter.drawText(rect, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), label)
        painter.end()

    def _update_tip(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._full) <= self.contentsRect().width()
        self.setToolTip("" if fits else self._full)


class PlainLabel(QLabel):
    """Starts where everything else starts: where a theme gives labels a frame, Qt indents their text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setIndent(0)


class WrappedLabel(PlainLabel):
    """Plain words of any length, in as many lines as the width asks for, and no higher than that."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        # Qt's own is the height at some narrow width of its choice: too high everywhere else.
        return QSize(40, self.fontMetrics().height())


class WrappedNote(Themed, WrappedLabel):
    """The same at 92 %, dim."""

    def __init__(self, text: str = "", parent: QWidget | None = None, tone: Tone = Tone.DIM) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setFont(scaled_font(self.font(), 0.92))
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        set_text_colour(self, theme.colour(self._tone))


class NoteLabel(Themed, PlainLabel):
    """A note: 92 % of the font, dim (or in another tone)."""

    def __init__(self, text: str = "", parent: QWidget | None = None, tone: Tone = Tone.DIM) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setFont(scaled_font(self.font(), 0.92))
        self.follow_theme()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._applied_theme = None
        self._update_theme()

    def apply_theme(self, theme: Theme) -> None:
        set_text_colour(self, theme.colour(self._tone))


class IconLabel(Themed, QLabel):
    """One of our icons; ``name`` says it to those who do not see it."""

    def __init__(
        self, icon_name: str, tone: Tone, name: str = "", parent: QWidget | None = None, size: int = 16
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._tone, self._size = icon_name, tone, size
        self._ground: QColor | None = None
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.follow_theme()

    def set_icon(self, icon_name: str, tone: Tone, name: str = "") -> None:
        self._icon_name, self._tone = icon_name, tone
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.apply_theme(self.theme)

    def set_ground(self, ground: QColor | None) -> None:
        self._ground = ground
        self.apply_theme(self.theme)

    def apply_theme(self, theme: Theme) -> None:
        colour = theme.colour(self._tone, self._ground)
        self.setPixmap(icons.pixmap(self._icon_name, colour, self._size, self.devicePixelRatioF()))


def scaled_font(font: QFont, share: float, bold: bool = False) -> QFont:
    """``font`` at ``share`` of its size, never below 7.5 points."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(max(min(7.5, font.pointSizeF()), font.pointSizeF() * share))
    result.setBold(bold)
    return result
