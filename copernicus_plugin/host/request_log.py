"""Every request in a rotating file of the profile folder, written by a thread of its own."""

from __future__ import annotations

import datetime as dt
import logging
import logging.handlers
import queue
import threading
from pathlib import Path

from copernicus_plugin.network.redaction import redacted_url

LARGEST = 1024 * 1024
KEPT = 3


class FileRequestLog:
    """One line per attempt: time (UTC), method, address, status, seconds, bytes, note. Safe for threads.

    What the session redacted already is redacted once more here: the file outlives everything else.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is made or opened before the first line."""
        self.path = path
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def request_done(
        self, method: str, url: str, status: int | None, seconds: float, received: int, note: str
    ) -> None:
        now = dt.datetime.now(dt.timezone.utc).isoformat(timespec="milliseconds")
        shown = "-" if status is None else str(status)
        self._put(f"{now} {method} {redacted_url(url)} {shown} {seconds:.3f} s {received} B {note}".rstrip())

    def close(self) -> None:
        """Write what waits, then end the thread."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            self._lines.put(None)
            thread.join(0.5)

    def _put(self, line: str) -> None:
        with self._lock:
            if self._closed:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._write, name="copernicus-request-log", daemon=True)
                self._thread.start()
        self._lines.put(line)

    def _write(self) -> None:
        handler: logging.Handler | None = None
        while True:
            line = self._lines.get()
            if line is None:
                break
            if handler is None:
                handler = self._open()
            handler.handle(logging.LogRecord("copernicus", logging.INFO, "", 0, line, None, None))
        if handler is not None:
            handler.close()

    def _open(self) -> logging.Handler:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handler = logging.handlers.RotatingFileHandler(
                self.path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8"
            )
        except OSError:
            # A profile that cannot be written keeps nobody from searching.
            return logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        return handler
