"""Colours that can be seen in every theme, and the small widgets by mouse and keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel, QScrollArea, QVBoxLayout, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.theme import Theme, Tone, contrast
from copernicus_plugin.gui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from copernicus_plugin.gui.widgets.labels import ElidedLabel
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.gui.widgets.status_line import StatusLine

from .conftest import until

DARK = {"Window": "#323232", "WindowText": "#ffffff", "Base": "#232323", "Text": "#ffffff", "Button": "#4a4a4a"}


def qgis_theme(name):
    """The style sheet of one of QGIS's own themes, as QGIS makes it (QgsApplication.setUITheme)."""
    folder = Path(QgsApplication.uiThemes()[name])
    text = (folder / "style.qss").read_text("utf-8")
    pairs = re.findall(r"^(@\w+)\s*:\s*(.+?)\s*$", (folder / "variables.qss").read_text("utf-8"), re.MULTILINE)
    for variable, value in sorted(pairs, key=lambda pair: -len(pair[0])):
        text = text.replace(variable, value)
    return text.replace("@theme_path", str(folder))


@pytest.fixture
def dock(qgis_app):
    sheet, palette = qgis_app.styleSheet(), qgis_app.palette()
    dock = QDockWidget()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(QWidget())
    QVBoxLayout(area.widget())
    dock.setWidget(area)
    dock.resize(380, 300)
    dock.show()
    yield dock
    dock.hide()
    dock.deleteLater()
    qgis_app.setStyleSheet(sheet)
    qgis_app.setPalette(palette)
    QApplication.sendPostedEvents()


def put(dock, widget):
    dock.widget().widget().layout().addWidget(widget)
    QTest.qWait(20)
    return widget


def dark_palette():
    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return palette


def test_the_default_palette_is_light(dock):
    theme = Theme.of(dock.widget())
    assert not theme.dark
    assert theme.good.name() == "#0b7a5b"


def test_a_dark_palette_takes_the_dark_set_and_live(dock, qgis_app):
    line = put(dock, StatusLine("CEDA"))
    line.set_state("good", Tone.GOOD, "done")
    qgis_app.setPalette(dark_palette())
    until(lambda: Theme.of(line).dark)
    assert Theme.of(line).good.name() == "#4fc79c"
    until(lambda: "#b0b0b0" in line.right_label.styleSheet())


@pytest.mark.parametrize(("name", "dark"), [("Night Mapping", True), ("Blend of Gray", False)])
def test_qgis_themes_paint_by_style_sheet(dock, qgis_app, name, dark):
    qgis_app.setStyleSheet(qgis_theme(name))
    QTest.qWait(20)
    theme = Theme.of(dock.widget())
    assert theme.dark is dark
    assert theme.window.name() == ("#323232" if dark else "#727272")


@pytest.mark.parametrize("name", ["", "Night Mapping", "Blend of Gray"])
def test_every_tone_has_a_contrast_of_three_on_every_ground(dock, qgis_app, name):
    qgis_app.setStyleSheet(qgis_theme(name) if name else "")
    QTest.qWait(20)
    theme = Theme.of(dock.widget())
    grounds = [theme.window, theme.base, theme.selected_ground, *(theme.ground(tone) for tone in Tone)]
    for ground in grounds:
        for tone in Tone:
            assert contrast(theme.colour(tone, ground), ground) >= 3.0
    assert contrast(QColor("#ffffff"), theme.primary) >= 4.5


def test_every_icon_draws_in_the_asked_colour_and_ratio(qgis_app):
    names = [file.stem for file in icons.FOLDER.glob("*.svg")]
    assert len(names) > 60
    for name in names:
        image = icons.pixmap(name, QColor("#B3261E"), 16, 2.0)
        assert (image.width(), image.devicePixelRatio()) == (32, 2.0)
        pixels = image.toImage()
        colours = {
            pixels.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if pixels.pixelColor(x, y).alpha() > 250
        }
        assert "#b3261e" in colours, name


def test_white_icons_are_white(qgis_app):
    pixels = icons.pixmap("search", QColor("#FFFFFF"), 16).toImage()
    assert any(
        pixels.pixelColor(x, y).lightness() > 240 and pixels.pixelColor(x, y).alpha() > 200
        for x in range(16)
        for y in range(16)
    )


def test_a_section_opens_and_closes_by_mouse_and_keyboard(dock):
    section = put(dock, Section("What"))
    inside = QLabel("inside")
    section.body.addWidget(inside)
    QTest.qWait(20)
    assert inside.isVisible()
    assert section.header.accessibleName() == "What, open"
    QTest.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert not inside.isVisible()
    assert section.header.accessibleName() == "What, closed"
    section.header.setFocus()
    QTest.keyClick(section.header, Qt.Key.Key_Right)
    assert inside.isVisible()
    QTest.keyClick(section.header, Qt.Key.Key_Space)
    assert not inside.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make", [lambda: LinkButton("Retry"), lambda: PrimaryButton("Search"), lambda: IconButton("clear", "Clear")]
)
def test_buttons_are_pressed_by_keys(dock, make, key):
    button = put(dock, make())
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_a_message_says_what_and_offers_links(dock):
    message = put(dock, InlineMessage(closable=True))
    assert not message.isVisible()
    chosen = []
    message.activated.connect(chosen.append)
    message.show_message(Tone.CARE, "<b>CEDA</b> said <script> & more.", [("retry", "Retry"), ("log", "Log")])
    QTest.qWait(20)
    assert message.isVisible()
    assert message.accessibleName() == "CEDA said <script> & more."
    assert "&lt;script&gt;" in message.label.text()
    assert [link.text() for link in message.links] == ["Retry", "Log"]
    QTest.mouseClick(message.links[1], Qt.MouseButton.LeftButton)
    message.links[0].setFocus()
    QTest.keyClick(message.links[0], Qt.Key.Key_Return)
    assert chosen == ["log", "retry"]


def test_a_long_message_keeps_all_its_text_in_a_narrow_panel(dock):
    message = put(dock, InlineMessage())
    dock.resize(320, 400)
    message.show_message(Tone.FAILED, "word " * 40, [("a", "Open QGIS's network options"), ("b", "Retry")])
    QTest.qWait(50)
    label = message.label
    assert label.height() >= label.heightForWidth(label.width())
    assert all(link.geometry().right() <= link.parentWidget().width() for link in message.links)


def test_an_elided_label_keeps_its_text_in_the_tool_tip(dock):
    label = put(dock, ElidedLabel("A title that is far too long for a narrow panel, really far too long for it"))
    label.setFixedWidth(100)
    QTest.qWait(20)
    assert label.toolTip() == label.text()
    label.setText("short")
    assert label.toolTip() == ""


def test_the_ring_turns_only_while_it_is_seen(dock):
    ring = put(dock, RunningRing())
    assert ring.turning
    ring.hide()
    assert not ring.turning


def test_a_status_line_is_read_as_one_sentence(dock):
    line = put(dock, StatusLine("GEODES"))
    line.set_state("running", Tone.RUNNING, "running", right="40 of 61", share=40 / 61)
    assert line.accessibleName() == "GEODES, running, 40 of 61"
    line.set_state("failed", Tone.FAILED, "failed", note="no answer", right="20 s")
    assert line.accessibleName() == "GEODES, failed, no answer"
