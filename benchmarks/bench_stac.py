"""10 000 products from one STAC server 20 ms away: our adapter beside pystac-client, in one run, as ratios.

A responder in a process of its own serves pages put together from items serialised beforehand (a recorded Earth
Search item where ``../shared`` is there, else one of the same size). Each client runs in a fresh interpreter, ours in
``.venv``, pystac-client in ``.venv-peers``; the turns are interleaved, and the median counts.

Beside the times stands the longest stall: how much later than asked a thread that sleeps 5 ms at a time wakes up,
as the main thread would. ``--quick`` takes one turn and 3 000 products.
"""

from __future__ import annotations

import argparse
import http.server
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RECORDED = ROOT.parent / "shared" / "recordings" / "earth_search" / "search_post_cql2json_cloud_page2.json"
LATENCY = 0.02
AS_IT_COMES = 100
LARGEST = 1000
CONTROL = "nothing at all, for 2 s"
LIMITS = {"as_it_comes": 0.5, "same_page": 0.9, "stall_ms": 50.0}


# --- the responder


def template() -> dict[str, Any]:
    """One item of about 16 kB."""
    if RECORDED.exists():
        item: dict[str, Any] = json.loads(RECORDED.read_bytes())["features"][0]
        return item
    shape = {"proj:shape": [10980, 10980], "proj:transform": [10, 0, 399960, 0, -10, 9500020], "gsd": 10}
    bands = {"eo:bands": [{"name": "B04", "common_name": "red", "center_wavelength": 0.665}]}
    raster = {"raster:bands": [{"nodata": 0, "data_type": "uint16", "scale": 0.0001, "offset": -0.1}]}
    assets = {
        f"asset-{number}": {
            "href": f"https://data.example.org/sentinel-s2-l2a-cogs/24/M/VV/2025/7/S2B_24MVV_0_L2A/B{number:02d}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "title": f"Band {number} - 10m",
            "roles": ["data", "reflectance"],
            **shape,
            **bands,
            **raster,
        }
        for number in range(34)
    }
    ring = [[-39.9, -4.52], [-39.9, -4.73], [-38.91, -4.94], [-38.91, -4.52], [-39.9, -4.52]]
    properties = {f"s2:property_{number}": number / 7 for number in range(40)}
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": [-39.9, -4.94, -38.91, -4.52],
        "properties": {"datetime": "2025-07-31T13:03:25.899000Z", "eo:cloud_cover": 34.7, **properties},
        "links": [{"rel": "self", "href": "https://example.org/item"}],
        "assets": assets,
        "collection": "sentinel-2-l2a",
        "stac_extensions": [],
    }


def serialised(count: int) -> list[bytes]:
    item = template()
    item["collection"] = "sentinel-2-l2a"
    item["id"] = "@@"
    head, tail = json.dumps(item).encode().split(b'"@@"')
    return [head + f'"S2B_{number:06d}"'.encode() + tail for number in range(count)]


