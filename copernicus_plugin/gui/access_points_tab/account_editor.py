"""The user's account at one place, edited where it is described: type, save and test, unlock, remove."""

from __future__ import annotations

from typing import Any, Union

from qgis.PyQt.QtCore import QRegularExpression, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QRegularExpressionValidator
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from copernicus_plugin.gui.access_points_tab import sentences
from copernicus_plugin.gui.access_points_tab.account_fields import AccountField, HiddenEdit, fields_of
from copernicus_plugin.gui.account_lights import account_is_there, account_is_usable, light_of
from copernicus_plugin.gui.messages import Action, During, message_for
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.buttons import LinkButton
from copernicus_plugin.gui.widgets.fields import MarkedEdit
from copernicus_plugin.gui.widgets.flow import FlowLayout
from copernicus_plugin.gui.widgets.labels import (
    IconLabel,
    NoteLabel,
    PlainLabel,
    WrappedLabel,
    WrappedNote,
    scaled_font,
)
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import AccessError, Reason

Field = Union[MarkedEdit, HiddenEdit]
_REMOVE, _KEEP = "remove", "keep"
_ASKS_FOR_CODE = (Reason.CODE_NEEDED, Reason.CODE_REFUSED)
_SHOWN_ACTIONS = (Action.LOG, Action.NETWORK_OPTIONS, Action.OPEN_LINK)


