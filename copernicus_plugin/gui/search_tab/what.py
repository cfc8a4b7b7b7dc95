"""What: the search box with its list, the tree by theme, the details, the searches made before."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.search_tab import completion
from copernicus_plugin.gui.search_tab.popup import CollectionPopup
from copernicus_plugin.gui.search_tab.sentences import access_point_count, theme_title
from copernicus_plugin.gui.theme import Theme, Themed, Tone, set_text_colour
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel, scaled_font
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model import collection as model

TYPING_MS = 150


class CollectionBox(Themed, QLineEdit):
    """Keys for the list go to the list while it is open."""

    steered = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(tr("Type what to search, for instance sentinel 2"))
        self.setAccessibleName(tr("Collection, search box"))
        self._icon = self.addAction(icons.icon("", self.palette().text().color()), self._leading())
        self.steers: Callable[[QKeyEvent], bool] = lambda event: False
        self.follow_theme()

    @staticmethod
    def _leading() -> Any:
        return QLineEdit.ActionPosition.LeadingPosition

    def apply_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icons.icon("search", self.palette().text().color()))

    def set_chosen(self, chosen: bool) -> None:
        """Bold: what stands here is a collection, not something half typed."""
        font = self.font()
        if font.bold() != chosen:
            font.setBold(chosen)
            self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.steers(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(120, max(26, super().sizeHint().height()))


class WhatSection(Section):
    """``changed`` carries the id of the chosen collection, empty for none; ``recalled`` an entry of the history."""

    changed = pyqtSignal(str)
    recalled = pyqtSignal(object)
    typed = pyqtSignal()
    """``half_typed`` may have changed"""

    def __init__(self, registry: Any, overlay_parent: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(tr("What"), parent)
        self._registry = registry
        self._collection: model.Collection | None = None
        self._history: Callable[[], Sequence[tuple[str, Any]]] = lambda: ()
        self.box = CollectionBox(self)
        self.box.steers = self._steer
        self.popup = CollectionPopup(overlay_parent)
        self.popup.chosen.connect(self._choose)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._complete)
        self.box.textEdited.connect(self._edited)
        self.box.installEventFilter(self)
        self.tree_button = IconButton("tree", tr("Browse collections by theme"), self, raised=True)
        self.tree_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.tree_button.setMinimumSize(36, 26)
        self.tree_menu = QMenu(self.tree_button)
        self.tree_menu.setToolTipsVisible(True)
        self.tree_menu.aboutToShow.connect(self._fill_tree)
        self.tree_button.setMenu(self.tree_menu)
        self.history_button = IconButton("history", tr("Searches made before"), self)
        self.history_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.history_menu = QMenu(self.history_button)
        self.history_menu.aboutToShow.connect(self._fill_history)
        self.history_button.setMenu(self.history_menu)
        self.add_control(self.history_button)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.tree_button)
        row.addWidget(self.box, 1)
        self.body.addLayout(row)
        self.description = ElidedLabel("", self, Tone.DIM)
        self.description.setFont(scaled_font(self.font(), 0.92))
        self.details_link = LinkButton(tr("Details"), self)
        self.details_link.setAccessibleName(tr("Details of the collection"))
        self.details_link.clicked.connect(self._toggle_details)
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self.description, 1)
        about.addWidget(self.details_link)
        self.body.addLayout(about)
        self.details = _Details(self)
        self.body.addWidget(self.details)
        self._show()

    @property
    def collection(self) -> model.Collection | None:
        return self._collection

    @property
    def half_typed(self) -> bool:
        """The box holds words that are not the chosen collection: it must not be searched in their place."""
        chosen = tr_data(self._collection.title) if self._collection is not None else ""
        return bool(self.box.text().strip()) and self.box.text() != chosen

    def set_history(self, entries: Callable[[], Sequence[tuple[str, Any]]]) -> None:
        """``entries`` is asked for (title, entry) each time the menu opens."""
        self._history = entries

    def set_collection(self, collection_id: str) -> None:
        """Show another collection, without ``changed``."""
        self._collection = self._registry.collections.get(collection_id)
        self._show()

    def focus_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        return [self.header, self.history_button, self.tree_button, self.box, self.details_link]

    def close_popup(self) -> bool:
        """Whether it was open. What was half typed becomes the chosen collection again."""
        was_open = bool(self.popup.isVisible())
        self._typing.stop()
        self.popup.hide()
        return was_open

    def restore_box(self) -> None:
        """A half typed word gives way to what is chosen."""
        if self._collection is not None:
            self._show()
            self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.FocusOut:
            self.close_popup()
            if self.box.text().strip():
                self.restore_box()
        elif watched is self.box and event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.popup.isVisible():
            self.popup.place_below(self.box)
        return bool(super().eventFilter(watched, event))

    def _edited(self, text: str) -> None:
        self.box.set_chosen(False)
        self.typed.emit()
        if not text.strip():
            self.close_popup()
            if self._collection is not None:
                self._choose("")
            return
        self._typing.start()

    def _complete(self) -> None:
        found = completion.matches(self._registry.collections.values(), self.box.text())
        if not found:
            self.popup.hide()
            self.description.setText(tr("No collection has these words."))
            self.description.set_tone(Tone.CARE)
            return
        self._describe()
        self.popup.fill(found, self._count)
        self.popup.place_below(self.box)

    def _count(self, collection_id: str) -> int:
        return len(self._registry.holding(collection_id))

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.popup.isVisible():
            if key == Qt.Key.Key_Down and len(self.box.text().strip()) >= completion.SHORTEST:
                self._complete()
                return True
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.popup.move_current(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.popup.move_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.popup.choose_current()
        elif key == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            return False
        return True

    def _choose(self, collection_id: str) -> None:
        self._typing.stop()
        self.set_collection(collection_id)
        self.changed.emit(collection_id)

    def _show(self) -> None:
        collection = self._collection
        self.box.setText(tr_data(collection.title) if collection else "")
        self.box.set_chosen(collection is not None)
        self.box.setCursorPosition(0)
        self.details.hide()
        self.details_link.setText(tr("Details"))
        self._describe()

    def _describe(self) -> None:
        collection = self._collection
        self.details_link.setVisible(collection is not None)
        self.description.set_tone(Tone.DIM)
        if collection is None:
            self.description.setText(tr("Type a word, or browse by theme."))
            return
        parts = [tr_data(collection.description)] if collection.description else []
        if collection.since and collection.since[:4] not in tr_data(collection.description):
            parts.append(tr("since {year}").format(year=collection.since[:4]))
        self.description.setText(", ".join(part.rstrip(".") for part in parts))

    def _toggle_details(self) -> None:
        if self.details.isHidden() and self._collection is not None:
            self.details.show_collection(self._collection, self._registry.holding(self._collection.id))
        else:
            self.details.hide()
        self.details_link.setText(tr("Details") if self.details.isHidden() else tr("Less"))

    def _fill_tree(self) -> None:
        self.tree_menu.clear()
        colour = Theme.of(self).text
        collections = list(self._registry.collections.values())
        for theme in model.Theme:
            of_theme = [collection for collection in collections if collection.theme is theme]
            if not of_theme:
                continue
            menu = self.tree_menu.addMenu(icons.icon(theme.value, colour), theme_title(theme))
            menu.setToolTipsVisible(True)
            for group in dict.fromkeys(collection.group for collection in of_theme):
                members = [collection for collection in of_theme if collection.group == group]
                place = menu.addMenu(tr_data(group)) if group and len(members) > 1 else menu
                for collection in members:
                    self._add_to_tree(place, collection)

    def _add_to_tree(self, menu: QMenu, collection: model.Collection) -> None:
        count = self._count(collection.id)
        action = QAction(tr_data(collection.title), menu)
        action.setCheckable(True)
        action.setChecked(collection is self._collection)
        action.setToolTip(f"{tr_data(collection.description)}\n{access_point_count(count)}".strip())
        action.setEnabled(count > 0)
        action.triggered.connect(lambda _checked=False, chosen=collection.id: self._choose(chosen))
        menu.addAction(action)

    def _fill_history(self) -> None:
        self.history_menu.clear()
        for title, entry in self._history():
            action = self.history_menu.addAction(title)
            action.triggered.connect(lambda _checked=False, chosen=entry: self.recalled.emit(chosen))
        if self.history_menu.isEmpty():
            self.history_menu.addAction(tr("No search was made yet.")).setEnabled(False)


class _Details(Themed, QLabel):
    """All that is known of a collection, below its one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setOpenExternalLinks(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setFont(scaled_font(self.font(), 0.92))
        self._shown: tuple[model.Collection, Sequence[Any]] | None = None
        self.hide()
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        set_text_colour(self, theme.colour(Tone.DIM))
        if self._shown is not None:
            self._write(theme)

    def show_collection(self, collection: model.Collection, holding: Sequence[Any]) -> None:
        self._shown = (collection, holding)
        self._write(self.theme)
        self.show()

    def _write(self, theme: Theme) -> None:
        if self._shown is None:
            return
        collection, holding = self._shown
        link = theme.link.name()
        lines = [(tr("Name"), html.escape(collection.id)), (tr("About"), html.escape(tr_data(collection.description)))]
        period = collection.since
        if period:
            period = f"{period} – {collection.until}" if collection.until else tr("since {day}").format(day=period)
        lines.append((tr("Period"), html.escape(period)))
        licence = html.escape(collection.licence)
        if collection.licence_url:
            address = html.escape(collection.licence_url, quote=True)
            licence = f'<a style="color:{link}" href="{address}">{licence or address}</a>'
        lines.append((tr("Licence"), licence))
        if collection.doi:
            doi = html.escape(collection.doi, quote=True)
            lines.append(("DOI", f'<a style="color:{link}" href="https://doi.org/{doi}">{doi}</a>'))
        lines.append((tr("Held by"), html.escape(", ".join(place.title for place in holding))))
        self.setText("<br>".join(f"<b>{html.escape(name)}</b>&nbsp; {text}" for name, text in lines if text))
