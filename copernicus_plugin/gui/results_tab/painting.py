"""What the cards, the table and the preview draw alike."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.results_tab.rows import Availability
from copernicus_plugin.gui.theme import Theme, Tone, mixed
from copernicus_plugin.gui.widgets.labels import scaled_font

_USUAL_HEIGHT = 18


def number_of(*flags: Any) -> int:
    """Qt's flags together as the number that ``drawText`` wants: PyQt6's flags are none, PyQt5's have no ``value``."""
    result = 0
    for flag in flags:
        result |= int(getattr(flag, "value", flag))
    return result


CENTRED = number_of(Qt.AlignmentFlag.AlignVCenter)
LEFT = number_of(Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextSingleLine)
RIGHT = number_of(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextSingleLine)
WRAPPED = number_of(Qt.TextFlag.TextWordWrap, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop)
AVAILABILITY_ICONS = {
    Availability.ONLINE: ("good", Tone.GOOD),
    Availability.LOADED: ("layers", Tone.RUNNING),
    Availability.DOWNLOADED: ("folder", Tone.GOOD),
    Availability.ORDER: ("clock", Tone.CARE),
    Availability.ELIGIBILITY: ("padlock", Tone.CARE),
}


class Fonts:
    """The sizes of ux.md §2, made from one font."""

    def __init__(self, font: QFont) -> None:
        self.normal = QFont(font)
        self.bold = scaled_font(font, 1.0, bold=True)
        self.note = scaled_font(font, 0.92)
        self.badge = scaled_font(font, 0.86)
        self.metrics = QFontMetrics(self.normal)
        self.bold_metrics = QFontMetrics(self.bold)
        self.note_metrics = QFontMetrics(self.note)
        self.badge_metrics = QFontMetrics(self.badge)
        self.scale: float = max(1.0, self.metrics.height() / _USUAL_HEIGHT)

    def px(self, pixels: float) -> int:
        """``pixels`` at 96 dpi with the usual font."""
        return round(pixels * self.scale)


def draw_share_bar(painter: QPainter, rect: QRectF, share: float, colour: QColor, track: QColor) -> None:
    """A small bar, filled to ``share`` (0…1)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(track)
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * min(1.0, share)))
        painter.setBrush(colour)
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def draw_icon(painter: QPainter, name: str, colour: QColor, rect: QRect) -> None:
    """Our icon, as sharp as the screen is, in the middle of ``rect``."""
    size = min(rect.width(), rect.height())
    image = icons.pixmap(name, colour, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2, image)


def badge_ground(theme: Theme, ground: QColor) -> QColor:
    return mixed(ground, theme.text, 0.07)


def draw_badge(
    painter: QPainter,
    at: QPointF,
    text: str,
    fonts: Fonts,
    theme: Theme,
    ground: QColor,
    mark: tuple[str, Tone] | None,
) -> float:
    """A badge with its left top corner ``at``; ``mark`` is an icon and its tone. Returns its width."""
    height = fonts.px(16)
    icon = fonts.px(12)
    width = badge_width(text, fonts, mark is not None)
    inner = badge_ground(theme, ground)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inner)
    box = QRect(round(at.x()), round(at.y()), width, height)
    painter.drawRoundedRect(box, 3, 3)
    left = box.x() + fonts.px(6)
    tone = Tone.TEXT
    if mark is not None:
        left = box.x() + fonts.px(5)
        tone = mark[1]
        spot = QRect(left, box.y() + (height - icon) // 2, icon, icon)
        draw_icon(painter, mark[0], theme.colour(tone, inner), spot)
        left += icon + fonts.px(4)
    painter.setFont(fonts.badge)
    painter.setPen(theme.colour(tone, inner))
    painter.drawText(QRect(left, box.y(), width, height), LEFT, text)
    painter.restore()
    return width


def badge_width(text: str, fonts: Fonts, with_icon: bool) -> int:
    icon = fonts.px(12) + fonts.px(3) if with_icon else 0
    return int(fonts.badge_metrics.horizontalAdvance(text)) + 2 * fonts.px(6) + icon


def draw_thumbnail(painter: QPainter, rect: QRect, picture: QPixmap | None, theme: Theme, ground: QColor) -> None:
    """The picture, or a quiet place for one."""
    painter.save()
    if picture is None:
        painter.fillRect(rect, mixed(ground, theme.text, 0.09))
        side = min(24, rect.width() // 2)
        spot = QRect(0, 0, side, side)
        spot.moveCenter(rect.center())
        draw_icon(painter, "image", mixed(ground, theme.text, 0.35), spot)
    else:
        painter.drawPixmap(rect, picture)
    painter.setPen(QPen(mixed(ground, theme.text, 0.28), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def cropped(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The middle of ``image`` filling ``size`` logical pixels, at the screen's ``ratio``."""
    target = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    scaled = image.scaled(
        target, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left = (scaled.width() - target.width()) // 2
    top = (scaled.height() - target.height()) // 2
    result = QPixmap.fromImage(scaled.copy(left, top, target.width(), target.height()))
    result.setDevicePixelRatio(ratio)
    return result
