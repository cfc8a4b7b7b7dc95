"""Asks the real services what needs no account, and prints a table. For people who have internet.

One search per collection and access point (five products of a small area), and the first bytes of one file of what was
found. ``--sandbox`` asks the sandbox instead, so that this tool can be tried anywhere.
"""

from __future__ import annotations

import argparse
import datetime as dt
import ssl
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from copernicus_plugin.access_points.protocols import SEARCHING_PROTOCOLS  # noqa: E402
from copernicus_plugin.access_points.registry import Registry, load_registry  # noqa: E402
from copernicus_plugin.model.access_point import AccessPoint, State  # noqa: E402
from copernicus_plugin.model.cancellation import Cancellation  # noqa: E402
from copernicus_plugin.model.choose_assets import assets_to_download  # noqa: E402
from copernicus_plugin.model.errors import AccessError, ErrorKind  # noqa: E402
from copernicus_plugin.model.geometry import area_from_box  # noqa: E402
from copernicus_plugin.model.product import Product  # noqa: E402
from copernicus_plugin.model.query import Period, Query  # noqa: E402
from copernicus_plugin.network.ports import NetworkSettings, Proxy  # noqa: E402
from copernicus_plugin.network.session import HttpSession  # noqa: E402
from copernicus_plugin.search.engine import SearchEngine  # noqa: E402

AREA = (-9.42, 52.31, -7.65, 53.22)
PERIOD = Period.of_days(dt.date(2022, 9, 1), dt.date(2022, 10, 31))


@dataclass
class Plain:
    """No QGIS here: the system's certificates, no proxy or the sandbox's; and no log."""

    proxy: Proxy | None
    certificates: str

    def settings_for(self, url: str) -> NetworkSettings:
        return NetworkSettings(self.proxy, self.certificates, 1, "copernicus_plugin/check-live")

    def request_done(self, *_: Any) -> None:
        """Nobody reads it."""


class Listener:
    """Collects one search until it has ended."""

    def __init__(self) -> None:
        self.products: list[Product] = []
        self.statuses: Sequence[Any] = ()
        self.ended = threading.Event()

    def status_changed(self, status: Any) -> None:
        """Only the end counts."""

    def products_found(self, access_point: str, products: Sequence[Product]) -> None:
        self.products.extend(products)

    def finished(self, statuses: Sequence[Any]) -> None:
        self.statuses = statuses
        self.ended.set()


def first_bytes(engine: SearchEngine, session: HttpSession, registry: Registry, product: Product) -> str:
    """What came of reading the beginning of one file."""
    try:
        asset = assets_to_download(product, registry.collections[product.collection])[0]
        request = engine.adapter_for(product).request(asset, product, Cancellation())
        headers = {**request.headers, "Range": "bytes=0-15"}
        with session.send(type(request)(**{**vars(request), "headers": headers}), Cancellation()) as response:
            return f"{response.status} {response.read()[:4]!r}"
    except AccessError as error:
        return "needs an account" if error.kind is ErrorKind.ACCOUNT_NEEDED else str(error)


def of_each_endpoint(registry: Registry) -> Iterator[AccessPoint]:
    """What can be searched, each of its endpoints as a place of its own: the engine would ask only the first."""
    for place in registry.access_points.values():
        searchable = [endpoint for endpoint in place.endpoints if endpoint.protocol in SEARCHING_PROTOCOLS]
        usable = place.status.state in (State.ACTIVE, State.RESTRICTED) and "search" not in place.account.needed_for
        if not usable or not searchable:
            print(f"{place.id}: {place.status.state.value}, not asked")
            continue
        for endpoint in searchable:
            name = place.id if len(searchable) == 1 else f"{place.id}, {endpoint.protocol}"
            yield replace(place, id=name, endpoints=(endpoint,))


def check(engine: SearchEngine, session: HttpSession, registry: Registry) -> int:
    failed = 0
    for access_point in registry.access_points.values():
        for collection in access_point.endpoints[0].collections:
            listener = Listener()
            timeless = registry.collections[collection].timeless
            query = Query(collection, area_from_box(*AREA), None if timeless else PERIOD, limit=5)
            started = time.monotonic()
            engine.start(query, [access_point.id], listener)
            listener.ended.wait(90)
            seconds = time.monotonic() - started
            status = listener.statuses[0] if listener.statuses else None
            failed += status is None or status.error is not None
            said = "no answer in 90 s" if status is None else str(status.error or f"{status.found} found")
            file = first_bytes(engine, session, registry, listener.products[0]) if listener.products else "-"
            print(f"{access_point.id:<20} {collection:<28} {seconds:6.2f} s  {said:<40} file: {file}", flush=True)
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sandbox", action="store_true", help="ask the sandbox instead of the internet")
    with ExitStack() as stack:
        proxy = None
        paths = ssl.get_default_verify_paths()
        authority = Path(paths.cafile or "/etc/ssl/certs/ca-certificates.crt")
        if parser.parse_args().sandbox:
            from tests.sandbox import Sandbox

            sandbox = stack.enter_context(Sandbox.start())
            proxy, authority = Proxy("http", *sandbox.proxy), sandbox.ca_pem
        plain = Plain(proxy, authority.read_text("utf-8"))
        bundled = load_registry()
        places = {place.id: place for place in of_each_endpoint(bundled)}
        registry = Registry(places, bundled.collections)
        session = HttpSession(plain, plain)
        engine = SearchEngine(registry, session)
        failed = check(engine, session, registry)
        engine.close()
        session.close()
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
