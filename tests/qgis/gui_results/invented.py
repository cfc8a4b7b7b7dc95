"""Invented but realistic Sentinel-2 and DEM products, and a small server for their quicklooks."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPolygonF

from copernicus_plugin.host.services import Services
from copernicus_plugin.model.access_point import AccessPoint, Account, AccountKind, Group, Limits, Links, State, Status
from copernicus_plugin.model.geometry import area_from_box, polygons_to_wkb
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.query import Area, Query

AREA: Area = area_from_box(-9.4, 52.6, -8.2, 53.4)
QUERY = Query("sentinel-2-l2a", AREA)
_CLOUDS = (11.2, 17.4, 3.1, 0.4, 19.0, 7.3, 35.2, 58.4, 8.1, 14.6, 91.0, 24.9)
_COVERS = (0.64, 0.26, 0.71, 0.26, 0.71, 0.71, 0.71, 0.71, 0.26, 0.64, 1.0, 0.004)


DATA_SPACE = AccessPoint(
    id="space",
    title="A Data Space of this test",
    short_title="Data Space",
    group=Group.SATELLITE,
    operator="ESA",
    status=Status(State.ACTIVE, "2023"),
    links=Links(register="https://example.org/register"),
    account=Account(AccountKind.OIDC_DIRECT, ("download",), ("*.example.org",), {"one_time_code": True}),
    limits=Limits(connections={"download.example.org": 4}),
)
MIRROR = AccessPoint(
    id="mirror",
    title="A mirror of it",
    short_title="Mirror",
    group=Group.DIAS,
    operator="CloudFerro",
    status=Status(State.ACTIVE, "2023"),
    account=Account(of="space"),
)


def with_places(services: Services) -> None:
    """Beside the bundled access points, one with an account of its own and one that uses that account."""
    registry = services.registry
    places = {**registry.access_points, "space": DATA_SPACE, "mirror": MIRROR}
    services.__dict__["registry"] = dataclasses.replace(registry, access_points=places)


def square(west: float, south: float, side: float) -> bytes:
    ring = [(west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south)]
    return polygons_to_wkb([[ring]])


def sentinel(
    number: int,
    access_point: str = "earth_search",
    thumbnails: str = "",
    day: dt.date | None = None,
    **changes: object,
) -> Product:
    """The ``number``-th product, going back in time five days by five."""
    day = day or dt.date(2026, 10, 31) - dt.timedelta(days=(number // 2) * 5 - (number % 2))
    unit = "ABC"[number % 3]
    tile = ("29UNU", "29UMU")[number % 2]
    orbit = (23, 123)[number % 5 == 0]
    moment = dt.datetime.combine(day, dt.time(11, 43 + 10 * (number % 2), 51), dt.timezone.utc)
    stamp = moment.strftime("%Y%m%dT%H%M%S")
    name = (
        f"S2{unit}_MSIL2A_{stamp}_N0512_R{orbit:03d}_T{tile}_{day:%Y%m%d}T15{number % 60:02d}{number // 60 % 60:02d}"
    )
    properties = {
        "datetime": moment.isoformat().replace("+00:00", "Z"),
        "platform": f"sentinel-2{unit.lower()}",
        "eo:cloud_cover": _CLOUDS[number % len(_CLOUDS)],
        "sat:relative_orbit": orbit,
        "grid:code": f"MGRS-{tile}",
        "s2:processing_baseline": "05.12",
        "gsd": 10,
    }
    properties.update(changes)
    cog = "image/tiff; application=geotiff; profile=cloud-optimized"
    base = f"https://e84-earth-search-sentinel-data.s3.us-west-2.amazonaws.com/{name}"
    size = 780_000_000 + (number * 37) % 7 * 48_000_000
    assets = {
        "visual": Asset("visual", f"{base}/TCI.tif", cog, "True colour, 10 m", ("visual",), 152_000_000),
        "scl": Asset("scl", f"{base}/SCL.tif", cog, "Scene classification, 20 m", ("data",), 4_100_000),
        "red": Asset("red", f"{base}/B04.tif", cog, "Red, 10 m", ("data",), size // 4),
        "green": Asset("green", f"{base}/B03.tif", cog, "Green, 10 m", ("data",), size // 4),
        "nir": Asset("nir", f"{base}/B08.tif", cog, "NIR, 10 m", ("data",), size // 2),
        "granule_metadata": Asset("granule_metadata", f"{base}/MTD_TL.xml", "application/xml", "", ("metadata",)),
    }
    return Product(
        id=name,
        collection="sentinel-2-l2a",
        access_point=access_point,
        endpoint="https://earth-search.aws.element84.com/v1/",
        footprint=square(-9.4 + (number % 4) * 0.3, 52.6 + (number % 3) * 0.2, 0.6),
        bbox=(-9.4, 52.6, -8.8, 53.2),
        properties=properties,
        assets=assets,
        self_href=f"https://earth-search.aws.element84.com/v1/collections/sentinel-2-l2a/items/{name}",
        thumbnail_href=f"{thumbnails}/{number}.jpg" if thumbnails else "",
        coverage=_COVERS[number % len(_COVERS)],
    )


def dem(number: int, access_point: str = "earth_search", thumbnails: str = "") -> Product:
    cell = f"N{50 + number // 10:02d}W{number % 10:03d}"
    return Product(
        id=f"Copernicus_DSM_COG_10_{cell[:3]}_00_{cell[3:]}_00_DEM",
        collection="cop-dem-glo-30",
        access_point=access_point,
        endpoint="https://earth-search.aws.element84.com/v1/",
        footprint=square(-float(number % 10), 50.0 + number // 10, 1.0),
        properties={
            "datetime": "2021-04-22T00:00:00Z",
            "platform": "tandem-x",
            "grid:code": f"CDEM-{cell}",
            "gsd": 30,
        },
        assets={
            "data": Asset("data", f"https://copernicus-dem-30m.s3.amazonaws.com/{cell}.tif", "image/tiff", "Data")
        },
        coverage=0.33,
    )


def quicklook(number: int) -> bytes:
    """A landscape with fields, water and clouds, as JPEG."""
    image = QImage(343, 343, QImage.Format.Format_RGB32)
    image.fill(QColor(62, 74, 48))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    state = number * 7919 + 17
    for _ in range(420):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        x, y, size = state % 343, (state >> 9) % 343, 6 + (state >> 17) % 22
        painter.setBrush(QColor(60 + state % 80, 70 + (state >> 5) % 60, 38 + (state >> 7) % 34))
        painter.drawRect(x, y, size, 5 + size // 2)
    painter.setBrush(QColor(24, 38, 52))
    painter.drawPolygon(
        QPolygonF(
            [QPointF(90 + number % 5 * 30, 0), QPointF(130, 120), QPointF(60, 343), QPointF(20, 343), QPointF(70, 110)]
        )
    )
    painter.setBrush(QColor(245, 246, 248))
    for _ in range(int(_CLOUDS[number % len(_CLOUDS)])):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        painter.drawEllipse(state % 343, (state >> 9) % 343, 20 + (state >> 15) % 50, 14 + (state >> 19) % 26)
    if number % 2:
        painter.setBrush(QColor(0, 0, 0))
        painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(120, 0), QPointF(30, 343), QPointF(0, 343)]))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 80)
    return bytes(data)


@contextmanager
def quicklook_server(count: int = 24) -> Iterator[tuple[str, list[str]]]:
    """Serves ``/<n>.jpg`` on this machine; gives its address and the list of what was asked."""
    pictures = [quicklook(number) for number in range(count)]
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(self.path)
            body = pictures[int(self.path.strip("/").split(".")[0]) % count]
            self.send_response(200)
            self.send_header("Content-Type", "image/jpeg")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            del arguments

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)
