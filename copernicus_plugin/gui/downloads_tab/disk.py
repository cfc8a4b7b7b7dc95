"""How much room the download folder has, asked beside the main thread: a network drive may take its time."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox


class FreeSpace(QObject):
    """``told``: bytes free, or ``None`` where that cannot be found out."""

    told = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self._asking = False

    def ask(self, folder: str) -> None:
        """The folder need not be there yet."""
        if self._asking:
            return
        self._asking = True
        threading.Thread(target=self._work, args=(folder,), name="copernicus-free-space", daemon=True).start()

    def close(self) -> None:
        self._mailbox.close()

    def _work(self, folder: str) -> None:
        free = free_bytes(Path(folder))
        self._mailbox.post(lambda: self._tell(free))

    def _tell(self, free: int | None) -> None:
        self._asking = False
        self.told.emit(free)


def free_bytes(folder: Path) -> int | None:
    """Of the first folder upwards that exists."""
    try:
        existing = next(place for place in (folder, *folder.parents) if place.exists())
        return shutil.disk_usage(existing).free
    except (OSError, StopIteration):
        return None
