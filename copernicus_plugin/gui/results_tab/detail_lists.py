"""The two small lists of a product's details: its files with ticks, and who offers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QFont, QKeyEvent
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.assets_shown import AssetGroup, format_text, is_fetchable, title_text
from copernicus_plugin.gui.results_tab.painting import number_of
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.labels import scaled_font
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.product import Asset

RIGHT_MIDDLE = number_of(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
_SURE_LINES = 9
_ASSET = int(Qt.ItemDataRole.UserRole)


class DetailList(Themed, QTreeWidget):
    """A list as high as what it holds: nine lines and more where there is room, else it scrolls."""

    def __init__(self, headers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels(list(headers))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(14, 14))
        # Titles of files end with what tells them apart, such as their resolution.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFont(scaled_font(self.font(), 0.92))
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headers)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.headerItem().setTextAlignment(len(headers) - 1, RIGHT_MIDDLE)

    def _row_height(self) -> int:
        return int(max(21, self.fontMetrics().height() + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip():
            # Letters mean what they mean in the list of results, not a search in this one.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def fit_height(self) -> None:
        """To the lines that are open now."""
        lines = 0
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            lines += 1 + (item.childCount() if item.isExpanded() else 0)
        around = self.header().sizeHint().height() + 2 * self.frameWidth() + 2
        self.setMinimumHeight(around + min(max(1, lines), _SURE_LINES) * self._row_height())
        self.setMaximumHeight(around + max(1, lines) * self._row_height())

    def _sized(self, item: QTreeWidgetItem) -> QTreeWidgetItem:
        item.setSizeHint(0, QSize(0, self._row_height()))
        item.setTextAlignment(self.columnCount() - 1, RIGHT_MIDDLE)
        return item


class AssetList(DetailList):
    """``tickedChanged`` after each change by the user. Left and Right open and close a group, Space ticks."""

    tickedChanged = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((tr("Assets"), tr("Format"), tr("Size")), parent)
        self.setIndentation(14)
        self.setAccessibleName(tr("Assets"))
        self.setAccessibleDescription(tr("Space ticks a file, Left and Right close and open a group"))
        self._filling = False
        self.itemChanged.connect(self._on_changed)
        self.itemExpanded.connect(lambda _item: self.fit_height())
        self.itemCollapsed.connect(lambda _item: self.fit_height())
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        # Empty boxes vanish on the base colour of dark palettes.
        self.setStyleSheet(f"QTreeWidget {{ background-color: {theme.window_name}; }}")
        self._filling = True
        for item in self._asset_items():
            self._show_reach(item, theme)
        self._filling = False

    def _show_reach(self, item: QTreeWidgetItem, theme: Theme) -> None:
        """What cannot be fetched is struck through, in a colour that can be read: a theme's own may hardly."""
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        font = QFont(self.font())
        font.setStrikeOut(True)
        item.setFont(0, font)
        for column in range(self.columnCount()):
            item.setForeground(column, QBrush(theme.colour(Tone.DIM)))

    def fill(self, groups: Sequence[AssetGroup], ticked: set[str]) -> None:
        """``ticked`` are keys of assets."""
        self._filling = True
        self.clear()
        grouped = any(group.title for group in groups)
        self.setRootIsDecorated(grouped)
        for group in groups:
            if group.title:
                self._add_group(group, ticked)
            else:
                self.addTopLevelItem(self._line(group.assets[0], ticked))
        self._filling = False
        if self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))
            self.clearSelection()
        self.fit_height()

    def _add_group(self, group: AssetGroup, ticked: set[str]) -> None:
        title = tr("{title} ({count})").format(title=group.title, count=formats.count_text(len(group.assets)))
        sizes = [asset.size for asset in group.assets]
        size = formats.size_text(sum(one or 0 for one in sizes)) if all(sizes) else ""
        kinds = {format_text(asset) for asset in group.assets}
        parent = self._sized(QTreeWidgetItem([title, kinds.pop() if len(kinds) == 1 else "", size]))
        self.addTopLevelItem(parent)
        for asset in group.assets:
            parent.addChild(self._line(asset, ticked))
        flags = parent.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        parent.setFlags(flags)
        parent.setExpanded(group.is_open or any(asset.key in ticked for asset in group.assets))

    def _line(self, asset: Asset, ticked: set[str]) -> QTreeWidgetItem:
        title = title_text(asset)
        item = self._sized(QTreeWidgetItem([title, format_text(asset), formats.size_text(asset.size)]))
        item.setData(0, _ASSET, asset)
        fetchable = is_fetchable(asset)
        state = Qt.CheckState.Checked if asset.key in ticked and fetchable else Qt.CheckState.Unchecked
        item.setCheckState(0, state)
        tip = asset.local_path or asset.key
        if not fetchable:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            tip = tr("{file} cannot be fetched by this way ({scheme})").format(file=tip, scheme=asset.scheme)
            self._show_reach(item, self.theme)
        item.setToolTip(0, f"{title}\n{tip}" if tip != title else title)
        return item

    def _on_changed(self) -> None:
        if not self._filling:
            self.tickedChanged.emit()

    def ticked(self) -> tuple[Asset, ...]:
        """From top to bottom."""
        return tuple(
            item.data(0, _ASSET) for item in self._asset_items() if item.checkState(0) == Qt.CheckState.Checked
        )

    def item_of(self, key: str) -> QTreeWidgetItem | None:
        """The line of an asset."""
        return next((item for item in self._asset_items() if item.data(0, _ASSET).key == key), None)

    def _asset_items(self) -> list[QTreeWidgetItem]:
        items = []
        for at in range(self.topLevelItemCount()):
            top = self.topLevelItem(at)
            items += [top.child(place) for place in range(top.childCount())] or [top]
        return items


