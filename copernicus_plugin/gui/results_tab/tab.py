"""The Results tab: puts its parts together, in the layout that its width allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from copernicus_plugin.gui.message_actions import MessageActions
from copernicus_plugin.gui.messages import Action, During, action_title, message_for
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.alternatives import change_text, count_shown
from copernicus_plugin.gui.results_tab.coverage import CoverageCounter
from copernicus_plugin.gui.results_tab.days_page import DaysPage
from copernicus_plugin.gui.results_tab.details_control import DetailsControl
from copernicus_plugin.gui.results_tab.filter_line import FilterLine
from copernicus_plugin.gui.results_tab.footer import Footer
from copernicus_plugin.gui.results_tab.model import ResultsModel
from copernicus_plugin.gui.results_tab.more_menu import MoreMenu, copy_lines, copy_links
from copernicus_plugin.gui.results_tab.offers import restricted_places
from copernicus_plugin.gui.results_tab.pages import EmptyPage, MessagePage, NoMatchPage, NothingShownPage, WaitingCards
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.results_tab.preview import PREVIEW_WIDTH, Preview
from copernicus_plugin.gui.results_tab.rows import Availability, Filter, Key, Row, SortBy, Sorting
from copernicus_plugin.gui.results_tab.summary import Summary, products_text
from copernicus_plugin.gui.results_tab.timeline_panel import TimelinePanel
from copernicus_plugin.gui.results_tab.view import ResultsView
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.section import Line
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.choose_assets import presets_of_product
from copernicus_plugin.model.download import Download, DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.search.events import AccessPointStatus, AskingState

WIDE_FROM = 800
COMPACT_BELOW = 360
_ROOMY_FROM = 1000
MANY = 20
"""products: from here on Load asks how"""
_COVERAGE_RESTS_MS = 150


class ResultsTab(QWidget):
    """What the coordinator connects; keys are ``Product.key``."""

    loadRequested = pyqtSignal(object, str)
    mosaicRequested = pyqtSignal(object, str)
    """these products as one layer"""
    downloadRequested = pyqtSignal(object)
    assetsLoadRequested = pyqtSignal(object, object)
    assetsDownloadRequested = pyqtSignal(object, object)
    """a product, and the tuple of its ticked assets"""
    detailsRequested = pyqtSignal(object)
    """a product whose single files are wanted; answered by ``set_details`` or ``fail_details``"""
    accountRequested = pyqtSignal(str, str)
    """the access point whose account it is, and why: the value of an ``Action``"""
    linkRequested = pyqtSignal(str)
    loadLinkPressed = pyqtSignal(object)
    selectionChanged = pyqtSignal(object)
    hovered = pyqtSignal(object)
    zoomRequested = pyqtSignal(object)
    drapeRequested = pyqtSignal(object)
    pinRequested = pyqtSignal()
    visibleKeysChanged = pyqtSignal(object)
    """the keys that the list shows, ``None`` for all of them"""
    stopRequested = pyqtSignal()
    retryRequested = pyqtSignal(str)
    logRequested = pyqtSignal()
    networkOptionsRequested = pyqtSignal()
    defaultSearchRequested = pyqtSignal()
    openSavedRequested = pyqtSignal()
    alternativeRequested = pyqtSignal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._query: Query | None = None
        self._asked: list[str] = []
        self._property_titles: dict[str, str] = {}
        self._ended_at: dt.datetime | None = None
        self._before: tuple[list[Row], dt.datetime | None] = ([], None)
        self._kept_old = False
        self._wide: bool | None = None
        self._cards_when = {
            True: bool(services.settings.state("results/cards_when_wide", False)),
            False: bool(services.settings.state("results/cards_when_narrow", True)),
        }
        self._cover: float | None = None
        self.model = ResultsModel(self)
        self.pictures = Pictures(services.thumbnails, self)
        self._make_parts()
        self._lay_out()
        self._coverage = CoverageCounter(self)
        self.destroyed.connect(self._coverage.close)
        self._actions = MessageActions(self)
        self._details = DetailsControl(self.preview, self.model, self._actions, services, self)
        self._coverage_rest = self._timer(_COVERAGE_RESTS_MS, self._ask_coverage)
        self._shown_rest = self._timer(80, self._tell_shown)
        self._brush_rest = self._timer(16, self._filter)
        self._downloaded = {
            one.request.product.key for one in services.downloads.downloads() if one.state is DownloadState.DONE
        }
        self._accounts_rest = self._timer(50, self.refresh_accounts)
        self._downloaded_rest = self._timer(80, self._show_downloaded)
        self._connect()
        self._recall()
        self._show_page(self.empty_page)
        self._arrange()

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    # ---- what the coordinator calls

    def begin(self, query: Query, access_point_ids: Sequence[str]) -> None:
        """A search was started: the list is emptied, what it showed is kept in case nobody can be reached."""
        if self.model.total and not self._kept_old:
            self._before = (list(self.model.rows()), self._ended_at)
        self._query, self._asked = query, list(access_point_ids)
        self._kept_old = False
        registry = self._services.registry
        places = registry.access_points
        self.model.set_names(self._short_titles(), registry.collections, restricted_places(places))
        self._show_downloaded()
        self.preview.forget()
        self.summary.set_places(places)
        collection = registry.collections.get(query.collection)
        properties = {one.property: tr_data(one.title) for one in collection.filters} if collection is not None else {}
        self._property_titles = properties
        self.notice.clear()
        self.load_notice.clear()
        self.filter_line.field.clear()
        self._empty_list()
        self.footer.set_presets([])
        self.summary.show()
        self.summary.begin(access_point_ids, self._short_titles(), properties)
        self._show_page(self.waiting_page)

    def set_status(self, status: AccessPointStatus) -> None:
        if self._kept_old and not status.state.ended:
            # Somebody is asked again: what is shown now belongs to the new search.
            self.summary.hide_messages(False)
        self.summary.set_status(status)

    def add_products(self, products: Sequence[Product]) -> None:
        """A batch, of at most a few hundred."""
        if not products:
            return
        if self._kept_old:
            self._kept_old = False
            self.notice.clear()
            self._empty_list()
        first = self.model.total == 0
        self.model.add(products)
        if first:
            self._first_arrived(products[0])
        self.summary.set_found(self.model.total)
        self._counts_changed()

    def finish(self, statuses: Sequence[AccessPointStatus]) -> None:
        """Everybody answered, failed or was stopped."""
        self._ended_at = dt.datetime.now().astimezone()
        self.summary.finish(statuses)
        if self.model.total and not self._kept_old:
            self._counts_changed()
            return
        done = [one for one in statuses if one.state is AskingState.DONE]
        failed = [one for one in statuses if one.state is AskingState.FAILED]
        if done:
            self._show_no_match(len(done), len(statuses))
        elif failed:
            self._show_all_failed(failed)
        else:
            self._show_sentence("stop", tr("Stopped"), tr("The search was stopped before anything was found."))

    def show_alternatives(self, alternatives: Sequence[Any]) -> None:
        """What one change would give, where nothing was found; each has ``query`` and ``count``."""
        if self._query is None or self.model.total:
            return
        query = self._query
        lines = [
            (change_text(query, one.query, self._property_titles), count_shown(one), one.query)
            for one in alternatives
            if one.count
        ]
        self.no_match_page.show_alternatives(lines)

    def select_keys(self, keys: Iterable[Key]) -> None:
        """The map selected these; not told back."""
        self.view.select_keys(keys)

    def set_loaded(self, keys: Iterable[Key]) -> None:
        """The products that are layers of the project."""
        self.model.set_loaded(keys)
        self._show_preview(again=True)

    def set_details(self, product: Product) -> None:
        """The same product with its single files: takes its place in the list, and its details are shown anew."""
        if self._details.take_files(product):
            self._show_preview(again=True)

    def fail_details(self, product: Product, error: AccessError) -> None:
        """Its files could not be asked for; told in its details, with what can be done."""
        self._details.tell_failure(product, error)

    def tell_not_loaded(self, text: str, links: Sequence[tuple[object, str]]) -> None:
        """Why something was not loaded, above the buttons; ``loadLinkPressed`` carries the key of a pressed link."""
        self.load_notice.show_message(Tone.CARE, text, links)

    def refresh_accounts(self) -> None:
        """An account was set, removed, locked or unlocked: the sources say so."""
        self._show_preview(again=True)

    def highlight(self, key: Key | None) -> None:
        """The footprint under the mouse on the map."""
        self.view.highlight(key)

    def selected_products(self) -> list[Product]:
        return [row.product for row in self.view.selected_rows()]

    def close_for_good(self) -> None:
        """No thread and no timer goes on after this."""
        self._remember()
        self._coverage.close()

    # ---- putting it together

    def _make_parts(self) -> None:
        self.summary = Summary(self)
        self.summary.hide()
        self.notice = InlineMessage(self)
        self.load_notice = InlineMessage(self, closable=True)
        self.timeline = TimelinePanel(self)
        self.filter_line = FilterLine(self)
        self.view = ResultsView(self.model, self.pictures, self)
        self.preview = Preview(self.pictures, self)
        self.menu = MoreMenu(self)
        self.footer = Footer(self.menu, self)
        self.empty_page = EmptyPage(self)
        self.waiting_page = WaitingCards(self)
        self.no_match_page = NoMatchPage(self)
        self.sentence_page = MessagePage("failed", "", "", self)
        self.hidden_page = NothingShownPage(self)
        self.days_page = DaysPage(self)

    def _lay_out(self) -> None:
        self._tools = QWidget(self)
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(8, 5, 8, 6)
        tools.setSpacing(6)
        tools.addWidget(self.timeline)
        tools.addWidget(self.filter_line)
        self._tools_layout = tools
        self.list_stack = QStackedWidget(self)
        for page in (self.view, self.hidden_page):
            self.list_stack.addWidget(page)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._tools)
        left.addWidget(self.list_stack, 1)
        self._list_page = QWidget(self)
        self._columns = QHBoxLayout(self._list_page)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addLayout(left, 1)
        self.pages = QStackedWidget(self)
        pages = (
            self.empty_page,
            self.waiting_page,
            self._list_page,
            self.no_match_page,
            self.sentence_page,
            self.preview,
            self.days_page,
        )
        for page in pages:
            self.pages.addWidget(page)
        self._notice_frame = QVBoxLayout()
        self._notice_frame.setContentsMargins(8, 4, 8, 4)
        self._notice_frame.addWidget(self.notice)
        self._line = Line(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.summary)
        outer.addLayout(self._notice_frame)
        outer.addWidget(self._line)
        outer.addWidget(self.pages, 1)
        beside_buttons = QVBoxLayout()
        beside_buttons.setContentsMargins(8, 0, 8, 0)
        beside_buttons.addWidget(self.load_notice)
        outer.addLayout(beside_buttons)
        outer.addWidget(self.footer)

    def _connect(self) -> None:
        self.summary.stopRequested.connect(self.stopRequested)
        self.summary.retryRequested.connect(self.retryRequested)
        self.summary.actionRequested.connect(self._actions.carry_out)
        self.notice.activated.connect(self._on_notice)
        self.load_notice.activated.connect(self.loadLinkPressed)
        self.empty_page.defaultSearchRequested.connect(self.defaultSearchRequested)
        self.empty_page.openSavedRequested.connect(self.openSavedRequested)
        self.no_match_page.alternativeRequested.connect(self.alternativeRequested)
        self.hidden_page.showAllRequested.connect(self._show_all)
        self.filter_line.wordsChanged.connect(lambda _words: self._filter())
        self.filter_line.sortingChosen.connect(self._sort)
        self.filter_line.cardsChosen.connect(self._choose_cards)
        self.filter_line.field.leftDownwards.connect(lambda: self.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.timeline.strip.brushed.connect(lambda _days: self._brush_rest.start())
        self.model.arrived.connect(self.timeline.strip.add_rows)
        self.view.sortRequested.connect(self._sort)
        self.view.selectionSettled.connect(self.selectionChanged)
        self.view.selectionTouched.connect(self._on_selection)
        self.view.currentRowChanged.connect(lambda _row: self._show_preview())
        self.view.hoverChanged.connect(self.hovered)
        self.view.actionRequested.connect(self._do)
        self.view.menuRequested.connect(self._open_menu)
        self.view.seenChanged.connect(self._on_seen)
        self.footer.loadRequested.connect(self._load)
        self.footer.mosaicRequested.connect(lambda preset: self._load_all(self.mosaicRequested, preset))
        self.footer.eachRequested.connect(lambda preset: self._load_all(self.loadRequested, preset))
        self.footer.downloadRequested.connect(lambda: self._do("download"))
        self.footer.orderRequested.connect(lambda: self._do("order"))
        self.footer.clearRequested.connect(self.view.clearSelection)
        self.preview.backRequested.connect(self._close_details)
        self._details.wished.connect(self._do_with_shown)
        self._details.assetsLoadRequested.connect(self.assetsLoadRequested)
        self._details.assetsDownloadRequested.connect(self.assetsDownloadRequested)
        self._details.detailsRequested.connect(self.detailsRequested)
        self.days_page.backRequested.connect(self._close_details)
        self.days_page.dayChosen.connect(self._show_day)
        self._actions.logRequested.connect(self.logRequested)
        self._actions.networkOptionsRequested.connect(self.networkOptionsRequested)
        self._actions.accountRequested.connect(self.accountRequested)
        self._actions.linkRequested.connect(self.linkRequested)
        self._services.downloads.changed.connect(self._on_download)
        accounts = self._services.accounts
        accounts.stateChanged.connect(lambda _place: self._accounts_rest.start())
        accounts.store.changed.connect(lambda _place: self._accounts_rest.start())
        accounts.store.lockChanged.connect(self._accounts_rest.start)
        self._coverage.counted.connect(self._on_coverage)
        menu = self.menu
        menu.connect_to(
            [
                (menu.load, lambda: self._do("load")),
                (menu.download, lambda: self._do("download")),
                (menu.order, lambda: self._do("order")),
                (menu.copy_link, lambda: self._do("copy")),
                (menu.zoom, lambda: self._do("zoom")),
                (menu.drape, lambda: self._do("drape")),
                (menu.details, lambda: self._do("details")),
                (menu.copy_rows, lambda: copy_lines(self.view.selected_rows(), self.model)),
                (menu.days, self._open_days),
                (menu.pin, self.pinRequested.emit),
            ]
        )
        menu.aboutToShow.connect(self._update_menu)

    # ---- pages

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.footer.setVisible(page is self._list_page)
        self.summary.hold_closed(page in (self.preview, self.days_page))
        self._line.setVisible(not self.summary.isHidden())

    def _empty_list(self) -> None:
        self.view.clearSelection()
        self.model.set_filter(Filter())
        self.model.clear()
        self.timeline.strip.set_rows([])
        self.pictures.want([])

    def _first_arrived(self, product: Product) -> None:
        collection = self._services.registry.collections.get(product.collection)
        self.footer.set_presets(presets_of_product(product, collection) if collection is not None else [])
        focused = QApplication.focusWidget()
        self._show_page(self._list_page)
        if focused is not None and self.summary.isAncestorOf(focused):
            # Who started a search by a key goes on in the list by keys.
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_no_match(self, done: int, asked: int) -> None:
        collection = self._services.registry.collections.get(self._query.collection) if self._query else None
        title = tr_data(collection.title) if collection is not None else ""
        if done == asked:
            text = tr("All that were asked have answered; none has {collection} for this area, period and filters.")
        else:
            text = tr("Those that answered have no {collection} for this area, period and filters.")
        self.no_match_page.set_texts(tr("No product matches"), text.format(collection=title))
        self.no_match_page.show_alternatives([])
        self._show_page(self.no_match_page)

    def _show_all_failed(self, failed: Sequence[AccessPointStatus]) -> None:
        errors = [one.error for one in failed if one.error is not None]
        offline = bool(errors) and all(error.kind is ErrorKind.NETWORK_FAULT for error in errors)
        rows, ended = self._before
        if offline and rows:
            self._show_old(rows)
        if offline and len(errors) > 1:
            told = message_for(errors[0], during=During.ONLY_SEARCH)
            actions = (Action.RETRY, Action.NETWORK_OPTIONS)
            text = told.text
            if self._kept_old and ended is not None:
                text = tr("{sentence} Shown: {products} of {time}.").format(
                    sentence=told.text, products=products_text(len(rows)), time=_moment_text(ended)
                )
            self.summary.hide_messages(True)
            self.notice.show_message(Tone.CARE, text, [(one, action_title(one)) for one in actions])
        if not self._kept_old:
            self._show_sentence(
                "failed",
                tr("Nobody answered"),
                tr("What went wrong stands above, with what can be done about it."),
            )

    def _show_old(self, rows: Sequence[Row]) -> None:
        self._kept_old = True
        self.model.replace(rows)
        self.timeline.strip.set_rows(rows)
        self._first_arrived(rows[0].product)
        self._counts_changed()

    def _show_sentence(self, icon_name: str, headline: str, advice: str) -> None:
        self.sentence_page.icon.set_icon(icon_name, Tone.CLOSED)
        self.sentence_page.set_texts(headline, advice)
        self._show_page(self.sentence_page)

    def _on_notice(self, action: Action) -> None:
        if action is Action.RETRY:
            for status in self.summary.failed():
                self.retryRequested.emit(status.access_point)
        else:
            self._actions.carry_out(action)

    # ---- filter and order

    def _filter(self) -> None:
        self.model.set_filter(Filter(self.filter_line.words(), self.timeline.strip.brush))
        self._counts_changed()

    def _counts_changed(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        self.timeline.set_counts(shown, total)
        self.list_stack.setCurrentWidget(self.view if shown or not total else self.hidden_page)
        if self.list_stack.currentWidget() is self.hidden_page:
            self.hidden_page.advice.setText(tr_n("%n product(s) found", total))
        self.timeline.setVisible(self.timeline.strip.span is not None)
        self._shown_rest.start()

    def _tell_shown(self) -> None:
        if not self.model.filter.narrows:
            self.visibleKeysChanged.emit(None)
        else:
            self.visibleKeysChanged.emit([row.key for row in self.model.shown])

    def _show_all(self) -> None:
        self.filter_line.field.clear()
        self.timeline.strip.set_brush(None)
        self.filter_line.set_text("")

    def _sort(self, sorting: Sorting) -> None:
        self.model.set_sorting(sorting)
        self.filter_line.show_sorting(sorting)
        self.view.show_sorting(sorting)

    def _choose_cards(self, cards: bool) -> None:
        wide = bool(self._wide)
        self._cards_when[wide] = cards
        self._services.settings.set_state("results/cards_when_wide" if wide else "results/cards_when_narrow", cards)
        self._arrange(force=True)

    # ---- selection

    def _on_selection(self) -> None:
        rows = self.view.selected_rows()
        self._cover = rows[0].coverage if len(rows) == 1 else None
        self._coverage.forget()
        self.footer.show_selection(rows, self._cover)
        if len(rows) > 1:
            self._coverage_rest.start()
        self._show_preview()

    def _ask_coverage(self) -> None:
        rows = self.view.selected_rows()
        if len(rows) > 1 and self._query is not None and all(row.coverage is not None for row in rows):
            self._coverage.ask(self._query.area, [row.product.footprint for row in rows])

    def _on_coverage(self, share: float | None) -> None:
        self._cover = share
        self.footer.show_selection(self.view.selected_rows(), share)

    def _show_preview(self, again: bool = False) -> None:
        """``again``: what is said of the shown one may have changed."""
        if not self._wide and self.pages.currentWidget() is not self.preview:
            return
        row = self.view.current_row()
        if row is None:
            selected = self.view.selected_rows()
            row = selected[0] if selected else None
        if row is self.preview.row and row is not None and not again:
            return
        area = self._query.area if self._query is not None else None
        self._details.show(row, area, self.summary.seconds())

    def _on_seen(self, rows: Sequence[Row]) -> None:
        self.pictures.want([row.product.thumbnail_href for row in rows])

    # ---- what is done with products

    def _load(self, preset: str) -> None:
        if len(self.view.selected_rows()) >= MANY:
            self.footer.ask_how(preset)
        else:
            self._load_all(self.loadRequested, preset)

    def _load_all(self, signal: Any, preset: str) -> None:
        products = self.selected_products()
        if products:
            signal.emit(products, preset)

    def _do(self, action: str) -> None:
        current = self.view.current_row()
        if action == "details" and not self.view.selected_rows() and current is not None:
            # The card with the focus is meant by Return, chosen or not.
            self.view.select_keys([current.key])
        rows = self.view.selected_rows()
        if not rows:
            return
        products = [row.product for row in rows]
        if action == "load":
            self._load("")
        elif action == "download":
            self.downloadRequested.emit(products)
        elif action == "zoom":
            self.zoomRequested.emit(products)
        elif action == "copy":
            copy_links(rows)
        elif action == "drape":
            current = self.view.current_row()
            self.drapeRequested.emit((current if current in rows else rows[0]).product)
        elif action == "details":
            self._open_details()
        elif action == "order":
            self._order(rows)

    def _order(self, rows: Sequence[Row]) -> None:
        """Where it is done by hand its page is opened, once for all that are ordered there."""
        links = self._details.order_links(rows)
        for link in links:
            self.linkRequested.emit(link)
        in_archive = [row for row in rows if row.availability is Availability.ORDER]
        if in_archive and not links:
            error = AccessError(ErrorKind.OFFLINE, Reason.IN_ARCHIVE)
            title = self._short_titles().get(in_archive[0].product.access_point, "")
            self.notice.show_message(Tone.CARE, message_for(error, title).marked)

    def _do_with_shown(self, action: str, row: Row) -> None:
        """Pressed in the details: done with the one that they show, whatever is selected."""
        if action == "zoom":
            self.zoomRequested.emit([row.product])
        elif action == "drape":
            self.drapeRequested.emit(row.product)
        elif action == "order":
            self._order([row])

    def _on_download(self, download: Download) -> None:
        if download.state is DownloadState.DONE and download.request.product.key not in self._downloaded:
            self._downloaded.add(download.request.product.key)
            self._downloaded_rest.start()

    def _show_downloaded(self) -> None:
        self.model.set_downloaded(self._downloaded)
        self._show_preview(again=True)

    def _update_menu(self) -> None:
        rows = self.view.selected_rows()
        orderable = any(row.availability is Availability.ORDER for row in rows)
        self.menu.show_what_is_possible(bool(rows), orderable, self.timeline.strip.span is not None)

    def _open_days(self) -> None:
        self.days_page.fill(self.model.rows())
        self._show_page(self.days_page)
        self.days_page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_day(self, day: int) -> None:
        self._close_details()
        self.timeline.strip.set_brush((day, day))

    def _open_menu(self, place: QPoint) -> None:
        if self.view.selected_rows():
            self.menu.popup(place)

    def _open_details(self) -> None:
        if self._wide:
            self._show_preview()
            self.preview.assets.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_page(self.preview)
            self._show_preview(again=True)
            self.preview.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_details(self) -> None:
        self._show_page(self._list_page)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- layout by width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, force: bool = False) -> None:
        wide = self.width() >= WIDE_FROM
        self.footer.set_layout(wide, self.width() < COMPACT_BELOW)
        if wide:
            self.filter_line.setFixedWidth(300 if self.width() >= _ROOMY_FROM else 200)
        if wide == self._wide and not force:
            return
        self._wide = wide
        cards = self._cards_when[wide]
        self.filter_line.show_cards(cards)
        self.filter_line.order.setVisible(cards)
        self.timeline.set_wide(wide)
        self.summary.set_wide(wide)
        self._place_filter(wide)
        self._place_preview(wide)
        self.view.set_cards(cards)

    def _place_filter(self, wide: bool) -> None:
        self.summary.remove_control(self.filter_line)
        self._tools_layout.removeWidget(self.filter_line)
        if wide:
            self.summary.add_control(self.filter_line)
        else:
            self.filter_line.setMinimumWidth(0)
            self.filter_line.setMaximumWidth(16777215)
            self._tools_layout.addWidget(self.filter_line)
        self.filter_line.show()

    def _place_preview(self, wide: bool) -> None:
        showing = self.pages.currentWidget() is self.preview
        self.pages.removeWidget(self.preview)
        self._columns.removeWidget(self.preview)
        self.preview.set_in_place(not wide)
        if wide:
            self.preview.setFixedWidth(PREVIEW_WIDTH)
            self._columns.addWidget(self.preview)
            self.preview.show()
        else:
            self.preview.setMinimumWidth(280)
            self.preview.setMaximumWidth(16777215)
            self.pages.addWidget(self.preview)
        if showing:
            self._show_page(self._list_page)

    # ---- keyboard, and what is remembered

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return bool(super().event(event))

    def _is_ours(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return bool((control and event.key() == Qt.Key.Key_F) or event.key() == Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() in (self.preview, self.days_page):
            self._close_details()
        elif event.key() == Qt.Key.Key_Escape and self.summary.running:
            self.stopRequested.emit()
        elif event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.filter_line.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter_line.field.selectAll()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._remember()

    def _remember(self) -> None:
        # Not at every change: writing QGIS's settings may take a tenth of a second.
        sorting = self.model.sorting
        order = [sorting.by.value, sorting.descending]
        if order != self._services.settings.state("results/order"):
            self._services.settings.set_state("results/order", order)
        widths = self.view.widths()
        if widths:
            self._services.settings.set_widths("results", widths)
            state = self.view.horizontalHeader().saveState().toBase64()
            self._services.settings.set_state("results/columns", bytes(state).decode("ascii"))

    def _recall(self) -> None:
        settings = self._services.settings
        self.view.set_widths(settings.widths("results"))
        state = settings.state("results/columns")
        if isinstance(state, str):
            self.view.remember_columns(QByteArray.fromBase64(state.encode("ascii")))
        order = settings.state("results/order")
        if isinstance(order, list) and len(order) == 2 and order[0] in {by.value for by in SortBy}:
            self._sort(Sorting(SortBy(order[0]), bool(order[1])))
        else:
            self._sort(self.model.sorting)

    def _short_titles(self) -> dict[str, str]:
        places = self._services.registry.access_points
        return {one: tr_data(place.short_title or place.title) for one, place in places.items()}


def _moment_text(moment: dt.datetime) -> str:
    if moment.date() == dt.datetime.now().astimezone().date():
        return tr("{time} today").format(time=formats.clock_text(moment))
    return f"{moment.date().isoformat()} {formats.clock_text(moment)}"
