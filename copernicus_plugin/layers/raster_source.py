"""What GDAL opens for an asset, and what its refusals mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from osgeo import gdal

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.layers.workers import in_parallel
from copernicus_plugin.model.choose_assets import FETCHABLE, asset_of_band
from copernicus_plugin.model.collection import BandPreset
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.product import Asset, Product

# A server that hangs would hold a thread that QGIS draws maps with; GDAL waits for ever unless told otherwise.
_TIMES = "connecttimeout=10&low_speed_time=20&low_speed_limit=100"
_STATUS = re.compile(r"HTTP response code: (\d{3})")
_SIGNED_BY_GDAL = {"planetary_computer": "pc_url_signing=yes&"}


@dataclass(frozen=True)
class BandSource:
    """One file that GDAL opens, and the asset that it belongs to (``None`` where the catalogue knows none)."""

    path: str
    asset: Asset | None = None


def vsicurl_path(address: StreamAddress) -> str:
    """A path of GDAL's ``/vsicurl``; ``empty_dir`` keeps it from asking for files beside the one it opens."""
    if address.href.split(":", 1)[0].lower() not in FETCHABLE:
        raise AccessError(ErrorKind.NOT_FOUND, Reason.ADDRESS, {"address": address.href})
    signing = _SIGNED_BY_GDAL.get(address.signing, "")
    return f"/vsicurl?empty_dir=yes&{signing}{_TIMES}&url={quote(address.href, safe='')}"


def streamed_assets(product: Product, preset: BandPreset) -> tuple[Asset, ...]:
    """The GeoTIFFs on the web that a preset shows: one ready-made, or one per band; empty if it cannot be shown."""
    for asset in _ready_made(product.assets, preset):
        if asset.scheme in FETCHABLE and asset.is_geotiff:
            return (asset,)
    found = [asset_of_band(product, name) for name in preset.bands]
    assets = [asset for asset in found if asset is not None]
    return tuple(assets) if preset.bands and len(assets) == len(preset.bands) else ()


def local_sources(product: Product, preset: BandPreset, files: Mapping[str, str]) -> tuple[BandSource, ...]:
    """The same of files on the disk (asset key to path), of any raster format; empty if it cannot be shown."""
    by_key = {key.lower(): key for key in files}
    for name in preset.assets:
        key = by_key.get(name.lower())
        if key is not None:
            return (BandSource(files[key], product.assets.get(key)),)
    found = [_local_band(product, name, files) for name in preset.bands]
    sources = [source for source in found if source is not None]
    return tuple(sources) if preset.bands and len(sources) == len(preset.bands) else ()


def _local_band(product: Product, name: str, files: Mapping[str, str]) -> BandSource | None:
    wanted = name.lower()
    for key, path in files.items():
        asset = product.assets.get(key)
        bands = asset.bands if asset is not None else ()
        if len(bands) == 1 and wanted in (bands[0].name.lower(), bands[0].common_name.lower()):
            return BandSource(path, asset)
    named = next((key for key in files if key.lower() == wanted), None)
    return None if named is None else BandSource(files[named], product.assets.get(named))


def _ready_made(assets: Mapping[str, Asset], preset: BandPreset) -> Iterator[Asset]:
    by_key = {key.lower(): asset for key, asset in assets.items()}
    for name in preset.assets:
        if name.lower() in by_key:
            yield by_key[name.lower()]


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Meanwhile GDAL, in this thread, neither prints errors nor writes statistics beside the user's files."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.SetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        yield
    finally:
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
    return AccessError(ErrorKind.BAD_ANSWER, reason, {"host": host, "file": href})


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
        parameters["proxy"] = gdal.GetConfigOption("GDAL_HTTP_PROXY", "") or ""
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
