"""One line of a list of access points that are being asked."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from copernicus_plugin.gui.theme import Theme, Themed, Tone, scaled
from copernicus_plugin.gui.widgets.labels import ElidedLabel, IconLabel, NoteLabel
from copernicus_plugin.gui.widgets.ring import RunningRing


class ProgressLine(Themed, QWidget):
    """A thin bar, 6 px (8 for totals), that every theme shows alike. ``share`` is 0…1, ``None`` is unknown."""

    def __init__(self, parent: QWidget | None = None, height: int = 6, tone: Tone = Tone.RUNNING) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._height = height
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    @property
    def share(self) -> float | None:
        return self._share

    def set_share(self, share: float | None, tone: Tone | None = None) -> None:
        self._share = None if share is None else min(1.0, max(0.0, share))
        self._tone = tone or self._tone
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        rect.setTop((self.height() - self._height) / 2)
        rect.setHeight(self._height)
        radius = self._height / 2
        painter.setBrush(theme.track)
        painter.drawRoundedRect(rect, radius, radius)
        if self._share:
            rect.setWidth(max(self._height, rect.width() * self._share))
            painter.setBrush(theme.colour(self._tone))
            painter.drawRoundedRect(rect, radius, radius)
        painter.end()


class StatusLine(QWidget):
    """Icon, name, a count or a bar or a note, and the seconds at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("clock", Tone.DIM, "", self, 14)
        self._ring = RunningRing(self, 14)
        icons = QWidget(self)
        icons.setFixedSize(14, 14)
        self._icons = QStackedLayout(icons)
        self._icons.setContentsMargins(0, 0, 0, 0)
        self._icons.addWidget(self._icon)
        self._icons.addWidget(self._ring)
        self.name_label = ElidedLabel(name, self)
        self.name_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note_label = ElidedLabel("", self, Tone.DIM)
        self.note_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = ProgressLine(self)
        self._bar.hide()
        self.right_label = NoteLabel("", self)
        self.right_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icons)
        row.addWidget(self.name_label, 5)
        row.addWidget(self.note_label, 6)
        row.addWidget(self._bar, 6)
        row.addWidget(self.right_label)
        self._row = row
        self.setMinimumHeight(scaled(self, 18))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_right(self, text: str) -> None:
        """What stands at the right, while the rest stays."""
        self.right_label.setText(text)
        self.right_label.setMinimumWidth(scaled(self, 52) if text else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow panel the name is worth more than the note.
        for place, share in ((1, 5), (2, 4 if self.width() < scaled(self, 320) else 6)):
            self._row.setStretch(place, share)

    def set_state(
        self,
        icon_name: str,
        tone: Tone,
        state: str,
        note: str = "",
        right: str = "",
        share: float | None = None,
    ) -> None:
        """``icon_name`` ``running`` turns; ``state`` is a word for the accessible name; a ``share`` shows a bar."""
        if icon_name == "running":
            self._icons.setCurrentWidget(self._ring)
        else:
            self._icon.set_icon(icon_name, tone)
            self._icons.setCurrentWidget(self._icon)
        self.note_label.setText(note)
        self.note_label.setVisible(share is None)
        self._bar.setVisible(share is not None)
        self._bar.set_share(share)
        self.right_label.setText(right)
        self.right_label.setMinimumWidth(scaled(self, 52) if right else 0)
        self.setAccessibleName(", ".join(part for part in (self.name_label.text(), state, note or right) if part))
