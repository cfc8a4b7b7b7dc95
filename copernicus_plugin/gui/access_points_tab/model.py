"""The access points as a Qt tree: groups, and the places in them that match what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from copernicus_plugin.gui.access_points_tab import sentences
from copernicus_plugin.gui.account_lights import Light
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.model.access_point import AccessPoint, Group, State
from copernicus_plugin.model.collection import Collection

PLACE_ROLE = Qt.ItemDataRole.UserRole
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
LIGHT_ROLE = Qt.ItemDataRole.UserRole + 3
_NOTHING = QModelIndex()


@dataclass
class Branch:
    """A group with its places; ``shown`` are those that match."""

    group: Group
    places: list[AccessPoint]
    shown: list[AccessPoint] = field(default_factory=list)


def group_of(place: AccessPoint) -> Group:
    """The user's own files stand together, whatever group they name."""
    return place.group if place.origin == "bundled" else Group.USER


class AccessPointsModel(QAbstractItemModel):
    """Two levels. Main thread."""

    def __init__(self, light: Callable[[AccessPoint], Light | None], parent: QObject | None = None) -> None:
        """``light`` tells the account's light of a place; ``None`` where it would mean nothing."""
        super().__init__(parent)
        self._light = light
        self._branches: list[Branch] = []
        self._shown: list[Branch] = []
        self._titles: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._wanted: tuple[str, ...] = ()

    def set_places(self, places: Sequence[AccessPoint], collections: Mapping[str, Collection]) -> None:
        """Everything anew; what is looked for stays."""
        self._titles = {place.id: tr_data(place.short_title or place.title) for place in places}
        self._words = {place.id: _words(place, collections) for place in places}
        self._branches = [Branch(group, [one for one in places if group_of(one) is group]) for group in Group]
        for branch in self._branches:
            branch.places.sort(key=_rank)
        self._show()

    def find(self, text: str) -> None:
        """Only the places that have all words of ``text`` in their names, operators or collections."""
        wanted = tuple(text.casefold().split())
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()

    @property
    def is_filtered(self) -> bool:
        return bool(self._wanted)

    @property
    def titles(self) -> Mapping[str, str]:
        """Short titles by id."""
        return self._titles

    def shown(self) -> list[AccessPoint]:
        return [place for branch in self._shown for place in branch.shown]

    def index_of(self, access_point: str) -> QModelIndex:
        """Invalid if it is not shown."""
        for row, branch in enumerate(self._shown):
            for inner, place in enumerate(branch.shown):
                if place.id == access_point:
                    return self.index(inner, 0, self.index(row, 0))
        return QModelIndex()

    def refresh(self, access_point: str) -> None:
        """Its account has another state now; with an empty id: any of them."""
        for row, branch in enumerate(self._shown):
            parent = self.index(row, 0)
            for inner, place in enumerate(branch.shown):
                if not access_point or access_point in (place.id, place.account.of):
                    index = self.index(inner, 0, parent)
                    self.dataChanged.emit(index, index)

    def counts(self, group: Group) -> tuple[int, int]:
        """How many of a group work, and how many there are."""
        places = next((one.places for one in self._branches if one.group is group), [])
        return sum(1 for place in places if sentences.works(place)), len(places)

    def _show(self) -> None:
        self.beginResetModel()
        for branch in self._branches:
            branch.shown = [one for one in branch.places if all(word in self._words[one.id] for word in self._wanted)]
        self._shown = [branch for branch in self._branches if branch.shown]
        self.endResetModel()

    # Qt's side

    def index(self, row: int, column: int = 0, parent: QModelIndex = _NOTHING) -> QModelIndex:
        if not parent.isValid():
            return self.createIndex(row, column, 0) if 0 <= row < len(self._shown) else QModelIndex()
        if parent.internalId() or not 0 <= row < len(self._shown[parent.row()].shown):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: QModelIndex | None = None) -> Any:
        if index is None:
            return QObject.parent(self)
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: QModelIndex = _NOTHING) -> int:
        if not parent.isValid():
            return len(self._shown)
        return 0 if parent.internalId() else len(self._shown[parent.row()].shown)

    def columnCount(self, parent: QModelIndex = _NOTHING) -> int:
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId():
            branch = self._shown[int(index.internalId()) - 1]
            return self._of_place(branch.shown[index.row()], role)
        return self._of_branch(self._shown[index.row()], role)

    def _of_branch(self, branch: Branch, role: int) -> Any:
        working, count = self.counts(branch.group)
        if role == GROUP_ROLE:
            return branch.group
        if role == Qt.ItemDataRole.DisplayRole:
            return sentences.group_title(branch.group)
        if role == NOTE_ROLE:
            return sentences.group_note(working, count)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentences.group_spoken(sentences.group_title(branch.group), working, count)
        return None

    def _of_place(self, place: AccessPoint, role: int) -> Any:
        if role == PLACE_ROLE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return tr_data(place.title)
        if role == NOTE_ROLE:
            return sentences.state_note(place, self._titles)
        if role == LIGHT_ROLE:
            return self._light(place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentences.place_spoken(place, sentences.state_note(place, self._titles), self._light(place))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr_data(place.description) or tr_data(place.operator)
        return None


def _rank(place: AccessPoint) -> tuple[int, str]:
    order = (State.ACTIVE, State.RESTRICTED, State.SUPERSEDED, State.CLOSED)
    return order.index(place.status.state), place.title.casefold()


def _words(place: AccessPoint, collections: Mapping[str, Collection]) -> str:
    held = [collections[name].title for end in place.endpoints for name in end.collections if name in collections]
    texts = (place.id, place.title, place.short_title, tr_data(place.title), place.operator, *held)
    return " ".join(texts).casefold()
