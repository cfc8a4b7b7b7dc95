"""eodata.dataspace.copernicus.eu: the bucket ``eodata`` over S3, path style, signature version 4.

Not moto itself: that needs a newer ``requests`` than QGIS has, which the tests' own environment must not replace, and
a copy of every file in memory. But ``tests/peers`` fills a moto with the same files and asks both the same by boto3.
"""

from __future__ import annotations

import asyncio
import base64
import bisect
import dataclasses
import functools
import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import timezone
from typing import Any
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.s3_keys import KEYS
from tests.sandbox.http import Answer, Bytes, Request
from tests.sandbox.safe.shop import SafeShop

NAME = "eodata.dataspace.copernicus.eu"
BUCKET = "eodata"
_AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([\w;-]+), ?"
    r"Signature=([0-9a-f]{64})"
)
_NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
_LARGEST_PAGE = 1000


class EodataBucket:
    def __init__(self, content: CdseContent, shop: SafeShop, keys: Mapping[str, str] | None = None) -> None:
        self._content, self._shop, self._keys = content, shop, dict(KEYS if keys is None else keys)

    async def __call__(self, request: Request) -> Answer:
        fault = self._fault(request)
        if fault is not None:
            return fault
        bucket, _, key = unquote(request.path).lstrip("/").partition("/")
        if request.method != "GET":
            return _error(403, "AccessDenied", "Access Denied", request)
        if not bucket:
            return _xml("ListAllMyBucketsResult", f"<Owner><ID>sandbox</ID></Owner><Buckets><Bucket><Name>{BUCKET}"
                        "</Name><CreationDate>2022-01-01T00:00:00.000Z</CreationDate></Bucket></Buckets>")  # fmt: skip
        if bucket != BUCKET:
            return _error(404, "NoSuchBucket", "The specified bucket does not exist", request)
        if key:
            return await self._object(key, request)
        if request.scope["method"] == "HEAD":
            return Bytes(b"", "application/xml")
        if "location" in request.query:
            return Bytes(_declared(f"<LocationConstraint {_NAMESPACE}>default</LocationConstraint>"),
                         "application/xml")  # fmt: skip
        return self._listing(request)

    def _fault(self, request: Request) -> Bytes | None:
        """Why it is refused; None when it is signed as it must be."""
        found = _AUTHORIZATION.fullmatch(request.header("authorization"))
        if found is None:
            return _error(403, "AccessDenied", "Access Denied", request)
        access, day, region, names, signature = found.groups()
        if access not in self._keys:
            said = "The AWS Access Key Id you provided does not exist in our records."
            return _error(403, "InvalidAccessKeyId", said, request)
        expected = _signature(request, self._keys[access], day, region, names)
        if not hmac.compare_digest(expected, signature):
            said = "The request signature we calculated does not match the signature you provided."
            return _error(403, "SignatureDoesNotMatch", said, request)
        return None

    @functools.cached_property
    def _objects(self) -> dict[str, tuple[CdseProduct, CdseFile]]:
        """Of the products that are online, by key."""
        return {one.s3_key(file): (one, file) for one in self._content.products if one.online for file in one.files}

    @functools.cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._objects)

    async def _object(self, key: str, request: Request) -> Answer:
        product, file = self._objects.get(key, (None, None))
        found = await asyncio.to_thread(self._shop.file, product, file.path) if product and file else None
        if found is None:
            return _error(404, "NoSuchKey", "The specified key does not exist.", request)
        found = dataclasses.replace(found, etag=_etag(key))
        if isinstance(found._range(request, found.etag), str):
            return _error(416, "InvalidRange", "The requested range is not satisfiable", request)
        return found

    def _listing(self, request: Request) -> Bytes:
        asked = request.query
        second = asked.get("list-type") == "2"
        start = asked.get("start-after", "") if second else asked.get("marker", "")
        token = asked.get("continuation-token", "")
        if token:
            start = base64.urlsafe_b64decode(token).decode()
        most = min(int(asked.get("max-keys") or _LARGEST_PAGE), _LARGEST_PAGE)
        prefix, delimiter = asked.get("prefix", ""), asked.get("delimiter", "")
        keys, folders, last, more = self._page(prefix, delimiter, start, most)

        def shown(text: str) -> str:
            return escape(quote(text, safe="/-_.~") if asked.get("encoding-type") == "url" else text)

        parts = [f"<Name>{BUCKET}</Name><Prefix>{shown(prefix)}</Prefix><MaxKeys>{most}</MaxKeys>"]
        if delimiter:
            parts.append(f"<Delimiter>{shown(delimiter)}</Delimiter>")
        if "encoding-type" in asked:
            parts.append("<EncodingType>url</EncodingType>")
        parts.append(f"<IsTruncated>{str(more).lower()}</IsTruncated>")
        parts.append(_paging(second, asked, len(keys) + len(folders), shown(last), more, last))
        parts += [self._contents(key, shown(key)) for key in keys]
        parts += [f"<CommonPrefixes><Prefix>{shown(folder)}</Prefix></CommonPrefixes>" for folder in folders]
        return _xml("ListBucketResult", "".join(parts))

    def _contents(self, key: str, shown: str) -> str:
        product, file = self._objects[key]
        moment = f"{product.published.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%S}.000Z"
        return (
            f"<Contents><Key>{shown}</Key><LastModified>{moment}</LastModified><ETag>{escape(_etag(key))}</ETag>"
            f"<Size>{file.size}</Size><StorageClass>STANDARD</StorageClass></Contents>"
        )

    def _page(self, prefix: str, delimiter: str, start: str, most: int) -> tuple[list[str], list[str], str, bool]:
        """Keys, folders, the last of both, and whether there are more; ``start`` itself is left out."""
        keys: list[str] = []
        folders: list[str] = []
        last, skipped = "", start if delimiter and start.endswith(delimiter) else ""
        at = max(bisect.bisect_left(self._sorted, prefix), bisect.bisect_right(self._sorted, start))
        while at < len(self._sorted) and self._sorted[at].startswith(prefix):
            key = self._sorted[at]
            head, found, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
            name = f"{prefix}{head}{found}" if found else key
            if found and name == skipped:
                at = bisect.bisect_left(self._sorted, f"{name}\U0010ffff")
                continue
            if len(keys) + len(folders) == most:
                return keys, folders, last, True
            (folders if found else keys).append(name)
            last = name
            at = bisect.bisect_left(self._sorted, f"{name}\U0010ffff") if found else at + 1
        return keys, folders, last, False


