"""The download hosts: whole products, and single files as nodes, for people with a token.

The codes DAT-ZIP-100, -104, -109, -111, -604 and -609 are those that several clients know. Invented, as nobody
recorded them: everything whose code begins with DAT-ZIP-SANDBOX (offline and unknown products, contributing missions
without eligibility, a used-up monthly quota), and -109 for a token that was never given out.
"""

from __future__ import annotations

import asyncio
import re
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.sandbox.content.accounts import Person
from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.hosts.cdse import identity, nodes
from tests.sandbox.http import Answer, Request, Resource, Send, _encode, json_answer
from tests.sandbox.safe.shop import SafeShop

_PATH = re.compile(r"/odata/v1/Products\(([^()/]*)\)((?:/Nodes\([^()/]*\))*)/(Nodes|\$value|\$zip)")
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_ORIGINALS = ("IW_GRDH_1S", "IW_SLC__1S")
"""Kept as they came for a month: ``$zip``."""


class Refused(Exception):
    def __init__(self, status: int, code: str, message: str, **more: str) -> None:
        super().__init__(code)
        self.answer = json_answer({**more, "code": code, "message": message}, status)


_TOKEN_FAULTS = {
    identity.MISSING: ("DAT-ZIP-604", "Token not found"),
    identity.EXPIRED: ("DAT-ZIP-109", "Signature verification failed: token is expired"),
    identity.WRONG_AUDIENCE: ("DAT-ZIP-609", "Token audience not allowed"),
    identity.INVALID: ("DAT-ZIP-109", "Signature verification failed: token is invalid"),
}


class Sessions:
    """Transfers under way, by account. Hosts of one service share it."""

    def __init__(self) -> None:
        self.most = 4
        self.open: Counter[str] = Counter()
        self.used_up: dict[str, int] = {}
        """Accounts whose monthly quota is used up, and the status that tells so; "" means all."""


class Download:
    """One service under one or several host names; ``host`` is the one that it names in links."""

    def __init__(
        self, host: str, realms: Sequence[identity.Realm], content: CdseContent, shop: SafeShop
    ) -> None:  # fmt: skip
        self._host, self._realms, self._content, self._shop = host, realms, content, shop
        self.sessions = Sessions()
        self._deliveries: dict[str, str] = {}

    def control(self, document: dict[str, Any]) -> Any:
        """What tests order through ``Sandbox.tell``.

        ``do="sessions", most=4``: how many transfers at the same time; ``do="quota", username="", status=429``: the
        month's quota is used up (0: no more); ``do="deliver", name=…, how="stored" | "packed" | "streamed"``: with
        ranges, with a length only, without; ``do="bring_back", name=…``: it is online for ever; ``do="open"``: how
        many transfers an account has; ``do="reset"``.
        """
        if document["do"] == "sessions":
            self.sessions.most = int(document["most"])
        elif document["do"] == "quota":
            self.sessions.used_up[document.get("username", "")] = int(document.get("status", 429))
        elif document["do"] == "deliver":
            self._deliveries[document["name"]] = document["how"]
        elif document["do"] == "bring_back":
            self._content.bring_back(document["name"])
        elif document["do"] == "open":
            return self.sessions.open[document["username"]]
        else:
            self.sessions.most = 4
            self.sessions.used_up.clear()
            self._deliveries.clear()
        return {}

    async def __call__(self, request: Request) -> Answer:
        try:
            return await self._answer(request)
        except Refused as refusal:
            return refusal.answer

    async def _answer(self, request: Request) -> Answer:
        if request.method != "GET":
            return json_answer({"detail": "Method Not Allowed"}, 405)
        key, names, what = _read(request.path)
        if what == "Nodes":
            return self._listing(self._product(key), names)
        person = self._person(request)
        product = self._product(key)
        self._check_rights(person, product)
        if names:
            return _Transfer(await self._file(product, names), person.username, self.sessions)
        return _Transfer(await self._whole(product, what), person.username, self.sessions)

    def _product(self, key: str) -> CdseProduct:
        if not _UUID.fullmatch(key):
            raise Refused(422, "DAT-ZIP-111", f"Invalid product identifier: {key}")
        product = self._content.by_uuid.get(key.lower())
        if product is None:
            raise Refused(404, "DAT-ZIP-SANDBOX-UNKNOWN", "Product not found")
        if not product.online:
            raise Refused(404, "DAT-ZIP-SANDBOX-OFFLINE", "Product is not online")
        return product

    def _person(self, request: Request) -> Person:
        kind, _, token = request.header("authorization").partition(" ")
        token = token if kind.lower() == "bearer" else request.query.get("token", "")
        faults = []
        for realm in self._realms:
            person = realm.verify(token.strip())
            if isinstance(person, Person):
                return person
            faults.append(person)
        known = [fault for fault in faults if fault != identity.INVALID]
        raise Refused(401, *_TOKEN_FAULTS[(known or faults)[0]])

    def _check_rights(self, person: Person, product: CdseProduct) -> None:
        if product.restricted and not person.eligible:
            raise Refused(403, "DAT-ZIP-SANDBOX-NOT-ELIGIBLE", "Access to this product type is not granted")
        status = self.sessions.used_up.get(person.username, self.sessions.used_up.get("", 0))
        if status:
            raise Refused(status, "DAT-ZIP-SANDBOX-QUOTA", "Monthly transfer quota exceeded")

    def _listing(self, product: CdseProduct, names: list[str]) -> Answer:
        found = nodes.children(product, names, self._host)
        if found is None:
            raise Refused(404, "DAT-ZIP-SANDBOX-UNKNOWN", "Node not found")
        return json_answer({"result": found})

    async def _file(self, product: CdseProduct, names: list[str]) -> Answer:
        node = nodes.find(product, names)
        found = await asyncio.to_thread(self._shop.file, product, node.path) if node else None
        if found is None:
            raise Refused(404, "DAT-ZIP-SANDBOX-UNKNOWN", "Node not found")
        return _named(found, names[-1])

    async def _whole(self, product: CdseProduct, what: str) -> Answer:
        age = self._content.settings.now - product.published
        if what == "$zip" and (product.product_type not in _ORIGINALS or age.days > 30):
            raise Refused(404, "DAT-ZIP-SANDBOX-UNKNOWN", "Compressed product not found")
        found = await asyncio.to_thread(self._shop.archive, product)
        if found is None:
            raise Refused(404, "DAT-ZIP-SANDBOX-UNKNOWN", "Product not found")
        found = _named(found, f"{product.name}.zip" if product.folder else product.name)
        stored = "stored" if product.static or what == "$zip" else "streamed" if product.streamed else "packed"
        how = self._deliveries.get(product.name, stored)
        return found if how == "stored" else _Packed(found, how == "packed")


