"""Layers of a reopened project that need an account: their headers are made again, or the user is asked once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from osgeo import gdal
from qgis.core import QgsDataProvider, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.layers import provenance
from copernicus_plugin.layers.raster_source import quiet_gdal
from copernicus_plugin.layers.stream_headers import FOLDER, StreamHeaders, needs_the_user
from copernicus_plugin.layers.stream_trust import names_header
from copernicus_plugin.layers.workers import start_daemon
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.model.xml import parse_xml

LATE = 0.7
"""Seconds between two looks whether a request without the header was refused after the header was there."""
LOOKS = 3
_DEEPEST = 3


class StreamReconnector(QObject):
    """Use it in the main thread only. Costs nothing while no layer of the project needs an account."""

    reconnectNeeded = pyqtSignal(object, object)
    """List of access point ids and list of their layers, once for a project: nothing is shown until ``reconnect``."""
    reconnected = pyqtSignal(str, object)
    """Access point id and its layers: they can be read again."""
    failed = pyqtSignal(str, object)
    """Access point id and ``AccessError``, after ``reconnect`` only."""

    def __init__(
        self, headers: StreamHeaders, parent: QObject | None = None, project: QgsProject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._project = project if project is not None else QgsProject.instance()
        self._mailbox = Mailbox(self)
        self._under_way: dict[str, Cancellation] = {}
        self._missing: dict[str, AccessError] = {}
        self._told: set[str] = set()
        self._judged: frozenset[str] = frozenset()
        """the sources that were looked at for whom they would show a header to"""
        self._barred: frozenset[str] = frozenset()
        self._end = Cancellation()
        """requested when the project is closed"""
        self._closed = False
        self._reading = False
        # While a project is read its layers come one by one, and QGIS opens each without a header: nobody knows yet
        # where all of them lead.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._look_at_layers)
        self._project.layersAdded.connect(self._layers_changed)
        self._project.layersRemoved.connect(self._layers_changed)
        self._project.layerLoaded.connect(self._layer_read)
        self._project.cleared.connect(self._forget)
        headers.on_lost = self._lost
        self._look.start(0)

    def close(self) -> None:
        """Nothing is told or changed any more. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._look.stop()
        self._headers.on_lost = None
        self._project.layersAdded.disconnect(self._layers_changed)
        self._project.layersRemoved.disconnect(self._layers_changed)
        self._project.layerLoaded.disconnect(self._layer_read)
        self._project.cleared.disconnect(self._forget)
        self._forget()
        self._mailbox.close()

    def waiting(self) -> dict[str, AccessError]:
        """Access points whose layers show nothing for want of an account, and why."""
        return dict(self._missing)

    def reconnect(self, access_point_id: str) -> None:
        """Try again, for instance after the accounts were unlocked; ``reconnected`` or ``failed`` follows."""
        self._begin(access_point_id, asked=True)

    def layers_of(self, access_point_id: str) -> list[QgsRasterLayer]:
        """The layers of the project that need the account of an access point."""
        layers = self._project.mapLayers().values()
        return [layer for layer in layers if access_point_id in provenance.accounts_of(layer)]

    # --- in the main thread ---

    def _layers_changed(self, _: Sequence[object]) -> None:
        if not self._reading:
            self._look.start(0)

    def _layer_read(self, number: int, of_all: int) -> None:
        self._reading = number < of_all
        if self._reading:
            self._look.stop()
        else:
            self._look.start(0)

    def _forget(self) -> None:
        for cancellation in (self._end, *self._under_way.values()):
            cancellation.request()
        self._end = Cancellation()
        self._under_way.clear()
        self._missing.clear()
        self._told.clear()
        self._reading = False
        self._judged = self._barred = frozenset()
        self._headers.keep(())
        self._headers.withdraw()

    def _look_at_layers(self) -> None:
        layers = list(self._project.mapLayers().values())
        wanted = {one for layer in layers for one in provenance.accounts_of(layer)}
        self._headers.keep(wanted)
        sources = frozenset(
            layer.source()
            for layer in layers
            if provenance.accounts_of(layer) or names_header(layer.source(), os.path.basename(FOLDER))
        )
        if sources == self._judged:
            self._begin_wanted(wanted)
            return
        cancellation = self._end

        def work() -> None:
            # What is no address of ours is looked at as it is.
            paths = {path for source in sources for path in (source, *remote_paths(source))}
            try:
                barred = self._headers.judge(paths)
            except AccessError:
                # The plugin ends.
                return
            self._mailbox.post(lambda: self._after_judging(cancellation, sources, barred))

        start_daemon("copernicus reconnect", work)

    def _after_judging(self, mine: Cancellation, sources: frozenset[str], barred: frozenset[str]) -> None:
        if mine is not self._end:
            return
        self._judged = sources
        for access_point_id in self._barred - barred:
            self._missing.pop(access_point_id, None)
            self._told.discard(access_point_id)
        self._barred = barred
        layers = self._project.mapLayers().values()
        self._begin_wanted({one for layer in layers for one in provenance.accounts_of(layer)})

    def _begin_wanted(self, wanted: set[str]) -> None:
        for access_point_id in sorted(wanted):
            if not self._headers.is_ready(access_point_id) and access_point_id not in self._missing:
                self._begin(access_point_id, asked=False)

    def _begin(self, access_point_id: str, asked: bool) -> None:
        if access_point_id in self._under_way:
            return
        cancellation = self._under_way[access_point_id] = Cancellation()

        def work() -> None:
            fault: AccessError | None = None
            try:
                self._headers.prepare(access_point_id, cancellation)
                # GDAL remembers what could not be opened without the header.
                gdal.VSICurlClearCache()
            except AccessError as error:
                fault = error.with_traceback(None)
            self._mailbox.post(lambda: self._tried(access_point_id, cancellation, fault, asked))

        start_daemon("copernicus reconnect", work)

    def _tried(self, access_point_id: str, mine: Cancellation, fault: AccessError | None, asked: bool) -> None:
        if self._under_way.get(access_point_id) is not mine:
            return
        del self._under_way[access_point_id]
        if fault is None:
            self._show_again(access_point_id)
        elif fault.kind is not ErrorKind.CANCELLED:
            self._missing[access_point_id] = fault
            if asked:
                self._told.add(access_point_id)
                self.failed.emit(access_point_id, fault)
        if not self._under_way:
            self._tell_missing()

    def _show_again(self, access_point_id: str) -> None:
        self._missing.pop(access_point_id, None)
        self._told.discard(access_point_id)
        layers = self.layers_of(access_point_id)
        self._repaint(access_point_id)
        if layers:
            cancellation = self._end
            sources = [layer.source() for layer in layers]
            again = partial(self._mailbox.post, partial(self._repaint, access_point_id))
            start_daemon("copernicus reconnect", lambda: _forget_late_refusals(sources, cancellation, again))
            self.reconnected.emit(access_point_id, layers)

    def _repaint(self, access_point_id: str) -> None:
        for layer in self.layers_of(access_point_id):
            if layer.isValid():
                layer.reload()
            else:
                # Keeps the style, which QGIS has read although it could not open the layer.
                options = QgsDataProvider.ProviderOptions()
                layer.setDataSource(layer.source(), layer.name(), layer.providerType(), options, False)
            layer.triggerRepaint()

    def _tell_missing(self) -> None:
        untold = sorted(set(self._missing) - self._told)
        layers = {layer.id(): layer for one in untold for layer in self.layers_of(one)}
        if layers:
            self._told.update(untold)
            self.reconnectNeeded.emit(untold, list(layers.values()))

    # --- from any thread ---

    def _lost(self, access_point_id: str, error: AccessError) -> None:
        fault = error.with_traceback(None)

        def tell() -> None:
            if needs_the_user(fault) and self.layers_of(access_point_id):
                self._missing[access_point_id] = fault
                self._told.discard(access_point_id)
                self._tell_missing()

        self._mailbox.post(tell)