class Responder(http.server.BaseHTTPRequestHandler):
    """Landing page and search by POST, stac-server's paging."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    items: list[bytes] = []

    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        links = [{"rel": "self", "href": base + "/"}, {"rel": "root", "href": base + "/"}]
        links += [{"rel": "search", "href": f"{base}/search", "method": method} for method in ("GET", "POST")]
        core = "https://api.stacspec.org/v1.0.0"
        classes = [f"{core}/core", f"{core}/item-search", f"{core}/item-search#query", f"{core}/item-search#sort"]
        landing = {"type": "Catalog", "id": "x", "stac_version": "1.0.0", "description": "x"}
        self._send([json.dumps({**landing, "conformsTo": classes, "links": links}).encode()])

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        start, size = int(body.get("next", 0)), int(body.get("limit", 100))
        time.sleep(LATENCY)
        links = []
        if start + size < len(self.items):
            href = f"http://{self.headers['Host']}/search"
            following = {**body, "next": str(start + size)}
            links.append({"rel": "next", "method": "POST", "href": href, "merge": False, "body": following})
        counts = f'{{"type":"FeatureCollection","numberMatched":{len(self.items)},"features":['
        page = b",".join(self.items[start : start + size])
        self._send([counts.encode(), page, b'],"links":' + json.dumps(links).encode() + b"}"])

    def _send(self, parts: list[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/geo+json")
        self.send_header("Content-Length", str(sum(map(len, parts))))
        self.end_headers()
        for part in parts:
            self.wfile.write(part)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


def serve(count: int) -> None:
    """Print the address, then answer until standard input ends."""
    Responder.items = serialised(count)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Responder)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    sys.stdin.read()


# --- the clients, each in an interpreter of its own


class Probe(threading.Thread):
    """Sleeps 5 ms at a time and keeps by how much it overslept, in milliseconds."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.worst = 0.0
        self._end = threading.Event()

    def run(self) -> None:
        while not self._end.is_set():
            begun = time.perf_counter()
            time.sleep(0.005)
            self.worst = max(self.worst, (time.perf_counter() - begun - 0.005) * 1000)

    def stop(self) -> float:
        self._end.set()
        self.join()
        return self.worst


def measured(work: Callable[[], int]) -> dict[str, float]:
    """Seconds, products, the longest stall in milliseconds."""
    probe = Probe()
    probe.start()
    time.sleep(0.2)
    begun = time.perf_counter()
    found = work()
    return {"seconds": time.perf_counter() - begun, "found": found, "stall_ms": probe.stop()}


def run_ours(url: str, page: int, count: int, with_area: bool) -> dict[str, float]:
    sys.path.insert(0, str(ROOT))
    from copernicus_plugin.adapters.base import Context
    from copernicus_plugin.adapters.stac.adapter import StacAdapter
    from copernicus_plugin.model.access_point import AccessPoint, Endpoint, Group, State, Status
    from copernicus_plugin.model.cancellation import Cancellation
    from copernicus_plugin.model.geometry import area_from_box
    from copernicus_plugin.model.query import Query
    from copernicus_plugin.network.ports import NetworkSettings
    from copernicus_plugin.network.session import HttpSession

    class Settings:
        def settings_for(self, url: str) -> NetworkSettings:
            return NetworkSettings(None, "", 1, "bench")

    class Log:
        def request_done(self, *_arguments: object) -> None:
            """Quiet."""

    endpoint = Endpoint("stac", url, {"c": "sentinel-2-l2a"}, {"largest_page": page})
    place = AccessPoint("p", "p", "p", Group.PRIVATE, "o", Status(State.ACTIVE), endpoints=(endpoint,))
    session = HttpSession(Settings(), Log())
    adapter = StacAdapter(Context(place, endpoint, session, {}))
    kept = []

    def work() -> int:
        area = area_from_box(-40, -5, -38, -4) if with_area else None
        for found in adapter.search(Query("c", area, limit=count), Cancellation()):
            kept.extend(found.products)
        return len(kept)

    return measured(work)


def run_nothing(_url: str, _page: int, count: int, _flag: bool) -> dict[str, float]:
    """How late the probe is on this machine by itself."""
    return {**measured(lambda: time.sleep(2) or 0), "found": count}


def run_pystac(url: str, page: int, count: int, dictionaries: bool) -> dict[str, float]:
    from pystac_client import Client

    kept: list[Any] = []

    def work() -> int:
        search = Client.open(url).search(collections=["sentinel-2-l2a"], limit=page, max_items=count)
        kept.extend(search.items_as_dicts() if dictionaries else search.items())
        return len(kept)

    return measured(work)


