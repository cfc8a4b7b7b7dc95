"""The icons of the panel: 16 px line drawings of our own, recoloured at run time (``icons/*.svg``)."""

from __future__ import annotations

import functools
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent / "icons"
_RATIOS = (1.0, 2.0, 3.0)


def path(name: str) -> str:
    """The file of an icon, for those who want it uncoloured."""
    return str(FOLDER / f"{name}.svg")


def pixmap(name: str, colour: QColor, size: int = 16, device_pixel_ratio: float = 1.0) -> QPixmap:
    """The icon in one colour, ``size`` logical pixels wide; kept for the next call."""
    return _pixmap(name, colour.name(), _knock_out(colour), size, device_pixel_ratio)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon for a button; ``disabled`` is half transparent ``colour`` if not given; empty for no name."""
    if not name:
        return QIcon()
    return QIcon(_icon(name, colour.name(), disabled.name() if disabled is not None else ""))


def _knock_out(colour: QColor) -> str:
    # The stroke inside a filled shape: white in the light set, near black on the bright colours of the dark one.
    return "#ffffff" if colour.lightnessF() < 0.55 else "#1c1c1c"


@functools.lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    result = QIcon()
    for ratio in _RATIOS:
        plain = pixmap(name, QColor(colour), 16, ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            result.addPixmap(plain, mode)
        result.addPixmap(pixmap(name, QColor(disabled), 16, ratio) if disabled else _faded(plain), QIcon.Mode.Disabled)
    return result


@functools.lru_cache(maxsize=2048)
def _pixmap(name: str, colour: str, inner: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(
        QByteArray(_source(name).replace("#ffffff", inner).replace("currentColor", colour).encode())
    )
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, result.width(), result.height()))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def _faded(source: QPixmap) -> QPixmap:
    result = QPixmap(source.size())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(0.4)
    painter.drawPixmap(result.rect(), source)
    painter.end()
    result.setDevicePixelRatio(source.devicePixelRatio())
    return result


@functools.lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def plugin_icon() -> QIcon:
    """The plugin's own icon, in a blue that is seen on light and dark tool bars."""
    return icon("copernicus", QColor("#2E7DBE"))
