"""Notices that the map has come to rest somewhere else."""

from __future__ import annotations

from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

REST_MS = 600
_TOLERANCE = 0.01
GROWTH = 1.25


def worth_searching(last: QgsRectangle | None, view: QgsRectangle) -> bool:
    """Whether ``view`` leaves ``last`` (both in the map's CRS), or is larger by a quarter."""
    if view.isEmpty() or not view.isFinite():
        return False
    if last is None or last.isEmpty():
        return True
    margin = max(last.width(), last.height()) * _TOLERANCE
    return not last.buffered(margin).contains(view) or view.area() > last.area() * GROWTH


class MapFollower(QObject):
    """``rested`` 600 ms after the map's last move, if the view is worth a search of its own."""

    rested = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._last: QgsRectangle | None = None
        self._on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._rest)
        canvas.extentsChanged.connect(self._moved)
        canvas.destinationCrsChanged.connect(self._forget)

    @property
    def on(self) -> bool:
        return self._on

    def set_on(self, on: bool) -> None:
        self._on = on
        self._last = None
        self._timer.stop()
        if on:
            self._rest()

    def release(self) -> None:
        self._on = False
        self._timer.stop()
        self._canvas.extentsChanged.disconnect(self._moved)
        self._canvas.destinationCrsChanged.disconnect(self._forget)

    def _moved(self) -> None:
        if self._on:
            self._timer.start()

    def _forget(self) -> None:
        self._last = None

    def _rest(self) -> None:
        view = QgsRectangle(self._canvas.extent())
        if self._on and worth_searching(self._last, view):
            self._last = view
            self.rested.emit()
