"""Object stores: the public S3 buckets and Azure containers that the items' assets name, and the closed ones."""

from __future__ import annotations

import asyncio
from urllib.parse import unquote
from xml.sax.saxutils import escape

from tests.sandbox.app import EXPIRED
from tests.sandbox.hosts.signatures import Signatures
from tests.sandbox.http import Answer, Bytes, Request
from tests.sandbox.rasters.shop import RasterShop

OPEN_BUCKETS = {
    "sentinel-cogs": "us-west-2", "e84-earth-search-sentinel-data": "us-west-2", "copernicus-dem-30m": "eu-central-1",
    "copernicus-dem-90m": "eu-central-1",
}  # fmt: skip
REQUESTER_PAYS = {
    "sentinel-s2-l2a": "eu-central-1",
    "sentinel-s2-l1c": "eu-central-1",
    "sentinel-s1-l1c": "eu-central-1",
}


def bucket_hosts(bucket: str, region: str) -> list[str]:
    return [f"{bucket}.s3.amazonaws.com", f"{bucket}.s3.{region}.amazonaws.com"]


def _s3_error(status: int, code: str, message: str, key: str) -> Bytes:
    body = (f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{message}</Message>'
            f"<Key>{escape(key)}</Key><RequestId>SANDBOX</RequestId><HostId>sandbox</HostId></Error>")  # fmt: skip
    return Bytes(body.encode(), "application/xml", status, {"x-amz-request-id": "SANDBOX", "Server": "AmazonS3"})


class Bucket:
    """Readable by everyone."""

    def __init__(self, name: str, shop: RasterShop) -> None:
        self._name, self._shop = name, shop

    async def __call__(self, request: Request) -> Answer:
        path = unquote(request.path)
        if request.method != "GET":
            return _s3_error(403, "AccessDenied", "Access Denied", path[1:])
        found = await asyncio.to_thread(self._shop.resource, f"s3://{self._name}{path}")
        return found or _s3_error(404, "NoSuchKey", "The specified key does not exist.", path[1:])


class ClosedBucket:
    """Requester pays: refuses whoever does not sign."""

    async def __call__(self, request: Request) -> Answer:
        return _s3_error(403, "AccessDenied", "Access Denied", request.path[1:])


class BlobAccount:
    """An Azure storage account whose containers open with a signature of the Planetary Computer's."""

    def __init__(self, account: str, signatures: Signatures, shop: RasterShop) -> None:
        self._account, self._signatures, self._shop = account, signatures, shop

    async def __call__(self, request: Request) -> Answer:
        path = unquote(request.path)
        container = path.split("/")[1] if "/" in path else ""
        fault = self._signatures.fault_of(self._account, container, request.query)
        if fault == "AuthenticationFailed":
            return Bytes(EXPIRED.encode(), "application/xml", 403, {"x-ms-error-code": fault})
        if fault:
            return _azure_error(404, fault, "The specified resource does not exist.")
        found = await asyncio.to_thread(self._shop.resource, f"https://{self._account}.blob.core.windows.net{path}")
        return found or _azure_error(404, "BlobNotFound", "The specified blob does not exist.")


def _azure_error(status: int, code: str, message: str) -> Bytes:
    body = (
        f'\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>'
    )
    return Bytes(
        body.encode(), "application/xml", status, {"x-ms-error-code": code, "Server": "Windows-Azure-Blob/1.0"}
    )
