"""How footprints look: outlines only, coloured by cloud cover, so that a selection colours the line."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from copernicus_plugin.host.translation import tr

MANY = 5000
"""Above this many footprints: one thin line, no halo."""
MOST_ON_TOP = 500
"""Up to this many selected footprints are drawn above the others."""

HALO_MM = 1.3
LINE_MM = 0.6
THIN_MM = 0.2

# The map is no part of the theme: these are the light set's colours on a white halo, day and night.
CLOUD_COLOURS = ("#0B3F7A", "#2E7DBE", "#6AA3D0", "#8C9196")
PLAIN_COLOUR = "#1B66B1"
UNKNOWN_COLOUR = "#5C5C5C"

# Texts, since QGIS 3.22 reads a saved category's number back as a text, and then draws nothing.
_CLASSES = ("clear", "fair", "partly", "cloudy")
_UNKNOWN = "unknown"
_CLASS = (
    "CASE WHEN \"cloud_cover\" < 10 THEN 'clear' WHEN \"cloud_cover\" < 20 THEN 'fair' "
    "WHEN \"cloud_cover\" < 40 THEN 'partly' WHEN \"cloud_cover\" >= 40 THEN 'cloudy' ELSE 'unknown' END"
)


def cloud_labels() -> tuple[str, ...]:
    """The legend's texts, clearest first."""
    return (tr("cloud < 10 %"), tr("cloud < 20 %"), tr("cloud < 40 %"), tr("cloud ≥ 40 %"))


def renderer(by_cloud: bool, with_unknown: bool, many: bool) -> QgsFeatureRenderer:
    """The renderer of a footprint layer.

    ``by_cloud``: classes by cloud cover, else one colour. ``with_unknown``: a further class for products whose
    cloud cover the catalogue does not tell. ``many``: thin lines without a halo.
    """
    if not by_cloud:
        return QgsSingleSymbolRenderer(_outline(PLAIN_COLOUR, many))
    categories = [
        QgsRendererCategory(value, _outline(colour, many), label)
        for value, colour, label in zip(_CLASSES, CLOUD_COLOURS, cloud_labels())
    ]
    if with_unknown:
        categories.append(QgsRendererCategory(_UNKNOWN, _outline(UNKNOWN_COLOUR, many), tr("cloud unknown")))
    return QgsCategorizedSymbolRenderer(_CLASS, categories)


def draw_selected_last(layer: QgsVectorLayer) -> None:
    """Draw the selected footprints above the others: those of one tile lie exactly on one another."""
    shown = layer.renderer()
    selected = layer.selectedFeatureIds()
    on_top = 0 < len(selected) <= MOST_ON_TOP and layer.featureCount() <= MANY
    if not on_top and not shown.orderByEnabled():
        return
    if on_top:
        ids = ",".join(str(identifier) for identifier in sorted(selected))
        clause = QgsFeatureRequest.OrderByClause(f"$id IN ({ids})", True)
        shown.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    shown.setOrderByEnabled(on_top)


def map_tip() -> str:
    """The HTML shown beside the mouse."""
    lines = [
        '<b>[% "title" %]</b>',
        "[% coalesce(format_date(\"datetime\", 'yyyy-MM-dd HH:mm') || ' UTC', '') %]",
        "[% coalesce('" + _quoted(tr("cloud")) + " ' || round(\"cloud_cover\") || ' %', '') %]",
        "[% coalesce('" + _quoted(tr("covers")) + " ' || round(\"coverage\") || ' %', '') %]",
        '<small>[% "id" %]</small>',
    ]
    return "<br>".join(lines)


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _outline(colour: str, many: bool) -> QgsFillSymbol:
    symbol = QgsFillSymbol()
    line = _line(QColor(colour), THIN_MM if many else LINE_MM)
    if many:
        symbol.changeSymbolLayer(0, line)
    else:
        symbol.changeSymbolLayer(0, _line(QColor("#FFFFFF"), HALO_MM))
        symbol.appendSymbolLayer(line)
    return symbol


def _line(colour: QColor, width: float) -> QgsSimpleLineSymbolLayer:
    line = QgsSimpleLineSymbolLayer(colour, width)
    line.setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    line.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return line
