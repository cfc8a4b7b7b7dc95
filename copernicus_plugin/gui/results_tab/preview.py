"""One product in detail: beside the table where there is room, else in place of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.results_tab.model import availability_text
from copernicus_plugin.gui.results_tab.painting import AVAILABILITY_ICONS, draw_thumbnail, number_of
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.rows import Availability, Row
from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel, NoteLabel, scaled_font
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.choose_assets import assets_to_download
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset

PREVIEW_WIDTH = 316
_PICTURE = 88
RIGHT_MIDDLE = number_of(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
_MOST_LINES = 9
_FORMATS = (
    ("profile=cloud-optimized", "COG"),
    ("image/tiff", "TIFF"),
    ("image/jp2", "JP2"),
    ("application/zip", "ZIP"),
    ("netcdf", "netCDF"),
    ("hdf5", "HDF5"),
    ("json", "JSON"),
    ("xml", "XML"),
    ("image/png", "PNG"),
    ("image/jpeg", "JPEG"),
    ("text/html", "HTML"),
    ("text/plain", "TXT"),
)


def format_text(asset: Asset) -> str:
    """``COG``, ``JP2``…, by the media type, else by the name's ending."""
    for part, name in _FORMATS:
        if part in asset.media_type:
            return name
    ending = asset.href.split("?")[0].rsplit("/", 1)[-1].rpartition(".")[2]
    return ending.upper() if 0 < len(ending) <= 5 else formats.NOTHING


