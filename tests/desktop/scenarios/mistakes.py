"""What a user or the network gets wrong: dates turned round, a host that does not exist, no connection at all."""

from common import CTRL, choose_collection, draw_rectangle, look_at, open_panel, results, searched, type_query
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPlainTextEdit


def sentences(person, text):
    return [label.text() for label in person.widgets(QLabel, text)]


def scenario(person, seen):
    look_at(person)
    yield from open_panel(person)
    yield from choose_collection(person, "sent 2 l2a")
    yield from draw_rectangle(person)
    person.press(r"^Search \d+ access points")
    yield searched(person)
    yield lambda: sentences(person, "Nowhere")
    yield 0.5
    seen["unknown host"] = sentences(person, "Nowhere")
    seen["rows beside it"] = len(person.rows(results(person)))
    person.shoot("unknown host")

    person.tab("^Search")
    yield from type_query(person, "sentinel-2-l2a 2026-11-22/2026-08-22 bbox=-9.3,52.5,-8.2,53.6")
    yield lambda: person.reads("first day is after the last")
    seen["dates"] = sentences(person, "first day is after the last")
    person.shoot("dates turned round")
    person.press("^Swap$")
    yield 0.6
    seen["after Swap"] = person.find(QPlainTextEdit).toPlainText()

    QgsSettings().setValue("proxy/proxyPort", "9")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    person.key(Qt.Key.Key_Return, CTRL, person.find(QPlainTextEdit))
    yield 0.5
    yield searched(person)
    yield lambda: sentences(person, "No connection")
    yield 0.5
    seen["offline"] = sentences(person, "No connection")
    seen["rows while offline"] = len(person.rows(results(person)))
    person.shoot("offline")
