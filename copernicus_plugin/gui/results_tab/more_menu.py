"""What else can be done with the selected products."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from copernicus_plugin.gui.results_tab.model import Column, ResultsModel
from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.host.translation import tr


class MoreMenu(QMenu):
    """Its actions call back; the same menu opens from the button and from the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.load = self._add(tr("Load"), "L")
        self.download = self._add(tr("Download"), "D")
        self.order = self._add(tr("Order…"), "O")
        self.addSeparator()
        self.copy_link = self._add(tr("Copy link"), "C")
        self.zoom = self._add(tr("Zoom to the footprints"), "Z")
        self.drape = self._add(tr("Drape the quicklook"), "Q")
        self.details = self._add(tr("Details"), "Return")
        self.addSeparator()
        self.copy_rows = self._add(tr("Copy the lines as text"), "")
        self.addSeparator()
        self.days = self._add(tr("Table of days"), "")
        self.pin = self._add(tr("Keep the footprints at the next search"), "")

    def _add(self, text: str, key: str) -> QAction:
        action = self.addAction(text)
        if key:
            # Shown only: the list itself listens to these keys, elsewhere they mean other things.
            action.setText(text + "\t" + QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        return action

    def show_what_is_possible(self, selected: bool, orderable: bool, dated: bool) -> None:
        """``selected``: something is; ``orderable``: some of that must be ordered; ``dated``: there are days."""
        for action in (self.load, self.download, self.copy_link, self.zoom, self.drape, self.details, self.copy_rows):
            action.setEnabled(selected)
        self.order.setVisible(orderable)
        self.days.setEnabled(dated)

    def connect_to(self, callbacks: Sequence[tuple[QAction, Callable[[], None]]]) -> None:
        for action, callback in callbacks:
            action.triggered.connect(lambda _checked=False, call=callback: call())


def copy_links(rows: Sequence[Row]) -> int:
    """The addresses of the products to the clipboard, one a line; returns how many there are."""
    links = [row.product.self_href for row in rows if row.product.self_href]
    if links:
        QGuiApplication.clipboard().setText("\n".join(links))
    return len(links)


def copy_lines(rows: Sequence[Row], model: ResultsModel) -> None:
    """As a spreadsheet takes them: tabulators between, the id first, one product a line."""
    columns = [column for column in Column if column is not Column.CARD]
    header = [tr("Id"), *(str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns)]
    lines = ["\t".join(header)]
    lines += ["\t".join([row.product.id, *(model.text(row, column) for column in columns)]) for row in rows]
    QGuiApplication.clipboard().setText("\n".join(lines))
