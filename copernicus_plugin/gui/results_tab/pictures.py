"""The quicklooks of the rows that are seen, and of no others."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPixmap

from copernicus_plugin.gui.results_tab.painting import cropped

if TYPE_CHECKING:
    from copernicus_plugin.host.thumbnails import Thumbnails

_KEPT = 400


class Pictures(QObject):
    """Asks for the pictures of what is seen, forgets the wish for what is gone, keeps them cut to size."""

    arrived = pyqtSignal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._wanted: set[str] = set()
        self._cut: collections.OrderedDict[tuple[str, int, int, float], QPixmap] = collections.OrderedDict()
        thumbnails.ready.connect(self._on_ready)

    def want(self, hrefs: Sequence[str]) -> None:
        """These rows are seen now."""
        wanted = {href for href in hrefs if href}
        for href in self._wanted - wanted:
            self._thumbnails.cancel(href)
        for href in reversed(hrefs):
            if href and href not in self._wanted and self._thumbnails.cached(href) is None:
                self._thumbnails.request(href)
        self._wanted = wanted

    def image(self, href: str) -> QImage | None:
        return self._thumbnails.cached(href) if href else None

    def picture(self, href: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture cut to ``size`` logical pixels; ``None`` as long as it is not here."""
        if not href:
            return None
        name = (href, size.width(), size.height(), ratio)
        found = self._cut.get(name)
        if found is not None:
            self._cut.move_to_end(name)
            return found
        image = self._thumbnails.cached(href)
        if image is None or image.isNull():
            return None
        self._cut[name] = cropped(image, size, ratio)
        while len(self._cut) > _KEPT:
            self._cut.popitem(last=False)
        return self._cut[name]

    def _on_ready(self, href: str, _image: QImage) -> None:
        if href in self._wanted:
            self.arrived.emit(href)
