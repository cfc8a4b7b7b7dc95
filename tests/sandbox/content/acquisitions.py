"""What Sentinel-2 saw in the sandbox's world; each host words the same acquisitions in its own way.

The cycles are the real ones: five days between two satellites, R023 and R123 over Ireland three days apart. Clouds,
swath edges and processing times are made up, but for the product of 2022-10-05 (tile 29UNU), which has the values of
its metadata.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from tests.sandbox.content.grid import Ring, Tile, outline, tile

UTC = datetime.timezone.utc
Corners = list[tuple[float, float]]
TILES = ("29UNU", "29UMU", "29UNT", "29UMT")
REAL = ("29UNU", datetime.date(2022, 10, 5), 23)
REAL_RING: Ring = [
    (-9.000305, 53.249626),
    (-9.000305, 52.262546),
    (-8.297485, 52.25776),
    (-8.277466, 52.295253),
    (-8.200623, 52.439003),
    (-8.122986, 52.582713),
    (-8.044769, 52.726431),
    (-7.966034, 52.87),
    (-7.886475, 53.013497),
    (-7.80722, 53.156945),
    (-7.760468, 53.241073),
    (-9.000305, 53.249626),
]
REAL_SHARES = {
    "degraded_msi_data": 0, "nodata_pixel": 40.419397, "saturated_defective_pixel": 0, "cloud_shadow": 10.305484,
    "vegetation": 26.068041, "not_vegetated": 0.999223, "water": 2.039587, "unclassified": 0.817301,
    "medium_proba_clouds": 37.895766, "high_proba_clouds": 10.598791, "thin_cirrus": 11.275166, "snow_ice": 0.000646,
}  # fmt: skip
# How far the swath reaches into a tile: corners as shares of the tile, from its upper left, counter-clockwise.
_WHOLE: Corners = [(0, 0), (0, 1), (1, 1), (1, 0)]
_WEST_PART: Corners = [(0, 0), (0, 1), (0.44, 1), (0.72, 0.08), (0.745, 0)]
_EAST_PART: Corners = [(0.56, 0), (0.32, 1), (1, 1), (1, 0)]
SWATHS: dict[tuple[str, int], Corners] = {
    ("29UNU", 23): _WEST_PART, ("29UNT", 23): [(0, 0), (0, 1), (0.12, 1), (0.4, 0.05), (0.415, 0)],
    ("29UMU", 23): _WHOLE, ("29UMT", 23): _WHOLE,
    ("29UNU", 123): _WHOLE, ("29UNT", 123): _WHOLE,
    ("29UMU", 123): _EAST_PART, ("29UMT", 123): [(0.34, 0), (0.1, 1), (1, 1), (1, 0)],
}  # fmt: skip
_ORBIT_TIMES = {23: datetime.time(11, 54, 11, 24000), 123: datetime.time(11, 43, 51, 24000)}
_FIRST_DAYS = {23: datetime.date(2022, 10, 5), 123: datetime.date(2022, 10, 2)}
"""Of satellite A; B flies five days later."""


@dataclass(frozen=True)
class Acquisition:
    tile: Tile
    platform: str
    """ "S2A"."""
    start: datetime.datetime
    """Of the data take: what product names hold."""
    sensed: datetime.datetime
    """Of the tile's middle: what Earth Search gives as datetime."""
    processed: datetime.datetime
    relative_orbit: int
    absolute_orbit: int
    baseline: str
    """ "04.00"."""
    cloud_cover: float
    ring: Ring
    """In degrees; may jump at ±180."""
    shares: dict[str, float]
    """Per cent of each class of the scene, by the middle of the key ``s2:…_percentage``."""
    real: bool = False

    @property
    def product(self) -> str:
        """Without .SAFE."""
        return (
            f"{self.platform}_MSIL2A_{self.start:%Y%m%dT%H%M%S}_N{self.baseline.replace('.', '')}_"
            f"R{self.relative_orbit:03d}_"
            f"T{self.tile.name}_{self.processed:%Y%m%dT%H%M%S}"
        )

    @property
    def tile_id(self) -> str:
        return (
            f"{self.platform}_OPER_MSI_L2A_TL_ATOS_{self.processed:%Y%m%dT%H%M%S}_A{self.absolute_orbit:06d}_"
            f"T{self.tile.name}_N{self.baseline}"
        )

    @property
    def datastrip_id(self) -> str:
        return (
            f"{self.platform}_OPER_MSI_L2A_DS_ATOS_{self.processed:%Y%m%dT%H%M%S}_S{self.start:%Y%m%dT%H%M%S}_"
            f"N{self.baseline}"
        )

    @property
    def day(self) -> datetime.date:
        return self.start.date()


