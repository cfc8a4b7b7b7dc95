"""The colours of the panel, for the ground that is really painted under it.

QGIS's own themes paint by style sheet while the application's palette says something else, so the palette is
read from polished widgets: a label for the text, a scroll area for the window, a list for the base.
"""

from __future__ import annotations

import enum
import functools
from dataclasses import dataclass

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QListView, QMainWindow, QScrollArea, QWidget

SMALLEST_CONTRAST = 3.0
_SMALLEST_OF_DIM = 4.5
"""Of whole sentences in a small font; on grounds of a middle grey the usual colour would just reach the other."""
_SMALLEST_OF_CLOUDS = 2.0


class Tone(enum.Enum):
    """What a coloured icon, text or ground says. The shape of the icon says the same."""

    TEXT = "text"
    DIM = "dim"
    GOOD = "good"
    RUNNING = "running"
    CARE = "care"
    FAILED = "failed"
    CLOSED = "closed"
    LINK = "link"
    NOTE = "note"


@dataclass(frozen=True)
class _Palette:
    good: str
    running: str
    care: str
    failed: str
    closed: str
    dim: str
    clouds: tuple[str, str, str, str]
    selected_ground: str
    selected_bar: str
    grounds: tuple[str, str, str, str]
    primary: str


_LIGHT = _Palette(
    "#0B7A5B",
    "#1B66B1",
    "#A85400",
    "#B3261E",
    "#686868",
    "#5C5C5C",
    ("#0B3F7A", "#2E7DBE", "#6AA3D0", "#8C9196"),
    "#DCEAF7",
    "#1B66B1",
    ("#E7F4EF", "#FDF3E4", "#FBEBE9", "#E8F1FA"),
    "#2A6CB0",
)
_DARK = _Palette(
    "#4FC79C",
    "#72B4F0",
    "#F0A94E",
    "#FF8F82",
    "#A3A3A3",
    "#B0B0B0",
    ("#9AD2FF", "#4FA0E6", "#5B8FBA", "#85898D"),
    "#2A4560",
    "#72B4F0",
    ("#22402F", "#463622", "#4A2C2A", "#24384B"),
    "#2A6CB0",
)
_CLOUDS_ON_GREY = ("#06264F", "#0F4C8A", "#2F6B9F", "#5A5A5A")
"""Where a theme's lists are of a middle grey, as in Blend of Gray, the light blues and the grey of clouds vanish."""
AREA_COLOUR = QColor("#D40078")


