"""How much of the area the chosen products cover together, counted beside the main thread."""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.query import Area

MOST_FOOTPRINTS = 2000
_Job = tuple[int, Area, tuple[bytes, ...]]


class CoverageCounter(QObject):
    """``counted``: share 0…1, or ``None`` where it cannot be told. Only the newest question is answered."""

    counted = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self._lock = threading.Lock()
        self._number = 0
        self._waiting: _Job | None = None
        self._working = False
        self._closed = False

    def ask(self, area: Area | None, footprints: Sequence[bytes]) -> None:
        """``footprints`` as 2-D WKB in CRS84."""
        known = tuple(wkb for wkb in footprints if wkb)
        self._number += 1
        if area is None or not known or len(known) > MOST_FOOTPRINTS or len(known) < len(footprints):
            self.counted.emit(None)
            return
        with self._lock:
            self._waiting = (self._number, area, known)
            if self._working or self._closed:
                return
            self._working = True
        threading.Thread(target=self._work, name="copernicus-coverage", daemon=True).start()

    def forget(self) -> None:
        """The question does not matter any more."""
        self._number += 1

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._waiting = None
        self._mailbox.close()

    def _work(self) -> None:
        while True:
            with self._lock:
                job, self._waiting = self._waiting, None
                if job is None:
                    self._working = False
                    return
            share = _union(job[1], job[2])
            self._mailbox.post(functools.partial(self._tell, job[0], share))

    def _tell(self, number: int, share: float | None) -> None:
        if number == self._number:
            self.counted.emit(share)


def _union(area: Area, footprints: Sequence[bytes]) -> float | None:
    from copernicus_plugin.model.geometry_matching import union_coverage

    try:
        return union_coverage(area, footprints)
    except AccessError:
        return None