class WrappedCheck(QWidget):
    """A tick box whose words may take several lines; they tick it too."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setAccessibleName(text)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label = WrappedLabel(text, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.box.toggle()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class AccountEditor(QWidget):
    """Shows the account of one place at a time; tests of others go on and are told when they are shown again."""

    done = pyqtSignal(str, bool)
    """an account was tested: id, and whether it can be used"""
    backRequested = pyqtSignal()
    linkRequested = pyqtSignal(str)
    logRequested = pyqtSignal()
    networkOptionsRequested = pyqtSignal()

    def __init__(self, accounts: Any, parent: QWidget | None = None) -> None:
        """``accounts`` is the ``host.account_controller.AccountController``."""
        super().__init__(parent)
        self._accounts = accounts
        self._place: AccessPoint | None = None
        self._known: dict[str, AccessPoint] = {}
        self._running: set[str] = set()
        self._told: dict[str, tuple[Tone, str, list[tuple[object, str]]]] = {}
        self._asking_code: set[str] = set()
        self.fields: dict[str, Field] = {}
        self._labels: list[QLabel] = []
        self._make()
        self._lay_out()
        accounts.tested.connect(self._on_tested)
        accounts.signedIn.connect(self._on_signed_in)
        accounts.codeWanted.connect(self._on_code_wanted)
        accounts.stateChanged.connect(self._on_state)
        accounts.store.changed.connect(self._on_state)
        accounts.store.lockChanged.connect(self.refresh)

    # ---- parts

    def _make(self) -> None:
        self._light = IconLabel("no-account", Tone.GOOD, "", self)
        self.title = PlainLabel(tr("Account"), self)
        self.title.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.state = NoteLabel("", self)
        self.explanation = WrappedNote("", self)
        self.kept = WrappedNote("", self)
        self.message = InlineMessage(self)
        self.message.activated.connect(self._on_link)
        self.form = QWidget(self)
        self._grid = QGridLayout(self.form)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.code_check = WrappedCheck(tr("My account asks for the code of an authenticator app"), self)
        self.code_check.box.toggled.connect(lambda _on: self._show_code())
        self.code_label = PlainLabel(tr("Code"), self)
        self.code = MarkedEdit(self)
        self.code.setMaxLength(10)
        digits = QRegularExpressionValidator(QRegularExpression(r"\d[\d ]*"), self.code)
        self.code.setValidator(digits)
        self.code.setPlaceholderText(tr("for instance 123 456"))
        self.code.setAccessibleName(tr("Code of the authenticator app"))
        self.code.returnPressed.connect(self.save)
        self.save_button = BarButton("tick", tr("Save and test"), self)
        self.save_button.clicked.connect(lambda _on=False: self.save())
        self.unlock_button = BarButton("padlock-open", tr("Unlock accounts"), self)
        self.unlock_button.setToolTip(tr("Opens QGIS's authentication database: it asks for the master password"))
        self.unlock_button.clicked.connect(lambda _on=False: self._unlock())
        self.remove_button = BarButton("remove", tr("Remove"), self)
        self.remove_button.setToolTip(tr("Takes the account out of QGIS's authentication database"))
        self.remove_button.clicked.connect(lambda _on=False: self._ask_remove())
        self.register = LinkButton(tr("Make an account…"), self)
        self.register.clicked.connect(self._open_register)
        self.back = BarButton("back", tr("Back"), self)
        self.back.setToolTip(tr("Back to where you were"))
        self.back.clicked.connect(lambda _on=False: self.backRequested.emit())
        self.back.hide()
        self.ring = RunningRing(self)
        self.testing = NoteLabel(tr("Signing in…"), self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._light)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.state)
        code = QHBoxLayout()
        code.setSpacing(8)
        code.addWidget(self.code_label)
        code.addWidget(self.code, 1)
        bar = QWidget(self)
        flow = FlowLayout(bar, gap=6)
        for button in (self.save_button, self.unlock_button, self.remove_button, self.back, self.register):
            flow.addWidget(button)
        wait = QHBoxLayout()
        wait.setSpacing(6)
        wait.addWidget(self.ring)
        wait.addWidget(self.testing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.explanation)
        column.addWidget(self.message)
        column.addWidget(self.form)
        column.addWidget(self.code_check)
        column.addLayout(code)
        column.addWidget(bar)
        column.addLayout(wait)
        column.addWidget(self.kept)

    # ---- what is shown

    @property
    def place(self) -> AccessPoint | None:
        return self._place

    def show_place(self, place: AccessPoint) -> None:
        """The place that owns the account. What was typed for another one is gone."""
        self._known[place.id] = place
        if self._place is not None and self._place.id == place.id:
            self._place = place
            self.refresh()
            return
        self._place = place
        self._make_fields(fields_of(place.account.kind))
        self.code.clear()
        self.code_check.box.setChecked(self._one_time_code())
        self.refresh(fill=True)

    def refresh(self, fill: bool = False) -> None:
        """As the account is now; ``fill``: the user name too."""
        place = self._place
        if place is None:
            return
        state = self._state()
        light = light_of(place, state)
        self._light.set_icon(light.icon, light.tone, light.words)
        self.state.setText(light.words)
        self.title.setAccessibleName(f"{tr('Account')}, {light.words}")
        self.explanation.setText(sentences.needed_for(place))
        self.explanation.setVisible(state is AccountState.MISSING)
        self.kept.setText(sentences.where_kept(place))
        running = place.id in self._running
        locked = state is AccountState.LOCKED
        self.form.setVisible(not locked)
        self.kept.setVisible(not locked)
        self.save_button.setVisible(not locked)
        self._name_button()
        self.unlock_button.setVisible(locked)
        self.remove_button.setVisible(account_is_there(state) or state is AccountState.REFUSED)
        self.register.setVisible(bool(place.links.register) and state is AccountState.MISSING)
        self.register.setToolTip(place.links.register)
        self.ring.setVisible(running)
        self.testing.setVisible(running)
        # Not the button that was pressed: the focus would leap away from it.
        for widget in (self.form, self.code_check, self.code, self.remove_button):
            widget.setEnabled(not running)
        self._show_fields(state, fill)
        self._show_code()
        self._show_told(state)

    def ask_code(self) -> None:
        """The place wants the code of an authenticator app now."""
        place = self._place
        if place is None:
            return
        self._asking_code.add(place.id)
        title = tr_data(place.short_title)
        asked = tr("<b>{place}</b> asks for the code of your authenticator app.").format(place=title)
        self._told[place.id] = (Tone.CARE, asked, [])
        self.refresh()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_back(self, shown: bool) -> None:
        """Whether there is somewhere to go back to."""
        self.back.setVisible(shown)

    def say(self, why: str) -> None:
        """Why the user is here, above the fields."""
        if self._place is not None and why:
            self._told[self._place.id] = (Tone.CARE, why, [])
            self.refresh()

    def focus_first(self) -> None:
        """To where the next thing is to be done."""
        if self._state() is AccountState.LOCKED:
            self.unlock_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        empty = next((field for field in self.fields.values() if not field.text()), None)
        wanted = empty or next(iter(self.fields.values()), None)
        if self._place is not None and self._place.id in self._asking_code:
            wanted = self.code
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        buttons = (self.save_button, self.unlock_button, self.remove_button, self.back, self.register)
        return [*self.message.links, *self.fields.values(), self.code_check.box, self.code, *buttons]

    def _state(self) -> AccountState:
        if self._place is None:
            return AccountState.NOT_NEEDED
        state: AccountState = self._accounts.store.state(self._place)
        return state

    def _one_time_code(self) -> bool:
        return self._place is not None and bool(self._accounts.store.one_time_code(self._place.id))

    def _make_fields(self, wanted: tuple[AccountField, ...]) -> None:
        for widget in (*self._labels, *self.fields.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._labels, self.fields = [], {}
        for row, one in enumerate(wanted):
            edit: Field = HiddenEdit(self.form) if one.hidden else MarkedEdit(self.form)
            edit.setAccessibleName(one.label)
            edit.textEdited.connect(self._on_typed)
            edit.returnPressed.connect(self.save)
            label = PlainLabel(one.label, self.form)
            label.setBuddy(edit)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(edit, row, 1)
            self._labels.append(label)
            self.fields[one.key] = edit
        edges = [*self._labels, self.code_label]
        widest = max(label.sizeHint().width() for label in edges)
        for label in edges:
            label.setMinimumWidth(widest)

    def _show_fields(self, state: AccountState, fill: bool) -> None:
        place = self._place
        if place is None:
            return
        kept = account_is_there(state)
        name = self._accounts.store.username(place.id) if kept or state is AccountState.REFUSED else ""
        for edit in self.fields.values():
            if isinstance(edit, HiddenEdit) or not name:
                edit.setPlaceholderText(tr("stored; type here to change it") if kept else "")
            if not isinstance(edit, HiddenEdit) and (fill or (name and not edit.isModified())):
                edit.setText(name)

    def _show_code(self) -> None:
        place = self._place
        possible = place is not None and bool(place.account.details.get("one_time_code"))
        locked = self._state() is AccountState.LOCKED
        asked = place is not None and place.id in self._asking_code
        self.code_check.setVisible(possible and not locked)
        wanted = possible and not locked and (self.code_check.box.isChecked() or asked)
        self.code_label.setVisible(wanted)
        self.code.setVisible(wanted)

    def _show_told(self, state: AccountState) -> None:
        place = self._place
        if place is None:
            return
        title = tr_data(place.short_title)
        told = self._told.get(place.id)
        if place.id in self._running:
            self.message.clear()
        elif told is not None:
            self.message.show_message(*told)
        elif state is AccountState.LOCKED:
            text = tr("Your account of <b>{place}</b> is stored. It can be used once QGIS's accounts are unlocked.")
            self.message.show_message(Tone.CARE, text.format(place=title))
        elif state is AccountState.REFUSED:
            text = tr("<b>{place}</b> refused this account. Check it, then test it again.")
            self.message.show_message(Tone.FAILED, text.format(place=title))
        elif state is AccountState.SESSION_ONLY:
            text = tr("The master password was not given: the account is kept until QGIS closes.")
            self.message.show_message(Tone.CARE, text)
        else:
            self.message.clear()

    # ---- what the user does

    def _typed(self) -> bool:
        return any(edit.isModified() and edit.text() for edit in self.fields.values())

    def _on_typed(self) -> None:
        for edit in self.fields.values():
            edit.set_wrong(False)
        self._name_button()

    def _name_button(self) -> None:
        if self._typed() or not account_is_there(self._state()):
            self.save_button.setText(tr("Save and test"))
        elif self._place is not None and self._place.id in self._asking_code:
            self.save_button.setText(tr("Sign in"))
        else:
            self.save_button.setText(tr("Test"))

    def save(self) -> None:
        """Keep what is typed, and try it; with nothing typed, try what is kept."""
        place = self._place
        if place is None or place.id in self._running:
            return
        code = self.code.text().replace(" ", "") if self.code.isVisibleTo(self) else ""
        wants_code = self.code_check.isVisibleTo(self) and self.code_check.box.isChecked()
        if wants_code and not code:
            self.code.set_wrong(True)
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell(Tone.CARE, tr("Type the code that your authenticator app shows now."))
            return
        self.code.set_wrong(False)
        if account_is_there(self._state()) and not self._typed():
            self._try_kept(place, code, wants_code)
            return
        missing = [edit for edit in self.fields.values() if not edit.text()]
        if missing:
            self._mark(missing)
            return
        values = {key: edit.text() for key, edit in self.fields.items()}
        self._begin(place)
        self._accounts.store.save(place.id, values, wants_code)
        # From here on it is in the database or in memory only: never in a widget.
        for edit in self.fields.values():
            if isinstance(edit, HiddenEdit):
                edit.clear()
            edit.setModified(False)
        self._accounts.test(place.id, values, wants_code, code)
        self.code.clear()
        self.refresh()

    def _try_kept(self, place: AccessPoint, code: str, wants_code: bool) -> None:
        self._begin(place)
        if wants_code != self._one_time_code() and self.code_check.isVisibleTo(self):
            known = self._accounts.store.credentials_for(place.id)
            self._accounts.store.save(place.id, known.values, wants_code)
        self._accounts.sign_in(place.id, code)
        self.code.clear()
        self.refresh()

    def _begin(self, place: AccessPoint) -> None:
        self._running.add(place.id)
        self._told.pop(place.id, None)
        self._asking_code.discard(place.id)

    def _mark(self, missing: list[Field]) -> None:
        for edit in missing:
            edit.set_wrong(True)
        missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
        names = [edit.accessibleName() for edit in missing]
        if len(names) == 1:
            self._tell(Tone.CARE, tr("Still missing: {field}.").format(field=names[0]))
        else:
            self._tell(Tone.CARE, tr("Still missing: {first} and {second}.").format(first=names[0], second=names[1]))

    def _unlock(self) -> None:
        place = self._place
        if place is None:
            return
        if self._accounts.store.unlock():
            self._told.pop(place.id, None)
            self.refresh(fill=True)
            self.done.emit(place.id, account_is_usable(self._state()))
        else:
            self._tell(Tone.CARE, tr("The accounts stay locked. What needs none of them works as before."))

    def _ask_remove(self) -> None:
        if self._place is None:
            return
        text = tr("Remove your account of <b>{place}</b> from QGIS? The account itself stays as it is.")
        links: list[tuple[object, str]] = [(_REMOVE, tr("Remove")), (_KEEP, tr("Keep"))]
        self._told[self._place.id] = (Tone.CARE, text.format(place=tr_data(self._place.short_title)), links)
        self.refresh()
        self.message.links[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link(self, pressed: object) -> None:
        place = self._place
        if place is None:
            return
        if pressed in (_REMOVE, _KEEP):
            self._told.pop(place.id, None)
            if pressed == _REMOVE:
                self._accounts.store.remove(place.id)
                self.code_check.box.setChecked(False)
            self.refresh(fill=True)
            self.focus_first()
        elif pressed is Action.LOG:
            self.logRequested.emit()
        elif pressed is Action.NETWORK_OPTIONS:
            self.networkOptionsRequested.emit()
        elif isinstance(pressed, str):
            self.linkRequested.emit(pressed)

    def _open_register(self) -> None:
        if self._place is not None:
            self.linkRequested.emit(self._place.links.register)

    def _tell(self, tone: Tone, text: str) -> None:
        if self._place is not None:
            self._told[self._place.id] = (tone, text, [])
            self.refresh()

    # ---- what the accounts tell

    def _shown(self, access_point: str) -> bool:
        return self._place is not None and self._place.id == access_point

    def _on_state(self, access_point: str) -> None:
        if self._shown(access_point):
            self.refresh()

    def _on_tested(self, access_point: str, error: AccessError | None, seconds: float) -> None:
        place = self._known.get(access_point)
        if place is None:
            return
        self._running.discard(access_point)
        if error is None:
            self._succeeded(place, sentences.account_tested(place, tr_data(place.short_title), seconds))
        else:
            self._failed(place, error)

    def _succeeded(self, place: AccessPoint, text: str) -> None:
        self._asking_code.discard(place.id)
        self._told[place.id] = (Tone.GOOD, text, [])
        if self._shown(place.id):
            self.refresh()
        self.done.emit(place.id, True)

    def _failed(self, place: AccessPoint, error: AccessError) -> None:
        if error.reason is Reason.CODE_NEEDED and self._shown(place.id):
            self.ask_code()
            return
        said = message_for(error, tr_data(place.short_title), During.LOAD)
        links: list[tuple[object, str]] = [
            (said.link if one is Action.OPEN_LINK else one, said.title_of(one))
            for one in said.actions
            if one in _SHOWN_ACTIONS
        ]
        self._told[place.id] = (Tone.FAILED, said.marked or said.text, links)
        asks = error.reason in _ASKS_FOR_CODE
        if asks:
            self._asking_code.add(place.id)
        if self._shown(place.id):
            self.refresh()
            if asks:
                self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            elif error.reason is Reason.CREDENTIALS_REFUSED:
                self.focus_first()
        self.done.emit(place.id, False)

    def _on_signed_in(self, access_point: str) -> None:
        place = self._known.get(access_point)
        # Workers sign in by themselves all the time; only what was asked for here is told here.
        if place is not None and (access_point in self._running or access_point in self._asking_code):
            self._running.discard(access_point)
            self._succeeded(place, tr("Signed in to {place}.").format(place=tr_data(place.short_title)))

    def _on_code_wanted(self, access_point: str) -> None:
        self._running.discard(access_point)
        if self._shown(access_point):
            self.ask_code()
