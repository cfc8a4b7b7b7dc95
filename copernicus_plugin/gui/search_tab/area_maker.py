"""Makes areas out of layers without holding the main thread up."""

from __future__ import annotations

import threading
from collections.abc import Callable

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from copernicus_plugin.host.area import area_from_layer
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.model.query import Area


class AreaMaker(QObject):
    """``made`` carries the ``Area`` or the ``AccessError`` of the newest request; older ones are dropped."""

    made = pyqtSignal(object)
    _arrived = pyqtSignal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._copies: dict[int, QgsVectorLayer] = {}

    @property
    def working(self) -> bool:
        return self._number in self._copies

    def drop(self) -> None:
        """What is still being made is not wanted any more."""
        self._number += 1

    def start(self, layer: QgsVectorLayer, selected_only: bool, repair: bool) -> None:
        """Read the layer's features here (a layer belongs to its thread), do the rest in a thread of our own."""
        self._number += 1
        request = QgsFeatureRequest()
        if selected_only:
            request.setFilterFids(layer.selectedFeatureIds())
        request.setSubsetOfAttributes([])
        copy = layer.materialize(request)
        self._copies[self._number] = copy
        work = _work(self, self._number, copy, repair)
        threading.Thread(target=work, name="copernicus-area", daemon=True).start()

    def tell(self, number: int, result: object) -> None:
        """From any thread."""
        self._arrived.emit(number, result)

    def _take(self, number: int, result: object) -> None:
        # The copy is let go in the thread that made it.
        self._copies.pop(number, None)
        if number == self._number:
            self.made.emit(result)


def _work(maker: AreaMaker, number: int, layer: QgsVectorLayer, repair: bool) -> Callable[[], None]:
    def run() -> None:
        result: Area | AccessError
        try:
            result = area_from_layer(layer, False, repair)
        except AccessError as error:
            result = error
        except (RuntimeError, ValueError, TypeError):
            result = AccessError(ErrorKind.INVALID_QUERY)
        if not sip.isdeleted(maker):
            maker.tell(number, result)

    return run
