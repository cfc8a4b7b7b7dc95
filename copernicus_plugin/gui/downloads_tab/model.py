"""The downloads as a Qt list: those that need attention first, filtered by state."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.downloads_tab.place import Place
from copernicus_plugin.model.download import Download, DownloadState

DOWNLOAD_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class Group(enum.Enum):
    """The filter buttons, in their order."""

    ALL = "all"
    ACTIVE = "active"
    WAITING = "waiting"
    FAILED = "failed"
    DONE = "done"


_GROUPS = {
    DownloadState.RUNNING: Group.ACTIVE,
    DownloadState.VERIFYING: Group.ACTIVE,
    DownloadState.PAUSED: Group.ACTIVE,
    DownloadState.WAITING: Group.WAITING,
    DownloadState.FAILED: Group.FAILED,
    DownloadState.DONE: Group.DONE,
    DownloadState.CANCELLED: Group.DONE,
}
_ORDER = [Group.ACTIVE, Group.WAITING, Group.FAILED, Group.DONE]


def group_of(download: Download) -> Group:
    """What only waits for the user has not failed."""
    return Group.WAITING if sentences.waits_for_the_user(download) else _GROUPS[download.state]


class DownloadsModel(QAbstractListModel):
    """Holds the newest snapshot of each download."""

    def __init__(self, place_of: Callable[[str], Place], parent: QObject | None = None) -> None:
        """``place_of`` is asked with the id of an access point."""
        super().__init__(parent)
        self._place_of = place_of
        self._all: dict[str, Download] = {}
        self._shown: list[str] = []
        self._group = Group.ALL
        self.confirming: set[str] = set()
        """ids of downloads whose row asks whether to cancel"""

    @property
    def group(self) -> Group:
        return self._group

    def downloads(self) -> Sequence[Download]:
        return list(self._all.values())

    def download(self, download_id: str) -> Download | None:
        return self._all.get(download_id)

    def place_of(self, download: Download) -> Place:
        return self._place_of(download.request.product.access_point)

    def position(self, download_id: str) -> int:
        return self._shown.index(download_id) if download_id in self._shown else -1

    def counts(self) -> dict[Group, int]:
        result = dict.fromkeys(Group, 0)
        for download in self._all.values():
            result[Group.ALL] += 1
            result[group_of(download)] += 1
        return result

    def replace(self, downloads: Iterable[Download]) -> None:
        self._all = {download.id: download for download in downloads}
        self.confirming &= set(self._all)
        self._rebuild()

    def update(self, download: Download) -> bool:
        """A newer snapshot; true where rows moved or changed their height."""
        before = self._all.get(download.id)
        self._all[download.id] = download
        if not download.state.active:
            self.confirming.discard(download.id)
        if before is None or _shape(before) != _shape(download):
            self._rebuild()
            return True
        place = self.position(download.id)
        if place >= 0:
            index = self.index(place)
            self.dataChanged.emit(index, index)
        return False

    def remove(self, download_id: str) -> None:
        if self._all.pop(download_id, None) is not None:
            self.confirming.discard(download_id)
            self._rebuild()

    def set_group(self, group: Group) -> None:
        if group is not self._group:
            self._group = group
            self._rebuild()

    def set_confirming(self, download_id: str, asking: bool) -> None:
        """Whether the row asks if the download is to be cancelled."""
        if asking and download_id in self._all:
            self.confirming.add(download_id)
        else:
            self.confirming.discard(download_id)
        self.layoutChanged.emit()

    def _rebuild(self) -> None:
        wanted = [one for one in self._all.values() if self._group in (Group.ALL, group_of(one))]
        ranks = {one.id: place for place, one in enumerate(self._all.values())}
        wanted.sort(key=lambda one: (_ORDER.index(group_of(one)), ranks[one.id]))
        shown = [one.id for one in wanted]
        if shown == self._shown:
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    # Qt's side

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        # While rows are taken off, the list still shows one that is gone already.
        download = self._all.get(self._shown[index.row()])
        if download is None:
            return None
        if role == DOWNLOAD_ROLE:
            return download
        if role == ID_ROLE:
            return download.id
        if role == Qt.ItemDataRole.DisplayRole:
            return download.request.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return download.request.product.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentences.spoken(download, self.place_of(download))
        return None


def _shape(download: Download) -> tuple[Any, ...]:
    return (download.state, download.error, download.waiting_for)
