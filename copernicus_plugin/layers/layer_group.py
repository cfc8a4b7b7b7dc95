"""Where our layers are in the layer tree: in one group at its top, the footprints above the images."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from copernicus_plugin.host.translation import tr

GROUP = "copernicus/group"
FOOTPRINTS = "copernicus/footprints"
"""Custom property of a footprint layer: the id of its collection."""


def find_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    """Our group, wherever the user has moved it and however it is called now."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(GROUP):
            return group
    return None


def our_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Our group; made at the top of the tree where there is none."""
    group = find_group(project)
    if group is None:
        group = project.layerTreeRoot().insertGroup(0, tr("Copernicus Data Access"))
        group.setCustomProperty(GROUP, True)
    return group


def add_footprints(project: QgsProject, layer: QgsMapLayer) -> None:
    """Put ``layer`` first in the group; the project owns it from here on."""
    project.addMapLayer(layer, False)
    _insert(our_group(project), 0, layer)


def add_to_group(layer: QgsMapLayer, project: QgsProject | None = None) -> None:
    """Put ``layer`` under the footprints, above the images that are there; the project owns it from here on."""
    project = project if project is not None else QgsProject.instance()
    group = our_group(project)
    project.addMapLayer(layer, False)
    place = 0
    for index, child in enumerate(group.children()):
        shown = child.layer() if hasattr(child, "layer") else None
        if shown is not None and shown.customProperty(FOOTPRINTS):
            place = index + 1
    _insert(group, place, layer)


def _insert(group: QgsLayerTreeGroup, place: int, layer: QgsMapLayer) -> None:
    first = not group.children()
    group.insertLayer(place, layer)
    if first:
        # QGIS shows a group that was made empty as closed, though it says that it is open.
        group.setExpanded(False)
        group.setExpanded(True)


def remove_group_if_empty(project: QgsProject) -> None:
    """Take the group away when nothing is in it any more."""
    group = find_group(project)
    if group is not None and not group.children():
        parent = group.parent()
        if parent is not None:
            parent.removeChildNode(group)
