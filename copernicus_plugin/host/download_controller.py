"""The download queue as Qt signals."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.tasks import FaceHolder
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.download import Download, DownloadRequest, DownloadState

if TYPE_CHECKING:
    from copernicus_plugin.transfers.queue import DownloadQueue

QueueFactory = Callable[[Callable[[Download], None]], "DownloadQueue"]


class DownloadController(QObject):
    """``changed`` (``Download``, the newest snapshot; at most ten a second of each), ``removed`` (id),
    ``fileReady`` (``Download``, once, when all its files are complete under their final names).
    """

    changed = pyqtSignal(object)
    removed = pyqtSignal(str)
    fileReady = pyqtSignal(object)

    def __init__(self, make_queue: QueueFactory, refresh: Callable[[], None], parent: QObject | None = None) -> None:
        """``make_queue`` is called at the first download; ``refresh`` looks whether QGIS's network options changed."""
        super().__init__(parent)
        self._make_queue = make_queue
        self._refresh = refresh
        self._mailbox = Mailbox(self)
        self._face = FaceHolder(self.pause_all)
        self._queue: DownloadQueue | None = None
        self._lock = threading.Lock()
        self._fresh: dict[str, Download] = {}
        self._known: dict[str, Download] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._look)

    def add(self, requests: Sequence[DownloadRequest]) -> list[Download]:
        """Queue them; returns their first snapshots. One that is queued already is not queued again."""
        self._refresh()
        if self._queue is None:
            self._queue = self._make_queue(self._on_changed)
        added = [self._queue.add(request) for request in requests]
        for download in added:
            # One that was done is done anew, and told so.
            self._known.pop(download.id, None)
        return added

    def pause(self, download_id: str) -> None:
        if self._queue is not None:
            self._queue.pause(download_id)

    def resume(self, download_id: str) -> None:
        self._refresh()
        if self._queue is not None:
            self._queue.resume(download_id)

    def cancel(self, download_id: str) -> None:
        """Stop it and delete what arrived of its unfinished files."""
        if self._queue is not None:
            self._queue.cancel(download_id)

    def retry(self, download_id: str) -> None:
        self._refresh()
        # What fails again at once is told again.
        self._known.pop(download_id, None)
        if self._queue is not None:
            self._queue.retry(download_id)

    def remove(self, download_id: str) -> None:
        """Take it off the list (cancelled first, if it runs); complete files stay on the disk."""
        if self._queue is None or download_id not in {download.id for download in self.downloads()}:
            return
        self._queue.remove(download_id)
        with self._lock:
            self._fresh.pop(download_id, None)
        self._known.pop(download_id, None)
        self.removed.emit(download_id)
        self._show_face()

    def pause_all(self) -> None:
        for download in self.downloads():
            if download.state.active:
                self.pause(download.id)

    def resume_all(self) -> None:
        for download in self.downloads():
            if download.state is DownloadState.PAUSED:
                self.resume(download.id)

    def clear_done(self) -> None:
        """Take everything off the list that is done or was cancelled; the files stay."""
        for download in self.downloads():
            if download.state in (DownloadState.DONE, DownloadState.CANCELLED):
                self.remove(download.id)

    def downloads(self) -> list[Download]:
        """In the order in which they were added."""
        return self._queue.snapshots() if self._queue is not None else []

    def stop(self) -> None:
        """Have everything stop, without waiting for it."""
        self._clock.stop()
        self._face.hide()
        self._mailbox.close()
        if self._queue is not None:
            self._queue.close(0.0)

    def close(self) -> None:
        """Stop everything; what arrived is kept for the next time. At most a second."""
        self.stop()
        if self._queue is not None:
            self._queue.close()

    def _on_changed(self, download: Download) -> None:
        with self._lock:
            waiting = download.id in self._fresh
            self._fresh[download.id] = download
        if not waiting:
            self._mailbox.post(lambda: self._tell(download.id))

    def _tell(self, download_id: str) -> None:
        with self._lock:
            download = self._fresh.pop(download_id, None)
        if download is None:
            return
        before = self._known.get(download_id)
        self._known[download_id] = download
        self._show_face()
        self.changed.emit(download)
        if before is None or before.state is not download.state:
            self._on_state(download)

    def _look(self) -> None:
        """A transfer that stalls tells nothing by itself: its speed falls while it is looked at."""
        for download in self.downloads():
            if download.state is DownloadState.RUNNING and download != self._known.get(download.id):
                self._known[download.id] = download
                self.changed.emit(download)

    def _on_state(self, download: Download) -> None:
        if download.state is DownloadState.DONE:
            text = tr("{title}: {size} MB in {seconds} s").format(
                title=download.request.title,
                size=f"{download.received / 1e6:.1f}",
                seconds=f"{download.elapsed:.1f}",
            )
            QgsMessageLog.logMessage(text, "Copernicus", Qgis.MessageLevel.Info, notifyUser=False)
            self.fileReady.emit(download)
        elif download.state is DownloadState.FAILED:
            text = f"{download.request.title}: {download.error}"
            QgsMessageLog.logMessage(text, "Copernicus", Qgis.MessageLevel.Warning, notifyUser=False)

    def _show_face(self) -> None:
        active = [download for download in self._known.values() if download.state.active]
        if not active:
            self._clock.stop()
            self._face.hide()
            return
        if not self._clock.isActive():
            self._clock.start()
        self._face.show(tr("Copernicus: downloading"))
        total = sum(download.total or 0 for download in active)
        if total:
            self._face.progress(min(100.0, 100.0 * sum(download.received for download in active) / total))
