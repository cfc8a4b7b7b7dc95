"""The Downloads tab: how it goes as a whole, the list, and what happens when one is done."""

from __future__ import annotations

import os
from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import (
    QDesktopServices,
    QFont,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.downloads_tab.disk import FreeSpace
from copernicus_plugin.gui.downloads_tab.model import DownloadsModel, Group
from copernicus_plugin.gui.downloads_tab.place import Place
from copernicus_plugin.gui.downloads_tab.row_layout import OF_MESSAGE, RowAction
from copernicus_plugin.gui.downloads_tab.view import DownloadsView
from copernicus_plugin.gui.message_actions import MessageActions, account_of
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.footer import BarButton
from copernicus_plugin.gui.results_tab.pages import MessagePage
from copernicus_plugin.gui.results_tab.painting import Fonts, number_of
from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed
from copernicus_plugin.gui.widgets.announce import announce
from copernicus_plugin.gui.widgets.buttons import LinkButton, draw_focus, pressed_by_key
from copernicus_plugin.gui.widgets.labels import ElidedLabel, IconLabel, NoteLabel, scaled_font
from copernicus_plugin.gui.widgets.section import Line
from copernicus_plugin.gui.widgets.status_line import ProgressLine
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.download import Download, DownloadState

ASKS_ABOVE = 100_000_000
"""Bytes that may be lost without a question."""
_FREE_SPACE_EVERY_MS = 20_000
COMPACT_BELOW = 360


_WIDEST_SURE = 60
"""pixels of a filter button that it always gets; of five words the most are shorter"""


class StateButton(Themed, QAbstractButton):
    """A filter button: a word and how many there are."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(lambda _on: self._name())
        self.set_count(0)
        self.follow_theme()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setText(_group_title(self.group))
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        state = tr("{name}, {count}, on") if self.isChecked() else tr("{name}, {count}")
        self.setAccessibleName(state.format(name=self.text(), count=formats.count_text(self._count)))

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def label(self) -> str:
        return f"{self.text()} {formats.count_text(self._count)}" if self._count else self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        fonts = Fonts(self.font())
        return QSize(fonts.note_metrics.horizontalAdvance(self.label()) + fonts.px(12), max(22, fonts.px(24)))

    def minimumSizeHint(self) -> QSize:
        # Its words, unless five of them were wider than the narrowest panel; their shares follow from this.
        fonts = Fonts(self.font())
        words = fonts.note_metrics.horizontalAdvance(self.label()) + fonts.px(7)
        return QSize(min(words, fonts.px(_WIDEST_SURE)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, fonts = self.theme, Fonts(self.font())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = mixed(theme.window, theme.base, 0.6)
        if self.isChecked():
            ground = theme.selected_ground
        elif self.underMouse():
            ground = theme.hover
        painter.setBrush(ground)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        font = QFont(fonts.note)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.colour(Tone.TEXT, ground))
        label = painter.fontMetrics().elidedText(self.label(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(self.rect(), number_of(Qt.AlignmentFlag.AlignCenter), label)
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.link)
        painter.end()


class DownloadsTab(QWidget):
    """Reads ``services.downloads`` and tells it what the user wants."""

    loadRequested = pyqtSignal(object)
    """a finished ``Download``"""
    logRequested = pyqtSignal()
    networkOptionsRequested = pyqtSignal()
    accountRequested = pyqtSignal(str, str)
    """the access point whose account it is, and why: the value of an ``Action``"""
    linkRequested = pyqtSignal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._milestones = sentences.Milestones()
        self._dialog: QFileDialog | None = None
        self._free: int | None = None
        self.model = DownloadsModel(self._place_of, self)
        self._actions = MessageActions(self)
        self._actions.logRequested.connect(self.logRequested)
        self._actions.networkOptionsRequested.connect(self.networkOptionsRequested)
        self._actions.accountRequested.connect(self.accountRequested)
        self._actions.linkRequested.connect(self.linkRequested)
        self._make_header()
        self._make_list()
        self._make_footer()
        self._lay_out()
        self._space = FreeSpace(self)
        self._space.told.connect(self._on_free_space)
        self._space_timer = QTimer(self)
        self._space_timer.setInterval(_FREE_SPACE_EVERY_MS)
        self._space_timer.timeout.connect(self._ask_space)
        downloads = services.downloads
        downloads.changed.connect(self._on_changed)
        downloads.removed.connect(self._on_removed)
        self.destroyed.connect(self._space.close)
        self.model.replace(downloads.downloads())
        self._update()

    # ---- parts

    def _make_header(self) -> None:
        self.icon = IconLabel("download", Tone.RUNNING, "", self)
        self.headline = ElidedLabel("", self)
        self.headline.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.headline.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.facts = ElidedLabel("", self, Tone.DIM)
        self.pause_all = BarButton("pause", tr("Pause all"), self)
        self.resume_all = BarButton("play", tr("Resume all"), self)
        for button in (self.pause_all, self.resume_all):
            # The words beside give way, not the button.
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.pause_all.clicked.connect(self._services.downloads.pause_all)
        self.resume_all.clicked.connect(self._services.downloads.resume_all)
        self.bar = ProgressLine(self, 8)
        self.amount = NoteLabel("", self, Tone.TEXT)
        self.free = NoteLabel("", self)
        self.folder = LinkButton("", self)
        self.folder.set_small(True)
        self.folder.clicked.connect(self._open_download_folder)
        self.groups: dict[Group, StateButton] = {}
        self._group_buttons = QButtonGroup(self)
        for group in Group:
            button = StateButton(group, self)
            button.clicked.connect(lambda _on=False, chosen=group: self._choose_group(chosen))
            self._group_buttons.addButton(button)
            self.groups[group] = button
        self.groups[Group.ALL].setChecked(True)

    def _make_list(self) -> None:
        self.view = DownloadsView(self.model, self)
        self.view.actionRequested.connect(self._do)
        self.empty_page = MessagePage(
            "download",
            tr("Nothing downloaded yet"),
            tr("Select products in the Results tab and press Download. They are kept in the folder that you choose."),
            self,
        )
        self.none_page = MessagePage("filter", tr("None in this state"), tr("All shows the others."), self)
        self.pages = QStackedWidget(self)
        for page in (self.view, self.empty_page, self.none_page):
            self.pages.addWidget(page)

    def _make_footer(self) -> None:
        self.load_when_done = QCheckBox(tr("Load when done"), self)
        self.load_when_done.setChecked(self._services.settings.load_when_done)
        self.load_when_done.toggled.connect(self._set_load_when_done)
        self.clear_done = BarButton("", tr("Clear done"), self)
        self.clear_done.setToolTip(tr("Take what is done off this list; the files stay"))
        self.clear_done.clicked.connect(self._services.downloads.clear_done)
        self.options = BarButton("settings", "", self)
        self.options.setAccessibleName(tr("Options…"))
        self.options.setToolTip(tr("The download folder"))
        self.menu = QMenu(self)
        self.choose_folder = self.menu.addAction(tr("Choose the download folder…"))
        self.choose_folder.triggered.connect(lambda _on=False: self._choose_folder())
        self.open_folder = self.menu.addAction(tr("Open the download folder"))
        self.open_folder.triggered.connect(lambda _on=False: self._open_download_folder())
        self.options.clicked.connect(self._open_options)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.icon)
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.facts, 1)
        first.addLayout(words, 1)
        first.addWidget(self.pause_all)
        first.addWidget(self.resume_all)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self.amount)
        second.addStretch(1)
        second.addWidget(self.free)
        second.addWidget(self.folder)
        third = QHBoxLayout()
        third.setSpacing(4)
        for button in self.groups.values():
            third.addWidget(button, 1)
        self._header = QWidget(self)
        header = QVBoxLayout(self._header)
        header.setContentsMargins(8, 8, 8, 8)
        header.setSpacing(5)
        header.addLayout(first)
        header.addWidget(self.bar)
        header.addLayout(second)
        header.addLayout(third)
        footer = QHBoxLayout()
        footer.setContentsMargins(8, 6, 8, 7)
        footer.setSpacing(6)
        footer.addWidget(self.load_when_done)
        footer.addStretch(1)
        footer.addWidget(self.clear_done)
        footer.addWidget(self.options)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._header)
        outer.addWidget(Line(self))
        outer.addWidget(self.pages, 1)
        outer.addWidget(Line(self))
        outer.addLayout(footer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where it is narrow the icon says it; the accessible name keeps the word.
        self.options.setText("" if self.width() < COMPACT_BELOW else tr("Options…"))

    # ---- what the queue tells

    def _on_changed(self, download: Download) -> None:
        passed = self._milestones.passed(download)
        self.model.update(download)
        self._update()
        if passed is not None:
            announce(self._header, f"{download.request.title}, {_per_cent(passed)}")

    def _on_removed(self, download_id: str) -> None:
        self._milestones.forget(download_id)
        self.model.remove(download_id)
        self._update()

    def _update(self) -> None:
        downloads = self.model.downloads()
        counts = self.model.counts()
        bold, dim = sentences.headline(downloads)
        self.headline.setText(bold)
        self.headline.setMinimumWidth(self.headline.fontMetrics().horizontalAdvance(bold) + 2)
        self.facts.setText(dim)
        some_run = any(one.state.active for one in downloads)
        paused = any(one.state is DownloadState.PAUSED for one in downloads)
        self.icon.set_icon("download", Tone.RUNNING if some_run else Tone.CLOSED)
        self.pause_all.setVisible(some_run or not paused)
        self.pause_all.setEnabled(some_run)
        self.resume_all.setVisible(paused and not some_run)
        self._show_total(downloads)
        for group, button in self.groups.items():
            button.set_count(counts[group])
        self.clear_done.setEnabled(counts[Group.DONE] > 0)
        self._header.setVisible(bool(downloads))
        page: QWidget = self.view
        if not downloads:
            page = self.empty_page
        elif not self.model.rowCount():
            page = self.none_page
        self.pages.setCurrentWidget(page)

    def _show_total(self, downloads: Sequence[Download]) -> None:
        open_ones = [one for one in downloads if one.state.active or one.state is DownloadState.PAUSED]
        received = sum(one.received for one in open_ones)
        total = sum(one.total or 0 for one in open_ones)
        known = bool(open_ones) and all(one.total for one in open_ones)
        self.bar.set_share(received / total if known and total else None)
        self.bar.setVisible(bool(open_ones))
        self.amount.setText(formats.part_text(received, total if known else None) if open_ones else "")
        self._show_space()

    # ---- what the user does

    def _do(self, download_id: str, action: RowAction) -> None:
        downloads = self._services.downloads
        download = self.model.download(download_id)
        if download is None:
            return
        if action is RowAction.CANCEL:
            self._cancel(download)
        elif action is RowAction.PAUSE:
            downloads.pause(download_id)
        elif action is RowAction.RESUME:
            downloads.resume(download_id)
        elif action is RowAction.RETRY:
            downloads.retry(download_id)
        elif action in (RowAction.CONFIRM, RowAction.REMOVE):
            self.model.set_confirming(download_id, False)
            downloads.remove(download_id)
        elif action is RowAction.KEEP:
            self.model.set_confirming(download_id, False)
        elif action is RowAction.LOAD:
            self.loadRequested.emit(download)
        else:
            self._do_elsewhere(download, action)

    def _do_elsewhere(self, download: Download, action: RowAction) -> None:
        if action is RowAction.FOLDER:
            folder = os.path.dirname(download.files[0]) if download.files else download.request.folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        elif action is RowAction.CHOOSE_FOLDER:
            self._choose_folder()
        else:
            wanted = next(one for one, shown in OF_MESSAGE.items() if shown is action)
            told = sentences.failure(download, self.model.place_of(download))
            self._actions.carry_out(wanted, self._owner(download), told.link if told is not None else "")

    def _owner(self, download: Download) -> str:
        """The id of the access point whose account a download needs."""
        named = str(download.error.parameters.get("access_point", "")) if download.error is not None else ""
        if named:
            return account_of(self._services.registry.access_points.get(named)) or named
        return self.model.place_of(download).account

    def _cancel(self, download: Download) -> None:
        if download.received > ASKS_ABOVE:
            self.model.set_confirming(download.id, True)
            place = self.model.position(download.id)
            self.view.setCurrentIndex(self.model.index(place))
            announce(self._header, sentences.question(download))
        else:
            self._services.downloads.remove(download.id)

    def _choose_group(self, group: Group) -> None:
        self.model.set_group(group)
        self._update()

    def _set_load_when_done(self, wanted: bool) -> None:
        self._services.settings.load_when_done = wanted

    def _open_options(self) -> None:
        place = self.options.mapToGlobal(self.options.rect().topRight())
        size = self.menu.sizeHint()
        place.setX(place.x() - size.width())
        place.setY(place.y() - size.height())
        self.menu.popup(place)

    def _choose_folder(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = QFileDialog(self, tr("Where should downloads go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Use this folder"))
        folder = self._services.settings.download_folder
        dialog.setDirectory(folder if os.path.isdir(folder) else os.path.dirname(folder))
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.finished.connect(self._dialog_ended)
        self._dialog = dialog
        dialog.open()

    def _folder_chosen(self, folder: str) -> None:
        self._services.settings.download_folder = folder
        self._services.settings.set_state("folder_asked", True)
        self._ask_space()

    def _dialog_ended(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _open_download_folder(self) -> None:
        folder = self._services.settings.download_folder
        while folder and not os.path.isdir(folder) and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    # ---- room on the disk

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load_when_done.setChecked(self._services.settings.load_when_done)
        self._ask_space()
        self._space_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._space_timer.stop()

    def _ask_space(self) -> None:
        self._space.ask(self._services.settings.download_folder)

    def _on_free_space(self, free: int | None) -> None:
        self._free = free
        self._show_space()

    def _show_space(self) -> None:
        folder = self._services.settings.download_folder
        self.folder.setText(os.path.basename(folder.rstrip("/\\")) or folder)
        self.folder.setToolTip(folder)
        self.folder.setAccessibleName(tr("Open the folder {folder}").format(folder=folder))
        self.folder.updateGeometry()
        if self._free is None:
            self.free.setText("")
        else:
            self.free.setText(tr("{size} free in").format(size=formats.size_text(self._free)))

    def _place_of(self, access_point: str) -> Place:
        return Place.of(self._services.registry.access_points.get(access_point), access_point)


def _group_title(group: Group) -> str:
    return {
        Group.ALL: tr("All"),
        Group.ACTIVE: tr("Active"),
        Group.WAITING: tr("Waiting"),
        Group.FAILED: tr("Failed"),
        Group.DONE: tr("Done"),
    }[group]


def _per_cent(number: int) -> str:
    return tr("{number} per cent").format(number=number)
