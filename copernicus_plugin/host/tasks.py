"""What QGIS's task manager shows of the plugin's work, and where a user can cancel it there.

The work itself runs in threads of the plugin. A task here only waits, and gives its place in the pool back
while it does: QGIS 3.22's pool has as many threads as there are cores, and shares them with map rendering.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QThreadPool, QTimer


class _Face(QgsTask):
    def __init__(self, title: str, cancelled: Callable[[], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._cancelled = cancelled
        self._over = threading.Event()
        self._per_cent = 0.0

    def run(self) -> bool:
        pool = QThreadPool.globalInstance()
        pool.releaseThread()
        try:
            told = 0.0
            while not self._over.wait(0.25):
                if self._per_cent != told:
                    told = self._per_cent
                    self.setProgress(told)
        finally:
            pool.reserveThread()
        return True

    def cancel(self) -> None:
        super().cancel()
        self._over.set()
        QTimer.singleShot(0, self._cancelled)

    def end(self) -> None:
        self._over.set()

    def show_progress(self, per_cent: float) -> None:
        self._per_cent = per_cent


class FaceHolder:
    """At most one task at a time for one sort of work. Main thread only."""

    def __init__(self, cancelled: Callable[[], None]) -> None:
        """``cancelled`` is called in the main thread when the user cancels the task in QGIS."""
        self._cancelled = cancelled
        self._face: _Face | None = None
        self._ending: list[_Face] = []

    def show(self, title: str) -> None:
        """Add the task, if it is not shown already."""
        if self._face is not None:
            return
        face = _Face(title, self._on_cancelled)
        self._face = face
        QgsApplication.taskManager().addTask(face)

    def progress(self, per_cent: float) -> None:
        if self._face is not None:
            self._face.show_progress(per_cent)

    def hide(self) -> None:
        """End the task; it leaves QGIS's list by itself."""
        if self._face is None:
            return
        face, self._face = self._face, None
        face.end()
        # Without a reference Python's half of a task that still runs would be collected.
        self._ending.append(face)
        face.taskCompleted.connect(lambda: self._forget(face))
        face.taskTerminated.connect(lambda: self._forget(face))

    def _forget(self, face: _Face) -> None:
        if face in self._ending:
            self._ending.remove(face)

    def _on_cancelled(self) -> None:
        if self._face is not None:
            self.hide()
            self._cancelled()
