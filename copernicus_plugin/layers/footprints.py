"""The footprint layer of one search: it fills while products arrive, and stays as a GeoPackage.

A new search replaces the last layer unless the user pinned it (``pin``).
"""

from __future__ import annotations

import collections
import datetime as dt
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsDataProvider,
    QgsFeature,
    QgsLayerMetadata,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from copernicus_plugin.host.compat import set_attribution
from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.translation import tr_data, tr_n
from copernicus_plugin.layers import footprint_store, footprint_style, layer_group
from copernicus_plugin.layers.naming import safe_file_name
from copernicus_plugin.layers.workers import start_daemon
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Product

Key = tuple[str, str, str]

PINNED = "copernicus/pinned"
_NO_WARNING = "skipMemoryLayersCheck"
"""QGIS's own property: closing the project does not ask about a memory layer that has it."""

_WRITTEN = "copernicus/written"
"""When the GeoPackage was made: seconds since 1970."""

_BATCH_SECONDS = 0.006
_BATCH = 100
_SECONDS_BETWEEN_REPAINTS = 0.4


def pin(layer: QgsVectorLayer, pinned: bool = True) -> None:
    """Keep ``layer`` when a new search starts."""
    layer.setCustomProperty(PINNED, pinned)


def is_pinned(layer: QgsVectorLayer) -> bool:
    return bool(layer.customProperty(PINNED, False))


