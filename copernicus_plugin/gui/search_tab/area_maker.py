"""Makes areas out of layers without holding the main thread up."""

from __future__ import annotations

import functools
import itertools
import threading

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from copernicus_plugin.host.area import area_from_layer
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.model.query import Area

_copies: dict[int, QgsVectorLayer] = {}
"""Layers that are being read. They outlive the maker, so that each is let go in the main thread that made it."""
_finished: list[int] = []
_numbers = itertools.count(1)


def _let_go() -> None:
    while _finished:
        _copies.pop(_finished.pop(), None)


class AreaMaker(QObject):
    """``made`` carries the ``Area`` or the ``AccessError`` of the newest request; older ones are dropped."""

    made = pyqtSignal(object)
    _arrived = pyqtSignal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool:
        return self._wanted != 0

    def drop(self) -> None:
        """What is still being made is not wanted any more."""
        self._wanted = 0

    def start(self, layer: QgsVectorLayer, selected_only: bool, repair: bool) -> None:
        """Read the layer's features here (a layer belongs to its thread), do the rest in a thread of our own."""
        _let_go()
        request = QgsFeatureRequest()
        if selected_only:
            request.setFilterFids(layer.selectedFeatureIds())
        request.setSubsetOfAttributes([])
        self._wanted = next(_numbers)
        _copies[self._wanted] = layer.materialize(request)
        work = functools.partial(_work, self, self._wanted, repair)
        threading.Thread(target=work, name="copernicus-area", daemon=True).start()

    def tell(self, number: int, result: object) -> None:
        """From any thread."""
        self._arrived.emit(number, result)

    def _take(self, number: int, result: object) -> None:
        _let_go()
        if number == self._wanted:
            self._wanted = 0
            self.made.emit(result)


def _work(maker: AreaMaker, number: int, repair: bool) -> None:
    result: Area | AccessError
    try:
        result = area_from_layer(_copies[number], False, repair)
    except AccessError as error:
        result = error
    except (RuntimeError, ValueError, TypeError):
        result = AccessError(ErrorKind.INVALID_QUERY)
    _finished.append(number)
    try:
        maker.tell(number, result)
    except RuntimeError:
        # The tab was deleted meanwhile: nobody waits for the area any more.
        return