@dataclass(frozen=True)
class SourceLine:
    """``wish`` is what a press on ``use`` asks for (``order``, or the value of an ``Action``); empty for nothing."""

    access_point: str
    title: str
    use: str
    answer: str
    symbol: tuple[str, Tone]
    tip: str = ""
    wish: str = ""
    link: str = ""


class SourceList(DetailList):
    """``wished``: the line whose link was pressed, by mouse or with Return."""

    wished = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((tr("Sources"), tr("Use"), tr("Answer")), parent)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAccessibleName(tr("Sources"))
        self._lines: list[SourceLine] = []
        self.itemClicked.connect(self._on_clicked)
        self.follow_theme()

    def lines(self) -> Sequence[SourceLine]:
        return self._lines

    def fill(self, lines: Sequence[SourceLine]) -> None:
        self._lines = list(lines)
        self.clear()
        count = formats.count_text(len(lines))
        self.headerItem().setText(0, tr("Sources ({count})").format(count=count) if len(lines) > 1 else tr("Source"))
        for line in lines:
            item = self._sized(QTreeWidgetItem([line.title, line.use, line.answer]))
            item.setToolTip(0, line.tip or line.title)
            item.setToolTip(1, line.tip)
            self.addTopLevelItem(item)
        self.apply_theme(self.theme)
        self.fit_height()

    def apply_theme(self, theme: Theme) -> None:
        font = QFont(self.font())
        font.setUnderline(True)
        for at, line in enumerate(self._lines):
            item = self.topLevelItem(at)
            name, tone = line.symbol
            item.setIcon(0, icons.icon(name, theme.colour(tone, theme.base)))
            if line.wish:
                item.setFont(1, font)
                item.setForeground(1, QBrush(theme.colour(Tone.LINK, theme.base)))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 1:
            self._wish(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not by ``itemActivated``: some desktops activate by a single click, which would be told twice.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._wish(self.currentItem())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _wish(self, item: QTreeWidgetItem) -> None:
        line = self._lines[self.indexOfTopLevelItem(item)]
        if line.wish:
            self.wished.emit(line)
