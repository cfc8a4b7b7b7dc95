"""What is known of the chosen place, what can be done with it, and the account there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QRectF, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.access_points.registry import Registry
from copernicus_plugin.gui.access_points_tab import sentences
from copernicus_plugin.gui.access_points_tab.account_editor import AccountEditor
from copernicus_plugin.gui.messages import Action, During, action_title, message_for
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed, scaled, set_text_colour
from copernicus_plugin.gui.widgets.buttons import LinkButton, PrimaryButton
from copernicus_plugin.gui.widgets.flow import FlowLayout
from copernicus_plugin.gui.widgets.labels import IconLabel, NoteLabel, WrappedLabel, WrappedNote, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.gui.widgets.section import Line
from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.access_point import AccessPoint, AccountKind, State
from copernicus_plugin.model.errors import AccessError

_FOLLOW_MS = 150
FEWEST_HELD = 8
"""Collections that are shown before "all" is pressed."""


class Chip(Themed, QLabel):
    """A word on a ground of its own, as badges are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(scaled_font(self.font(), 0.86))
        self.setContentsMargins(6, 1, 6, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        set_text_colour(self, theme.colour(Tone.TEXT, mixed(theme.window, theme.text, 0.1)))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 13, max(16, metrics.height() + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.window, theme.text, 0.1))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()
        super().paintEvent(event)


class _GivingLink(LinkButton):
    """Its words are cut before the panel would grow wider; the tool tip has them whole."""

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())


