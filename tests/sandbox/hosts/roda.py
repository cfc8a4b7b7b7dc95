"""roda.sentinel-hub.com: previews and metadata of the requester-pays tile tree, free over HTTP."""

from __future__ import annotations

import asyncio
import re

from tests.sandbox.http import Answer, Bytes, Request, json_answer, text_answer
from tests.sandbox.rasters.shop import RasterShop
from tests.sandbox.stac.store import Store

NAME = "roda.sentinel-hub.com"
_TILE = re.compile(r"/sentinel-s2-l[12][ac]/tiles/(\d+)/(\w)/(\w\w)/(\d+)/(\d+)/(\d+)/0/(preview\.jpg|tileInfo\.json)")


class Roda:
    def __init__(self, store: Store, shop: RasterShop) -> None:
        self._shop = shop
        self._items = {}
        for entry in store.entries:
            found = re.fullmatch(r"S2\w_(\d+)(\w)(\w\w)_(\d{4})(\d\d)(\d\d)_0_L2A", entry.id)
            if found:
                zone, band, square, year, month, day = found.groups()
                self._items[zone, band, square, int(year), int(month), int(day)] = entry

    async def __call__(self, request: Request) -> Answer:
        found = _TILE.fullmatch(request.path)
        if not found:
            return text_answer("Not Found", 404)
        zone, band, square, year, month, day, name = found.groups()
        entry = self._items.get((zone, band, square, int(year), int(month), int(day)))
        if entry is None:
            return text_answer("Not Found", 404)
        item = entry.item()
        if name == "tileInfo.json":
            return json_answer(
                {
                    "path": request.path.split("/", 2)[2].rpartition("/")[0],
                    "timestamp": item["properties"]["datetime"],
                    "utmZone": int(zone),
                    "latitudeBand": band,
                    "gridSquare": square,
                    "cloudyPixelPercentage": item["properties"]["eo:cloud_cover"],
                    "productName": item["properties"]["s2:product_uri"][:-5],
                }
            )
        picture = await asyncio.to_thread(self._shop.preview, item, "visual", "JPEG")
        return picture if isinstance(picture, Bytes) else text_answer("Not Found", 404)
