"""What a search did not tell of a product (its single files), asked for in the background."""

from __future__ import annotations

import threading

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.services import Services, log_fault
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.model.product import Product


class ProductDetails(QObject):
    """``found`` (``Product``) or ``failed`` (``Product``, ``AccessError``) follows each ``ask``;
    nothing after ``close``.
    """

    found = pyqtSignal(object)
    failed = pyqtSignal(object, object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._mailbox = Mailbox(self)
        self._cancellation = Cancellation()

    def ask(self, product: Product) -> None:
        """Returns at once."""
        threading.Thread(target=self._work, args=(product,), name="copernicus-details", daemon=True).start()

    def close(self) -> None:
        self._mailbox.close()
        self._cancellation.request()

    def _work(self, product: Product) -> None:
        try:
            complete = self._services.engine.adapter_for(product).details(product, self._cancellation)
        except AccessError as error:
            self._tell_failed(product, error)
        except Exception as error:  # noqa: BLE001  # a fault of ours must not leave the panel waiting for ever
            log_fault(error)
            self._tell_failed(product, AccessError(ErrorKind.BAD_ANSWER))
        else:
            self._mailbox.post(lambda: self.found.emit(complete))

    def _tell_failed(self, product: Product, error: AccessError) -> None:
        fault = error.with_traceback(None)
        if fault.kind is not ErrorKind.CANCELLED:
            self._mailbox.post(lambda: self.failed.emit(product, fault))