def _read(path: str) -> tuple[str, list[str], str]:
    """Uuid, names of nodes, what of it."""
    short = re.fullmatch(r"/download/([^/]*)", path)
    if short:
        return short[1], [], "$value"
    found = _PATH.fullmatch(path)
    if found is None or "'" in path or '"' in path:
        raise Refused(400, "DAT-ZIP-104", "Malformed OData request path")
    return found[1], re.findall(r"/Nodes\(([^()/]*)\)", found[2]), found[3]


def _named(resource: Resource, name: str) -> Resource:
    headers = {**resource.headers, "Content-Disposition": f'attachment; filename="{name}"'}
    return Resource(resource.content, resource.content_type, resource.etag, resource.last_modified, headers)


@dataclass
class _Packed:
    """A zip that is made while it is sent: always from its first byte on, and nothing to know it again by."""

    resource: Resource
    with_length: bool

    async def send(self, request: Request, send: Send) -> None:
        headers = {"Content-Type": self.resource.content_type, **self.resource.headers}
        if self.with_length:
            headers["Content-Length"] = str(self.resource.content.size)
        await send({"type": "http.response.start", "status": 200, "headers": _encode(headers)})
        if request.scope["method"] != "HEAD":
            for chunk in self.resource.content.chunks(0, self.resource.content.size):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body"})


@dataclass
class _Transfer:
    """Counts as one of the account's transfers for as long as it is sent."""

    answer: Answer
    username: str
    sessions: Sessions

    async def send(self, request: Request, send: Send) -> None:
        if request.scope["method"] == "HEAD":
            await self.answer.send(request, send)
            return
        if self.sessions.open[self.username] >= self.sessions.most:
            message = f"Max session number {self.sessions.most} exceeded."
            body = {"trace-id": uuid.uuid4().hex, "code": "DAT-ZIP-100", "message": message}
            await json_answer(body, 429).send(request, send)
            return
        self.sessions.open[self.username] += 1
        try:
            await self.answer.send(request, send)
        finally:
            self.sessions.open[self.username] -= 1