def chance(*words: object) -> float:
    """0..1, the same for the same words."""
    digest = hashlib.sha256("|".join(map(str, words)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def _cloud_cover(*words: object) -> float:
    """Ireland: seldom clear, often overcast."""
    value = chance("cloud", *words)
    return round(min(100.0, 100 * value**0.62 if value > 0.18 else 40 * value), 6)


def _shares(words: tuple[object, ...], cloud: float, nodata: float) -> dict[str, float]:
    clear = 100 - cloud
    return {
        "degraded_msi_data": round(0.02 * chance("degraded", *words), 4),
        "nodata_pixel": round(nodata, 6),
        "saturated_defective_pixel": 0,
        "cloud_shadow": round(clear * 0.08, 6),
        "vegetation": round(clear * 0.7, 6),
        "not_vegetated": round(clear * 0.06, 6),
        "water": round(clear * 0.15, 6),
        "unclassified": round(clear * 0.01, 6),
        "medium_proba_clouds": round(cloud * 0.4, 6),
        "high_proba_clouds": round(cloud * 0.45, 6),
        "thin_cirrus": round(cloud * 0.15, 6),
        "snow_ice": 0,
    }


def _area_share(corners: Corners) -> float:
    closed = [*corners, corners[0]]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(closed, closed[1:]))) / 2


def acquisition(
    tile_name: str, day: datetime.date, orbit: int, platform: str, time: datetime.time,
    corners: Corners | None = None, cloud: float | None = None,
) -> Acquisition:  # fmt: skip
    place = tile(tile_name)
    words = (tile_name, day, orbit)
    start = datetime.datetime.combine(day, time, UTC)
    corners = corners or SWATHS.get((tile_name, orbit), _WHOLE)
    wobble = 0.03 * (chance("swath", day, orbit) - 0.5)
    moved = [(x + wobble if 0 < x < 1 else x, y) for x, y in corners]
    cloud = _cloud_cover(*words) if cloud is None else cloud
    real = (tile_name, day, orbit) == REAL
    return Acquisition(
        tile=place,
        platform=platform,
        start=start,
        sensed=datetime.datetime(2022, 10, 5, 11, 56, 49, 581000, UTC)
        if real
        else start + datetime.timedelta(seconds=140 + round(40 * chance("sensed", tile_name), 3)),
        processed=datetime.datetime(2022, 10, 5, 16, 44, 54, tzinfo=UTC)
        if real
        else start.replace(microsecond=0)
        + datetime.timedelta(seconds=9000 + int(14000 * chance("processed", *words))),
        relative_orbit=orbit,
        absolute_orbit=38058
        + round((start - datetime.datetime(2022, 10, 5, 11, 54, tzinfo=UTC)).total_seconds() / 6042)
        - (9000 if platform == "S2B" else 0),
        baseline="04.00" if day < datetime.date(2022, 12, 6) else "05.11",
        cloud_cover=59.769726 if real else cloud,
        ring=REAL_RING if real else outline(place, moved),
        shares=REAL_SHARES if real else _shares(words, cloud, 100 - 100 * _area_share(moved)),
        real=real,
    )


