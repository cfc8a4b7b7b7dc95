"""The control interface: JSON over HTTP on a port of its own, never through the proxy. Used by ``client.Sandbox``."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.sandbox.app import Box, _whole_body
from tests.sandbox.faults import Fault
from tests.sandbox.http import Request, Scope, Send, json_answer


class Control:
    def __init__(self, box: Box, stop: asyncio.Event) -> None:
        self._box = box
        self._stop = stop

    async def __call__(self, scope: Scope, receive: Any, send: Send) -> None:
        request = Request(scope, await _whole_body(receive))
        await json_answer(self._do(request.path.strip("/"), request)).send(request, send)

    def _do(self, command: str, request: Request) -> Any:
        box = self._box
        if command == "requests":
            return [entry.to_json() for entry in box.log.entries]
        if command == "refused":
            return box.refused
        if command == "hosts":
            return sorted(box.hosts)
        if command == "tell":
            order = request.json()
            return box.hosts[order["host"]].control(order["document"])  # type: ignore[attr-defined]
        if command == "clear":
            box.log.clear()
            box.refused.clear()
        elif command == "fault":
            rule = request.json()
            box.faults.add(rule["host"], rule["path_pattern"], Fault(**rule["fault"]), rule["times"], rule["method"])
        elif command == "clear_faults":
            box.faults.clear()
        elif command == "proxy_credentials":
            box.proxy_credentials = request.json()
        elif command == "stop":
            self._stop.set()
        return {}
