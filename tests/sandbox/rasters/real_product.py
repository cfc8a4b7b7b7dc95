"""The pixels of the real Sentinel-2 product of ../shared/data, at the 60 m that it has."""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path
from typing import Any

from tests.sandbox.rasters.gdal import read_array

_NAME = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454"
_AT_60_M = {"B08": "B8A", "PVI": "TCI"}


class RealProduct:
    def __init__(self, archive: Path) -> None:
        self._archive = archive
        with zipfile.ZipFile(archive) as opened:
            self._images = {name.rsplit("_", 2)[1]: name for name in opened.namelist()
                            if "/R60m/" in name and name.endswith("_60m.jp2")}  # fmt: skip

    @classmethod
    def find(cls, data: Path | None) -> RealProduct | None:
        archive = data / f"{_NAME}.SAFE.zip" if data else None
        return cls(archive) if archive and archive.exists() else None

    def is_of(self, item: dict[str, Any]) -> bool:
        return bool(item["properties"].get("s2:product_uri") == f"{_NAME}.SAFE")

    def pixels(self, band: str, columns: int, rows: int) -> list[Any] | None:
        """The bands of an image; the nearest in wavelength where it is not there at 60 m."""
        image = self._images.get(_AT_60_M.get(band, band))
        if image is None:
            return None
        return _read(f"/vsizip/{self._archive}/{image}", columns, rows, band == "SCL")


@functools.lru_cache(maxsize=8)
def _read(path: str, columns: int, rows: int, nearest: bool) -> list[Any]:
    array = read_array(path, columns, rows, nearest)
    return list(array) if array.ndim == 3 else [array]
