"""What the user asked to have on the disk, and how far it is."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset, Product


class DownloadState(enum.Enum):
    """The states of a download, as the Downloads tab shows them."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    VERIFYING = "verifying"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def active(self) -> bool:
        return self in (DownloadState.WAITING, DownloadState.RUNNING, DownloadState.VERIFYING)


@dataclass(frozen=True)
class DownloadRequest:
    """``folder`` is where the product's own folder is made; ``preset`` is what to show when loaded."""

    product: Product
    assets: tuple[Asset, ...]
    folder: str
    title: str
    load_when_done: bool = True
    preset: str = ""


@dataclass(frozen=True)
class Download:
    """A snapshot, safe to hand to any thread. Sizes in bytes, ``speed`` in bytes per second."""

    id: str
    request: DownloadRequest
    state: DownloadState
    received: int = 0
    total: int | None = None
    speed: float = 0.0
    seconds_left: float | None = None
    elapsed: float = 0.0
    files: tuple[str, ...] = ()
    """complete files under their final names, in the order of the request's assets"""
    verified_by: str = ""
    """``length``, ``archive`` (every entry of the zip was read) or the name of the checksum algorithm"""
    waiting_for: str = ""
    """``host`` (a free connection there), ``place`` (it allows no more at a time), ``network``, ``retry``, or empty"""
    error: AccessError | None = field(default=None)
