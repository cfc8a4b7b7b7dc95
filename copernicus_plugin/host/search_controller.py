"""One search at a time, as Qt signals: what the engine tells from its threads arrives here in the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.tasks import FaceHolder
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.search.events import AccessPointStatus, AskingState

if TYPE_CHECKING:
    from copernicus_plugin.search.engine import RunningSearch, SearchEngine

SLICE = 250
"""Products handed on at once: building the rows and features of so many takes a few milliseconds."""


class _Listener:
    """The engine's side of one search: knows its number, so that what comes late can be told apart."""

    def __init__(self, controller: SearchController, number: int) -> None:
        self._controller = controller
        self._number = number

    def status_changed(self, status: AccessPointStatus) -> None:
        self._post(self._controller.on_status, status)

    def products_found(self, access_point: str, products: Sequence[Product]) -> None:
        for start in range(0, len(products), SLICE):
            self._post(self._controller.on_products, access_point, list(products[start : start + SLICE]))

    def finished(self, statuses: Sequence[AccessPointStatus]) -> None:
        self._post(self._controller.on_finished, list(statuses))

    def alternatives_found(self, alternatives: Sequence[Any]) -> None:
        self._post(self._controller.on_alternatives, list(alternatives))

    def _post(self, slot: Callable[..., None], *arguments: Any) -> None:
        number = self._number
        self._controller.mailbox.post(lambda: slot(number, *arguments))


class SearchController(QObject):
    """Starting a search cancels the running one; nothing that belongs to a replaced search is told any more.

    ``started`` (number of the search), ``statusChanged`` (``AccessPointStatus``), ``productsFound`` (access point
    id, list of at most ``SLICE`` products), ``finished`` (list of ``AccessPointStatus``, after every product),
    ``alternativesFound`` (list of ``search.alternatives.Alternative``, only where nothing was found).
    """

    started = pyqtSignal(int)
    statusChanged = pyqtSignal(object)
    productsFound = pyqtSignal(str, object)
    finished = pyqtSignal(object)
    alternativesFound = pyqtSignal(object)

    def __init__(
        self, engine: Callable[[], SearchEngine], refresh: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """``engine`` is asked at the first search; ``refresh`` looks whether QGIS's network options changed."""
        super().__init__(parent)
        self.mailbox = Mailbox(self)
        self._engine = engine
        self._refresh = refresh
        self._face = FaceHolder(self.stop)
        self._number = 0
        self._running: RunningSearch | None = None
        self._counting: Any = None
        self._ended = True
        self._query: Query | None = None
        self._access_points: list[str] = []
        self._found: dict[str, int] = {}

    @property
    def running(self) -> bool:
        return not self._ended

    @property
    def query(self) -> Query | None:
        """What was searched last."""
        return self._query

    def start(self, query: Query, access_point_ids: Sequence[str]) -> int:
        """Ask all of them at the same time; returns the number of this search at once."""
        self._cancel()
        self._refresh()
        self._number += 1
        self._query = query
        self._access_points = list(access_point_ids)
        self._found = {}
        self._ended = False
        self._face.show(tr("Copernicus: searching"))
        self.started.emit(self._number)
        listener = _Listener(self, self._number)
        self._running = self._engine().start(query, list(access_point_ids), listener)
        return self._number

    def stop(self) -> None:
        """Cancel the running search; ``finished`` follows with the state ``STOPPED`` where it was not done."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if self._running is not None and not self._ended:
            self._running.cancel()

    def retry(self, access_point_id: str) -> None:
        """Ask one access point of the last search again."""
        if self._running is None:
            return
        self._refresh()
        self._ended = False
        self._face.show(tr("Copernicus: searching"))
        self._running.retry(access_point_id)

    def close(self) -> None:
        self._cancel()
        self._number += 1
        self._ended = True
        self._face.hide()
        self.mailbox.close()

    def on_status(self, number: int, status: AccessPointStatus) -> None:
        if number == self._number:
            self.statusChanged.emit(status)

    def on_products(self, number: int, access_point: str, products: list[Product]) -> None:
        if number == self._number:
            self._found[access_point] = self._found.get(access_point, 0) + len(products)
            self.productsFound.emit(access_point, products)

    def on_finished(self, number: int, statuses: list[AccessPointStatus]) -> None:
        if number != self._number:
            return
        self._ended = True
        self._face.hide()
        self._log(statuses)
        self.finished.emit(statuses)

    def on_alternatives(self, number: int, alternatives: list[Any]) -> None:
        if number == self._number:
            self.alternativesFound.emit(alternatives)

    def _cancel(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _log(self, statuses: Sequence[AccessPointStatus]) -> None:
        found = sum(self._found.values())
        done = sum(1 for status in statuses if status.state is AskingState.DONE)
        text = tr_n("Search found %n product(s)", found)
        summary = tr("{found}; {done} of {asked} access points done").format(
            found=text.replace("%n", str(found)), done=done, asked=len(statuses)
        )
        QgsMessageLog.logMessage(summary, "Copernicus", Qgis.MessageLevel.Info, notifyUser=False)
        for status in statuses:
            if status.error is not None and status.state is AskingState.FAILED:
                line = f"{status.access_point}: {status.error}"
                QgsMessageLog.logMessage(line, "Copernicus", Qgis.MessageLevel.Warning, notifyUser=False)
