"""What is selected, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.rows import Availability, Row
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton, PrimaryButton, pressed_by_key
from copernicus_plugin.gui.widgets.labels import ElidedLabel, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.collection import BandPreset

MOSAIC, EACH = "mosaic", "each"


class BarButton(Themed, QPushButton):
    """A button of an action bar with one of our icons, 28 px high; its words give way where there is no room."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setIconSize(QSize(16, 16))
        self.setAutoDefault(False)
        self.setMinimumHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        if self._icon_name:
            self.setIcon(icons.icon(self._icon_name, theme.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            room = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() - lacking
            option.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class _Ground(Themed, QWidget):
    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -(self.height() - 1)), self.theme.line)
        painter.end()


class Footer(_Ground):
    """``loadRequested`` (preset id, empty for the collection's first), and the other things to do."""

    loadRequested = pyqtSignal(str)
    mosaicRequested = pyqtSignal(str)
    eachRequested = pyqtSignal(str)
    """the answers to ``ask_how``, with the preset"""
    downloadRequested = pyqtSignal()
    orderRequested = pyqtSignal()
    clearRequested = pyqtSignal()

    def __init__(self, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cover: float | None = None
        self._rows: Sequence[Row] = ()
        self.count = ElidedLabel("", self)
        self.count.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.facts = ElidedLabel("", self, Tone.DIM)
        self.clear = LinkButton(tr("Clear"), self)
        self.clear.setAccessibleName(tr("Clear the selection"))
        self.clear.clicked.connect(self.clearRequested)
        self.load = PrimaryButton(tr("Load"), "layers", self)
        self.load.setFixedHeight(28)
        self.load.setToolTip(tr("Stream the selected products to the map (L)"))
        self.load.clicked.connect(lambda: self.loadRequested.emit(""))
        self.presets = IconButton("arrow-down", tr("Load with another band combination"), self, raised=True)
        self.presets.setFixedSize(22, 28)
        self.presets.clicked.connect(self._open_presets)
        self.preset_menu = QMenu(self)
        self.download = BarButton("download", tr("Download"), self)
        self.download.setToolTip(tr("Keep the selected products on the disk (D)"))
        self.download.clicked.connect(self.downloadRequested)
        self.order = BarButton("order", tr("Order…"), self)
        self.order.setToolTip(tr("Order the selected products (O)"))
        self.order.clicked.connect(self.orderRequested)
        self.more = BarButton("more", tr("More"), self)
        self.more.setAccessibleName(tr("More"))
        self.more.setToolTip(tr("More to do with the products"))
        self.more.clicked.connect(self._open_more)
        self.more_menu = more
        self.question = InlineMessage(self, closable=True)
        self.question.activated.connect(self._answered)
        self.question.dismissed.connect(self.load.setFocus)
        self._wanted_preset = ""
        self._lay_out()
        self.follow_theme()
        self.show_selection([], None)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.count)
        words.addWidget(self.facts, 1)
        words.addWidget(self.clear)
        load = QHBoxLayout()
        load.setSpacing(1)
        load.addWidget(self.load, 1)
        load.addWidget(self.presets)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(4)
        self._buttons.addLayout(load, 4)
        self._buttons.addWidget(self.download, 3)
        self._buttons.addWidget(self.order, 3)
        self._buttons.addWidget(self.more, 0)
        self._bar = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._bar.setSpacing(4)
        self._bar.addLayout(words, 1)
        self._bar.addLayout(self._buttons, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 5, 8, 7)
        outer.setSpacing(4)
        outer.addWidget(self.question)
        outer.addLayout(self._bar)

    def set_layout(self, wide: bool, compact: bool) -> None:
        """``wide``: everything in one line; ``compact``: More is an icon."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(direction)
        self._bar.setSpacing(12 if wide else 4)
        inner = QBoxLayout.Direction.RightToLeft if wide else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(inner)
        for place, share in enumerate((0, 0, 0, 0) if wide else (4, 3, 3, 0)):
            self._buttons.setStretch(place, share)
        self.more.setText("" if compact else tr("More"))

    def show_selection(self, rows: Sequence[Row], cover: float | None) -> None:
        """``cover``: share of the area that they cover together, ``None`` if not known (yet)."""
        if {row.key for row in rows} != {row.key for row in self._rows}:
            self.question.clear()
        self._rows, self._cover = rows, cover
        some = bool(rows)
        self.count.setText(
            tr("{count} selected").format(count=formats.count_text(len(rows))) if some else tr("Nothing selected")
        )
        self.facts.setText(self._facts())
        self.clear.setVisible(some)
        all_in_archive = some and all(row.availability is Availability.ORDER for row in rows)
        self.order.setVisible(all_in_archive)
        self.download.setVisible(not all_in_archive)
        for button in (self.load, self.presets, self.download):
            button.setEnabled(some and not all_in_archive)

    def _facts(self) -> str:
        parts = []
        sizes = [row.size for row in self._rows]
        if sizes and all(size is not None for size in sizes):
            parts.append(formats.size_text(sum(size or 0 for size in sizes)))
        if self._cover is not None:
            parts.append(
                tr("cover {share} of the area").format(share=formats.share_text(self._cover))
                if len(self._rows) > 1
                else tr("covers {share} of the area").format(share=formats.share_text(self._cover))
            )
        return "".join(f" · {part}" for part in parts)

    def set_presets(self, presets: Sequence[BandPreset]) -> None:
        """What Load can show; the arrow is there only where there is a choice."""
        self.preset_menu.clear()
        for preset in presets:
            action = self.preset_menu.addAction(tr_data(preset.title))
            action.triggered.connect(lambda _checked=False, chosen=preset.id: self.loadRequested.emit(chosen))
        self.presets.setVisible(len(presets) > 1)

    def ask_how(self, preset: str) -> None:
        """One mosaic or a layer for each: asked here, where Load was pressed."""
        self._wanted_preset = preset
        count = len(self._rows)
        text = tr("Load {count} products:").format(count=formats.count_text(count))
        each = tr("{count} layers").format(count=formats.count_text(count))
        self.question.show_message(Tone.NOTE, text, [(MOSAIC, tr("As one mosaic")), (EACH, each)])
        self.question.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, how: str) -> None:
        self.question.clear()
        self.load.setFocus(Qt.FocusReason.OtherFocusReason)
        (self.mosaicRequested if how == MOSAIC else self.eachRequested).emit(self._wanted_preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self.question.dismiss()
        else:
            super().keyPressEvent(event)

    def _open_presets(self) -> None:
        self.preset_menu.popup(self.presets.mapToGlobal(self.presets.rect().bottomLeft()))

    def _open_more(self) -> None:
        place = self.more.mapToGlobal(self.more.rect().topRight())
        size = self.more_menu.sizeHint()
        place.setX(place.x() - size.width())
        place.setY(place.y() - size.height())
        self.more_menu.popup(place)
