"""A small HTTP server with ranges, in a process of its own since GDAL blocks; it writes down what it was asked.

``/status/<code>/…`` answers with that status, ``/login/…`` with a page, ``/slow/<seconds>/…`` waits first,
``/account/…`` wants the token that ``token`` in the folder holds, and has files also as ``…/Nodes(<name>)/$value``.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = Path()
    journal = Path()

    def do_HEAD(self):
        self._answer(False)

    def do_GET(self):
        self._answer(True)

    def _answer(self, with_body):
        with self.journal.open("a") as out:
            out.write(json.dumps([self.command, self.path, self.headers.get("Range") or ""]) + "\n")
        path = self.path.split("?")[0]
        if path.startswith("/status/"):
            self._send(int(path.split("/")[2]), b"no", with_body)
        elif path.startswith("/login/"):
            self._send(200, b"<!DOCTYPE html><html><body>Please sign in</body></html>" + b" " * 2000, with_body)
        elif path.startswith("/account/"):
            self._of_account(unquote(path).removeprefix("/account/"), with_body)
        else:
            if path.startswith("/slow/"):
                time.sleep(float(path.split("/")[2]))
                path = "/" + path.split("/", 3)[3]
            self._file(self.folder / path.lstrip("/"), with_body)

    def _of_account(self, path, with_body):
        if self.headers.get("Authorization") != f"Bearer {(self.folder / 'token').read_text()}":
            self._send(401, b'{"code":"DAT-ZIP-604","message":"Token not found"}', with_body)
            return
        name = path.removesuffix(")/$value").rpartition("(")[2] if path.endswith(")/$value") else path
        self._file(self.folder / name, with_body)

    def _file(self, file, with_body):
        if not file.is_file():
            self._send(404, b"not here", with_body)
            return
        data = file.read_bytes()
        asked = self.headers.get("Range")
        if not asked:
            self._send(200, data, with_body)
            return
        first, _, last = asked.partition("=")[2].partition("-")
        start, end = int(first), min(int(last or len(data) - 1), len(data) - 1)
        if start >= len(data):
            self._send(416, b"", with_body)
            return
        self._send(206, data[start : end + 1], with_body, f"bytes {start}-{end}/{len(data)}")

    def _send(self, status, body, with_body, content_range=""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        if content_range:
            self.send_header("Content-Range", content_range)
        self.end_headers()
        if with_body:
            with contextlib.suppress(OSError):
                self.wfile.write(body)

    def log_message(self, *_):
        pass


class FileServer:
    """Serves ``folder``; ``requests()`` are (method, path, range)."""

    def __init__(self, folder, journal):
        self._journal = Path(journal)
        self._journal.touch()
        command = [sys.executable, __file__, str(folder), str(journal)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    def requests(self):
        return [tuple(json.loads(line)) for line in self._journal.read_text().splitlines()]

    def clear(self):
        self._journal.write_text("")

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()


def _main():
    _Handler.folder, _Handler.journal = Path(sys.argv[1]), Path(sys.argv[2])
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    _main()