class Picture(Themed, QWidget):
    """The quicklook, larger."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._href = ""
        self.setFixedSize(_PICTURE, _PICTURE)
        pictures.arrived.connect(lambda _href: self.update())
        self.follow_theme()

    def show_href(self, href: str) -> None:
        self._href = href
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        picture = self._pictures.picture(self._href, QSize(_PICTURE, _PICTURE), ratio)
        theme = self.theme
        draw_thumbnail(painter, self.rect(), picture, theme, theme.window)
        painter.end()


class DetailList(Themed, QTreeWidget):
    """A small list as high as what it holds, up to nine lines."""

    def __init__(self, headers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setHeaderLabels(list(headers))
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(14, 14))
        self.setFont(scaled_font(self.font(), 0.92))
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headers)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.headerItem().setTextAlignment(len(headers) - 1, RIGHT_MIDDLE)
        self._symbols: list[tuple[QTreeWidgetItem, str, str]] = []
        self.follow_theme()

    def fill(self, lines: Sequence[tuple[Sequence[str], str, str]]) -> None:
        """Each: the texts, the name of an icon (or nothing), the tool tip."""
        self.clear()
        self._symbols = []
        for texts, symbol, tip in lines:
            item = QTreeWidgetItem(list(texts))
            item.setTextAlignment(len(texts) - 1, RIGHT_MIDDLE)
            item.setToolTip(0, tip or texts[0])
            self.addTopLevelItem(item)
            self._symbols.append((item, symbol, tip))
        self.apply_theme(self.theme)
        row = max(21, self.fontMetrics().height() + 4)
        for item, _symbol, _tip in self._symbols:
            item.setSizeHint(0, QSize(0, row))
        shown = min(max(1, len(lines)), _MOST_LINES)
        self.setFixedHeight(self.header().sizeHint().height() + shown * row + 2 * self.frameWidth() + 2)

    def apply_theme(self, theme: Theme) -> None:
        for item, symbol, _tip in self._symbols:
            if symbol == "blank":
                item.setIcon(0, icons.icon("tick", theme.base))
            elif symbol:
                tone = dict(AVAILABILITY_ICONS.values()).get(symbol)
                colour = theme.colour(tone, theme.base) if tone is not None else theme.good
                item.setIcon(0, icons.icon(symbol, colour))


class Preview(QWidget):
    """``backRequested`` where it stands in place of the list."""

    backRequested = pyqtSignal()
    copyRequested = pyqtSignal()
    zoomRequested = pyqtSignal()
    drapeRequested = pyqtSignal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._id = ""
        self.back = LinkButton(tr("‹ Back to the results"), self)
        self.back.clicked.connect(self.backRequested)
        self.title = QLabel(self)
        self.title.setFont(scaled_font(self.font(), 0.92, bold=True))
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.copy = IconButton("link", tr("Copy the link (C)"), self)
        self.copy.clicked.connect(self.copyRequested)
        self.picture = Picture(pictures, self)
        self.facts = QGridLayout()
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.facts.setHorizontalSpacing(6)
        self.facts.setVerticalSpacing(3)
        self.drape = BarButton("drape", tr("Drape"), self)
        self.drape.setToolTip(tr("Lay the quicklook on the map (Q)"))
        self.drape.clicked.connect(self.drapeRequested)
        self.zoom = BarButton("search", tr("Zoom"), self)
        self.zoom.setToolTip(tr("Zoom the map to the footprint (Z)"))
        self.zoom.clicked.connect(self.zoomRequested)
        self.assets = DetailList((tr("Assets"), tr("Format"), tr("Size")), self)
        self.sources = DetailList((tr("Sources"), tr("Use"), tr("Answer")), self)
        self.hint = NoteLabel(tr("Select a product to see it here."), self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._lay_out()
        self.show_row(None, None, [], {})

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.drape, 1)
        buttons.addWidget(self.zoom, 1)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addLayout(self.facts)
        beside.addStretch(1)
        beside.addLayout(buttons)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(beside, 1)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(7)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(self.assets)
        column.addWidget(self.sources)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        outer.addWidget(self.hint)
        self.setMinimumWidth(280)

    @property
    def row(self) -> Row | None:
        return self._row

    def show_row(
        self,
        row: Row | None,
        collection: Collection | None,
        sources: Sequence[str],
        seconds: Mapping[str, float],
    ) -> None:
        """``sources``: titles, in the order of ``row.sources``; ``seconds`` each access point took, by id."""
        self._row = row
        self._area.setVisible(row is not None)
        self.hint.setVisible(row is None)
        if row is None:
            return
        self._id = row.product.id
        self._write_title()
        self.picture.show_href(row.product.thumbnail_href)
        self.drape.setEnabled(bool(row.product.thumbnail_href))
        self.copy.setEnabled(bool(row.product.self_href))
        self._show_facts(row)
        self.assets.fill(asset_lines(row, collection))
        lines = []
        for source, title in zip(row.sources, sources):
            answer = formats.seconds_text(seconds[source]) if seconds.get(source) else formats.NOTHING
            lines.append(((title, use_text(row), answer), AVAILABILITY_ICONS[row.availability][0], title))
        self.sources.fill(lines)

    def set_in_place(self, in_place: bool) -> None:
        """Whether it stands in place of the list, so that a way back is needed."""
        self.back.setVisible(in_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_title()

    def _write_title(self) -> None:
        # A zero-width space lets a long id break after its underscores.
        self.title.setText(self._id.replace("_", "_\u200b"))
        self.title.setAccessibleName(self._id)

    def _show_facts(self, row: Row) -> None:
        while self.facts.count():
            widget = self.facts.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for line, (name, value) in enumerate(facts_of(row)):
            self.facts.addWidget(NoteLabel(name, self), line, 0)
            label = ElidedLabel(value, self)
            label.setFont(scaled_font(self.font(), 0.92))
            self.facts.addWidget(label, line, 1)
        self.facts.setColumnStretch(1, 1)


def facts_of(row: Row) -> list[tuple[str, str]]:
    """What is said of a product, as (name, value)."""
    facts = []
    if row.date:
        facts.append((tr("Acquired"), tr("{date} {time} UTC").format(date=row.date, time=row.clock)))
    if row.cloud is not None:
        facts.append((tr("Cloud"), formats.per_cent_text(row.cloud)))
    if row.coverage is not None:
        facts.append((tr("Covers"), tr("{share} of area").format(share=formats.share_text(row.coverage))))
    properties = row.product.properties
    baseline = properties.get("s2:processing_baseline") or properties.get("processing:version")
    if baseline:
        facts.append((tr("Baseline"), str(baseline)))
    if len(facts) < 4 and row.platform:
        facts.append((tr("Platform"), row.platform))
    if len(facts) < 4 and isinstance(properties.get("gsd"), (int, float)):
        facts.append((tr("Resolution"), tr("{number} m").format(number=formats.number_text(properties["gsd"], 0))))
    return facts[:4]


def use_text(row: Row) -> str:
    if row.availability is Availability.ORDER:
        return availability_text(Availability.ORDER)
    streams = any(asset.is_geotiff for asset in row.product.assets.values())
    return tr("streams") if streams else tr("download")


def asset_lines(row: Row, collection: Collection | None) -> list[tuple[Sequence[str], str, str]]:
    """The files, those first that Download takes; they have a tick."""
    product = row.product
    try:
        taken = {asset.key for asset in assets_to_download(product, collection)} if collection is not None else set()
    except AccessError:
        taken = set()
    ordered = sorted(product.assets.values(), key=lambda asset: asset.key not in taken)
    lines: list[tuple[Sequence[str], str, str]] = []
    for asset in ordered:
        title = asset.title or asset.key
        tip = tr("{title} ({key}), taken by Download") if asset.key in taken else tr("{title} ({key})")
        texts = (title, format_text(asset), formats.size_text(asset.size))
        lines.append((texts, "tick" if asset.key in taken else "blank", tip.format(title=title, key=asset.key)))
    return lines
