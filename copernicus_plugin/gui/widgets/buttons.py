"""Buttons: the primary one of a tab, links, and icons."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, scaled


def draw_focus(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A frame that every style and theme shows."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.4))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
    painter.restore()


def pressed_by_key(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Return and Enter press the focused button, as Space does."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier
    ):
        button.click()
        event.accept()
        return True
    return False


class PrimaryButton(Themed, QPushButton):
    """The one main action of a tab: white bold text on blue, in every theme."""

    def __init__(self, text: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow_theme()

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        icon = 22 if self._icon_name else 0
        return QSize(metrics.horizontalAdvance(self.text()) + icon + 28, max(32, scaled(self, 32)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        white = QColor("#FFFFFF")
        ground, text = theme.primary, white
        if not self.isEnabled():
            ground = mixed(theme.window, theme.text, 0.12)
            text = mixed(theme.window, theme.text, 0.62)
        elif self.isDown():
            ground = mixed(ground, QColor("#000000"), 0.22)
        elif self.underMouse():
            ground = mixed(ground, white, 0.1)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(mixed(ground, QColor("#000000"), 0.25), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setFont(self._bold())
        self._draw_label(painter, text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(white if self.isEnabled() else theme.text, 1.4))
            painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), 2, 2)
        painter.end()

    def _draw_label(self, painter: QPainter, colour: QColor) -> None:
        metrics = painter.fontMetrics()
        icon = 22 if self._icon_name else 0
        room = self.width() - 16 - icon
        label = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic)
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, label).width()
        left = max(8, (self.width() - width - icon) // 2)
        if self._icon_name:
            image = icons.pixmap(self._icon_name, colour, 16, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - 16) // 2, image)
        painter.setPen(colour)
        box = QRect(left + icon, 0, room + 8, self.height())
        painter.drawText(
            box,
            int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic),
            label,
        )


class LinkButton(Themed, QAbstractButton):
    """Underlined text that the keyboard reaches and presses."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ground: QColor | None = None
        self._small = False
        self.follow_theme()

    def set_ground(self, ground: QColor | None) -> None:
        """What it is painted on, where that is not the window."""
        self._ground = ground
        self.update()

    def set_small(self, small: bool) -> None:
        """92 % of the font, as notes are."""
        self._small = small
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def _shown_font(self) -> QFont:
        font = QFont(self.font())
        if self._small:
            font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setUnderline(True)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._shown_font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, max(21, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setFont(self._shown_font())
        tone = Tone.LINK if self.isEnabled() else Tone.DIM
        colour = theme.colour(tone, self._ground)
        if self.underMouse() and self.isEnabled():
            colour = mixed(colour, theme.text, 0.35)
        painter.setPen(colour)
        box = self.rect().adjusted(2, 0, -2, 0)
        label = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter), label)
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.colour(Tone.LINK, self._ground))
        painter.end()


class IconButton(Themed, QToolButton):
    """A flat tool button with one of our icons; ``name`` is its tool tip and its accessible name."""

    def __init__(
        self, icon_name: str, name: str, parent: QWidget | None = None, tone: Tone = Tone.TEXT, raised: bool = False
    ) -> None:
        super().__init__(parent)
        self.hide_arrow = False
        self._icon_name = icon_name
        self._tone = tone
        self.setAutoRaise(not raised)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        self.setMinimumSize(21, 21)
        self.set_name(name)
        self.follow_theme()

    def set_name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon_name(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._applied_theme = None
        self._update_theme()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._applied_theme = None
        self._update_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.setIcon(icons.icon(self._icon_name, theme.colour(self._tone)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.menu() is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
            event.accept()
        elif not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if self.hide_arrow:
            option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        if self.hasFocus():
            draw_focus(painter, self.rect(), self.theme.link)
        painter.end()