def _passes(first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, int, str]]:
    passes = []
    for orbit, origin in _FIRST_DAYS.items():
        day = first
        while day <= last:
            phase = (day - origin).days % 10
            if phase in (0, 5):
                successor = day >= datetime.date(2025, 1, 21)
                passes.append((day, orbit, ("S2C" if successor else "S2A") if phase == 0 else "S2B"))
            day += datetime.timedelta(days=1)
    return sorted(passes)


def ireland_2022() -> list[Acquisition]:
    """Seventy, August to November 2022."""
    everything = [
        (tile_name, day, orbit, platform)
        for day, orbit, platform in _passes(datetime.date(2022, 8, 1), datetime.date(2022, 11, 30))
        for tile_name in TILES
    ]
    order = sorted(everything, key=lambda one: (one[:3] != REAL, chance("kept", *one)))
    return [acquisition(name, day, orbit, platform, _ORBIT_TIMES[orbit]) for name, day, orbit, platform in order[:70]]


def ireland_recent(now: datetime.datetime) -> list[Acquisition]:
    """All of the thirty days before ``now``."""
    first = (now - datetime.timedelta(days=30)).date()
    found = [
        acquisition(tile_name, day, orbit, platform, _ORBIT_TIMES[orbit])
        for day, orbit, platform in _passes(first, now.date())
        for tile_name in TILES
    ]
    return [one for one in found if one.processed <= now]


def far_places() -> list[Acquisition]:
    """At the antimeridian (Fiji, Chukotka) and as far north as Sentinel-2 goes."""
    places = (("01KAB", 72, 22, 6, 31), ("60KXF", 72, 22, 6, 31), ("60KYF", 72, 22, 6, 31), ("60KZF", 72, 22, 6, 31),
              ("01WCS", 116, 23, 57, 9), ("60WWT", 116, 23, 57, 9), ("33XWM", 52, 12, 8, 51),
              ("26XNP", 125, 15, 9, 3))  # fmt: skip
    days = (datetime.date(2022, 9, 11), datetime.date(2022, 9, 21))
    return [
        acquisition(
            name,
            day,
            orbit,
            "S2A",
            datetime.time(hour, minute, second, 24000),
            cloud=round(5 + 90 * chance(name, day), 6),
        )
        for name, orbit, hour, minute, second in places
        for day in days
    ]


def colorado_2025() -> list[Acquisition]:
    """Tile 13TDE in the days whose items were recorded without geometry and assets (``fields``)."""
    passes = (
        ("S2C", "2025-07-29T18:03:10"), ("S2C", "2025-07-29T17:55:21"), ("S2C", "2025-07-26T17:50:50"),
        ("S2B", "2025-07-24T18:01:45"), ("S2B", "2025-07-21T17:47:55"), ("S2C", "2025-07-19T18:00:04"),
        ("S2A", "2025-07-18T17:51:32"), ("S2C", "2025-07-16T17:51:17"), ("S2B", "2025-07-14T18:01:39"),
        ("S2A", "2025-07-11T17:57:45"), ("S2C", "2025-07-09T18:00:04"), ("S2A", "2025-07-08T17:51:32"),
    )  # fmt: skip
    moments = [(platform, datetime.datetime.fromisoformat(text)) for platform, text in passes]
    return [acquisition("13TDE", moment.date(), 98, platform, moment.time()) for platform, moment in moments]


def missing_at_planetary_computer(one: Acquisition) -> bool:
    """Four of the seventy are not there: mirrors are never quite the same."""
    return (one.tile.name, one.day.isoformat()) in _MISSING


def _choose_missing() -> set[tuple[str, str]]:
    candidates = sorted(
        ((one.tile.name, one.day.isoformat()) for one in ireland_2022() if not one.real),
        key=lambda key: chance("missing", key),
    )
    return set(candidates[:4])


_MISSING = _choose_missing()
