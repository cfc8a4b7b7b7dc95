"""Any number of Sentinel-2 items for benchmarks, in a box of the Pacific where nothing else is.

An item is a pre-serialised template with a few places filled in: a page of a thousand costs milliseconds, and a
hundred thousand items cost little memory. Its files are not served.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely.geometry

from tests.sandbox.content.acquisitions import Acquisition, acquisition

BOX = (-150.0, -30.0, -130.0, -10.0)
"""West, south, east, north: all bulk items are inside."""
FIRST = datetime.datetime(2021, 1, 1, 20, tzinfo=datetime.timezone.utc)
STEP = 60.0
"""Seconds between two items."""
_SIDE = 0.9
_SLANT = 0.12


@dataclass(frozen=True)
class Template:
    """A serialised item in pieces; between them go the values of one item."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]
    properties: dict[str, Any]
    """Those that all items share (and one value each of the others)."""

    @classmethod
    def of(cls, item: dict[str, Any], places: dict[str, str]) -> Template:
        """``places``: the text to be replaced (as JSON has it) → the name of what replaces it."""
        text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
        for found, name in places.items():
            text = text.replace(found, f"\0{name}\0")
        parts = text.split("\0")
        return cls(tuple(part.encode() for part in parts[::2]), tuple(parts[1::2]), item["properties"])

    def fill(self, values: dict[str, bytes]) -> bytes:
        out = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:]):
            out += (values[name], piece)
        return b"".join(out)


class BulkEntry:
    """The n-th item; everything follows from n."""

    __slots__ = ("_cloud", "_template", "box", "id", "time")
    collection = "sentinel-2-l2a"

    def __init__(self, number: int, count: int, template: Template, name: str) -> None:
        across = math.ceil(math.sqrt(count))
        row, column = divmod(number, across)
        west = BOX[0] + (BOX[2] - BOX[0] - _SIDE) * column / across
        south = BOX[1] + (BOX[3] - BOX[1] - _SIDE) * row / across
        self.box = (round(west, 6), round(south, 6), round(west + _SIDE, 6), round(south + _SIDE, 6))
        self.time = FIRST.timestamp() + STEP * number
        self.id = name.format(number=number)
        self._cloud = round(number * 61.803398875 % 100, 4)
        self._template = template

    def _ring(self) -> list[list[float]]:
        west, south, east, north = self.box
        lean = round(west + _SLANT, 6), round(east - _SLANT, 6)
        return [[lean[0], north], [west, south], [lean[1], south], [east, north], [lean[0], north]]

    def outline(self) -> Any:
        return shapely.geometry.Polygon(self._ring())

    def serialised(self) -> bytes:
        moment = datetime.datetime.fromtimestamp(self.time, datetime.timezone.utc)
        values = {
            "id": self.id.encode(),
            "datetime": f"{moment:%Y-%m-%dT%H:%M:%S}.000000Z".encode(),
            "cloud": str(self._cloud).encode(),
            "ring": json.dumps(self._ring(), separators=(",", ":")).encode(),
            "box": json.dumps(self.box, separators=(",", ":")).encode(),
        }
        return self._template.fill(values)

    def item(self) -> dict[str, Any]:
        return dict(json.loads(self.serialised()))

    def words(self) -> dict[str, Any]:
        moment = datetime.datetime.fromtimestamp(self.time, datetime.timezone.utc)
        properties = {
            **self._template.properties,
            "datetime": f"{moment:%Y-%m-%dT%H:%M:%S}.000000Z",
            "eo:cloud_cover": self._cloud,
        }
        geometry = {"type": "Polygon", "coordinates": [self._ring()]}
        return {"id": self.id, "collection": self.collection, "geometry": geometry, "properties": properties}


def _model() -> Acquisition:
    noon = datetime.time(20, 0, 0)
    return acquisition("07KCS", datetime.date(2021, 1, 1), 99, "S2A", noon, cloud=12.345678)


def entries(count: int, make: Any, name: str) -> Iterator[BulkEntry]:
    """``make`` words an acquisition as an item; ``name`` is the items' id with ``{number}``."""
    item = make(_model())
    ring = json.dumps(item["geometry"]["coordinates"][0], separators=(",", ":"))
    places = {
        json.dumps(item["bbox"], separators=(",", ":")): "box",
        ring: "ring",
        item["properties"]["datetime"]: "datetime",
        '"eo:cloud_cover":12.345678': "cloud_member",
        item["id"]: "id",
        item["properties"]["s2:product_uri"].replace(".SAFE", ""): "id",
    }
    template = Template.of(item, places)
    pieces, names = list(template.pieces), list(template.names)
    at = names.index("cloud_member")
    pieces[at], names[at] = pieces[at] + b'"eo:cloud_cover":', "cloud"
    template = Template(tuple(pieces), tuple(names), template.properties)
    for number in range(count):
        yield BulkEntry(number, count, template, name)