class FootprintLayer(QObject):
    """Use it in the main thread only. The layer joins the project with the first products.

    ``folder`` is where the GeoPackage is written at the end. ``title`` begins the layer's name and file name.
    """

    saved = pyqtSignal(str)
    """the layer now shows this GeoPackage"""
    failed = pyqtSignal(object)
    """``AccessError``: the GeoPackage could not be written; the layer stays in memory"""
    drained = pyqtSignal()
    """all products given so far are in the layer"""
    closed = pyqtSignal()
    """the layer is gone: removed by the user, by another project, or by a newer search"""

    def __init__(
        self,
        collection: Collection,
        title: str,
        folder: Path | str,
        parent: QObject | None = None,
        project: QgsProject | None = None,
    ) -> None:
        super().__init__(parent)
        self._collection = collection
        self._title = title
        self._folder = Path(folder) / "footprints"
        self._project = project if project is not None else QgsProject.instance()
        self._keys: list[Key] = []
        self._ids: dict[Key, int] = {}
        self._waiting: collections.deque[Product] = collections.deque()
        self._visible: set[int] | None = None
        self._finishing = self._writing = self._edited = self._in_file = self._in_project = False
        self._many = self._with_unknown = False
        self._years: set[str] = set()
        self._painted = 0.0
        self._file: Path | None = None
        self._abandoned = threading.Event()
        self._mailbox = Mailbox(self)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_batch)
        self._repaint_later = QTimer(self)
        self._repaint_later.setSingleShot(True)
        self._repaint_later.timeout.connect(self._show_progress)
        remove_unpinned(self._project)
        self._layer: QgsVectorLayer | None = self._make_layer()
        self._fields = self._layer.fields()

    @property
    def layer(self) -> QgsVectorLayer | None:
        """``None`` once it was removed."""
        return self._layer

    @property
    def count(self) -> int:
        """Footprints in the layer, whether shown or not."""
        return len(self._keys)

    def add(self, products: Iterable[Product]) -> None:
        """Queue products; those already there are left out. Takes a moment only, whatever their number.

        After ``finish`` too: an access point that is asked again adds to the GeoPackage.
        """
        if self._layer is None:
            return
        self._waiting.extend(products)
        if self._waiting and not self._writing:
            self._timer.start()

    def keys_of(self, ids: Iterable[int]) -> list[Key]:
        """The products' keys of feature ids, in the order of their arrival."""
        return [self._keys[identifier - 1] for identifier in sorted(ids) if 0 < identifier <= len(self._keys)]

    def ids_of(self, keys: Iterable[Key]) -> list[int]:
        """The feature ids of products' keys; unknown keys are left out."""
        return [self._ids[key] for key in keys if key in self._ids]

    def set_visible_keys(self, keys: Iterable[Key] | None) -> None:
        """Show these footprints only; ``None`` shows all."""
        if self._layer is None:
            return
        wanted = None if keys is None else set(self.ids_of(keys))
        if self._in_file:
            self._layer.setSubsetString(_subset(wanted, len(self._keys)))
        else:
            self._hide_in_memory(wanted)
        self._visible = wanted

    def pin(self, pinned: bool = True) -> None:
        """Keep the layer when a new search starts."""
        if self._layer is not None:
            pin(self._layer, pinned)

    def finish(self) -> None:
        """No more products come: write the GeoPackage as soon as all are in, and show that instead."""
        if self._layer is None or self._finishing:
            return
        self._finishing = True
        if not self._waiting:
            self._write()

    def close(self) -> None:
        """Let go of the layer. One that was not written yet would come back empty: it is removed."""
        layer = self._layer
        self._stop()
        if layer is None:
            return
        self._forget()
        if self._in_project and not self._in_file:
            self._project.removeMapLayer(layer.id())
            layer_group.remove_group_if_empty(self._project)

    # --- filling ---

    def _make_layer(self) -> QgsVectorLayer:
        layer = footprint_store.memory_layer(self._name(0))
        layer.setCustomProperty(layer_group.FOOTPRINTS, self._collection.id)
        layer.setCustomProperty(_NO_WARNING, 1)
        layer.setDisplayExpression('"title"')
        layer.setMapTipTemplate(footprint_style.map_tip())
        temporal = layer.temporalProperties()
        temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
        temporal.setStartField("datetime")
        # Only a user's temporal controller filters by it.
        temporal.setIsActive(not self._collection.timeless)
        self._describe(layer)
        layer.setRenderer(footprint_style.renderer(self._collection.cloud_cover, False, False))
        layer.willBeDeleted.connect(self._layer_was_removed)
        layer.selectionChanged.connect(self._draw_selected_last)
        layer.afterCommitChanges.connect(self._was_edited)
        return layer

    def _describe(self, layer: QgsVectorLayer) -> None:
        years = sorted(self._years) or [str(dt.datetime.now(dt.timezone.utc).year)]
        year = years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}"
        attribution = tr_data(self._collection.attribution).replace("{year}", year)
        metadata = QgsLayerMetadata()
        metadata.setIdentifier(self._collection.id)
        metadata.setTitle(self._title)
        metadata.setType("dataset")
        metadata.setAbstract(tr_data(self._collection.description))
        metadata.setLicenses([self._collection.licence] if self._collection.licence else [])
        metadata.setRights([attribution] if attribution else [])
        metadata.setCrs(layer.crs())
        layer.setMetadata(metadata)
        set_attribution(layer, attribution)

    def _take_batch(self) -> None:
        layer = self._layer
        if layer is None or not self._waiting or self._writing:
            self._timer.stop()
            return
        features: list[QgsFeature] = []
        # A GeoPackage commits each batch to the disk.
        end = time.monotonic() + (0.0 if self._in_file else _BATCH_SECONDS)
        while self._waiting and (not features or time.monotonic() < end):
            for _ in range(min(_BATCH, len(self._waiting))):
                self._take(self._waiting.popleft(), features)
        if features:
            layer.dataProvider().addFeatures(features)
            layer.updateExtents()
        if not self._waiting:
            self._timer.stop()
        self._after_batch()

    def _take(self, product: Product, features: list[QgsFeature]) -> None:
        key = product.key
        if key in self._ids:
            return
        self._keys.append(key)
        self._ids[key] = len(self._keys)
        if product.cloud_cover is None:
            self._with_unknown = True
        moment = product.properties.get("datetime") or product.properties.get("start_datetime")
        if isinstance(moment, str):
            self._years.add(moment[:4])
        if self._visible is not None:
            self._visible.add(len(self._keys))
        feature = footprint_store.feature_of(product, self._collection, self._fields)
        features.append(footprint_store.for_geopackage(feature) if self._in_file else feature)

    def _after_batch(self) -> None:
        if not self._in_project and self._keys and self._layer is not None:
            self._restyle()
            layer_group.add_footprints(self._project, self._layer)
            self._in_project = True
        wait = self._painted + _SECONDS_BETWEEN_REPAINTS - time.monotonic()
        if self._waiting and wait > 0:
            if not self._repaint_later.isActive():
                self._repaint_later.start(int(1000 * wait))
        else:
            self._show_progress()
        if not self._waiting:
            if self._layer is not None:
                self._describe(self._layer)
            if self._in_file and self._visible is not None and self._layer is not None:
                self._layer.setSubsetString(_subset(self._visible, len(self._keys)))
            self.drained.emit()
            if self._finishing and not self._writing and not self._in_file:
                self._write()

    def _show_progress(self) -> None:
        layer = self._layer
        if layer is None:
            return
        self._painted = time.monotonic()
        self._repaint_later.stop()
        self._restyle()
        layer.setName(self._name(len(self._keys)))
        layer.triggerRepaint()

    def _name(self, count: int) -> str:
        return f"{self._title} · {tr_n('%n footprint(s)', count)}"

    def _restyle(self) -> None:
        """Change the renderer when the number or an unknown cloud cover asks for another; a user's own stays."""
        layer = self._layer
        many = len(self._keys) > footprint_style.MANY
        with_unknown = self._collection.cloud_cover and self._with_unknown
        state = (many, with_unknown)
        if layer is None or state == (self._many, layer.customProperty("copernicus/unknown_cloud", False)):
            return
        self._many = many
        layer.setCustomProperty("copernicus/unknown_cloud", with_unknown)
        layer.setRenderer(footprint_style.renderer(self._collection.cloud_cover, with_unknown, many))
        footprint_style.draw_selected_last(layer)
        layer.emitStyleChanged()

    def _draw_selected_last(self) -> None:
        if self._layer is not None:
            footprint_style.draw_selected_last(self._layer)

    def _hide_in_memory(self, wanted: set[int] | None) -> None:
        layer = self._layer
        if layer is None:
            return
        everything = range(1, len(self._keys) + 1)
        shown = set(everything) if wanted is None else wanted
        before = set(everything) if self._visible is None else self._visible
        provider = layer.dataProvider()
        field = self._fields.indexOf(footprint_store.SHOWN)
        changes = {identifier: {field: identifier in shown} for identifier in shown ^ before}
        if changes:
            provider.changeAttributeValues(changes)
        subset = "" if wanted is None else f'"{footprint_store.SHOWN}"'
        if layer.subsetString() != subset:
            layer.setSubsetString(subset)
        layer.triggerRepaint()

    # --- keeping ---

    def _write(self) -> None:
        layer = self._layer
        if layer is None or not self._keys:
            return
        if layer.isEditable():
            # What the user is changing right now must not be lost: the file waits.
            layer.editingStopped.connect(self._write_after_editing)
            return
        self._writing = True
        self._edited = False
        provider = layer.dataProvider()
        subset = provider.subsetString()
        # The snapshot takes the subset along, and hidden footprints must be in the file.
        provider.setSubsetString("", False)
        source = QgsVectorLayerFeatureSource(layer)
        provider.setSubsetString(subset, False)
        file = self._new_file()
        crs = layer.crs()
        fields, mailbox, abandoned = self._fields, self._mailbox, self._abandoned

        def work() -> None:
            try:
                footprint_store.write_geopackage(source, fields, crs, file)
            except AccessError as error:
                fault = error
                mailbox.post(lambda: self._could_not_write(fault))
                return
            mailbox.post(lambda: self._use_file(file))
            if abandoned.is_set():
                footprint_store.remove_file(file)

        self._file = file
        start_daemon("copernicus footprints", work)

    def _write_after_editing(self) -> None:
        layer = self._layer
        if layer is not None:
            layer.editingStopped.disconnect(self._write_after_editing)
            self._write()

    def _new_file(self) -> Path:
        moment = dt.datetime.now(dt.timezone.utc)
        name = f"{moment:%Y-%m-%dT%H%M%S}.{moment.microsecond // 1000:03d}_{safe_file_name(self._title)}"
        return self._folder / f"{name}.gpkg"

    def _could_not_write(self, error: AccessError) -> None:
        self._writing = self._finishing = False
        self._file = None
        self.failed.emit(error)
        if self._waiting:
            self._timer.start()

    def _use_file(self, file: Path) -> None:
        layer = self._layer
        if layer is None:
            return
        if layer.isEditable() or self._edited:
            footprint_store.remove_file(file)
            self._write()
            return
        selected = layer.selectedFeatureIds()
        layer.setDataSource(
            f"{file}|layername={footprint_store.TABLE}", layer.name(), "ogr", QgsDataProvider.ProviderOptions(), False
        )
        self._writing = False
        self._in_file = True
        layer.setCustomProperty(_WRITTEN, _now())
        layer.removeCustomProperty(_NO_WARNING)
        if layer.featureCount() != len(self._keys):
            self._read_keys()
        if self._visible is not None:
            layer.setSubsetString(_subset(self._visible, len(self._keys)))
        if layer.selectedFeatureIds() != selected:
            layer.selectByIds(selected)
        layer.triggerRepaint()
        self.saved.emit(str(file))
        if self._waiting:
            self._timer.start()

    def _read_keys(self) -> None:
        """The user took footprints away or added some before the file was written: ids have moved."""
        layer = self._layer
        if layer is None:
            return
        self._keys = [(f["access_point"], f["collection"], f["id"]) for f in layer.getFeatures()]
        visible = None if self._visible is None else {key for key, i in self._ids.items() if i in self._visible}
        self._ids = {key: index + 1 for index, key in enumerate(self._keys)}
        self._visible = None if visible is None else set(self.ids_of(visible))
        layer.setName(self._name(len(self._keys)))

    def _was_edited(self) -> None:
        self._edited = True

    # --- letting go ---

    def _stop(self) -> None:
        self._waiting.clear()
        self._timer.stop()
        self._repaint_later.stop()
        self._mailbox.close()
        self._abandoned.set()
        if self._writing and self._file is not None:
            file = self._file
            start_daemon("copernicus footprints, removal", lambda: footprint_store.remove_file(file))

    def _layer_was_removed(self) -> None:
        self._stop()
        self._forget()
        self.closed.emit()

    def _forget(self) -> None:
        layer, self._layer = self._layer, None
        # In its own destructor the layer is no object for Python any more, and disconnects itself.
        if layer is None or sip.isdeleted(layer):
            return
        layer.willBeDeleted.disconnect(self._layer_was_removed)
        layer.selectionChanged.disconnect(self._draw_selected_last)
        layer.afterCommitChanges.disconnect(self._was_edited)


