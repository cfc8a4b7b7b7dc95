"""What stands in place of the list: nothing searched yet, asking, nothing found, nobody answered."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from copernicus_plugin.gui.results_tab.card_delegate import CARD_HEIGHT, CardLayout
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.results_tab.painting import Fonts
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.announce import announce
from copernicus_plugin.gui.widgets.buttons import LinkButton
from copernicus_plugin.gui.widgets.labels import IconLabel, NoteLabel, scaled_font
from copernicus_plugin.host.translation import tr


class MessagePage(QWidget):
    """An icon, one bold sentence, one sentence of what to do, and room below."""

    def __init__(self, icon_name: str, headline: str, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon_name, Tone.CLOSED, "", self, 36)
        self.headline = QLabel(headline, self)
        self.headline.setFont(scaled_font(self.font(), 1.1, bold=True))
        self.headline.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.headline.setWordWrap(True)
        self.advice = NoteLabel(advice, self)
        self.advice.setFont(self.font())
        self.advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.advice.setWordWrap(True)
        self.advice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(8)
        self.column.addStretch(2)
        self.column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addSpacing(2)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.advice)
        self.column.addSpacing(4)
        self.column.addStretch(3)

    def add(self, widget: QWidget) -> None:
        """Under the sentences, in the middle."""
        self.column.insertWidget(self.column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_texts(self, headline: str, advice: str) -> None:
        self.headline.setText(headline)
        self.advice.setText(advice)
        announce(self, f"{headline}. {advice}")


class EmptyPage(MessagePage):
    """Nothing searched yet."""

    defaultSearchRequested = pyqtSignal()
    openSavedRequested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "search",
            tr("Nothing searched yet"),
            tr("Choose what, where and when in the Search tab, or start with this."),
            parent,
        )
        self.start = BarButton("satellite", tr("Sentinel-2 of the map view, last 30 days"), self)
        self.start.clicked.connect(self.defaultSearchRequested)
        self.add(self.start)
        self.saved = LinkButton(tr("Open a saved search…"), self)
        self.saved.clicked.connect(self.openSavedRequested)
        self.add(self.saved)


class NoMatchPage(MessagePage):
    """Everybody answered and nothing matches; what one change would give."""

    alternativeRequested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter", tr("No product matches"), "", parent)
        self.links: list[LinkButton] = []
        self._lines: list[QWidget] = []

    def show_alternatives(self, lines: Sequence[tuple[str, str, object]]) -> None:
        """Each: the change, the count, and the query to run for it."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.links = [], []
        for change, count, query in lines:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(QLabel(tr("{change}:").format(change=change), line))
            number = QLabel(count, line)
            number.setFont(scaled_font(self.font(), 1.0, bold=True))
            row.addWidget(number)
            link = LinkButton(tr("Show them"), line)
            link.setAccessibleName(tr("{change}, {count}, show them").format(change=change, count=count))
            link.clicked.connect(lambda _checked=False, wanted=query: self.alternativeRequested.emit(wanted))
            row.addWidget(link)
            self.add(line)
            self._lines.append(line)
            self.links.append(link)


class NothingShownPage(MessagePage):
    """There are products, but the filters of this list hide them all."""

    showAllRequested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter", tr("The filters of this list hide all products"), "", parent)
        self.show_all = LinkButton(tr("Show all"), self)
        self.show_all.clicked.connect(self.showAllRequested)
        self.add(self.show_all)


class WaitingCards(Themed, QWidget):
    """Three grey cards while the first answer is on its way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Waiting for the first answer"))
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 3 * CARD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, fonts = self.theme, Fonts(self.font())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.base)
        height = fonts.px(CARD_HEIGHT)
        for place in range(3):
            card = QRect(0, place * height, self.width(), height)
            layout = CardLayout.of(card, fonts)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.track)
            painter.drawRect(layout.thumbnail)
            for line, share in zip(layout.lines, (0.52, 0.74, 0.42, 0.35)):
                bar = QRect(line.x(), line.y() + (line.height() - fonts.px(9)) // 2, 0, fonts.px(9))
                bar.setWidth(int(min(line.width(), fonts.px(284)) * share))
                painter.drawRoundedRect(bar, 4, 4)
            painter.fillRect(QRect(0, card.bottom(), self.width(), 1), theme.line)
        painter.end()
