"""A STAC API that nobody here wrote: stac-fastapi-pgstac over PostgreSQL, filled with the sandbox's items.

Needs the Debian package postgresql-15-postgis-3 and the environment .venv-pgstac (``python -m tests.peers`` makes it).
The commands are those of protocols/clients.md §5 (3).
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from tests.peers.environments import CHECKOUT, interpreter

_INITDB_FOLDERS = ("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin")


# Without them the server sorts and compares per cents as text.
_QUERYABLES = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "title": "Queryables",
    "properties": {
        "eo:cloud_cover": {"title": "Cloud cover", "type": "number", "minimum": 0, "maximum": 100},
        "sat:relative_orbit": {"title": "Relative orbit", "type": "number"},
        "platform": {"title": "Platform", "type": "string"},
        "s2:mgrs_tile": {"title": "Tile", "type": "string"},
    },
}


def _binaries() -> Path | None:
    found = [Path(folder) for folder in _INITDB_FOLDERS if (Path(folder) / "initdb").exists()]
    return found[0] if found else None


def what_is_missing() -> str:
    """ "" when a server can be started here."""
    if _binaries() is None:
        return "PostgreSQL with PostGIS is not installed (postgresql-15-postgis-3)"
    if not interpreter("pgstac").exists():
        return ".venv-pgstac is not there: python -m tests.peers makes it"
    return ""


def require_pgstac() -> None:
    """Skips the test where no server can be started, and fails it in CI."""
    import pytest

    reason = what_is_missing()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class PgstacServer:
    """``with PgstacServer() as server: server.url``: the landing page's address, plain HTTP on 127.0.0.1.

    Starts in ten seconds. Collections and items are those of the sandbox's Planetary Computer; ``today`` as there.
    """

    def __init__(self, today: str = "") -> None:
        self._today = today
        self._folder = Path(tempfile.mkdtemp(prefix="pgstac-"))
        self._database_port = _free_port()
        self._port = _free_port()
        self._database_runs = False
        self._server: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> PgstacServer:
        try:
            self._start_database()
            self._load()
            self._start_server()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:  # fmt: skip
        self.stop()

    def stop(self) -> None:
        """Ends both processes and removes the database; may be called twice."""
        if self._server is not None:
            self._server.terminate()
            try:
                self._server.wait(10)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait(10)
            self._server = None
        if self._database_runs:
            self._postgres("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")
            self._database_runs = False
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start_database(self) -> None:
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            shutil.chown(self._folder, "postgres", "postgres")
        data = str(self._folder / "data")
        self._postgres("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = (
            f"-p {self._database_port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off "
            "-c full_page_writes=off -c jit=off"
        )
        log = str(self._folder / "log")
        self._postgres("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")
        self._database_runs = True
        where = ("-h", "127.0.0.1", "-p", str(self._database_port), "-U", "postgres")
        self._postgres("createdb", *where, "pgstac")
        self._postgres("psql", *where, "-q", "-c", "ALTER DATABASE pgstac SET statement_timeout='15s'")

    def _postgres(self, program: str, *arguments: str) -> None:
        binaries = _binaries()
        if binaries is None:
            raise RuntimeError(what_is_missing())
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
        self._run([*prefix, str(binaries / program), *arguments])

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.defpath,
            "HOME": str(self._folder),
            "LANG": "C.UTF-8",
            "PGHOST": "127.0.0.1",
            "PGPORT": str(self._database_port),
            "PGUSER": "postgres",
            "PGPASSWORD": "any",  # asked for by the server even where PostgreSQL trusts
            "PGDATABASE": "pgstac",
        }

    def _run(self, command: Sequence[str], folder: Path | None = None) -> None:
        """Raises RuntimeError with what the program said."""
        with tempfile.TemporaryFile() as said:
            # A file, not a pipe: the database server started by pg_ctl would keep a pipe open.
            done = subprocess.run(
                list(command),
                cwd=folder or self._folder,
                env=self._environment(),
                stdout=said,
                stderr=said,
                check=False,
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{' '.join(command)}\n{said.read()[-3000:].decode(errors='replace')}")

    def _load(self) -> None:
        pypgstac = str(interpreter("pgstac").with_name("pypgstac"))
        with tempfile.TemporaryDirectory(prefix="pgstac-items-") as name:
            folder = Path(name)
            own = CHECKOUT / ".venv" / "bin" / "python"
            python = str(own) if own.exists() else sys.executable
            self._run([python, "-m", "tests.peers.items", name, self._today], folder=CHECKOUT)
            self._run([pypgstac, "migrate"])
            (folder / "queryables.json").write_text(json.dumps(_QUERYABLES), encoding="utf-8")
            self._run([pypgstac, "load_queryables", str(folder / "queryables.json")])
            self._run([pypgstac, "load", "collections", str(folder / "collections.ndjson"), "--method", "upsert"])
            self._run([pypgstac, "load", "items", str(folder / "items.ndjson"), "--method", "insert_ignore"])

    def _start_server(self) -> None:
        command = [str(interpreter("pgstac")), "-m", "uvicorn", "stac_fastapi.pgstac.app:create_app", "--factory",
                   "--host", "127.0.0.1", "--port", str(self._port), "--log-level", "warning"]  # fmt: skip
        with (self._folder / "server.log").open("wb") as log:
            self._server = subprocess.Popen(
                command, cwd=self._folder, env=self._environment(), stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        until = time.monotonic() + 40
        while not self._answers():
            if self._server.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._folder / "server.log").read_text(errors="replace")[-3000:])
            time.sleep(0.1)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=5)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