def remove_unpinned(project: QgsProject) -> None:
    """Take the footprints of earlier searches out of the project, but for those that the user pinned.

    Their GeoPackages go too, unless a saved project or another layer may still want them.
    """
    unwanted: list[Path] = []
    for identifier, layer in list(project.mapLayers().items()):
        if layer.customProperty(layer_group.FOOTPRINTS) and not is_pinned(layer):
            source = layer.source().partition("|")[0]
            fresh = layer.customProperty(_WRITTEN) and not _saved_since(project, float(layer.customProperty(_WRITTEN)))
            project.removeMapLayer(identifier)
            if fresh and not any(other.source().startswith(source) for other in project.mapLayers().values()):
                unwanted.append(Path(source))
    layer_group.remove_group_if_empty(project)
    if unwanted:
        start_daemon("copernicus footprints, removal", lambda: _remove(unwanted))


def _remove(files: list[Path]) -> None:
    for file in files:
        footprint_store.remove_file(file)


def _saved_since(project: QgsProject, written: float) -> bool:
    saved = project.lastSaveDateTime()
    return bool(saved.isValid() and saved.toMSecsSinceEpoch() / 1000 + 1 >= written)


def _now() -> float:
    return dt.datetime.now(dt.timezone.utc).timestamp()


def _subset(wanted: set[int] | None, count: int) -> str:
    """The shorter of the two lists, for SQLite, which looks ids up in no time."""
    if wanted is None:
        return ""
    if len(wanted) <= count // 2:
        return f"fid IN ({','.join(map(str, sorted(wanted)))})"
    return f"fid NOT IN ({','.join(str(i) for i in range(1, count + 1) if i not in wanted)})"
