"""What the user asked to have on the disk: a few at a time, each in a daemon thread of its own."""

from __future__ import annotations

import enum
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.download import Download, DownloadRequest, DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.transfers.fetch import RETRY_DELAYS, Fetch, Offer
from copernicus_plugin.transfers.names import file_names
from copernicus_plugin.transfers.parts import Part, check_room, claim_folder, release_folder
from copernicus_plugin.transfers.speed import SpeedMeter

PROGRESS_INTERVAL = 0.1
"""Seconds between two reports of progress; a change of state is reported at once."""


class _Wish(enum.Enum):
    """What shall become of a download whose thread is being stopped."""

    RUN = enum.auto()
    PAUSE = enum.auto()
    CANCEL = enum.auto()


class _Entry:
    """A download in the queue. Its fields are read and changed under the queue's lock only."""

    def __init__(self, request: DownloadRequest) -> None:
        self.id = uuid.uuid4().hex
        self.request = request
        self.state = DownloadState.WAITING
        self.wish = _Wish.RUN
        self.busy = False
        self.cancellation = Cancellation()
        self.received = [0] * len(request.assets)
        self.totals: list[int | None] = [asset.size for asset in request.assets]
        self.files: list[str] = []
        self.verified: list[str] = []
        self.waiting_for = ""
        self.error: AccessError | None = None
        self.meter = SpeedMeter()
        self.elapsed = 0.0
        self.running_since: float | None = None
        self.told_at = 0.0
        self.removed = False

    @property
    def identity(self) -> tuple[object, ...]:
        """Two requests with the same one are the same download."""
        keys = tuple(sorted(asset.key for asset in self.request.assets))
        return (self.request.product.key, os.path.normcase(os.path.abspath(self.request.folder)), keys)

    def snapshot(self, now: float) -> Download:
        received = sum(self.received)
        known = [total for total in self.totals if total is not None]
        # The catalogue's size of what is packed anew is near, not exact.
        total = max(received, sum(known)) if len(known) == len(self.totals) else None
        running = self.state is DownloadState.RUNNING
        speed = self.meter.speed(now) if running else 0.0
        left = self.meter.seconds_left(total - received, now) if running and total is not None else None
        since = 0.0 if self.running_since is None else now - self.running_since
        done = self.state is DownloadState.DONE
        return Download(
            id=self.id,
            request=self.request,
            state=self.state,
            received=received,
            total=total,
            speed=speed,
            seconds_left=left,
            elapsed=self.elapsed + since,
            files=tuple(self.files),
            verified_by=_verified_by(self.verified) if done else "",
            waiting_for=self.waiting_for,
            error=self.error,
        )


