"""The Search tab: the sections, the text that follows them, and the button."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QFileDialog,
    QFrame,
    QScrollArea,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui.messages import message_for
from copernicus_plugin.gui.search_tab.filters import FiltersSection
from copernicus_plugin.gui.search_tab.footer import Footer
from copernicus_plugin.gui.search_tab.from_section import FromSection
from copernicus_plugin.gui.search_tab.memory import SearchMemory, area_from_hex, area_to_hex
from copernicus_plugin.gui.search_tab.saved import SUFFIX, read_search, write_search
from copernicus_plugin.gui.search_tab.text_query import Mistake, SearchText, format_search, parse_search
from copernicus_plugin.gui.search_tab.what import WhatSection
from copernicus_plugin.gui.search_tab.when import WhenSection, preset_days, today
from copernicus_plugin.gui.search_tab.where import WhereSection
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.query import Area, Order, Query

DEFAULT_COLLECTION = "sentinel-2-l2a"
LIMITS = (100, 1000, 5000)


class SearchTab(Themed, QWidget):
    """``searchRequested`` carries the ``Query`` and the ids of the ticked access points.

    ``accountRequested``: id of the access point, and why (a value of ``messages.ACCOUNT_ACTIONS``).
    """

    searchRequested = pyqtSignal(object, object)
    accountRequested = pyqtSignal(str, str)
    stopRequested = pyqtSignal()
    areaChanged = pyqtSignal(object)

    def __init__(self, services: Any, iface: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._registry = services.registry
        self._memory = SearchMemory(services.settings)
        self._running = False
        self._first_show = True
        self._mistakes: tuple[Mistake, ...] = ()
        self._reason = ""
        self._order = Order.NEWEST_FIRST
        self._limit = 1000
        canvas: QgsMapCanvas = iface.mapCanvas()
        self.what = WhatSection(self._registry, self, self)
        self.where = WhereSection(canvas, self)
        self.when = WhenSection(self)
        self.filters = FiltersSection(self)
        self.access_points = FromSection(self._registry, self, getattr(services, "accounts", None))
        self.footer = Footer(self)
        self._lay_out()
        self._fill_menu()
        self._connect()
        self._shortcuts()
        self.destroyed.connect(functools.partial(_release, self.where))
        self._restore()
        self.follow_theme()

    # ---- what others ask

    def focus_what(self) -> None:
        """Ready to type a collection."""
        self.what.focus_box()

    def set_running(self, running: bool) -> None:
        """The button stops while a search runs."""
        self._running = running
        self._show_button()

    def query_or_none(self) -> Query | None:
        """What the form asks; ``None`` where it cannot be searched (the button's tool tip says why)."""
        collection = self.what.collection
        if collection is None or self._why_not():
            return None
        try:
            period = self.when.period()
        except AccessError:
            return None
        return Query(
            collection.id, self.where.area, period, self.filters.values(), order=self._order, limit=self._limit
        )

    def start_default_search(self) -> None:
        """Sentinel-2 of the map view, last 30 days."""
        collections = self._registry.collections
        clouded = [key for key, collection in collections.items() if collection.cloud_cover]
        wanted = DEFAULT_COLLECTION if DEFAULT_COLLECTION in collections else next(iter([*clouded, *collections]), "")
        self._set_collection(wanted)
        self.when.set_days(*preset_days("30d", today()))
        self.where.use_canvas(tell=False)
        self._form_changed()
        self.search()

    def search_for(self, query: Query) -> None:
        """Fill the form with ``query`` and search it."""
        if query.collection not in self._registry.collections:
            return
        self._set_collection(query.collection)
        period = query.period
        start = period.start.date() if period and period.start else None
        end = period.end.date() if period and period.end else None
        self.when.set_days(start, end)
        self.filters.set_values(query.filters)
        if query.area != self.where.area:
            self.where.restore(query.area, tr("Area") if query.area else "", None)
        self._form_changed()
        self.search()

    def prepare_at(self, place: AccessPoint, collection_id: str = "") -> None:
        """Fill the form for a search at one access point: of ``collection_id``, else what is chosen if it has that."""
        current = self.what.collection
        held = {collection for endpoint in place.endpoints for collection in endpoint.collections}
        wanted = collection_id or (current.id if current is not None and current.id in held else "")
        if not wanted:
            usual = [DEFAULT_COLLECTION, *self._registry.collections]
            wanted = next((one for one in usual if one in held), "")
        for other in self._registry.holding(wanted):
            self.access_points.ticks[other.id] = other.id == place.id
        self._set_collection(wanted)
        self._ticks_changed()
        self._form_changed()

    def tick(self, access_point_id: str) -> None:
        """Its account works now: ask it, too."""
        self.access_points.ticks[access_point_id] = True
        self._show_access_points()
        self._ticks_changed()

    def registry_changed(self) -> None:
        """Access points were added or removed."""
        self._show_access_points()
        self._show_button()

    def search(self) -> None:
        """What the button does."""
        for part in (self.footer, self.where, self.filters):
            part.flush()
        query = self.query_or_none()
        if query is None:
            self._show_button()
            return
        self.where.drawing.stop()
        self._remember()
        self.searchRequested.emit(query, self.access_points.ticked())

    def save_search(self) -> None:
        """Ask for a file, and write the search of the form there."""
        dialog = self._file_dialog(tr("Save this search"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda path: self._try_file(lambda: write_search(path, self._entry())))
        dialog.open()

    def open_search(self) -> None:
        """Ask for a file, and fill the form with the search that is in it."""
        dialog = self._file_dialog(tr("Open a saved search"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._try_file(lambda: self._recall(read_search(path))))
        dialog.open()

    def release(self) -> None:
        """Before the plugin is switched off: give the map its tool back, take our lines off it."""
        _release(self.where)

    # ---- building

    def _lay_out(self) -> None:
        self._sections: dict[str, Section] = {
            "what": self.what,
            "where": self.where,
            "when": self.when,
            "filters": self.filters,
            "from": self.access_points,
        }
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(5)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(middle)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.scroll, 1)
        outer.addWidget(self.footer)

    def _connect(self) -> None:
        self.what.changed.connect(self._collection_chosen)
        self.what.typed.connect(self._show_button)
        self.what.set_history(self._memory.entries)
        self.what.recalled.connect(self._recall)
        self.where.changed.connect(self._area_changed)
        self.where.followed.connect(self.search)
        for section in (self.when, self.filters):
            section.changed.connect(self._form_changed)
        self.access_points.changed.connect(self._ticks_changed)
        self.access_points.accountRequested.connect(self.accountRequested)
        self.access_points.accountRequested.connect(self.accountRequested)
        self.footer.textEdited.connect(self._text_changed)
        self.footer.pressed.connect(self._button_pressed)
        for name, section in self._sections.items():
            section.toggled.connect(functools.partial(self._memory.set_open, name))

    def _shortcuts(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(context)
            shortcut.activated.connect(self.search)
        text = QShortcut(QKeySequence("Alt+Q"), self)
        text.setContext(context)
        text.activated.connect(lambda: self.footer.text_edit.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _fill_menu(self) -> None:
        menu = self.footer.menu
        orders = QActionGroup(menu)
        for order, title in (
            (Order.NEWEST_FIRST, tr("Newest first")),
            (Order.OLDEST_FIRST, tr("Oldest first")),
        ):
            self._add_choice(orders, title, order is self._order, functools.partial(self._set_order, order))
        menu.addSeparator()
        limits = QActionGroup(menu)
        for limit in LIMITS:
            title = tr_n("At most %Ln product(s) of each access point", limit)
            self._add_choice(limits, title, limit == self._limit, functools.partial(self._set_limit, limit))
        menu.addSeparator()
        menu.addAction(tr("Save this search…")).triggered.connect(self.save_search)
        menu.addAction(tr("Open a saved search…")).triggered.connect(self.open_search)
        menu.addAction(tr("Start again")).triggered.connect(self._start_again)

    def _add_choice(self, group: QActionGroup, title: str, checked: bool, slot: Any) -> None:
        action = QAction(title, group)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(slot)
        self.footer.menu.addAction(action)

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    # ---- what happens

    def _collection_chosen(self, collection_id: str) -> None:
        self._set_collection(collection_id)
        self._form_changed()

    def _set_collection(self, collection_id: str) -> None:
        self.what.set_collection(collection_id)
        collection = self.what.collection
        title = tr_data(collection.title) if collection else ""
        self.filters.set_collection(collection)
        self.when.set_timeless(title if collection and collection.timeless else "")
        self.access_points.show_collection(collection_id if collection else "", title)

    def _show_access_points(self) -> None:
        collection = self.what.collection
        if collection is not None:
            self.access_points.show_collection(collection.id, tr_data(collection.title))

    def _area_changed(self, area: Area | None) -> None:
        self._form_changed()
        self.areaChanged.emit(area)

    def _ticks_changed(self) -> None:
        self._memory.ticks = self.access_points.ticks
        self._show_button()

    def _form_changed(self) -> None:
        """The text follows the form; what was not understood stays at its end, marked."""
        text = format_search(self._form(), self.what.collection)
        kept = " ".join(mistake.word for mistake in self._mistakes if mistake.word not in text)
        whole = f"{text} {kept}".strip()
        self.footer.set_text(whole)
        self._mistakes = parse_search(whole, self._registry.collections).mistakes if kept else ()
        self.footer.show_mistakes(self._mistakes)
        self._show_button()

    def _form(self) -> SearchText:
        collection = self.what.collection
        return SearchText(
            collection.id if collection else "",
            self.when.first,
            self.when.last,
            self.filters.values(),
            self.where.box,
        )

    def _text_changed(self, text: str) -> None:
        """The form follows the text, once all of it is understood."""
        search = parse_search(text, self._registry.collections)
        self._mistakes = search.mistakes
        self.footer.show_mistakes(search.mistakes)
        if not search.mistakes:
            self._apply(search)
        self._show_button()

    def _apply(self, search: SearchText) -> None:
        collection = self.what.collection
        if search.collection != (collection.id if collection else ""):
            self._set_collection(search.collection)
        if (search.first, search.last) != (self.when.first, self.when.last):
            self.when.set_days(search.first, search.last)
        self.filters.set_values(search.filters)
        if _box_text(search) != _box_text(self._form()):
            self.where.set_box(search.box)
            self.areaChanged.emit(self.where.area)

    def _button_pressed(self) -> None:
        if self._running:
            self.stopRequested.emit()
        else:
            self.search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stop_something():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _stop_something(self) -> bool:
        if self.what.close_popup():
            return True
        if self.where.drawing.kind:
            self.where.drawing.stop()
            return True
        if self._running:
            self.stopRequested.emit()
            return True
        return False

    # ---- the button

    def _why_not(self) -> str:
        if self.what.collection is None or self.what.half_typed:
            return tr("Choose a collection first.")
        if self._mistakes:
            return tr("The text has a word that was not understood.")
        for problem in (self.where.problem, self.when.problem, self.filters.problem):
            if problem:
                return problem
        if not self.access_points.ticked():
            return tr("Tick an access point.")
        return ""

    def tab_stops(self) -> list[QWidget]:
        """In reading order, from the top to the bottom."""
        parts = (self.what, self.where, self.when, self.filters, self.access_points, self.footer)
        return [stop for part in parts for stop in part.tab_stops()]

    def _order_tabs(self) -> None:
        stops = self.tab_stops()
        for first, second in zip(stops, stops[1:]):
            QWidget.setTabOrder(first, second)

    def _show_button(self) -> None:
        self._order_tabs()
        button = self.footer.button
        if self._running:
            button.setText(tr("Stop"))
            button.set_icon_name("stop")
            button.setToolTip(tr("Stop the running search (Esc)"))
            button.setEnabled(True)
            return
        self._reason = self._why_not()
        count = len(self.access_points.ticked())
        button.setText(tr_n("Search %n access point(s)", count) if count else tr("Search"))
        button.set_icon_name("search")
        button.setEnabled(not self._reason)
        button.setToolTip(self._reason or tr("Ask all ticked access points at the same time (Ctrl+Return)"))
        button.setAccessibleDescription(self._reason)

    def _set_order(self, order: Order, _checked: bool = False) -> None:
        self._order = order

    def _set_limit(self, limit: int, _checked: bool = False) -> None:
        self._limit = limit

    # ---- memory

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first_show:
            self._first_show = False
            if self.where.area is None and not self.where.problem:
                self.where.start_with_canvas()
            self._form_changed()
            self.areaChanged.emit(self.where.area)

    def _restore(self) -> None:
        for name, section in self._sections.items():
            section.set_open(self._memory.is_open(name))
        self.access_points.ticks = self._memory.ticks
        last = self._memory.last()
        search = parse_search(str(last.get("text", "")), self._registry.collections)
        self._fill(search, str(last.get("preset", "")))
        self._form_changed()

    def _fill(self, search: SearchText, preset: str) -> None:
        self._set_collection(search.collection)
        if preset in self.when.preset_buttons:
            self.when.set_days(*preset_days(preset, today()))
        elif search.first or search.last:
            self.when.set_days(search.first, search.last)
        if search.collection:
            self.filters.set_values(search.filters)

    def _recall(self, entry: dict[str, Any]) -> None:
        search = parse_search(str(entry.get("text", "")), self._registry.collections)
        self._mistakes = ()
        self._fill(search, "")
        area = area_from_hex(str(entry.get("area", "")))
        self.where.restore(area, str(entry.get("area_title", "")), search.box if area else None)
        self._form_changed()
        self.areaChanged.emit(self.where.area)

    def _remember(self) -> None:
        self._memory.add({**self._entry(), "area": area_to_hex(self.where.area)})

    def _entry(self) -> dict[str, str]:
        """The search as it is kept: ``text``, ``preset`` of the period, ``area`` as WKB in hexadecimal, titles."""
        area = self.where.area
        collection: Collection | None = self.what.collection
        preset = next((key for key, button in self.when.preset_buttons.items() if button.isChecked()), "")
        parts = [tr_data(collection.title)] if collection else []
        if self.when.first or self.when.last:
            parts.append(f"{self.when.first or '…'} – {self.when.last or '…'}")
        if self.where.title:
            parts.append(self.where.title)
        return {
            "title": " · ".join(parts),
            "text": format_search(self._form(), collection),
            "preset": preset,
            "area": area.wkb.hex() if area is not None else "",
            "area_title": self.where.title,
        }

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilter(tr("Saved searches (*{suffix})").format(suffix=SUFFIX))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _try_file(self, work: Callable[[], None]) -> None:
        try:
            work()
        except AccessError as error:
            self.where.message.show_message(Tone.FAILED, message_for(error).text)

    def _start_again(self) -> None:
        self._mistakes = ()
        self._set_collection("")
        self.when.set_days(*preset_days("3m", today()))
        self.where.start_with_canvas()
        self._form_changed()
        self.areaChanged.emit(self.where.area)
        self.focus_what()


def _box_text(search: SearchText) -> str:
    return format_search(SearchText(box=search.box), None)


def _release(where: WhereSection) -> None:
    # Called by hand, or by the end of the tab: Qt's side of the section may be gone by then.
    if where.released:
        return
    where.released = True
    if sip.isdeleted(where):
        where.overlay.take_off()
        where.drawing.take_off()
    else:
        where.release()
