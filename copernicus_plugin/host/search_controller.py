"""One search at a time, as Qt signals: what the engine tells from its threads arrives here in the main thread."""

from __future__ import annotations

import datetime as dt
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
    from copernicus_plugin.search.alternatives import Alternative, CountingAlternatives
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

    def alternatives_found(self, alternatives: Sequence[Alternative]) -> None:
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
        self._counting: CountingAlternatives | None = None
        self._ended = True
        self._query: Query | None = None
        self._access_points: list[str] = []
        self._told: set[tuple[str, str, str]] = set()
        self._stopped = False

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
        self._told = set()
        self._stopped = False
        self._ended = False
        self._face.show(tr("Copernicus: searching"))
        self.started.emit(self._number)
        listener = _Listener(self, self._number)
        self._running = self._engine().start(query, list(access_point_ids), listener)
        return self._number

    def stop(self) -> None:
        """Cancel the running search; ``finished`` follows with the state ``STOPPED`` where it was not done."""
        self._stop_counting()
        if self._running is not None and not self._ended:
            self._stopped = True
            self._running.cancel()

    def retry(self, access_point_id: str) -> None:
        """Ask one access point of the last search again; what was found before is not told twice."""
        if self._running is None or self._query is None or access_point_id not in self._access_points:
            return
        self._stop_counting()
        self._refresh()
        self._stopped = False
        self._running.retry(access_point_id)
        self._ended = self._running.finished
        if not self._ended:
            self._face.show(tr("Copernicus: searching"))

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
        if number != self._number:
            return
        new = [product for product in products if product.key not in self._told]
        if new:
            self._told.update(product.key for product in new)
            self.productsFound.emit(access_point, new)

    def on_finished(self, number: int, statuses: list[AccessPointStatus]) -> None:
        # Asked again before the news of the end came here: it will end once more.
        asked_again = self._running is not None and not self._running.finished
        if number != self._number or asked_again:
            return
        self._ended = True
        self._face.hide()
        self._log(statuses)
        self.finished.emit(statuses)
        answered = any(status.state is AskingState.DONE for status in statuses)
        if answered and not self._told and not self._stopped and number == self._number:
            self._count_alternatives()

    def on_alternatives(self, number: int, alternatives: list[Alternative]) -> None:
        if number == self._number:
            self.alternativesFound.emit(alternatives)

    def _count_alternatives(self) -> None:
        from copernicus_plugin.search.alternatives import count_alternatives

        if self._query is None:
            return
        today = dt.datetime.now(dt.timezone.utc).date()
        listener = _Listener(self, self._number)
        self._counting = count_alternatives(self._engine(), self._query, self._access_points, today, listener)

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _cancel(self) -> None:
        self._stop_counting()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _log(self, statuses: Sequence[AccessPointStatus]) -> None:
        found = len(self._told)
        done = sum(1 for status in statuses if status.state is AskingState.DONE)
        text = tr_n("Search found %n product(s)", found)
        summary = tr("{found}; {done} of {asked} access points done").format(
            found=text, done=done, asked=len(statuses)
        )
        QgsMessageLog.logMessage(summary, "Copernicus", Qgis.MessageLevel.Info, notifyUser=False)
        for status in statuses:
            if status.error is not None and status.state is AskingState.FAILED:
                line = f"{status.access_point}: {status.error}"
                QgsMessageLog.logMessage(line, "Copernicus", Qgis.MessageLevel.Warning, notifyUser=False)