def relative_luminance(colour: QColor) -> float:
    """WCAG 2.1's, 0…1."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(first: QColor, second: QColor) -> float:
    """WCAG 2.1's contrast ratio, 1…21."""
    lighter, darker = sorted((relative_luminance(first), relative_luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """``share`` (0…1) of ``second`` laid over ``first``."""
    keep = 1 - share
    return QColor(
        round(first.red() * keep + second.red() * share),
        round(first.green() * keep + second.green() * share),
        round(first.blue() * keep + second.blue() * share),
    )


@dataclass(frozen=True)
class Theme:
    """Colours for one ground. Two themes are equal where all their colours are."""

    dark: bool
    text_name: str
    window_name: str
    base_text_name: str
    base_name: str

    @staticmethod
    def of(widget: QWidget) -> Theme:
        """The theme for what is painted around ``widget``; cheap enough for a paint event."""
        return _probe_of(widget).theme()

    @property
    def text(self) -> QColor:
        return QColor(self.text_name)

    @property
    def window(self) -> QColor:
        return QColor(self.window_name)

    @property
    def base(self) -> QColor:
        """The ground of lists."""
        return QColor(self.base_name)

    @property
    def base_text(self) -> QColor:
        """The text of lists."""
        return QColor(self.base_text_name)

    @property
    def good(self) -> QColor:
        return self.colour(Tone.GOOD)

    @property
    def running(self) -> QColor:
        return self.colour(Tone.RUNNING)

    @property
    def care(self) -> QColor:
        return self.colour(Tone.CARE)

    @property
    def failed(self) -> QColor:
        return self.colour(Tone.FAILED)

    @property
    def closed(self) -> QColor:
        return self.colour(Tone.CLOSED)

    @property
    def dim(self) -> QColor:
        return self.colour(Tone.DIM)

    @property
    def link(self) -> QColor:
        return self.colour(Tone.LINK)

    @property
    def area(self) -> QColor:
        return QColor(AREA_COLOUR)

    @property
    def line(self) -> QColor:
        """Of the lines between sections and around boxes."""
        return mixed(self.window, self.text, 0.22)

    @property
    def track(self) -> QColor:
        """The empty part of a progress bar, and of placeholders."""
        return mixed(self.window, self.text, 0.12)

    @property
    def hover(self) -> QColor:
        return mixed(self.window, self.text, 0.08)

    @property
    def selected_ground(self) -> QColor:
        return QColor(self._palette.selected_ground)

    @property
    def selected_bar(self) -> QColor:
        return QColor(self._palette.selected_bar)

    @property
    def selected_text(self) -> QColor:
        """The text on ``selected_ground``, whatever the list's own colour is."""
        return readable(self.text, self.selected_ground)

    @property
    def primary(self) -> QColor:
        """The ground of the primary button; its text is white."""
        return QColor(self._palette.primary)

    def colour(self, tone: Tone, ground: QColor | None = None) -> QColor:
        """The colour of ``tone`` on ``ground`` (the window, if not told), or the text's where it cannot be seen."""
        ground = self.window if ground is None else ground
        if tone is Tone.TEXT:
            return readable(self.text, ground)
        name = {
            Tone.GOOD: self._palette.good,
            Tone.RUNNING: self._palette.running,
            Tone.LINK: self._palette.running,
            Tone.NOTE: self._palette.running,
            Tone.CARE: self._palette.care,
            Tone.FAILED: self._palette.failed,
            Tone.CLOSED: self._palette.closed,
            Tone.DIM: self._palette.dim,
        }[tone]
        wanted = QColor(name)
        if tone is Tone.DIM:
            return self._dim(wanted, ground)
        return wanted if contrast(wanted, ground) >= SMALLEST_CONTRAST else readable(self.text, ground)

    def _dim(self, wanted: QColor, ground: QColor) -> QColor:
        strong = readable(self.text, ground)
        if contrast(strong, ground) < contrast(wanted, ground):
            return wanted
        for step in range(5):
            mix = mixed(wanted, strong, step / 4)
            if contrast(mix, ground) >= _SMALLEST_OF_DIM:
                return mix
        return strong

    def cloud(self, per_cent: float) -> QColor:
        """The class of a cloud cover on lists; the number always stands beside it."""
        kinds = self._palette.clouds
        if any(contrast(QColor(name), self.base) < _SMALLEST_OF_CLOUDS for name in kinds):
            kinds = _CLOUDS_ON_GREY
        return QColor(kinds[cloud_class(per_cent)])

    def ground(self, tone: Tone) -> QColor:
        """The ground of a message, opaque."""
        index = {Tone.GOOD: 0, Tone.CARE: 1, Tone.FAILED: 2}.get(tone, 3)
        return QColor(self._palette.grounds[index])

    @property
    def _palette(self) -> _Palette:
        return _DARK if self.dark else _LIGHT


def cloud_class(per_cent: float) -> int:
    """0 below 10 %, 1 below 20 %, 2 below 40 %, else 3."""
    return 0 if per_cent < 10 else 1 if per_cent < 20 else 2 if per_cent < 40 else 3


def readable(wanted: QColor, ground: QColor) -> QColor:
    """``wanted``, or black or white where it cannot be read on ``ground``."""
    if contrast(wanted, ground) >= SMALLEST_CONTRAST:
        return wanted
    return max((QColor("#000000"), QColor("#FFFFFF")), key=lambda colour: contrast(colour, ground))


@functools.lru_cache(maxsize=16)
def _theme(text: str, window: str, base_text: str, base: str) -> Theme:
    return Theme(relative_luminance(QColor(text)) > 0.25, text, window, base_text, base)


_WATCHED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.ParentChange)


class _Probe(QWidget):
    """Hidden widgets that a style sheet polishes like the shown ones beside them.

    They tell of changes too: a label with a colour of its own gets no ``PaletteChange`` (measured, Qt 5.15).
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.changed)
        self._label = QLabel(self)
        self._area = QScrollArea(self)
        self._list = QListView(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _WATCHED:
            self._timer.start()

    def theme(self) -> Theme:
        role = QPalette.ColorRole
        for widget in (self._label, self._area, self._list):
            widget.ensurePolished()
        return _theme(
            self._label.palette().color(role.WindowText).name(),
            self._area.palette().color(role.Window).name(),
            self._list.palette().color(role.Text).name(),
            self._list.palette().color(role.Base).name(),
        )


def _probe_of(widget: QWidget) -> _Probe:
    root = widget
    while not isinstance(root, QDockWidget):
        parent = root.parentWidget()
        if parent is None or isinstance(parent, QMainWindow):
            break
        root = parent
    for child in root.children():
        if isinstance(child, _Probe):
            return child
    return _Probe(root)


class Themed:
    """Beside a ``QWidget`` class (first in the list of bases): ``apply_theme`` is called whenever the theme changes.

    Call ``follow_theme()`` at the end of the constructor.
    """

    _applied_theme: Theme | None = None
    _theme_timer: QTimer | None = None
    _theme_probe: _Probe | None = None

    def follow_theme(self) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(self._update_theme)
        self._theme_timer = timer
        if self.parentWidget() is not None:  # type: ignore[attr-defined]
            self._update_theme()
        else:
            timer.start()

    def apply_theme(self, theme: Theme) -> None:
        """Recolour. Must not depend on what was applied before."""
        raise NotImplementedError

    @property
    def theme(self) -> Theme:
        return Theme.of(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]
        if self._theme_timer is not None and event.type() in _WATCHED:
            self._theme_timer.start()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[misc]
        if self._theme_timer is not None:
            self._update_theme()

    def _update_theme(self) -> None:
        probe = _probe_of(self)
        if probe is not self._theme_probe:
            if self._theme_probe is not None and not sip.isdeleted(self._theme_probe):
                self._theme_probe.changed.disconnect(self._update_theme)
            probe.changed.connect(self._update_theme)
            self._theme_probe = probe
        theme = probe.theme()
        if theme != self._applied_theme:
            self._applied_theme = theme
            self.apply_theme(theme)


def set_text_colour(label: QWidget, colour: QColor) -> None:
    """Colour one label's text; a style sheet of its own is the only thing that wins over QGIS's themes."""
    label.setStyleSheet(f"color: {colour.name()};")


def scaled(widget: QWidget, pixels: int) -> int:
    """``pixels`` at 96 dpi with the usual 9 point font, scaled with the widget's font."""
    return int(max(1, round(pixels * widget.fontMetrics().height() / _USUAL_HEIGHT)))


_USUAL_HEIGHT = 16
