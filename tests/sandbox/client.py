"""Starts, steers and stops a sandbox from a test."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.sandbox.faults import Fault
from tests.sandbox.log import LoggedRequest

CHECKOUT = Path(__file__).resolve().parents[2]
_PLAIN = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ")


def _interpreter() -> str:
    """The tests' own Python: inside QGIS ``sys.executable`` may be QGIS itself."""
    own = CHECKOUT / ".venv" / "bin" / "python"
    return str(own) if own.exists() else sys.executable


class Sandbox:
    """A sandbox in a process of its own; it ends with ``stop()``, with the ``with`` block, or with this process.

    Requests of clients go through ``proxy`` and trust ``ca_pem``; this class speaks to it on another port.
    """

    def __init__(
        self, process: subprocess.Popen[str], announced: dict[str, Any], folder: tempfile.TemporaryDirectory[str]
    ):
        self._process = process
        self._folder = folder
        self.control_port = int(announced["control"])
        self.proxy: tuple[str, int] = ("127.0.0.1", int(announced["proxy"]))
        self.ca_pem = Path(announced["ca_pem"])

    @classmethod
    def start(
        cls,
        *,
        port: int = 0,
        data: Path | None = None,
        recordings: Path | None = None,
        bulk: int = 0,
        proxy_credentials: str = "",
        signature_lifetime: float | None = None,
        today: str = "",
    ) -> Sandbox:
        """Returns when it listens.

        ``bulk``: so many items more in a far-off box (see ``content.bulk``); ``data``, ``recordings``: instead of
        ../shared; ``signature_lifetime``: of Planetary Computer signatures, in seconds; ``today`` (YYYY-MM-DD): ends
        the recent items.
        """
        folder = tempfile.TemporaryDirectory(prefix="sandbox-")
        command = [_interpreter(), "-m", "tests.sandbox", "--supervised", "--folder", folder.name, "--port", str(port)]
        options = {
            "--data": data,
            "--recordings": recordings,
            "--bulk": bulk or None,
            "--proxy-credentials": proxy_credentials or None,
            "--signature-lifetime": signature_lifetime,
            "--today": today or None,
        }
        for name, value in options.items():
            if value is not None:
                command += [name, str(value)]
        environment = {name: os.environ[name] for name in _PLAIN if name in os.environ}
        process = subprocess.Popen(
            command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            process.wait(10)
            folder.cleanup()
            raise RuntimeError(f"the sandbox did not start: exit status {process.returncode}")
        return cls(process, json.loads(line), folder)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:  # fmt: skip
        self.stop()

    def stop(self) -> None:
        """Returns when the process is gone; may be called twice."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        self._folder.cleanup()

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def proxy_url(self) -> str:
        return f"http://{self.proxy[0]}:{self.proxy[1]}"

    def environment(self) -> dict[str, str]:
        """What takes every client here: to be set whole, over an environment without NO_PROXY."""
        certificates = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "AWS_CA_BUNDLE", "HTTPLIB2_CA_CERTS")
        proxies = ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy")
        return {
            **dict.fromkeys(proxies, self.proxy_url),
            **dict.fromkeys(certificates, str(self.ca_pem)),
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def requests(self, host: str = "", path_pattern: str = "") -> list[LoggedRequest]:
        """In the order of their arrival, those unanswered too; all, or those of a host whose path fits."""
        entries = [LoggedRequest.from_json(entry) for entry in self._ask("requests")]
        return [entry for entry in entries if host in ("", entry.host) and re.search(path_pattern, entry.path)]

    def refused_hosts(self) -> list[str]:
        """Hosts that were asked for and are not part of the sandbox, one per attempt."""
        return list(self._ask("refused"))

    def hosts(self) -> list[str]:
        return list(self._ask("hosts"))

    def clear(self) -> None:
        """Forgets the requests and the refused hosts."""
        self._ask("clear")

    def fault(
        self, host: str, path_pattern: str, fault: Fault, times: int | None = None, method: str = ""
    ) -> None:  # fmt: skip
        """``host`` "*" means all; the pattern is searched in path and query as sent; ``times`` None means always."""
        self._ask("fault", {"host": host, "path_pattern": path_pattern, "fault": fault.to_json(), "times": times,
                            "method": method})  # fmt: skip

    def clear_faults(self) -> None:
        self._ask("clear_faults")

    def ask_proxy_credentials(self, credentials: str) -> None:
        """ "user:password" from now on, or "" for none."""
        self._ask("proxy_credentials", credentials)

    def tell(self, host: str, **document: Any) -> Any:
        """To the service behind ``host``, if it takes orders: ``control`` of its class says which."""
        return self._ask("tell", {"host": host, "document": document})

    def _ask(self, command: str, document: Any = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.control_port, timeout=30)
        try:
            connection.request("POST", f"/{command}", json.dumps(document).encode())
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()
