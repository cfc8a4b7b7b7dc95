"""Messages with buttons in QGIS's message bar, which outlives the plugin: its buttons must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import Qgis
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QPushButton

from copernicus_plugin.host.translation import tr


class BarMessages:
    """``iface`` is QGIS's. The messages stay until they are answered, or until ``close``."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._shown: list[Any] = []

    def push(
        self, text: str, buttons: Sequence[tuple[str, Callable[[], object]]], level: Qgis.MessageLevel, answered: bool
    ) -> Any:
        """``buttons`` are titles and what they do; ``answered``: the message goes when one of them is pressed.

        Returns what ``take_down`` takes.
        """
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Copernicus Data Access"), text)
        for title, carry_out in buttons:
            button = QPushButton(title, item)
            button.clicked.connect(self._pressed(item, carry_out, answered))
            item.layout().addWidget(button)
        bar.pushWidget(item, level, 0)
        self._shown = [*self._standing(), item]
        return item

    def take_down(self, item: Any) -> None:
        """What it says is no longer true. Nothing happens where it is gone already."""
        if any(one is item for one in self._standing()):
            self._shown = [one for one in self._standing() if one is not item]
            self._iface.messageBar().popWidget(item)

    def close(self) -> None:
        """Take down those that still stand. May be called twice."""
        for item in self._standing():
            self._iface.messageBar().popWidget(item)
        self._shown.clear()

    def _standing(self) -> list[Any]:
        return [item for item in self._shown if not sip.isdeleted(item)]

    def _pressed(self, item: Any, carry_out: Callable[[], object], answered: bool) -> Callable[..., None]:
        def pressed(_checked: bool = False) -> None:
            if answered:
                self._iface.messageBar().popWidget(item)
            carry_out()

        return pressed