class DownloadQueue:
    """Every method returns at once and may be called from any thread; none raises ``AccessError``.

    ``changed`` is called from any thread with the newest snapshot, one call at a time and in order; it must return
    at once. ``request_for`` makes a request ready to send (signed), ``refused`` hears that a server refused one.
    """

    def __init__(
        self,
        session: HttpSession,
        request_for: Callable[[Product, Asset, Cancellation], HttpRequest],
        changed: Callable[[Download], None],
        running_at_once: int = 3,
        refused: Callable[[Product, Asset], None] = lambda product, asset: None,
        retry_delays: tuple[float, ...] = RETRY_DELAYS,
        explain: Callable[[AccessError, Product, Asset], AccessError] = lambda error, product, asset: error,
    ) -> None:
        self._session = session
        self._request_for = request_for
        self._refused = refused
        self._explain = explain
        self._changed = changed
        self._running_at_once = running_at_once
        self._retry_delays = retry_delays
        self._lock = threading.RLock()
        self._entries: dict[str, _Entry] = {}
        self._threads: set[threading.Thread] = set()
        self._targets = _Targets()
        self._folders = threading.Lock()
        self._closed = False

    def add(self, request: DownloadRequest) -> Download:
        """Queue it. The same assets of the same product into the same folder are the download that is there already,
        which goes on if it was stopped, failed or done.
        """
        with self._lock:
            entry = _Entry(request)
            for other in self._entries.values():
                if other.identity == entry.identity:
                    other.request = request
                    self._go_on(other)
                    return other.snapshot(time.monotonic())
            self._entries[entry.id] = entry
            self._tell(entry)
            self._schedule()
            return entry.snapshot(time.monotonic())

    def pause(self, download_id: str) -> None:
        """Stop it and keep what arrived."""
        self._stop(download_id, _Wish.PAUSE, DownloadState.PAUSED)

    def cancel(self, download_id: str) -> None:
        """Stop it and delete what arrived of files that are not complete."""
        self._stop(download_id, _Wish.CANCEL, DownloadState.CANCELLED)

    def resume(self, download_id: str) -> None:
        with self._lock:
            entry = self._entries.get(download_id)
            if entry is not None and entry.state is DownloadState.PAUSED:
                self._go_on(entry)

    def retry(self, download_id: str) -> None:
        """Go on with one that failed or was cancelled."""
        with self._lock:
            entry = self._entries.get(download_id)
            if entry is not None and entry.state in (DownloadState.FAILED, DownloadState.CANCELLED):
                self._go_on(entry)

    def remove(self, download_id: str) -> None:
        """Take it off the list; cancelled first unless it is done."""
        self.cancel(download_id)
        with self._lock:
            entry = self._entries.pop(download_id, None)
            if entry is not None:
                entry.removed = True

    def snapshots(self) -> list[Download]:
        """In the order in which they were added."""
        now = time.monotonic()
        with self._lock:
            return [entry.snapshot(now) for entry in self._entries.values()]

    def close(self, patience: float = 1.0) -> None:
        """Stop everything and keep what arrived; waits at most ``patience`` seconds for the threads to end."""
        with self._lock:
            self._closed = True
            cancellations = [entry.cancellation for entry in self._entries.values()]
            threads = list(self._threads)
        for cancellation in cancellations:
            cancellation.request()
        ends = time.monotonic() + patience
        for thread in threads:
            thread.join(max(0.0, ends - time.monotonic()))

    def _stop(self, download_id: str, wish: _Wish, state: DownloadState) -> None:
        with self._lock:
            entry = self._entries.get(download_id)
            if entry is None or entry.state in (DownloadState.DONE, state) or self._closed:
                return
            if wish is _Wish.PAUSE and not entry.state.active:
                return
            entry.wish = wish
            entry.error = None
            self._enter(entry, state)
            cancellation = entry.cancellation
            if wish is _Wish.CANCEL and not entry.busy:
                self._start(entry, None)
        # Outside of the lock: it shuts sockets down.
        cancellation.request()

    def _go_on(self, entry: _Entry) -> None:
        if entry.state.active:
            return
        entry.wish = _Wish.RUN
        entry.error = None
        self._enter(entry, DownloadState.WAITING)
        self._schedule()

    def _enter(self, entry: _Entry, state: DownloadState) -> None:
        """Change the state, and the clocks that depend on it."""
        now = time.monotonic()
        working = state in (DownloadState.RUNNING, DownloadState.VERIFYING)
        if working and entry.running_since is None:
            entry.running_since = now
        elif not working and entry.running_since is not None:
            entry.elapsed += now - entry.running_since
            entry.running_since = None
        entry.state = state
        if not state.active:
            entry.waiting_for = ""
        self._tell(entry)

    def _tell(self, entry: _Entry) -> None:
        if not entry.removed and not self._closed:
            entry.told_at = time.monotonic()
            self._changed(entry.snapshot(entry.told_at))

    def _schedule(self) -> None:
        if self._closed:
            return
        running = sum(1 for entry in self._entries.values() if entry.busy)
        for entry in self._entries.values():
            if running >= self._running_at_once:
                return
            if entry.state is DownloadState.WAITING and not entry.busy:
                running += 1
                entry.cancellation = Cancellation()
                entry.meter = SpeedMeter()
                self._start(entry, _Job(self, entry).run)

    def _start(self, entry: _Entry, work: Callable[[], None] | None) -> None:
        entry.busy = True
        thread = threading.Thread(target=self._work, args=(entry, work), name="copernicus-download", daemon=True)
        self._threads.add(thread)
        thread.start()

    def _work(self, entry: _Entry, work: Callable[[], None] | None) -> None:
        error = AccessError(ErrorKind.BAD_ANSWER)
        try:
            if work is not None:
                work()
        except AccessError as found:
            error = found
        finally:
            self._ended(entry, error)

    def _ended(self, entry: _Entry, error: AccessError) -> None:
        with self._lock:
            clean = entry.wish is _Wish.CANCEL and entry.state is DownloadState.CANCELLED and not self._closed
            if entry.wish is _Wish.RUN and entry.state.active and not entry.cancellation.requested:
                entry.error = error
                self._enter(entry, DownloadState.FAILED)
        if clean:
            self._clean(entry)
        with self._lock:
            self._threads.discard(threading.current_thread())
            entry.busy = False
            self._schedule()

    def _clean(self, entry: _Entry) -> None:
        """Delete what is unfinished of a cancelled download."""
        product = entry.request.product
        try:
            folder = claim_folder(Path(entry.request.folder), product)
            for name in _names(entry.request):
                with self._targets.held(folder / name, Cancellation()):
                    Part(folder / name).discard()
            with self._folders:
                release_folder(folder)
        except AccessError:
            # What cannot be deleted stays; a later download of the product takes it up.
            return
        finally:
            with self._lock:
                for index, _ in enumerate(entry.received):
                    entry.received[index] = 0
                self._tell(entry)


