"""Filter, order, and cards or table: what acts on the list at once and is never sent to a server."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.results_tab.rows import LEAST_CLOUD, MOST_COVERAGE, NEWEST, OLDEST, SMALLEST, Sorting
from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.gui.widgets.buttons import IconButton
from copernicus_plugin.host.translation import tr

TYPING_RESTS_MS = 150


class FilterField(Themed, QLineEdit):
    """A line with a magnifier; Down goes on to the list, Escape empties it."""

    leftDownwards = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Filter the results"))
        self.setAccessibleName(tr("Filter the results by id, tile, platform or date"))
        self.setToolTip(tr("Words that must be in the id, tile, platform or date. Acts on this list only."))
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(icons.icon("search", self.theme.dim), QLineEdit.ActionPosition.LeadingPosition)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(90)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self._glass.setIcon(icons.icon("search", theme.dim))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.leftDownwards.emit()
        else:
            super().keyPressEvent(event)


class FilterLine(QWidget):
    """``wordsChanged`` (tuple of lower-case words), ``sortingChosen`` (``Sorting``), ``cardsChosen`` (bool)."""

    wordsChanged = pyqtSignal(object)
    sortingChosen = pyqtSignal(object)
    cardsChosen = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(self)
        self.order = QComboBox(self)
        self.order.setAccessibleName(tr("Order"))
        self.order.setToolTip(tr("Order of the list"))
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cards = IconButton("cards", tr("Cards"), self, raised=True)
        self.table = IconButton("table", tr("Table"), self)
        group = QButtonGroup(self)
        for button in (self.cards, self.table):
            button.setCheckable(True)
            button.setFixedSize(24, 24)
            button.setAutoRaise(True)
            group.addButton(button)
        self.cards.setChecked(True)
        for title, sorting in _orders():
            self.order.addItem(title, sorting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.order)
        row.addWidget(self.cards)
        row.addWidget(self.table)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_RESTS_MS)
        self._typing.timeout.connect(self._tell_words)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.order.activated.connect(lambda at: self.sortingChosen.emit(self.order.itemData(at)))
        self.cards.clicked.connect(lambda: self.cardsChosen.emit(True))
        self.table.clicked.connect(lambda: self.cardsChosen.emit(False))

    def words(self) -> tuple[str, ...]:
        return tuple(self.field.text().lower().split())

    def set_text(self, text: str) -> None:
        """Filter by it at once."""
        self.field.setText(text)
        self._typing.stop()
        self._tell_words()

    def show_sorting(self, sorting: Sorting) -> None:
        """Show the order, where it is one of those offered."""
        found = [at for at in range(self.order.count()) if self.order.itemData(at) == sorting]
        self.order.setCurrentIndex(found[0] if found else -1)

    def show_cards(self, cards: bool) -> None:
        (self.cards if cards else self.table).setChecked(True)

    def _tell_words(self) -> None:
        self.wordsChanged.emit(self.words())


def _orders() -> list[tuple[str, Sorting]]:
    return [
        (tr("Newest first"), NEWEST),
        (tr("Oldest first"), OLDEST),
        (tr("Least cloud"), LEAST_CLOUD),
        (tr("Most coverage"), MOST_COVERAGE),
        (tr("Smallest first"), SMALLEST),
    ]
