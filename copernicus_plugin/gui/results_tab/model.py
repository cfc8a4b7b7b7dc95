"""The products of all access points as they arrive, filtered and sorted, as one Qt table.

Sorting and filtering are done here and not in a ``QSortFilterProxyModel``: that one asks Python twice for each
comparison, which at 10 000 rows stalls the main thread for a second.
"""

from __future__ import annotations

import bisect
import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.rows import NEWEST, Availability, Filter, Key, Row, SortBy, Sorting
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.product import Product

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The ``Row`` itself, for the delegates."""
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_RUNS = 6


class Column(enum.IntEnum):
    """The columns, in their first order. The first one holds the whole card."""

    CARD = 0
    ACQUIRED = 1
    PLATFORM = 2
    TILE = 3
    ORBIT = 4
    CLOUD = 5
    COVERS = 6
    SIZE = 7
    AVAILABILITY = 8
    SOURCES = 9


SORT_OF_COLUMN = {
    Column.ACQUIRED: SortBy.ACQUIRED,
    Column.PLATFORM: SortBy.PLATFORM,
    Column.TILE: SortBy.TILE,
    Column.ORBIT: SortBy.ORBIT,
    Column.CLOUD: SortBy.CLOUD,
    Column.COVERS: SortBy.COVERAGE,
    Column.SIZE: SortBy.SIZE,
    Column.AVAILABILITY: SortBy.AVAILABILITY,
    Column.SOURCES: SortBy.SOURCES,
}
_OFTEN_EMPTY: dict[Column, Callable[[Row], bool]] = {
    Column.ORBIT: lambda row: bool(row.orbit),
    Column.CLOUD: lambda row: row.cloud is not None,
    Column.COVERS: lambda row: row.coverage is not None,
    Column.SIZE: lambda row: row.size is not None,
}
_RIGHT = (Column.CLOUD, Column.SIZE, Column.SOURCES)


class ResultsModel(QAbstractTableModel):
    """``aboutToChange`` and ``changed`` (the positions of new rows) embrace whatever moves rows."""

    aboutToChange = pyqtSignal()
    changed = pyqtSignal(object)
    arrived = pyqtSignal(object)
    """the new ``Row`` objects of a batch, shown or not"""
    columnsFilled = pyqtSignal()
    """a column that was empty tells something now, or the other way round"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Key, Row] = {}
        self._sorted: list[Row] = []
        self._sorted_keys: list[tuple[Any, ...]] = []
        self._shown: list[Row] = []
        self._keys: list[tuple[Any, ...]] = []
        self._sorting = NEWEST
        self._filter = Filter()
        self._titles: Mapping[str, str] = {}
        self._collections: Mapping[str, Collection] = {}
        self._loaded: set[Key] = set()
        self._downloaded: set[Key] = set()
        self._restricted: frozenset[str] = frozenset()
        self._filled: set[Column] = set()
        self.is_selected: Callable[[int], bool] = lambda _position: False
        """Set by the view, for the accessible text."""

    # what is in it

    @property
    def total(self) -> int:
        """All rows, shown or not."""
        return len(self._rows)

    @property
    def shown(self) -> Sequence[Row]:
        return self._shown

    @property
    def sorting(self) -> Sorting:
        return self._sorting

    @property
    def filter(self) -> Filter:
        return self._filter

    def rows(self) -> Iterable[Row]:
        """In the order of their arrival."""
        return self._rows.values()

    def row(self, key: Key) -> Row | None:
        return self._rows.get(key)

    def position(self, key: Key) -> int:
        """Where the product is shown; -1 if it is not."""
        row = self._rows.get(key)
        if row is None:
            return -1
        place = bisect.bisect_left(self._keys, self._sorting.key(row))
        return place if place < len(self._shown) and self._shown[place] is row else -1

    def source_titles(self, row: Row) -> list[str]:
        return [self._titles.get(source, source) for source in row.sources]

    # what changes it

    def set_names(
        self,
        titles: Mapping[str, str],
        collections: Mapping[str, Collection],
        restricted: frozenset[str] = frozenset(),
    ) -> None:
        """Short titles of the access points, and the collections, by id; ``restricted`` places ask for eligibility."""
        self._titles = titles
        self._collections = collections
        self._restricted = restricted

    def tells(self, column: Column) -> bool:
        """Whether any product has something for this column."""
        return column not in _OFTEN_EMPTY or column in self._filled

    def _note_filled(self, rows: Iterable[Row], afresh: bool = False) -> None:
        filled = set() if afresh else set(self._filled)
        missing = [column for column in _OFTEN_EMPTY if column not in filled]
        for row in rows:
            if not missing:
                break
            filled.update(column for column in missing if _OFTEN_EMPTY[column](row))
            missing = [column for column in missing if column not in filled]
        if filled != self._filled:
            self._filled = filled
            self.columnsFilled.emit()

    def clear(self) -> None:
        self.replace([])

    def replace(self, rows: Iterable[Row]) -> None:
        """Show these instead, for instance those of the search before."""
        self._rows = {row.key: row for row in rows}
        self._note_filled(self._rows.values(), afresh=True)
        self._sort()
        self._rebuild()

    def add(self, products: Sequence[Product]) -> None:
        """A batch as it arrives; those that are there already are passed over."""
        fresh: list[Row] = []
        for product in products:
            if product.key in self._rows:
                continue
            restricted = product.access_point in self._restricted
            row = Row(product, len(self._rows), self._collections.get(product.collection), restricted)
            row.loaded = row.key in self._loaded
            row.downloaded = row.key in self._downloaded
            self._rows[row.key] = row
            fresh.append(row)
        if fresh:
            self._note_filled(fresh)
            self._show(fresh)
            self.arrived.emit(fresh)

    def set_sorting(self, sorting: Sorting) -> None:
        if sorting != self._sorting:
            self._sorting = sorting
            self._sort()
            self._rebuild()

    def set_filter(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._rebuild()

    def set_loaded(self, keys: Iterable[Key]) -> None:
        """Which products are layers now."""
        loaded = set(keys)
        changed = loaded ^ self._loaded
        self._loaded = loaded
        for row in self._known(changed):
            row.loaded = row.key in loaded
        self._availability_changed(changed)

    def set_downloaded(self, keys: Iterable[Key]) -> None:
        """Which products lie on the disk now."""
        downloaded = set(keys)
        changed = downloaded ^ self._downloaded
        self._downloaded = downloaded
        for row in self._known(changed):
            row.downloaded = row.key in downloaded
        self._availability_changed(changed)

    def set_details(self, product: Product) -> Row | None:
        """The same product with more of its files; its row, ``None`` if it is not here any more."""
        row = self._rows.get(product.key)
        if row is None:
            return None
        before = row.size
        row.set_details(product)
        self._note_filled([row])
        if self._sorting.by is SortBy.SIZE and row.size != before:
            self._sort()
            self._rebuild()
        else:
            self._tell_all()
        return row

    def _known(self, keys: Iterable[Key]) -> list[Row]:
        return [self._rows[key] for key in keys if key in self._rows]

    def _availability_changed(self, changed: set[Key]) -> None:
        if not self._known(changed):
            return
        if self._sorting.by is SortBy.AVAILABILITY:
            self._sort()
            self._rebuild()
        else:
            self._tell_all()

    def _tell_all(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    def _sort(self) -> None:
        """All rows in order, shown or not, so that a filter need not sort again."""
        pairs = self._pairs(self._rows.values())
        self._sorted_keys = [pair[0] for pair in pairs]
        self._sorted = [pair[1] for pair in pairs]

    def _pairs(self, rows: Iterable[Row]) -> list[tuple[tuple[Any, ...], Row]]:
        key = self._sorting.key
        # No two keys are the same: the rows themselves are never compared.
        return sorted([(key(row), row) for row in rows])

    def _rebuild(self) -> None:
        self.aboutToChange.emit()
        self.beginResetModel()
        if self._filter.narrows:
            accepts = self._filter.accepts
            places = [place for place, row in enumerate(self._sorted) if accepts(row)]
            self._keys = [self._sorted_keys[place] for place in places]
            self._shown = [self._sorted[place] for place in places]
        else:
            self._keys, self._shown = list(self._sorted_keys), list(self._sorted)
        self.endResetModel()
        self.changed.emit([])

    def _show(self, fresh: Sequence[Row]) -> None:
        pairs = self._pairs(fresh)
        for key, row in reversed(pairs):
            place = bisect.bisect_left(self._sorted_keys, key)
            self._sorted_keys.insert(place, key)
            self._sorted.insert(place, row)
        accepts = self._filter.accepts
        pairs = [pair for pair in pairs if accepts(pair[1])]
        if not pairs:
            return
        places = [bisect.bisect_left(self._keys, pair[0]) for pair in pairs]
        runs = list(_runs(places))
        self.aboutToChange.emit()
        if len(runs) <= _MOST_RUNS:
            for start, end in reversed(runs):
                self._insert_run(places[start], pairs[start:end])
        else:
            # Many small insertions make the view lay itself out as often: one reset costs less.
            self.beginResetModel()
            for place, pair in zip(reversed(places), reversed(pairs)):
                self._keys.insert(place, pair[0])
                self._shown.insert(place, pair[1])
            self.endResetModel()
        self.changed.emit([place + offset for offset, place in enumerate(places)])

    def _insert_run(self, place: int, pairs: Sequence[tuple[tuple[Any, ...], Row]]) -> None:
        self.beginInsertRows(QModelIndex(), place, place + len(pairs) - 1)
        self._keys[place:place] = [pair[0] for pair in pairs]
        self._shown[place:place] = [pair[1] for pair in pairs]
        self.endInsertRows()

    # Qt's side

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == KEY_ROLE:
            return row.key
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row()) if column is Column.CARD else self._spoken_cell(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return _header_text(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Preview") if column is Column.CARD else _header_text(column)
        return None

    def text(self, row: Row, column: Column) -> str:
        """What a cell of the table shows."""
        texts: dict[Column, Callable[[], str]] = {
            Column.CARD: lambda: "",
            Column.ACQUIRED: lambda: f"{row.date} {row.clock}".strip() or formats.NOTHING,
            Column.PLATFORM: lambda: " ".join(part for part in (row.platform, *row.labels) if part),
            Column.TILE: lambda: row.tile or row.product.id,
            Column.ORBIT: lambda: row.orbit,
            Column.CLOUD: lambda: formats.per_cent_text(row.cloud),
            Column.COVERS: lambda: formats.share_text(row.coverage),
            Column.SIZE: lambda: formats.size_text(row.size),
            Column.AVAILABILITY: lambda: availability_text(row.shown_availability),
            Column.SOURCES: lambda: formats.count_text(len(row.sources)),
        }
        return texts[column]()

    def spoken(self, position: int) -> str:
        """A whole card for screen readers, with its place in the list."""
        row = self._shown[position]
        parts = list(_spoken_parts(row))
        titles = self.source_titles(row)
        parts.append(titles[0] if len(titles) == 1 else tr_n("%n source(s)", len(titles)))
        parts.append(availability_text(row.shown_availability))
        if self.is_selected(position):
            parts.append(tr("selected"))
        parts.append(
            tr("{place} of {count}").format(
                place=formats.count_text(position + 1), count=formats.count_text(len(self._shown))
            )
        )
        return ", ".join(parts)

    def _spoken_cell(self, row: Row, column: Column) -> str:
        return f"{_header_text(column)}: {self.text(row, column)}"

    def _tip(self, row: Row, column: Column) -> str:
        if column is Column.SOURCES:
            return "\n".join(self.source_titles(row))
        return row.product.id


def availability_text(availability: Availability) -> str:
    return {
        Availability.LOADED: tr("loaded"),
        Availability.DOWNLOADED: tr("downloaded"),
        Availability.ORDER: tr("order first"),
        Availability.ELIGIBILITY: tr("by eligibility"),
    }.get(availability, tr("online"))


def _header_text(column: Column) -> str:
    return {
        Column.CARD: "",
        Column.ACQUIRED: tr("Acquired (UTC)"),
        Column.PLATFORM: tr("Platform"),
        Column.TILE: tr("Tile"),
        Column.ORBIT: tr("Orbit"),
        Column.CLOUD: tr("Cloud"),
        Column.COVERS: tr("Covers area"),
        Column.SIZE: tr("Size"),
        Column.AVAILABILITY: tr("Availability"),
        Column.SOURCES: tr("Sources"),
    }[column]


def _spoken_parts(row: Row) -> Iterator[str]:
    if row.acquired is not None:
        yield spoken_moment(row.acquired)
    yield row.platform or row.product.id
    if row.tile:
        yield tr("tile {tile}").format(tile=row.tile[1:] if row.tile.startswith("T") else row.tile)
    if row.cloud is not None:
        yield tr("cloud {number} per cent").format(number=formats.per_cent_number(row.cloud))
    if row.coverage is not None:
        yield tr("covers {number} per cent").format(number=formats.per_cent_number(row.coverage * 100))
    if row.size is not None:
        yield formats.spoken_size(row.size)


def spoken_moment(moment: dt.datetime) -> str:
    day = formats.spoken_day(moment.date().toordinal(), year=True)
    return tr("{day} {time} UTC").format(day=day, time=formats.clock_text(moment))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[start]:
            yield start, at
            start = at
