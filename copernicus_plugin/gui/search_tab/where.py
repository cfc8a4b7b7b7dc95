"""Where: drawn, taken from the map, a layer or a selection, or typed as a box."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase, QIcon, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from copernicus_plugin.gui import icons
from copernicus_plugin.gui.map_tools import POLYGON, RECTANGLE, AreaDrawing, AreaOverlay
from copernicus_plugin.gui.messages import Action, action_title, message_for
from copernicus_plugin.gui.search_tab.area_maker import AreaMaker
from copernicus_plugin.gui.search_tab.follow import MapFollower
from copernicus_plugin.gui.search_tab.sentences import area_size
from copernicus_plugin.gui.search_tab.text_query import Box, format_degrees
from copernicus_plugin.gui.theme import Theme, Themed, Tone
from copernicus_plugin.gui.widgets.buttons import IconButton, draw_focus
from copernicus_plugin.gui.widgets.fields import MarkedEdit
from copernicus_plugin.gui.widgets.labels import ElidedLabel, IconLabel, NoteLabel, PlainLabel, scaled_font
from copernicus_plugin.gui.widgets.message import InlineMessage
from copernicus_plugin.gui.widgets.ring import RunningRing
from copernicus_plugin.gui.widgets.section import Section
from copernicus_plugin.host.area import (
    area_from_extent,
    area_from_geometry,
    area_from_text,
    area_to_geometry,
    area_to_text,
)
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import area_from_box, area_km2, bounds, vertex_count
from copernicus_plugin.model.query import Area

CHECK_MS = 250
_SMALL = 0.05
"""degrees; the box around a smaller area is shown with all its decimals"""


class MapButton(QToolButton):
    """A tool button with one of QGIS's own icons; a tab stop with a focus frame."""

    def __init__(self, icon: QIcon, name: str, parent: QWidget, checkable: bool = False) -> None:
        super().__init__(parent)
        self._name = name
        self.setIcon(icon)
        self.setToolTip(name)
        self.setAutoRaise(True)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(20, 20))
        self.setMinimumSize(28, 28)
        self.toggled.connect(self._tell)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        # Of the icon alone: a text gives way when the panel is made narrow.
        return self.minimumSize()

    def _tell(self) -> None:
        on = self.isCheckable() and self.isChecked()
        self.setAccessibleName(tr("{tool}, on").format(tool=self._name) if on else self._name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus(painter, self.rect(), Theme.of(self).link)
            painter.end()


class _FollowButton(Themed, MapButton):
    """Of the panel's own icons: QGIS's arrows are dark blue, also on dark grounds."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(QIcon(), name, parent, checkable=True)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.setIcon(icons.icon("follow", theme.text))


class WhereSection(Section):
    """``changed`` whenever the area is another one (``Area`` or ``None``); ``followed`` asks for a search of it."""

    changed = pyqtSignal(object)
    followed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where"), parent)
        self._canvas = canvas
        self.released = False
        self._area: Area | None = None
        self._box: Box | None = None
        self._title = ""
        self._problem = ""
        self._place: tuple[float, float] | None = None
        self._again: Callable[[bool], None] | None = None
        self.overlay = AreaOverlay(canvas, self)
        self.drawing = AreaDrawing(canvas, self)
        self.drawing.drawn.connect(self._drawn)
        self.drawing.kindChanged.connect(self._show_kind)
        self.follower = MapFollower(canvas, self)
        self.follower.rested.connect(self._follow)
        self._maker = AreaMaker(self)
        self._maker.made.connect(self._made)
        self._maker_title = ""
        self._build_tools()
        self._build_box()
        self._build_status()
        self.message = InlineMessage(self)
        self.message.activated.connect(self._act)
        self.body.addWidget(self.message)
        self._checking = QTimer(self)
        self._checking.setSingleShot(True)
        self._checking.setInterval(CHECK_MS)
        self._checking.timeout.connect(self.check_box)
        self._following_view = False
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(CHECK_MS)
        self._moved.timeout.connect(self._view_moved)
        canvas.extentsChanged.connect(self._moved.start)
        self._show_area()

    # ---- what others ask

    @property
    def area(self) -> Area | None:
        return self._area

    @property
    def box(self) -> Box | None:
        """West, south, east, north in degrees, where the area is nothing but that."""
        return self._box

    @property
    def title(self) -> str:
        """For instance ``Polygon, 14 vertices``."""
        return self._title

    @property
    def problem(self) -> str:
        """Why there is no area that can be searched; empty if all is well."""
        return self._problem

    def set_box(self, box: Box | None) -> None:
        """From the text query: without ``changed``."""
        if box is None:
            self._accept(None, None, "", tell=False)
            return
        text = ", ".join(format_degrees(number) for number in box)
        self.box_edit.setText(text)
        self.box_edit.setCursorPosition(0)
        self._take_box(text, tell=False)

    def restore(self, area: Area | None, title: str, box: Box | None) -> None:
        """From an earlier search: without ``changed``."""
        self._accept(area, box, title, tell=False)

    def use_canvas(self, tell: bool = True) -> None:
        """The map view is the area."""
        self._stop_making()
        crs = self._canvas.mapSettings().destinationCrs()
        extent = self._canvas.extent()
        self._try(lambda repair: area_from_extent(extent, crs), tr("Map view"), tell)

    def start_with_canvas(self) -> None:
        """Until the user says something else, the area is what the map shows; nothing is searched by itself."""
        self._following_view = self.canvas_is_usable
        if self._following_view:
            self._use_view(tell=False)

    def _use_view(self, tell: bool) -> None:
        self.use_canvas(tell)
        self._following_view = True
        self.overlay.show(None)

    def _view_moved(self) -> None:
        if self._following_view and self.canvas_is_usable:
            self._use_view(tell=True)

    @property
    def canvas_is_usable(self) -> bool:
        extent = self._canvas.extent()
        crs = self._canvas.mapSettings().destinationCrs()
        return bool(crs.isValid() and not extent.isEmpty() and extent.isFinite())

    def clear(self) -> None:
        """No area: the whole world is searched."""
        self._stop_making()
        self._accept(None, None, "")

    def flush(self) -> None:
        """Look at what was typed now."""
        if self._checking.isActive():
            self.check_box()

    def release(self) -> None:
        """Before the plugin is switched off: nothing of ours stays on the map."""
        self._maker.drop()
        self._moved.stop()
        self._canvas.extentsChanged.disconnect(self._moved.start)
        self.drawing.release()
        self.follower.release()
        self.overlay.release()

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        row = [*self._tools, self.follow_button, self.box_edit, self.globe_button]
        return [self.header, *row, self.zoom_button, self.clear_button, *self.message.links]

    # ---- the parts

    def _build_tools(self) -> None:
        def icon(name: str) -> QIcon:
            return QgsApplication.getThemeIcon(f"/{name}.svg")

        self.rectangle_button = MapButton(icon("mActionRectangleExtent"), tr("Draw a rectangle"), self, True)
        self.polygon_button = MapButton(icon("mActionCapturePolygon"), tr("Draw a polygon"), self, True)
        self.canvas_button = MapButton(icon("mActionViewExtentInCanvas"), tr("Take the map view"), self)
        self.layer_button = MapButton(icon("mIconPolygonLayer"), tr("Take a layer"), self)
        self.selection_button = MapButton(icon("mActionSelectRectangle"), tr("Take the selected features"), self)
        self.rectangle_button.clicked.connect(functools.partial(self._toggle_drawing, RECTANGLE))
        self.polygon_button.clicked.connect(functools.partial(self._toggle_drawing, POLYGON))
        self.canvas_button.clicked.connect(self._take_canvas)
        self.layer_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.layer_menu = QMenu(self.layer_button)
        self.layer_menu.aboutToShow.connect(self._fill_layers)
        self.layer_button.setMenu(self.layer_menu)
        self.selection_button.clicked.connect(self._take_selection)
        self.follow_button = _FollowButton(tr("Follow the map"), self)
        self.follow_button.setText(tr("Follow the map"))
        self.follow_button.setToolTip(tr("Search the map view again whenever the map has moved"))
        self.follow_button.setIconSize(QSize(16, 16))
        self.follow_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.follow_button.toggled.connect(self.follower.set_on)
        row = QHBoxLayout()
        row.setSpacing(2)
        self._tools = (
            self.rectangle_button,
            self.polygon_button,
            self.canvas_button,
            self.layer_button,
            self.selection_button,
        )
        for button in self._tools:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.follow_button)
        self.body.addLayout(row)
        self.hint = NoteLabel("", self)
        self.hint.setWordWrap(True)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hint.hide()
        self.body.addWidget(self.hint)

    def _build_box(self) -> None:
        self.box_edit = _BoxEdit(self)
        self.box_edit.textEdited.connect(lambda _text: self._checking.start())
        self.box_edit.returnPressed.connect(self.check_box)
        label = PlainLabel(tr("Box"), self)
        label.setBuddy(self.box_edit)
        self.globe_button = IconButton("globe", tr("More ways to give an area"), self, raised=True)
        self.globe_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.globe_button.setMinimumSize(36, 26)
        menu = QMenu(self.globe_button)
        menu.addAction(tr("Whole world")).triggered.connect(self._clear_all)
        self.copy_action = menu.addAction(tr("Copy the area as WKT"))
        self.copy_action.triggered.connect(self._copy)
        menu.addAction(tr("Paste an area (WKT or box)")).triggered.connect(self._paste)
        self.globe_button.setMenu(menu)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.box_edit, 1)
        row.addWidget(self.globe_button)
        self.body.addLayout(row)

    def _build_status(self) -> None:
        self._good = IconLabel("good", Tone.GOOD, "", self, 14)
        self._ring = RunningRing(self, 14)
        self._ring.hide()
        self.status = ElidedLabel("", self)
        self.status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.size_label = PlainLabel("", self)
        self.size_label.setFont(scaled_font(self.font(), 1.0, bold=True))
        icon = QgsApplication.getThemeIcon("/mActionZoomToLayer.svg")
        self.zoom_button = MapButton(icon, tr("Zoom to the area"), self)
        self.zoom_button.setIconSize(QSize(16, 16))
        self.zoom_button.setMinimumSize(21, 21)
        self.zoom_button.clicked.connect(self._zoom)
        self.clear_button = IconButton("clear", tr("Clear the area"), self)
        self.clear_button.clicked.connect(self._clear_all)
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self._good)
        row.addWidget(self._ring)
        row.addWidget(self.status)
        row.addWidget(self.size_label)
        row.addStretch(1)
        row.addWidget(self.zoom_button)
        row.addWidget(self.clear_button)
        self.body.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.fontMetrics().horizontalAdvance(self.follow_button.text()) + 40
        tools = sum(button.sizeHint().width() + 2 for button in self._tools)
        compact = tools + wide > self.content.width() - self.body.contentsMargins().left()
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.follow_button.setToolButtonStyle(style)

    # ---- drawing

    def _toggle_drawing(self, kind: str, checked: bool) -> None:
        if checked:
            self._follow_off()
            self.drawing.start(kind)
        else:
            self.drawing.stop()

    def _show_kind(self, kind: str) -> None:
        self.rectangle_button.setChecked(kind == RECTANGLE)
        self.polygon_button.setChecked(kind == POLYGON)
        hints = {
            RECTANGLE: tr("Drag a rectangle on the map. P draws a polygon, Esc stops."),
            POLYGON: tr("Click the corners on the map. Return or a right click ends, Backspace goes back, Esc stops."),
        }
        self.hint.setText(hints.get(kind, ""))
        self.hint.setVisible(bool(kind))

    def _drawn(self, geometry: QgsGeometry, kind: str) -> None:
        self._stop_making()
        crs = self._canvas.mapSettings().destinationCrs()
        title = tr("Rectangle") if kind == RECTANGLE else tr("Polygon")
        self._try(lambda repair: area_from_geometry(geometry, crs, repair), title)

    # ---- layers and selections

    def _layers(self) -> list[QgsVectorLayer]:
        layers = QgsProject.instance().mapLayers().values()
        found = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isSpatial()]
        return sorted(found, key=lambda layer: str(layer.name()).lower())

    def _take_canvas(self, _checked: bool = False) -> None:
        self._follow_off()
        self.drawing.stop()
        self.use_canvas()

    def _clear_all(self, _checked: bool = False) -> None:
        self._follow_off()
        self.drawing.stop()
        self.clear()

    def _fill_layers(self) -> None:
        self.layer_menu.clear()
        for layer in self._layers():
            action = self.layer_menu.addAction(layer.name())
            action.triggered.connect(functools.partial(self._take_layer, layer.id()))
        if self.layer_menu.isEmpty():
            self.layer_menu.addAction(tr("The project has no vector layer.")).setEnabled(False)

    def _take_layer(self, layer_id: str, _checked: bool = False) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self._make(layer, False, tr("Layer {layer}").format(layer=layer.name()))

    def _take_selection(self) -> None:
        current = self._canvas.currentLayer()
        candidates = [current] if isinstance(current, QgsVectorLayer) else []
        candidates += [layer for layer in self._layers() if layer is not current]
        for layer in candidates:
            count = layer.selectedFeatureCount()
            if count:
                self._make(layer, True, tr_n("%Ln selected feature(s)", count))
                return
        self.message.show_message(Tone.NOTE, tr("Nothing is selected. Select features on the map first."))

    def _make(self, layer: QgsMapLayer, selected_only: bool, title: str) -> None:
        self.drawing.stop()
        self._follow_off()
        layer_id = layer.id()

        def again(repair: bool) -> None:
            now = QgsProject.instance().mapLayer(layer_id)
            if now is not None and not sip.isdeleted(now):
                self._maker_title = title
                self._maker.start(now, selected_only, repair)
                self._show_making(True)

        self._again = again
        again(False)

    def _made(self, result: object) -> None:
        self._show_making(False)
        if isinstance(result, Area):
            self._accept(result, None, self._maker_title)
        elif isinstance(result, AccessError):
            self._refuse(result)

    def _show_making(self, making: bool) -> None:
        self._ring.setVisible(making)
        if making:
            self._good.hide()
            self.message.clear()
            self.status.setText(tr("Reading {layer}…").format(layer=self._maker_title))
            self.size_label.clear()

    def _stop_making(self) -> None:
        if self._maker.working:
            self._maker.drop()
            self._show_making(False)

    # ---- the box

    def check_box(self) -> None:
        """Read what was typed; called 250 ms after the last key."""
        self._checking.stop()
        text = self.box_edit.text().strip()
        if text == self._box_text():
            return
        self._stop_making()
        self._follow_off()
        self.box_edit.set_wrong(False)
        if text:
            self._take_box(text)
        else:
            self._accept(None, None, "")

    def _take_box(self, text: str, tell: bool = True) -> None:
        self._again = None
        try:
            area = area_from_text(text)
        except AccessError as error:
            self.box_edit.set_wrong(True)
            self._refuse(error, tell)
            return
        west, south, east, north = (float(part) for part in area_to_text(area).split(","))
        self._accept(area, (west, south, east, north), tr("Box"), tell, text)

    # ---- the result

    def _try(self, make: Callable[[bool], Area], title: str, tell: bool = True) -> None:
        def again(repair: bool) -> None:
            try:
                area = make(repair)
            except AccessError as error:
                self._refuse(error, tell)
            else:
                self._accept(area, _box_of(area), title, tell)

        self._again = again
        again(False)

    def _accept(self, area: Area | None, box: Box | None, title: str, tell: bool = True, typed: str = "") -> None:
        self._area, self._box, self._problem, self._place = area, box, "", None
        self._following_view = False
        self._title = self._with_vertices(title, area, box)
        self.message.clear()
        self.box_edit.set_wrong(False)
        if not typed:
            self.box_edit.setText(self._box_text())
            self.box_edit.setCursorPosition(0)
        self.overlay.show(area)
        self._show_area()
        if tell:
            self.changed.emit(area)

    def _refuse(self, error: AccessError, tell: bool = True) -> None:
        self._area = self._box = None
        self._following_view = False
        self._title = ""
        message = message_for(error)
        self._problem = message.text
        longitude, latitude = error.parameters.get("longitude"), error.parameters.get("latitude")
        if isinstance(longitude, (int, float)) and isinstance(latitude, (int, float)):
            self._place = (float(longitude), float(latitude))
        if not self.box_edit.wrong:
            self.box_edit.clear()
        self.overlay.show(None)
        self._show_area()
        offered = (Action.SHOW_PLACE, Action.REPAIR, Action.CLEAR_AREA)
        actions = [(action, action_title(action)) for action in message.actions if action in offered]
        self.message.show_message(Tone.CARE, message.marked, actions)
        if tell:
            self.changed.emit(None)

    def _with_vertices(self, title: str, area: Area | None, box: Box | None) -> str:
        if area is None or box is not None or not title or title == tr("Map view") or "," in title:
            return title
        count = vertex_count(area.wkb)
        vertices = tr_n("%Ln vertices", count)
        return tr("{shape}, {vertices}").format(shape=title, vertices=vertices)

    def _box_text(self) -> str:
        if self._area is None:
            return ""
        west, south, east, north = bounds(self._area.wkb)
        if self._box is not None or min(abs(east - west), north - south) < _SMALL:
            return area_to_text(self._area)
        # Only to be read: the true area is searched, so a shorter text that fits the panel is better.
        low = [math.floor(value * 1000) / 1000 for value in (west, south)]
        high = [math.ceil(value * 1000) / 1000 for value in (east, north)]
        return ", ".join(format_degrees(value) for value in (*low, *high))

    def _show_area(self) -> None:
        area = self._area
        self._good.setVisible(area is not None)
        self._ring.hide()
        self.zoom_button.setEnabled(area is not None)
        self.clear_button.setEnabled(area is not None or bool(self._problem))
        self.copy_action.setEnabled(area is not None)
        if area is None:
            self.status.setText("" if self._problem else tr("Whole world"))
            self.size_label.clear()
            self.status.setAccessibleName(self._problem or tr("No area: the whole world is searched"))
            return
        size = area_size(area_km2(area.wkb))
        self.status.setText(self._title + "  ·")
        self.size_label.setText(size)
        spoken = QLocale().toString(area_km2(area.wkb), "f", 0)
        self.status.setAccessibleName(
            tr("Area valid, {shape}, {size} square kilometres").format(shape=self._title, size=spoken)
        )

    def _act(self, action: Action) -> None:
        if action is Action.REPAIR and self._again is not None:
            self._again(True)
        elif action is Action.SHOW_PLACE and self._place is not None:
            self._show_place(*self._place)
        elif action is Action.CLEAR_AREA:
            self.clear()

    def _show_place(self, longitude: float, latitude: float) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("OGC:CRS84"), crs, QgsProject.instance())
        try:
            place = transform.transform(QgsPointXY(longitude, latitude))
        except QgsCsException:
            return
        self._canvas.setCenter(place)
        self._canvas.refresh()
        self._canvas.flashGeometries([QgsGeometry.fromPointXY(place)], crs)

    def _zoom(self) -> None:
        if self._area is None:
            return
        try:
            geometry = area_to_geometry(self._area, self._canvas.mapSettings().destinationCrs())
        except AccessError as error:
            self.message.show_message(Tone.CARE, message_for(error).marked)
            return
        extent = geometry.boundingBox()
        extent.scale(1.1)
        self._canvas.setExtent(extent)
        self._canvas.refresh()

    def _copy(self) -> None:
        if self._area is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(self._area.wkb)
            QgsApplication.clipboard().setText(geometry.asWkt(6))

    def _paste(self) -> None:
        text = QgsApplication.clipboard().text().strip()
        geometry = QgsGeometry.fromWkt(text)
        self._stop_making()
        self._follow_off()
        if geometry.isNull():
            self.box_edit.setText(text)
            self.box_edit.setCursorPosition(0)
            self._take_box(text)
            return
        crs = QgsCoordinateReferenceSystem("OGC:CRS84")
        self._try(lambda repair: area_from_geometry(geometry, crs, repair), tr("Polygon"))

    # ---- following

    def _follow_off(self) -> None:
        self.follow_button.setChecked(False)

    def _follow(self) -> None:
        self.drawing.stop()
        self.use_canvas()
        if self._area is not None:
            self.followed.emit()


def _box_of(area: Area) -> Box | None:
    box = bounds(area.wkb)
    try:
        same = area_from_box(*box)
    except AccessError:
        return None
    if abs(area_km2(same.wkb) - area_km2(area.wkb)) > 1e-6 * area_km2(same.wkb) or vertex_count(area.wkb) != 4:
        return None
    west, south, east, north = (float(part) for part in area_to_text(area).split(","))
    return (west, south, east, north)


class _BoxEdit(MarkedEdit):
    """Monospace; a mistake is marked, never deleted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(max(7.5, self.font().pointSizeF() * 0.95))
        self.setFont(font)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(tr("west, south, east, north"))
        self.setAccessibleName(tr("Bounding box west, south, east, north in EPSG 4326"))
        self.setToolTip(tr("West, south, east, north in degrees (EPSG:4326)"))
        self.textChanged.connect(lambda _text: self._make_room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The numbers come before the cross that empties the field: there is one for the area below."""
        numbers = self.fontMetrics().horizontalAdvance(self.text()) + 12
        self.setClearButtonEnabled(numbers + 26 <= self.width())

    def sizeHint(self) -> QSize:
        return QSize(120, max(26, super().sizeHint().height()))