def in_fresh_interpreter(python: Path, *arguments: object) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    command = [str(python), __file__, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


# --- the comparison


def compare(count: int, turns: int) -> bool:
    ours, peers = Path(sys.executable), ROOT / ".venv-peers" / "bin" / "python"
    runs: dict[str, tuple[Any, ...]] = {
        CONTROL: (ours, "--control", 0),
        f"ours, {LARGEST} a page": (ours, "--ours", LARGEST),
        f"ours, {LARGEST} a page, area and coverage": (ours, "--ours-area", LARGEST),
        f"ours, {AS_IT_COMES} a page": (ours, "--ours", AS_IT_COMES),
    }
    if peers.exists():
        runs[f"pystac-client items, {AS_IT_COMES} a page (as it comes)"] = (peers, "--pystac-items", AS_IT_COMES)
        runs[f"pystac-client items, {LARGEST} a page"] = (peers, "--pystac-items", LARGEST)
        runs[f"pystac-client dictionaries, {AS_IT_COMES} a page"] = (peers, "--pystac-dicts", AS_IT_COMES)
        runs[f"pystac-client dictionaries, {LARGEST} a page"] = (peers, "--pystac-dicts", LARGEST)
    else:
        print("pystac-client is not there (.venv-peers): ours alone")
    command = [sys.executable, __file__, "--serve", str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as responder:
        url = responder.stdout.readline().strip() if responder.stdout else ""
        results: dict[str, list[dict[str, float]]] = {name: [] for name in runs}
        for _turn in range(turns):
            for name, (python, mode, page) in runs.items():
                results[name].append(in_fresh_interpreter(python, mode, url, page, count))
        responder.communicate()
    return report(count, results)


def report(count: int, results: dict[str, list[dict[str, float]]]) -> bool:
    seconds = {name: statistics.median(run["seconds"] for run in turns) for name, turns in results.items()}
    print(f"{count} products, {LATENCY * 1000:.0f} ms away, median of {len(next(iter(results.values())))}")
    for name, turns in results.items():
        stall = statistics.median(run["stall_ms"] for run in turns)
        print(f"  {name:52} {seconds[name]:7.2f} s   longest stall {stall:6.1f} ms")
        if any(run["found"] != count for run in turns):
            print(f"  {name}: did not find all products")
            return False
    stalls = {name: statistics.median(run["stall_ms"] for run in turns) for name, turns in results.items()}
    above = max(0.0, stalls[f"ours, {LARGEST} a page"] - stalls[CONTROL])
    checks = [("longest stall above that of nothing, ms", above, LIMITS["stall_ms"])]
    mine = seconds[f"ours, {LARGEST} a page"]
    for kind in ("items", "dictionaries"):
        come = f"pystac-client {kind}, {AS_IT_COMES} a page" + (" (as it comes)" if kind == "items" else "")
        if come in seconds:
            checks.append((f"ours / {come}", mine / seconds[come], LIMITS["as_it_comes"]))
            same = f"pystac-client {kind}, {LARGEST} a page"
            checks.append((f"ours / {same}", mine / seconds[same], LIMITS["same_page"]))
    for name, value, limit in checks:
        print(f"  {name:64} {value:6.2f}  (limit {limit})  {'good' if value <= limit else 'NOT REACHED'}")
    return all(value <= limit for _, value, limit in checks)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--serve", type=int)
    for mode in ("--control", "--ours", "--ours-area", "--pystac-items", "--pystac-dicts"):
        parser.add_argument(mode, nargs=3, metavar=("URL", "PAGE", "COUNT"))
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return 0
    for name, run, flag in (
        ("control", run_nothing, False),
        ("ours", run_ours, False),
        ("ours_area", run_ours, True),
        ("pystac_items", run_pystac, False),
        ("pystac_dicts", run_pystac, True),
    ):
        arguments = getattr(given, name)
        if arguments:
            print(json.dumps(run(arguments[0], int(arguments[1]), int(arguments[2]), flag)))
            return 0
    return 0 if compare(3000 if given.quick else 10_000, 1 if given.quick else 3) else 1


if __name__ == "__main__":
    raise SystemExit(main())