def _paging(second: bool, asked: Mapping[str, str], count: int, shown: str, more: bool, last: str) -> str:
    if not second:
        marker = f"<Marker>{escape(asked.get('marker', ''))}</Marker>"
        return f"{marker}<NextMarker>{shown}</NextMarker>" if more and asked.get("delimiter") else marker
    token = base64.urlsafe_b64encode(last.encode()).decode()
    following = f"<NextContinuationToken>{token}</NextContinuationToken>" if more else ""
    return f"<KeyCount>{count}</KeyCount>{following}"


def _etag(key: str) -> str:
    """Of the name, since the files are only made when they are wanted."""
    return f'"{hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()}"'


def _declared(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'.encode()


def _xml(name: str, body: str) -> Bytes:
    return Bytes(_declared(f"<{name} {_NAMESPACE}>{body}</{name}>"), "application/xml")


def _error(status: int, code: str, message: str, request: Request) -> Bytes:
    where = escape(unquote(request.path))
    body = (
        f"<Error><Code>{code}</Code><Message>{message}</Message><Resource>{where}</Resource>"
        "<RequestId>tx00000sandbox-default</RequestId><HostId>sandbox-default</HostId></Error>"
    )
    return Bytes(_declared(body), "application/xml", status, {"x-amz-request-id": "tx00000sandbox-default"})


def _signature(request: Request, key: str, day: str, region: str, names: str) -> str:
    """What AWS Signature Version 4 says for this request."""
    scope: dict[str, Any] = request.scope
    path = bytes(scope["raw_path"]).decode("latin-1").partition("?")[0]
    pairs = [part.partition("=") for part in request.query_string.split("&") if part]
    query = "&".join(sorted(f"{_again(name)}={_again(value)}" for name, _, value in pairs))
    headers = "".join(f"{name}:{' '.join(request.header(name).split())}\n" for name in names.split(";"))
    payload = request.header("x-amz-content-sha256") or hashlib.sha256(request.body).hexdigest()
    canonical = "\n".join([str(scope["method"]), path, query, headers, names, payload])
    when = request.header("x-amz-date")
    scope_words = f"{day}/{region}/s3/aws4_request"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    made = f"AWS4{key}".encode()
    for word in (day, region, "s3", "aws4_request", f"AWS4-HMAC-SHA256\n{when}\n{scope_words}\n{digest}"):
        made = hmac.new(made, word.encode(), hashlib.sha256).digest()
    return made.hex()


def _again(text: str) -> str:
    """Percent-encoded as the signature wants it, however it was sent."""
    return quote(unquote(text), safe="-_.~")
