"""Pictures for the rows that are seen, from the disk or the network, newest wish first."""

from __future__ import annotations

import collections
import contextlib
import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage, QImageReader

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.network.messages import HttpRequest

if TYPE_CHECKING:
    from copernicus_plugin.network.session import HttpSession

LARGEST_SIDE = 512
LARGEST_FILE = 5 * 1024 * 1024
DISK_BUDGET = 100 * 1024 * 1024
_LARGEST_PICTURE = 10_000
_MEMORY = 256
_WAITING = 200
_THREADS = 3
_FOR_GOOD = (ErrorKind.NOT_FOUND, ErrorKind.BAD_ANSWER, ErrorKind.INVALID_QUERY, ErrorKind.ACCOUNT_NEEDED)


class Thumbnails(QObject):
    """``ready`` (href, ``QImage`` of at most 512 pixels a side), ``missed`` (href) when there is none to be had.

    Nothing is told of a wish that was cancelled or forgotten.
    """

    ready = pyqtSignal(str, QImage)
    missed = pyqtSignal(str)

    def __init__(
        self,
        session: Callable[[], HttpSession],
        folder: Path,
        limits_of: Callable[[str], Limits] | None = None,
        parent: QObject | None = None,
        budget: int = DISK_BUDGET,
    ) -> None:
        """``folder`` is the disk cache, made when first needed; ``limits_of`` gives the operator's
        limits for a host name.
        """
        super().__init__(parent)
        self._session = session
        self._store = _DiskCache(folder, budget)
        self._limits_of = limits_of or (lambda host: Limits())
        self._mailbox = Mailbox(self)
        self._memory: collections.OrderedDict[str, QImage] = collections.OrderedDict()
        self._condition = threading.Condition()
        self._wanted: collections.OrderedDict[str, None] = collections.OrderedDict()
        self._running: dict[str, Cancellation] = {}
        self._threads: list[threading.Thread] = []
        self._refused: set[str] = set()
        self._closed = False

    def request(self, href: str) -> None:
        """Have the picture fetched; the newest wishes come first, the oldest are forgotten beyond 200."""
        image = self._memory.get(href)
        if image is not None:
            self._mailbox.post(lambda: self.ready.emit(href, image))
            return
        with self._condition:
            if href in self._refused or not href.startswith("http"):
                self._mailbox.post(lambda: self.missed.emit(href))
                return
            if self._closed or href in self._running:
                return
            self._wanted[href] = None
            self._wanted.move_to_end(href)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            if len(self._threads) < min(_THREADS, len(self._wanted) + len(self._running)):
                thread = threading.Thread(target=self._work, name="copernicus-thumbnails", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._condition.notify()

    def cancel(self, href: str) -> None:
        """Its row is not seen any more."""
        with self._condition:
            self._wanted.pop(href, None)
            cancellation = self._running.get(href)
        if cancellation is not None:
            cancellation.request()

    def cached(self, href: str) -> QImage | None:
        """What is in memory already; never touches the disk."""
        image = self._memory.get(href)
        if image is not None:
            self._memory.move_to_end(href)
        return image

    def close(self) -> None:
        """Stop all of it; the threads end by themselves as soon as their sockets are shut."""
        with self._condition:
            self._closed = True
            self._wanted.clear()
            running = list(self._running.values())
            self._condition.notify_all()
        self._mailbox.close()
        for cancellation in running:
            cancellation.request()
        for thread in list(self._threads):
            thread.join(0.3)

    def _work(self) -> None:
        try:
            wish = self._next()
            while wish is not None:
                self._fetch(*wish)
                wish = self._next()
        finally:
            # Whatever ends a thread, the next wish may start another one.
            self._leave()

    def _next(self) -> tuple[str, Cancellation] | None:
        """The newest wish; ``None`` where there has been none for a while, and the thread is over."""
        with self._condition:
            if not self._wanted and not self._closed:
                self._condition.wait(5.0)
            if self._closed or not self._wanted:
                # At once, under the lock: a wish that comes now must start another thread.
                self._leave()
                return None
            href, _ = self._wanted.popitem(last=True)
            cancellation = Cancellation()
            self._running[href] = cancellation
            return href, cancellation

    def _leave(self) -> None:
        with self._condition:
            if threading.current_thread() in self._threads:
                self._threads.remove(threading.current_thread())

    def _fetch(self, href: str, cancellation: Cancellation) -> None:
        image = None
        worthless = False
        try:
            image = self._picture(href, cancellation)
            worthless = image is None
        except AccessError as error:
            # A network that is away now may be back when the row is seen again.
            worthless = error.kind in _FOR_GOOD
        finally:
            with self._condition:
                self._running.pop(href, None)
                if worthless:
                    self._refused.add(href)
            if image is not None:
                self._announce(href, image)
            elif not cancellation.requested:
                self._mailbox.post(lambda: self.missed.emit(href))

    def _announce(self, href: str, image: QImage) -> None:
        self._mailbox.post(lambda: self._keep(href, image))

    def _keep(self, href: str, image: QImage) -> None:
        self._memory[href] = image
        self._memory.move_to_end(href)
        while len(self._memory) > _MEMORY:
            self._memory.popitem(last=False)
        self.ready.emit(href, image)

    def _picture(self, href: str, cancellation: Cancellation) -> QImage | None:
        """Raises ``AccessError``."""
        data = self._store.read(href)
        if data is not None:
            return decoded(data)
        host = urlsplit(href).hostname or ""
        request = HttpRequest(url=href, limits=self._limits_of(host), retry=1)
        with self._session().send(request, cancellation) as response:
            data = response.read(LARGEST_FILE)
        image = decoded(data)
        if image is not None:
            self._store.write(href, data)
        return image


def decoded(data: bytes) -> QImage | None:
    """The picture, at most 512 pixels a side; ``None`` for anything that is not one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST_PICTURE:
        return None
    if max(size.width(), size.height()) > LARGEST_SIDE:
        # Scaled while it is decoded: a JPEG needs far less memory and time for that.
        scaled = size.scaled(QSize(LARGEST_SIDE, LARGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image


class _DiskCache:
    """Files named by a hash of the address without its query (where signatures are), oldest use removed first."""

    def __init__(self, folder: Path, budget: int) -> None:
        self._folder = folder
        self._budget = budget
        self._lock = threading.Lock()
        self._size: int | None = None

    def read(self, href: str) -> bytes | None:
        path = self._path(href)
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def write(self, href: str, data: bytes) -> None:
        path = self._path(href)
        part = path.with_name(f"{path.name}.{threading.get_ident()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            os.replace(part, path)
        except OSError:
            # A cache that cannot be written is only slower.
            with contextlib.suppress(OSError):
                part.unlink()
            return
        self._make_room(len(data))

    def _path(self, href: str) -> Path:
        parts = urlsplit(href)
        name = hashlib.sha256(f"{parts.scheme}://{parts.netloc}{parts.path}".encode()).hexdigest()
        return self._folder / name[:40]

    def _make_room(self, added: int) -> None:
        with self._lock:
            if self._size is not None:
                self._size += added
                if self._size <= self._budget:
                    return
            files = self._files()
            self._size = sum(size for _, size, _ in files)
            if self._size <= self._budget:
                return
            for _, size, path in sorted(files):
                with contextlib.suppress(OSError):
                    os.unlink(path)
                    self._size -= size
                if self._size <= self._budget * 0.8:
                    break

    def _files(self) -> list[tuple[float, int, str]]:
        """Last use, bytes and path of each; none where the folder was removed meanwhile."""
        files = []
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    found = entry.stat()
                    files.append((found.st_mtime, found.st_size, entry.path))
        return files
