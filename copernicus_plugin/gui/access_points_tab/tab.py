"""The Access points tab: find a place, see what it is today, set the account, lead on to the search."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QEvent, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.access_points.registry import RegistryFault, load_registry
from copernicus_plugin.gui import icons
from copernicus_plugin.gui.access_points_tab import sentences, user_files
from copernicus_plugin.gui.access_points_tab.add_form import AddForm
from copernicus_plugin.gui.access_points_tab.details import DetailsPanel
from copernicus_plugin.gui.access_points_tab.model import PLACE_ROLE, AccessPointsModel
from copernicus_plugin.gui.access_points_tab.view import AccessPointsView
from copernicus_plugin.gui.account_lights import Light, account_is_there, account_is_usable, light_of, state_of
from copernicus_plugin.gui.messages import message_for
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.results_tab.pages import MessagePage
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.flow import FlowLayout
from copernicus_plugin.gui.widgets.labels import IconLabel, NoteLabel
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.section import Line
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.access_point import AccessPoint, AccountKind, Group, State
from copernicus_plugin.model.errors import AccessError

WIDE_FROM = 800
_FEW = 15
_OPEN_AT_FIRST = (Group.SATELLITE, Group.SERVICES, Group.NATIONAL, Group.USER)
_GROUPS, _CURRENT, _SIZES = "access_points/groups", "access_points/current", "access_points/sizes"


class _Handle(QSplitterHandle):
    """One line, as between sections."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.rect().center()
        theme = Theme.of(self)
        if self.orientation() == Qt.Orientation.Vertical:
            painter.fillRect(0, middle.y(), self.width(), 1, theme.line)
        else:
            painter.fillRect(middle.x(), 0, 1, self.height(), theme.line)
        painter.end()


