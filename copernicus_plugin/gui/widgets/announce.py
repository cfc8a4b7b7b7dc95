"""Says a sentence to screen readers once."""

from __future__ import annotations

from qgis.PyQt import QtGui
from qgis.PyQt.QtCore import QRegularExpression
from qgis.PyQt.QtWidgets import QWidget

_TAGS = QRegularExpression("<[^>]*>")


def plain(text: str) -> str:
    """``text`` without its mark-up."""
    result = text
    while (match := _TAGS.match(result)).hasMatch():
        result = result[: match.capturedStart()] + result[match.capturedEnd() :]
    return result


def announce(widget: QWidget, text: str) -> None:
    """Tell assistive technology, where PyQt can (PyQt6); PyQt5 has only the change of the accessible name."""
    widget.setAccessibleName(plain(text))
    accessible = getattr(QtGui, "QAccessible", None)
    event = getattr(QtGui, "QAccessibleEvent", None)
    if accessible is not None and event is not None:
        accessible.updateAccessibility(event(widget, accessible.Event.Alert))
