"""One product in detail: beside the table where there is room, else in place of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from copernicus_plugin.gui.messages import Message
from copernicus_plugin.gui.results_tab.assets_shown import asset_groups, first_ticked, lists_no_files
from copernicus_plugin.gui.results_tab.detail_lists import AssetList, SourceLine, SourceList
from copernicus_plugin.gui.results_tab.detail_picture import DetailPicture
from copernicus_plugin.gui.results_tab.fact_grid import FactGrid
from copernicus_plugin.gui.results_tab.facts import facts_of
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.results_tab.outlines import Outlines
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.rows import Availability, Key, Row
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.announce import announce
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.labels import NoteLabel, PlainLabel, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.collection import Collection

PREVIEW_WIDTH = 316
_BESIDE_PICTURE = 4
_MOST_OF_THE_ROOM = 1000
_LETTERS = {
    Qt.Key.Key_L: "load_ticked",
    Qt.Key.Key_D: "download_ticked",
    Qt.Key.Key_O: "order",
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_Z: "zoom",
    Qt.Key.Key_Q: "drape",
}


@dataclass(frozen=True)
class Details:
    """What is said of a row that the row itself does not know."""

    collection: Collection | None
    sources: Sequence[SourceLine]
    outlines: Outlines
    order_link: str = ""


class Preview(QWidget):
    """``wished``: what to do with the shown product (``copy``, ``zoom``, ``drape``, ``order``, ``load_ticked``,
    ``download_ticked``, ``files``: list its files).
    """

    backRequested = pyqtSignal()
    wished = pyqtSignal(str)
    sourceWished = pyqtSignal(object)
    """a ``SourceLine`` whose link was pressed"""
    messageActivated = pyqtSignal(object)
    """an ``Action`` of the message about its files"""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._details: Details | None = None
        self._listing: set[Key] = set()
        self._failures: dict[Key, Message] = {}
        self._asked: set[Key] = set()
        self._shown_keys: list[str] = []
        self._make_head(pictures)
        self._make_lists()
        self._make_bar()
        self.hint = NoteLabel(tr("Select a product to see it here."), self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._lay_out()
        self.setMinimumWidth(280)
        self.show_row(None, None)

    def _make_head(self, pictures: Pictures) -> None:
        self.back = LinkButton(tr("‹ Back to the results"), self)
        self.back.clicked.connect(self.backRequested)
        self.title = PlainLabel("", self)
        self.title.setFont(scaled_font(self.font(), 0.92, bold=True))
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.copy = IconButton("link", tr("Copy the link (C)"), self)
        self.copy.clicked.connect(lambda: self.wished.emit("copy"))
        self.copy_id = IconButton("copy", tr("Copy the id"), self)
        self.copy_id.clicked.connect(lambda: self.wished.emit("copy_id"))
        self.picture = DetailPicture(pictures, self)
        self.facts = FactGrid(1, self)
        self.more_facts = FactGrid(2, self)
        self.drape = BarButton("drape", tr("Drape"), self)
        self.drape.setToolTip(tr("Lay the quicklook on the map (Q)"))
        self.drape.clicked.connect(lambda: self.wished.emit("drape"))
        self.zoom = BarButton("zoom", tr("Zoom"), self)
        self.zoom.setToolTip(tr("Zoom the map to the footprint (Z)"))
        self.zoom.clicked.connect(lambda: self.wished.emit("zoom"))

    def _make_lists(self) -> None:
        self.assets = AssetList(self)
        self.assets.tickedChanged.connect(self._show_ticked)
        self.list_files = LinkButton(tr("List its files"), self)
        self.list_files.setToolTip(tr("Ask for the single files of this product, so that some can be taken alone"))
        self.list_files.clicked.connect(lambda: self.wished.emit("files"))
        self.ring = RunningRing(self)
        self.listing = NoteLabel(tr("Asking for its files…"), self)
        self.message = InlineMessage(self)
        self.message.activated.connect(self.messageActivated)
        self.sources = SourceList(self)
        self.sources.wished.connect(self.sourceWished)

    def _make_bar(self) -> None:
        self.load = BarButton("layers", tr("Load ticked"), self)
        self.load.setToolTip(tr("Show the ticked files on the map (L)"))
        self.load.clicked.connect(lambda: self.wished.emit("load_ticked"))
        self.download = BarButton("download", tr("Download ticked"), self)
        self.download.setToolTip(tr("Keep the ticked files on the disk (D)"))
        self.download.clicked.connect(lambda: self.wished.emit("download_ticked"))
        self.order = BarButton("order", tr("Order…"), self)
        self.order.setToolTip(tr("Order it by hand at the access point (O)"))
        self.order.clicked.connect(lambda: self.wished.emit("order"))

    def _lay_out(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(7)
        column.addLayout(_line(2, (self.title, 1), (self.copy_id, 0), (self.copy, 0)))
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.facts)
        beside.addStretch(1)
        beside.addLayout(_line(4, (self.drape, 1), (self.zoom, 1)))
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(beside, 1)
        column.addLayout(middle)
        column.addWidget(self.assets, _MOST_OF_THE_ROOM)
        column.addLayout(_line(5, (self.ring, 0), (self.listing, 1), (self.list_files, 0)))
        for widget in (self.message, self.sources, self.more_facts):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content)
        self._bar = QWidget(self)
        bar = _line(4, (self.load, 1), (self.download, 1), (self.order, 1))
        bar.setContentsMargins(8, 5, 8, 7)
        self._bar.setLayout(bar)
        back = _line(0, (self.back, 0))
        back.setContentsMargins(8, 4, 8, 0)
        back.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(back)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._bar)
        outer.addWidget(self.hint, 1)
        stops = [self.back, self.copy_id, self.copy, self.drape, self.zoom, self.assets, self.list_files]
        stops += [self.sources, self.load, self.download, self.order]
        for one, following in zip(stops, stops[1:]):
            QWidget.setTabOrder(one, following)

    # what is shown

    @property
    def row(self) -> Row | None:
        return self._row

    @property
    def order_link(self) -> str:
        return self._details.order_link if self._details is not None else ""

    def show_row(self, row: Row | None, details: Details | None) -> None:
        """Show a row, or nothing; the ticks of one that is shown already stay as long as its files are the same."""
        same = row is not None and row is self._row
        self._row, self._details = row, details
        some = row is not None
        self._area.setVisible(some)
        self._bar.setVisible(some)
        self.hint.setVisible(not some)
        if row is None or details is None:
            return
        self._write_title()
        product = row.product
        self.picture.show_product(product.thumbnail_href, details.outlines)
        self.drape.setEnabled(bool(product.thumbnail_href))
        self.copy.setEnabled(bool(product.self_href))
        facts = facts_of(row)
        self.facts.fill(facts[:_BESIDE_PICTURE])
        self.more_facts.fill(facts[_BESIDE_PICTURE:])
        self._fill_assets(row, details, same)
        self.sources.fill(details.sources)
        self.order.setVisible(row.availability is Availability.ORDER and bool(details.order_link))
        for button in (self.load, self.download):
            button.setVisible(row.availability is not Availability.ORDER)
        self._show_ticked()
        self._show_listing()

    def _fill_assets(self, row: Row, details: Details, same: bool) -> None:
        keys = list(row.product.assets)
        if not same or keys != self._shown_keys:
            self._shown_keys = keys
            ticked = first_ticked(row.product, details.collection)
            self.assets.fill(asset_groups(row.product, details.collection), ticked)

    # its files

    def begin_listing(self, key: Key) -> None:
        """The files of this product are being asked for."""
        self._listing.add(key)
        self._asked.add(key)
        self._failures.pop(key, None)
        self._show_listing()
        announce(self.listing, self.listing.text())

    def end_listing(self, key: Key, failure: Message | None = None) -> None:
        """They are here, or what went wrong is told in place."""
        self._listing.discard(key)
        if failure is not None:
            self._failures[key] = failure
        self._show_listing()

    def forget(self) -> None:
        """Another search: nothing of the products before matters."""
        self._listing.clear()
        self._failures.clear()
        self._asked.clear()

    def failure(self) -> Message | None:
        """What is told of the files of the shown product."""
        return self._failures.get(self._row.key) if self._row is not None else None

    def _show_listing(self) -> None:
        if self._row is None or self._details is None:
            return
        key = self._row.key
        running = key in self._listing
        asked_here = self.list_files.hasFocus()
        untold = lists_no_files(self._row.product, self._details.collection)
        failure = self._failures.get(key)
        self.ring.setVisible(running)
        self.listing.setVisible(running)
        self.list_files.setVisible(untold and not running and failure is None)
        if failure is not None and not running:
            titles = [(action, failure.title_of(action)) for action in failure.actions]
            self.message.show_message(Tone.FAILED, failure.marked or failure.text, titles)
        elif untold and not running and key in self._asked:
            self.list_files.hide()
            self.message.show_message(Tone.NOTE, tr("The access point lists no single files of this product."))
        else:
            self.message.clear()
        if asked_here and not self.list_files.isVisibleTo(self):
            # It is hidden now; what was asked for comes there.
            self.assets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ticked(self) -> None:
        some = bool(self.assets.ticked())
        self.load.setEnabled(some)
        self.download.setEnabled(some)

    # looks and keys

    def set_in_place(self, in_place: bool) -> None:
        """Whether it stands in place of the list, so that a way back is needed."""
        self.back.setVisible(in_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_title()

    def _write_title(self) -> None:
        # A zero-width space lets a long id break after its underscores.
        name = self._row.product.id if self._row is not None else ""
        self.title.setText(name.replace("_", "_\u200b"))
        self.title.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return bool(super().event(event))

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return bool(plain and (event.key() in _LETTERS or event.key() == Qt.Key.Key_Escape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _LETTERS:
            self.wished.emit(_LETTERS[event.key()])
            event.accept()
        elif plain and event.key() == Qt.Key.Key_Escape and self._row is not None:
            self.backRequested.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


def _line(spacing: int, *widgets: tuple[QWidget, int]) -> QHBoxLayout:
    """Side by side at the top of the line, each with its stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget, stretch in widgets:
        layout.addWidget(widget, stretch)
    return layout