class _Splitter(QSplitter):
    resized = pyqtSignal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _FindBox(Themed, QLineEdit):
    """Up, Down and Return go to the tree; Esc empties it."""

    downPressed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Find an access point"))
        self.setAccessibleName(tr("Find an access point"))
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(26)
        self._icon = self.addAction(
            icons.icon("search", self.palette().text().color()), self.ActionPosition.LeadingPosition
        )
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icons.icon("search", theme.colour(Tone.DIM, theme.base)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.downPressed.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        else:
            super().keyPressEvent(event)


class AccessPointsTab(Themed, QWidget):
    """Reads ``services.registry`` and ``services.accounts``; what leads out of the tab is a signal."""

    searchAt = pyqtSignal(object)
    """an ``AccessPoint`` that can be searched"""
    collectionRequested = pyqtSignal(str, object)
    """search this collection at this ``AccessPoint``"""
    accountDone = pyqtSignal(str, bool)
    """Only after ``edit_account(…, come_back=True)``: the account works now, or the user pressed Back. The id, and
    whether the account can be used."""
    logRequested = pyqtSignal()
    linkRequested = pyqtSignal(str)
    networkOptionsRequested = pyqtSignal()
    registryChanged = pyqtSignal()
    """the user added or removed an access point; ``services.registry`` has it already"""

    def __init__(self, services: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._come_back = ""
        self._dialog: QFileDialog | None = None
        self._laid_out = False
        self._account_height = 0
        self.model = AccessPointsModel(self._light, self)
        self._make_header()
        self._make_list()
        self._make_details()
        self._lay_out()
        self._fill()
        self._connect_accounts()
        self.follow_theme()

    @property
    def user_folder(self) -> Path:
        """Where the user's own files lie."""
        return Path(self._services.folder) / "access_points"

    # ---- what others ask

    def show_access_point(self, access_point: str) -> None:
        """Select it in the tree and show its details."""
        if access_point not in self._services.registry.access_points:
            return
        self.details_stack.setCurrentWidget(self.details)
        if not self.view.choose(access_point):
            self.find.clear()
            self.view.choose(access_point)

    def edit_account(self, access_point: str, why: str = "", come_back: bool = False) -> None:
        """Ready to type the account of a place; ``why`` is a sentence above it, ``come_back`` promises a return."""
        place = self._services.registry.access_points.get(access_point)
        if place is None:
            return
        self.show_access_point(access_point)
        self._come_back = access_point if come_back else ""
        self.details.set_back(come_back)
        if why:
            self.details.editor.say(why)
        self._make_room()
        self.details.show_account()

    def ask_code(self, access_point: str) -> None:
        """The place wants the code of an authenticator app now."""
        self.show_access_point(access_point)
        self.details.editor.ask_code()
        self._make_room()
        self.details.show_account()

    def focus_find(self) -> None:
        self.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find.selectAll()

    def current(self) -> AccessPoint | None:
        """The place whose details are shown."""
        return self.details.place

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        return [self.find, self.add, self.view, *self.details.tab_stops()]

    # ---- parts

    def _make_header(self) -> None:
        self.find = _FindBox(self)
        self.find.textChanged.connect(self._on_find)
        self.find.downPressed.connect(self._to_tree)
        self.add = BarButton("plus", tr("Add…"), self)
        self.add.setAccessibleName(tr("Add an access point"))
        self.add_menu = QMenu(self)
        self.add_menu.addAction(tr("Access point file…")).triggered.connect(lambda _on=False: self._choose_file())
        self.add_menu.addAction(tr("STAC or OData address…")).triggered.connect(lambda _on=False: self._start_form())
        self.add.clicked.connect(self._open_add_menu)
        self._legend = QWidget(self)
        flow = FlowLayout(self._legend, gap=12)
        for state, word in sentences.legend():
            entry = QWidget(self._legend)
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            name, tone = sentences.STATE_SHAPES[state]
            row.addWidget(IconLabel(name, tone, "", entry, 14))
            row.addWidget(NoteLabel(word, entry))
            flow.addWidget(entry)
        self.message = InlineMessage(self, closable=True)

    def _make_list(self) -> None:
        self.view = AccessPointsView(self.model, self)
        self.view.placeChosen.connect(self._show)
        self.view.opened.connect(self._open)
        self.view.menuRequested.connect(self._open_menu)
        self.view.typed.connect(self._type_to_find)
        self.view.groupsChanged.connect(self._remember_groups)
        self.view.groupsChanged.connect(self._share_again)
        self.nothing = MessagePage(
            "search",
            tr("No access point has these words"),
            tr("Names, operators and collections are searched. Esc shows all again."),
            self,
        )
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nothing)
        # Else the tree is never lower than what is said in its place.
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def _make_details(self) -> None:
        self.details = DetailsPanel(self._services.registry, self._services.accounts, self)
        self.details.searchRequested.connect(self.searchAt)
        self.details.collectionRequested.connect(self.collectionRequested)
        self.details.linkRequested.connect(self.linkRequested)
        self.details.logRequested.connect(self.logRequested)
        self.details.networkOptionsRequested.connect(self.networkOptionsRequested)
        self.details.backRequested.connect(self._go_back)
        self.details.editor.done.connect(self._on_account_done)
        self.form = AddForm(self._services, self)
        self.form.filled.connect(self._on_form)
        self.form.cancelled.connect(self._leave_form)
        self.details_stack = QStackedWidget(self)
        self.details_stack.addWidget(self.details)
        self.details_stack.addWidget(self.form)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(5)
        first.addWidget(self.find, 1)
        first.addWidget(self.add)
        header = QVBoxLayout()
        header.setContentsMargins(8, 8, 8, 6)
        header.setSpacing(5)
        header.addLayout(first)
        header.addWidget(self._legend)
        header.addWidget(self.message)
        self.splitter = _Splitter(Qt.Orientation.Vertical, self)
        self.splitter.setHandleWidth(5)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.details_stack)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.resized.connect(self._share_again)
        self.splitter.splitterMoved.connect(lambda *_: self._remember_sizes())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(header)
        outer.addWidget(Line(self))
        outer.addWidget(self.splitter, 1)

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    # ---- content

    def _fill(self) -> None:
        registry = self._services.registry
        places = list(registry.access_points.values())
        kept = self._services.settings.state(_GROUPS)
        if isinstance(kept, list):
            self.view.open_groups = {group for group in Group if group.value in kept}
        else:
            self.view.open_groups = set(Group) if len(places) <= _FEW else set(_OPEN_AT_FIRST)
        self.model.set_places(places, registry.collections)
        self._show_first()

    def _show_first(self) -> None:
        """What was shown last; a group that the user closed stays closed."""
        index = self.model.index_of(str(self._services.settings.state(_CURRENT, "")))
        place = index.data(PLACE_ROLE) if index.isValid() else None
        if place is None:
            self.view.choose_first()
        elif self.view.isExpanded(index.parent()):
            self.view.choose(place.id)
        else:
            self.view.setCurrentIndex(index.parent())
            self._show(place)

    def _light(self, place: AccessPoint) -> Light | None:
        if place.status.state in (State.CLOSED, State.SUPERSEDED):
            return None
        if not place.endpoints and place.account.kind is AccountKind.NONE and not place.account.of:
            return None
        return light_of(place, state_of(self._services.accounts, place))

    def _connect_accounts(self) -> None:
        accounts = self._services.accounts
        accounts.stateChanged.connect(self.model.refresh)
        accounts.store.changed.connect(self.model.refresh)
        accounts.store.lockChanged.connect(lambda: self.model.refresh(""))

    def _show(self, place: AccessPoint) -> None:
        if self._come_back and self._come_back != place.id:
            self._come_back = ""
        if self.details.place is None or self.details.place.id != place.id:
            self._account_height = 0
            self._share_again()
        self.details.set_back(bool(self._come_back))
        self.details.show_place(place, dict(self.model.titles))
        self.details_stack.setCurrentWidget(self.details)
        if self._services.settings.state(_CURRENT) != place.id:
            self._services.settings.set_state(_CURRENT, place.id)
        stops = self.tab_stops()
        for one, following in zip(stops, stops[1:]):
            QWidget.setTabOrder(one, following)

    def _on_find(self, text: str) -> None:
        self.model.find(text)
        self.pages.setCurrentWidget(self.view if self.model.rowCount() else self.nothing)
        current = self.current()
        if text.strip():
            self.view.choose_first()
        elif current is not None:
            self.view.choose(current.id)

    def _to_tree(self) -> None:
        if self.model.rowCount():
            if self.view.current_place() is None:
                self.view.choose_first()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type_to_find(self, text: str) -> None:
        self.find.setFocus(Qt.FocusReason.OtherFocusReason)
        self.find.setText(text)

    def _remember_groups(self) -> None:
        opened = [group.value for group in Group if group in self.view.open_groups]
        self._services.settings.set_state(_GROUPS, opened)

    # ---- what the user does with a place

    def _open(self, place: AccessPoint) -> None:
        """Return: on to what is most likely to be done there."""
        if self._may_set_account(place) and not account_is_there(state_of(self._services.accounts, place)):
            self.details.show_account()
        elif self.details.search.isVisibleTo(self.details):
            self.details.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_set_account(self, place: AccessPoint) -> bool:
        ended = place.status.state in (State.CLOSED, State.SUPERSEDED)
        return not ended and state_of(self._services.accounts, place) is not AccountState.NOT_NEEDED

    def menu_of(self, place: AccessPoint) -> QMenu:
        """All that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        target = self.details.target(place)
        if target is not None:
            text = tr("Search here")
            if target is not place:
                text = tr("Search at {place}").format(place=tr_data(target.short_title))
            menu.addAction(text).triggered.connect(lambda _on=False: self.searchAt.emit(target))
        if self._may_set_account(place):
            there = account_is_there(state_of(self._services.accounts, place))
            text = tr("Change the account…") if there else tr("Set the account…")
            menu.addAction(text).triggered.connect(lambda _on=False: self.edit_account(place.id))
        if self.details.test.isVisibleTo(self.details):
            menu.addAction(tr("Test connection")).triggered.connect(lambda _on=False: self.details.test_connection())
        address = place.endpoints[0].url if place.endpoints else place.links.home
        if address:
            copy = menu.addAction(tr("Copy address"))
            copy.triggered.connect(lambda _on=False: QApplication.clipboard().setText(address))
        if place.origin != "bundled":
            menu.addSeparator()
            menu.addAction(tr("Remove")).triggered.connect(lambda _on=False: self._remove(place))
        return menu

    def _open_menu(self, place: AccessPoint, where: QPoint) -> None:
        self.menu_of(place).popup(where)

    # ---- accounts

    def _on_account_done(self, access_point: str, usable: bool) -> None:
        if usable and self._come_back and access_point in self._owners(self._come_back):
            self._end_coming_back(True)

    def _go_back(self) -> None:
        place = self._services.registry.access_points.get(self._come_back)
        if place is not None:
            self._end_coming_back(account_is_usable(state_of(self._services.accounts, place)))

    def _end_coming_back(self, usable: bool) -> None:
        access_point, self._come_back = self._come_back, ""
        self.details.set_back(False)
        self.accountDone.emit(access_point, usable)

    def _owners(self, access_point: str) -> tuple[str, str]:
        place = self._services.registry.access_points[access_point]
        return place.id, place.account.of

    # ---- places of the user's own

    def _open_add_menu(self) -> None:
        self.add_menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _choose_file(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = QFileDialog(self, tr("Add an access point file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Access point files (*.json)"))
        dialog.fileSelected.connect(lambda path: self.add_file(Path(path)))
        dialog.finished.connect(self._dialog_ended)
        self._dialog = dialog
        dialog.open()

    def _dialog_ended(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def add_file(self, path: Path) -> None:
        """Copy a file among the user's own, or say what is wrong with it."""
        try:
            added = user_files.add_file(path, self.user_folder)
        except user_files.FaultsInFileError as fault:
            self.message.show_message(Tone.FAILED, _faults_text(path.name, fault.faults))
        except AccessError as error:
            self.message.show_message(Tone.FAILED, message_for(error).text)
        else:
            self._added(added)

    def _start_form(self) -> None:
        self.details_stack.setCurrentWidget(self.form)
        self.form.start()

    def _leave_form(self) -> None:
        self.details_stack.setCurrentWidget(self.details)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form(self, name: str, address: str, protocol: str, there: list[str] | None) -> None:
        registry = self._services.registry
        if there is None:
            collections, dialect = user_files.odata_like(registry)
        else:
            collections, dialect = user_files.matching(registry, there), {}
        content = user_files.content_for(name, address, protocol, collections, dialect, registry.access_points)
        try:
            added = user_files.add_content(content, self.user_folder, name)
        except user_files.FaultsInFileError as fault:
            self.form.say(Tone.FAILED, _faults_text(name, fault.faults))
        except AccessError as error:
            self.form.say(Tone.FAILED, message_for(error).text)
        else:
            self._added(added)
            if there is not None and not collections:
                text = tr("<b>{place}</b> is added, but none of its {count} is known here: its file can name them.")
                count = tr_n("%n collection(s)", len(there))
                self.message.show_message(Tone.CARE, text.format(place=name, count=count))

    def _added(self, access_point: str) -> None:
        self._reload()
        self.find.clear()
        self.show_access_point(access_point)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        place = self._services.registry.access_points.get(access_point)
        if place is not None:
            text = tr("<b>{place}</b> is added.").format(place=tr_data(place.title))
            self.message.show_message(Tone.GOOD, text)

    def _remove(self, place: AccessPoint) -> None:
        try:
            user_files.remove_file(place, self.user_folder)
        except AccessError as error:
            self.message.show_message(Tone.FAILED, message_for(error).text)
            return
        self._reload()
        text = tr("<b>{place}</b> is removed.").format(place=tr_data(place.title))
        self.message.show_message(Tone.GOOD, text)

    def _reload(self) -> None:
        """Everybody holds the same registry: it takes the change over in place."""
        self._services.registry.take_over(load_registry(user_folder=self.user_folder))
        self._fill()
        self.registryChanged.emit()

    # ---- keys and shape

    def event(self, event: QEvent) -> bool:
        """Ctrl+F belongs to QGIS: inside the tab it is taken by accepting ``ShortcutOverride``."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and (
            event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            if event.type() == QEvent.Type.KeyPress:
                self.focus_find()
            event.accept()
            return True
        return bool(super().event(event))

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= WIDE_FROM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._laid_out and self.splitter.orientation() == wanted:
            return
        self._laid_out = True
        self.splitter.setOrientation(wanted)
        kept = self._kept_sizes()
        if kept:
            self.splitter.setSizes(kept)
        else:
            self._share()

    def _kept_sizes(self) -> list[int]:
        """As the user dragged the line between the two; empty if that was never done."""
        wide = self.splitter.orientation() == Qt.Orientation.Horizontal
        kept = self._services.settings.state(f"{_SIZES}/{'wide' if wide else 'narrow'}")
        usable = isinstance(kept, list) and len(kept) == 2 and all(isinstance(one, int) and one > 0 for one in kept)
        return list(kept) if usable else []

    def _share_again(self) -> None:
        """The height is another one, or what is shown in it."""
        if self._laid_out and not self._kept_sizes():
            self._share()

    def _share(self) -> None:
        """The tree gets what it needs, the details the rest: two fifths at least, or what an account needs."""
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            width = self.splitter.width()
            self.splitter.setSizes([width * 56 // 100, width - width * 56 // 100])
            return
        height = self.splitter.height()
        tree = min(self.view.needed_height(), height - max(self._account_height, int(height * 0.42)))
        self.splitter.setSizes([tree, height - tree])

    def _make_room(self) -> None:
        """For an account that is to be typed: the form is seen whole where that is possible."""
        if self.splitter.orientation() == Qt.Orientation.Vertical:
            width = self.details.viewport().width() - 16
            wanted = min(self.details.editor.heightForWidth(width) + 20, int(self.splitter.height() * 0.6))
            if self.details_stack.height() < wanted:
                self._account_height = wanted
                self._share()

    def _remember_sizes(self) -> None:
        wide = self.splitter.orientation() == Qt.Orientation.Horizontal
        self._services.settings.set_state(f"{_SIZES}/{'wide' if wide else 'narrow'}", list(self.splitter.sizes()))


def _faults_text(name: str, faults: list[RegistryFault]) -> str:
    text = tr("{file} cannot be used: {key} {reason}.").format(file=name, key=faults[0].key, reason=faults[0].reason)
    text = text.replace("  ", " ")
    if len(faults) > 1:
        text += " " + tr_n("%n more fault(s) of the same file.", len(faults) - 1)
    return text
