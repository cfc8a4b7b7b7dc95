"""The Access points tab as a user meets it: what is shown, keys and clicks, and what comes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from copernicus_plugin.gui.access_points_tab.account_fields import HiddenEdit, fields_of
from copernicus_plugin.gui.access_points_tab.user_files import new_id
from copernicus_plugin.gui.search_tab.from_section import FromSection
from copernicus_plugin.gui.theme import Theme, Tone, contrast
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.model.access_point import AccountKind
from tests.qgis.host.test_accounts import MASTER
from tests.sandbox.content.accounts import ANALYST, CAREFUL

from .conftest import until

LEFT = Qt.MouseButton.LeftButton


def press(button):
    QTest.mouseClick(button, LEFT)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def rows(tab):
    """What a screen reader says of each shown row."""
    model = tab.model
    found = []
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        found.append(group.data(Qt.ItemDataRole.AccessibleTextRole))
        places = (model.index(inner, 0, group) for inner in range(model.rowCount(group)))
        found.extend(place.data(Qt.ItemDataRole.AccessibleTextRole) for place in places)
    return found


def light(tab, access_point):
    from copernicus_plugin.gui.access_points_tab.model import LIGHT_ROLE

    return tab.model.index_of(access_point).data(LIGHT_ROLE)


def give(tab, person, access_point="cdse", come_back=False):
    """Type an account as a user does."""
    tab.edit_account(access_point, come_back=come_back)
    fields = tab.details.editor.fields
    type_into(fields["username"], person.username)
    type_into(fields["password"], person.password)


def finished(tab):
    editor = tab.details.editor
    until(lambda: not editor.ring.isVisibleTo(editor) and editor.message.text)
    return editor.message.text


def everything_shown(widget):
    texts = []
    for one in widget.findChildren(QWidget):
        texts += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, (QLabel, QLineEdit)):
            texts.append(one.text())
    return "\n".join(texts)


# ---- the tree


def test_places_by_group_with_states_and_accounts_in_words(tab):
    said = rows(tab)
    assert said[0].startswith("Satellite data, ")
    assert "Copernicus Data Space Ecosystem, active, no account set" in said
    assert any(one.startswith("Copernicus Open Access Hub, closed 2023") for one in said)
    assert any("Earth Search" in one and one.endswith("active, no account needed") for one in said)
    assert any("Contributing Missions, restricted by eligibility" in one for one in said)
    assert light(tab, "earth_search").icon == "no-account"
    assert light(tab, "cdse").icon == "key-plus"
    assert light(tab, "open_access_hub") is None


def test_a_closed_place_leads_on(tab):
    tab.show_access_point("open_access_hub")
    details = tab.details
    assert details.chip.text() == "closed 2023"
    assert "Copernicus Data Space Ecosystem" in details.message.text
    assert details.search.text() == "Search at Data Space"
    assert not details.editor.isVisibleTo(details)
    press(details.search)
    assert tab.told == [("search", "cdse")]


def test_held_collections_open_the_search_and_links_open_outside(tab):
    tab.show_access_point("cdse")
    titles = [button.text() for button in tab.details.held]
    assert "Sentinel-2 L2A" in titles
    press(tab.details.held[titles.index("Sentinel-2 L2A")])
    press(tab.details.links["register"])
    register = tab.services.registry.access_points["cdse"].links.register
    assert tab.told == [("collection", "sentinel-2-l2a", "cdse"), ("link", register)]
    more = next(button for button in tab.details.held if button.text().endswith("more…"))
    press(more)
    assert len(tab.details.held) > 20


def test_keys_find_choose_open_and_close(tab):
    tab.view.setFocus()
    QTest.keyClicks(tab.view, "e")
    assert tab.find.hasFocus()
    QTest.keyClicks(tab.find, "arth")
    assert [place.id for place in tab.model.shown()] == ["earth_search"]
    assert tab.current().id == "earth_search"
    QTest.keyClick(tab.find, Qt.Key.Key_Escape)
    assert tab.find.text() == ""
    tab.show_access_point("cdse")
    QTest.keyClick(tab.find, Qt.Key.Key_Down)
    assert tab.view.hasFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Left)
    group = tab.view.currentIndex()
    assert group.data() == "Satellite data"
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    assert not tab.view.isExpanded(group)
    QTest.keyClick(tab.view, Qt.Key.Key_Right)
    assert tab.view.isExpanded(group)
    QTest.keyClick(tab.view, Qt.Key.Key_Down)
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    assert tab.details.editor.fields["username"].hasFocus()


def test_words_that_no_place_has_and_ctrl_f_which_qgis_would_take(tab):
    type_into(tab.find, "xyzzy")
    assert tab.pages.currentWidget() is tab.nothing
    tab.view.setFocus()
    key = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, *key)
    override.ignore()
    QApplication.sendEvent(tab, override)
    assert override.isAccepted()
    QTest.keyClick(tab, *key)
    assert tab.find.hasFocus()
    assert tab.find.selectedText() == "xyzzy"


def test_a_group_is_closed_by_a_click_and_stays_so(tab, make_tab):
    group = tab.model.index(0, 0)
    place = tab.view.visualRect(group).center()
    QTest.mouseClick(tab.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, place.y()))
    assert not tab.view.isExpanded(group)
    again = make_tab(services=tab.services)
    assert again.view.isExpanded(again.model.index(1, 0))
    assert not again.view.isExpanded(again.model.index(0, 0))
    assert again.current().id == "cdse"


def test_the_menu_does_what_the_buttons_do(tab):
    tab.show_access_point("cdse")
    menu = tab.menu_of(tab.current())
    titles = [action.text() for action in menu.actions()]
    assert titles == ["Search here", "Set the account…", "Test connection", "Copy address"]
    menu.actions()[3].trigger()
    endpoint = tab.services.registry.access_points["cdse"].endpoints[0]
    assert QApplication.clipboard().text() == endpoint.url
    menu.actions()[1].trigger()
    assert tab.details.editor.fields["username"].hasFocus()


@pytest.mark.parametrize("width", [320, 380, 1100])
def test_nothing_is_wider_than_the_panel(make_tab, width):
    tab = make_tab(width=width)
    for access_point in ("cdse", "open_access_hub", "contributing_missions"):
        tab.show_access_point(access_point)
        QTest.qWait(1)
        details = tab.details
        assert details.widget().width() <= details.viewport().width()
        assert details.widget().minimumSizeHint().width() <= details.viewport().width()
    beside = tab.splitter.orientation() == Qt.Orientation.Horizontal
    assert beside == (width >= 800)


def test_shapes_are_seen_on_rows_that_are_selected_too(tab):
    theme = Theme.of(tab.view)
    for ground in (theme.base, theme.selected_ground):
        for tone in (Tone.GOOD, Tone.RUNNING, Tone.CARE, Tone.CLOSED, Tone.FAILED, Tone.DIM):
            assert contrast(theme.colour(tone, ground), ground) >= 3.0


# ---- the account


def test_each_kind_asks_for_its_own_fields():
    for kind in AccountKind:
        fields = fields_of(kind)
        assert bool(fields) == (kind is not AccountKind.NONE)
        assert not fields or fields[-1].hidden
    assert [one.key for one in fields_of(AccountKind.S3_KEYS)] == ["access_key", "secret_key"]
    assert [one.key for one in fields_of(AccountKind.KEY_HEADER)] == ["key"]


def test_an_account_is_saved_tested_and_never_shown_again(tab, make_tab):
    give(tab, ANALYST, come_back=True)
    editor = tab.details.editor
    assert editor.fields["password"].echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(editor.fields["password"], Qt.Key.Key_Return)
    assert editor.ring.isVisibleTo(editor)
    assert finished(tab).startswith("Signed in to Data Space")
    assert tab.told == [("done", "cdse", True)]
    assert light(tab, "cdse").icon == "key-tick"
    assert light(tab, "contributing_missions").icon == "key-tick"
    assert editor.fields["username"].text() == ANALYST.username
    assert editor.fields["password"].text() == ""
    assert editor.save_button.text() == "Test"
    assert ANALYST.password not in everything_shown(tab)
    press(editor.save_button)
    assert finished(tab).startswith("Signed in to Data Space")
    assert tab.told == [("done", "cdse", True)]


def test_accounts_of_an_earlier_start_are_unlocked_in_place(tab, make_tab, typist, manager):
    give(tab, ANALYST)
    press(tab.details.editor.save_button)
    finished(tab)
    manager.clearMasterPassword()
    other = make_tab()
    assert light(other, "cdse").icon == "padlock"
    asked = typist.asked
    other.edit_account("cdse", come_back=True)
    assert typist.asked == asked
    assert not other.details.editor.form.isVisibleTo(other)
    typist.answer = None
    press(other.details.editor.unlock_button)
    assert other.details.editor.message.text.startswith("The accounts stay locked.")
    assert other.told == []
    typist.answer = MASTER
    press(other.details.editor.unlock_button)
    assert light(other, "cdse").icon == "key-tick"
    assert other.details.editor.fields["username"].text() == ANALYST.username
    assert ANALYST.password not in everything_shown(other)
    assert other.told == [("done", "cdse", True)]


def test_without_the_master_password_it_is_kept_until_qgis_closes(tab, typist):
    typist.answer = None
    give(tab, ANALYST, come_back=True)
    press(tab.details.editor.save_button)
    finished(tab)
    assert tab.told == [("done", "cdse", True)]
    assert light(tab, "cdse").words == "kept until QGIS closes"
    tab.show_access_point("earth_search")
    tab.show_access_point("cdse")
    assert tab.details.editor.state.text() == "kept until QGIS closes"


def test_a_wrong_password_is_told_and_typed_again(tab):
    tab.edit_account("cdse", "Data Space needs an account to download.", come_back=True)
    editor = tab.details.editor
    assert editor.message.text == "Data Space needs an account to download."
    type_into(editor.fields["username"], ANALYST.username)
    press(editor.save_button)
    assert "Password" in editor.message.text
    assert editor.fields["password"].wrong
    type_into(editor.fields["password"], "not it")
    press(editor.save_button)
    assert "Data Space" in finished(tab)
    assert light(tab, "cdse").icon == "key-cross"
    assert editor.fields["password"].hasFocus()
    assert tab.told == []
    type_into(editor.fields["password"], ANALYST.password)
    press(editor.save_button)
    until(lambda: tab.told == [("done", "cdse", True)])
    assert light(tab, "cdse").icon == "key-tick"


def test_the_code_of_an_authenticator_app(tab):
    give(tab, CAREFUL)
    editor = tab.details.editor
    assert not editor.code.isVisibleTo(editor)
    QTest.mouseClick(editor.code_check, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(60, 8))
    assert editor.code_check.box.isChecked()
    press(editor.save_button)
    assert editor.message.text == "Type the code that your authenticator app shows now."
    assert editor.code.wrong
    QTest.keyClicks(editor.code, f"{CAREFUL.code[:2]}x{CAREFUL.code[2]} {CAREFUL.code[3:]}")
    assert editor.code.text() == f"{CAREFUL.code[:3]} {CAREFUL.code[3:]}"
    press(editor.save_button)
    assert finished(tab).startswith("Signed in to Data Space")
    assert editor.code.text() == ""
    tab.ask_code("cdse")
    assert editor.code.hasFocus()
    assert "authenticator app" in editor.message.text
    QTest.keyClicks(editor.code, "999999")
    QTest.keyClick(editor.code, Qt.Key.Key_Return)
    assert "code" in finished(tab)
    assert editor.code.hasFocus()


def test_removing_asks_first_and_back_leads_back(tab):
    give(tab, ANALYST)
    press(tab.details.editor.save_button)
    finished(tab)
    tab.edit_account("cdse", come_back=True)
    editor = tab.details.editor
    press(editor.remove_button)
    assert light(tab, "cdse").icon == "key-tick"
    press(editor.message.link("Remove"))
    assert light(tab, "cdse").icon == "key-plus"
    assert editor.fields["username"].text() == ""
    assert tab.services.accounts.store.state(tab.current()) is AccountState.MISSING
    press(editor.back)
    assert tab.told == [("done", "cdse", False)]
    assert not editor.back.isVisibleTo(editor)


def test_what_was_typed_for_one_place_is_not_there_for_another(tab):
    give(tab, ANALYST)
    tab.show_access_point("earth_search")
    assert not tab.details.editor.isVisibleTo(tab)
    tab.show_access_point("contributing_missions")
    assert tab.details.editor.place.id == "cdse"
    assert "Data Space" in tab.details.shared.text()


def test_fields_are_named_for_those_who_do_not_see_them(tab):
    tab.edit_account("cdse")
    editor = tab.details.editor
    assert [edit.accessibleName() for edit in editor.fields.values()] == ["User name", "Password"]
    assert isinstance(editor.fields["password"], HiddenEdit)
    assert editor.code_check.box.accessibleName() == "My account asks for the code of an authenticator app"
    assert "QGIS's authentication database" in editor.kept.text()
    assert "dataspace.copernicus.eu" in editor.kept.text()


# ---- the connection


def test_the_connection_is_tested_in_the_background(tab, sandbox):
    tab.show_access_point("open_access_hub")
    press(tab.details.test)
    assert tab.details.test_ring.isVisibleTo(tab)
    assert tab.details.test_result.text() == "Asking Data Space…"
    assert tab.details.test.hasFocus()
    until(lambda: tab.details.test_result.text().startswith("Data Space answered in "))


# ---- places of the user's own


def own_file(tmp_path, **changes):
    content = {
        "id": "my_place",
        "title": "STAC of my university",
        "short_title": "My university",
        "group": "private",
        "operator": "My university",
        "status": {"state": "active"},
        "links": {},
        "account": {"kind": "none"},
        "endpoints": [
            {
                "protocol": "stac",
                "url": "https://stac.example/v1",
                "collections": {"sentinel-2-l2a": "s2"},
                "dialect": {"methods": ["GET"]},
            }
        ],
        **changes,
    }
    path = Path(tmp_path) / "downloaded.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_a_file_of_the_user_is_checked_added_and_removed(tab, tmp_path):
    tab.add_file(own_file(tmp_path, status={"state": "alive"}))
    assert tab.message.text.startswith("downloaded.json cannot be used: status.state ")
    tab.add_file(own_file(tmp_path))
    assert tab.current().id == "my_place"
    assert tab.told == [("registry",)]
    assert "My own, 1 access point, 1 of 1 work" in rows(tab)
    assert (tab.user_folder / "my_place.json").is_file()
    holding = [place.id for place in tab.services.registry.holding("sentinel-2-l2a")]
    assert "my_place" in holding
    menu = tab.menu_of(tab.current())
    next(action for action in menu.actions() if action.text() == "Remove").trigger()
    assert not (tab.user_folder / "my_place.json").exists()
    assert "my_place" not in tab.services.registry.access_points
    assert "My own" not in "\n".join(rows(tab))


def test_a_stac_address_is_asked_what_it_has(tab):
    tab.add_menu.actions()[1].trigger()
    form = tab.form
    assert form.name.hasFocus()
    QTest.keyClicks(form.name, "Éarth, again")
    QTest.keyClicks(form.address, "earth-search.example")
    press(form.add)
    assert form.address.wrong
    type_into(form.address, "https://earth-search.aws.element84.com/v1")
    press(form.add)
    until(lambda: tab.told == [("registry",)])
    added = tab.services.registry.access_points["earth_again"]
    assert added.title == "Éarth, again"
    assert "sentinel-2-l2a" in added.endpoints[0].collections
    assert tab.current().id == "earth_again"
    tab.add_menu.actions()[1].trigger()
    type_into(form.name, "Nowhere")
    type_into(form.address, "https://nowhere.example/v1")
    press(form.add)
    until(lambda: form.message.text)
    assert form.add.isEnabled()
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    assert tab.details_stack.currentWidget() is tab.details


def test_an_odata_address_is_taken_to_hold_what_the_data_space_does(tab):
    tab.add_menu.actions()[1].trigger()
    type_into(tab.form.name, "National mirror")
    type_into(tab.form.address, "https://mirror.example/odata/v1/")
    tab.form.protocol.setCurrentIndex(1)
    press(tab.form.add)
    endpoint = tab.services.registry.access_points["national_mirror"].endpoints[0]
    assert endpoint.protocol == "csc_odata"
    assert "sentinel-2-l2a" in endpoint.collections
    assert "dataspace.copernicus.eu" not in json.dumps(dict(endpoint.dialect))


def test_names_become_ids():
    assert new_id("Éarth, again!", ()) == "earth_again"
    assert new_id("cdse", {"cdse", "cdse_2"}) == "cdse_3"
    assert new_id("日本", ()) == "place"


# ---- From in the Search tab


def test_from_follows_the_account(tab):
    section = FromSection(tab.services.registry, tab, tab.services.accounts)
    asked = []
    section.accountRequested.connect(lambda *told: asked.append(told))
    section.show_collection("sentinel-2-l2a", "Sentinel-2 L2A")
    row = next(row for row in section.rows if row.access_point.id == "cdse")
    assert row.ticked
    assert row.link.text() == "add account…"
    assert row.box.accessibleName() == "Data Space, ticked, active, search only without account"
    row.link.setFocus()
    QTest.keyClick(row.link, Qt.Key.Key_Return)
    assert asked == [("cdse", "add_account")]
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    assert not row.ticked
    assert section.ticks == {"cdse": False}
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    assert row.ticked
    give(tab, ANALYST)
    press(tab.details.editor.save_button)
    finished(tab)
    assert row.link.isHidden()
    assert row.box.accessibleName() == "Data Space, ticked, active, account set"
    assert not any(row.access_point.id == "open_access_hub" for row in section.rows)
