"""``python -m tests.sandbox``: runs the box until its parent (with --supervised) or Ctrl-C ends it."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
import tempfile
from pathlib import Path

import uvloop

from tests.sandbox.app import Box
from tests.sandbox.control import Control
from tests.sandbox.internet import build_hosts
from tests.sandbox.proxy import Certificates, serve_control, serve_proxy
from tests.sandbox.settings import Settings
from tests.sandbox.shared import shared_path


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="of the proxy; 0 takes a free one")
    parser.add_argument("--data", type=Path, help="folder of real products, instead of ../shared/data")
    parser.add_argument("--recordings", type=Path, help="instead of ../shared/recordings")
    parser.add_argument("--folder", type=Path, help="where ca.pem is written")
    parser.add_argument("--bulk", type=int, default=0, help="items in the Pacific, for benchmarks")
    parser.add_argument("--proxy-credentials", default="", help="user:password that the proxy asks for")
    parser.add_argument("--signature-lifetime", type=float, default=2700.0, help="seconds of an Azure signature")
    parser.add_argument("--today", default="", help="YYYY-MM-DD on which the recent items end; default: now")
    parser.add_argument("--supervised", action="store_true", help="end when standard input does; announce as JSON")
    return parser.parse_args()


def _end_with_parent(stop: asyncio.Event) -> None:
    """Standard input is a pipe that nobody writes to: it ends when the parent does, however it ends."""
    if not os.read(sys.stdin.fileno(), 4096):
        stop.set()


async def _serve(arguments: argparse.Namespace, folder: Path) -> None:
    shared = shared_path()
    settings = Settings(
        data=arguments.data or (shared / "data" if shared else None),
        recordings=arguments.recordings or (shared / "recordings" if shared else None),
        bulk=arguments.bulk,
        signature_lifetime=arguments.signature_lifetime,
        today=arguments.today,
    )
    box = Box(build_hosts(settings), arguments.proxy_credentials)
    certificates = Certificates(folder)
    stop = asyncio.Event()
    proxy = await serve_proxy(box, certificates, arguments.port)
    control = await serve_control(Control(box, stop))
    ports = [server.sockets[0].getsockname()[1] for server in (proxy, control)]
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    if arguments.supervised:
        loop.add_reader(sys.stdin.fileno(), _end_with_parent, stop)
        print(json.dumps({"proxy": ports[0], "control": ports[1], "ca_pem": str(certificates.ca_pem)}), flush=True)
    else:
        print(
            f"proxy    http://127.0.0.1:{ports[0]}\ncontrol  http://127.0.0.1:{ports[1]}\n"
            f"CA       {certificates.ca_pem}"
        )
        print("\n".join(sorted(box.hosts)), flush=True)
    await stop.wait()
    proxy.close()
    control.close()


def main() -> None:
    arguments = _arguments()
    for name in ("uvicorn.error", "uvicorn.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with tempfile.TemporaryDirectory(prefix="sandbox-") as temporary:
        uvloop.install()
        asyncio.run(_serve(arguments, arguments.folder or Path(temporary)))


if __name__ == "__main__":
    main()
