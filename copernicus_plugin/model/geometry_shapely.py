"""The geometry backend on shapely, 1.8 and 2.x alike. shapely is imported inside functions only."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, Optional

from copernicus_plugin.model.geometry_backend import SHAPELY, GeometryFault
from copernicus_plugin.model.geometry_wkb import Position

_PLACE = re.compile(r"\[(-?[\d.eE+-]+)\s+(-?[\d.eE+-]+)")
_MITRE = 2
_MITRE_LIMIT = 2.0


@contextlib.contextmanager
def _faults() -> Iterator[None]:
    from shapely.errors import ShapelyError

    try:
        yield
    except (ShapelyError, ValueError, AttributeError) as fault:
        # AttributeError: shapely 1.8 asks a prepared geometry whether it is valid, which it cannot say
        raise GeometryFault(str(fault)) from fault


class ShapelyPrepared:
    """``shapely.prepared`` for the predicates, the geometry itself for the intersection."""

    def __init__(self, geometry: Any) -> None:
        from shapely.prepared import prep

        self._geometry = geometry
        self._prepared = prep(geometry)

    def intersects(self, geometry: Any) -> bool:
        with _faults():
            return bool(self._prepared.intersects(geometry))

    def contains(self, geometry: Any) -> bool:
        with _faults():
            return bool(self._prepared.covers(geometry))

    def intersection(self, geometry: Any) -> Any:
        with _faults():
            return self._geometry.intersection(geometry)


def is_installed() -> bool:
    """Whether this Python has a shapely that works; an old one without the GEOS it was built for does not."""
    try:
        import shapely.geometry  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


class ShapelyBackend:
    """See ``geometry_backend.GeometryBackend``."""

    name = SHAPELY

    def read(self, wkb: bytes) -> Any:
        from shapely import wkb as shapely_wkb

        with _faults():
            return shapely_wkb.loads(wkb)

    def write(self, geometry: Any) -> bytes:
        return b"" if geometry.is_empty else bytes(geometry.wkb)

    def is_valid(self, geometry: Any) -> bool:
        return bool(geometry.is_valid)

    def invalid_at(self, geometry: Any) -> Optional[Position]:
        from shapely.validation import explain_validity

        if geometry.is_valid:
            return None
        place = _PLACE.search(explain_validity(geometry))
        if place is None:
            raise GeometryFault("not valid, place unknown")
        return float(place[1]), float(place[2])

    def make_valid(self, geometry: Any) -> Any:
        from shapely.validation import make_valid

        with _faults():
            return make_valid(geometry)

    def union(self, geometries: Sequence[Any]) -> Any:
        from shapely.ops import unary_union

        with _faults():
            return unary_union(list(geometries))

    def buffer(self, geometry: Any, distance: float) -> Any:
        with _faults():
            return geometry.buffer(distance, 1, join_style=_MITRE, mitre_limit=_MITRE_LIMIT)

    def simplify(self, geometry: Any, tolerance: float) -> Any:
        with _faults():
            return geometry.simplify(tolerance, preserve_topology=True)

    def convex_hull(self, geometry: Any) -> Any:
        return geometry.convex_hull

    def prepare(self, geometry: Any) -> ShapelyPrepared:
        return ShapelyPrepared(geometry)
