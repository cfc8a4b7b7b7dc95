"""Sentences for labels and for screen readers."""

from __future__ import annotations

import html
import re

from qgis.PyQt import QtGui
from qgis.PyQt.QtWidgets import QWidget


def plain(text: str) -> str:
    """``text`` without ``<b>`` and ``<br>``."""
    return re.sub(r"</?b>", "", text.replace("<br>", " "))


def marked_up(text: str) -> str:
    """Rich text in which only ``<b>``, ``</b>`` and ``<br>`` mean something: the rest came from servers.

    Long names may break after their underscores.
    """
    return re.sub(r"&lt;(/?b|br)&gt;", r"<\1>", html.escape(text, quote=False).replace("_", "_\u200b"))


def announce(widget: QWidget, text: str) -> None:
    """Tell assistive technology, where PyQt can (PyQt6); PyQt5 has only the change of the accessible name."""
    widget.setAccessibleName(plain(text))
    accessible = getattr(QtGui, "QAccessible", None)
    event = getattr(QtGui, "QAccessibleEvent", None)
    if accessible is not None and event is not None:
        accessible.updateAccessibility(event(widget, accessible.Event.Alert))