class _Job:
    """One run of one download; what its transfers tell goes to the entry."""

    def __init__(self, queue: DownloadQueue, entry: _Entry) -> None:
        self._queue = queue
        self._entry = entry
        self._cancellation = entry.cancellation
        self._index = 0

    def run(self) -> None:
        """Raises ``AccessError``."""
        queue, entry = self._queue, self._entry
        request = entry.request
        if not request.assets:
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": request.product.id})
        self._change(self._restarted)
        with queue._folders:
            folder = claim_folder(Path(request.folder), request.product)
        check_room(folder, _missing(request, folder))
        for index, (asset, name) in enumerate(zip(request.assets, _names(request))):
            self._index = index
            target = folder / name
            with queue._targets.held(target, self._cancellation):
                offer = Offer(request.product, asset, queue._request_for, queue._refused, queue._explain)
                fetch = Fetch(queue._session, offer, target, self, self._cancellation, queue._retry_delays)
                verified = fetch.run()
            self._change(partial(self._arrived, target, verified))
        self._cancellation.raise_if_requested()
        self._change(lambda: queue._enter(entry, DownloadState.DONE))

    def length_known(self, total: int) -> None:
        with self._queue._lock:
            self._entry.totals[self._index] = total

    def progressed(self, received: int) -> None:
        now = time.monotonic()
        with self._queue._lock:
            if not self._current:
                return
            entry = self._entry
            before = entry.received[self._index]
            entry.received[self._index] = received
            if entry.state is DownloadState.VERIFYING or entry.waiting_for:
                entry.waiting_for = ""
                entry.meter.start(now)
                self._queue._enter(entry, DownloadState.RUNNING)
            # What was on the disk already did not arrive now.
            entry.meter.add(max(0, received - before) if before else 0, now)
            if now - entry.told_at >= PROGRESS_INTERVAL:
                self._queue._tell(entry)

    def waiting(self, reason: str) -> None:
        with self._queue._lock:
            if self._current and self._entry.waiting_for != reason:
                self._entry.waiting_for = reason
                waits = reason in ("network", "retry", "place")
                self._queue._enter(self._entry, DownloadState.WAITING if waits else DownloadState.RUNNING)

    def verifying(self) -> None:
        with self._queue._lock:
            if self._current and self._entry.state is not DownloadState.VERIFYING:
                self._queue._enter(self._entry, DownloadState.VERIFYING)

    @property
    def _current(self) -> bool:
        """Whether the entry is still in the hands of this run: not paused or cancelled meanwhile."""
        return self._entry.cancellation is self._cancellation and not self._cancellation.requested

    def _change(self, change: Callable[[], None]) -> None:
        with self._queue._lock:
            if self._current and self._entry.wish is _Wish.RUN:
                change()

    def _restarted(self) -> None:
        entry = self._entry
        entry.files = []
        entry.verified = []
        entry.totals = [asset.size for asset in entry.request.assets]
        self._queue._enter(entry, DownloadState.RUNNING)

    def _arrived(self, target: Path, verified: str) -> None:
        self._entry.files.append(str(target))
        self._entry.verified.append(verified)
        if self._entry.state is not DownloadState.RUNNING:
            self._queue._enter(self._entry, DownloadState.RUNNING)


class _Targets:
    """Each file on the disk has one writer at a time, over all downloads of the queue."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._held: set[str] = set()

    @contextmanager
    def held(self, target: Path, cancellation: Cancellation) -> Iterator[None]:
        name = os.path.normcase(os.path.abspath(target)).casefold()
        forget = cancellation.on_request(self._wake)
        try:
            with self._condition:
                while name in self._held:
                    cancellation.raise_if_requested()
                    self._condition.wait(0.5)
                self._held.add(name)
        finally:
            forget()
        try:
            yield
        finally:
            with self._condition:
                self._held.discard(name)
                self._condition.notify_all()

    def _wake(self) -> None:
        with self._condition:
            self._condition.notify_all()


def _names(request: DownloadRequest) -> list[str]:
    names = file_names(request.product, request.assets)
    return [names[asset.key] for asset in request.assets]


def _missing(request: DownloadRequest, folder: Path) -> int:
    """Bytes that still have to be written, as far as the catalogue tells."""
    missing = 0
    for asset, name in zip(request.assets, _names(request)):
        target = folder / name
        if asset.size is not None and not target.exists():
            missing += max(0, asset.size - Part(target).size())
    return missing


def _verified_by(verified: list[str]) -> str:
    """The weakest of the ways in which the files were verified."""
    if not verified or "" in verified:
        return ""
    if "archive" in verified:
        return "archive"
    return "length" if "length" in verified else ", ".join(sorted(set(verified)))