class DetailsPanel(QScrollArea):
    """Scrolls by itself. ``searchRequested``: a place that can be searched."""

    searchRequested = pyqtSignal(object)
    collectionRequested = pyqtSignal(str, object)
    linkRequested = pyqtSignal(str)
    logRequested = pyqtSignal()
    networkOptionsRequested = pyqtSignal()
    backRequested = pyqtSignal()

    def __init__(self, registry: Registry, accounts: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._accounts = accounts
        self._place: AccessPoint | None = None
        self._asked: AccessPoint | None = None
        self._testing: set[str] = set()
        self._tests: dict[str, tuple[AccessError | None, float]] = {}
        self._all_held = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(96)
        self.setAccessibleName(tr("Details of the access point"))
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_FOLLOW_MS)
        self._following.timeout.connect(self._scroll_to_account)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._scroll_to_account())
        self._middle = QWidget()
        self._make()
        self._lay_out()
        self.setWidget(self._middle)
        # The field of the code would push the buttons out of sight.
        self.editor.code_check.box.clicked.connect(lambda _on: self._follow_account())
        accounts.connectionTested.connect(self._on_connection)

    @property
    def place(self) -> AccessPoint | None:
        return self._place

    # ---- parts

    def _make(self) -> None:
        inside = self._middle
        self.icon = IconLabel("good", Tone.GOOD, "", inside)
        self.title = WrappedLabel("", inside)
        self.title.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.chip = Chip(inside)
        self.message = InlineMessage(inside)
        self.search = PrimaryButton("", "search", inside)
        self.search.clicked.connect(self._on_search)
        self.description = WrappedNote("", inside)
        self._facts = QWidget(inside)
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.facts: dict[str, QWidget] = {}
        self.held: list[LinkButton] = []
        self._links = QWidget(inside)
        self._link_flow = FlowLayout(self._links, gap=6)
        self.links: dict[str, BarButton] = {}
        for key, icon, title in _link_titles():
            button = BarButton(icon, title, self._links)
            button.clicked.connect(lambda _on=False, name=key: self._open(name))
            self._link_flow.addWidget(button)
            self.links[key] = button
        self.test = BarButton("plug", tr("Test connection"), inside)
        self.test.clicked.connect(lambda _on=False: self.test_connection())
        self.test_ring = RunningRing(inside)
        self.test_icon = IconLabel("good", Tone.GOOD, "", inside)
        self.test_result = WrappedLabel("", inside)
        self.test_message = InlineMessage(inside)
        self.test_message.activated.connect(self._on_test_link)
        self._line = Line(inside)
        self.shared = WrappedNote("", inside)
        self.editor = AccountEditor(self._accounts, inside)
        self.editor.backRequested.connect(self.backRequested)
        self.editor.linkRequested.connect(self.linkRequested)
        self.editor.logRequested.connect(self.logRequested)
        self.editor.networkOptionsRequested.connect(self.networkOptionsRequested)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        test = QHBoxLayout()
        test.setSpacing(6)
        test.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        test.addWidget(self.test_ring)
        test.addWidget(self.test_icon)
        test.addWidget(self.test_result, 1)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(8, 7, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self.description, self.message, self.search, self._facts, self._links):
            column.addWidget(widget)
        column.addLayout(test)
        for widget in (self.test_message, self._line, self.shared, self.editor):
            column.addWidget(widget)
        column.addStretch(1)

    # ---- what is shown

    def show_place(self, place: AccessPoint, titles: dict[str, str]) -> None:
        """``titles``: short titles of all places by id."""
        other = self._place is None or self._place.id != place.id
        self._place = place
        if other:
            self._all_held = False
            self.verticalScrollBar().setValue(0)
        name, tone = sentences.STATE_SHAPES[place.status.state]
        self.icon.set_icon(name, tone, sentences.chip_text(place))
        self.title.setText(tr_data(place.title))
        self.chip.setText(sentences.chip_text(place))
        self.chip.updateGeometry()
        self.description.setText(tr_data(place.description))
        self.description.setVisible(bool(place.description))
        self._show_way_on(place)
        self._show_facts(place)
        for key, button in self.links.items():
            address = getattr(place.links, key)
            button.setVisible(bool(address))
            button.setToolTip(address)
        self._links.setVisible(any(getattr(place.links, key) for key in self.links))
        self._asked = self._what_is_tested(place)
        self.test.setVisible(self._asked is not None)
        self._show_test()
        self._show_account(place, titles)

    def set_back(self, shown: bool) -> None:
        """Whether there is somewhere to go back to."""
        self.editor.set_back(shown)

    def show_account(self) -> None:
        """Scroll to the account, ready to type."""
        self.editor.focus_first()
        self._follow_account()

    def _follow_account(self) -> None:
        # What was just shown gets its place in the next rounds of the event loop: it is followed until then.
        self._following.start()
        self._scroll_to_account()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = QApplication.focusWidget()
        if focused is not None and self.editor.isAncestorOf(focused):
            # What is typed into stays in sight.
            self._follow_account()

    def _scroll_to_account(self) -> None:
        if self._following.isActive() and self.editor.isVisibleTo(self._middle):
            self.verticalScrollBar().setValue(self.editor.y() - 6)

    def successor(self, place: AccessPoint) -> AccessPoint | None:
        """The first that took its place and can be searched, over several steps if need be."""
        seen, waiting = {place.id}, list(place.status.successors)
        while waiting:
            found = self._registry.access_points.get(waiting.pop(0))
            if found is None or found.id in seen:
                continue
            seen.add(found.id)
            if found.status.state is State.ACTIVE and self._can_be_searched(found):
                return found
            waiting.extend(found.status.successors)
        return None

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        first: Sequence[QWidget] = (self.search, *self.held, *self.links.values(), self.test)
        return [*first, *self.editor.tab_stops()]

    def _can_be_searched(self, place: AccessPoint) -> bool:
        return any(
            self._registry.searching_endpoints(place, name) for end in place.endpoints for name in end.collections
        )

    def target(self, place: AccessPoint) -> AccessPoint | None:
        """Whom "Search" asks: the place itself, or who has taken over."""
        ended = place.status.state in (State.CLOSED, State.SUPERSEDED)
        if not ended and self._can_be_searched(place):
            return place
        return self.successor(place)

    def _show_way_on(self, place: AccessPoint) -> None:
        target = self.target(place)
        ended = place.status.state in (State.CLOSED, State.SUPERSEDED)
        if ended and target is not None:
            self.message.show_message(Tone.NOTE, sentences.lead_on(place, tr_data(target.title)))
        elif place.status.state is State.CLOSED:
            self.message.show_message(Tone.NOTE, sentences.ended(place))
        else:
            self.message.clear()
        self.search.setVisible(target is not None)
        if target is place:
            self.search.setText(tr("Search here"))
        elif target is not None:
            self.search.setText(tr("Search at {place}").format(place=tr_data(target.short_title)))
        self.search.updateGeometry()

    def _show_facts(self, place: AccessPoint) -> None:
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.facts, self.held = {}, []
        ended = place.status.state is State.CLOSED
        self._add_fact("run_by", tr("Run by"), sentences.run_by(place))
        held = [name for name in self._registry.collections if place.endpoints_for(name)]
        if held:
            self._add_row("holds", tr("Held") if ended else tr("Holds"), self._held_links(place, held))
        self._add_fact("speaks", tr("Spoke") if ended else tr("Speaks"), sentences.speaks(place))
        self._add_fact("rights", tr("Rights"), tr_data(place.rights))
        self._add_fact("attribution", tr("Attribution"), place.attribution)
        self._add_home(place)
        if place.origin != "bundled":
            self._add_fact("file", tr("File"), place.origin)

    def _add_fact(self, key: str, name: str, text: str) -> None:
        if text:
            label = WrappedLabel(text, self._facts)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add_row(key, name, label)

    def _add_home(self, place: AccessPoint) -> None:
        if place.links.home:
            link = _GivingLink(urlsplit(place.links.home).hostname or place.links.home, self._facts)
            link.setToolTip(place.links.home)
            link.clicked.connect(lambda _on=False: self._open("home"))
            self._add_row("home", tr("Home page"), link)
            self.held.append(link)

    def _add_row(self, key: str, name: str, widget: QWidget) -> None:
        row = len(self.facts)
        dim = _DimLabel(name, self._facts)
        self._grid.addWidget(dim, row, 0, Qt.AlignmentFlag.AlignTop)
        # A link is no wider than its words, and would narrow the column to them.
        left = Qt.AlignmentFlag.AlignLeft if isinstance(widget, LinkButton) else Qt.AlignmentFlag(0)
        self._grid.addWidget(widget, row, 1, left)
        widget.setAccessibleName(f"{name}: {widget.text()}" if isinstance(widget, QLabel) else name)
        dim.show()
        widget.show()
        self.facts[key] = widget

    def _held_links(self, place: AccessPoint, held: list[str]) -> QWidget:
        box = QWidget(self._facts)
        flow = FlowLayout(box, gap=2)
        few = held if self._all_held or len(held) <= FEWEST_HELD + 1 else held[:FEWEST_HELD]
        for name in few:
            title = tr_data(self._registry.collections[name].title)
            button = _GivingLink(title, box)
            usable = bool(self._registry.searching_endpoints(place, name))
            button.setEnabled(usable and place.status.state in (State.ACTIVE, State.RESTRICTED))
            button.setToolTip(tr("Search {collection} here").format(collection=title))
            button.clicked.connect(lambda _on=False, one=name: self.collectionRequested.emit(one, place))
            flow.addWidget(button)
            self.held.append(button)
        if len(few) < len(held):
            more = LinkButton(tr_n("%n more…", len(held) - len(few)), box)
            more.clicked.connect(lambda _on=False: self._show_all_held())
            flow.addWidget(more)
            self.held.append(more)
        return box

    def _show_all_held(self) -> None:
        self._all_held = True
        if self._place is not None:
            self._show_facts(self._place)
            self.held[FEWEST_HELD].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_account(self, place: AccessPoint, titles: dict[str, str]) -> None:
        owner = self._registry.access_points.get(place.account.of, place) if place.account.of else place
        usable = place.status.state not in (State.CLOSED, State.SUPERSEDED)
        shown = usable and owner.account.kind is not AccountKind.NONE
        self._line.setVisible(shown)
        self.editor.setVisible(shown)
        self.shared.setVisible(shown and owner is not place)
        if shown:
            self.editor.show_place(owner)
            title = titles.get(owner.id, owner.title)
            self.shared.setText(tr("The account of {place} is used here.").format(place=title))

    # ---- what the user does

    def _on_search(self) -> None:
        target = self.target(self._place) if self._place is not None else None
        if target is not None:
            self.searchRequested.emit(target)

    def _open(self, key: str) -> None:
        if self._place is not None:
            self.linkRequested.emit(getattr(self._place.links, key))

    # ---- the connection

    def _what_is_tested(self, place: AccessPoint) -> AccessPoint | None:
        ended = place.status.state in (State.CLOSED, State.SUPERSEDED)
        asked = self.successor(place) if ended else place
        return asked if asked is not None and (asked.endpoints or asked.links.health) else None

    def test_connection(self) -> None:
        """Ask whether the place (or who has taken over) answers."""
        if self._asked is None or self._asked.id in self._testing:
            return
        self._testing.add(self._asked.id)
        self._tests.pop(self._asked.id, None)
        self._show_test()
        self._accounts.test_connection(self._asked.id)

    def _on_connection(self, access_point: str, error: AccessError | None, seconds: float) -> None:
        self._testing.discard(access_point)
        self._tests[access_point] = (error, seconds)
        if self._asked is not None and self._asked.id == access_point:
            self._show_test()

    def _show_test(self) -> None:
        place = self._asked
        running = place is not None and place.id in self._testing
        result = self._tests.get(place.id) if place is not None else None
        self.test_ring.setVisible(running)
        good = result is not None and result[0] is None
        self.test_icon.setVisible(good)
        self.test_message.clear()
        text = ""
        if place is not None:
            title = tr_data(place.short_title)
            if running:
                text = tr("Asking {place}…").format(place=title)
            elif result is not None and result[0] is None:
                text = sentences.answered(title, result[1])
            elif result is not None and result[0] is not None:
                self._show_fault(result[0], title)
        self.test_result.setText(text)
        self.test_result.setAccessibleName(text)

    def _show_fault(self, error: AccessError, title: str) -> None:
        said = message_for(error, title, During.LOAD)
        wanted = (Action.RETRY, Action.LOG, Action.NETWORK_OPTIONS)
        links: list[tuple[object, str]] = [(one, action_title(one)) for one in said.actions if one in wanted]
        self.test_message.show_message(Tone.FAILED, said.marked or said.text, links)

    def _on_test_link(self, pressed: object) -> None:
        if pressed is Action.RETRY:
            self.test_connection()
        elif pressed is Action.LOG:
            self.logRequested.emit()
        elif pressed is Action.NETWORK_OPTIONS:
            self.networkOptionsRequested.emit()


class _DimLabel(NoteLabel):
    """The name of a fact, in the full size of the font."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFont(parent.font())
        self.setMinimumWidth(scaled(parent, 62))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def _link_titles() -> list[tuple[str, str, str]]:
    """Fields of ``model.access_point.Links``, their icons and buttons."""
    return [
        ("register", "person", tr("Register")),
        ("help", "help", tr("Help")),
        ("training", "course", tr("Training")),
        ("licence", "licence", tr("Licence")),
    ]
