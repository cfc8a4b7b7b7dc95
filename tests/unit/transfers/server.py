"""A file server on a real socket that keeps HTTP's rules of ranges, and breaks them on request."""

from __future__ import annotations

import re
import socket
import socketserver
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler


@dataclass
class File:
    """What is served, and how it misbehaves."""

    body: bytes
    etag: str = '"one"'
    last_modified: str = ""
    ignore_range: bool = False
    ignore_if_range: bool = False
    cuts: list[int] = field(default_factory=list)
    """Each answer ends after so many bytes of its body, one after the other; then whole ones."""
    statuses: list[int] = field(default_factory=list)
    """These are answered first."""
    hang_after: int | None = None
    bytes_per_second: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_length: bool = True
    encoded: bytes | None = None
    wrong_start: bool = False


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        with self.server.lock:
            self.server.seen.append((path, query, dict(self.headers.items())))
            file = self.server.files.get(path)
            status = file.statuses.pop(0) if file is not None and file.statuses else None
            cut = file.cuts.pop(0) if file is not None and status is None and file.cuts else None
        if file is None:
            return self._plain(404)
        if status is not None:
            return self._plain(status)
        return self._serve(file, cut)

    def _plain(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _serve(self, file: File, cut: int | None) -> None:
        size = len(file.body)
        start = self._start(file)
        if start is not None and start >= size:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = file.body if file.encoded is None else file.encoded
        if start is None:
            self.send_response(200)
        else:
            start = 0 if file.wrong_start else start
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
            body = body[start:]
        if file.etag:
            self.send_header("ETag", file.etag)
        if file.last_modified:
            self.send_header("Last-Modified", file.last_modified)
        for name, value in file.headers.items():
            self.send_header(name, value)
        if file.content_length:
            self.send_header("Content-Length", str(len(body)))
        else:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self._send(file, body, cut)

    def _start(self, file: File) -> int | None:
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if found is None or file.ignore_range:
            return None
        condition = self.headers.get("If-Range")
        if condition is not None and not file.ignore_if_range and condition not in (file.etag, file.last_modified):
            return None
        return int(found.group(1))

    def _send(self, file: File, body: bytes, cut: int | None) -> None:
        end = len(body) if cut is None else min(cut, len(body))
        step = 65536 if file.bytes_per_second is None else max(1, file.bytes_per_second // 20)
        sent = 0
        while sent < end and not self.server.closing.is_set():
            if file.hang_after is not None and sent >= file.hang_after:
                self.server.closing.wait(60)
                break
            limit = end if file.hang_after is None else min(end, file.hang_after)
            try:
                self.wfile.write(body[sent : min(sent + step, limit)])
            except OSError:
                return
            sent = min(sent + step, limit)
            if file.bytes_per_second is not None:
                time.sleep(0.05)
        if end < len(body):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lock = threading.Lock()
        self.files: dict[str, File] = {}
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.closing = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def stop(self) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        pass

    def ranges(self) -> list[str | None]:
        """The Range header of each request, in order."""
        with self.lock:
            return [headers.get("Range") for _, _, headers in self.seen]
