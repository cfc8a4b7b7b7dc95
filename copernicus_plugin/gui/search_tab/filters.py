"""Filters: only those that the collection has."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QGridLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from copernicus_plugin.gui.search_tab.filter_editors import FilterEditor, default_value, make_editor
from copernicus_plugin.gui.widgets.buttons import IconButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel, NoteLabel
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.query import FilterValue

SHOWN_AT_FIRST = 4


class FiltersSection(Section):
    """``changed`` by the user's hand. Filters that are not shown filter nothing."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filters"), parent)
        self._collection: Collection | None = None
        self.editors: dict[str, FilterEditor] = {}
        self._labels: dict[str, QLabel] = {}
        self._chosen: dict[str, list[str]] = {}
        self.add_button = IconButton("plus", tr("Add filter"), self)
        self.add_button.hide_arrow = True
        self.add_button.setText(tr("Add filter"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_menu = QMenu(self.add_button)
        self.add_menu.aboutToShow.connect(self._fill_menu)
        self.add_button.setMenu(self.add_menu)
        self.add_control(self.add_button)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.empty = NoteLabel("", self)
        self.body.addWidget(self.empty)
        self.set_collection(None)

    # ---- what others ask

    def values(self) -> dict[str, FilterValue]:
        """By STAC property, in the collection's order; only what filters something."""
        found = {name: editor.value for name, editor in self.editors.items()}
        return {name: value for name, value in found.items() if value is not None}

    @property
    def problem(self) -> str:
        """The first filter that cannot be searched; empty if all can."""
        for name, editor in self.editors.items():
            if editor.problem:
                return f"{self._labels[name].text()}: {editor.problem}"
        return ""

    def set_collection(self, collection: Collection | None) -> None:
        """Show the filters of another collection, as they are offered at first. Equal filters keep their value."""
        before = self.values()
        offered = self._collection is None
        self._collection = collection
        definitions = collection.filters if collection else ()
        chosen = self._chosen.get(collection.id if collection else "")
        names = [definition.property for definition in definitions]
        shown = [name for name in names if name in chosen] if chosen is not None else names[:SHOWN_AT_FIRST]
        self._build(shown)
        for definition in definitions:
            kept = before.get(definition.property)
            if kept is not None and not offered and definition.property in self.editors:
                self.editors[definition.property].set_value(_fitting(kept, self.editors[definition.property]))
        self.add_button.setVisible(bool(definitions))
        self.empty.setVisible(not definitions)
        self.empty.setText(tr("This collection has no filters.") if collection else tr("Choose a collection first."))

    def set_values(self, values: Mapping[str, FilterValue]) -> None:
        """From the text or an earlier search, without ``changed``; filters that are not in ``values`` are off."""
        missing = [name for name in values if name not in self.editors]
        if missing:
            self._show([*self.editors, *missing])
        for name, editor in self.editors.items():
            if editor.value != values.get(name):
                editor.set_value(values.get(name))

    def flush(self) -> None:
        """Look at what was typed now."""
        for editor in list(self.editors.values()):
            editor.flush()

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        fields = [field for editor in self.editors.values() for field in editor.tab_stops()]
        return [self.header, self.add_button, *fields]

    # ---- rows

    def _build(self, shown: list[str]) -> None:
        for name, editor in self.editors.items():
            for widget in (self._labels[name], editor):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.editors, self._labels = {}, {}
        for definition in self._collection.filters if self._collection else ():
            if definition.property not in shown:
                continue
            editor = make_editor(definition, self.content)
            label = ElidedLabel(tr_data(definition.title), self.content)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setBuddy(editor.focus_widget())
            row = len(self.editors)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(editor, row, 1)
            editor.changed.connect(self.changed)
            label.show()
            editor.show()
            self.editors[definition.property] = editor
            self._labels[definition.property] = label

    def _show(self, names: list[str]) -> None:
        values = self.values()
        known = set(self.editors)
        self._build(names)
        for name, editor in self.editors.items():
            if name in known:
                editor.set_value(values.get(name))
            else:
                editor.reset()
        if self._collection is not None:
            self._chosen[self._collection.id] = list(self.editors)

    def _fill_menu(self) -> None:
        self.add_menu.clear()
        for definition in self._collection.filters if self._collection else ():
            action = QAction(tr_data(definition.title), self.add_menu)
            action.setCheckable(True)
            action.setChecked(definition.property in self.editors)
            action.toggled.connect(lambda on, name=definition.property: self._toggle(name, on))
            self.add_menu.addAction(action)

    def _toggle(self, name: str, on: bool) -> None:
        names = [other for other in self.editors if other != name]
        self._show([*names, name] if on else names)
        if on and name in self.editors:
            self.editors[name].focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _fitting(value: FilterValue, editor: FilterEditor) -> FilterValue | None:
    # The same property may have other limits or choices in another collection.
    editor.set_value(value)
    return editor.value if editor.value == value and not editor.problem else default_value(editor.definition)
