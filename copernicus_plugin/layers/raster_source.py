"""What GDAL opens for an asset, and what its refusals mean."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from osgeo import gdal

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.layers import sentinel2
from copernicus_plugin.layers.archive import is_container, look_into
from copernicus_plugin.layers.stream_headers import header_option
from copernicus_plugin.layers.workers import in_parallel
from copernicus_plugin.model.choose_assets import FETCHABLE
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.network.redaction import redacted_url

# A server that hangs would hold a thread that QGIS draws maps with; GDAL waits for ever unless told otherwise.
_TIMES = "connecttimeout=10&low_speed_time=20&low_speed_limit=100"
_STATUS = re.compile(r"HTTP response code: (\d{3})")
_quiet = threading.local()
_SIGNED_BY_GDAL = {"planetary_computer": "pc_url_signing=yes&"}


@dataclass(frozen=True)
class BandSource:
    """One file that GDAL opens, and the asset that it belongs to.

    ``account`` is the id of the access point whose header GDAL sends to ``href``; empty where none is needed.
    """

    path: str
    asset: Asset
    account: str = ""
    href: str = ""


def vsicurl_path(address: StreamAddress) -> str:
    """A path of GDAL's ``/vsicurl``; ``empty_dir`` keeps it from asking for files beside the one it opens.

    Where an account is needed the path names the file with its header (``stream_headers``), never the header.
    """
    if address.href.split(":", 1)[0].lower() not in FETCHABLE:
        raise AccessError(ErrorKind.NOT_FOUND, Reason.ADDRESS, {"address": redacted_url(address.href)})
    signing = _SIGNED_BY_GDAL.get(address.signing, "")
    header = f"{header_option(address.account)}&" if address.account else ""
    return f"/vsicurl?empty_dir=yes&{header}{signing}{_TIMES}&url={quote(address.href, safe='')}"


def files_as_assets(product: Product, files: Mapping[str, str], collection: Collection | None) -> Product:
    """``product`` with nothing but what lies on the disk (asset key to path); ``href`` is what GDAL opens.

    What is in a zip or a folder is named by the collection. For a worker; raises ``AccessError(STORAGE_FAULT)``.
    """
    found: dict[str, Asset] = {}
    for key, path in files.items():
        asset = product.assets.get(key) or Asset(key, path)
        if not is_container(path):
            found[key] = replace(asset, href=path)
        elif collection is not None:
            found.update(_within(product, path, collection))
    return replace(product, assets=found)


def _within(product: Product, path: str, collection: Collection) -> dict[str, Asset]:
    container = look_into(path)
    assets = container.assets(collection)
    return sentinel2.with_raster_bands(assets, container) if sentinel2.is_sentinel2(product.id) else assets


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Meanwhile GDAL, in this thread, neither prints errors nor writes statistics beside the user's files.

    May be used within itself.
    """
    depth = getattr(_quiet, "depth", 0)
    _quiet.depth = depth + 1
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.SetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        yield
    finally:
        _quiet.depth = depth
        if not depth:
            gdal.SetThreadLocalConfigOption("GDAL_PAM_ENABLED", None)
        gdal.PopErrorHandler()


def open_raster(path: str) -> Any:
    """A GDAL dataset. Call it in ``quiet_gdal``, in a worker.

    Raises ``AccessError`` that says why not: NOT_FOUND, ACCOUNT_NEEDED, SERVER_FAULT, NETWORK_FAULT, BAD_ANSWER for
    what is on the web, STORAGE_FAULT for what is on the disk.
    """
    gdal.ErrorReset()
    gdal.VSIErrorReset()
    dataset = _open(path)
    if dataset is not None and dataset.RasterCount:
        return dataset
    message = gdal.GetLastErrorMsg() or gdal.VSIGetLastErrorMsg()
    if path.startswith("/vsicurl"):
        raise _web_error(path, message)
    raise AccessError(ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE, {"file": path})


def has_place(dataset: Any) -> bool:
    """Whether the image can be laid on a map: swaths with their coordinates in other files cannot."""
    return bool(dataset.GetProjection() or dataset.GetGCPCount() or dataset.GetGeoTransform(can_return_null=True))


def is_complex(dataset: Any) -> bool:
    """Whether its pixels are amplitude and phase (Sentinel-1 SLC): QGIS would show the real part, which is noise."""
    return bool(dataset.RasterCount and gdal.DataTypeIsComplex(dataset.GetRasterBand(1).DataType))


def check_all(sources: Sequence[BandSource]) -> None:
    """``open_raster`` for each at the same time, which leaves their heads in GDAL's cache; raises the first error."""

    def check(path: str) -> None:
        with quiet_gdal():
            open_raster(path)

    calls = [lambda path=source.path: check(path) for source in sources]
    for result in in_parallel("copernicus layers, bands", calls):
        if isinstance(result, AccessError):
            raise result


def _open(path: str) -> Any:
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    except RuntimeError:
        # Another plugin may have called gdal.UseExceptions(), which counts for the whole process.
        return None


def _web_error(path: str, message: str) -> AccessError:
    href = unquote(path.rpartition("url=")[2])
    host = urlsplit(href).hostname or ""
    status = _STATUS.search(message)
    if status:
        return _status_error(int(status.group(1)), host)
    if "CURL error" in message:
        return _curl_error(message.lower(), host)
    reason = Reason.LOGIN_PAGE if _looks_like_a_page(path) else Reason.CORRUPT_FILE
    return AccessError(ErrorKind.BAD_ANSWER, reason, {"host": host, "file": redacted_url(href)})


def _status_error(status: int, host: str) -> AccessError:
    parameters: dict[str, Parameter] = {"host": host, "status": status}
    if status in (404, 410):
        return AccessError(ErrorKind.NOT_FOUND, Reason.STATUS, parameters)
    if status in (401, 403):
        return AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.STATUS, parameters)
    if status == 429:
        return AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS, parameters)
    return AccessError(ErrorKind.SERVER_FAULT, Reason.STATUS, parameters)


_CURL_REASONS = (
    ("resolve proxy", Reason.PROXY_UNREACHABLE),
    ("could not resolve", Reason.UNKNOWN_HOST),
    ("timed out", Reason.TIMEOUT),
    ("too slow", Reason.TIMEOUT),
    ("timeout", Reason.TIMEOUT),
    ("certificate", Reason.CERTIFICATE),
    ("ssl", Reason.CERTIFICATE),
    ("tls", Reason.CERTIFICATE),
    ("proxy", Reason.PROXY_UNREACHABLE),
    ("connect", Reason.REFUSED),
)


def _curl_error(message: str, host: str) -> AccessError:
    reason = next((reason for words, reason in _CURL_REASONS if words in message), Reason.CUT)
    parameters: dict[str, Parameter] = {"host": host}
    if reason is Reason.TIMEOUT:
        parameters["seconds"] = 20
    if reason is Reason.PROXY_UNREACHABLE:
        # It may come from the environment, with a name and a password before the @.
        parameters["proxy"] = (gdal.GetConfigOption("GDAL_HTTP_PROXY", "") or "").rpartition("@")[2]
    return AccessError(ErrorKind.NETWORK_FAULT, reason, parameters)


def _looks_like_a_page(path: str) -> bool:
    file = gdal.VSIFOpenL(path, "rb")
    if file is None:
        return False
    try:
        start = bytes(gdal.VSIFReadL(1, 256, file) or b"").lstrip().lower()
    finally:
        gdal.VSIFCloseL(file)
    return start.startswith((b"<!doctype html", b"<html"))