# --- in the workers ---


def _forget_late_refusals(sources: Sequence[str], cancellation: Cancellation, again: Callable[[], None]) -> None:
    """QGIS may have asked without the header while it was made; GDAL would remember that answer for the session."""
    paths = sorted({path for source in sources for path in remote_paths(source)})
    try:
        for _ in range(LOOKS):
            cancellation.sleep(LATE)
            with quiet_gdal():
                refused = [path for path in paths if gdal.VSIStatL(path) is None]
                for path in refused:
                    gdal.VSICurlPartialClearCache(path)
            if not refused:
                return
            again()
    except AccessError:
        # The project was closed.
        return


def remote_paths(source: str, deepest: int = _DEEPEST) -> Iterator[str]:
    """What GDAL reads from the web for a layer: its source itself, or what its VRT names."""
    if source.startswith("/vsicurl"):
        yield source
    elif source.endswith(".vrt") and deepest:
        for inner in _named_in(source):
            yield from remote_paths(inner, deepest - 1)


def _named_in(file: str) -> list[str]:
    try:
        with open(file, "rb") as opened:
            root = parse_xml(opened.read())
    except (OSError, AccessError):
        return []
    elements = [element for name in ("SourceFilename", "SourceDataset") for element in root.iter(name)]
    folder = os.path.dirname(file)
    return [
        os.path.join(folder, element.text) if element.get("relativeToVRT") == "1" else element.text
        for element in elements
        if element.text
    ]
