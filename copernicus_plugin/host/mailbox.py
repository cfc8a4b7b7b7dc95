"""How worker threads hand things to the main thread without ever stalling it."""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

_BUSY_SECONDS = 0.012


class Mailbox(QObject):
    """Calls posted from any thread run in the main thread, in their order, a few milliseconds at a time.

    Between two rounds the event loop paints and takes input: that many small queued signals in one go would
    not allow (Qt delivers all posted events before anything else).
    """

    _posted = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: collections.deque[Callable[[], None]] = collections.deque()
        self._lock = threading.Lock()
        self._awake = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._deliver)
        self._posted.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` in the main thread soon; dropped after ``close``. Safe for threads."""
        with self._lock:
            if self._closed:
                return
            self._calls.append(call)
            if self._awake:
                return
            self._awake = True
            # Under the lock, so that the object cannot be closed between the question and the emission.
            self._posted.emit()

    def close(self) -> None:
        """Drop what waits, and whatever comes later. Main thread."""
        with self._lock:
            self._closed = True
            self._calls.clear()
        self._timer.stop()

    def _wake(self) -> None:
        if not self._closed:
            self._timer.start()

    def _deliver(self) -> None:
        end = time.monotonic() + _BUSY_SECONDS
        while True:
            with self._lock:
                if not self._calls:
                    self._awake = False
                    self._timer.stop()
                    return
                call = self._calls.popleft()
            call()
            if time.monotonic() > end:
                return
